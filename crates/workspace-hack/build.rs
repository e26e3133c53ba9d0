//! There so that cargo looks at the build dependencies.

fn main() {}
