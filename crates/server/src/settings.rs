//! Settings: a file, then the environment over it; a key that does not exist names the nearest that does.

mod known;
mod load;
mod merge;
mod speech;

use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use domain::{Country, Language};

pub use load::load;
pub use speech::{Engine, Speech};

/// What the operator of the server has set.
#[derive(Debug, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Where the desk answers.
    pub listen: SocketAddr,
    /// Where people and the PBX reach it; without it, where it answers.
    pub public_url: Option<Url>,
    /// The folder of everything that is kept.
    pub data_dir: PathBuf,
    /// The database; without it, SQLite in the data folder.
    pub database_url: Option<SecretString>,
    /// Where recordings are kept, `file://…` or `s3://…`; without it, in the data folder.
    pub recordings_url: Option<String>,
    /// Recordings of more megabytes are not kept.
    pub largest_recording_mb: u64,
    /// The key that secrets are sealed with, 64 hexadecimal digits.
    pub secret_key: Option<SecretString>,
    /// The file with that key; without it, in the data folder.
    pub secret_key_file: Option<PathBuf>,
    /// Where Prometheus reads.
    pub metrics_listen: Option<SocketAddr>,
    /// Of numbers without a country code.
    pub default_country: Country,
    /// Proxies whose word about the sender counts.
    pub trusted_proxies: Vec<IpNet>,
    /// Of times on pages and in comments, IANA.
    pub time_zone: String,
    /// Of the interface until somebody chooses, and of what the desk writes.
    pub language: Language,
    /// The platform under its four names.
    pub providers: Providers,
    /// Who turns speech into text.
    pub speech: Speech,
}

/// The platform under its four names.
#[derive(Debug, Deserialize)]
#[serde(default)]
pub struct Providers {
    /// UIS.
    pub uis: Provider,
    /// CoMagic.
    pub comagic: Provider,
    /// Novofon.
    pub novofon: Provider,
    /// CallGear.
    pub callgear: Provider,
}

/// One of them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Provider {
    /// Hosts that recordings may come from.
    pub media_hosts: Vec<String>,
    /// Networks that notifications may come from; empty: any.
    pub notification_networks: Vec<IpNet>,
    /// Where the Call API answers; without it, at the provider's own address.
    pub call_api_url: Option<Url>,
    /// Where the Data API answers; without it, at the provider's own address.
    pub data_api_url: Option<Url>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            data_dir: PathBuf::from("./data"),
            database_url: None,
            recordings_url: None,
            largest_recording_mb: desk::Options::LARGEST_RECORDING >> 20,
            secret_key: None,
            secret_key_file: None,
            metrics_listen: Some(SocketAddr::from(([127, 0, 0, 1], 9464))),
            default_country: Country::default(),
            trusted_proxies: vec![
                IpNet::from(std::net::IpAddr::from([127, 0, 0, 1])),
                IpNet::from(std::net::IpAddr::from(std::net::Ipv6Addr::LOCALHOST)),
            ],
            time_zone: "Europe/Moscow".to_owned(),
            language: Language::Ru,
            providers: Providers::default(),
            speech: Speech::default(),
        }
    }
}

impl Default for Providers {
    fn default() -> Self {
        let hosts = |names: [&str; 2]| Provider {
            media_hosts: names.map(str::to_owned).to_vec(),
            ..Provider::default()
        };
        Self {
            uis: hosts(["app.uiscom.ru", "media.uiscom.ru"]),
            comagic: hosts(["app.comagic.ru", "media.comagic.ru"]),
            novofon: hosts(["app.novofon.ru", "media.novofon.ru"]),
            callgear: hosts(["media.callgear.com", "app.callgear.com"]),
        }
    }
}

impl Settings {
    /// The public address without a slash at the end.
    #[must_use]
    pub fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.as_str().trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }

    /// The database's address.
    #[must_use]
    pub fn database_url(&self) -> SecretString {
        self.database_url.clone().unwrap_or_else(|| {
            SecretString::from(format!(
                "sqlite://{}",
                self.data_dir.join("dozvon.db").display()
            ))
        })
    }

    /// Where recordings are kept.
    #[must_use]
    pub fn recordings_url(&self) -> String {
        let folder = || format!("file://{}", self.data_dir.join("recordings").display());
        self.recordings_url.clone().unwrap_or_else(folder)
    }

    /// The folder of recordings that are arriving.
    #[must_use]
    pub fn arriving(&self) -> PathBuf {
        self.data_dir.join("arriving")
    }

    /// The file of the secret key.
    #[must_use]
    pub fn secret_key_file(&self) -> PathBuf {
        self.secret_key_file
            .clone()
            .unwrap_or_else(|| self.data_dir.join("secret.key"))
    }
}

#[cfg(test)]
mod tests;
