//! Numbers of clients: kept in their order, each with how much speaks for its client when it calls.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use domain::client::Phone;
use domain::{Client, ClientId, PhoneNumber, TicketId};

use super::columns::{PhoneRow, Row};
use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::word;
use crate::{Change, Conn, Result, Topic, Tx};

pub(super) async fn put_phones(tx: &mut Tx, client: &Client) -> Result<()> {
    for (place, phone) in client.phones.iter().enumerate() {
        let sql = "INSERT INTO client_phones (client_id, number, kind, place) VALUES ($1, $2, $3, $4)
             ON CONFLICT (client_id, number) DO UPDATE SET kind = excluded.kind, place = excluded.place";
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

/// Takes away numbers that the client no longer has.
pub(super) async fn remove_others(tx: &mut Tx, client: &Client) -> Result<()> {
    let mut args = args![client.id];
    args.extend(
        client
            .phones
            .iter()
            .map(|phone| Arg::from(phone.number.as_str())),
    );
    let kept: Vec<String> = (2..=args.len()).map(|n| format!("${n}")).collect();
    let but = if kept.is_empty() {
        String::new()
    } else {
        format!(" AND number NOT IN ({})", kept.join(", "))
    };
    tx.run(
        format!("DELETE FROM client_phones WHERE client_id = $1{but}"),
        args,
    )
    .await?;
    Ok(())
}

/// How much speaks for a client, by number.
pub type Weights = BTreeMap<PhoneNumber, i64>;

/// How much speaks for this client on each of their numbers.
pub async fn weights(conn: &mut Conn, client: ClientId) -> Result<Weights> {
    let sql = "SELECT number, weight FROM client_phones WHERE client_id = $1";
    let rows: Vec<(String, i64)> = conn.rows(sql, args![client]).await?;
    rows.into_iter()
        .map(|(number, weight)| Ok((word("client_phones", &number)?, weight)))
        .collect()
}

/// Says how much speaks for a client when this number calls.
pub async fn set_weight(
    tx: &mut Tx,
    client: ClientId,
    number: &PhoneNumber,
    weight: i64,
) -> Result<()> {
    let sql = "UPDATE client_phones SET weight = $3 WHERE client_id = $1 AND number = $2";
    tx.run(sql, args![client, number.as_str(), weight]).await?;
    Ok(())
}

pub(super) async fn with_phones(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Client>> {
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

/// The client's number in the latest call of a ticket.
pub async fn number_of_ticket(conn: &mut Conn, ticket: TicketId) -> Result<Option<PhoneNumber>> {
    // Inside numbers stand there too; only telephone numbers begin with a plus.
    let sql = "SELECT client_number FROM calls WHERE ticket_id = $1 AND client_number LIKE '+%'
               ORDER BY started_at DESC, id DESC LIMIT 1";
    let row: Option<(String,)> = conn.row(sql, args![ticket]).await?;
    row.map(|(number,)| word("calls", &number)).transpose()
}
