//! What is typed about a client, read and checked.

use domain::client::{Phone, PhoneKind};
use domain::text::{many_lines, one_line};
use domain::{Actor, AgentId, Client, ClientId, Country, Email, PhoneNumber};
use store::Tx;
use store::client_fields::Values;

use super::values::{self, TypedValues};
use crate::fault::{Faults, Why};
use crate::{Desk, Result};

/// What a new client is made of, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewClient {
    /// Name; without one the first number stands in its place.
    pub name: Option<String>,
    /// Numbers, the primary one first.
    pub phones: Vec<TypedPhone>,
    /// Addresses.
    pub emails: Vec<String>,
    /// Company.
    pub company: Option<String>,
    /// What to know when they call.
    pub note: Option<String>,
    /// Comes first.
    pub vip: bool,
    /// Their calls are filed as spam.
    pub spammer: bool,
    /// Who answers for them.
    pub responsible_id: Option<AgentId>,
    /// Values of fields that administrators have added.
    pub fields: TypedValues,
}

/// A number as typed, and which of their phones it is.
#[derive(Debug, Clone, Default)]
pub struct TypedPhone {
    /// In any spelling.
    pub number: String,
    /// By name; guessed when absent.
    pub kind: Option<String>,
}

/// The most numbers of one client.
pub(super) const MOST_PHONES: usize = 20;
/// The most addresses of one client.
const MOST_EMAILS: usize = 20;

impl Desk {
    /// Makes a client.
    pub async fn create_client(&self, actor: &Actor, new: NewClient) -> Result<Client> {
        crate::tickets::may_change(actor)?;
        let mut tx = self.store.begin().await?;
        let client = self.insert_client(&mut tx, new).await?;
        tx.commit().await?;
        Ok(client)
    }

    /// Makes a client within a transaction.
    pub(super) async fn insert_client(&self, tx: &mut Tx, new: NewClient) -> Result<Client> {
        let now = self.now();
        let mut faults = Faults::none();
        let phones = phones(&mut faults, &new.phones, self.options.country);
        let emails = emails(&mut faults, &new.emails);
        let name = line(&mut faults, "name", new.name.as_deref());
        if name.is_none() && phones.is_empty() {
            faults.add("name", Why::Required);
        }
        let company = line(&mut faults, "company", new.company.as_deref());
        let note = lines(&mut faults, "note", new.note.as_deref());
        check_responsible(tx, &mut faults, new.responsible_id).await?;
        let values = if new.fields.is_empty() {
            Values::new()
        } else {
            let fields = store::client_fields::list(tx).await?;
            values::read(&mut faults, &fields, &Values::new(), &new.fields)
        };
        faults.check()?;
        let client = Client {
            id: ClientId::at(now),
            named: name.is_some(),
            name: name
                .or_else(|| phones.first().map(|phone| phone.number.pretty()))
                .unwrap_or_default(),
            phones,
            emails,
            company,
            note,
            vip: new.vip,
            spammer: new.spammer,
            responsible_id: new.responsible_id,
            created_at: now,
            updated_at: now,
            last_contact_at: None,
            version: 1,
        };
        store::clients::insert(tx, &client).await?;
        if !values.is_empty() {
            store::client_fields::set_values(tx, client.id, &values).await?;
        }
        Ok(client)
    }
}

/// Only somebody who works here answers for a client.
pub(super) async fn check_responsible(
    tx: &mut Tx,
    faults: &mut Faults,
    id: Option<AgentId>,
) -> Result<()> {
    if let Some(id) = id {
        let agent = store::agents::find(tx, id).await?;
        if !agent.is_some_and(|agent| agent.active) {
            faults.add("responsible_id", Why::Unknown);
        }
    }
    Ok(())
}

/// Numbers without doubles; each that is none is told by its place: `phones[1].number`.
pub(super) fn phones(faults: &mut Faults, typed: &[TypedPhone], country: Country) -> Vec<Phone> {
    let mut phones: Vec<Phone> = Vec::new();
    for (place, phone) in typed
        .iter()
        .enumerate()
        .filter(|(_, phone)| !phone.number.trim().is_empty())
    {
        let number = PhoneNumber::parse(&phone.number, country).map_err(|_| Why::NotAPhone);
        let number = faults.take(&format!("phones[{place}].number"), number);
        let kind = phone
            .kind
            .as_deref()
            .filter(|kind| !kind.is_empty())
            .map(kind_of)
            .transpose();
        let kind = faults.take(&format!("phones[{place}].kind"), kind);
        if let (Some(number), Some(kind)) = (number, kind)
            && !phones.iter().any(|phone| phone.number == number)
        {
            phones.push(Phone {
                kind: kind.unwrap_or_else(|| PhoneKind::of(&number)),
                number,
            });
        }
    }
    if phones.len() > MOST_PHONES {
        faults.add("phones", Why::NotWithin(0, MOST_PHONES as i64));
    }
    phones
}

fn kind_of(text: &str) -> std::result::Result<PhoneKind, Why> {
    text.parse()
        .map_err(|_| Why::NotOneOf(PhoneKind::ALL.iter().map(|kind| kind.as_str()).collect()))
}

pub(super) fn emails(faults: &mut Faults, typed: &[String]) -> Vec<Email> {
    let mut emails: Vec<Email> = Vec::new();
    for (place, text) in typed
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        let email = text.parse().map_err(|_| Why::NotAnEmail);
        if let Some(email) = faults.take(&format!("emails[{place}]"), email)
            && !emails.contains(&email)
        {
            emails.push(email);
        }
    }
    if emails.len() > MOST_EMAILS {
        faults.add("emails", Why::NotWithin(0, MOST_EMAILS as i64));
    }
    emails
}

/// One line that may be left empty.
pub(super) fn line(faults: &mut Faults, field: &str, typed: Option<&str>) -> Option<String> {
    let text = typed.filter(|text| !text.trim().is_empty())?;
    faults.take(field, one_line(text, Client::LONGEST_NAME))
}

/// Several lines that may be left empty.
pub(super) fn lines(faults: &mut Faults, field: &str, typed: Option<&str>) -> Option<String> {
    let text = typed.filter(|text| !text.trim().is_empty())?;
    faults.take(field, many_lines(text, Client::LONGEST_NOTE))
}
