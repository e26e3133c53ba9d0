//! The desk's binary.

fn main() {}
