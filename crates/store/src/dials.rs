//! Calls that are begun from the desk: written before the PBX is asked, settled by its answer or by its notifications.

use uuid::Uuid;

use domain::agent::OperatorId;
use domain::{AgentId, At, ChannelId, ClientId, Dial, DialId, DialState, PhoneNumber, TicketId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::{at, word};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "dials";
const SELECT: &str = "SELECT id, agent_id, channel_id, ticket_id, client_id, number, own_number,
    operator_id, state, session_id, asked_at FROM dials";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    agent_id: Uuid,
    channel_id: Uuid,
    ticket_id: Option<Uuid>,
    client_id: Option<Uuid>,
    number: String,
    own_number: String,
    operator_id: String,
    state: String,
    session_id: Option<i64>,
    asked_at: i64,
}

/// Writes down that somebody is about to call.
pub async fn insert(tx: &mut Tx, dial: &Dial) -> Result<()> {
    let sql =
        "INSERT INTO dials (id, agent_id, channel_id, ticket_id, client_id, number, own_number,
                   operator_id, state, session_id, asked_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let values = args![
        dial.id,
        dial.agent_id,
        dial.channel_id,
        dial.ticket_id,
        dial.client_id,
        dial.number.as_str(),
        dial.own_number.as_str(),
        dial.operator_id.as_str(),
        dial.state.as_str(),
        dial.session_id,
        dial.asked_at
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// What the PBX's answer made of it; what notifications have told already stays.
pub async fn settle(tx: &mut Tx, id: DialId, state: DialState) -> Result<()> {
    let sql = "UPDATE dials SET state = $2 WHERE id = $1 AND session_id IS NULL";
    tx.run(sql, args![id, state.as_str()]).await?;
    Ok(())
}

/// It rings: this is the session of its call.
pub async fn begin(tx: &mut Tx, id: DialId, session: i64) -> Result<()> {
    let sql = "UPDATE dials SET state = $2, session_id = $3 WHERE id = $1 AND session_id IS NULL";
    tx.run(sql, args![id, DialState::Begun.as_str(), session])
        .await?;
    Ok(())
}

/// The latest try of this agent to call this number.
pub async fn latest(conn: &mut Conn, agent: AgentId, number: &PhoneNumber) -> Result<Option<Dial>> {
    let sql = format!(
        "{SELECT} WHERE agent_id = $1 AND number = $2 ORDER BY asked_at DESC, id DESC LIMIT 1"
    );
    let row: Option<Row> = conn.row(sql, args![agent, number.as_str()]).await?;
    row.map(Row::dial).transpose()
}

/// What this agent tries to call, or has begun, since then.
pub async fn since(conn: &mut Conn, agent: AgentId, since: At) -> Result<Vec<Dial>> {
    let sql = format!("{SELECT} WHERE agent_id = $1 AND asked_at > $2 ORDER BY asked_at, id");
    let rows: Vec<Row> = conn.rows(sql, args![agent, since]).await?;
    rows.into_iter().map(Row::dial).collect()
}

/// The virtual number from which this agent last called this number by this channel.
pub async fn last_own_number(
    conn: &mut Conn,
    agent: AgentId,
    channel: ChannelId,
    number: &PhoneNumber,
) -> Result<Option<PhoneNumber>> {
    let sql = "SELECT own_number FROM dials
               WHERE agent_id = $1 AND number = $2 AND channel_id = $3 AND state = $4
               ORDER BY asked_at DESC, id DESC LIMIT 1";
    let begun = DialState::Begun.as_str();
    let row: Option<(String,)> = conn
        .row(sql, args![agent, number.as_str(), channel, begun])
        .await?;
    row.map(|(number,)| word(TABLE, &number)).transpose()
}

/// By which channel and from which virtual number this agent last called this number.
pub async fn last_origin(
    conn: &mut Conn,
    agent: AgentId,
    number: &PhoneNumber,
) -> Result<Option<(ChannelId, PhoneNumber)>> {
    let sql = "SELECT channel_id, own_number FROM dials
               WHERE agent_id = $1 AND number = $2 AND state = $3
               ORDER BY asked_at DESC, id DESC LIMIT 1";
    let begun = DialState::Begun.as_str();
    let row: Option<(Uuid, String)> = conn.row(sql, args![agent, number.as_str(), begun]).await?;
    row.map(|(channel, own)| Ok((ChannelId(channel), word(TABLE, &own)?)))
        .transpose()
}

/// Those whose calls have these sessions.
pub async fn of_sessions(
    conn: &mut Conn,
    channel: ChannelId,
    sessions: &[i64],
) -> Result<Vec<Dial>> {
    let mut filter = Filter::new();
    filter.and("channel_id = ?", vec![channel.into()]);
    filter.and_some_of("session_id", sessions.iter().copied());
    found(conn, filter).await
}

/// Several at once; those that are not there are left out.
pub async fn find_all(conn: &mut Conn, ids: &[DialId]) -> Result<Vec<Dial>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("id", ids.iter().map(|id| Arg::from(id.0)));
    found(conn, filter).await
}

async fn found(conn: &mut Conn, filter: Filter) -> Result<Vec<Dial>> {
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    rows.into_iter().map(Row::dial).collect()
}

impl Row {
    fn dial(self) -> Result<Dial> {
        let operator = OperatorId::parse(&self.operator_id);
        Ok(Dial {
            id: DialId(self.id),
            agent_id: AgentId(self.agent_id),
            channel_id: ChannelId(self.channel_id),
            ticket_id: self.ticket_id.map(TicketId),
            client_id: self.client_id.map(ClientId),
            number: word(TABLE, &self.number)?,
            own_number: word(TABLE, &self.own_number)?,
            operator_id: operator.map_err(|error| Error::corrupt(TABLE, error))?,
            state: word(TABLE, &self.state)?,
            session_id: self.session_id,
            asked_at: at(TABLE, self.asked_at)?,
        })
    }
}
