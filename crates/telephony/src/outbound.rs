//! The one way out: an HTTP client with limits, that follows redirects only to hosts it may go to.

use std::time::Duration;

use reqwest::header::{LOCATION, RANGE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use url::Url;

mod ourselves;
mod patient;
pub use ourselves::Answered;
pub use patient::Reply;

/// Time to reach a host.
const CONNECT: Duration = Duration::from_secs(5);
/// Time without a byte.
const SILENCE: Duration = Duration::from_secs(15);
/// The platform sends http to https and on to a media host: two are usual.
const MOST_HOPS: usize = 5;

/// Why a request was not made or not answered.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The host is not among those allowed.
    #[error("`{0}` is not among the hosts that recordings may come from")]
    HostNotAllowed(String),
    /// Not an address of the web.
    #[error("the link is not an address of the web")]
    NotAnAddress,
    /// Sent from one place to another too often.
    #[error("the link leads in circles")]
    TooManyHops,
    /// No answer, or not in time.
    #[error("the host did not answer")]
    NoAnswer(#[source] reqwest::Error),
}

/// An HTTP client with guards.
#[derive(Clone)]
pub struct Outbound {
    client: Client,
    /// For services that are silent while they think.
    patient: Client,
}

impl Outbound {
    /// A client; fails only when TLS cannot be set up.
    pub fn new() -> Result<Self, reqwest::Error> {
        let client = || {
            Client::builder()
                .connect_timeout(CONNECT)
                .redirect(Policy::none())
                .user_agent(concat!("dozvon/", env!("CARGO_PKG_VERSION")))
        };
        Ok(Self {
            client: client().read_timeout(SILENCE).build()?,
            patient: client().build()?,
        })
    }

    /// The client itself, for requests to an address that an administrator has set.
    pub(crate) fn client(&self) -> Client {
        self.client.clone()
    }

    /// Gets `link`, following redirects, each hop within `hosts`.
    pub async fn get(
        &self,
        link: &str,
        hosts: &[String],
        range: Option<&str>,
    ) -> Result<Response, Failure> {
        let mut url = Url::parse(link).map_err(|_| Failure::NotAnAddress)?;
        for _ in 0..=MOST_HOPS {
            check(&url, hosts)?;
            let mut request = self.client.get(url.clone());
            if let Some(range) = range {
                request = request.header(RANGE, range);
            }
            let response = request
                .send()
                .await
                .map_err(|error| Failure::NoAnswer(error.without_url()))?;
            if !response.status().is_redirection() {
                return Ok(response);
            }
            let next = response
                .headers()
                .get(LOCATION)
                .and_then(|value| value.to_str().ok());
            url = next
                .and_then(|next| url.join(next).ok())
                .ok_or(Failure::NotAnAddress)?;
        }
        Err(Failure::TooManyHops)
    }
}

/// Whether a link leads to one of these hosts.
pub(crate) fn is_allowed(link: &str, hosts: &[String]) -> bool {
    Url::parse(link).is_ok_and(|url| check(&url, hosts).is_ok())
}

/// A host stands in the list as `name`, or as `name:port` when it is not the usual one.
fn check(url: &Url, hosts: &[String]) -> Result<(), Failure> {
    if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() {
        return Err(Failure::NotAnAddress);
    }
    let name = url.host_str().ok_or(Failure::NotAnAddress)?;
    let with_port = url.port().map(|port| format!("{name}:{port}"));
    let wanted = with_port.as_deref().unwrap_or(name);
    if hosts.iter().any(|host| host.eq_ignore_ascii_case(wanted)) {
        return Ok(());
    }
    Err(Failure::HostNotAllowed(wanted.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(link: &str) -> bool {
        let hosts = ["app.uiscom.ru".to_owned(), "127.0.0.1:8081".to_owned()];
        check(&Url::parse(link).unwrap(), &hosts).is_ok()
    }

    #[test]
    fn only_listed_hosts_on_their_ports_are_asked() {
        assert!(allowed("https://app.uiscom.ru/system/media/talk/1/ab"));
        assert!(allowed("http://APP.uiscom.ru/system/media/talk/1/ab"));
        assert!(allowed("http://127.0.0.1:8081/x"));
        assert!(!allowed("http://127.0.0.1:5432/x"));
        assert!(!allowed("https://app.uiscom.ru.example.com/x"));
        assert!(!allowed("https://user@app.uiscom.ru/x"));
        assert!(!allowed("ftp://app.uiscom.ru/x"));
        assert!(!allowed("https://app.uiscom.ru:8443/x"));
    }
}
