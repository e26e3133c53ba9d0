//! Tickets by exactly what they are about.

use domain::{ClientId, Ticket};

use super::columns::{Row, SELECT};
use crate::args::Arg;
use crate::filter::Filter;
use crate::{Conn, Result};

/// The tickets of a client whose subject is one of these: those that the desk has made of a name.
pub async fn titled(conn: &mut Conn, client: ClientId, subjects: &[String]) -> Result<Vec<Ticket>> {
    let mut filter = Filter::new();
    filter.and("t.client_id = ?", vec![client.into()]);
    let subjects = subjects.iter().map(|subject| Arg::from(subject.as_str()));
    filter.and_in("t.subject", subjects.collect());
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    rows.into_iter().map(Ticket::try_from).collect()
}
