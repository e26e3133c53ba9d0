//! Findings gathered on the way, each once and not without end.

use crate::Finding;

/// A body has 64 parameters; more findings than this tell nobody anything.
const MOST: usize = 128;

/// Characters of a key or a value that a finding shows.
pub(super) const LONGEST_SHOWN: usize = 80;

/// At most so many characters of a text.
pub(super) fn clipped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Findings of one body.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, finding: Finding) {
        if self.0.len() < MOST && !self.0.contains(&finding) {
            self.0.push(finding);
        }
    }

    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    pub(super) fn rewind(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    pub(super) fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}
