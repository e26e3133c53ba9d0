//! How far the first steps of a new desk have gone.

use crate::args::args;
use crate::{Conn, Result};

/// What is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstSteps {
    /// A channel.
    pub channel: bool,
    /// A channel's token that is not revoked.
    pub token: bool,
    /// A call that somebody made, so that notifications arrive and are understood.
    pub call: bool,
    /// A second agent.
    pub colleague: bool,
    /// An agent with an operator ID, to whom calls can be given.
    pub operator: bool,
}

/// Looks.
pub async fn find(conn: &mut Conn) -> Result<FirstSteps> {
    let sql = "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM channels WHERE deleted_at IS NULL LIMIT 1) AS a),
                      (SELECT COUNT(*) FROM (SELECT 1 FROM channel_tokens WHERE revoked_at IS NULL LIMIT 1) AS b),
                      (SELECT COUNT(*) FROM (SELECT 1 FROM calls LIMIT 1) AS c),
                      (SELECT COUNT(*) FROM (SELECT 1 FROM agents LIMIT 2) AS d),
                      (SELECT COUNT(*) FROM (SELECT 1 FROM agents WHERE operator_id IS NOT NULL LIMIT 1) AS e)";
    let row: Option<(i64, i64, i64, i64, i64)> = conn.row(sql, args![]).await?;
    let (channels, tokens, calls, agents, operators) = row.unwrap_or_default();
    Ok(FirstSteps {
        channel: channels > 0,
        token: tokens > 0,
        call: calls > 0,
        colleague: agents > 1,
        operator: operators > 0,
    })
}
