//! What each scenario tells, from its first event to its last.
