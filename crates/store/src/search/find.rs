//! Finding: the rarest term leads, its newest things are looked at, the other terms decide. A page of it has a bounded cost:
//! where much was looked at in vain, the page ends early and says where to go on.

use uuid::Uuid;

use domain::Reach;
use domain::search::{Ask, Match, Term};

use super::Kind;
use crate::args::{Arg, Args};
use crate::clients;
use crate::filter::Filter;
use crate::{Conn, Result};

/// What was found, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Ids.
    pub ids: Vec<Uuid>,
    /// Ask with this for what is older; nothing when there can be no more.
    pub next: Option<Uuid>,
}

/// So many things of the leading term are looked at for a page.
const LOOKED_AT: usize = 1024;
/// An unfinished word becomes so many whole ones.
const SPELLINGS: i64 = 48;
/// At least so many things of each of them are looked at.
const OF_EACH: usize = 64;
/// Terms are compared by how often they stand, counted to here.
pub(super) const COUNTED: i64 = 500;

/// The newest things that meet what was asked, older than `before`.
pub async fn find(
    conn: &mut Conn,
    kind: Kind,
    ask: &Ask,
    reach: &Reach,
    before: Option<Uuid>,
    limit: usize,
) -> Result<Found> {
    let Some((lead, others)) = leading(conn, kind, ask).await? else {
        return Ok(Found::default());
    };
    let words = spelled(conn, lead.0).await?;
    if words.is_empty() {
        return Ok(Found::default());
    }
    let each = (LOOKED_AT / words.len()).max(OF_EACH);
    let search = Search {
        kind,
        words: &words,
        others: &others,
        reach,
        before,
    };
    let horizon = search.horizon(conn, each).await?;
    let mut ids = search.rows(conn, each, horizon, limit + 1).await?;
    let next = if ids.len() > limit {
        ids.truncate(limit);
        ids.last().copied()
    } else {
        horizon
    };
    Ok(Found { ids, next })
}

/// The rarest term with how often it stands, counted to [`COUNTED`], and the others.
pub(super) async fn leading<'a>(
    conn: &mut Conn,
    kind: Kind,
    ask: &'a Ask,
) -> Result<Option<((&'a Term, i64), Vec<&'a Term>)>> {
    let mut counted = Vec::with_capacity(ask.terms().len());
    for term in ask.terms() {
        counted.push((term, count(conn, kind, term).await?));
    }
    let rarest = counted
        .iter()
        .enumerate()
        .min_by_key(|(_, (_, count))| *count);
    let Some(place) = rarest.map(|(place, _)| place) else {
        return Ok(None);
    };
    let lead = counted.swap_remove(place);
    Ok(Some((
        lead,
        counted.into_iter().map(|(term, _)| term).collect(),
    )))
}

async fn count(conn: &mut Conn, kind: Kind, term: &Term) -> Result<i64> {
    let mut sql = Statement::default();
    let counts: Vec<String> = term
        .any
        .iter()
        .map(|one| {
            let met = sql.met("word", one);
            let kind = sql.bind(kind.code());
            format!(
                "(SELECT COUNT(*) FROM (SELECT 1 FROM search_words WHERE {met} AND kind = {kind} LIMIT {COUNTED}) n)"
            )
        })
        .collect();
    let text = format!("SELECT {}", counts.join(" + "));
    let row: Option<(i64,)> = conn.row(text, sql.args).await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The whole words that a term can be.
async fn spelled(conn: &mut Conn, term: &Term) -> Result<Vec<String>> {
    let mut words = Vec::new();
    for one in &term.any {
        match one {
            Match::Word(word) => words.push(word.clone()),
            Match::Start(start) => words.extend(beginning(conn, start).await?),
        }
    }
    words.sort_unstable();
    words.dedup();
    Ok(words)
}

/// Words that begin so: from each the next one is sought, however many things stand under it.
async fn beginning(conn: &mut Conn, start: &str) -> Result<Vec<String>> {
    let sql = "WITH RECURSIVE x(word) AS (
                   SELECT (SELECT MIN(word) FROM search_words WHERE word >= $1 AND word < $2)
                   UNION ALL
                   SELECT (SELECT MIN(s.word) FROM search_words s WHERE s.word > x.word AND s.word < $2)
                   FROM x WHERE x.word IS NOT NULL)
               SELECT word FROM x WHERE word IS NOT NULL LIMIT $3";
    let args = vec![start.into(), end_of(start).into(), SPELLINGS.into()];
    let rows: Vec<(String,)> = conn.rows(sql, args).await?;
    Ok(rows.into_iter().map(|(word,)| word).collect())
}

/// What stands behind every word that begins so.
fn end_of(start: &str) -> String {
    format!("{start}\u{10ffff}")
}

struct Search<'a> {
    kind: Kind,
    words: &'a [String],
    others: &'a [&'a Term],
    reach: &'a Reach,
    before: Option<Uuid>,
}

