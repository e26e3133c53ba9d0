//! Who changed which setting, when and from where; names stand beside ids, so that history outlives what it is about.

#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::{AgentId, At, AuditId};
use serde::{Deserialize, Serialize};

use crate::args::args;
use crate::filter::Filter;
use crate::row::{at, json, to_json};
use crate::{Conn, Cursor, Page, Result, Slice, Tx};

/// One change of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: At,
    /// Who; nobody when it was done on the command line.
    pub actor_id: Option<AgentId>,
    /// Their name at the time.
    pub actor_name: String,
    /// From where on the network.
    pub address: Option<String>,
    /// What was done.
    pub deed: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which; empty for the desk as a whole.
    pub subject_id: String,
    /// Its name at the time.
    pub subject_name: String,
    /// What was different before and after.
    pub fields: Vec<Field>,
}

/// A property before and after; of a secret only that it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Before; nothing when there was none.
    pub from: Option<String>,
    /// After.
    pub to: Option<String>,
    /// Whether the values are nobody's to read: both are left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
}

/// Which changes are wanted.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// By whom.
    pub actor: Option<AgentId>,
    /// To what kind of thing.
    pub kind: Option<String>,
    /// To which thing.
    pub subject: Option<String>,
    /// At this moment or later.
    pub from: Option<At>,
    /// Before this moment.
    pub to: Option<At>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    at: i64,
    actor_id: Option<Uuid>,
    actor_name: String,
    address: Option<String>,
    deed: String,
    subject_kind: String,
    subject_id: String,
    subject_name: String,
    fields: String,
}

/// Writes one down.
pub async fn insert(tx: &mut Tx, record: &Record) -> Result<()> {
    let sql = "INSERT INTO audit (id, at, actor_id, actor_name, address, deed, subject_kind,
                   subject_id, subject_name, fields)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = args![
        record.id,
        record.at,
        record.actor_id,
        record.actor_name.as_str(),
        record.address.as_deref(),
        record.deed.as_str(),
        record.subject_kind.as_str(),
        record.subject_id.as_str(),
        record.subject_name.as_str(),
        to_json("audit", &record.fields)?,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// What was changed, the latest first.
pub async fn list(conn: &mut Conn, wanted: &AuditFilter, slice: Slice) -> Result<Page<Record>> {
    let mut filter = Filter::new();
    filter.and_some("actor_id = ?", wanted.actor.map(|id| id.0));
    filter.and_some("subject_kind = ?", wanted.kind.as_deref());
    filter.and_some("subject_id = ?", wanted.subject.as_deref());
    filter.and_some("at >= ?", wanted.from);
    filter.and_some("at < ?", wanted.to);
    filter.newest_first("at", "id", &slice);
    let (clause, mut values) = filter.done();
    values.push((slice.limit + 1).into());
    let sql = format!(
        "SELECT id, at, actor_id, actor_name, address, deed, subject_kind, subject_id,
             subject_name, fields
         FROM audit{clause} ORDER BY at DESC, id DESC LIMIT ${}",
        values.len()
    );
    let rows: Vec<Row> = conn.rows(sql, values).await?;
    let records = rows.into_iter().map(Row::record).collect::<Result<_>>()?;
    Ok(slice.cut(records, |record: &Record| Cursor {
        key: record.at.as_microsecond(),
        id: record.id.0,
    }))
}

impl Row {
    fn record(self) -> Result<Record> {
        Ok(Record {
            id: AuditId(self.id),
            at: at("audit", self.at)?,
            actor_id: self.actor_id.map(AgentId),
            actor_name: self.actor_name,
            address: self.address,
            deed: self.deed,
            subject_kind: self.subject_kind,
            subject_id: self.subject_id,
            subject_name: self.subject_name,
            fields: json("audit", &self.fields)?,
        })
    }
}
