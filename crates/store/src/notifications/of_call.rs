//! What a call is derived from.

use domain::CallId;
use domain::notification::Notification;

use super::{Row, SELECT};
use crate::args::args;
use crate::{Conn, Result};

/// So many are told of a call; more say nothing new.
const MOST: i64 = 200;

/// What a call is derived from, the first first.
pub async fn of_call(conn: &mut Conn, call: CallId) -> Result<Vec<Notification>> {
    let sql = format!("{SELECT} WHERE e.call_id = $1 ORDER BY n.received_at, n.id LIMIT $2");
    let rows: Vec<Row> = conn.rows(sql, args![call, MOST]).await?;
    rows.into_iter().map(Notification::try_from).collect()
}
