//! The form of a macro, new or known.

use askama::Template;
use axum::response::Response;
use desk::macros::{MacroForm, may_share};
use desk::words::{priority_name, status_name};
use domain::macros::FIELDS;
use domain::{Macro, Priority, Status};

use super::preview::{Shown, shown};
use crate::form::{Choice, Mistakes};
use crate::frame::Frame;
use crate::pages::choices::choice;
use crate::pages::draw::{mistaken, page};
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::problem::Result;

#[derive(Template)]
#[template(path = "settings/macro.html")]
struct Form {
    frame: Frame,
    title: String,
    action: String,
    /// Its version; nothing for a new one.
    version: Option<i64>,
    typed: Typed,
    mistakes: Mistakes,
    statuses: Vec<Choice>,
    priorities: Vec<Choice>,
    may_share: bool,
    names: Vec<String>,
    shown: Shown,
}

/// The page with the form, as it was typed.
pub(super) fn draw(
    visit: &Visit,
    frame: Frame,
    known: Option<&Macro>,
    typed: Typed,
    mistakes: Mistakes,
) -> Result<Response> {
    let (t, language) = (frame.t, frame.language);
    let as_it_is = |field: &str| choice("", t.msg_macro_stays(), typed.one(field).is_empty());
    let statuses = Status::SETTABLE
        .into_iter()
        .filter(|one| *one != Status::New);
    let statuses = statuses.map(|one| {
        let name = status_name(one, language);
        choice(one.as_str(), name, typed.one("status") == one.as_str())
    });
    let priorities = Priority::ALL.iter().map(|one| {
        let name = priority_name(*one, language);
        choice(one.as_str(), name, typed.one("priority") == one.as_str())
    });
    let form = Form {
        title: known.map_or_else(|| t.msg_macro_new(), |one| one.name.clone()),
        action: known.map_or_else(
            || "/settings/macros".to_owned(),
            |one| format!("/settings/macros/{}", one.id),
        ),
        version: known.map(|one| one.version),
        statuses: std::iter::once(as_it_is("status"))
            .chain(statuses)
            .collect(),
        priorities: std::iter::once(as_it_is("priority"))
            .chain(priorities)
            .collect(),
        may_share: may_share(&visit.actor),
        names: FIELDS
            .iter()
            .map(|field| format!("{{{{{field}}}}}"))
            .collect(),
        shown: shown(typed.one("text"), t),
        frame,
        typed,
        mistakes,
    };
    if form.mistakes.is_empty() {
        page(&form)
    } else {
        mistaken(&form)
    }
}

/// What was typed.
pub(super) fn read(typed: &Typed) -> MacroForm {
    MacroForm {
        name: typed.one("name").to_owned(),
        text: typed.one("text").to_owned(),
        shared: typed.ticked("shared"),
        status: typed.some("status").map(str::to_owned),
        priority: typed.some("priority").map(str::to_owned),
        assign_me: typed.ticked("assign_me"),
        tags: typed.one("tags").split(',').map(str::to_owned).collect(),
    }
}

/// A macro as if it had just been typed.
pub(super) fn typed_of(one: &Macro) -> Typed {
    let acts = &one.acts;
    let mut fields = vec![
        ("name", one.name.clone()),
        ("text", one.text.clone()),
        ("tags", acts.tags.join(", ")),
    ];
    let ticked = [
        ("shared", one.owner.is_none()),
        ("assign_me", acts.assign_me),
    ];
    let ticked = ticked.into_iter().filter(|(_, on)| *on);
    fields.extend(ticked.map(|(name, _)| (name, "on".to_owned())));
    fields.extend(acts.status.map(|one| ("status", one.as_str().to_owned())));
    fields.extend(
        acts.priority
            .map(|one| ("priority", one.as_str().to_owned())),
    );
    let fields = fields.into_iter();
    fields
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
