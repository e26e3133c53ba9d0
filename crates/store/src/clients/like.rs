//! Clients who may be one person: found by what they have in common, through an index.

use std::collections::HashMap;

use uuid::Uuid;

use domain::{Client, ClientId, likeness};

use super::{Row, SELECT, with_phones};
use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::{Conn, Result, Tx};

/// Callers without a name or an address have no keys: hearing a call costs nothing here.
pub(super) async fn put_keys(tx: &mut Tx, client: &Client) -> Result<()> {
    for key in likeness::keys(client) {
        let sql = "INSERT INTO client_keys (client_id, key) VALUES ($1, $2)";
        tx.run(sql, args![client.id, key]).await?;
    }
    Ok(())
}

pub(super) async fn remove_keys(tx: &mut Tx, client: ClientId) -> Result<()> {
    tx.run(
        "DELETE FROM client_keys WHERE client_id = $1",
        args![client],
    )
    .await?;
    Ok(())
}

/// What a client has in common with another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Likeness {
    /// A number.
    pub number: bool,
    /// An address.
    pub email: bool,
    /// A name, or nearly.
    pub name: bool,
}

#[derive(sqlx::FromRow)]
struct Found {
    client_id: Uuid,
    what: String,
}

/// Clients who have something in common with this one.
pub async fn like(conn: &mut Conn, client: &Client, most: i64) -> Result<Vec<(Client, Likeness)>> {
    let mut found: HashMap<Uuid, Likeness> = HashMap::new();
    let numbers = client
        .phones
        .iter()
        .map(|phone| Arg::from(phone.number.as_str()));
    let keys = likeness::keys(client).into_iter().map(Arg::from);
    for (table, column, values) in [
        ("client_phones", "number", numbers.collect::<Vec<_>>()),
        ("client_keys", "key", keys.collect()),
    ] {
        if values.is_empty() {
            continue;
        }
        let mut filter = Filter::new();
        filter.and_in(column, values);
        filter.and("client_id <> ?", vec![client.id.into()]);
        let (clause, mut args) = filter.done();
        args.push(most.into());
        let sql = format!(
            "SELECT client_id, {column} AS what FROM {table}{clause} LIMIT ${}",
            args.len()
        );
        for row in conn.rows::<Found>(sql, args).await? {
            let common = found.entry(row.client_id).or_default();
            common.number |= column == "number";
            common.email |= row.what.starts_with("e:");
            common.name |= row.what.starts_with("n:");
        }
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_in("c.id", found.keys().map(|id| Arg::from(*id)).collect());
    filter.and("c.merged_into IS NULL", Vec::new());
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn
        .rows(format!("{SELECT}{clause} ORDER BY c.id"), args)
        .await?;
    let clients = with_phones(conn, rows).await?;
    let mut all: Vec<(Client, Likeness)> = clients
        .into_iter()
        .map(|other| {
            let mut common = found.remove(&other.id.0).unwrap_or_default();
            common.name &= likeness::alike(&client.name, &other.name);
            (other, common)
        })
        .filter(|(_, common)| *common != Likeness::default())
        .collect();
    all.sort_by_key(|(_, common)| {
        std::cmp::Reverse(u8::from(common.number) + u8::from(common.email) + u8::from(common.name))
    });
    Ok(all)
}
