//! The tables' history: one text for both engines, never edited once landed.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

/// Number, name, text. A new one is added below; those above stand as they are.
const HISTORY: &[(i64, &str, &str)] = &[
    (1, "desk", include_str!("../migrations/0001_desk.sql")),
    (2, "list", include_str!("../migrations/0002_list.sql")),
    (3, "ticket", include_str!("../migrations/0003_ticket.sql")),
    (4, "clients", include_str!("../migrations/0004_clients.sql")),
    (5, "search", include_str!("../migrations/0005_search.sql")),
    (6, "doctor", include_str!("../migrations/0006_doctor.sql")),
    (7, "team", include_str!("../migrations/0007_team.sql")),
    (8, "phone", include_str!("../migrations/0008_phone.sql")),
    (9, "board", include_str!("../migrations/0009_board.sql")),
    (
        10,
        "recordings",
        include_str!("../migrations/0010_recordings.sql"),
    ),
    (
        11,
        "call_bar",
        include_str!("../migrations/0011_call_bar.sql"),
    ),
    (12, "said", include_str!("../migrations/0012_said.sql")),
    (
        13,
        "wrap_up",
        include_str!("../migrations/0013_wrap_up.sql"),
    ),
    (14, "hushed", include_str!("../migrations/0014_hushed.sql")),
    (
        15,
        "client_words",
        include_str!("../migrations/0015_client_words.sql"),
    ),
    (16, "turns", include_str!("../migrations/0016_turns.sql")),
];

/// What a type is called where, and what the engines have no common words for. A `{word}` sorts by its bytes, a table
/// closed with `{within}` is its own primary key.
const SQLITE: &[(&str, &str)] = &[
    ("{id}", "BLOB"),
    ("{int}", "INTEGER"),
    ("{text}", "TEXT"),
    ("{bytes}", "BLOB"),
    ("{bool}", "INTEGER"),
    ("{strict}", "STRICT"),
    ("{each_tag_of_t}", "json_each(t.tags) AS e"),
    ("{each_leg_of_c}", "json_each(c.facts, '$.legs') AS l"),
    (
        "{operator_of_leg}",
        "CAST(json_extract(l.value, '$.operator.id') AS TEXT)",
    ),
    ("{word}", "TEXT"),
    ("{within}", "STRICT, WITHOUT ROWID"),
];
const POSTGRES: &[(&str, &str)] = &[
    ("{id}", "UUID"),
    ("{int}", "BIGINT"),
    ("{text}", "TEXT"),
    ("{bytes}", "BYTEA"),
    ("{bool}", "BOOLEAN"),
    ("{strict}", ""),
    (
        "{each_tag_of_t}",
        "json_array_elements_text(t.tags::json) AS e(value)",
    ),
    (
        "{each_leg_of_c}",
        "json_array_elements(c.facts::json -> 'legs') AS l(value)",
    ),
    ("{operator_of_leg}", "(l.value -> 'operator' ->> 'id')"),
    ("{word}", "TEXT COLLATE \"C\""),
    ("{within}", ""),
];

pub(crate) fn sqlite() -> Migrator {
    migrator(SQLITE)
}

pub(crate) fn postgres() -> Migrator {
    migrator(POSTGRES)
}

fn migrator(types: &[(&str, &str)]) -> Migrator {
    let all = HISTORY.iter().map(|(number, name, text)| {
        let sql = types
            .iter()
            .fold((*text).to_owned(), |sql, (from, to)| sql.replace(from, to));
        Migration::new(
            *number,
            Cow::Borrowed(*name),
            MigrationType::Simple,
            AssertSqlSafe(sql).into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(all.collect())
}
