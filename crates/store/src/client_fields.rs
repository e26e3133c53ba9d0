//! Fields of clients that administrators have added, and the values that clients have in them.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use domain::{At, ClientField, ClientId, FieldId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::{json, to_json, word};
use crate::{Conn, Result, Tx};

const TABLE: &str = "client_fields";

/// A client's values by field; what is not there has none.
pub type Values = BTreeMap<FieldId, String>;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    kind: String,
    choices: String,
    place: i64,
}

impl Row {
    fn field(self) -> Result<ClientField> {
        Ok(ClientField {
            id: FieldId(self.id),
            name: self.name,
            kind: word(TABLE, &self.kind)?,
            choices: json(TABLE, &self.choices)?,
            place: self.place,
        })
    }
}

/// All of them, in their order.
pub async fn list(conn: &mut Conn) -> Result<Vec<ClientField>> {
    let sql = "SELECT id, name, kind, choices, place FROM client_fields ORDER BY place, id";
    let rows: Vec<Row> = conn.rows(sql, args![]).await?;
    rows.into_iter().map(Row::field).collect()
}

/// Adds a field; its name must not be there yet.
pub async fn insert(tx: &mut Tx, field: &ClientField, now: At) -> Result<()> {
    let sql = "INSERT INTO client_fields (id, name, kind, choices, place, created_at)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let args = args![
        field.id,
        field.name.as_str(),
        field.kind.as_str(),
        to_json(TABLE, &field.choices)?,
        field.place,
        now
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Writes a changed field; what it takes stays as it was.
pub async fn update(tx: &mut Tx, field: &ClientField) -> Result<()> {
    let sql = "UPDATE client_fields SET name = $2, choices = $3, place = $4 WHERE id = $1";
    let args = args![
        field.id,
        field.name.as_str(),
        to_json(TABLE, &field.choices)?,
        field.place
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Takes a field away with all its values.
pub async fn delete(tx: &mut Tx, id: FieldId) -> Result<()> {
    tx.run("DELETE FROM client_values WHERE field_id = $1", args![id])
        .await?;
    tx.run("DELETE FROM client_fields WHERE id = $1", args![id])
        .await?;
    Ok(())
}

/// How many clients have a value in a field.
pub async fn in_use(conn: &mut Conn, id: FieldId) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM client_values WHERE field_id = $1";
    let row: Option<(i64,)> = conn.row(sql, args![id]).await?;
    Ok(row.map_or(0, |(count,)| count))
}

#[derive(sqlx::FromRow)]
struct ValueRow {
    client_id: Uuid,
    field_id: Uuid,
    value: String,
}

/// The values of these clients; who has none is left out.
pub async fn values(conn: &mut Conn, clients: &[ClientId]) -> Result<HashMap<ClientId, Values>> {
    let mut all: HashMap<ClientId, Values> = HashMap::new();
    if clients.is_empty() {
        return Ok(all);
    }
    let mut filter = Filter::new();
    filter.and_in(
        "client_id",
        clients.iter().map(|id| Arg::from(id.0)).collect(),
    );
    let (clause, args) = filter.done();
    let sql = format!("SELECT client_id, field_id, value FROM client_values{clause}");
    for row in conn.rows::<ValueRow>(sql, args).await? {
        let of = all.entry(ClientId(row.client_id)).or_default();
        of.insert(FieldId(row.field_id), row.value);
    }
    Ok(all)
}

/// The values of one client.
pub async fn values_of(conn: &mut Conn, client: ClientId) -> Result<Values> {
    Ok(values(conn, &[client])
        .await?
        .remove(&client)
        .unwrap_or_default())
}

/// Writes all values of a client.
pub async fn set_values(tx: &mut Tx, client: ClientId, values: &Values) -> Result<()> {
    tx.run(
        "DELETE FROM client_values WHERE client_id = $1",
        args![client],
    )
    .await?;
    for (field, value) in values {
        let sql = "INSERT INTO client_values (client_id, field_id, value, folded) VALUES ($1, $2, $3, $4)";
        tx.run(
            sql,
            args![client, *field, value.as_str(), value.to_lowercase()],
        )
        .await?;
    }
    Ok(())
}
