//! What the report of past calls knows of recordings.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use uis::data_api::{PastCall, Period};

use super::{Failure, Pbx};

/// A past call that was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its session.
    pub session: i64,
    /// What its links are made with.
    pub communication: i64,
    /// The other part of each link, one a talk.
    pub hashes: Vec<String>,
    /// The whole of it, as an address.
    pub whole: Option<String>,
}

impl Pbx {
    /// The recorded calls of a stretch of time, by the account's clock. Costs a point a page.
    pub async fn recorded(
        &self,
        from: Timestamp,
        till: Timestamp,
        zone: &TimeZone,
    ) -> Result<Vec<Recorded>, Failure> {
        let report = self.account.calls_report(Period::of(from, till, zone));
        let fields = [
            "id",
            "communication_id",
            "call_records",
            "full_record_file_link",
        ];
        let calls = report.fields(fields).all().await?;
        let recorded = |call: PastCall| Recorded {
            session: call.id,
            communication: call.communication_id.unwrap_or(call.id),
            hashes: call.call_records,
            whole: call.full_record_file_link,
        };
        let all = calls.into_iter().map(recorded);
        Ok(all
            .filter(|one| !one.hashes.is_empty() || one.whole.is_some())
            .collect())
    }
}

impl Recorded {
    /// Where the recordings are, on the host of the owner's cabinet.
    #[must_use]
    pub fn links(&self, cabinet: &str) -> Vec<String> {
        if self.hashes.is_empty() {
            return self.whole.iter().cloned().collect();
        }
        let link =
            |hash: &String| format!("{cabinet}/system/media/talk/{}/{hash}/", self.communication);
        self.hashes.iter().map(link).collect()
    }
}
