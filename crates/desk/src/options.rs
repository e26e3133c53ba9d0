//! What the operator of the server has set.

use std::collections::HashMap;

use domain::{Country, Language, Provider};

/// Settings of the desk as a whole.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where people and the provider reach the desk, without a slash at the end.
    pub public_url: String,
    /// Where the server reaches itself, without a slash at the end; nothing: not known.
    pub local_url: Option<String>,
    /// New channels' country.
    pub country: Country,
    /// New channels' time zone, and that of people until they choose, IANA.
    pub time_zone: String,
    /// The desk's own language: of texts that are written once for all.
    pub language: Language,
    /// Recordings of more bytes are not kept.
    pub largest_recording: u64,
    /// Calls that are transcribed at once: as many as the engine has workers for.
    pub transcribing: usize,
    /// By provider.
    pub providers: HashMap<Provider, ProviderOptions>,
}

/// Settings of one provider.
#[derive(Debug, Clone, Default)]
pub struct ProviderOptions {
    /// Hosts that recordings may come from.
    pub media_hosts: Vec<String>,
    /// Networks that notifications may come from; empty: any.
    pub notification_networks: Vec<ipnet::IpNet>,
    /// Where its APIs answer, when not at its own addresses.
    pub addresses: Option<telephony::pbx::Addresses>,
}

impl Options {
    /// What a recording may have when nobody has set anything: ten hours of the platform's best MP3.
    pub const LARGEST_RECORDING: u64 = 1 << 30;

    /// Settings of this provider.
    #[must_use]
    pub fn provider(&self, provider: Provider) -> ProviderOptions {
        self.providers.get(&provider).cloned().unwrap_or_default()
    }

    /// Where the provider's APIs answer.
    #[must_use]
    pub fn addresses(&self, provider: Provider) -> telephony::pbx::Addresses {
        let set = self.provider(provider).addresses;
        set.unwrap_or_else(|| telephony::pbx::Addresses::of(provider))
    }

    /// Where notifications are sent to.
    #[must_use]
    pub fn hook_url(&self) -> String {
        format!("{}/hooks/uis", self.public_url)
    }

    /// Where the PBX asks at whom to ring, with a channel's token.
    #[must_use]
    pub fn route_url(&self, token: &str) -> String {
        format!("{}/{token}/route", self.hook_url())
    }

    /// The same door from inside.
    #[must_use]
    pub fn local_hook_url(&self) -> Option<String> {
        let local = self.local_url.as_ref()?;
        Some(format!("{local}/hooks/uis"))
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".to_owned(),
            local_url: None,
            country: Country::default(),
            time_zone: "Europe/Moscow".to_owned(),
            language: Language::Ru,
            largest_recording: Self::LARGEST_RECORDING,
            transcribing: 1,
            providers: HashMap::new(),
        }
    }
}
