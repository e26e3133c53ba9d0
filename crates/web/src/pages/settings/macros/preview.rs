//! `POST /settings/macros/preview`: what a macro's text will look like, for a client who does not exist.

use axum::Json;
use domain::macros::{check, fill};
use locale::Words;
use serde_json::{Value, json};

use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem;

/// A text with its fields filled in, or what is wrong with it.
pub(super) struct Shown {
    /// The text; "" when something is wrong.
    pub(super) text: String,
    /// What is wrong; "" when nothing is.
    pub(super) mistake: String,
}

pub(super) async fn show(visit: Visit, Sent(typed): Sent) -> Json<Value> {
    let shown = shown(typed.one("text"), visit.words());
    Json(if shown.mistake.is_empty() {
        json!({ "text": shown.text })
    } else {
        json!({ "mistake": shown.mistake })
    })
}

/// The text for somebody made up.
pub(super) fn shown(text: &str, t: &Words) -> Shown {
    if let Err(wrong) = check(text) {
        let why = desk::Why::UnknownField(wrong.name, wrong.nearest);
        return Shown {
            text: String::new(),
            mistake: problem::field(&why.into(), t),
        };
    }
    let value = |field: &str| match field {
        "client.name" => Some(t.msg_sample_client()),
        "client.phone" | "call.number" => Some("+7 916 204-18-37".to_owned()),
        "client.company" => Some(t.msg_sample_company()),
        "agent.name" => Some(t.msg_sample_agent()),
        "ticket.number" => Some("214".to_owned()),
        "ticket.subject" => Some(t.msg_sample_subject()),
        "channel.name" => Some(t.msg_sample_channel()),
        "call.time" => Some("22.11 13:46".to_owned()),
        _ => None,
    };
    Shown {
        text: fill(text, value),
        mistake: String::new(),
    }
}
