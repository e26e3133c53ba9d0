//! The form of a client: as many fields for numbers and addresses as there are, and some more.

use desk::clients::TypedPhone;
use domain::client::PhoneKind;
use domain::{Client, Language};

use crate::form::{Choice, Mistakes};
use crate::pages::typed::Typed;
use crate::pages::words::phone_kind;

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
    /// Their tickets are spam.
    pub spammer: bool,
    /// Numbers.
    pub phones: Vec<PhoneField>,
    /// Addresses, each with what is wrong with it.
    pub emails: Vec<(String, String)>,
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

impl ClientForm {
    /// Filled with what is known.
    #[must_use]
    pub fn of(client: &Client, language: Language) -> Self {
        let phones = client
            .phones
            .iter()
            .map(|phone| (phone.number.pretty(), phone.kind.as_str().to_owned()));
        let emails = client.emails.iter().map(|email| email.as_str().to_owned());
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
            phones: phone_fields(phones.collect(), &Mistakes::default(), language),
            emails: email_fields(emails.collect(), &Mistakes::default()),
            mistakes: Mistakes::default(),
        }
    }

    /// Filled with what was typed.
    #[must_use]
    pub fn typed(typed: &Typed, mistakes: Mistakes, language: Language) -> Self {
        let kinds = typed.all("kind").chain(std::iter::repeat(""));
        let phones = typed
            .all("phone")
            .zip(kinds)
            .map(|(number, kind)| (number.to_owned(), kind.to_owned()));
        let emails = typed.all("email").map(str::to_owned);
        Self {
            name: typed.one("name").to_owned(),
            company: typed.one("company").to_owned(),
            note: typed.one("note").to_owned(),
            vip: typed.ticked("vip"),
            spammer: typed.ticked("spammer"),
            phones: phone_fields(phones.collect(), &mistakes, language),
            emails: email_fields(emails.collect(), &mistakes),
            mistakes,
        }
    }
}

/// Numbers as typed, in their places: notes are about places.
pub(super) fn phones(typed: &Typed) -> Vec<TypedPhone> {
    let kinds = typed.all("kind").map(Some).chain(std::iter::repeat(None));
    let phones = typed
        .all("phone")
        .zip(kinds)
        .map(|(number, kind)| TypedPhone {
            number: number.to_owned(),
            kind: kind.filter(|kind| !kind.is_empty()).map(str::to_owned),
        });
    phones.collect()
}

/// Addresses as typed.
pub(super) fn emails(typed: &Typed) -> Vec<String> {
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
    let unsaid = Choice {
        value: String::new(),
        label: t.msg_phone_unsaid(),
        chosen: chosen.is_empty(),
    };
    let all = PhoneKind::ALL.into_iter().map(|kind| Choice {
        value: kind.as_str().to_owned(),
        label: phone_kind(kind, t),
        chosen: kind.as_str() == chosen,
    });
    std::iter::once(unsaid).chain(all).collect()
}
