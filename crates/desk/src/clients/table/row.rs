//! One row becomes a client, or changes one.

use std::collections::HashSet;

use domain::client_field::{TICKED, yes_or_no};
use domain::{Actor, Client, PhoneNumber};
use store::Tx;

use super::plan::{Column, Duplicates, Plan};
use super::sheet::Cells;
use crate::clients::{ClientChange, NewClient, TypedPhone};
use crate::fault::{Fault, Why};
use crate::{Desk, Refusal, Result};

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Made,
    Updated,
    Skipped,
    Wrong(Vec<Fault>),
}

/// A row read by the plan.
pub(super) struct Read {
    pub(super) new: NewClient,
    pub(super) numbers: Vec<PhoneNumber>,
    vip: Option<bool>,
    spammer: Option<bool>,
    faults: Vec<Fault>,
}

/// What parts several numbers or addresses in one cell.
const BETWEEN: [char; 5] = [',', ';', '\n', '|', '\r'];

impl Read {
    pub(super) fn of(plan: &Plan, row: &Cells, desk: &Desk) -> Self {
        let mut read = Self {
            new: NewClient::default(),
            numbers: Vec::new(),
            vip: None,
            spammer: None,
            faults: Vec::new(),
        };
        let mut names: Vec<&str> = Vec::new();
        for (column, cell) in plan.columns.iter().zip(&row.cells) {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            match column {
                Column::Ignored => {}
                Column::Name => names.push(cell),
                Column::Phone(kind) => {
                    let phones = cell.split(BETWEEN).filter(|one| !one.trim().is_empty());
                    read.new.phones.extend(phones.map(|number| TypedPhone {
                        number: number.trim().to_owned(),
                        kind: kind.map(|kind| kind.as_str().to_owned()),
                    }));
                }
                Column::Email => {
                    let all = cell
                        .split([',', ';', '\n', ' '])
                        .filter(|one| !one.is_empty());
                    read.new.emails.extend(all.map(str::to_owned));
                }
                Column::Company => read.new.company = Some(cell.to_owned()),
                Column::Note => read.new.note = Some(joined(read.new.note.take(), cell)),
                Column::Vip => read.vip = read.truth("vip", cell),
                Column::Spammer => read.spammer = read.truth("spammer", cell),
                Column::Field(id) => {
                    read.new.fields.insert(id.to_string(), cell.to_owned());
                }
            }
        }
        read.new.name = (!names.is_empty()).then(|| names.join(" "));
        read.new.vip = read.vip.unwrap_or_default();
        read.new.spammer = read.spammer.unwrap_or_default();
        let country = desk.options.country;
        let numbers = read.new.phones.iter();
        read.numbers = numbers
            .filter_map(|phone| PhoneNumber::parse(&phone.number, country).ok())
            .collect();
        read
    }

    fn truth(&mut self, field: &str, cell: &str) -> Option<bool> {
        let read = yes_or_no(cell);
        if read.is_none() {
            self.faults.push(Fault::new(field, Why::NotYesNo));
        }
        read
    }

    /// Writes the row; `seen` holds numbers of rows that were tried before and are not kept.
    pub(super) async fn write(
        self,
        desk: &Desk,
        tx: &mut Tx,
        actor: &Actor,
        plan: &Plan,
        seen: &HashSet<PhoneNumber>,
    ) -> Result<Outcome> {
        if !self.faults.is_empty() {
            return Ok(Outcome::Wrong(self.faults));
        }
        if self.numbers.iter().any(|number| seen.contains(number)) {
            return Ok(match plan.duplicates {
                Duplicates::Skip => Outcome::Skipped,
                Duplicates::Update => Outcome::Updated,
            });
        }
        let known = match known(tx, &self.numbers).await? {
            Ok(known) => known,
            Err(fault) => return Ok(Outcome::Wrong(vec![fault])),
        };
        let done = match known {
            None => desk
                .insert_client(tx, self.new)
                .await
                .map(|_| Outcome::Made),
            Some(client) if client.named && plan.duplicates == Duplicates::Skip => {
                Ok(Outcome::Skipped)
            }
            Some(client) => {
                let change = self.change(&client);
                let changed = desk.change_within(tx, actor, client.id, change).await;
                changed.map(|_| Outcome::Updated)
            }
        };
        match done {
            Err(Refusal::Invalid(faults)) => Ok(Outcome::Wrong(faults)),
            done => done,
        }
    }

    /// What the row says is written over; what it does not say stays; numbers and addresses come in addition.
    fn change(self, client: &Client) -> ClientChange {
        let mut phones: Vec<TypedPhone> = client
            .phones
            .iter()
            .map(|phone| TypedPhone {
                number: phone.number.as_str().to_owned(),
                kind: Some(phone.kind.as_str().to_owned()),
            })
            .collect();
        phones.extend(self.new.phones);
        let mut emails: Vec<String> = client
            .emails
            .iter()
            .map(|email| email.as_str().to_owned())
            .collect();
        emails.extend(self.new.emails);
        ClientChange {
            name: self.new.name.map(Some),
            phones: Some(phones),
            emails: Some(emails),
            company: self.new.company.map(Some),
            note: self.new.note.map(Some),
            vip: self.vip,
            spammer: self.spammer,
            responsible_id: None,
            fields: self.new.fields,
            version: None,
        }
    }
}

/// The one client who has one of these numbers; those without a name count only when nobody has one.
async fn known(
    tx: &mut Tx,
    numbers: &[PhoneNumber],
) -> Result<std::result::Result<Option<Client>, Fault>> {
    let mut found: Vec<Client> = Vec::new();
    for number in numbers {
        for sharing in store::clients::by_number(tx, number).await? {
            if !found.iter().any(|one| one.id == sharing.client.id) {
                found.push(sharing.client);
            }
        }
    }
    let named = found.iter().filter(|client| client.named).count();
    if named > 1 {
        return Ok(Err(Fault::new("phones", Why::Taken)));
    }
    found.sort_by_key(|client| !client.named);
    Ok(Ok(found.into_iter().next()))
}

fn joined(before: Option<String>, cell: &str) -> String {
    before.map_or_else(|| cell.to_owned(), |before| format!("{before}\n{cell}"))
}

/// How a ticked box is written.
pub(super) fn ticked(on: bool) -> String {
    if on { TICKED.to_owned() } else { String::new() }
}
