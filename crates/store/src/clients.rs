//! Clients and their numbers.

use std::collections::HashMap;

use uuid::Uuid;

use domain::client::Phone;
use domain::{At, Client, ClientId, PhoneNumber, Reach};

use crate::args::{Arg, args};
use crate::filter::{Filter, anywhere, words};
use crate::row::to_json;
use crate::{Change, Conn, Cursor, Page, Result, Slice, Topic, Tx};

mod columns;
mod merge;
use columns::{PhoneRow, Row, SELECT, TABLE};
pub use merge::merge;

/// Adds a client with their numbers.
pub async fn insert(tx: &mut Tx, client: &Client) -> Result<()> {
    let sql = "INSERT INTO clients (id, name, named, company, note, vip, spammer, emails, haystack, created_at, updated_at,
                                    last_contact_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let c = client;
    let args = args![
        c.id,
        c.name.as_str(),
        c.named,
        c.company.clone(),
        c.note.clone(),
        c.vip,
        c.spammer,
        to_json(TABLE, &c.emails)?,
        haystack(c),
        c.created_at,
        c.updated_at,
        c.last_contact_at
    ];
    tx.run(sql, args).await?;
    put_phones(tx, client).await
}

/// Writes a changed client with their numbers.
pub async fn update(tx: &mut Tx, client: &Client) -> Result<()> {
    let sql = "UPDATE clients SET name = $2, named = $3, company = $4, note = $5, vip = $6, spammer = $7, emails = $8,
                   haystack = $9, updated_at = $10, last_contact_at = $11 WHERE id = $1";
    let c = client;
    let args = args![
        c.id,
        c.name.as_str(),
        c.named,
        c.company.clone(),
        c.note.clone(),
        c.vip,
        c.spammer,
        to_json(TABLE, &c.emails)?,
        haystack(c),
        c.updated_at,
        c.last_contact_at
    ];
    tx.run(sql, args).await?;
    tx.run(
        "DELETE FROM client_phones WHERE client_id = $1",
        args![c.id],
    )
    .await?;
    put_phones(tx, client).await
}

async fn put_phones(tx: &mut Tx, client: &Client) -> Result<()> {
    for (place, phone) in client.phones.iter().enumerate() {
        let sql =
            "INSERT INTO client_phones (client_id, number, kind, place) VALUES ($1, $2, $3, $4)";
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        tx.run(
            sql,
            args![client.id, phone.number.as_str(), phone.kind.as_str(), place],
        )
        .await?;
    }
    tx.changed(Change {
        topic: Topic::Client(client.id),
        channel: None,
    });
    Ok(())
}

/// Notes that they have just called or been called.
pub async fn touch(tx: &mut Tx, id: ClientId, at: At) -> Result<()> {
    let sql = "UPDATE clients SET last_contact_at = $2 WHERE id = $1 AND COALESCE(last_contact_at, 0) < $2";
    tx.run(sql, args![id, at]).await?;
    Ok(())
}

/// What a search finds a client by, in lower case.
fn haystack(client: &Client) -> String {
    let mut words = vec![client.name.to_lowercase()];
    words.extend(client.company.iter().map(|company| company.to_lowercase()));
    words.extend(
        client
            .phones
            .iter()
            .map(|phone| phone.number.digits().to_owned()),
    );
    words.extend(client.emails.iter().map(|email| email.as_str().to_owned()));
    words.join(" ")
}

/// One of them, those merged into another too.
pub async fn find(conn: &mut Conn, id: ClientId) -> Result<Option<Client>> {
    let rows: Vec<Row> = conn
        .rows(format!("{SELECT} WHERE c.id = $1"), args![id])
        .await?;
    Ok(with_phones(conn, rows).await?.pop())
}

