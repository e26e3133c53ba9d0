//! Notifications: the administrator's template, filled in by the platform's rules and delivered.

mod courier;
mod delivery;
mod moment;
mod offers;
mod people;
mod template;
mod times;

pub(crate) use courier::Courier;
pub(crate) use delivery::Delivery;
#[cfg(test)]
pub(crate) use offers::offered;
