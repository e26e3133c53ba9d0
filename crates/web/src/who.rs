//! Who asks: a browser that is signed in, a program with a key; and from which address.

mod address;
mod cookie;
mod key;
mod origin;
mod signed;

#[cfg(test)]
mod tests;

pub use address::ClientAddress;
pub use cookie::{SESSION_COOKIE, forget_session, keep_session, session_secret};
pub use key::Keyed;
pub(crate) use key::{has_key, whose};
pub(crate) use origin::from_our_pages;
pub use signed::Signed;
