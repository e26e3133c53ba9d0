//! Test notifications of channels: how far each came, and taking all of it away again.

use uuid::Uuid;

use domain::channel::ChannelTest;
use domain::{AgentId, At, CallId, ChannelId, ChannelTestId, NotificationId, TokenId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::{at, at_opt, json, to_json};
use crate::{Change, Conn, Result, Topic, Tx};

const TABLE: &str = "channel_tests";
const SELECT: &str =
    "SELECT id, channel_id, token_id, asked_by, steps, created_at, finished_at FROM channel_tests";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    channel_id: Uuid,
    token_id: Uuid,
    asked_by: Uuid,
    steps: String,
    created_at: i64,
    finished_at: Option<i64>,
}

/// Writes a new one.
pub async fn insert(tx: &mut Tx, test: &ChannelTest) -> Result<()> {
    let sql =
        "INSERT INTO channel_tests (id, channel_id, token_id, asked_by, state, steps, created_at)
               VALUES ($1, $2, $3, $4, 'running', $5, $6)";
    let values = args![
        test.id,
        test.channel_id,
        test.token_id,
        test.asked_by,
        to_json(TABLE, &test.steps)?,
        test.created_at,
    ];
    tx.run(sql, values).await?;
    announce(tx, test.channel_id);
    Ok(())
}

/// Writes how far it is.
pub async fn save(tx: &mut Tx, test: &ChannelTest) -> Result<()> {
    let sql = "UPDATE channel_tests SET steps = $2, finished_at = $3, state = $4 WHERE id = $1";
    let state = match test.finished_at {
        Some(_) => "finished",
        None => "running",
    };
    let steps = to_json(TABLE, &test.steps)?;
    tx.run(sql, args![test.id, steps, test.finished_at, state])
        .await?;
    announce(tx, test.channel_id);
    Ok(())
}

/// One of them.
pub async fn find(conn: &mut Conn, id: ChannelTestId) -> Result<Option<ChannelTest>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE id = $1"), args![id])
        .await?;
    row.map(Row::test).transpose()
}

/// A channel's latest.
pub async fn latest(conn: &mut Conn, channel: ChannelId) -> Result<Option<ChannelTest>> {
    let sql = format!("{SELECT} WHERE channel_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1");
    let row: Option<Row> = conn.row(sql, args![channel]).await?;
    row.map(Row::test).transpose()
}

/// Those asked for before; as many as are swept away at once.
pub async fn older(conn: &mut Conn, before: At, limit: i64) -> Result<Vec<ChannelTest>> {
    let sql = format!("{SELECT} WHERE created_at < $1 ORDER BY created_at LIMIT $2");
    let rows: Vec<Row> = conn.rows(sql, args![before, limit]).await?;
    rows.into_iter().map(Row::test).collect()
}

/// Takes a test away with its calls and its requests in the log; tickets are the caller's matter.
pub async fn remove(tx: &mut Tx, test: &ChannelTest) -> Result<()> {
    let mut filter = Filter::new();
    filter.and("channel_id = ?", vec![test.channel_id.into()]);
    let sessions = test.sessions().into_iter().filter(|one| *one < 0);
    filter.and_in("session_id", sessions.map(Arg::from).collect());
    let (clause, args) = filter.done();
    let calls: Vec<(Uuid,)> = tx
        .rows(format!("SELECT id FROM calls{clause}"), args)
        .await?;
    for (call,) in calls {
        remove_call(tx, test.channel_id, CallId(call)).await?;
    }
    let requests = test.steps.iter().filter_map(|step| step.notification);
    for request in requests {
        remove_request(tx, test.channel_id, request).await?;
    }
    tx.run("DELETE FROM channel_tests WHERE id = $1", args![test.id])
        .await?;
    announce(tx, test.channel_id);
    Ok(())
}

async fn remove_call(tx: &mut Tx, channel: ChannelId, call: CallId) -> Result<()> {
    for sql in [
        "DELETE FROM call_events WHERE call_id = $1",
        "DELETE FROM entries WHERE call_id = $1",
        "DELETE FROM calls WHERE id = $1",
    ] {
        tx.run(sql, args![call]).await?;
    }
    tx.changed(Change {
        topic: Topic::Call(call),
        channel: Some(channel),
    });
    Ok(())
}

async fn remove_request(tx: &mut Tx, channel: ChannelId, id: NotificationId) -> Result<()> {
    tx.run(
        "DELETE FROM call_events WHERE notification_id = $1",
        args![id],
    )
    .await?;
    let sql = "DELETE FROM notifications WHERE id = $1 AND channel_id = $2";
    tx.run(sql, args![id, channel]).await?;
    Ok(())
}

fn announce(tx: &mut Tx, channel: ChannelId) {
    tx.changed(Change {
        topic: Topic::Channel(channel),
        channel: Some(channel),
    });
}

impl Row {
    fn test(self) -> Result<ChannelTest> {
        Ok(ChannelTest {
            id: ChannelTestId(self.id),
            channel_id: ChannelId(self.channel_id),
            token_id: TokenId(self.token_id),
            asked_by: AgentId(self.asked_by),
            steps: json(TABLE, &self.steps)?,
            created_at: at(TABLE, self.created_at)?,
            finished_at: at_opt(TABLE, self.finished_at)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::channel::{Stage, TestStep};

    use super::*;
    use crate::people::at as second;
    use crate::{notifications, on_both, samples};

    on_both! {
        async fn a_test_goes_away_with_all_that_it_made_and_nothing_else(test: &TestStore) {
            let channel = samples::channel(&test.store).await;
            let (ours, theirs) = (samples::arrival(channel, "{}", 1), samples::arrival(channel, "{1}", 2));
            let mut sent = ChannelTest {
                id: ChannelTestId::at(second(0)),
                channel_id: channel,
                token_id: TokenId::at(second(0)),
                asked_by: AgentId::at(second(0)),
                steps: vec![TestStep::to_be_sent("in_call_session", -5)],
                created_at: second(0),
                finished_at: None,
            };
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &sent).await.unwrap();
            let (tested, real) = (samples::call(channel, -5, 1), samples::call(channel, 5, 2));
            for (call, arrival) in [(&tested, &ours), (&real, &theirs)] {
                notifications::append(&mut tx, vec![(arrival.clone(), 0)]).await.unwrap();
                crate::calls::put(&mut tx, call).await.unwrap();
                let event = domain::CallEvent::bare(domain::EventKind::Incoming, second(1));
                crate::calls::put_event(&mut tx, call.id, arrival.id, &event).await.unwrap();
            }
            sent.steps[0].reached = Stage::Done;
            sent.steps[0].notification = Some(ours.id);
            sent.finished_at = Some(second(3));
            save(&mut tx, &sent).await.unwrap();
            assert_eq!(latest(&mut tx, channel).await.unwrap().as_ref(), Some(&sent));
            assert_eq!(older(&mut tx, second(1), 5).await.unwrap(), [sent.clone()]);

            remove(&mut tx, &sent).await.unwrap();
            assert_eq!(find(&mut tx, sent.id).await.unwrap(), None);
            assert!(crate::calls::find(&mut tx, tested.id).await.unwrap().is_none());
            assert!(notifications::find(&mut tx, ours.id).await.unwrap().is_none());
            assert!(crate::calls::find(&mut tx, real.id).await.unwrap().is_some());
            assert!(notifications::find(&mut tx, theirs.id).await.unwrap().is_some());
        }
    }
}
