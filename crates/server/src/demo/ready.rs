//! What a demo says when it is ready: a line for programs, or a few for people.

use std::net::SocketAddr;

use serde::Serialize;

use sandbox::Sandbox;

use super::{Kept, SignIn};
use crate::output::say;
use crate::settings::Settings;

/// The one line of `--json`.
#[derive(Debug, Serialize)]
pub struct Ready<'a> {
    desk_url: String,
    sandbox_url: String,
    metrics_url: &'a str,
    api_key: &'a str,
    sign_ins: &'a [SignIn],
    channel_id: &'a str,
    channel_token: &'a str,
    sandbox_api_key: String,
    pid: u32,
}

/// What there is to say.
pub fn ready<'a>(
    settings: &Settings,
    pbx: &Sandbox,
    kept: &'a Kept,
    pbx_address: SocketAddr,
    metrics_url: &'a str,
) -> Ready<'a> {
    Ready {
        desk_url: settings.public_url(),
        sandbox_url: format!("http://{pbx_address}"),
        metrics_url,
        api_key: &kept.api_key,
        sign_ins: &kept.sign_ins,
        channel_id: &kept.channel_id,
        channel_token: &kept.channel_token,
        sandbox_api_key: pbx.api_key().to_owned(),
        pid: std::process::id(),
    }
}

impl Ready<'_> {
    /// For programs.
    pub fn as_json(&self) {
        say(&serde_json::to_string(self).unwrap_or_default());
    }

    /// For people.
    pub fn as_text(&self) {
        say("");
        say(&format!("  Desk          {}", self.desk_url));
        say(&format!(
            "  Sandbox PBX   {}   (dial from here)",
            self.sandbox_url
        ));
        say(&format!("  API           {}/api/docs", self.desk_url));
        say(&format!("  API key       {}", self.api_key));
        say(&format!("  Metrics       {}", self.metrics_url));
        say("");
        for sign_in in self.sign_ins {
            say(&format!(
                "  {:<12}  {:<28}  {}",
                sign_in.role, sign_in.email, sign_in.password
            ));
        }
        say("\n  Ctrl-C stops both.\n");
    }
}
