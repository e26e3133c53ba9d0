//! The form of a client: as many fields for numbers and addresses as there are and some more, and the desk's own fields.

use desk::clients::{ClientChange, ClientView, NewClient, TypedPhone, TypedValues};
use domain::client::PhoneKind;
use domain::{ClientField, Language};

use super::field_form::{FieldInput, inputs, name_of};
use crate::form::{Choice, Mistakes};
use crate::pages::choices::choice;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::pages::words::phone_kind;
use crate::problem::Result;

/// Empty fields for further numbers.
const MORE_PHONES: usize = 2;
/// Empty fields for further addresses.
const MORE_EMAILS: usize = 1;

/// The form as it is drawn.
pub struct ClientForm {
    /// Name.
    pub name: String,
    /// Company.
    pub company: String,
    /// What to know when they call.
    pub note: String,
    /// Comes first.
    pub vip: bool,
    /// Their calls are filed as spam.
    pub spammer: bool,
    /// Numbers, the primary one first.
    pub phones: Vec<PhoneField>,
    /// Addresses, each with what is wrong with it.
    pub emails: Vec<(String, String)>,
    /// Who answers for them.
    pub responsibles: Vec<Choice>,
    /// The desk's own fields.
    pub own: Vec<FieldInput>,
    /// The version that was looked at.
    pub version: String,
    /// Who has changed the same meanwhile, and how; "" mostly.
    pub conflict: String,
    /// What is wrong with the rest.
    pub mistakes: Mistakes,
}

/// One number.
pub struct PhoneField {
    /// As typed, or as people read it.
    pub number: String,
    /// Which of their phones.
    pub kinds: Vec<Choice>,
    /// What is wrong with it.
    pub mistake: String,
}

/// What a form takes beside the client: the desk's own fields, and who may answer for somebody.
pub struct Around {
    /// The fields.
    pub fields: Vec<ClientField>,
    colleagues: Vec<(String, String)>,
}

impl Around {
    /// As they are now.
    pub async fn of(visit: &Visit) -> Result<Self> {
        let colleagues = visit.desk.colleagues(&visit.actor).await?.into_iter();
        Ok(Self {
            fields: visit.desk.client_fields(&visit.actor).await?,
            colleagues: colleagues
                .map(|agent| (agent.id.to_string(), agent.name))
                .collect(),
        })
    }

    fn responsibles(&self, chosen: &str, language: Language) -> Vec<Choice> {
        let nobody = locale::words(language).msg_ticket_nobody();
        let nobody = choice("", nobody, chosen.is_empty());
        let all = self.colleagues.iter();
        let all = all.map(|(id, name)| choice(id, name, id == chosen));
        std::iter::once(nobody).chain(all).collect()
    }
}

impl ClientForm {
    /// Filled with what is known.
    #[must_use]
    pub fn of(view: &ClientView, around: &Around, language: Language) -> Self {
        let client = &view.client;
        let phones = client
            .phones
            .iter()
            .map(|phone| (phone.number.pretty(), phone.kind.as_str().to_owned()));
        let emails = client.emails.iter().map(|email| email.as_str().to_owned());
        let responsible = client.responsible_id.map(|id| id.to_string());
        let values = |field: &ClientField| {
            let of = view.values.iter().find(|value| value.field.id == field.id);
            of.map(|value| value.value.clone()).unwrap_or_default()
        };
        let none = Mistakes::default();
        Self {
            name: if client.named {
                client.name.clone()
            } else {
                String::new()
            },
            company: client.company.clone().unwrap_or_default(),
            note: client.note.clone().unwrap_or_default(),
            vip: client.vip,
            spammer: client.spammer,
            phones: phone_fields(phones.collect(), &none, language),
            emails: email_fields(emails.collect(), &none),
            responsibles: around.responsibles(&responsible.unwrap_or_default(), language),
            own: inputs(&around.fields, values, &none, language),
            version: client.version.to_string(),
            conflict: String::new(),
            mistakes: none,
        }
    }

    /// Filled with what was typed.
    #[must_use]
    pub fn typed(typed: &Typed, around: &Around, mistakes: Mistakes, language: Language) -> Self {
        let phones = phones(typed)
            .into_iter()
            .map(|phone| (phone.number, phone.kind.unwrap_or_default()));
        let emails = typed.all("email").map(str::to_owned);
        let values = |field: &ClientField| typed.one(&name_of(field)).to_owned();
        Self {
            name: typed.one("name").to_owned(),
            company: typed.one("company").to_owned(),
            note: typed.one("note").to_owned(),
            vip: typed.ticked("vip"),
            spammer: typed.ticked("spammer"),
            phones: phone_fields(phones.collect(), &mistakes, language),
            emails: email_fields(emails.collect(), &mistakes),
            responsibles: around.responsibles(typed.one("responsible_id"), language),
            own: inputs(&around.fields, values, &mistakes, language),
            version: typed.one("version").to_owned(),
            conflict: String::new(),
            mistakes,
        }
    }
}

