//! Labels by index: which tickets have one, and which there are.

use domain::TicketId;

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::{Conn, Result, Tx};

/// Gives a ticket exactly these labels in the index.
pub async fn set_tags(tx: &mut Tx, ticket: TicketId, tags: &[String]) -> Result<()> {
    let mut others = Filter::new();
    others.and("ticket_id = ?", vec![ticket.into()]);
    if !tags.is_empty() {
        let marks = vec!["?"; tags.len()].join(", ");
        let values = tags.iter().map(|tag| Arg::from(tag.as_str())).collect();
        others.and(&format!("tag NOT IN ({marks})"), values);
    }
    let (clause, args) = others.done();
    tx.run(format!("DELETE FROM ticket_tags{clause}"), args)
        .await?;
    let sql = "INSERT INTO ticket_tags (tag, ticket_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    for tag in tags {
        tx.run(sql, args![tag.as_str(), ticket]).await?;
    }
    Ok(())
}

/// The labels there are, by the alphabet: one look into the index for each, however many tickets have it.
pub async fn known_tags(conn: &mut Conn, most: i64) -> Result<Vec<String>> {
    let sql = "WITH RECURSIVE known (tag) AS (
            SELECT MIN(tag) FROM ticket_tags
            UNION ALL
            SELECT (SELECT MIN(g.tag) FROM ticket_tags g WHERE g.tag > known.tag) FROM known WHERE known.tag IS NOT NULL)
        SELECT tag FROM known WHERE tag IS NOT NULL LIMIT $1";
    let rows: Vec<(String,)> = conn.rows(sql, args![most]).await?;
    Ok(rows.into_iter().map(|(tag,)| tag).collect())
}
