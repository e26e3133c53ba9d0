//! `GET /calls`: the latest first, narrowed by the address, each condition with a way to take it back.

use askama::Template;
use axum::response::Response;
use domain::PhoneNumber;
use store::Slice;

use super::chips::{Chip, chips};
use super::filter::{is_narrowed, narrowed, path_with, suffix};
use super::line::CallLine;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Lines on a page.
const LINES: i64 = 50;

#[derive(Template)]
#[template(path = "pages/calls/list.html")]
struct CallsPage {
    frame: Frame,
    query: Typed,
    mistakes: Mistakes,
    /// Name, address, whether it is shown.
    views: Vec<(String, String, bool)>,
    directions: Vec<Choice>,
    agents: Vec<Choice>,
    channels: Vec<Choice>,
    lines: Vec<CallLine>,
    newer: String,
    older: String,
    numbers: Vec<Choice>,
    /// What can have come of a call; empty while there is no list.
    outcomes: Vec<Choice>,
    narrowed: bool,
    /// What the list is narrowed to.
    chips: Vec<Chip>,
    /// The conditions, for the page of one call.
    suffix: String,
    /// Whether one of the folded conditions is mistaken.
    more: bool,
}

pub(super) async fn list(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Calls, "calls").await?;
    let query = visit.query.clone();
    let (filter, mistakes) = narrowed(&visit, &frame);
    let slice = Slice {
        after: query.some("after").and_then(|text| text.parse().ok()),
        ..Slice::first(LINES)
    };
    let page_of = visit.desk.calls(&visit.actor, &filter, slice).await?;
    let lines = page_of
        .items
        .iter()
        .map(|view| CallLine::of(view, &frame))
        .collect();
    let older = page_of
        .next
        .map(|next| path_with(&query, &[("after", &next.to_string())]));
    let agents = agents(&visit, &query, &frame).await?;
    let channels = channels(&visit, &query, &frame).await?;
    let outcomes = outcomes(&visit, &query, &frame).await?;
    page(&CallsPage {
        views: views(&query, &frame),
        directions: directions(&query, &frame),
        numbers: numbers(&visit, &query, &frame).await?,
        chips: chips(&visit, &query, [&agents, &channels, &outcomes], &frame).await,
        agents,
        channels,
        outcomes,
        suffix: suffix(&query),
        lines,
        newer: query
            .some("after")
            .map(|_| path_with(&query, &[]))
            .unwrap_or_default(),
        older: older.unwrap_or_default(),
        narrowed: is_narrowed(&query),
        more: ["from", "to", "longer", "shorter"]
            .into_iter()
            .any(|field| !mistakes.of(field).is_empty()),
        frame,
        query,
        mistakes,
    })
}

fn views(query: &Typed, frame: &Frame) -> Vec<(String, String, bool)> {
    let t = frame.t;
    let all = [
        (t.msg_calls_all(), ["", "", ""]),
        (t.msg_calls_rang_me(), ["", "", "me"]),
        (t.msg_calls_talking(), ["talking", "", ""]),
        (t.msg_calls_ringing(), ["ringing", "", ""]),
        (t.msg_calls_talked(), ["", "talked", ""]),
        (t.msg_calls_missed(), ["", "missed", ""]),
        (t.msg_calls_failed(), ["", "failed", ""]),
    ];
    let view = |(word, values): (String, [&str; 3])| {
        let fields = ["state", "outcome", "rang"].into_iter().zip(values);
        let here = fields
            .clone()
            .all(|(field, value)| query.one(field) == value);
        let fields: Vec<(&str, &str)> = fields.collect();
        (word, path_with(query, &fields), here)
    };
    all.into_iter().map(view).collect()
}

fn directions(query: &Typed, frame: &Frame) -> Vec<Choice> {
    let t = frame.t;
    let all = [
        ("", t.msg_calls_any_direction()),
        ("in", t.msg_calls_in()),
        ("out", t.msg_calls_out()),
    ];
    all.into_iter()
        .map(|(value, label)| choice(query, "direction", value.to_owned(), label))
        .collect()
}

async fn agents(visit: &Visit, query: &Typed, frame: &Frame) -> Result<Vec<Choice>> {
    let anybody = choice(
        query,
        "agent_id",
        String::new(),
        frame.t.msg_calls_any_agent(),
    );
    let all = visit.desk.colleagues(&visit.actor).await?.into_iter();
    let all = all.map(|agent| choice(query, "agent_id", agent.id.to_string(), agent.name));
    Ok(std::iter::once(anybody).chain(all).collect())
}

async fn channels(visit: &Visit, query: &Typed, frame: &Frame) -> Result<Vec<Choice>> {
    let any = choice(
        query,
        "channel_id",
        String::new(),
        frame.t.msg_calls_any_channel(),
    );
    let all = visit.desk.channels(&visit.actor).await?.into_iter();
    let all = all.map(|channel| choice(query, "channel_id", channel.id.to_string(), channel.name));
    Ok(std::iter::once(any).chain(all).collect())
}

async fn outcomes(visit: &Visit, query: &Typed, frame: &Frame) -> Result<Vec<Choice>> {
    let any = frame.t.msg_calls_any_outcome();
    let any = choice(query, "outcome_id", String::new(), any);
    let all = visit.desk.outcome_codes(&visit.actor).await?.into_iter();
    let all: Vec<Choice> = all
        .map(|code| choice(query, "outcome_id", code.id.to_string(), code.name))
        .collect();
    Ok(match all.is_empty() {
        true => all,
        false => std::iter::once(any).chain(all).collect(),
    })
}

async fn numbers(visit: &Visit, query: &Typed, frame: &Frame) -> Result<Vec<Choice>> {
    let any = frame.t.msg_calls_any_number();
    let any = choice(query, "virtual_number", String::new(), any);
    let all = visit.desk.virtual_numbers(&visit.actor).await?.into_iter();
    let all = all.map(|number| {
        let shown = number.parse::<PhoneNumber>().map(|number| number.pretty());
        let label = shown.unwrap_or_else(|_| number.clone());
        choice(query, "virtual_number", number, label)
    });
    Ok(std::iter::once(any).chain(all).collect())
}

fn choice(query: &Typed, field: &str, value: String, label: String) -> Choice {
    Choice {
        chosen: query.one(field) == value,
        value,
        label,
    }
}
