//! Visits of one signed-in person, one after another.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use tokio::time::Instant;

use crate::bench::load;

/// How often each page is visited.
const VISITS: usize = 300;
/// Visits before it counts.
const WARM_UP: usize = 20;

/// What visits to a page have taken, from asking until the last byte.
#[derive(Debug, Serialize)]
pub struct Visited {
    /// The page.
    pub page: String,
    /// Half of the visits within, milliseconds.
    pub p50_ms: f64,
    /// All but one in a hundred within, milliseconds.
    pub p99_ms: f64,
    /// Its usual size in bytes, unpacked.
    pub bytes: usize,
}

/// Somebody with a browser's cookie.
pub struct Visitor {
    client: reqwest::Client,
    root: String,
    cookie: String,
}

impl Visitor {
    /// Visits the desk at this address.
    pub fn new(root: &str, cookie: &str) -> Result<Self> {
        Ok(Self {
            client: load::client()?,
            root: root.to_owned(),
            cookie: cookie.to_owned(),
        })
    }

    /// The number and the address of page `deep` of a list, by its links to older ones; of the last one when there are
    /// fewer.
    pub async fn walk(&self, list: &str, deep: usize) -> Result<(usize, String)> {
        let mut path = list.to_owned();
        for page in 1..deep {
            match link_to_older(&self.get(&path).await?.1) {
                Some(older) => path = older,
                None => return Ok((page, path)),
            }
        }
        Ok((deep, path))
    }

    /// The addresses beginning so that a page links to.
    pub async fn linked(&self, page: &str, prefix: &str) -> Result<Vec<String>> {
        let (_, text) = self.get(page).await?;
        let paths = links_to_things(&text, prefix);
        ensure!(!paths.is_empty(), "{page} links to nothing under {prefix}");
        Ok(paths)
    }

    /// Visits these addresses in turn.
    pub async fn measure(&self, name: &str, paths: &[String]) -> Result<Visited> {
        let mut times = Vec::with_capacity(VISITS);
        let mut bytes = 0;
        for (n, path) in paths.iter().cycle().take(WARM_UP + VISITS).enumerate() {
            let (time, text) = self.get(path).await?;
            bytes = text.len();
            if n >= WARM_UP {
                times.push(time);
            }
        }
        times.sort_unstable();
        Ok(Visited {
            page: name.to_owned(),
            p50_ms: load::percentile(&times, 0.5),
            p99_ms: load::percentile(&times, 0.99),
            bytes,
        })
    }

    async fn get(&self, path: &str) -> Result<(Duration, String)> {
        let began = Instant::now();
        let answer = self
            .client
            .get(format!("{}{path}", self.root))
            .header("Cookie", &self.cookie)
            .header("Accept", "text/html")
            .send()
            .await
            .with_context(|| format!("could not visit {path}"))?;
        let status = answer.status();
        let text = answer.text().await?;
        ensure!(status.is_success(), "{path} answered {status}");
        Ok((began.elapsed(), text))
    }
}

/// Things have numbers in their names; what follows a question mark says where one came from.
fn links_to_things(page: &str, prefix: &str) -> Vec<String> {
    let start = format!("href=\"{prefix}");
    let thing = |(at, _): (usize, &str)| {
        let link = page.get(at + "href=\"".len()..)?.split('"').next()?;
        let path = link.split('?').next()?;
        let name = path.strip_prefix(prefix)?;
        let plain = name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        (plain && name.contains(|c: char| c.is_ascii_digit())).then(|| path.to_owned())
    };
    let mut paths: Vec<String> = page.match_indices(&start).filter_map(thing).collect();
    paths.sort();
    paths.dedup();
    paths
}

fn link_to_older(page: &str) -> Option<String> {
    let at = page.find("rel=\"next\"")?;
    let tag = page.get(at..)?.split('>').next()?;
    let path = tag.split("href=\"").nth(1)?.split('"').next()?;
    Some(path.replace("&amp;", "&").replace("&#38;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_things_are_found_with_and_without_a_query() {
        let page = r#"<a href="/tickets/12?view=open&#38;q=1">a</a><a href="/tickets/12">b</a>
                      <a href="/tickets/new">c</a><a href="/tickets/13/merge">d</a><a href="/tickets/7">e</a>"#;
        assert_eq!(
            links_to_things(page, "/tickets/"),
            ["/tickets/12", "/tickets/7"]
        );
    }

    #[test]
    fn the_link_to_older_ones_is_found() {
        let page = r#"<a class="button" rel="next" href="/calls?a=1&#38;after=2.3">Older</a>"#;
        assert_eq!(link_to_older(page).unwrap(), "/calls?a=1&after=2.3");
        assert_eq!(link_to_older("<a href=\"/x\">x</a>"), None);
    }
}
