//! What the HTTP side is told at start.

use ipnet::IpNet;
use tokio_util::sync::CancellationToken;

/// Settings of the HTTP side.
#[derive(Debug, Clone, Default)]
pub struct WebOptions {
    /// Networks of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Ends what would go on for ever: the streams of live events.
    pub stop: CancellationToken,
    /// Whether browsers may send the session's cookie over HTTPS only: the public address is one of HTTPS.
    pub secure_cookies: bool,
}
