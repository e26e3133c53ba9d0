//! Opening a desk: its folder, key and database.

use std::collections::HashMap;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use secrecy::ExposeSecret;

use desk::options::ProviderOptions;
use desk::secrets::Sealer;
use desk::{Desk, Options};
use domain::{Provider, SystemClock};
use sound::Shelf;
use store::Store;
use store::inbox::{Inbox, Keeping};
use telephony::outbound::Outbound;
use telephony::pbx::Addresses;
use url::Url;

use crate::settings::{self, Settings};
use crate::speech_engine::speech_engine;

/// A desk that is open, and what must be closed with it.
pub struct Opened {
    /// The desk.
    pub desk: Desk,
    /// What it stands on.
    pub store: Store,
    /// Keeps what comes in.
    pub inbox: Keeping,
}

impl Opened {
    /// Waits until what came in is kept, then lets go of the database.
    pub async fn close(self) {
        self.inbox.end().await;
        self.store.close().await;
    }
}

/// Opens the desk of these settings, makes its folder and key at the first time.
pub async fn open(settings: &Settings) -> Result<Opened> {
    make_folder(&settings.data_dir)?;
    let sealer = Sealer::new(&secret_key(settings)?);
    let store = open_store(settings).await?;
    let (inbox, running) = Inbox::open(store.clone());
    let outbound = Outbound::new().context("could not set up TLS for requests to providers")?;
    let desk = Desk::new(
        store.clone(),
        inbox,
        Arc::new(SystemClock),
        sealer,
        outbound,
        open_shelf(settings)?,
        options(settings),
    )
    .with_transcriber(Some(speech_engine(settings)));
    Ok(Opened {
        desk,
        store,
        inbox: running,
    })
}

/// Opens the database alone.
pub async fn open_store(settings: &Settings) -> Result<Store> {
    make_folder(&settings.data_dir)?;
    let url = settings.database_url();
    Store::open(url.expose_secret())
        .await
        .context("could not open the database: check database_url and that it is running")
}

/// Opens the storage of recordings alone.
fn open_shelf(settings: &Settings) -> Result<Shelf> {
    Shelf::open_at(&settings.recordings_url(), &settings.arriving())
        .context("could not open the storage of recordings: check recordings_url")
}

fn make_folder(folder: &Path) -> Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("could not make the data folder {}", folder.display()))
}

/// The desk's part of the settings.
#[must_use]
pub fn options(settings: &Settings) -> Options {
    let provider = |name: Provider, own: &settings::Provider| ProviderOptions {
        media_hosts: own.media_hosts.clone(),
        notification_networks: own.notification_networks.clone(),
        addresses: Some(addresses(name, own)),
    };
    let all = &settings.providers;
    Options {
        public_url: settings.public_url(),
        local_url: Some(format!("http://{}", reachable(settings.listen))),
        country: settings.default_country,
        time_zone: settings.time_zone.clone(),
        language: settings.language,
        largest_recording: settings.largest_recording_mb << 20,
        transcribing: settings.speech.workers(),
        providers: HashMap::from([
            (Provider::Uis, provider(Provider::Uis, &all.uis)),
            (Provider::Comagic, provider(Provider::Comagic, &all.comagic)),
            (Provider::Novofon, provider(Provider::Novofon, &all.novofon)),
            (
                Provider::Callgear,
                provider(Provider::Callgear, &all.callgear),
            ),
        ]),
    }
}

/// The addresses that are set, and the provider's own for those that are not.
fn addresses(name: Provider, own: &settings::Provider) -> Addresses {
    let usual = Addresses::of(name);
    let set = |url: &Option<Url>| url.as_ref().map(|url| url.as_str().to_owned());
    Addresses {
        call_api: set(&own.call_api_url).unwrap_or(usual.call_api),
        data_api: set(&own.data_api_url).unwrap_or(usual.data_api),
    }
}

/// Listening everywhere, the server reaches itself on its own machine.
fn reachable(mut listen: SocketAddr) -> SocketAddr {
    if listen.ip().is_unspecified() {
        let own = match listen.ip() {
            IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        };
        listen.set_ip(own);
    }
    listen
}

const KEY_DIGITS: usize = 64;

/// The key from the settings, from its file, or a new one that is put there.
fn secret_key(settings: &Settings) -> Result<[u8; 32]> {
    if let Some(key) = &settings.secret_key {
        return parse_key(key.expose_secret()).context("secret_key is not a key");
    }
    let path = settings.secret_key_file();
    match std::fs::read_to_string(&path) {
        Ok(text) => parse_key(&text).with_context(|| format!("{} holds no key", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make_key(&path),
        Err(error) => Err(error)
            .with_context(|| format!("could not read the secret key in {}", path.display())),
    }
}

fn parse_key(text: &str) -> Result<[u8; 32]> {
    let mut key = [0; 32];
    if text.trim().len() != KEY_DIGITS || hex::decode_to_slice(text.trim(), &mut key).is_err() {
        bail!("a key is {KEY_DIGITS} hexadecimal digits");
    }
    Ok(key)
}

fn make_key(path: &Path) -> Result<[u8; 32]> {
    let key = Sealer::new_key();
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    file.and_then(|mut file| {
        file.write_all(hex::encode(key).as_bytes())?;
        file.sync_all()
    })
    .with_context(|| format!("could not write the secret key to {}", path.display()))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_key_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            data_dir: folder.path().to_owned(),
            ..Settings::default()
        };
        let key = secret_key(&settings).unwrap();
        assert_eq!(secret_key(&settings).unwrap(), key);
        let mode = std::fs::metadata(settings.secret_key_file())
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_damaged_key_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            data_dir: folder.path().to_owned(),
            ..Settings::default()
        };
        std::fs::write(settings.secret_key_file(), "short").unwrap();
        assert!(secret_key(&settings).is_err());
        assert_eq!(
            std::fs::read_to_string(settings.secret_key_file()).unwrap(),
            "short"
        );
    }
}
