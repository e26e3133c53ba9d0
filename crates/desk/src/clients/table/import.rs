//! A file on its way in: brought, looked at, tried, taken in.

use domain::{Actor, ClientField, ImportId};
use serde::{Deserialize, Serialize};
use store::client_fields;
use store::client_imports::{self, Import};
use store::{Conn, Tx};

use super::LARGEST_TABLE;
use super::plan::{Column, Duplicates, Plan};
use super::sheet::{Cells, DELIMITERS, Encoding, delimiter_of, rows};
use crate::jobs::{Work, enqueue};
use crate::refusal::Clash;
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result, Thing, Why};

/// Rows shown before anything is done.
const SHOWN: usize = 5;
/// Files listed.
const LISTED: i64 = 20;
/// The most columns that are looked at.
const MOST_COLUMNS: usize = 100;

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// It is there, and nothing has been done with it.
    Brought,
    /// It is being tried or taken in.
    Runs,
    /// It was tried.
    Tried,
    /// It was taken in.
    Done,
}

impl ImportState {
    const ALL: [Self; 4] = [Self::Brought, Self::Runs, Self::Tried, Self::Done];

    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Brought => "brought",
            Self::Runs => "runs",
            Self::Tried => "tried",
            Self::Done => "done",
        }
    }

    pub(super) fn read(text: &str) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|state| state.as_str() == text);
        known.ok_or(Refusal::Inside("an import is in a state that is none"))
    }
}

/// What has become of the rows so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Rows of the file.
    pub total: i64,
    /// Those looked at.
    pub done: i64,
    /// Clients made.
    pub made: i64,
    /// Clients changed.
    pub updated: i64,
    /// Those who were known and stay as they are.
    pub skipped: i64,
    /// Those that were not taken.
    pub wrong: i64,
}

/// A file as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportView {
    /// The file.
    pub import: Import,
    /// How far it is.
    pub state: ImportState,
    /// What is to be done with it.
    pub plan: Plan,
    /// What has become of its rows.
    pub tally: Tally,
    /// The first row, when it names the columns.
    pub titles: Vec<String>,
    /// The first rows.
    pub first: Vec<Vec<String>>,
}

impl Desk {
    /// Takes a file: nothing is done with it yet.
    pub async fn bring_clients(
        &self,
        actor: &Actor,
        file_name: &str,
        content: &[u8],
    ) -> Result<ImportView> {
        supervisors_only(actor)?;
        if content.len() > LARGEST_TABLE {
            let most = i64::try_from(LARGEST_TABLE).unwrap_or(i64::MAX);
            return Err(Refusal::field("file", Why::NotWithin(1, most)));
        }
        let encoding = Encoding::of(content);
        let text = encoding.read(content);
        let delimiter = delimiter_of(&text);
        if rows(&text, delimiter).next().is_none() {
            return Err(Refusal::field("file", Why::Required));
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let fields = client_fields::list(&mut tx).await?;
        let plan = guessed(&text, encoding, delimiter, &fields);
        let short: String = file_name
            .chars()
            .filter(|c| !c.is_control())
            .take(200)
            .collect();
        let import = Import {
            id: ImportId::at(now),
            agent_id: actor.agent,
            file_name: short,
            plan: to_json(&plan)?,
            state: ImportState::Brought.as_str().to_owned(),
            tally: to_json(&Tally::default())?,
            created_at: now,
            updated_at: now,
        };
        client_imports::insert(&mut tx, &import, content).await?;
        let view = view(&mut tx, import).await?;
        tx.commit().await?;
        Ok(view)
    }

    /// Reads a file otherwise than it was taken to be; what its columns are is guessed anew.
    pub async fn read_clients_as(
        &self,
        actor: &Actor,
        id: ImportId,
        encoding: Encoding,
        delimiter: char,
    ) -> Result<ImportView> {
        supervisors_only(actor)?;
        if !DELIMITERS.contains(&delimiter) {
            return Err(Refusal::field("delimiter", Why::Unknown));
        }
        let mut tx = self.store.begin().await?;
        let import = client_imports::hold(&mut tx, id).await?;
        let mut import = import.ok_or(Refusal::NotFound(Thing::Import))?;
        let before: Plan = from_json(&import.plan)?;
        if ImportState::read(&import.state)? == ImportState::Runs {
            return Err(Refusal::Conflict(Clash::ImportRuns));
        }
        let content = client_imports::content(&mut tx, id).await?;
        let text = encoding.read(&content.unwrap_or_default());
        let fields = client_fields::list(&mut tx).await?;
        let plan = Plan {
            duplicates: before.duplicates,
            ..guessed(&text, encoding, delimiter, &fields)
        };
        import.plan = to_json(&plan)?;
        import.updated_at = self.now();
        client_imports::update(&mut tx, &import).await?;
        let view = view(&mut tx, import).await?;
        tx.commit().await?;
        Ok(view)
    }

    /// A file with how far it is.
    pub async fn client_import(&self, actor: &Actor, id: ImportId) -> Result<ImportView> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        let import = client_imports::find(&mut conn, id).await?;
        view(&mut conn, import.ok_or(Refusal::NotFound(Thing::Import))?).await
    }

