//! Writes put off until something names their table, or until the commit: rows of one kind then share a statement.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::EngineKind;
use crate::args::{Arg, Args};

/// Rows of one kind, written together.
pub(crate) struct Bulk {
    /// Their table: a statement that names it must find them in it.
    pub(crate) table: &'static str,
    /// In which order kinds are written: those that others refer to come first.
    pub(crate) rank: u8,
    /// The places of the columns that make two rows the same one; of two the later counts, under the first one's first
    /// column.
    pub(crate) key: &'static [usize],
    /// The statement for so many rows, by the power of two.
    pub(crate) texts: LazyLock<Texts>,
}

/// Statements exist for 1, 2, 4, … rows, so that few of them stay prepared.
const SIZES: [usize; 7] = [64, 32, 16, 8, 4, 2, 1];

/// The texts of one statement, from the most rows to one.
pub(crate) struct Texts {
    sqlite: Vec<String>,
    postgres: Vec<String>,
}

impl Texts {
    fn of(&self, engine: EngineKind) -> &[String] {
        match engine {
            EngineKind::Sqlite => &self.sqlite,
            EngineKind::Postgres => &self.postgres,
        }
    }
}

/// The texts of a statement with `columns` values a row; `{rows}` stands for the rows' marks.
pub(crate) fn texts(statement: &str, columns: usize) -> Texts {
    let of = |engine| {
        let text = |rows: &usize| statement.replace("{rows}", &marks(engine, *rows, columns, ""));
        SIZES.iter().map(text).collect()
    };
    Texts {
        sqlite: of(EngineKind::Sqlite),
        postgres: of(EngineKind::Postgres),
    }
}

