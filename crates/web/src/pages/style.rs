//! `/style`: all that screens are made of, for whoever builds one.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::{Denied, Refusal};
use domain::{At, PhoneNumber, Role};

use super::draw::page;
use super::visit::Visit;
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "pages/style.html")]
struct Style {
    frame: Frame,
    colours: Vec<(String, &'static [&'static str])>,
    number: Option<PhoneNumber>,
    moment: At,
    choices: Vec<Choice>,
}

struct Choice {
    value: &'static str,
    label: String,
    chosen: bool,
}

/// Colours by what they are for: planes and lines, ink and accent, meaning.
const COLOURS: [&[&str]; 3] = [
    &[
        "plane-frame",
        "plane",
        "plane-quiet",
        "plane-hover",
        "plane-pressed",
        "plane-raised",
        "rule",
        "rule-strong",
        "rule-control",
    ],
    &[
        "ink",
        "ink-2",
        "ink-3",
        "accent",
        "accent-fill",
        "accent-soft",
    ],
    &[
        "talk",
        "talk-mark",
        "talk-soft",
        "wait",
        "wait-mark",
        "wait-soft",
        "miss",
        "miss-mark",
        "miss-soft",
        "bar",
    ],
];
/// Sizes of type, in pixels of an unchanged browser.
const SIZES: [&str; 6] = ["26", "20", "16", "14", "13", "12"];
const PRESENCES: [&str; 5] = ["talking", "ringing", "free", "away", ""];
const TICKS: [&str; 4] = ["ok", "now", "wait", "bad"];
const CALLS: [(&str, &str); 4] = [
    ("phone-incoming", "talk"),
    ("phone-outgoing", "talk"),
    ("phone-missed", "miss"),
    ("phone-call", "talk"),
];

pub(super) fn router() -> Router<Web> {
    Router::new().route("/style", get(style))
}

async fn style(visit: Visit) -> Result<Response> {
    if visit.actor.role != Role::Admin {
        return Err(Refusal::NotAllowed(Denied::AdminsOnly).into());
    }
    let t = visit.words();
    let choice = |value, label, chosen| Choice {
        value,
        label,
        chosen,
    };
    page(&Style {
        frame: visit.frame(Section::Profile, "").await?,
        colours: [
            t.msg_style_planes(),
            t.msg_style_ink(),
            t.msg_style_meaning(),
        ]
        .into_iter()
        .zip(COLOURS)
        .collect(),
        number: "+79165550142".parse().ok(),
        moment: visit.desk.now(),
        choices: vec![
            choice("low", t.msg_priority_low(), false),
            choice("normal", t.msg_priority_normal(), true),
            choice("high", t.msg_priority_high(), false),
        ],
    })
}