    /// The last files, the latest first.
    pub async fn client_imports(&self, actor: &Actor) -> Result<Vec<(Import, Tally)>> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        let all = client_imports::latest(&mut conn, LISTED).await?;
        all.into_iter()
            .map(|import| Ok((from_json(&import.tally)?, import)))
            .map(|read: Result<(Tally, Import)>| read.map(|(tally, import)| (import, tally)))
            .collect()
    }

    /// Begins to try a file or to take it in.
    pub async fn run_client_import(
        &self,
        actor: &Actor,
        id: ImportId,
        plan: Plan,
    ) -> Result<ImportView> {
        supervisors_only(actor)?;
        if !DELIMITERS.contains(&plan.delimiter) {
            return Err(Refusal::field("delimiter", Why::Unknown));
        }
        let useful = |column: &Column| matches!(column, Column::Name | Column::Phone(_));
        if !plan.columns.iter().any(useful) {
            return Err(Refusal::field("columns", Why::Required));
        }
        let mut tx = self.store.begin().await?;
        let import = client_imports::hold(&mut tx, id).await?;
        let mut import = import.ok_or(Refusal::NotFound(Thing::Import))?;
        match ImportState::read(&import.state)? {
            ImportState::Brought | ImportState::Tried => {}
            ImportState::Runs => return Err(Refusal::Conflict(Clash::ImportRuns)),
            ImportState::Done => return Err(Refusal::Conflict(Clash::UndoneAlready)),
        }
        import.plan = to_json(&plan)?;
        import.state = ImportState::Runs.as_str().to_owned();
        import.tally = to_json(&Tally::default())?;
        import.updated_at = self.now();
        client_imports::clear_wrong(&mut tx, id).await?;
        client_imports::update(&mut tx, &import).await?;
        enqueue(&mut tx, &Work::ImportClients { import: id }, self.now()).await?;
        let view = view(&mut tx, import).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(view)
    }
}

/// What is likely to be done with a file.
fn guessed(text: &str, encoding: Encoding, delimiter: char, fields: &[ClientField]) -> Plan {
    let first = rows(text, delimiter).next();
    let first = first.map(|row| row.cells).unwrap_or_default();
    let titles = first.iter().take(MOST_COLUMNS);
    let columns: Vec<Column> = titles.map(|title| Column::guessed(title, fields)).collect();
    Plan {
        encoding,
        delimiter,
        header: columns.iter().any(|column| *column != Column::Ignored),
        columns,
        duplicates: Duplicates::default(),
        dry: true,
    }
}

/// The file's text and its rows after the names of the columns.
pub(super) async fn sheet(conn: &mut Conn, id: ImportId, plan: &Plan) -> Result<Vec<Cells>> {
    let content = client_imports::content(conn, id).await?;
    let content = content.ok_or(Refusal::NotFound(Thing::Import))?;
    let text = plan.encoding.read(&content);
    let read = rows(&text, plan.delimiter).skip(usize::from(plan.header));
    Ok(read.collect())
}

async fn view(conn: &mut Conn, import: Import) -> Result<ImportView> {
    let plan: Plan = from_json(&import.plan)?;
    let content = client_imports::content(conn, import.id).await?;
    let content = content.ok_or(Refusal::NotFound(Thing::Import))?;
    let text = plan.encoding.read(&content);
    let mut first = rows(&text, plan.delimiter)
        .take(SHOWN + 1)
        .map(|row| row.cells);
    let titles = if plan.header {
        first.next().unwrap_or_default()
    } else {
        Vec::new()
    };
    Ok(ImportView {
        state: ImportState::read(&import.state)?,
        tally: from_json(&import.tally)?,
        titles,
        first: first.take(SHOWN).collect(),
        plan,
        import,
    })
}

pub(super) fn to_json<T: Serialize>(value: &T) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|_| Refusal::Inside("an import could not be written down"))
}

pub(super) fn from_json<T: for<'a> Deserialize<'a>>(value: &serde_json::Value) -> Result<T> {
    T::deserialize(value).map_err(|_| Refusal::Inside("an import cannot be read"))
}

/// Notes how far a file is.
pub(super) async fn note(
    tx: &mut Tx,
    import: &mut Import,
    state: ImportState,
    tally: &Tally,
) -> Result<()> {
    import.state = state.as_str().to_owned();
    import.tally = to_json(tally)?;
    Ok(client_imports::update(tx, import).await?)
}
