//! The client's address, seen through the proxies that are trusted.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use domain::Actor;
use ipnet::IpNet;

use crate::Web;

const FORWARDED: &str = "x-forwarded-for";

/// Where a request really came from; unknown only when the server does not tell its peers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub Option<IpAddr>);

impl FromRequestParts<Web> for ClientAddress {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(address)| address.ip().to_canonical());
        Ok(Self(peer.map(|peer| {
            seen_through(peer, &parts.headers, &web.options.trusted_proxies)
        })))
    }
}

/// The asker with the address they ask from, which history keeps.
pub(super) async fn from_here(mut actor: Actor, parts: &mut Parts, web: &Web) -> Actor {
    let Ok(ClientAddress(address)) = ClientAddress::from_request_parts(parts, web).await;
    actor.address = address.map(|address| address.to_string());
    actor
}

/// The right-most address that no trusted proxy stands for: what stands left of it anybody could have written.
pub(super) fn seen_through(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    let told: Vec<&str> = headers
        .get_all(FORWARDED)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut seen = peer;
    for hop in told.into_iter().rev() {
        if !is_trusted(&seen) {
            break;
        }
        let Some(address) = read(hop) else { break };
        seen = address;
    }
    seen
}

/// Proxies write `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::7` or `[2001:db8::7]:4711`.
fn read(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let address = hop
        .parse()
        .or_else(|_| hop.parse::<SocketAddr>().map(|address| address.ip()))
        .or_else(|_| hop.trim_matches(['[', ']']).parse());
    address.ok().map(|address: IpAddr| address.to_canonical())
}
