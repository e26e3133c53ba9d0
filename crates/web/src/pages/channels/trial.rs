//! «Проверка связи»: test notifications are sent, followed and taken away.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::Thing;
use domain::channel::{ChannelTest, Stage, TestStep, Trouble};
use domain::{ChannelId, ChannelTestId};
use locale::Words;

use super::super::draw::on_to;
use super::super::named::named;
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::row::lang;
use crate::Web;
use crate::frame::{Frame, Moment};
use crate::problem::Result;

/// A test as it is shown.
pub(super) struct Trial {
    /// Which.
    pub(super) id: ChannelTestId,
    /// Whether it is still on its way.
    pub(super) running: bool,
    /// Whether all went the whole way.
    pub(super) passed: bool,
    /// When it was asked for.
    pub(super) at: Moment,
    /// One notification each.
    pub(super) steps: Vec<Step>,
}

/// A test notification.
pub(super) struct Step {
    /// The event as the provider's cabinet lists it.
    pub(super) name: String,
    /// `ok`, `bad`, `now` or `wait`.
    pub(super) state: &'static str,
    /// How long the answer took.
    pub(super) took: Option<String>,
    /// Where it went instead of the public address, and why.
    pub(super) instead: Option<String>,
    /// Its stages.
    pub(super) stages: Vec<StageRow>,
    /// What went wrong, and what to do.
    pub(super) trouble: Option<(String, Option<String>)>,
    /// The request in the log.
    pub(super) request: Option<String>,
    /// The call.
    pub(super) call: Option<String>,
    /// The ticket.
    pub(super) ticket: Option<String>,
}

/// A stage.
pub(super) struct StageRow {
    /// Its name.
    pub(super) name: String,
    /// `ok`, `bad` or `wait`.
    pub(super) state: &'static str,
}

impl Trial {
    /// A test as it is shown.
    pub(super) fn of(test: &ChannelTest, frame: &Frame) -> Self {
        let running = test.finished_at.is_none();
        let step = |step| Step::of(step, running, test.channel_id, frame);
        Self {
            id: test.id,
            running,
            passed: test.steps.iter().all(TestStep::went_through),
            at: frame.ago(test.created_at),
            steps: test.steps.iter().map(step).collect(),
        }
    }
}

impl Step {
    fn of(step: &TestStep, running: bool, channel: ChannelId, frame: &Frame) -> Self {
        let t = frame.t;
        let event = uis::Event::from(step.event.clone());
        let trouble = step.stages().into_iter().find_map(|stage| match stage {
            Stage::Failed { because, said } => Some((*because, said.clone())),
            Stage::Waiting | Stage::Done | Stage::NotNeeded => None,
        });
        let instead = step.instead_because.as_deref().map(|why| {
            let address = step.address.as_deref().unwrap_or_default();
            t.msg_test_instead(address, why)
        });
        Self {
            name: event.name(lang(frame.language)).to_owned(),
            state: match &trouble {
                Some(_) => "bad",
                None if step.went_through() => "ok",
                None if running => "now",
                None => "wait",
            },
            took: step.milliseconds.map(|took| t.msg_test_took(took)),
            instead: instead.filter(|_| step.reached == Stage::Done),
            stages: stages(step, t),
            trouble: trouble.map(|(because, said)| {
                let said = Some(said).filter(|said| !said.trim().is_empty());
                (told(because, t), said.map(|said| t.msg_test_said(said)))
            }),
            request: step
                .notification
                .map(|id| format!("/channels/{channel}/notifications/{id}")),
            call: step.call.map(|id| format!("/calls/{id}")),
            ticket: step
                .ticket_number
                .map(|number| format!("/tickets/{number}")),
        }
    }
}

fn stages(step: &TestStep, t: &Words) -> Vec<StageRow> {
    let names = [
        t.msg_test_stage_reached(),
        t.msg_test_stage_accepted(),
        t.msg_test_stage_durable(),
        t.msg_test_stage_heard(),
        t.msg_test_stage_called(),
        t.msg_test_stage_ticketed(),
    ];
    let row = |(name, stage): (String, &Stage)| match stage {
        Stage::Waiting => StageRow {
            name,
            state: "wait",
        },
        Stage::Done => StageRow { name, state: "ok" },
        Stage::NotNeeded => StageRow {
            name: format!("{name}: {}", t.msg_test_stage_not_needed()),
            state: "ok",
        },
        Stage::Failed { .. } => StageRow { name, state: "bad" },
    };
    names.into_iter().zip(step.stages()).map(row).collect()
}

fn told(because: Trouble, t: &Words) -> String {
    match because {
        Trouble::Unreachable => t.msg_test_trouble_unreachable(),
        Trouble::Redirected => t.msg_test_trouble_redirected(),
        Trouble::NotTheDesk => t.msg_test_trouble_not_the_desk(),
        Trouble::TokenRefused => t.msg_test_trouble_token_refused(),
        Trouble::Later => t.msg_test_trouble_later(),
        Trouble::NotKept => t.msg_test_trouble_not_kept(),
        Trouble::NotHeard => t.msg_test_trouble_not_heard(),
        Trouble::Unreadable => t.msg_test_trouble_unreadable(),
    }
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/{id}/test", post(send))
        .route("/channels/{id}/test/{test}/removal", post(remove))
}

async fn send(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let token = typed.some("token").map(|id| named(id, Thing::Token));
    let events: Vec<String> = typed.all("event").map(str::to_owned).collect();
    visit
        .desk
        .test_channel(&visit.actor, id, &events, token.transpose()?)
        .await?;
    Ok(on_to(&format!("/channels/{id}#test")))
}

async fn remove(visit: Visit, Path((id, test)): Path<(String, String)>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let test: ChannelTestId = named(&test, Thing::ChannelTest)?;
    visit.desk.remove_test(&visit.actor, id, test).await?;
    Ok(on_to(&format!("/channels/{id}#test")))
}
