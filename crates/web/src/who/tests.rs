//! Addresses through proxies, pages of our own.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use ipnet::IpNet;

use super::address::seen_through;
use super::origin::is_ours;

fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in all {
        headers.append(
            HeaderName::from_static(name),
            HeaderValue::from_str(value).unwrap(),
        );
    }
    headers
}

fn seen(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
    let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
    let told: Vec<_> = forwarded
        .iter()
        .map(|value| ("x-forwarded-for", *value))
        .collect();
    let peer: IpAddr = peer.parse().unwrap();
    seen_through(peer, &headers(&told), &trusted).to_string()
}

#[test]
fn a_proxy_is_believed_only_when_it_is_trusted() {
    assert_eq!(seen("203.0.113.7", &["198.51.100.1"], &[]), "203.0.113.7");
    assert_eq!(
        seen("10.0.0.1", &["198.51.100.1"], &["10.0.0.0/8"]),
        "198.51.100.1"
    );
    assert_eq!(
        seen("203.0.113.7", &["198.51.100.1"], &["10.0.0.0/8"]),
        "203.0.113.7"
    );
}

#[test]
fn what_stands_left_of_the_first_stranger_is_not_believed() {
    let trusted = &["10.0.0.0/8", "2001:db8::/32"];
    assert_eq!(
        seen("10.0.0.1", &["1.1.1.1, 203.0.113.7, 10.0.0.2"], trusted),
        "203.0.113.7"
    );
    assert_eq!(
        seen("10.0.0.1", &["1.1.1.1", "203.0.113.7:4711"], trusted),
        "203.0.113.7"
    );
    assert_eq!(
        seen("10.0.0.1", &["[2001:dead::1]:80"], trusted),
        "2001:dead::1"
    );
    assert_eq!(seen("10.0.0.1", &["unknown"], trusted), "10.0.0.1");
    assert_eq!(
        seen("10.0.0.1", &["10.0.0.3, 10.0.0.2"], trusted),
        "10.0.0.3"
    );
}

#[test]
fn a_form_from_our_own_page_is_taken_and_from_another_is_not() {
    let url = "https://desk.example.ru";
    let own = |all: &[(&'static str, &str)]| is_ours(&headers(all), url);
    assert!(own(&[("sec-fetch-site", "same-origin")]));
    assert!(own(&[("sec-fetch-site", "none")]));
    assert!(!own(&[("sec-fetch-site", "cross-site")]));
    assert!(!own(&[
        ("sec-fetch-site", "same-site"),
        ("origin", "https://desk.example.ru")
    ]));
    assert!(own(&[("origin", "https://desk.example.ru")]));
    assert!(!own(&[("origin", "https://desk.example.ru.evil.example")]));
    assert!(!own(&[("origin", "null")]));
    assert!(own(&[
        ("origin", "http://192.168.0.5:8080"),
        ("host", "192.168.0.5:8080")
    ]));
    assert!(own(&[]), "nothing to misuse");
    assert!(!own(&[("cookie", "dozvon_session=dzs_x")]));
}