/// A new client as typed.
pub(super) fn read_new(typed: &Typed, fields: &[ClientField]) -> NewClient {
    let text = |field| typed.some(field).map(str::to_owned);
    NewClient {
        name: text("name"),
        phones: phones(typed),
        emails: emails(typed),
        company: text("company"),
        note: text("note"),
        vip: typed.ticked("vip"),
        spammer: typed.ticked("spammer"),
        responsible_id: typed.one("responsible_id").parse().ok(),
        fields: values(typed, fields),
    }
}

/// A whole form of a client that is there: what is left empty is taken away.
pub(super) fn read_change(typed: &Typed, fields: &[ClientField]) -> ClientChange {
    let text = |field| Some(typed.some(field).map(str::to_owned));
    ClientChange {
        name: text("name"),
        phones: Some(phones(typed)),
        emails: Some(emails(typed)),
        company: text("company"),
        note: text("note"),
        vip: Some(typed.ticked("vip")),
        spammer: Some(typed.ticked("spammer")),
        responsible_id: Some(typed.one("responsible_id").parse().ok()),
        fields: values(typed, fields),
        version: typed.one("version").parse().ok(),
    }
}

fn values(typed: &Typed, fields: &[ClientField]) -> TypedValues {
    let value = |field: &ClientField| {
        let text = typed.one(&name_of(field)).to_owned();
        (field.id.to_string(), text)
    };
    fields.iter().map(value).collect()
}

/// Numbers as typed, the primary one first: notes are about these places.
fn phones(typed: &Typed) -> Vec<TypedPhone> {
    let kinds = typed.all("kind").map(Some).chain(std::iter::repeat(None));
    let phones = typed
        .all("phone")
        .zip(kinds)
        .map(|(number, kind)| TypedPhone {
            number: number.to_owned(),
            kind: kind.filter(|kind| !kind.is_empty()).map(str::to_owned),
        });
    let mut phones: Vec<TypedPhone> = phones.collect();
    let primary: usize = typed.one("primary").parse().unwrap_or_default();
    if primary < phones.len() && !phones[primary].number.trim().is_empty() {
        phones[..=primary].rotate_right(1);
    }
    phones
}

/// Addresses as typed.
fn emails(typed: &Typed) -> Vec<String> {
    typed.all("email").map(str::to_owned).collect()
}

fn phone_fields(
    mut phones: Vec<(String, String)>,
    mistakes: &Mistakes,
    language: Language,
) -> Vec<PhoneField> {
    let filled = phones
        .iter()
        .filter(|(number, _)| !number.trim().is_empty())
        .count();
    phones.resize(
        phones.len().max(filled + MORE_PHONES),
        (String::new(), String::new()),
    );
    let fields = phones
        .into_iter()
        .enumerate()
        .map(|(place, (number, kind))| PhoneField {
            number,
            kinds: kinds(&kind, language),
            mistake: mistakes.of(&format!("phones[{place}].number")).to_owned(),
        });
    fields.collect()
}

fn email_fields(mut emails: Vec<String>, mistakes: &Mistakes) -> Vec<(String, String)> {
    let filled = emails
        .iter()
        .filter(|email| !email.trim().is_empty())
        .count();
    emails.resize(emails.len().max(filled + MORE_EMAILS), String::new());
    let fields = emails.into_iter().enumerate();
    fields
        .map(|(place, email)| (email, mistakes.of(&format!("emails[{place}]")).to_owned()))
        .collect()
}

fn kinds(chosen: &str, language: Language) -> Vec<Choice> {
    let t = locale::words(language);
    let unsaid = choice("", t.msg_phone_unsaid(), chosen.is_empty());
    let all = PhoneKind::ALL.into_iter().map(|kind| {
        let name = kind.as_str();
        choice(name, phone_kind(kind, t), name == chosen)
    });
    std::iter::once(unsaid).chain(all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primary_number_comes_first_and_the_others_keep_their_order() {
        let typed = Typed::read(b"phone=1&kind=&phone=2&kind=work&phone=3&kind=&primary=1");
        let numbers: Vec<String> = phones(&typed).into_iter().map(|one| one.number).collect();
        assert_eq!(numbers, ["2", "1", "3"]);
        let beyond = Typed::read(b"phone=1&kind=&phone=&kind=&primary=1");
        assert_eq!(phones(&beyond)[0].number, "1");
    }
}
