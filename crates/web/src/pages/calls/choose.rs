//! `GET /calls/dial`: from which number to call, the likeliest first. A script shows it in a dialog beside the button.

use askama::Template;
use axum::response::Response;
use desk::phone::{Likely, Origin, Origins};

use super::dial::{form, refused};
use crate::frame::{Flash, Frame, Section};
use crate::pages::draw::page;
use crate::pages::sign_in::here;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::problem::Result;

#[derive(Template)]
#[template(path = "pages/calls/choose.html")]
struct Choose {
    frame: Frame,
    /// Whom they call.
    number: String,
    phone: String,
    lines: Vec<Line>,
    typed: Typed,
    /// Where they come back to.
    next: String,
}

/// A number to call from.
struct Line {
    channel: String,
    number: String,
    shown: String,
    /// What the account calls it, and the channel.
    about: String,
    /// Why it stands first; "" for the others.
    likely: String,
}

pub(super) async fn choose(visit: Visit) -> Result<Response> {
    let typed = visit.query.clone();
    let offered = match form(&visit, &typed).await {
        Ok(form) => visit.desk.origins(&visit.actor, &form).await,
        Err(refusal) => Err(refusal),
    };
    let next = here(typed.one("next")).to_owned();
    match offered {
        Ok(origins) => {
            let frame = visit.frame(Section::Calls, "").await?;
            page(&drawn(&origins, frame, typed, next))
        }
        Err(refusal) => {
            let said = refused(refusal, visit.words())?;
            Ok(visit.on_to_saying(&next, &Flash::refused(said)))
        }
    }
}

fn drawn(origins: &Origins, frame: Frame, typed: Typed, next: String) -> Choose {
    let line = |one: &Origin| Line {
        channel: one.channel.to_string(),
        number: one.number.to_string(),
        shown: one.number.pretty(),
        about: match &one.name {
            Some(name) => format!("{name}, {}", one.channel_name),
            None => one.channel_name.clone(),
        },
        likely: match one.likely {
            Likely::Last => frame.t.msg_origin_last(),
            Likely::Usual => frame.t.msg_origin_usual(),
            Likely::Other => String::new(),
        },
    };
    Choose {
        lines: origins.all.iter().map(line).collect(),
        number: origins.number.pretty(),
        phone: origins.number.to_string(),
        typed,
        next,
        frame,
    }
}
