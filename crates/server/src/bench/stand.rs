//! The stand: a desk with one channel on a real port, and beside it the same server that answers without keeping.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use tokio_util::sync::CancellationToken;

use desk::Desk;
use desk::channels::NewChannel;
use desk::people::NewAgent;
use store::{EngineKind, Store};

use super::bodies::Bodies;
use crate::open::{self, Opened};
use crate::run;
use crate::settings::Settings;

/// A desk to be measured.
pub struct Stand {
    /// Where notifications go.
    pub desk_url: String,
    /// Where the same bodies go and are not kept.
    pub bare_url: String,
    /// Where the pages are.
    pub pages_url: String,
    /// Where the API is.
    pub api_url: String,
    /// An administrator's key.
    pub api_key: String,
    /// What is sent.
    pub bodies: Arc<Bodies>,
    opened: Opened,
    stop: CancellationToken,
}

impl Stand {
    /// Opens one over this database, or over a fresh SQLite file in the folder.
    pub async fn open(folder: &Path, database_url: Option<&str>) -> Result<Self> {
        let settings = Settings {
            data_dir: folder.join("desk"),
            database_url: database_url.map(|url| url.to_owned().into()),
            ..Settings::default()
        };
        let opened = open::open(&settings).await?;
        let (api_key, token) = furnish(&opened.desk)
            .await
            .context("could not furnish the desk")?;
        let stop = CancellationToken::new();
        let desk = serve(run::router(&opened.desk, &settings, &stop), &stop).await?;
        let bare = opened.desk.clone().keeping_nothing();
        let bare = serve(run::router(&bare, &settings, &stop), &stop).await?;
        Ok(Self {
            desk_url: format!("http://{desk}/hooks/uis"),
            bare_url: format!("http://{bare}/hooks/uis"),
            pages_url: format!("http://{desk}"),
            api_url: format!("http://{desk}/api/v1"),
            api_key,
            bodies: Arc::new(Bodies::new(&token)),
            opened,
            stop,
        })
    }

    /// The desk.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.opened.desk
    }

    /// What it stands on.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.opened.store
    }

    /// Commits of the inbox up to now.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.opened.desk.inbox_commits()
    }

    /// The engine's name.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self.opened.store.kind() {
            EngineKind::Sqlite => "SQLite",
            EngineKind::Postgres => "PostgreSQL",
        }
    }

    /// An administrator's cookie.
    pub async fn sign_in(&self) -> Result<String> {
        let (secret, _) = self
            .desk()
            .sign_in(EMAIL, PASSWORD, "bench", None)
            .await
            .context("could not sign in")?;
        Ok(format!("{}={secret}", web::SESSION_COOKIE))
    }

    /// Ends it.
    pub async fn close(self) {
        self.stop.cancel();
        self.opened.store.close().await;
    }
}

/// The administrator.
pub const EMAIL: &str = "bench@example.ru";
const PASSWORD: &str = "a password for nobody";

async fn furnish(desk: &Desk) -> Result<(String, String)> {
    if desk.actor_by_email(EMAIL).await.is_err() {
        let new = NewAgent {
            email: EMAIL.to_owned(),
            name: "Bench".to_owned(),
            role: Some("admin".to_owned()),
            ..NewAgent::default()
        };
        desk.hire(&new, PASSWORD).await?;
    }
    let admin = desk.actor_by_email(EMAIL).await?;
    let (_, api_key) = desk.create_key(&admin, None, "bench").await?;
    let new = NewChannel {
        name: "Bench".to_owned(),
        provider: "uis".to_owned(),
        ..NewChannel::default()
    };
    let channel = desk.create_channel(&admin, &new).await?;
    let (_, token) = desk.create_token(&admin, channel.id).await?;
    Ok((api_key, token))
}

async fn serve(router: Router, stop: &CancellationToken) -> Result<SocketAddr> {
    let listener = run::listen(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let address = listener.local_addr()?;
    let stop = stop.clone();
    tokio::spawn(async move {
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        if let Err(error) = axum::serve(listener, service)
            .with_graceful_shutdown(stop.cancelled_owned())
            .await
        {
            tracing::error!(%error, "the stand broke off");
        }
    });
    Ok(address)
}
