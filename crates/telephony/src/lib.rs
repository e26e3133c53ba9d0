//! Providers by name; outbound HTTP with guards.
