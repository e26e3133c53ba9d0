//! The sandbox as clients see it that know nothing of it: two from PyPI, and our own.

mod ours;
mod python;
mod served;
