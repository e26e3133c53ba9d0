//! Colleagues of whoever tries the demo: they say what came of their calls soon after these are over, as people at work do.

use std::time::Duration;

use anyhow::Result;
use domain::{At, Outcome};
use jiff::SignedDuration;
use tokio_util::sync::CancellationToken;

use desk::Desk;
use desk::wrap_ups::{Asked, OutcomeForm};

use super::{Kept, settle};

/// What a colleague takes to write it down.
const AT_WORK: SignedDuration = SignedDuration::from_secs(20);
/// What is left to whoever tries the demo: long enough to do it by hand, and then their strip is not in the way.
const TRYING: SignedDuration = SignedDuration::from_mins(5);
/// How often it is looked whether something is due.
const BETWEEN_LOOKS: Duration = Duration::from_secs(5);

/// Goes on until the demo stops.
pub async fn colleagues(desk: Desk, kept: Kept, stop: CancellationToken) {
    let tried = |email: &str| kept.sign_ins.iter().any(|one| one.email == email);
    let mut looks = tokio::time::interval(BETWEEN_LOOKS);
    while stop.run_until_cancelled(looks.tick()).await.is_some() {
        for email in settle::operators() {
            let patience = if tried(email) { TRYING } else { AT_WORK };
            if let Err(error) = wrap_up(&desk, email, patience).await {
                tracing::warn!(%error, "a colleague of the demo could not say what came of a call");
            }
        }
    }
}

async fn wrap_up(desk: &Desk, email: &str, patience: SignedDuration) -> Result<()> {
    let agent = desk.actor_by_email(email).await?;
    while let Some(asked) = desk.asked_outcome(&agent).await?
        && is_due(&asked, desk.now(), patience)
    {
        desk.give_outcome(&agent, asked.view.call.id, &said(&asked))
            .await?;
    }
    Ok(())
}

fn is_due(asked: &Asked, now: At, patience: SignedDuration) -> bool {
    let since = asked.view.wrap_up.as_ref();
    since.is_some_and(|since| now.duration_since(since.wrap_up.opened_at) >= patience)
}

/// The last outcome when nobody was reached, else one of the others, each as often.
fn said(asked: &Asked) -> OutcomeForm {
    let call = &asked.view.call;
    let reached = asked.codes.len().saturating_sub(1).max(1);
    let outcome = match call.facts.outcome {
        Outcome::Talked | Outcome::Unknown => {
            let turn = usize::try_from(call.session_id).unwrap_or_default();
            asked.codes.get(turn % reached)
        }
        Outcome::Missed | Outcome::Failed => asked.codes.last(),
    };
    OutcomeForm {
        outcome: outcome.map(|code| code.id),
        ..OutcomeForm::default()
    }
}
