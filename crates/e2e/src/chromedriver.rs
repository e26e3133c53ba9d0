//! The program that drives Chromium, and the commands it has beyond WebDriver's own.

use anyhow::{Context as _, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use tokio::process::Command;
use url::{ParseError, Url};

use crate::program::Program;

/// Starts it on a free port; gives its address.
pub(crate) async fn start() -> Result<(Program, String)> {
    let mut program =
        Program::start(Command::new("chromedriver").args(["--port=0", "--log-level=SEVERE"]))?;
    let port = program.first(port).await.context("start chromedriver")?;
    Ok((program, format!("http://127.0.0.1:{port}")))
}

fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

/// A POST of chromedriver's own under the session's address.
#[derive(Debug)]
pub(crate) struct Own {
    path: &'static str,
    body: Value,
}

impl Own {
    /// A command of the DevTools protocol.
    pub(crate) fn devtools(name: &str, params: &Value) -> Self {
        Self {
            path: "goog/cdp/execute",
            body: json!({ "cmd": name, "params": params }),
        }
    }

    /// What the browser's console said since it was last asked.
    pub(crate) fn console() -> Self {
        Self {
            path: "se/log",
            body: json!({ "type": "browser" }),
        }
    }
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_from_the_line_that_tells_it() {
        assert_eq!(
            port("ChromeDriver was started successfully on port 41234."),
            Some(41234)
        );
        assert_eq!(port("Only local connections are allowed."), None);
    }
}
