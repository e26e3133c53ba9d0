//! Answers kept for a day, so that a program which sends a request twice has its work done once. They are sealed: some
//! hold a secret that is told only once.

use domain::Actor;
use jiff::SignedDuration;
use store::idempotency;

use crate::refusal::Clash;
use crate::{Desk, Refusal, Result};

/// How long an answer is kept.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// An answer as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Its own headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// Whose turn it is to do the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// The asker's: afterwards the answer is kept, or the claim given back.
    New,
    /// Nobody's: it was done, with this answer.
    Answered(Answer),
}

impl Desk {
    /// Claims a key of the asker's for the request with this hash.
    pub async fn claim_answer(&self, actor: &Actor, key: &str, hash: &[u8]) -> Result<Claim> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        idempotency::delete_older(&mut tx, now - KEPT_FOR).await?;
        let claim = idempotency::claim(&mut tx, actor.agent, key, hash, now).await?;
        tx.commit().await?;
        match claim {
            idempotency::Claim::New => Ok(Claim::New),
            idempotency::Claim::Running => Err(Refusal::Conflict(Clash::StillRunning)),
            idempotency::Claim::Other => Err(Refusal::Conflict(Clash::KeyReused)),
            idempotency::Claim::Same {
                status,
                headers,
                body,
            } => Ok(Claim::Answered(Answer {
                status,
                headers: serde_json::from_str(&headers).unwrap_or_default(),
                body: self.sealer.open(&name(actor, key), &body)?,
            })),
        }
    }

    /// Keeps the answer of a claimed request.
    pub async fn keep_answer(&self, actor: &Actor, key: &str, answer: &Answer) -> Result<()> {
        let headers = serde_json::to_string(&answer.headers)
            .map_err(|_| Refusal::Inside("an answer's headers could not be written"))?;
        let body = self.sealer.seal(&name(actor, key), &answer.body)?;
        let mut tx = self.store.begin().await?;
        idempotency::keep(&mut tx, actor.agent, key, answer.status, &headers, &body).await?;
        Ok(tx.commit().await?)
    }

    /// Gives a claim back: nothing was done.
    pub async fn forget_answer(&self, actor: &Actor, key: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        idempotency::forget(&mut tx, actor.agent, key).await?;
        Ok(tx.commit().await?)
    }
}

/// What an answer is sealed under.
fn name(actor: &Actor, key: &str) -> String {
    format!("answer:{}:{key}", actor.agent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;

    fn answer() -> Answer {
        Answer {
            status: 201,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: "{}".to_owned(),
        }
    }

    on_both! {
        async fn an_answer_is_given_again_for_a_day(test: &TestDesk) {
            let admin = test.admin().await;
            let desk = &test.desk;
            assert_eq!(desk.claim_answer(&admin, "k", b"a").await.unwrap(), Claim::New);
            let running = desk.claim_answer(&admin, "k", b"a").await;
            assert!(matches!(running, Err(Refusal::Conflict(Clash::StillRunning))));
            desk.keep_answer(&admin, "k", &answer()).await.unwrap();
            let again = desk.claim_answer(&admin, "k", b"a").await.unwrap();
            assert_eq!(again, Claim::Answered(answer()));
            let other = desk.claim_answer(&admin, "k", b"b").await;
            assert!(matches!(other, Err(Refusal::Conflict(Clash::KeyReused))));
            test.clock.advance(24 * 3600 + 1);
            assert_eq!(desk.claim_answer(&admin, "k", b"b").await.unwrap(), Claim::New);
            desk.forget_answer(&admin, "k").await.unwrap();
            assert_eq!(desk.claim_answer(&admin, "k", b"c").await.unwrap(), Claim::New);
        }
    }
}
