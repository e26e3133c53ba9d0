//! The words of the panel.
