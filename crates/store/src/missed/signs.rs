//! The calls of callers, as what they mean for whoever waits.

use std::collections::HashMap;

use domain::missed::{Caller, Sign};
use domain::{At, Call, ChannelId};

use crate::args::{Arg, args};
use crate::calls::{Row, SELECT};
use crate::filter::Filter;
use crate::{Conn, Result};

/// What the calls of each of these mean, of those begun since; with it the number of the latest.
pub async fn signs(
    conn: &mut Conn,
    callers: &[(ChannelId, Caller)],
    since: At,
) -> Result<HashMap<(ChannelId, Caller), (Vec<Sign>, Option<String>)>> {
    let mut found: HashMap<_, (Vec<Sign>, Option<String>)> = HashMap::new();
    if callers.is_empty() {
        return Ok(found);
    }
    let mut filter = Filter::new();
    filter.and_some_of("c.channel_id", callers.iter().map(|(channel, _)| channel.0));
    filter.and("c.started_at >= ?", vec![since.into()]);
    filter.and_built(|args| whose(args, callers));
    let (clause, args) = filter.done();
    let sql = format!("{SELECT}{clause} ORDER BY c.started_at, c.id");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    for row in rows {
        let call = Call::try_from(row)?;
        let Some(caller) = Caller::of(&call) else {
            continue;
        };
        let (signs, number) = found.entry((call.channel_id, caller)).or_default();
        signs.extend(Sign::of(&call));
        if let Some(text) = call.facts.client.as_ref().and_then(|party| party.as_text()) {
            *number = Some(text.to_owned());
        }
    }
    Ok(found)
}

/// Their clients', or of nobody's numbers; each side has an index of its own.
fn whose(args: Vec<Arg>, callers: &[(ChannelId, Caller)]) -> (String, Vec<Arg>) {
    let mut clients = Vec::new();
    let mut numbers = Vec::new();
    for (_, caller) in callers {
        match caller {
            Caller::Client(id) => clients.push(id.0),
            Caller::Number(number) => numbers.push(number.clone()),
        }
    }
    let mut any = Vec::new();
    let mut args = args;
    for (column, values) in [
        (
            "c.client_id",
            clients.into_iter().map(Arg::from).collect::<Vec<_>>(),
        ),
        (
            "c.client_id IS NULL AND c.client_number",
            numbers.into_iter().map(Arg::from).collect(),
        ),
    ] {
        if values.is_empty() {
            continue;
        }
        let mut part = Filter::after(args);
        part.and_some_of(column, values);
        let (clause, all) = part.parts();
        any.push(format!("({clause})"));
        args = all;
    }
    (format!("({})", any.join(" OR ")), args)
}

/// Incoming calls begun since that nobody took; no tests of channels.
pub async fn missed_calls(conn: &mut Conn, since: At) -> Result<Vec<Call>> {
    let sql = format!(
        "{SELECT} WHERE c.started_at >= $1 AND c.direction = 'in' AND c.state = 'finished'
             AND c.outcome IN ('missed', 'failed') AND c.session_id >= 0
         ORDER BY c.started_at, c.id"
    );
    let rows: Vec<Row> = conn.rows(sql, args![since]).await?;
    rows.into_iter().map(Call::try_from).collect()
}
