//! One change of a setting in words.

use desk::audit::{Deed, Field, Kind};
use locale::Words;
use store::audit::Record;

use super::named;
use crate::frame::{Frame, Moment};

/// One change as it is drawn.
pub(super) struct Line {
    pub(super) at: Moment,
    pub(super) who: String,
    pub(super) address: Option<String>,
    pub(super) deed: String,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) fields: Vec<Changed>,
}

/// A property before and after.
pub(super) struct Changed {
    pub(super) name: String,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) secret: bool,
}

impl Line {
    pub(super) fn of(record: &Record, frame: &Frame) -> Self {
        let t = frame.t;
        let kind: Option<Kind> = record.subject_kind.parse().ok();
        let deed: Option<Deed> = record.deed.parse().ok();
        Self {
            at: frame.exact(record.at),
            who: record.actor_name.clone(),
            address: record.address.clone(),
            deed: deed.map_or_else(|| record.deed.clone(), |deed| deed_name(deed, t)),
            kind: kind.map_or_else(|| record.subject_kind.clone(), |kind| kind_name(kind, t)),
            subject: record.subject_name.clone(),
            fields: record
                .fields
                .iter()
                .map(|field| changed(field, t))
                .collect(),
        }
    }
}

fn changed(field: &Field, t: &Words) -> Changed {
    let worded = |value: Option<&str>| value.map(|value| named::value(&field.name, value, t));
    Changed {
        name: named::field(&field.name, t),
        from: worded(field.from.as_deref()),
        to: worded(field.to.as_deref()),
        secret: field.secret,
    }
}

/// What kind of thing.
pub(super) fn kind_name(kind: Kind, t: &Words) -> String {
    match kind {
        Kind::Channel => t.msg_audit_kind_channel(),
        Kind::Token => t.msg_audit_kind_token(),
        Kind::Access => t.msg_audit_kind_access(),
        Kind::Agent => t.msg_audit_kind_agent(),
        Kind::Group => t.msg_audit_kind_group(),
        Kind::ApiKey => t.msg_audit_kind_api_key(),
        Kind::ClientField => t.msg_audit_kind_client_field(),
        Kind::OutcomeCode => t.msg_audit_kind_outcome_code(),
        Kind::Macro => t.msg_audit_kind_macro(),
        Kind::View => t.msg_audit_kind_view(),
        Kind::Recordings => t.msg_rules_title(),
        Kind::Extension => t.msg_audit_kind_extension(),
        Kind::Security => t.msg_audit_kind_security(),
        Kind::Replay => t.msg_audit_kind_replay(),
    }
}

fn deed_name(deed: Deed, t: &Words) -> String {
    match deed {
        Deed::Created => t.msg_audit_created(),
        Deed::Changed => t.msg_audit_changed(),
        Deed::Deleted => t.msg_audit_deleted(),
        Deed::Revoked => t.msg_audit_revoked(),
        Deed::Shown => t.msg_audit_shown(),
        Deed::Invited => t.msg_audit_invited(),
        Deed::Deactivated => t.msg_audit_deactivated(),
        Deed::Reactivated => t.msg_audit_reactivated(),
        Deed::SignedOut => t.msg_audit_signed_out(),
        Deed::PasswordSet => t.msg_audit_password_set(),
        Deed::SecondFactorSet => t.msg_audit_factor_set(),
        Deed::SecondFactorRemoved => t.msg_audit_factor_removed(),
        Deed::RecoveryCodesMade => t.msg_audit_codes_made(),
        Deed::Restored => t.msg_audit_restored(),
    }
}
