//! Clients and their numbers.

use uuid::Uuid;

use domain::{At, Client, ClientId, PhoneNumber};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::to_json;
use crate::{Conn, Result, Tx};

mod changes;
mod columns;
mod like;
mod list;
mod merge;
mod moves;
mod phones;

use columns::{Row, SELECT, TABLE};
use phones::{put_phones, with_phones};

pub use changes::{ClientChanges, add_changes, changes};
pub use like::{Likeness, like};
pub(crate) use list::within;
pub use list::{ClientFilter, ClientSort, FieldMatch, is_within, list};
pub use merge::{Moved, merge, take_back};
pub use moves::{Move, MoveKind, add_move, find_move, moves_of, undo_move};
pub use phones::{Weights, number_of_ticket, set_weight, weights};

/// Adds a client with their numbers.
pub async fn insert(tx: &mut Tx, client: &Client) -> Result<()> {
    let sql = "INSERT INTO clients (id, name, named, company, note, vip, spammer, emails, created_at, updated_at,
                                    last_contact_at, responsible_id, version, sort_name)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
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
        c.created_at,
        c.updated_at,
        c.last_contact_at,
        c.responsible_id,
        c.version,
        c.name.to_lowercase()
    ];
    tx.run(sql, args).await?;
    put_phones(tx, client).await?;
    like::put_keys(tx, client).await
}

/// Writes a changed client with their numbers; what a number has taught stays.
pub async fn update(tx: &mut Tx, client: &Client) -> Result<()> {
    let sql = "UPDATE clients SET name = $2, named = $3, company = $4, note = $5, vip = $6, spammer = $7, emails = $8,
                   updated_at = $9, last_contact_at = $10, responsible_id = $11, version = $12, sort_name = $13
               WHERE id = $1";
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
        c.updated_at,
        c.last_contact_at,
        c.responsible_id,
        c.version,
        c.name.to_lowercase()
    ];
    tx.run(sql, args).await?;
    phones::remove_others(tx, client).await?;
    put_phones(tx, client).await?;
    like::remove_keys(tx, client.id).await?;
    like::put_keys(tx, client).await
}

/// Notes that they have just called or been called.
pub async fn touch(tx: &mut Tx, id: ClientId, at: At) -> Result<()> {
    let sql = "UPDATE clients SET last_contact_at = $2 WHERE id = $1 AND COALESCE(last_contact_at, 0) < $2";
    tx.run(sql, args![id, at]).await?;
    Ok(())
}

/// One of them, those merged into another too.
pub async fn find(conn: &mut Conn, id: ClientId) -> Result<Option<Client>> {
    let rows: Vec<Row> = conn
        .rows(format!("{SELECT} WHERE c.id = $1"), args![id])
        .await?;
    Ok(with_phones(conn, rows).await?.pop())
}

/// One of them, held until the end of this transaction.
pub async fn hold(tx: &mut Tx, id: ClientId) -> Result<Option<Client>> {
    let sql = format!("{SELECT} WHERE c.id = $1{}", tx.for_update());
    let rows: Vec<Row> = tx.rows(sql, args![id]).await?;
    Ok(with_phones(tx, rows).await?.pop())
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

/// Somebody with a number, and how much speaks for them when it calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Sharing {
    /// Who.
    pub client: Client,
    /// Grows each time a person says that it was they who called; 0 when nobody ever has.
    pub weight: i64,
}

/// Everybody with this number, the likeliest first: whom a person chose last, then those with names, then the one last in contact.
pub async fn by_number(conn: &mut Conn, number: &PhoneNumber) -> Result<Vec<Sharing>> {
    let sql = format!(
        "{} JOIN client_phones p ON p.client_id = c.id WHERE p.number = $1 AND c.merged_into IS NULL
         ORDER BY p.weight DESC, c.named DESC, COALESCE(c.last_contact_at, 0) DESC, c.created_at, c.id LIMIT 20",
        SELECT.replacen(" FROM clients c", ", p.weight FROM clients c", 1)
    );
    let rows: Vec<columns::SharingRow> = conn.rows(sql, args![number.as_str()]).await?;
    let weights: Vec<i64> = rows.iter().map(|row| row.weight).collect();
    let rows = rows.into_iter().map(|row| row.row).collect();
    let clients = with_phones(conn, rows).await?;
    Ok(clients
        .into_iter()
        .zip(weights)
        .map(|(client, weight)| Sharing { client, weight })
        .collect())
}

#[cfg(test)]
mod tests;
