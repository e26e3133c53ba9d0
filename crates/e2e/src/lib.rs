//! A browser lives through the desk.
