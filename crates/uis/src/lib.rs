//! The wire of the UIS platform: notifications, body templates, the two APIs.
