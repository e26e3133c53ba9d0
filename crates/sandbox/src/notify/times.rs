//! The values of parameters about moments, durations and files.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::moment::Moment;
use crate::call::Record;
use crate::clock::to_milliseconds;
use crate::record_files;

/// A notification is made a little after what it tells.
const MAKING: SignedDuration = SignedDuration::from_millis(212);

impl Moment<'_> {
    pub(super) fn times(&self, name: &str) -> Option<Value> {
        let call = self.call;
        let made = self.occasion.at + MAKING;
        let written = |at: Option<Timestamp>| json!(at.map(to_milliseconds));
        Some(match name {
            "notification_time" => json!(to_milliseconds(made)),
            "notification_timestamp" => json!(made.as_second()),
            "start_time" => json!(to_milliseconds(call.started)),
            "answer_time" => written(self.talk().map(|talk| talk.started)),
            "connection_time" => written(call.connection_time()),
            "finish_time" => written(call.finish_time().or(Some(self.occasion.at))),
            "talk_time_duration" => json!(
                self.talk()
                    .map_or(call.talk_seconds(), |talk| talk.seconds())
            ),
            "clean_talk_time_duration" => json!(call.clean_talk_seconds()),
            "wait_time_duration" => json!(call.wait_seconds()),
            "total_wait_time_duration" => json!(call.total_wait_seconds()),
            "total_time_duration" => json!(call.total_seconds()),
            "postprocess_time_duration" => json!(call.postprocess_seconds),
            _ => return None,
        })
    }

    pub(super) fn files(&self, name: &str) -> Option<Value> {
        let link = |record: &Record| record_files::link(self.public_url, self.call.session, record);
        let talks = self.call.records.iter().filter(|record| !record.is_message);
        let record = self
            .occasion
            .record
            .and_then(|record| self.call.records.get(record));
        Some(match name {
            "record_file_links" => json!(talks.map(link).collect::<Vec<_>>()),
            "file_link" => json!(record.map(link)),
            "file_duration" => json!(record.map(|record| record.seconds)),
            _ => return None,
        })
    }

    fn talk(&self) -> Option<&crate::call::Talk> {
        self.call.talks.get(self.occasion.talk?)
    }
}
