//! A call of another telephony, as it was uploaded.

use jiff::{SignedDuration, Timestamp};

use super::facts::{Call, Caller, Direction, State, Talk};
use crate::scenario::Scenario;

impl Call {
    /// A call that is over and was never played here.
    pub(crate) fn uploaded(
        direction: Direction,
        caller: Caller,
        own_number: &str,
        started: Timestamp,
        finished: Timestamp,
    ) -> Self {
        Self {
            session: 0,
            direction,
            scenario: Scenario::Talked,
            source: "upload_calls".to_owned(),
            external_id: None,
            virtual_number: own_number.to_owned(),
            caller,
            operator: 0,
            communication_number: 1,
            sound: None,
            secret: String::new(),
            speed: 1.0,
            started,
            state: State::Finished {
                at: finished,
                reason: "success_finish".to_owned(),
            },
            legs: Vec::new(),
            talks: Vec::new(),
            records: Vec::new(),
            postprocess_seconds: 0,
            bare_number: None,
            third: None,
            takes_input: false,
            recorded_by_hand: false,
            tags: Vec::new(),
            comments: Vec::new(),
            ext_id: None,
            recognition_asked: None,
        }
    }

    /// They talked for so long before it ended.
    pub(crate) fn talked_at_the_end(&mut self, seconds: i64) {
        let ended = self.latest();
        let talked = SignedDuration::from_secs(seconds.max(0));
        let started = ended
            .checked_sub(talked)
            .unwrap_or(self.started)
            .max(self.started);
        self.talks.push(Talk {
            operator: None,
            started,
            ended: Some(ended),
            held_seconds: 0,
            held_since: None,
        });
    }
}