/// Several at once; those that are not there are left out.
pub async fn find_all(conn: &mut Conn, ids: &[ClientId]) -> Result<Vec<Client>> {
    let mut filter = Filter::new();
    filter.and_in("c.id", ids.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    with_phones(conn, rows).await
}

/// Into which client this one was merged, if it was.
pub async fn merged_into(conn: &mut Conn, id: ClientId) -> Result<Option<ClientId>> {
    let row: Option<(Option<Uuid>,)> = conn
        .row("SELECT merged_into FROM clients WHERE id = $1", args![id])
        .await?;
    Ok(row.and_then(|(id,)| id).map(ClientId))
}

/// Everybody with this number, the one last in contact first.
pub async fn by_number(conn: &mut Conn, number: &PhoneNumber) -> Result<Vec<Client>> {
    let sql = format!(
        "{SELECT} JOIN client_phones p ON p.client_id = c.id WHERE p.number = $1 AND c.merged_into IS NULL
         ORDER BY COALESCE(c.last_contact_at, 0) DESC, c.created_at, c.id LIMIT 20"
    );
    let rows: Vec<Row> = conn.rows(sql, args![number.as_str()]).await?;
    with_phones(conn, rows).await
}

/// What a list of clients is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Words in the name, company, a number or an address.
    pub text: Option<String>,
    /// This number, E.164.
    pub number: Option<PhoneNumber>,
}

/// The latest changed first. Within a reach: those who have called there, and those who have called nowhere.
pub async fn list(
    conn: &mut Conn,
    filter: &ClientFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Client>> {
    let mut clause = Filter::new();
    clause.and("c.merged_into IS NULL", Vec::new());
    for word in filter.text.iter().flat_map(|text| words(text)) {
        clause.and(
            "c.haystack LIKE ? ESCAPE '\\'",
            vec![anywhere(&word).into()],
        );
    }
    if let Some(number) = &filter.number {
        let has =
            "EXISTS (SELECT 1 FROM client_phones p WHERE p.client_id = c.id AND p.number = ?)";
        clause.and(has, vec![number.as_str().into()]);
    }
    within(&mut clause, reach);
    clause.newest_first("c.updated_at", "c.id", &slice);
    let (clause, mut args) = clause.done();
    args.push(Arg::from(slice.limit + 1));
    let sql = format!(
        "{SELECT}{clause} ORDER BY c.updated_at DESC, c.id DESC LIMIT ${}",
        args.len()
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let items = with_phones(conn, rows).await?;
    Ok(slice.cut(items, |client| Cursor {
        key: client.updated_at.as_microsecond(),
        id: client.id.0,
    }))
}

/// Whether somebody with this reach may see this client.
pub async fn is_within(conn: &mut Conn, id: ClientId, reach: &Reach) -> Result<bool> {
    let mut clause = Filter::new();
    clause.and("c.id = ?", vec![id.into()]);
    within(&mut clause, reach);
    let (clause, args) = clause.done();
    let row: Option<(i64,)> = conn
        .row(format!("SELECT COUNT(*) FROM clients c{clause}"), args)
        .await?;
    Ok(row.is_some_and(|(count,)| count > 0))
}

fn within(clause: &mut Filter, reach: &Reach) {
    let Reach::Only(ids) = reach else { return };
    let marks = if ids.is_empty() {
        "NULL".to_owned()
    } else {
        vec!["?"; ids.len()].join(", ")
    };
    let mut values: Vec<Arg> = Vec::new();
    for _ in 0..2 {
        values.extend(ids.iter().map(|id| Arg::from(id.0)));
    }
    clause.and(
        &format!(
            "(EXISTS (SELECT 1 FROM calls k WHERE k.client_id = c.id AND k.channel_id IN ({marks}))
              OR EXISTS (SELECT 1 FROM tickets t WHERE t.client_id = c.id AND (t.channel_id IS NULL OR t.channel_id IN ({marks})))
              OR (NOT EXISTS (SELECT 1 FROM calls k WHERE k.client_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.client_id = c.id)))"
        ),
        values,
    );
}

async fn with_phones(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Client>> {
    let mut filter = Filter::new();
    filter.and_in(
        "client_id",
        rows.iter().map(|row| Arg::from(row.id)).collect(),
    );
    let (clause, args) = filter.done();
    let mut phones: HashMap<Uuid, Vec<Phone>> = HashMap::with_capacity(rows.len());
    if !rows.is_empty() {
        let sql = format!(
            "SELECT client_id, number, kind FROM client_phones{clause} ORDER BY client_id, place"
        );
        for row in conn.rows::<PhoneRow>(sql, args).await? {
            phones.entry(row.client_id).or_default().push(row.phone()?);
        }
    }
    rows.into_iter()
        .map(|row| {
            let phones = phones.remove(&row.id).unwrap_or_default();
            row.client(phones)
        })
        .collect()
}

#[cfg(test)]
mod tests;
