//! A client's columns.

use sqlx::FromRow;
use uuid::Uuid;

use domain::client::Phone;
use domain::{AgentId, Client, ClientId};

use crate::Result;
use crate::row::{at, at_opt, json, word};

pub(super) const TABLE: &str = "clients";
pub(super) const SELECT: &str =
    "SELECT c.id, c.name, c.named, c.company, c.note, c.vip, c.spammer, c.emails, c.created_at,
    c.updated_at, c.last_contact_at, c.responsible_id, c.version FROM clients c";

#[derive(FromRow)]
pub(super) struct Row {
    pub(super) id: Uuid,
    name: String,
    named: bool,
    company: Option<String>,
    note: Option<String>,
    vip: bool,
    spammer: bool,
    emails: String,
    created_at: i64,
    updated_at: i64,
    last_contact_at: Option<i64>,
    responsible_id: Option<Uuid>,
    version: i64,
}

impl Row {
    pub(super) fn client(self, phones: Vec<Phone>) -> Result<Client> {
        Ok(Client {
            id: ClientId(self.id),
            name: self.name,
            named: self.named,
            phones,
            emails: json(TABLE, &self.emails)?,
            company: self.company,
            note: self.note,
            vip: self.vip,
            spammer: self.spammer,
            responsible_id: self.responsible_id.map(AgentId),
            created_at: at(TABLE, self.created_at)?,
            updated_at: at(TABLE, self.updated_at)?,
            last_contact_at: at_opt(TABLE, self.last_contact_at)?,
            version: self.version,
        })
    }
}

#[derive(FromRow)]
pub(super) struct SharingRow {
    #[sqlx(flatten)]
    pub(super) row: Row,
    pub(super) weight: i64,
}

#[derive(FromRow)]
pub(super) struct PhoneRow {
    pub(super) client_id: Uuid,
    number: String,
    kind: String,
}

impl PhoneRow {
    pub(super) fn phone(&self) -> Result<Phone> {
        Ok(Phone {
            number: word("client_phones", &self.number)?,
            kind: word("client_phones", &self.kind)?,
        })
    }
}
