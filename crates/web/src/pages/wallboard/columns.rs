//! Today by the hour, as columns: answered below, missed on top.

use desk::wallboard::Hour;

use crate::frame::Frame;

/// How high the highest column is, in the units of its drawing.
const HIGH: i64 = 100;

/// An hour as it is drawn.
pub(super) struct Column {
    /// "13".
    pub(super) hour: String,
    /// The same for those who do not see it: "13:00: answered 5, missed 1".
    pub(super) said: String,
    /// Where the part of the missed begins, and how high it is.
    pub(super) missed: (i64, i64),
    /// Where the part of the answered begins, and how high it is.
    pub(super) answered: (i64, i64),
    /// Whether it is the present hour.
    pub(super) now: bool,
}

/// The columns, the highest as high as there is room.
pub(super) fn columns(hours: &[Hour], frame: &Frame) -> Vec<Column> {
    let most = hours.iter().map(|hour| hour.answered + hour.missed).max();
    let most = most.unwrap_or_default().max(1);
    let last = hours.len().saturating_sub(1);
    let column = |(place, hour): (usize, &Hour)| {
        let answered = hour.answered * HIGH / most;
        let missed = hour.missed * HIGH / most;
        let begins = frame.hour(hour.from).text;
        Column {
            hour: begins.split(':').next().unwrap_or_default().to_owned(),
            said: frame.t.msg_wall_hour(&begins, hour.answered, hour.missed),
            answered: (HIGH - answered, answered),
            missed: (HIGH - answered - missed, missed),
            now: place == last,
        }
    };
    hours.iter().enumerate().map(column).collect()
}
