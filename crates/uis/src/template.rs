//! The four bodies an administrator pastes into the platform's cabinet.

use serde::{Deserialize, Serialize};

use crate::{Event, Lang};

/// The word in the templates that the channel's token replaces.
const TOKEN: &str = "<token>";

/// The four events a channel is set up with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Four {
    /// A call has reached a virtual number.
    Incoming,
    /// An operator has begun a call.
    Outgoing,
    /// Both sides are connected.
    TalkStarted,
    /// The call is over.
    Finished,
}

impl Four {
    /// In the order they are set up.
    pub const ALL: [Self; 4] = [
        Self::Incoming,
        Self::Outgoing,
        Self::TalkStarted,
        Self::Finished,
    ];

    /// The same as an [`Event`].
    #[must_use]
    pub fn event(self) -> Event {
        match self {
            Self::Incoming => Event::InCallSession,
            Self::Outgoing => Event::OutCallSession,
            Self::TalkStarted => Event::TalkStarted,
            Self::Finished => Event::CallSessionFinished,
        }
    }

    /// One of the four, if the event is.
    #[must_use]
    pub fn from_event(event: &Event) -> Option<Self> {
        Self::ALL.into_iter().find(|four| four.event() == *event)
    }

    /// The event's name: in Russian as the platform's cabinet lists it.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        self.event().name(lang).to_owned()
    }

    /// The body with `<token>` where the token goes.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::Incoming => include_str!("../templates/incoming.json.tmpl"),
            Self::Outgoing => include_str!("../templates/outgoing.json.tmpl"),
            Self::TalkStarted => include_str!("../templates/talk_started.json.tmpl"),
            Self::Finished => include_str!("../templates/finished.json.tmpl"),
        }
    }

    /// Names of the parameters in the body, in its order.
    pub fn parameters(self) -> impl Iterator<Item = &'static str> {
        self.template()
            .split("{{")
            .skip(1)
            .filter_map(|rest| rest.split("}}").next())
    }
}

/// The body to paste for an event, with the channel's token in it.
#[must_use]
pub fn body(four: Four, token: &str) -> String {
    let quoted = serde_json::Value::from(token).to_string();
    let inner = quoted.strip_prefix('"').unwrap_or(&quoted);
    four.template()
        .replace(TOKEN, inner.strip_suffix('"').unwrap_or(inner))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::Notification;

    #[test]
    fn the_bodies_hold_sixty_six_parameters_all_of_them_typed() {
        let all: BTreeSet<&str> = Four::ALL.into_iter().flat_map(Four::parameters).collect();
        assert_eq!(all.len(), 66);
        for name in all {
            assert!(Notification::kind(name).is_some(), "{name}");
        }
    }

    #[test]
    fn each_body_has_as_many_parameters_as_the_article_gives_it() {
        let counts = Four::ALL.map(|four| four.parameters().count());
        assert_eq!(counts, [25, 28, 32, 64]);
    }

    #[test]
    fn the_token_stands_first_and_is_escaped() {
        for four in Four::ALL {
            let text = body(four, r#"a"b\c"#);
            let first = text.lines().nth(1).unwrap();
            assert_eq!(first, r#""ud_channel_token":"a\"b\\c","#);
        }
    }
}