impl Search<'_> {
    /// The newest of the places where looking at a word's things breaks off; what is older is left to the next page.
    async fn horizon(&self, conn: &mut Conn, each: usize) -> Result<Option<Uuid>> {
        let mut sql = Statement::default();
        let last = format!("LIMIT 1 OFFSET {}", each - 1);
        let parts = self.of_words(&mut sql, &last);
        let rows: Vec<(Uuid,)> = conn.rows(parts, sql.args).await?;
        Ok(rows.into_iter().map(|(id,)| id).max())
    }

    async fn rows(
        &self,
        conn: &mut Conn,
        each: usize,
        horizon: Option<Uuid>,
        limit: usize,
    ) -> Result<Vec<Uuid>> {
        let mut sql = Statement::default();
        let things = self.of_words(&mut sql, &format!("LIMIT {each}"));
        let mut conditions: Vec<String> = self
            .others
            .iter()
            .map(|term| sql.stands("o.object_id", term))
            .collect();
        if let Some(horizon) = horizon {
            let horizon = sql.bind(horizon);
            conditions.push(format!("o.object_id >= {horizon}"));
        }
        conditions.push(self.shown(&mut sql));
        let text = format!(
            "SELECT o.object_id FROM (SELECT DISTINCT object_id FROM ({things}) a) o
             WHERE {} ORDER BY o.object_id DESC LIMIT {limit}",
            conditions.join(" AND ")
        );
        let rows: Vec<(Uuid,)> = conn.rows(text, sql.args).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// The newest things under each of the words.
    fn of_words(&self, sql: &mut Statement, limit: &str) -> String {
        let kind = sql.bind(self.kind.code());
        let before = self.before.map(|before| sql.bind(before));
        let before = before.map_or(String::new(), |before| format!(" AND object_id < {before}"));
        let within = sql.within(self.reach);
        let parts: Vec<String> = self
            .words
            .iter()
            .map(|word| {
                let word = sql.bind(word.as_str());
                format!(
                    "SELECT object_id FROM (SELECT object_id FROM search_words
                     WHERE word = {word} AND kind = {kind}{before}{within} ORDER BY object_id DESC {limit}) w"
                )
            })
            .collect();
        parts.join(" UNION ALL ")
    }

    /// What is in the index and yet not shown: the thrown away, the merged, and clients of other people's channels.
    fn shown(&self, sql: &mut Statement) -> String {
        let mut filter = Filter::after(std::mem::take(&mut sql.args));
        let table = match self.kind {
            Kind::Ticket => {
                filter.and("t.status NOT IN ('deleted', 'spam', 'merged')", Vec::new());
                "tickets t WHERE t.id"
            }
            Kind::Client => {
                filter.and("c.merged_into IS NULL", Vec::new());
                clients::within(&mut filter, self.reach);
                "clients c WHERE c.id"
            }
            Kind::Call => "calls k WHERE k.id",
        };
        let (clause, args) = filter.joined();
        sql.args = args;
        format!("EXISTS (SELECT 1 FROM {table} = o.object_id{clause})")
    }
}

/// A statement that is being put together; every value is bound.
#[derive(Default)]
pub(super) struct Statement {
    pub(super) args: Args,
}

impl Statement {
    pub(super) fn bind(&mut self, value: impl Into<Arg>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// The column is what is asked for.
    pub(super) fn met(&mut self, column: &str, one: &Match) -> String {
        match one {
            Match::Word(word) => format!("{column} = {}", self.bind(word.as_str())),
            Match::Start(start) => {
                let (from, to) = (self.bind(start.as_str()), self.bind(end_of(start)));
                format!("{column} >= {from} AND {column} < {to}")
            }
        }
    }

    /// The thing stands under this term.
    pub(super) fn stands(&mut self, id: &str, term: &Term) -> String {
        let any: Vec<String> = term.any.iter().map(|one| self.met("s.word", one)).collect();
        format!(
            "EXISTS (SELECT 1 FROM search_words s WHERE s.object_id = {id} AND (({})))",
            any.join(") OR (")
        )
    }

    fn within(&mut self, reach: &Reach) -> String {
        match reach {
            Reach::All => String::new(),
            Reach::Only(ids) if ids.is_empty() => " AND channel_id IS NULL".to_owned(),
            Reach::Only(ids) => {
                let marks: Vec<String> = ids.iter().map(|id| self.bind(*id)).collect();
                format!(
                    " AND (channel_id IS NULL OR channel_id IN ({}))",
                    marks.join(", ")
                )
            }
        }
    }
}
