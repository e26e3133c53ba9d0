//! Answers kept under `Idempotency-Key`, so that a request sent twice does its work once.

use domain::{AgentId, At};

use crate::args::args;
use crate::{Conn, Error, Result, Tx};

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Nothing before: it is the caller's now, who does the work and then [`keep`]s the answer or [`forget`]s the key.
    New,
    /// The same request was answered so.
    Same {
        /// The status code.
        status: u16,
        /// The headers as the caller wrote them.
        headers: String,
        /// The body.
        body: Vec<u8>,
    },
    /// The same request is being worked on.
    Running,
    /// The key belongs to another request.
    Other,
}

#[derive(sqlx::FromRow)]
struct Row {
    request_hash: Vec<u8>,
    status: Option<i64>,
    headers: Option<String>,
    body: Option<Vec<u8>>,
}

/// Takes a key for a request, or tells what it was taken for.
pub async fn claim(
    tx: &mut Tx,
    agent: AgentId,
    key: &str,
    request_hash: &[u8],
    now: At,
) -> Result<Claim> {
    let sql = "INSERT INTO idempotency (agent_id, key, request_hash, created_at)
               VALUES ($1, $2, $3, $4) ON CONFLICT (agent_id, key) DO NOTHING";
    if tx.run(sql, args![agent, key, request_hash, now]).await? > 0 {
        return Ok(Claim::New);
    }
    match find(tx, agent, key).await? {
        Some(row) => row.claim(request_hash),
        // Forgotten by its owner this very moment: the next try gets it.
        None => Ok(Claim::Running),
    }
}

/// Keeps the answer under a claimed key.
pub async fn keep(
    tx: &mut Tx,
    agent: AgentId,
    key: &str,
    status: u16,
    headers: &str,
    body: &[u8],
) -> Result<()> {
    let sql = "UPDATE idempotency SET status = $3, headers = $4, body = $5
               WHERE agent_id = $1 AND key = $2";
    let values = args![agent, key, i64::from(status), headers, body];
    tx.run(sql, values).await?;
    Ok(())
}

/// Gives a key back, so that the request may be tried again.
pub async fn forget(tx: &mut Tx, agent: AgentId, key: &str) -> Result<()> {
    let sql = "DELETE FROM idempotency WHERE agent_id = $1 AND key = $2";
    tx.run(sql, args![agent, key]).await?;
    Ok(())
}

/// Sweeps away keys claimed before this moment, answered or not; how many there were.
pub async fn delete_older(tx: &mut Tx, before: At) -> Result<u64> {
    let sql = "DELETE FROM idempotency WHERE created_at < $1";
    tx.run(sql, args![before]).await
}

async fn find(conn: &mut Conn, agent: AgentId, key: &str) -> Result<Option<Row>> {
    let sql = "SELECT request_hash, status, headers, body FROM idempotency
               WHERE agent_id = $1 AND key = $2";
    conn.row(sql, args![agent, key]).await
}

impl Row {
    fn claim(self, request_hash: &[u8]) -> Result<Claim> {
        if self.request_hash != request_hash {
            return Ok(Claim::Other);
        }
        let Some(status) = self.status else {
            return Ok(Claim::Running);
        };
        Ok(Claim::Same {
            status: u16::try_from(status).map_err(|error| Error::corrupt("idempotency", error))?,
            headers: self.headers.unwrap_or_default(),
            body: self.body.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;
    use crate::people::at;

    on_both! {
        async fn a_request_sent_twice_gets_the_first_answer(test: &TestStore) {
            let agent = AgentId::at(at(0));
            let mut tx = test.store.begin().await.unwrap();
            assert_eq!(claim(&mut tx, agent, "k", b"a", at(0)).await.unwrap(), Claim::New);
            assert_eq!(claim(&mut tx, agent, "k", b"a", at(1)).await.unwrap(), Claim::Running);
            keep(&mut tx, agent, "k", 201, "{}", b"body").await.unwrap();
            let same = Claim::Same { status: 201, headers: "{}".to_owned(), body: b"body".to_vec() };
            assert_eq!(claim(&mut tx, agent, "k", b"a", at(2)).await.unwrap(), same);
            assert_eq!(claim(&mut tx, agent, "k", b"b", at(2)).await.unwrap(), Claim::Other);
        }

        async fn a_key_is_one_agents_and_can_be_given_back(test: &TestStore) {
            let anna = AgentId::at(at(0));
            let zoya = AgentId::at(at(0));
            let mut tx = test.store.begin().await.unwrap();
            assert_eq!(claim(&mut tx, anna, "k", b"a", at(0)).await.unwrap(), Claim::New);
            assert_eq!(claim(&mut tx, zoya, "k", b"b", at(5)).await.unwrap(), Claim::New);
            forget(&mut tx, anna, "k").await.unwrap();
            assert_eq!(claim(&mut tx, anna, "k", b"b", at(1)).await.unwrap(), Claim::New);
            assert_eq!(delete_older(&mut tx, at(5)).await.unwrap(), 1);
            assert_eq!(claim(&mut tx, anna, "k", b"a", at(6)).await.unwrap(), Claim::New);
            assert_eq!(claim(&mut tx, zoya, "k", b"b", at(6)).await.unwrap(), Claim::Running);
        }

        async fn of_two_requests_at_once_one_does_the_work(test: &TestStore) {
            let agent = AgentId::at(at(0));
            let ask = || async {
                let mut tx = test.store.begin().await.unwrap();
                let claim = claim(&mut tx, agent, "k", b"a", at(0)).await.unwrap();
                tx.commit().await.unwrap();
                claim
            };
            let mut both = <[Claim; 2]>::from(tokio::join!(ask(), ask()));
            both.sort_by_key(|claim| *claim != Claim::New);
            assert_eq!(both, [Claim::New, Claim::Running]);
        }
    }
}
