//! What of the log is asked for, as its address says it.

use domain::notification::Verdict;
use domain::{At, ChannelId};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use store::notifications::LogFilter;
use url::form_urlencoded::Serializer;

use super::super::typed::Typed;

/// The fields of the address, as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// What became of a request.
    pub(super) verdict: String,
    /// Its event.
    pub(super) event: String,
    /// Its call session.
    pub(super) session: String,
    /// Received at or after.
    pub(super) from: String,
    /// Received before or at.
    pub(super) to: String,
}

impl Asked {
    /// Out of an address.
    pub(super) fn of(query: &Typed) -> Self {
        let text = |field| query.one(field).trim().to_owned();
        Self {
            verdict: text("verdict"),
            event: text("event"),
            session: text("session_id"),
            from: text("from"),
            to: text("to"),
        }
    }

    /// The verdict, when there is such a one.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        self.verdict.parse().ok()
    }

    /// The same with another verdict.
    pub(super) fn with_verdict(&self, verdict: Option<Verdict>) -> Self {
        Self {
            verdict: verdict.map_or_else(String::new, |one| one.as_str().to_owned()),
            ..self.clone()
        }
    }

    /// Whether anything is asked for besides a verdict.
    pub(super) fn is_narrow(&self) -> bool {
        self.with_verdict(None) != Self::default()
    }

    /// Whether what stands as the call's number is none.
    pub(super) fn is_session_wrong(&self) -> bool {
        !self.session.is_empty() && self.session.parse::<i64>().is_err()
    }

    /// What the desk is asked; a call that cannot be finds nothing.
    pub(super) fn filter(&self, zone: &TimeZone) -> LogFilter {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        LogFilter {
            verdict: self.verdict(),
            event: some(&self.event),
            session: some(&self.session).map(|text| text.parse().unwrap_or(i64::MIN)),
            from: moment(&self.from, zone),
            to: moment(&self.to, zone).map(end_of_minute),
        }
    }

    /// The address of the log with this asked for.
    pub(super) fn address(&self, channel: ChannelId, cursor: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        let fields = [
            ("verdict", self.verdict.as_str()),
            ("event", &self.event),
            ("session_id", &self.session),
            ("from", &self.from),
            ("to", &self.to),
            ("cursor", cursor.unwrap_or_default()),
        ];
        for (field, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(field, value);
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/channels/{channel}/notifications{mark}{query}")
    }
}

/// A moment as browsers send it, by the reader's clock, or with a zone of its own.
fn moment(text: &str, zone: &TimeZone) -> Option<At> {
    let local = || {
        let local: DateTime = text.parse().ok()?;
        Some(local.to_zoned(zone.clone()).ok()?.timestamp())
    };
    text.parse().ok().or_else(local)
}

/// A minute that is named is meant as a whole.
fn end_of_minute(at: At) -> At {
    at.checked_add(jiff::SignedDuration::from_mins(1))
        .unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        let query = "verdict=heard&event=talk_started&session_id=7&from=2026-11-22T13%3A05&x=1";
        let asked = Asked::of(&Typed::read(query.as_bytes()));
        let channel = ChannelId::at(At::UNIX_EPOCH);
        let address = asked.address(channel, Some("5.x"));
        let (_, again) = address.split_once('?').unwrap();
        assert_eq!(Asked::of(&Typed::read(again.as_bytes())), asked);
        assert!(address.ends_with("&cursor=5.x"), "{address}");
        assert!(asked.is_narrow() && !Asked::default().is_narrow());
    }

    #[test]
    fn moments_are_read_by_the_readers_clock() {
        let zone = TimeZone::get("Europe/Moscow").unwrap();
        let asked = Asked::of(&Typed::read(
            b"from=2026-11-22T13:05&to=2026-11-22T13:05&session_id=abc",
        ));
        let filter = asked.filter(&zone);
        assert_eq!(filter.from.unwrap().to_string(), "2026-11-22T10:05:00Z");
        assert_eq!(filter.to.unwrap().to_string(), "2026-11-22T10:06:00Z");
        assert!(asked.is_session_wrong());
        assert_eq!(filter.session, Some(i64::MIN), "no call has this number");
    }
}
