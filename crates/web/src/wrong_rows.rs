//! Rows of a file that were not taken, with what is wrong in words.

use desk::clients::WrongLine;
use desk::{Desk, Fault};
use domain::{Actor, ClientField, ImportId};
use locale::{Words, words};

use crate::problem::{self, Problem, Result};

/// Rows read at once.
const AT_ONCE: i64 = 500;

/// What fields are called.
pub(crate) struct Labels<'a> {
    fields: &'a [ClientField],
    t: &'static Words,
}

impl<'a> Labels<'a> {
    pub(crate) fn of(fields: &'a [ClientField], t: &'static Words) -> Self {
        Self { fields, t }
    }

    /// All that is wrong with a row.
    pub(crate) fn told(&self, faults: &[Fault]) -> String {
        let all: Vec<String> = faults.iter().map(|fault| self.one(fault)).collect();
        all.join(" ")
    }

    fn one(&self, fault: &Fault) -> String {
        let t = self.t;
        // A number that is several clients' is no mistake of the number.
        if fault.field == "phones" && fault.why == desk::Why::Taken {
            return t.msg_import_several();
        }
        let said = problem::field(&fault.why.clone().into(), t);
        let label = self.label(&fault.field);
        format!("{label}: {said}")
    }

    fn label(&self, field: &str) -> String {
        let t = self.t;
        if let Some(id) = field.strip_prefix("fields.") {
            let known = self.fields.iter().find(|one| one.id.to_string() == id);
            return known.map_or_else(|| id.to_owned(), |field| field.name.clone());
        }
        match field.split('[').next().unwrap_or_default() {
            "phones" => t.msg_client_phone(),
            "emails" => t.msg_client_emails(),
            "company" => t.msg_client_company(),
            "note" => t.msg_client_note(),
            "vip" => t.msg_client_vip(),
            "spammer" => t.msg_client_spammer(),
            _ => t.msg_client_name(),
        }
    }
}

/// The rows that were not taken as a file that can be mended and brought again: its columns are those of the first one.
pub(crate) async fn file_of(desk: &Desk, actor: &Actor, id: ImportId) -> Result<Vec<u8>> {
    let view = desk.client_import(actor, id).await?;
    let fields = desk.client_fields(actor).await?;
    let t = words(actor.language);
    let labels = Labels::of(&fields, t);
    let mut lines = Vec::new();
    if view.plan.header {
        let mut titles = view.titles.clone();
        titles.extend([t.msg_import_line(), t.msg_import_wrong()]);
        lines.push(titles);
    }
    let mut after = 0;
    loop {
        let rows = desk.wrong_lines(actor, id, after, AT_ONCE).await?;
        let Some(last) = rows.last() else { break };
        after = last.line;
        let width = view.plan.columns.len();
        lines.extend(rows.iter().map(|row| line(row, width, &labels)));
    }
    desk::clients::written(&lines).map_err(Problem::from)
}

fn line(row: &WrongLine, width: usize, labels: &Labels<'_>) -> Vec<String> {
    let mut cells = row.cells.clone();
    cells.resize(width.max(cells.len()), String::new());
    cells.push(row.line.to_string());
    cells.push(labels.told(&row.faults));
    cells
}