/// Marks for the values of so many rows, each row with what is the same in all of them at its end.
///
/// SQLite gets marks without a number: it would look for the name of each among the names of all.
pub(crate) fn marks(engine: EngineKind, rows: usize, columns: usize, end: &str) -> String {
    let mark = |n: usize| match engine {
        EngineKind::Sqlite => "?".to_owned(),
        EngineKind::Postgres => format!("${n}"),
    };
    let row = |row: usize| {
        let marks = (1..=columns).map(|column| mark(row * columns + column));
        format!("({}{end})", marks.collect::<Vec<_>>().join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// What is still to be written.
#[derive(Default)]
pub(crate) struct Later(Vec<Kind>);

struct Kind {
    bulk: &'static Bulk,
    rows: Vec<Args>,
    places: HashMap<Vec<Arg>, usize>,
}

impl Later {
    pub(crate) fn add(&mut self, bulk: &'static Bulk, row: Args) {
        let place = self.0.iter().position(|kind| std::ptr::eq(kind.bulk, bulk));
        let place = place.unwrap_or_else(|| {
            self.0.push(Kind {
                bulk,
                rows: Vec::new(),
                places: HashMap::new(),
            });
            self.0.len() - 1
        });
        if let Some(kind) = self.0.get_mut(place) {
            kind.add(row);
        }
    }

    /// Whether such a row is still to be written.
    pub(crate) fn any(&self, bulk: &'static Bulk, is: impl Fn(&Args) -> bool) -> bool {
        let kind = self.0.iter().find(|kind| std::ptr::eq(kind.bulk, bulk));
        kind.is_some_and(|kind| kind.rows.iter().any(is))
    }

    /// What must be written before this statement, in order: the tables it names, and those that their rows refer to.
    pub(crate) fn statements_before(
        &mut self,
        sql: &str,
        engine: EngineKind,
    ) -> Vec<(&'static str, Args)> {
        let named = |kind: &&Kind| names(sql, kind.bulk.table);
        let Some(last) = self.0.iter().filter(named).map(|kind| kind.bulk.rank).max() else {
            return Vec::new();
        };
        self.taken(engine, |kind| {
            kind.bulk.rank < last || names(sql, kind.bulk.table)
        })
    }

    /// All of it as statements, in order; nothing is left.
    pub(crate) fn statements(&mut self, engine: EngineKind) -> Vec<(&'static str, Args)> {
        self.taken(engine, |_| true)
    }

    fn taken(
        &mut self,
        engine: EngineKind,
        which: impl Fn(&Kind) -> bool,
    ) -> Vec<(&'static str, Args)> {
        let mut kinds: Vec<Kind> = self.0.extract_if(.., |kind| which(kind)).collect();
        kinds.sort_by_key(|kind| kind.bulk.rank);
        kinds
            .into_iter()
            .flat_map(|kind| kind.statements(engine))
            .collect()
    }
}

impl Kind {
    fn add(&mut self, mut row: Args) {
        let key: Vec<Arg> = self
            .bulk
            .key
            .iter()
            .filter_map(|place| row.get(*place).cloned())
            .collect();
        match self.places.entry(key) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(self.rows.len());
                self.rows.push(row);
            }
            std::collections::hash_map::Entry::Occupied(place) => {
                if let Some(old) = self.rows.get_mut(*place.get()) {
                    if let (Some(kept), Some(first)) = (row.first_mut(), old.first_mut()) {
                        std::mem::swap(kept, first);
                    }
                    *old = row;
                }
            }
        }
    }

    fn statements(self, engine: EngineKind) -> Vec<(&'static str, Args)> {
        let mut rows = self.rows.into_iter();
        let mut statements = Vec::new();
        for (size, text) in SIZES.iter().zip(self.bulk.texts.of(engine)) {
            while rows.len() >= *size {
                statements.push((text.as_str(), rows.by_ref().take(*size).flatten().collect()));
            }
        }
        statements
    }
}

/// Whether the name stands in the text as a word of its own.
fn names(sql: &str, name: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    sql.match_indices(name)
        .any(|(at, _)| !sql[..at].ends_with(part) && !sql[at + name.len()..].starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::args;

    const POSTGRES: EngineKind = EngineKind::Postgres;

    static NOTES: Bulk = Bulk {
        table: "notes",
        rank: 1,
        key: &[1],
        texts: LazyLock::new(|| texts("INSERT INTO notes VALUES {rows}", 2)),
    };
    static PAGES: Bulk = Bulk {
        table: "pages",
        rank: 0,
        key: &[0],
        texts: LazyLock::new(|| texts("INSERT INTO pages VALUES {rows}", 1)),
    };

    #[test]
    fn rows_go_together_in_the_order_of_their_kinds() {
        let mut later = Later::default();
        for n in 0..3 {
            later.add(&NOTES, args![n, n]);
        }
        later.add(&PAGES, args![7]);
        let statements = later.statements(POSTGRES);
        assert_eq!(
            statements,
            [
                ("INSERT INTO pages VALUES ($1)", args![7]),
                (
                    "INSERT INTO notes VALUES ($1, $2), ($3, $4)",
                    args![0, 0, 1, 1]
                ),
                ("INSERT INTO notes VALUES ($1, $2)", args![2, 2]),
            ]
        );
        assert!(later.statements(POSTGRES).is_empty());
    }

    #[test]
    fn sqlite_gets_marks_without_numbers() {
        let mut later = Later::default();
        later.add(&NOTES, args![1, 2]);
        let statements = later.statements(EngineKind::Sqlite);
        assert_eq!(statements[0].0, "INSERT INTO notes VALUES (?, ?)");
        assert_eq!(marks(EngineKind::Postgres, 2, 1, ", 0"), "($1, 0), ($2, 0)");
    }

    #[test]
    fn of_the_same_row_twice_the_later_counts_under_the_first_ones_id() {
        let mut later = Later::default();
        later.add(&NOTES, args![1, "key"]);
        later.add(&NOTES, args![2, "key"]);
        let statements = later.statements(POSTGRES);
        assert_eq!(statements.len(), 1);
        assert_eq!(statements[0].1, args![1, "key"]);
    }

    #[test]
    fn a_statement_that_names_a_table_waits_for_its_rows_and_for_what_they_refer_to() {
        let mut later = Later::default();
        assert!(
            later
                .statements_before("SELECT 1 FROM notes", POSTGRES)
                .is_empty()
        );
        later.add(&NOTES, args![1, 1]);
        later.add(&PAGES, args![7]);
        let other = "SELECT 1 FROM notes_of_call, my_notes";
        assert!(later.statements_before(other, POSTGRES).is_empty());
        let pages = later.statements_before("SELECT 1 FROM pages p", POSTGRES);
        assert_eq!(pages, [("INSERT INTO pages VALUES ($1)", args![7])]);
        later.add(&PAGES, args![8]);
        let both = later.statements_before("SELECT 1 FROM notes n", POSTGRES);
        assert_eq!(both.len(), 2);
        assert!(later.statements(POSTGRES).is_empty());
    }

    #[test]
    fn rows_still_to_be_written_can_be_asked_for() {
        let mut later = Later::default();
        later.add(&NOTES, args![1, 5]);
        let five = |row: &Args| row == &args![1, 5];
        assert!(later.any(&NOTES, five));
        assert!(!later.any(&PAGES, five));
        assert!(!later.any(&NOTES, |row| row == &args![1, 6]));
    }
}
