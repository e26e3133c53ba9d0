//! Requests refused at the door: counted by who sent them, why, and a hint of the token they came with.

use uuid::Uuid;

use domain::channel::{Refused, RefusedBecause};
use domain::{At, ChannelId};

use crate::args::args;
use crate::row::{at, word};
use crate::{Conn, Result, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    address: String,
    reason: String,
    hint: String,
    channel_id: Option<Uuid>,
    count: i64,
    first_at: i64,
    last_at: i64,
}

/// Counts refusals on top of those of the same sender for the same reason.
pub async fn add(tx: &mut Tx, refused: &Refused) -> Result<()> {
    let sql = "INSERT INTO refusals (address, reason, hint, channel_id, count, first_at, last_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7)
               ON CONFLICT (address, reason, hint) DO UPDATE SET
                   count = refusals.count + excluded.count, last_at = excluded.last_at, channel_id = excluded.channel_id";
    let values = args![
        refused.address.as_str(),
        refused.because.as_str(),
        refused.hint.as_str(),
        refused.channel_id,
        refused.count,
        refused.first_at,
        refused.last_at,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// The latest that concern a channel: sent with a token of it, or with one of none.
pub async fn of_channel(conn: &mut Conn, channel: ChannelId, limit: i64) -> Result<Vec<Refused>> {
    let sql = "SELECT address, reason, hint, channel_id, count, first_at, last_at FROM refusals
               WHERE channel_id = $1 OR channel_id IS NULL ORDER BY last_at DESC LIMIT $2";
    let rows: Vec<Row> = conn.rows(sql, args![channel, limit]).await?;
    rows.into_iter().map(Row::refused).collect()
}

/// Forgets those that ended before, and all but the latest so many.
pub async fn forget(tx: &mut Tx, before: At, but: i64) -> Result<u64> {
    let sql = "DELETE FROM refusals WHERE last_at < $1
               OR last_at < (SELECT last_at FROM refusals ORDER BY last_at DESC LIMIT 1 OFFSET $2)";
    tx.run(sql, args![before, but - 1]).await
}

impl Row {
    fn refused(self) -> Result<Refused> {
        Ok(Refused {
            address: self.address,
            because: word::<RefusedBecause>("refusals", &self.reason)?,
            hint: self.hint,
            channel_id: self.channel_id.map(ChannelId),
            count: self.count,
            first_at: at("refusals", self.first_at)?,
            last_at: at("refusals", self.last_at)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;
    use crate::people::{at, connect};

    fn refused(address: &str, hint: &str, channel: Option<ChannelId>, second: i64) -> Refused {
        Refused {
            address: address.to_owned(),
            because: RefusedBecause::UnknownToken,
            hint: hint.to_owned(),
            channel_id: channel,
            count: 2,
            first_at: at(second),
            last_at: at(second),
        }
    }

    on_both! {
        async fn refusals_of_one_sender_are_counted_together(test: &TestStore) {
            let office = connect(test, "Офис").await;
            let depot = connect(test, "Склад").await;
            let mut tx = test.store.begin().await.unwrap();
            add(&mut tx, &refused("203.0.113.7", "dzv_7…9c1e", None, 1)).await.unwrap();
            add(&mut tx, &refused("203.0.113.7", "dzv_7…9c1e", None, 5)).await.unwrap();
            add(&mut tx, &refused("203.0.113.8", "dzv_8…9c1e", Some(depot), 9)).await.unwrap();
            let seen = of_channel(&mut tx, office, 10).await.unwrap();
            assert_eq!(seen.len(), 1, "{seen:?}");
            assert_eq!((seen[0].count, seen[0].first_at, seen[0].last_at), (4, at(1), at(5)));
            assert_eq!(of_channel(&mut tx, depot, 10).await.unwrap().len(), 2);
        }

        async fn old_refusals_are_forgotten_and_so_are_too_many(test: &TestStore) {
            let office = connect(test, "Офис").await;
            let mut tx = test.store.begin().await.unwrap();
            for second in 0..5 {
                add(&mut tx, &refused(&format!("203.0.113.{second}"), "", None, second)).await.unwrap();
            }
            assert_eq!(forget(&mut tx, at(1), 100).await.unwrap(), 1);
            assert_eq!(forget(&mut tx, at(0), 3).await.unwrap(), 1, "only the latest three stay");
            let left = of_channel(&mut tx, office, 10).await.unwrap();
            assert_eq!(left.iter().map(|one| one.last_at).collect::<Vec<_>>(), [at(4), at(3), at(2)]);
        }
    }
}
