//! Who is in a call now.

use std::collections::HashMap;

use uuid::Uuid;

use domain::call::State;
use domain::{AgentId, At};

use crate::args::args;
use crate::row::{at, word};
use crate::{Conn, Result};

/// More calls than this are not looked through: nobody reads that many names.
const MOST: i64 = 500;

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: Uuid,
    state: String,
    started_at: i64,
}

/// The agents who are in a call: how far their latest one is, and since when.
pub async fn live_agents(conn: &mut Conn) -> Result<HashMap<AgentId, (State, At)>> {
    let sql = "SELECT agent_id, state, started_at FROM calls
               WHERE state <> 'finished' AND agent_id IS NOT NULL
               ORDER BY started_at LIMIT $1";
    let rows: Vec<Row> = conn.rows(sql, args![MOST]).await?;
    rows.into_iter()
        .map(|row| {
            let state = word("calls", &row.state)?;
            let since = at("calls", row.started_at)?;
            Ok((AgentId(row.agent_id), (state, since)))
        })
        .collect()
}
