//! Narrowing lists of other orders by words: by the ids where the words are rare, by looking each thing up where they are not.

use uuid::Uuid;

use domain::search::Ask;

use super::Kind;
use super::find::{COUNTED, Statement, leading};
use crate::args::Arg;
use crate::filter::Filter;
use crate::{Conn, Result};

/// What a list is narrowed to.
#[derive(Debug, Clone)]
pub enum Narrowed {
    /// These, and no others.
    Ids(Vec<Uuid>),
    /// Those that stand under these words: so many that a list meets them soon.
    Words(Ask),
}

impl Narrowed {
    /// What the words narrow a list of this kind to; without a single word nothing is left.
    pub async fn by(conn: &mut Conn, kind: Kind, ask: &Ask) -> Result<Self> {
        let Some(((lead, count), others)) = leading(conn, kind, ask).await? else {
            return Ok(Self::Ids(Vec::new()));
        };
        if count >= COUNTED {
            return Ok(Self::Words(ask.clone()));
        }
        let mut sql = Statement::default();
        let of = sql.bind(kind.code());
        let met: Vec<String> = lead.any.iter().map(|one| sql.met("w.word", one)).collect();
        let parts: Vec<String> = met
            .iter()
            .map(|met| {
                format!("SELECT w.object_id FROM search_words w WHERE {met} AND w.kind = {of}")
            })
            .collect();
        let others: Vec<String> = others
            .iter()
            .map(|term| sql.stands("o.object_id", term))
            .collect();
        let clause = if others.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", others.join(" AND "))
        };
        let text = format!(
            "SELECT DISTINCT o.object_id FROM ({}) o{clause}",
            parts.join(" UNION ALL ")
        );
        let rows: Vec<(Uuid,)> = conn.rows(text, sql.args).await?;
        Ok(Self::Ids(rows.into_iter().map(|(id,)| id).collect()))
    }

    /// Adds the condition to a list whose ids stand in this column.
    pub(crate) fn apply(&self, filter: &mut Filter, id: &str) {
        match self {
            Self::Ids(ids) => filter.and_in(id, ids.iter().map(|id| Arg::from(*id)).collect()),
            Self::Words(ask) => {
                for term in ask.terms() {
                    filter.and_built(|args| {
                        let mut sql = Statement { args };
                        let clause = sql.stands(id, term);
                        (clause, sql.args)
                    });
                }
            }
        }
    }
}
