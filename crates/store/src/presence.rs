//! What agents have set by hand: away, do not disturb, until when.

use std::collections::HashMap;

use uuid::Uuid;

use domain::AgentId;
use domain::presence::PresenceChoice;

use crate::args::args;
use crate::row::{at_opt, word};
use crate::{Change, Conn, Result, Topic, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: Uuid,
    choice: String,
    until: Option<i64>,
}

/// What everybody has set who has set something.
pub async fn all(conn: &mut Conn) -> Result<HashMap<AgentId, PresenceChoice>> {
    let sql = "SELECT agent_id, choice, until FROM presence_choices";
    let rows: Vec<Row> = conn.rows(sql, args![]).await?;
    rows.into_iter().map(Row::choice).collect()
}

/// What somebody has set; nothing when their tabs tell.
pub async fn find(conn: &mut Conn, agent: AgentId) -> Result<Option<PresenceChoice>> {
    let sql = "SELECT agent_id, choice, until FROM presence_choices WHERE agent_id = $1";
    let row: Option<Row> = conn.row(sql, args![agent]).await?;
    row.map(|row| row.choice().map(|(_, choice)| choice))
        .transpose()
}

/// Keeps what somebody sets; what only says that their tabs tell is not kept.
pub async fn set(tx: &mut Tx, agent: AgentId, set: PresenceChoice) -> Result<()> {
    if set == PresenceChoice::BY_TABS {
        let sql = "DELETE FROM presence_choices WHERE agent_id = $1";
        tx.run(sql, args![agent]).await?;
    } else {
        let sql = "INSERT INTO presence_choices (agent_id, choice, until) VALUES ($1, $2, $3)
                   ON CONFLICT (agent_id) DO UPDATE SET choice = excluded.choice,
                       until = excluded.until";
        tx.run(sql, args![agent, set.choice.as_str(), set.until])
            .await?;
    }
    announce(tx);
    Ok(())
}

/// Tells everybody that somebody came, went or set something.
pub fn announce(tx: &mut Tx) {
    tx.changed(Change {
        topic: Topic::Presence,
        channel: None,
    });
}

impl Row {
    fn choice(self) -> Result<(AgentId, PresenceChoice)> {
        let choice = PresenceChoice {
            choice: word("presence_choices", &self.choice)?,
            until: at_opt("presence_choices", self.until)?,
        };
        Ok((AgentId(self.agent_id), choice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;
    use crate::people::{agent, at, hire};
    use domain::Role;
    use domain::presence::Presence;

    on_both! {
        async fn what_was_set_is_kept_until_tabs_tell_again(test: &TestStore) {
            let anna = agent("anna", Role::Agent);
            hire(test, &anna).await;
            let quiet = PresenceChoice { choice: Presence::DoNotDisturb, until: Some(at(60)) };
            let mut tx = test.store.begin().await.unwrap();
            set(&mut tx, anna.id, quiet).await.unwrap();
            assert_eq!(find(&mut tx, anna.id).await.unwrap(), Some(quiet));
            assert_eq!(all(&mut tx).await.unwrap(), HashMap::from([(anna.id, quiet)]));
            set(&mut tx, anna.id, PresenceChoice::BY_TABS).await.unwrap();
            assert_eq!(find(&mut tx, anna.id).await.unwrap(), None);
        }
    }
}
