//! What a link to a recording tells by itself.

use crate::{Speaker, Voices};

/// Whether two links lead to the same recording: http or https, with or without a slash at the end.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    identity_of(one) == identity_of(other)
}

/// What is the same in all spellings of a link.
#[must_use]
pub fn identity_of(link: &str) -> String {
    let bare = link.trim();
    let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    let bare = bare.trim_end_matches('/');
    match bare.split_once('/') {
        Some((host, path)) => format!("{}/{path}", host.to_ascii_lowercase()),
        None => bare.to_ascii_lowercase(),
    }
}

/// Whose voice stands where in the recordings of a call, by their links.
///
/// UIS keeps stereo talks with the employee at the left, and beside them pairs of WAV files, first the client's and then
/// the employee's, which their path tells.
#[must_use]
pub fn voices(links: &[String], agent_side: u8) -> Vec<Voices> {
    let mut apart = 0;
    let one = |link: &String| {
        if !link.contains("/system/media/wav/") {
            return Voices::AgentIn(agent_side);
        }
        apart += 1;
        Voices::Only(match apart % 2 {
            1 => Speaker::Client,
            _ => Speaker::Agent,
        })
    };
    links.iter().map(one).collect()
}
