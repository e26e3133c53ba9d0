//! Lists of tickets. Page one thousand costs what page one costs, and so does a rare status: each status is asked for by
//! itself in the order of its index, and as many as a page holds are merged.

use sqlx::FromRow;

use domain::search::Ask;
use domain::{Reach, Ticket};

use super::columns::{Row, SELECT};
use super::filter::TicketFilter;
use crate::args::{Arg, Args};
use crate::filter::Filter;
use crate::search::{Kind, Narrowed};
use crate::{Conn, Cursor, Page, Result, Slice};

/// A label on no more tickets than this is rare.
const RARE: i64 = 500;

/// A ticket and where it stands in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The ticket.
    pub ticket: Ticket,
    /// Its place.
    pub at: Cursor,
}

/// Which way from a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Neighbour {
    /// Towards the beginning.
    Before,
    /// Towards the end.
    After,
}

#[derive(FromRow)]
struct Placed {
    #[sqlx(flatten)]
    row: Row,
    sort_key: i64,
}

/// Tickets in the filter's order.
pub async fn list(
    conn: &mut Conn,
    filter: &TicketFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Ticket>> {
    let page = list_with_places(conn, filter, reach, slice).await?;
    Ok(page.map(|place| place.ticket))
}

/// The same, each with its place.
pub async fn list_with_places(
    conn: &mut Conn,
    filter: &TicketFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Place>> {
    let rare = rare_tags(conn, filter).await?;
    let words = words(conn, filter).await?;
    let mut clause = filter.clause(reach, &rare, words.as_ref());
    clause.newest_first(filter.key(), "t.id", &slice);
    let narrow = filter.is_narrow() || !rare.is_empty() || leads(words.as_ref());
    let (sql, args) = ranked(clause, filter, narrow, "DESC", slice.limit + 1);
    let items = places(conn.rows(sql, args).await?)?;
    Ok(slice.cut(items, |place| place.at))
}

/// The one beside a place; whatever became of the ticket that stood there.
pub async fn neighbour(
    conn: &mut Conn,
    filter: &TicketFilter,
    reach: &Reach,
    place: Cursor,
    which: Neighbour,
) -> Result<Option<Place>> {
    let rare = rare_tags(conn, filter).await?;
    let words = words(conn, filter).await?;
    let mut clause = filter.clause(reach, &rare, words.as_ref());
    let direction = match which {
        Neighbour::After => {
            let after = Slice {
                limit: 1,
                after: Some(place),
            };
            clause.newest_first(filter.key(), "t.id", &after);
            "DESC"
        }
        Neighbour::Before => {
            clause.before_place(filter.key(), "t.id", place);
            "ASC"
        }
    };
    let narrow = filter.is_narrow() || !rare.is_empty() || leads(words.as_ref());
    let (sql, args) = ranked(clause, filter, narrow, direction, 1);
    Ok(places(conn.rows(sql, args).await?)?.pop())
}

/// How many there are, counted no further than `most`.
pub async fn count(
    conn: &mut Conn,
    filter: &TicketFilter,
    reach: &Reach,
    most: i64,
) -> Result<i64> {
    let counted = counts(conn, std::slice::from_ref(filter), reach, most).await?;
    Ok(counted.first().copied().unwrap_or_default())
}

/// The same of several lists in one question, in their order.
pub async fn counts(
    conn: &mut Conn,
    filters: &[TicketFilter],
    reach: &Reach,
    most: i64,
) -> Result<Vec<i64>> {
    let mut sql = Vec::with_capacity(filters.len());
    let mut args: Args = Vec::new();
    for (place, filter) in filters.iter().enumerate() {
        let words = words(conn, filter).await?;
        let mut clause = filter.clause(reach, &[], words.as_ref());
        let statuses = filter.statuses();
        let statuses = statuses.iter().map(|status| Arg::from(status.as_str()));
        clause.and_in("t.status", statuses.collect());
        let limit = clause.bind(most.into());
        let (clause, values) = clause.parts();
        let text = format!(
            "SELECT CAST({place} AS BIGINT) AS place, COUNT(*) AS many
             FROM (SELECT 1 AS one FROM tickets t WHERE {clause} LIMIT ${limit}) AS found{place}"
        );
        sql.push(renumbered(&text, args.len()));
        args.extend(values);
    }
    if sql.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, i64)> = conn.rows(sql.join(" UNION ALL "), args).await?;
    let mut counted = vec![0; filters.len()];
    for (place, many) in rows {
        if let Some(count) = usize::try_from(place).ok().and_then(|n| counted.get_mut(n)) {
            *count = many;
        }
    }
    Ok(counted)
}

/// What the text of a filter comes to.
async fn words(conn: &mut Conn, filter: &TicketFilter) -> Result<Option<Narrowed>> {
    match filter
        .text
        .as_deref()
        .filter(|text| !text.trim().is_empty())
    {
        Some(text) => {
            let ask = Ask::read(text);
            Ok(Some(Narrowed::by(conn, Kind::Ticket, &ask).await?))
        }
        None => Ok(None),
    }
}

/// Whether the words are so rare that they lead to the tickets.
fn leads(words: Option<&Narrowed>) -> bool {
    match words {
        Some(Narrowed::Ids(_)) => true,
        Some(Narrowed::Words(_)) | None => false,
    }
}

/// `$1` becomes `$4` when three values stand before.
fn renumbered(sql: &str, by: usize) -> String {
    let mut text = String::with_capacity(sql.len() + 16);
    let mut pieces = sql.split('$');
    text.extend(pieces.next());
    for piece in pieces {
        let end = piece.find(|c: char| !c.is_ascii_digit());
        let (number, rest) = piece.split_at(end.unwrap_or(piece.len()));
        let number = number.parse::<usize>().unwrap_or_default() + by;
        text.push_str(&format!("${number}{rest}"));
    }
    text
}

/// Those of the filter's labels that few tickets have.
async fn rare_tags(conn: &mut Conn, filter: &TicketFilter) -> Result<Vec<String>> {
    let mut rare = Vec::new();
    for tag in &filter.tags {
        let sql = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM ticket_tags WHERE tag = $1 LIMIT $2) AS found";
        let args = vec![tag.as_str().into(), Arg::from(RARE + 1)];
        let row: Option<(i64,)> = conn.row(sql, args).await?;
        if row.is_some_and(|(many,)| many <= RARE) {
            rare.push(tag.clone());
        }
    }
    Ok(rare)
}

