//! `GET /clients`: those whom somebody has named; found by any word, a number in any spelling, a value of any field.

use askama::Template;
use axum::response::Response;
use domain::{Client, ClientField, FieldKind};
use store::Slice;
use store::clients::ClientSort;

use super::filter::{OWN, View, filter, has_conditions, is_narrowed, path_with, sort};
use crate::form::Choice;
use crate::frame::{Frame, Moment, Section};
use crate::pages::choices::choice;
use crate::pages::draw::page;
use crate::pages::named::supervisors_only;
use crate::pages::typed::Typed;
use crate::pages::visit::{Visit, may_change};
use crate::problem::Result;

/// Lines on a page.
const LINES: i64 = 50;

#[derive(Template)]
#[template(path = "pages/clients/list.html")]
struct ClientsPage {
    frame: Frame,
    query: Typed,
    /// Name, address, whether it is shown.
    views: Vec<(String, String, bool)>,
    view: View,
    sorts: Vec<Choice>,
    responsibles: Vec<Choice>,
    own_fields: Vec<FilterField>,
    lines: Vec<Line>,
    newer: String,
    older: String,
    export: String,
    narrowed: bool,
    more: bool,
    may_change: bool,
    /// Whether whole tables may come and go.
    tables: bool,
}

/// One of the desk's own fields as a condition.
struct FilterField {
    name: String,
    label: String,
    value: String,
    /// What may be chosen; empty for what is typed.
    choices: Vec<Choice>,
}

struct Line {
    client: Client,
    last: Option<Moment>,
    responsible: Option<String>,
}

pub(super) async fn list(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Clients, "clients calls").await?;
    let query = visit.query.clone();
    let fields = visit.desk.client_fields(&visit.actor).await?;
    let filter = filter(&query, &fields, visit.desk.options().country);
    let slice = Slice {
        after: query.some("after").and_then(|text| text.parse().ok()),
        ..Slice::first(LINES)
    };
    let found = visit.desk.clients(&visit.actor, &filter, slice).await?;
    let older = found
        .next
        .map(|next| path_with("/clients", &query, &[("after", &next.to_string())]));
    let views = visit.desk.client_views(&visit.actor, found.items).await?;
    let line = |view: desk::clients::ClientView| Line {
        last: view.client.last_contact_at.map(|at| frame.day_or_hour(at)),
        responsible: view.responsible.map(|agent| agent.name),
        client: view.client,
    };
    page(&ClientsPage {
        views: shown_views(&query, &frame),
        view: View::of(&query),
        sorts: sorts(&query, &frame),
        responsibles: responsibles(&visit, &query, &frame).await?,
        own_fields: fields
            .iter()
            .map(|field| filter_field(field, &query, &frame))
            .collect(),
        lines: views.into_iter().map(line).collect(),
        newer: query
            .some("after")
            .map(|_| path_with("/clients", &query, &[]))
            .unwrap_or_default(),
        older: older.unwrap_or_default(),
        export: path_with("/clients/export", &query, &[]),
        narrowed: is_narrowed(&query),
        more: has_conditions(&query),
        may_change: may_change(visit.actor.role),
        tables: supervisors_only(&visit.actor).is_ok(),
        frame,
        query,
    })
}

fn shown_views(query: &Typed, frame: &Frame) -> Vec<(String, String, bool)> {
    let t = frame.t;
    let word = |view: View| match view {
        View::Named => t.msg_nav_clients(),
        View::Vip => t.msg_clients_view_vip(),
        View::Callers => t.msg_clients_view_callers(),
        View::Spam => t.msg_clients_view_spam(),
    };
    let here = View::of(query);
    View::ALL
        .into_iter()
        .map(|view| {
            let path = path_with("/clients", query, &[("view", view.as_str())]);
            (word(view), path, view == here)
        })
        .collect()
}

fn sorts(query: &Typed, frame: &Frame) -> Vec<Choice> {
    let t = frame.t;
    let here = sort(query);
    let word = |sort: ClientSort| match sort {
        ClientSort::Contact => t.msg_clients_sort_contact(),
        ClientSort::Change => t.msg_clients_sort_changed(),
        ClientSort::Start => t.msg_clients_sort_created(),
        ClientSort::Name => t.msg_clients_sort_name(),
    };
    ClientSort::ALL
        .into_iter()
        .map(|sort| choice(sort.as_str(), word(sort), sort == here))
        .collect()
}

async fn responsibles(visit: &Visit, query: &Typed, frame: &Frame) -> Result<Vec<Choice>> {
    let chosen = query.one("responsible_id");
    let anybody = choice("", frame.t.msg_clients_any(), chosen.is_empty());
    let all = visit.desk.colleagues(&visit.actor).await?.into_iter();
    let all = all.map(|agent| {
        let id = agent.id.to_string();
        let here = id == chosen;
        choice(id, agent.name, here)
    });
    Ok(std::iter::once(anybody).chain(all).collect())
}

fn filter_field(field: &ClientField, query: &Typed, frame: &Frame) -> FilterField {
    let t = frame.t;
    let name = format!("{OWN}{}", field.id);
    let value = query.one(&name).to_owned();
    let any = || choice("", t.msg_clients_any(), value.is_empty());
    let choices = match field.kind {
        FieldKind::Choice => {
            let all = field.choices.iter();
            let all = all.map(|one| choice(one, one, *one == value));
            std::iter::once(any()).chain(all).collect()
        }
        FieldKind::Checkbox => vec![
            any(),
            choice("yes", t.msg_clients_yes(), value == "yes"),
            choice("no", t.msg_clients_no(), value == "no"),
        ],
        FieldKind::Text | FieldKind::Number | FieldKind::Date | FieldKind::Link => Vec::new(),
    };
    FilterField {
        label: field.name.clone(),
        name,
        value,
        choices,
    }
}
