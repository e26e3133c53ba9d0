//! `/clients/import`: a file is brought, looked at, tried, taken in; rows that were not taken come back.

use askama::Template;
use axum::body::Body;
use axum::extract::{Multipart, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::clients::{Column, Duplicates, Encoding, ImportState, ImportView, Plan, Tally};
use desk::{Refusal, Thing};
use domain::ImportId;

use super::import_columns::{ColumnField, columns};
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Moment, Section};
use crate::pages::choices::choice;
use crate::pages::draw::{on_to, page_as};
use crate::pages::mistakes::mistakes;
use crate::pages::named::{named, supervisors_only};
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};
use crate::wrong_rows::{Labels, file_of};

const PAGE: &str = "/clients/import";
/// Rows that were not taken, shown on the page; the file has all of them.
const WRONG_SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "pages/clients/imports.html")]
struct ImportsPage {
    frame: Frame,
    files: Vec<File>,
    mistakes: Mistakes,
}

struct File {
    path: String,
    name: String,
    state: String,
    tally: Tally,
    moment: Moment,
}

#[derive(Template)]
#[template(path = "pages/clients/import.html")]
struct ImportPage {
    frame: Frame,
    path: String,
    view: ImportView,
    columns: Vec<ColumnField>,
    encodings: Vec<Choice>,
    delimiters: Vec<Choice>,
    duplicates: Vec<Choice>,
    wrong: Vec<(i64, String, String)>,
    mistakes: Mistakes,
}

pub(super) async fn list(visit: Visit) -> Result<Response> {
    supervisors_only(&visit.actor)?;
    let frame = visit.frame(Section::Clients, "").await?;
    files(&visit, frame, Mistakes::default(), StatusCode::OK).await
}

async fn files(
    visit: &Visit,
    frame: Frame,
    mistakes: Mistakes,
    status: StatusCode,
) -> Result<Response> {
    let all = visit.desk.client_imports(&visit.actor).await?;
    let file = |(import, tally): (store::client_imports::Import, Tally)| File {
        path: format!("{PAGE}/{}", import.id),
        state: state_word(&import.state, &frame),
        moment: frame.day_or_hour(import.created_at),
        name: import.file_name,
        tally,
    };
    let files = all.into_iter().map(file).collect();
    let page = ImportsPage {
        files,
        mistakes,
        frame,
    };
    page_as(status, &page)
}

fn state_word(state: &str, frame: &Frame) -> String {
    let t = frame.t;
    match state {
        "runs" => t.msg_import_runs(),
        "tried" => t.msg_import_tried(),
        "done" => t.msg_import_done(),
        _ => t.msg_import_brought(),
    }
}

