//! What tickets, clients and calls say of themselves: the words they are to be found under.

use std::collections::HashMap;

use sqlx::FromRow;
use uuid::Uuid;

use domain::call::Facts;
use domain::search::Words;
use domain::transcript::Line;
use domain::{CallId, ChannelId, PhoneNumber};

use super::Kind;
use crate::args::Args;
use crate::filter::Filter;
use crate::row::json;
use crate::{Conn, Result};

/// A thing with the words it is to be found under.
#[derive(Debug)]
pub struct Paper {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Whose people may find it.
    pub channel: Option<ChannelId>,
    /// Its words.
    pub words: Words,
}

/// The papers of these things; one that is there no more has none.
pub async fn papers(conn: &mut Conn, kind: Kind, ids: &[Uuid]) -> Result<Vec<Paper>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    match kind {
        Kind::Ticket => of_tickets(conn, ids).await,
        Kind::Client => of_clients(conn, ids).await,
        Kind::Call => of_calls(conn, ids).await,
    }
}

fn among(column: &str, ids: &[Uuid]) -> (String, Args) {
    let mut filter = Filter::new();
    filter.and_some_of(column, ids.iter().copied());
    filter.done()
}

#[derive(FromRow)]
struct TicketRow {
    id: Uuid,
    number: i64,
    subject: String,
    tags: String,
    channel_id: Option<Uuid>,
    client_id: Option<Uuid>,
    name: Option<String>,
    company: Option<String>,
}

async fn of_tickets(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<Paper>> {
    let (clause, args) = among("t.id", ids);
    let sql = format!(
        "SELECT t.id, t.number, t.subject, t.tags, t.channel_id, t.client_id, c.name, c.company
         FROM tickets t LEFT JOIN clients c ON c.id = t.client_id{clause}"
    );
    let rows: Vec<TicketRow> = conn.rows(sql, args).await?;
    let clients: Vec<Uuid> = rows.iter().filter_map(|row| row.client_id).collect();
    let phones = phones(conn, &clients).await?;
    let comments = comments(conn, ids).await?;
    rows.into_iter()
        .map(|row| {
            let mut words = Words::default();
            words.number(row.number);
            words.text(&row.subject);
            for tag in json::<Vec<String>>("tickets", &row.tags)? {
                words.tag(&tag);
            }
            for text in [row.name, row.company].iter().flatten() {
                words.text(text);
            }
            for phone in row
                .client_id
                .iter()
                .filter_map(|id| phones.get(id))
                .flatten()
            {
                words.phone(phone);
            }
            for text in comments.get(&row.id).into_iter().flatten() {
                words.text(text);
            }
            Ok(Paper {
                kind: Kind::Ticket,
                id: row.id,
                channel: row.channel_id.map(ChannelId),
                words,
            })
        })
        .collect()
}

async fn comments(conn: &mut Conn, tickets: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>> {
    let mut filter = Filter::new();
    filter.and_some_of("ticket_id", tickets.iter().copied());
    filter.and(
        "kind = 'comment' AND text IS NOT NULL AND deleted_at IS NULL",
        Vec::new(),
    );
    let (clause, args) = filter.done();
    let sql = format!("SELECT ticket_id, text FROM entries{clause} ORDER BY at");
    let mut comments: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (ticket, text) in conn.rows::<(Uuid, String)>(sql, args).await? {
        comments.entry(ticket).or_default().push(text);
    }
    Ok(comments)
}

async fn phones(conn: &mut Conn, clients: &[Uuid]) -> Result<HashMap<Uuid, Vec<PhoneNumber>>> {
    let mut phones: HashMap<Uuid, Vec<PhoneNumber>> = HashMap::new();
    if clients.is_empty() {
        return Ok(phones);
    }
    let (clause, args) = among("client_id", clients);
    let sql = format!("SELECT client_id, number FROM client_phones{clause}");
    for (client, number) in conn.rows::<(Uuid, String)>(sql, args).await? {
        let number = crate::row::word("client_phones", &number)?;
        phones.entry(client).or_default().push(number);
    }
    Ok(phones)
}

#[derive(FromRow)]
struct ClientRow {
    id: Uuid,
    name: String,
    company: Option<String>,
    note: Option<String>,
    emails: String,
}

async fn of_clients(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<Paper>> {
    let (clause, args) = among("id", ids);
    let sql = format!("SELECT id, name, company, note, emails FROM clients{clause}");
    let rows: Vec<ClientRow> = conn.rows(sql, args).await?;
    let phones = phones(conn, ids).await?;
    let values = values(conn, ids).await?;
    rows.into_iter()
        .map(|row| {
            let mut words = Words::default();
            for phone in phones.get(&row.id).into_iter().flatten() {
                words.phone(phone);
            }
            words.text(&row.name);
            for email in json::<Vec<String>>("clients", &row.emails)? {
                words.text(&email);
            }
            let own = values.get(&row.id).into_iter().flatten();
            for text in [row.company, row.note].iter().flatten().chain(own) {
                words.text(text);
            }
            Ok(Paper {
                kind: Kind::Client,
                id: row.id,
                // Who may see a client follows from their calls and tickets, and is asked when they are found.
                channel: None,
                words,
            })
        })
        .collect()
}

/// What stands in fields of the desk's own.
async fn values(conn: &mut Conn, clients: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>> {
    let (clause, args) = among("client_id", clients);
    let sql = format!("SELECT client_id, value FROM client_values{clause}");
    let mut values: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (client, value) in conn.rows::<(Uuid, String)>(sql, args).await? {
        values.entry(client).or_default().push(value);
    }
    Ok(values)
}

async fn of_calls(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<Paper>> {
    let (clause, args) = among("id", ids);
    // Only what is tagged is read: the facts of all others say nothing to be found by.
    let sql = format!(
        "SELECT id, channel_id, CASE WHEN facts LIKE '%\"tags\":[]%' THEN NULL ELSE facts END FROM calls{clause}"
    );
    let rows: Vec<(Uuid, Uuid, Option<String>)> = conn.rows(sql, args).await?;
    let calls: Vec<CallId> = rows.iter().map(|(id, ..)| CallId(*id)).collect();
    let said = crate::transcripts::lines_of(conn, &calls).await?;
    let wrapped = crate::wrap_ups::of_calls(conn, &calls).await?;
    rows.into_iter()
        .map(|(id, channel, facts)| {
            let mut words = Words::default();
            if let Some(facts) = facts {
                for tag in json::<Facts>("calls", &facts)?.tags {
                    words.tag(&tag);
                }
            }
            let given = wrapped.get(&CallId(id)).and_then(|wrap_up| wrap_up.given());
            for tag in given.iter().flat_map(|given| &given.tags) {
                words.tag(tag);
            }
            if let Some(lines) = said.get(&CallId(id)) {
                let lines: Vec<Line> = lines.iter().map(|kept| kept.line.clone()).collect();
                words.said(&lines);
            }
            Ok(Paper {
                kind: Kind::Call,
                id,
                channel: Some(ChannelId(channel)),
                words,
            })
        })
        .collect()
}