/// The query: ids first, by the index alone where it can be, then their rows.
fn ranked(
    mut clause: Filter,
    filter: &TicketFilter,
    narrow: bool,
    direction: &str,
    limit: i64,
) -> (String, Args) {
    let key = filter.key();
    let statuses: Vec<Arg> = filter
        .statuses()
        .iter()
        .map(|status| Arg::from(status.as_str()))
        .collect();
    let limit = clause.bind(limit.into());
    let order = format!("ORDER BY sort_key {direction}, id {direction} LIMIT ${limit}");
    let of_status = |clause: &str, status: &str| {
        let and = if clause.is_empty() { "" } else { " AND " };
        format!(
            "SELECT t.id AS id, {key} AS sort_key FROM tickets t WHERE {status}{and}{clause}
             ORDER BY {key} {direction}, t.id {direction} LIMIT ${limit}"
        )
    };
    let marks: Vec<String> = statuses
        .into_iter()
        .map(|status| format!("${}", clause.bind(status)))
        .collect();
    let (clause, args) = clause.parts();
    let found = if narrow || marks.len() == 1 {
        of_status(&clause, &format!("t.status IN ({})", marks.join(", ")))
    } else {
        let each = marks.iter().enumerate().map(|(place, mark)| {
            let one = of_status(&clause, &format!("t.status = {mark}"));
            format!("SELECT id, sort_key FROM ({one}) AS found{place}")
        });
        format!("{} {order}", each.collect::<Vec<_>>().join(" UNION ALL "))
    };
    let columns = SELECT.trim_end_matches("FROM tickets t");
    let sql = format!(
        "{columns}, p.sort_key FROM ({found}) AS p JOIN tickets t ON t.id = p.id
         ORDER BY p.sort_key {direction}, p.id {direction}"
    );
    (sql, args)
}

fn places(rows: Vec<Placed>) -> Result<Vec<Place>> {
    rows.into_iter().map(Place::try_from).collect()
}

impl TryFrom<Placed> for Place {
    type Error = crate::Error;
    fn try_from(placed: Placed) -> Result<Self> {
        let ticket = Ticket::try_from(placed.row)?;
        Ok(Self {
            at: Cursor {
                key: placed.sort_key,
                id: ticket.id.0,
            },
            ticket,
        })
    }
}

/// How SQLite means to find a page in the middle of a list.
#[cfg(test)]
pub(super) async fn plan(conn: &mut Conn, filter: &TicketFilter) -> String {
    let mut clause = filter.clause(&Reach::All, &[], None);
    let after = Cursor {
        key: 0,
        id: uuid::Uuid::nil(),
    };
    let slice = Slice {
        limit: 50,
        after: Some(after),
    };
    clause.newest_first(filter.key(), "t.id", &slice);
    let (sql, args) = ranked(clause, filter, false, "DESC", 51);
    crate::samples::plan(conn, &sql, args).await
}

#[cfg(test)]
mod tests {
    use super::renumbered;

    #[test]
    fn values_of_the_next_list_are_numbered_on() {
        assert_eq!(
            renumbered("a = $1 AND b IN ($2, $10)", 3),
            "a = $4 AND b IN ($5, $13)"
        );
        assert_eq!(renumbered("1 = 0", 3), "1 = 0");
    }
}
