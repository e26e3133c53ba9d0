//! What became of notifications when they were heard.

use std::sync::LazyLock;

use domain::NotificationId;
use domain::notification::Verdict;

use crate::args::args;
use crate::later::{Bulk, texts};
use crate::{Result, Tx};

/// What became of a notification when it was heard.
#[derive(Debug, Clone)]
pub struct Settled {
    /// Which.
    pub id: NotificationId,
    /// What became of it.
    pub verdict: Verdict,
    /// The event it was taken for.
    pub event: Option<String>,
    /// The call session it told of.
    pub session_id: Option<i64>,
    /// What was repaired or missing.
    pub findings: serde_json::Value,
    /// Why it could not be heard.
    pub error: Option<String>,
}

/// Writes down what became of one.
pub async fn settle(tx: &mut Tx, settled: Settled) -> Result<()> {
    let s = settled;
    let row = args![
        s.id,
        s.verdict.as_str(),
        s.event,
        s.session_id,
        s.findings.to_string(),
        s.error
    ];
    tx.run_later(&SETTLED, row);
    Ok(())
}

static SETTLED: Bulk = Bulk {
    table: "notifications",
    rank: 2,
    key: &[0],
    texts: LazyLock::new(|| {
        // Engines call the columns of VALUES so by themselves.
        let sql = "UPDATE notifications SET verdict = v.column2, event = v.column3, session_id = v.column4,
                       findings = v.column5, error = v.column6
                   FROM (VALUES {rows}) AS v WHERE notifications.id = v.column1";
        texts(sql, 6)
    }),
};
