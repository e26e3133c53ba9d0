//! A call is summed up: the service is asked, and asked again while that may help.

use std::time::Duration;

use domain::summary::{NoSummary, Settings, Stage, Summary, Summing};
use domain::transcript::Line;
use domain::{CallId, Language};
use jiff::SignedDuration;
use secrecy::SecretString;
use store::{Tx, summaries, transcripts};

use super::{answer, is_read, kept, prompt};
use crate::{Desk, Refusal, Result, words};

/// A model on a processor takes minutes for a long talk.
const TIME: Duration = Duration::from_secs(180);
/// What does not come within this time after somebody asked does not come.
const PATIENCE: SignedDuration = SignedDuration::from_hours(2);

/// Why there is no summary now.
enum Stop {
    /// Nor by asking again.
    No(NoSummary),
    /// Asking again may help.
    Later(NoSummary),
}

impl Desk {
    /// Sums a call up that waits for it.
    pub(crate) async fn summarise(&self, id: CallId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let known = summaries::find(&mut conn, id).await?;
        let Some(summing) = known.filter(|one| one.stage == Stage::Waiting) else {
            return Ok(());
        };
        let (settings, _) = kept(&mut conn).await?;
        if !settings.works() || !is_read(&mut conn, id).await? {
            drop(conn);
            let why = Stage::Failed(NoSummary::Off);
            return self.end_summary(summing, &settings, why).await;
        }
        let language = self.language_of(&mut conn, id).await?;
        let lines = transcripts::lines(&mut conn, id).await?;
        let lines: Vec<Line> = lines.into_iter().map(|kept| kept.line).collect();
        let key = self.summary_key(&mut conn).await?;
        drop(conn);
        match self.asked(&settings, key, &lines, language).await {
            Ok(summary) => {
                self.end_summary(summing, &settings, Stage::Ready(summary))
                    .await
            }
            Err(Stop::No(why)) => {
                self.end_summary(summing, &settings, Stage::Failed(why))
                    .await
            }
            Err(Stop::Later(why)) if self.now() > summing.asked_at + PATIENCE => {
                self.end_summary(summing, &settings, Stage::Failed(why))
                    .await
            }
            Err(Stop::Later(why)) => Err(self.upstream(&why)),
        }
    }

    /// A summary whose worker went away each time.
    pub(crate) async fn give_up_summary(&self, id: CallId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let known = summaries::find(&mut conn, id).await?;
        let (settings, _) = kept(&mut conn).await?;
        drop(conn);
        match known.filter(|one| one.stage == Stage::Waiting) {
            Some(summing) => {
                let why = Stage::Failed(NoSummary::NoAnswer);
                self.end_summary(summing, &settings, why).await
            }
            None => Ok(()),
        }
    }

    /// As whoever keeps the desk reads it of a job that waits for its next attempt.
    fn upstream(&self, why: &NoSummary) -> Refusal {
        Refusal::Upstream(words::no_summary(why, self.options.language))
    }

    /// The language that was spoken, when it is one of the desk's.
    async fn language_of(&self, conn: &mut store::Conn, id: CallId) -> Result<Language> {
        let making = transcripts::find(conn, id).await?;
        let spoken = making.map(|making| making.language).unwrap_or_default();
        let known = Language::ALL.into_iter().find(|one| one.tag() == spoken);
        Ok(known.unwrap_or(self.options.language))
    }

    async fn asked(
        &self,
        settings: &Settings,
        key: Option<SecretString>,
        lines: &[Line],
        language: Language,
    ) -> std::result::Result<Summary, Stop> {
        if lines.is_empty() {
            return Err(Stop::No(NoSummary::NothingSaid));
        }
        let body = prompt::request(&settings.model, lines, language).to_string();
        let asking = self
            .outbound
            .ask_json(&settings.url, key.as_ref(), body.into(), TIME);
        let reply = asking.await.map_err(|why| {
            tracing::info!(
                error = &why as &dyn std::error::Error,
                "no summary was answered"
            );
            Stop::Later(NoSummary::NoAnswer)
        })?;
        let refused = || NoSummary::Refused {
            status: reply.status,
            said: answer::complaint(&reply.text),
        };
        match reply.status {
            200..300 => answer::read(&reply.text).ok_or(Stop::Later(NoSummary::Unreadable)),
            408 | 425 | 429 | 500.. => Err(Stop::Later(refused())),
            _ => Err(Stop::No(refused())),
        }
    }

    async fn end_summary(&self, summing: Summing, settings: &Settings, stage: Stage) -> Result<()> {
        let id = summing.call_id;
        if let Stage::Failed(why) = &stage {
            tracing::info!(call = %id, ?why, "a call has no summary");
        }
        let ended = Summing {
            stage,
            model: settings.model.clone(),
            finished_at: Some(self.now()),
            ..summing
        };
        let mut tx: Tx = self.store.begin().await?;
        summaries::put(&mut tx, &ended).await?;
        Ok(tx.commit().await?)
    }
}
