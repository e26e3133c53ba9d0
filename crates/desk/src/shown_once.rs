//! Secrets that are shown once, on the page after the form that made them: sealed on the way there, soon worth nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Actor, At};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{Desk, Refusal, Result};

/// How long the page may take to come.
const LASTS: SignedDuration = SignedDuration::from_mins(2);

#[derive(Serialize, Deserialize)]
struct Sealed {
    until: i64,
    text: String,
}

impl Desk {
    /// Seals a text that the asker's browser carries to the next page.
    pub fn seal_for_once(&self, actor: &Actor, text: &str) -> Result<String> {
        let sealed = Sealed {
            until: (self.now() + LASTS).as_second(),
            text: text.to_owned(),
        };
        let json = serde_json::to_string(&sealed)
            .map_err(|_| Refusal::Inside("a secret could not be written for the next page"))?;
        Ok(URL_SAFE_NO_PAD.encode(self.sealer.seal(&name(actor), &json)?))
    }

    /// Opens it again, for the same asker and not for long.
    #[must_use]
    pub fn open_once(&self, actor: &Actor, carried: &str) -> Option<String> {
        let sealed = URL_SAFE_NO_PAD.decode(carried).ok()?;
        let json = self.sealer.open(&name(actor), &sealed).ok()?;
        let opened: Sealed = serde_json::from_str(&json).ok()?;
        let until = At::from_second(opened.until).ok()?;
        (self.now() < until).then_some(opened.text)
    }
}

fn name(actor: &Actor) -> String {
    format!("shown_once:{}", actor.agent)
}

#[cfg(test)]
mod tests {
    use crate::on_both;

    on_both! {
        async fn only_the_asker_opens_it_and_not_for_long(test: &TestDesk) {
            let (anna, zoya) = (test.agent("anna", &[]).await, test.agent("zoya", &[]).await);
            let carried = test.desk.seal_for_once(&anna, "dzk_1").unwrap();
            assert!(!carried.contains("dzk"));
            assert_eq!(test.desk.open_once(&anna, &carried).as_deref(), Some("dzk_1"));
            assert_eq!(test.desk.open_once(&zoya, &carried), None);
            test.clock.advance(121);
            assert_eq!(test.desk.open_once(&anna, &carried), None);
        }
    }
}
