//! `/clients/{id}/merge`: two cards side by side, and what to keep of each.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use desk::clients::{ClientView, Keep, Side};
use domain::{Client, PhoneNumber};

use super::show::client_id;
use super::value::shown_values;
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::find_client::find_clients;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

#[derive(Template)]
#[template(path = "pages/clients/merge.html")]
struct MergePage {
    frame: Frame,
    path: String,
    search: String,
    found: Vec<Client>,
    both: Option<Both>,
    client: Client,
}

/// Two cards side by side.
struct Both {
    into: Client,
    swapped: String,
    rows: Vec<Row>,
    phones: Vec<PhoneNumber>,
    emails: Vec<String>,
}

/// A property that differs.
struct Row {
    field: String,
    label: String,
    from: String,
    into: String,
    /// `from`, `into` or `both`.
    chosen: &'static str,
    joinable: bool,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    if !may_change(visit.actor.role) {
        return Err(Problem::NotAllowed(desk::Denied::InternalOnly));
    }
    let (desk, actor) = (&visit.desk, &visit.actor);
    let client = desk.client(actor, client_id(&id)?).await?;
    let frame = visit.frame(Section::Clients, "").await?;
    let search = visit.query.one("q").trim().to_owned();
    let mut found = match search.as_str() {
        "" => Vec::new(),
        typed => find_clients(&visit, typed).await?,
    };
    found.retain(|other| other.id != client.id);
    let both = match visit.query.some("into") {
        Some(into) => {
            let into = desk.client(actor, client_id(into)?).await?;
            let views = desk.client_views(actor, vec![client.clone(), into]).await?;
            compare(views, &frame)
        }
        None => None,
    };
    page(&MergePage {
        path: format!("/clients/{}", client.id),
        frame,
        search,
        found,
        both,
        client,
    })
}

fn compare(mut views: Vec<ClientView>, frame: &Frame) -> Option<Both> {
    let into = views.pop()?;
    let from = views.pop()?;
    let mut phones: Vec<PhoneNumber> = Vec::new();
    let mut emails: Vec<String> = Vec::new();
    for client in [&into.client, &from.client] {
        for phone in &client.phones {
            if !phones.contains(&phone.number) {
                phones.push(phone.number.clone());
            }
        }
        for email in &client.emails {
            if !emails.iter().any(|one| one == email.as_str()) {
                emails.push(email.as_str().to_owned());
            }
        }
    }
    Some(Both {
        swapped: format!("/clients/{}/merge?into={}", into.client.id, from.client.id),
        rows: rows(&from, &into, frame),
        phones,
        emails,
        into: into.client,
    })
}

fn rows(from: &ClientView, into: &ClientView, frame: &Frame) -> Vec<Row> {
    let t = frame.t;
    let of = |view: &ClientView| {
        let client = &view.client;
        let yes = |on: bool| {
            if on {
                t.msg_clients_yes()
            } else {
                String::new()
            }
        };
        let responsible = view.responsible.as_ref();
        vec![
            ("name", t.msg_client_name(), client.name.clone()),
            (
                "company",
                t.msg_client_company(),
                client.company.clone().unwrap_or_default(),
            ),
            (
                "responsible_id",
                t.msg_client_responsible(),
                responsible
                    .map(|agent| agent.name.clone())
                    .unwrap_or_default(),
            ),
            (
                "note",
                t.msg_client_note(),
                client.note.clone().unwrap_or_default(),
            ),
            ("vip", t.msg_client_vip(), yes(client.vip)),
            ("spammer", t.msg_client_spammer(), yes(client.spammer)),
        ]
    };
    let usual = of(from).into_iter().zip(of(into));
    let mut rows: Vec<Row> = usual
        .map(|((field, label, theirs), (_, _, mine))| {
            let unnamed = field == "name" && !into.client.named && from.client.named;
            row(field, label, theirs, mine, unnamed)
        })
        .collect();
    let mut own: BTreeMap<String, (String, String, String)> = BTreeMap::new();
    for (side, view) in [(0, from), (1, into)] {
        for (value, shown) in view.values.iter().zip(shown_values(&view.values, frame)) {
            let entry = own.entry(value.field.id.to_string()).or_default();
            entry.0 = shown.label;
            if side == 0 {
                entry.1 = shown.text;
            } else {
                entry.2 = shown.text;
            }
        }
    }
    rows.extend(
        own.into_iter()
            .map(|(field, (label, theirs, mine))| row(&field, label, theirs, mine, false)),
    );
    rows.retain(|row| row.from != row.into);
    rows
}

fn row(field: &str, label: String, from: String, into: String, theirs: bool) -> Row {
    let joinable = field == "note" && !from.is_empty() && !into.is_empty();
    Row {
        chosen: if joinable {
            "both"
        } else if theirs || (into.is_empty() && field != "spammer") {
            "from"
        } else {
            "into"
        },
        field: field.to_owned(),
        label,
        from,
        into,
        joinable,
    }
}

pub(super) async fn merge(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let (from, into) = (client_id(&id)?, client_id(typed.one("into"))?);
    let merged = visit
        .desk
        .merge_keeping(&visit.actor, from, into, &keep(&typed))
        .await;
    let (joint, undo) = merged?;
    let said = visit.words().msg_client_merged_done(joint.name.as_str());
    let undo = format!("/clients/moves/{undo}/undo");
    let stays = format!("/clients/{}", joint.id);
    Ok(super::undo::done(&visit, &stays, &said, &undo))
}

/// What was ticked: a number or an address that was shown and is not ticked goes.
fn keep(typed: &Typed) -> Keep {
    let side = |name: &str| {
        let field = name.strip_prefix("side_")?.to_owned();
        let side = match typed.one(name) {
            "from" => Side::From,
            "into" => Side::Into,
            "both" => Side::Both,
            _ => return None,
        };
        Some((field, side))
    };
    let left = |shown: &'static str, kept: &'static str| {
        let gone = typed
            .all(shown)
            .filter(|one| !typed.all(kept).any(|other| other == *one));
        gone.map(str::to_owned).collect::<Vec<String>>()
    };
    Keep {
        sides: typed.names().filter_map(side).collect(),
        without_phones: left("phone_shown", "phone")
            .iter()
            .filter_map(|number| number.parse().ok())
            .collect(),
        without_emails: left("email_shown", "email"),
    }
}
