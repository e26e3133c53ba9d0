//! The keys there are.

/// Keys at the top.
pub(super) const TOP: [&str; 13] = [
    "listen",
    "public_url",
    "data_dir",
    "database_url",
    "recordings_url",
    "largest_recording_mb",
    "secret_key",
    "secret_key_file",
    "metrics_listen",
    "default_country",
    "trusted_proxies",
    "time_zone",
    "language",
];
/// Sections under `providers`.
pub(super) const PROVIDERS: [&str; 4] = ["uis", "comagic", "novofon", "callgear"];
/// Keys of each of them.
pub(super) const PROVIDER: [&str; 4] = [
    "media_hosts",
    "notification_networks",
    "call_api_url",
    "data_api_url",
];
/// Keys of the section `speech`.
pub(super) const SPEECH: [&str; 7] = [
    "engine", "model", "models", "url", "api_key", "language", "workers",
];
/// Keys that hold a number.
pub(super) const NUMBERS: [&str; 1] = ["workers"];
/// Keys that hold a list; in the environment its parts stand between commas.
pub(super) const LISTS: [&str; 3] = ["trusted_proxies", "media_hosts", "notification_networks"];

/// All keys with their sections, dotted.
pub(super) fn all() -> Vec<String> {
    let top = TOP.iter().map(|key| (*key).to_owned());
    let inside = PROVIDERS.iter().flat_map(|name| {
        PROVIDER
            .iter()
            .map(move |key| format!("providers.{name}.{key}"))
    });
    let speech = SPEECH.iter().map(|key| format!("speech.{key}"));
    top.chain(inside).chain(speech).collect()
}

/// The known key that is most like this one.
pub(super) fn nearest(unknown: &str) -> String {
    let likeness = |key: &String| strsim::jaro_winkler(key, unknown);
    all()
        .into_iter()
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
        .unwrap_or_default()
}
