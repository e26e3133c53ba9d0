//! Who asks: browsers that have signed in, programs with a key.

mod actor;