pub(super) async fn upload(visit: Visit, mut parts: Multipart) -> Result<Response> {
    supervisors_only(&visit.actor)?;
    let mut file = None;
    while let Some(part) = parts
        .next_field()
        .await
        .map_err(|refused| unread(&refused))?
    {
        if part.name() == Some("file") {
            let name = part.file_name().unwrap_or_default().to_owned();
            let content = part.bytes().await.map_err(|refused| unread(&refused))?;
            file = Some((name, content));
        }
    }
    let (name, content) = file.unwrap_or_default();
    match visit
        .desk
        .bring_clients(&visit.actor, &name, &content)
        .await
    {
        Ok(view) => Ok(on_to(&format!("{PAGE}/{}", view.import.id))),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            let frame = visit.still(Section::Clients, PAGE).await?;
            files(&visit, frame, notes, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn unread(refused: &axum::extract::multipart::MultipartError) -> Problem {
    if refused.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        Problem::Malformed(crate::problem::Malformed::NotText)
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ImportId = named(&id, Thing::Import)?;
    let view = visit.desk.client_import(&visit.actor, id).await?;
    let live = match view.state {
        ImportState::Runs => format!("import:{id}"),
        // A form that somebody fills in stays as it is.
        ImportState::Brought | ImportState::Tried | ImportState::Done => String::new(),
    };
    let frame = visit.frame(Section::Clients, live).await?;
    draw(&visit, frame, view, Mistakes::default(), StatusCode::OK).await
}

pub(super) async fn step(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: ImportId = named(&id, Thing::Import)?;
    let view = visit.desk.client_import(&visit.actor, id).await?;
    let plan = read(&typed, &view.plan);
    if (plan.encoding, plan.delimiter) != (view.plan.encoding, view.plan.delimiter) {
        // Other letters or other cells are other columns: they are looked at first.
        let (encoding, delimiter) = (plan.encoding, plan.delimiter);
        let reread = visit
            .desk
            .read_clients_as(&visit.actor, id, encoding, delimiter);
        reread.await?;
        return Ok(on_to(&format!("{PAGE}/{id}")));
    }
    let run = visit
        .desk
        .run_client_import(&visit.actor, id, plan.clone())
        .await;
    match run {
        Ok(_) => Ok(on_to(&format!("{PAGE}/{id}"))),
        Err(refusal @ Refusal::Invalid(_)) => {
            let notes = mistakes(refusal, visit.words())?;
            let frame = visit
                .still(Section::Clients, &format!("{PAGE}/{id}"))
                .await?;
            let view = ImportView { plan, ..view };
            draw(&visit, frame, view, notes, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(typed: &Typed, before: &Plan) -> Plan {
    let columns = typed.all("column").map(Column::read);
    let encoding = Encoding::ALL
        .into_iter()
        .find(|one| one.as_str() == typed.one("encoding"));
    let delimiter = match typed.one("delimiter") {
        "tab" => Some('\t'),
        other => other.chars().next(),
    };
    Plan {
        encoding: encoding.unwrap_or(before.encoding),
        delimiter: delimiter.unwrap_or(before.delimiter),
        header: typed.ticked("header"),
        columns: columns.collect(),
        duplicates: Duplicates::read(typed.one("duplicates")).unwrap_or_default(),
        dry: typed.one("do") != "import",
    }
}

async fn draw(
    visit: &Visit,
    frame: Frame,
    view: ImportView,
    mistakes: Mistakes,
    status: StatusCode,
) -> Result<Response> {
    let fields = visit.desk.client_fields(&visit.actor).await?;
    let id = view.import.id;
    let labels = Labels::of(&fields, frame.t);
    let wrong = visit
        .desk
        .wrong_lines(&visit.actor, id, 0, WRONG_SHOWN)
        .await?;
    let wrong = wrong.iter().map(|row| {
        let cells: Vec<&str> = row
            .cells
            .iter()
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        (row.line, cells.join(" · "), labels.told(&row.faults))
    });
    let wrong = wrong.collect();
    let t = frame.t;
    let encodings = Encoding::ALL
        .into_iter()
        .map(|one| choice(one.as_str(), one.as_str(), one == view.plan.encoding));
    let delimiters = [
        (";", ';', t.msg_import_semicolon()),
        (",", ',', t.msg_import_comma()),
        ("tab", '\t', t.msg_import_tab()),
        ("|", '|', "|".to_owned()),
    ];
    let delimiters = delimiters
        .into_iter()
        .map(|(name, one, word)| choice(name, word, one == view.plan.delimiter));
    let duplicates = [
        (Duplicates::Skip, t.msg_import_skip()),
        (Duplicates::Update, t.msg_import_update()),
    ];
    let duplicates = duplicates
        .into_iter()
        .map(|(one, word)| choice(one.as_str(), word, one == view.plan.duplicates));
    let page = ImportPage {
        path: format!("{PAGE}/{id}"),
        columns: columns(&view, &fields, &frame),
        encodings: encodings.collect(),
        delimiters: delimiters.collect(),
        duplicates: duplicates.collect(),
        wrong,
        view,
        mistakes,
        frame,
    };
    page_as(status, &page)
}

pub(super) async fn errors(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ImportId = named(&id, Thing::Import)?;
    let file = file_of(&visit.desk, &visit.actor, id).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"not-taken.csv\"",
        ),
    ];
    Ok((headers, Body::from(file)).into_response())
}
