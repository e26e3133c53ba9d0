//! `/channels/{id}`: settings at the left, the connection doctor at the right.

mod reader;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Thing;
use domain::channel::EventTally;
use domain::notification::{Notification, Verdict};
use domain::{Agent, Channel, ChannelId, TokenId};
use store::Slice;

use super::super::calls::said_of;
use super::super::draw::page_as;
use super::super::named::named;
use super::super::typed::Typed;
use super::super::visit::Visit;
use super::account::{self, Account};
use super::conflict::Conflict;
use super::doctor::{Doctor, Signs};
use super::health::NAMELESS;
use super::refused::Turned;
use super::row::Row;
use super::settings;
use super::setup::{Kept, Setup};
use super::tokens::{self, TokenRow};
use super::trial::Trial;
use crate::Web;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section};
use crate::problem::Result;

/// So many of the latest requests the doctor looks at.
const LOOKED_AT: i64 = 50;
/// So many of them are listed.
const LISTED: usize = 8;

#[derive(Template)]
#[template(path = "channels/channel.html")]
struct Page {
    frame: Frame,
    channel: Channel,
    account: Account,
    setup: Setup,
    doctor: Doctor,
    /// Live tokens with their last requests, newest first.
    tokens: Vec<TokenRow>,
    /// Which of them the bodies hold.
    chosen: Vec<Choice>,
    /// The latest test.
    trial: Option<Trial>,
    /// Requests that were turned away.
    refused: Vec<Turned>,
    requests: Vec<Row>,
    /// How many recordings only the provider has.
    only_there: i64,
}

/// A form that comes back.
#[derive(Default)]
pub(super) struct Back {
    /// What was typed.
    pub(super) typed: Typed,
    /// What is wrong with it.
    pub(super) mistakes: Mistakes,
    /// Whether somebody else has changed the channel meanwhile.
    pub(super) conflict: bool,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/{id}", get(show).post(settings::change))
        .route("/channels/{id}/check", post(account::check))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    if visit.actor.is_admin() {
        return draw(&visit, id, StatusCode::OK, Back::default()).await;
    }
    reader::read(&visit, id).await
}

/// The page of an administrator, with what was typed and what is wrong with it.
pub(super) async fn draw(
    visit: &Visit,
    id: ChannelId,
    status: StatusCode,
    back: Back,
) -> Result<Response> {
    let frame = match back.mistakes.is_empty() && !back.conflict {
        true => {
            visit
                .frame(Section::Channels, format!("channel:{id} agents"))
                .await?
        }
        false => {
            visit
                .still(Section::Channels, &format!("/channels/{id}"))
                .await?
        }
    };
    let (desk, actor) = (&visit.desk, &visit.actor);
    let kept = kept(visit, id).await?;
    let chosen: Option<TokenId> = visit.query.some("token").and_then(|id| id.parse().ok());
    let chosen = chosen.filter(|id| kept.tokens.iter().any(|(token, _)| token.id == *id));
    let bodies = match kept.tokens.is_empty() {
        true => Vec::new(),
        false => desk.bodies(actor, id, chosen).await?,
    };
    let tallies = desk.tally(actor, id).await?;
    let latest = desk
        .notifications(actor, id, None, Slice::first(LOOKED_AT))
        .await?;
    let unread = unread(visit, id, &tallies).await?;
    let people = working(&kept);
    let uses = desk.token_uses(actor, id).await?;
    let strangers = desk.strangers(actor, id).await?;
    let signs = Signs {
        channel: &kept.channel,
        tallies: &tallies,
        bodies: &bodies,
        latest: &latest.items,
        unread: unread.as_ref(),
        people: &people,
        tokens: &kept.tokens,
        uses: &uses,
        strangers,
        silent_since: desk.silence(actor, id).await?,
        address: desk.options().hook_url(),
    };
    let doctor = Doctor::look(signs, &frame);
    let mut setup = Setup::over(&kept, &back.typed, back.mistakes, frame.language);
    let newest = kept.tokens.first().map(|(_, secret)| secret);
    setup.calling.address = newest.map(|secret| desk.options().route_url(secret));
    let not_written = desk.not_written(actor, id).await?;
    setup.calling.not_written = not_written.first().map(|latest| {
        let said = said_of(latest, frame.language).unwrap_or_default();
        (
            not_written.len(),
            said,
            format!("/calls/{}", latest.call_id),
        )
    });
    setup.tokens_open = visit.query.ticked("tokens");
    setup.conflict = back
        .conflict
        .then(|| Conflict::of(&kept.channel, changed_by(&kept), &back.typed, frame.t));
    let test = desk.latest_test(actor, id).await?;
    let refused = desk.refusals(actor, id).await?;
    let requests = latest.items.iter().take(LISTED);
    let checked = desk.channel_check(actor, id).await?;
    let page = Page {
        account: Account::of(checked.as_ref(), &frame),
        requests: requests.map(|one| Row::of(one, &frame)).collect(),
        tokens: tokens::rows(&kept.tokens, &uses, &frame),
        chosen: tokens::choices(&kept.tokens, chosen),
        trial: test.map(|test| Trial::of(&test, &frame)),
        refused: refused.iter().map(|one| Turned::of(one, &frame)).collect(),
        only_there: desk.recordings_board(actor, id).await?.only_there,
        channel: kept.channel,
        setup,
        doctor,
        frame,
    };
    page_as(status, &page)
}

/// The latest request that could not be read or kept and still waits for a fix, however long ago it came.
async fn unread(
    visit: &Visit,
    id: ChannelId,
    tallies: &[EventTally],
) -> Result<Option<Notification>> {
    if !tallies
        .iter()
        .any(|tally| tally.event == NAMELESS && tally.faults > 0)
    {
        return Ok(None);
    }
    let mut latest: Option<Notification> = None;
    for verdict in [Verdict::Unreadable, Verdict::Failed] {
        let found = visit
            .desk
            .notifications(&visit.actor, id, Some(verdict), Slice::first(1))
            .await?;
        let later = |one: &Notification| {
            latest
                .as_ref()
                .is_none_or(|latest| latest.received_at < one.received_at)
        };
        if let Some(one) = found.items.into_iter().next().filter(later) {
            latest = Some(one);
        }
    }
    Ok(latest)
}

/// The name of whoever changed the channel last.
fn changed_by(kept: &Kept) -> Option<String> {
    let by = kept.channel.changed_by?;
    let agent = kept.agents.iter().find(|agent| agent.id == by)?;
    Some(agent.name.clone())
}

async fn kept(visit: &Visit, id: ChannelId) -> Result<Kept> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    Ok(Kept {
        channel: desk.channel(actor, id).await?,
        tokens: desk.tokens(actor, id).await?,
        access: desk.access(actor, id).await?,
        agents: desk.agents(actor).await?,
        groups: desk.groups(actor).await?,
    })
}

/// Who works in the channel: by their role, by themselves or by a group.
fn working(kept: &Kept) -> Vec<&Agent> {
    let lets_in = |agent: &&Agent| {
        agent.role.reaches_all_channels()
            || kept.access.agents.contains(&agent.id)
            || agent
                .groups
                .iter()
                .any(|id| kept.access.groups.contains(id))
    };
    let active = kept.agents.iter().filter(|agent| agent.active);
    active.filter(lets_in).collect()
}
