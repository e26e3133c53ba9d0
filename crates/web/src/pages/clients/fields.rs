//! `/clients/fields`: the desk's own fields of clients, for administrators.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Thing;
use desk::clients::FieldForm;
use domain::{ClientField, FieldId, FieldKind};
use locale::Words;

use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section};
use crate::pages::choices::choice;
use crate::pages::draw::{on_to, page_as};
use crate::pages::mistakes::mistakes;
use crate::pages::named::{admins_only, named};
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

const PAGE: &str = "/clients/fields";

#[derive(Template)]
#[template(path = "pages/clients/own_fields.html")]
struct FieldsPage {
    frame: Frame,
    lines: Vec<Line>,
    kinds: Vec<Choice>,
    typed: Typed,
    mistakes: Mistakes,
}

/// A field as it is drawn, with the form that was not taken, if it was this one's.
struct Line {
    field: ClientField,
    kind: String,
    name: String,
    choices: String,
    place: String,
    in_use: i64,
    mistakes: Mistakes,
    open: bool,
}

pub(super) async fn list(visit: Visit) -> Result<Response> {
    admins_only(&visit.actor)?;
    let frame = visit.frame(Section::Clients, "").await?;
    draw(
        &visit,
        frame,
        None,
        Typed::default(),
        Mistakes::default(),
        StatusCode::OK,
    )
    .await
}

pub(super) async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let form = FieldForm {
        kind: Some(typed.one("kind").to_owned()),
        ..read(&typed)
    };
    match visit.desk.create_client_field(&visit.actor, form).await {
        Ok(_) => Ok(on_to(PAGE)),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            again(&visit, None, typed, notes).await
        }
    }
}

pub(super) async fn change(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: FieldId = named(&id, Thing::ClientField)?;
    let form = FieldForm {
        place: typed.one("place").trim().parse().ok(),
        ..read(&typed)
    };
    match visit.desk.change_client_field(&visit.actor, id, form).await {
        Ok(_) => Ok(on_to(PAGE)),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            again(&visit, Some(id), typed, notes).await
        }
    }
}

pub(super) async fn remove(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: FieldId = named(&id, Thing::ClientField)?;
    visit.desk.delete_client_field(&visit.actor, id).await?;
    Ok(on_to(PAGE))
}

fn read(typed: &Typed) -> FieldForm {
    let choices = typed.one("choices").lines().map(str::to_owned);
    FieldForm {
        name: Some(typed.one("name").to_owned()),
        choices: typed.sent("choices").map(|_| choices.collect()),
        ..FieldForm::default()
    }
}

async fn again(
    visit: &Visit,
    of: Option<FieldId>,
    typed: Typed,
    notes: Mistakes,
) -> Result<Response> {
    let frame = visit.still(Section::Clients, PAGE).await?;
    draw(
        visit,
        frame,
        of,
        typed,
        notes,
        StatusCode::UNPROCESSABLE_ENTITY,
    )
    .await
}

async fn draw(
    visit: &Visit,
    frame: Frame,
    of: Option<FieldId>,
    typed: Typed,
    mistakes: Mistakes,
    status: StatusCode,
) -> Result<Response> {
    let mut lines = Vec::new();
    for field in visit.desk.client_fields(&visit.actor).await? {
        let open = of == Some(field.id);
        let in_use = visit
            .desk
            .clients_with_field(&visit.actor, field.id)
            .await?;
        let text = |name: &str, usual: String| {
            if open {
                typed.one(name).to_owned()
            } else {
                usual
            }
        };
        lines.push(Line {
            kind: kind_name(field.kind, frame.t),
            name: text("name", field.name.clone()),
            choices: text("choices", field.choices.join("\n")),
            place: text("place", field.place.to_string()),
            mistakes: if open {
                mistakes.clone()
            } else {
                Mistakes::default()
            },
            open,
            in_use,
            field,
        });
    }
    let new = of.is_none();
    let kinds = FieldKind::ALL.into_iter().map(|kind| {
        let chosen = kind.as_str() == typed.one("kind");
        choice(kind.as_str(), kind_name(kind, frame.t), chosen)
    });
    page_as(
        status,
        &FieldsPage {
            kinds: kinds.collect(),
            lines,
            mistakes: if new { mistakes } else { Mistakes::default() },
            typed: if new { typed } else { Typed::default() },
            frame,
        },
    )
}

/// What a field takes, for people.
fn kind_name(kind: FieldKind, t: &Words) -> String {
    match kind {
        FieldKind::Text => t.msg_field_kind_text(),
        FieldKind::Number => t.msg_field_kind_number(),
        FieldKind::Date => t.msg_field_kind_date(),
        FieldKind::Choice => t.msg_field_kind_choice(),
        FieldKind::Checkbox => t.msg_field_kind_checkbox(),
        FieldKind::Link => t.msg_field_kind_link(),
    }
}
