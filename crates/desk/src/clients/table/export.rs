//! Clients given out as a table that spreadsheets open, and nothing in it is computed by them.

use csv::WriterBuilder;
use domain::{Actor, ClientField, FieldKind};
use jiff::tz::TimeZone;
use locale::Words;

use super::row::ticked;
use crate::clients::ClientView;
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result};

/// What a spreadsheet takes for the beginning of a formula.
pub(super) const COMPUTED: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// What tells a spreadsheet that the letters are UTF-8.
const MARK: &str = "\u{feff}";

/// How a table of clients is written.
#[derive(Clone)]
pub struct ClientTable {
    fields: Vec<ClientField>,
    delimiter: u8,
    zone: TimeZone,
    words: &'static Words,
}

impl Desk {
    /// Begins a table of clients; the cells are parted by `;`, as Russian spreadsheets want it, or by a comma.
    pub async fn client_table(&self, actor: &Actor, comma: bool) -> Result<ClientTable> {
        supervisors_only(actor)?;
        Ok(ClientTable {
            fields: self.client_fields(actor).await?,
            delimiter: if comma { b',' } else { b';' },
            zone: TimeZone::get(&self.options.time_zone).unwrap_or(TimeZone::UTC),
            words: locale::words(actor.language),
        })
    }
}

impl ClientTable {
    /// The first line: what the columns are.
    pub fn head(&self, mark: bool) -> Result<Vec<u8>> {
        let t = self.words;
        let mut titles = vec![
            t.msg_client_name(),
            t.msg_client_phone(),
            t.msg_client_more_phones(),
            t.msg_client_emails(),
            t.msg_client_company(),
            t.msg_client_note(),
            "VIP".to_owned(),
            t.msg_client_spammer(),
        ];
        titles.extend(self.fields.iter().map(|field| harmless(&field.name)));
        titles.extend([
            t.msg_client_responsible(),
            t.msg_client_created(),
            t.msg_client_last(),
            "ID".to_owned(),
        ]);
        let mut head = if mark {
            MARK.as_bytes().to_vec()
        } else {
            Vec::new()
        };
        head.extend(self.written(&[titles])?);
        Ok(head)
    }

    /// Further lines.
    pub fn lines(&self, clients: &[ClientView]) -> Result<Vec<u8>> {
        let lines: Vec<_> = clients.iter().map(|view| self.line(view)).collect();
        self.written(&lines)
    }

    fn line(&self, view: &ClientView) -> Vec<String> {
        let client = &view.client;
        // Written out for people, a number has spaces in it and computes to nothing: it needs nothing before its plus.
        let mut phones = client.phones.iter().map(|phone| phone.number.pretty());
        let first = phones.next().unwrap_or_default();
        let emails: Vec<&str> = client.emails.iter().map(|email| email.as_str()).collect();
        let text = |text: &Option<String>| harmless(text.as_deref().unwrap_or_default());
        let mut line = vec![
            if client.named {
                harmless(&client.name)
            } else {
                String::new()
            },
            first,
            phones.collect::<Vec<_>>().join(", "),
            harmless(&emails.join(", ")),
            text(&client.company),
            text(&client.note),
            ticked(client.vip),
            ticked(client.spammer),
        ];
        for field in &self.fields {
            let value = view.values.iter().find(|value| value.field.id == field.id);
            let value = value.map(|value| value.value.as_str()).unwrap_or_default();
            line.push(match field.kind {
                // A number computes to itself.
                FieldKind::Number => value.to_owned(),
                FieldKind::Text
                | FieldKind::Date
                | FieldKind::Choice
                | FieldKind::Checkbox
                | FieldKind::Link => harmless(value),
            });
        }
        let moment = |at: domain::At| at.to_zoned(self.zone.clone());
        let moment = |at| moment(at).strftime("%Y-%m-%d %H:%M:%S").to_string();
        let responsible = view.responsible.as_ref();
        line.extend([
            harmless(responsible.map_or("", |agent| agent.name.as_str())),
            moment(client.created_at),
            client.last_contact_at.map(moment).unwrap_or_default(),
            client.id.to_string(),
        ]);
        line
    }

    fn written(&self, lines: &[Vec<String>]) -> Result<Vec<u8>> {
        write(lines, self.delimiter)
    }
}

/// Any lines as a table that spreadsheets open; nothing in it is computed by them.
pub fn written(lines: &[Vec<String>]) -> Result<Vec<u8>> {
    let harmless_line = |line: &Vec<String>| line.iter().map(|cell| harmless(cell)).collect();
    let lines: Vec<Vec<String>> = lines.iter().map(harmless_line).collect();
    let mut file = MARK.as_bytes().to_vec();
    file.extend(write(&lines, b';')?);
    Ok(file)
}

fn write(lines: &[Vec<String>], delimiter: u8) -> Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    let unwritten = || Refusal::Inside("a table of clients could not be written");
    for line in lines {
        writer.write_record(line).map_err(|_| unwritten())?;
    }
    writer.into_inner().map_err(|_| unwritten())
}

/// A text that a spreadsheet shows and does not compute.
fn harmless(text: &str) -> String {
    if text.starts_with(COMPUTED) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
