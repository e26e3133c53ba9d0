//! What the desk says to people, in Russian and English.
