//! `/channels/{id}/recordings`: how the recordings of a channel stand, who may listen, how long they are kept.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use desk::Thing;
use desk::recordings::{Board, Going, RulesForm};
use domain::recording::{Listening, Rules};
use domain::{Channel, ChannelId};
use locale::Words;
use store::recordings::Standing;

use super::super::draw::{on_to, page_as};
use super::super::mistakes::mistakes;
use super::super::named::named;
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use super::settings::number;
use crate::Web;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Moment, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "channels/recordings.html")]
struct Page {
    frame: Frame,
    channel: Channel,
    rows: Vec<Row>,
    /// How many only the provider has.
    only_there: i64,
    /// When the first of them is likely to be lost.
    lost: Option<Moment>,
    listening: Vec<Choice>,
    sides: Vec<Choice>,
    keep_days: String,
    provider_days: String,
    /// What the days in the field would do.
    going: Option<Preview>,
    mistakes: Mistakes,
}

/// A state with how many are in it.
struct Row {
    state: String,
    count: i64,
    size: String,
}

/// What would go.
struct Preview {
    days: i64,
    goes: i64,
    size: String,
    oldest: Option<Moment>,
    stays: i64,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/recordings", get(show).post(change))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    let typed = visit.query.clone();
    draw(&visit, id, StatusCode::OK, &typed, Mistakes::default()).await
}

async fn change(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    let form = RulesForm {
        listening: typed.sent("listening").map(str::to_owned),
        keep_days: typed.sent("keep_days").map(|sent| {
            let some = Some(sent.trim()).filter(|sent| !sent.is_empty());
            some.map(|_| number(&typed, "keep_days").unwrap_or(i64::MIN))
        }),
        provider_days: number(&typed, "provider_days"),
        agent_side: number(&typed, "agent_side"),
    };
    match visit
        .desk
        .set_recording_rules(&visit.actor, id, &form)
        .await
    {
        Ok(_) => Ok(on_to(&format!("/channels/{id}/recordings"))),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visit.words())?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&visit, id, status, &typed, mistakes).await
        }
    }
}

async fn draw(
    visit: &Visit,
    id: ChannelId,
    status: StatusCode,
    typed: &Typed,
    mistakes: Mistakes,
) -> Result<Response> {
    let board = visit.desk.recordings_board(&visit.actor, id).await?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    let asked = typed
        .sent("keep_days")
        .and_then(|days| days.trim().parse().ok());
    let asked = asked.filter(|days| (1..=Rules::MOST_DAYS).contains(days));
    let frame = match asked.is_some() || !mistakes.is_empty() {
        true => {
            visit
                .still(Section::Channels, &format!("/channels/{id}/recordings"))
                .await?
        }
        false => {
            visit
                .frame(Section::Channels, format!("channel:{id}"))
                .await?
        }
    };
    let going = match asked {
        Some(days) => {
            let going = visit.desk.what_would_go(&visit.actor, id, days).await?;
            Some(preview(&going, days, &frame))
        }
        None => None,
    };
    let t = frame.t;
    let rules = &board.rules;
    let kept = |field: &str, kept: String| typed.sent(field).map_or(kept, str::to_owned);
    let page = Page {
        rows: rows(&board, t),
        only_there: board.only_there,
        lost: board.lost_at.map(|at| frame.exact(at)),
        listening: listening(typed, rules, t),
        sides: sides(typed, rules, t),
        keep_days: kept(
            "keep_days",
            rules
                .keep_days
                .map_or(String::new(), |days| days.to_string()),
        ),
        provider_days: kept("provider_days", rules.provider_days.to_string()),
        going,
        channel,
        mistakes,
        frame,
    };
    page_as(status, &page)
}

fn rows(board: &Board, t: &Words) -> Vec<Row> {
    let row = |one: &Standing| Row {
        state: state(&one.state, t),
        count: one.count,
        size: match one.bytes {
            0 => String::new(),
            bytes => megabytes(bytes, t),
        },
    };
    board.standing.iter().map(row).collect()
}

/// Rounded up: what is there is never nothing.
fn megabytes(bytes: i64, t: &Words) -> String {
    const MEGABYTE: i64 = 1 << 20;
    let rounded = bytes.saturating_add(MEGABYTE - 1) / MEGABYTE;
    t.msg_size_megabytes(rounded.to_string())
}

/// A state's word; one of a version to come is shown as it is.
fn state(word: &str, t: &Words) -> String {
    match word {
        "expected" => t.msg_sound_state_expected(),
        "fetching" => t.msg_sound_state_fetching(),
        "kept" => t.msg_sound_state_kept(),
        "gone" => t.msg_sound_state_gone(),
        "failed" => t.msg_sound_state_failed(),
        "removed" => t.msg_sound_state_removed(),
        other => other.to_owned(),
    }
}

fn preview(going: &Going, days: i64, frame: &Frame) -> Preview {
    let goes = going.goes.as_ref();
    Preview {
        days,
        goes: goes.map_or(0, |one| one.count),
        size: megabytes(goes.map_or(0, |one| one.bytes), frame.t),
        oldest: goes.and_then(|one| one.oldest).map(|at| frame.exact(at)),
        stays: going.stays.as_ref().map_or(0, |one| one.count),
    }
}

fn listening(typed: &Typed, rules: &Rules, t: &Words) -> Vec<Choice> {
    let chosen = typed.sent("listening").unwrap_or(rules.listening.as_str());
    let choice = |one: Listening| Choice {
        value: one.as_str().to_owned(),
        label: match one {
            Listening::Everybody => t.msg_rules_everybody(),
            Listening::OwnCalls => t.msg_rules_own_calls(),
            Listening::Supervisors => t.msg_rules_supervisors(),
        },
        chosen: one.as_str() == chosen,
    };
    Listening::ALL.map(choice).to_vec()
}

fn sides(typed: &Typed, rules: &Rules, t: &Words) -> Vec<Choice> {
    let chosen = typed
        .sent("agent_side")
        .map_or(rules.agent_side.to_string(), str::to_owned);
    let choice = |(value, label): (&str, String)| Choice {
        chosen: value == chosen,
        value: value.to_owned(),
        label,
    };
    [("0", t.msg_rules_left()), ("1", t.msg_rules_right())]
        .map(choice)
        .to_vec()
}
