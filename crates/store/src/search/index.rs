//! Writing the index: only what differs from what is there.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::Paper;
use crate::args::{Arg, Args, args};
use crate::filter::Filter;
use crate::{Conn, Result, Tx};

/// What must be written so that the index says what papers say.
#[derive(Debug, Default)]
pub struct Difference {
    added: Vec<(String, &'static str, Uuid, Option<Uuid>)>,
    removed: Vec<(Uuid, Vec<String>)>,
    changed: BTreeSet<Uuid>,
}

impl Difference {
    /// Whether the index says it already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty()
    }

    /// Whether this thing is found under other words than before.
    #[must_use]
    pub fn touches(&self, id: Uuid) -> bool {
        self.changed.contains(&id)
    }
}

type Kept = HashMap<Uuid, Vec<(String, Option<Uuid>)>>;

/// Compares papers with the index.
pub async fn compare(conn: &mut Conn, papers: &[Paper]) -> Result<Difference> {
    let mut kept = kept(conn, papers).await?;
    let mut difference = Difference::default();
    for paper in papers {
        let before = kept.remove(&paper.id).unwrap_or_default();
        difference.of(paper, &before);
    }
    Ok(difference)
}

impl Difference {
    fn of(&mut self, paper: &Paper, before: &[(String, Option<Uuid>)]) {
        let channel = paper.channel.map(|channel| channel.0);
        let stay: BTreeSet<&str> = before
            .iter()
            .filter(|(_, of)| *of == channel)
            .map(|(word, _)| word.as_str())
            .collect();
        let now: BTreeSet<&str> = paper.words.iter().collect();
        let added = now.difference(&stay);
        let added: Vec<_> = added
            .map(|word| ((*word).to_owned(), paper.kind.code(), paper.id, channel))
            .collect();
        let gone = before
            .iter()
            .filter(|(word, of)| *of != channel || !now.contains(word.as_str()));
        let gone: Vec<String> = gone.map(|(word, _)| word.clone()).collect();
        if added.is_empty() && gone.is_empty() {
            return;
        }
        self.changed.insert(paper.id);
        self.added.extend(added);
        if !gone.is_empty() {
            self.removed.push((paper.id, gone));
        }
    }
}

async fn kept(conn: &mut Conn, papers: &[Paper]) -> Result<Kept> {
    let mut kept = Kept::with_capacity(papers.len());
    if papers.is_empty() {
        return Ok(kept);
    }
    let mut filter = Filter::new();
    filter.and_some_of("object_id", papers.iter().map(|paper| paper.id));
    let (clause, args) = filter.done();
    let sql = format!("SELECT object_id, word, channel_id FROM search_words{clause}");
    for (id, word, channel) in conn.rows::<(Uuid, String, Option<Uuid>)>(sql, args).await? {
        kept.entry(id).or_default().push((word, channel));
    }
    Ok(kept)
}

/// Rows of one statement; the rest goes one by one, so that few statements are ever made.
const ROWS: usize = 50;

/// Writes a difference.
pub async fn put(tx: &mut Tx, difference: &Difference) -> Result<()> {
    for (id, words) in &difference.removed {
        for some in words.chunks(ROWS) {
            let mut filter = Filter::new();
            filter.and("object_id = ?", vec![Arg::from(*id)]);
            filter.and_some_of("word", some.iter().map(String::as_str));
            let (clause, args) = filter.done();
            tx.run(format!("DELETE FROM search_words{clause}"), args)
                .await?;
        }
    }
    let (many, rest) = difference.added.as_chunks::<ROWS>();
    for rows in many {
        insert(tx, rows).await?;
    }
    for row in rest {
        insert(tx, std::slice::from_ref(row)).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, rows: &[(String, &'static str, Uuid, Option<Uuid>)]) -> Result<()> {
    let mut values = Vec::with_capacity(rows.len());
    let mut args = Args::with_capacity(rows.len() * 4);
    for (word, kind, id, channel) in rows {
        let n = args.len();
        values.push(format!("(${}, ${}, ${}, ${})", n + 1, n + 2, n + 3, n + 4));
        args.extend(args![word.as_str(), *kind, *id, *channel]);
    }
    let sql = format!(
        "INSERT INTO search_words (word, kind, object_id, channel_id) VALUES {} ON CONFLICT DO NOTHING",
        values.join(", ")
    );
    tx.run(sql, args).await?;
    Ok(())
}

/// Forgets all words, to write them anew.
pub async fn clear(tx: &mut Tx) -> Result<()> {
    tx.run("DELETE FROM search_words", args![]).await?;
    Ok(())
}
