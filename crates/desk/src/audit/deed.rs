//! What can be done, and to what kinds of things: the names stand in the database and in the API.

use std::str::FromStr;

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$case_doc])* $case,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$case,)*];

            /// The name in the database and in the API.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$case => $text,)*
                }
            }
        }

        impl FromStr for $name {
            type Err = Unknown;
            fn from_str(text: &str) -> Result<Self, Unknown> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text).ok_or(Unknown)
            }
        }
    };
}

/// No such name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the audit log knows no such name")]
pub struct Unknown;

names! {
    /// What was done.
    Deed {
        /// A new thing.
        Created = "created",
        /// Other values.
        Changed = "changed",
        /// It is gone.
        Deleted = "deleted",
        /// It works no more.
        Revoked = "revoked",
        /// A secret was shown once more.
        Shown = "shown",
        /// A link was made with which somebody sets a password.
        Invited = "invited",
        /// Somebody may not sign in any more.
        Deactivated = "deactivated",
        /// Somebody may sign in again.
        Reactivated = "reactivated",
        /// Somebody's browsers were signed out.
        SignedOut = "signed_out",
        /// Somebody set a password.
        PasswordSet = "password_set",
        /// Somebody has a second factor now.
        SecondFactorSet = "second_factor_set",
        /// Somebody has none any more.
        SecondFactorRemoved = "second_factor_removed",
        /// New recovery codes.
        RecoveryCodesMade = "recovery_codes_made",
        /// What was merged or deleted is there again.
        Restored = "restored",
    }
}

names! {
    /// What kind of thing it was done to.
    Kind {
        /// A channel with its policy.
        Channel = "channel",
        /// A channel's token.
        Token = "token",
        /// Who works in a channel.
        Access = "access",
        /// A channel's rules about its recordings, or what is held of them.
        Recordings = "recordings",
        /// An agent.
        Agent = "agent",
        /// A group.
        Group = "group",
        /// A key of the API.
        ApiKey = "api_key",
        /// A field of clients.
        ClientField = "client_field",
        /// A ready text.
        Macro = "macro",
        /// What can have come of a call.
        OutcomeCode = "outcome_code",
        /// A list of tickets that all see.
        View = "view",
        /// An extension with its settings.
        Extension = "extension",
        /// How people sign in.
        Security = "security",
        /// Notifications that were heard again.
        Replay = "replay",
    }
}
