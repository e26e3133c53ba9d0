//! What is to be done with a file: how it is read, what each column is, what becomes of those who are known already.

use domain::client::PhoneKind;
use domain::{ClientField, FieldId};
use serde::{Deserialize, Serialize};

use super::sheet::Encoding;

/// What is to be done with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// In which letters it is written.
    pub encoding: Encoding,
    /// What stands between cells.
    pub delimiter: char,
    /// Whether the first row names the columns.
    pub header: bool,
    /// What each column is.
    pub columns: Vec<Column>,
    /// What becomes of clients who are known by a number.
    pub duplicates: Duplicates,
    /// Whether nothing is written: everything is only tried.
    pub dry: bool,
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Nothing of ours.
    Ignored,
    /// The name, or a part of it: several are joined in their order.
    Name,
    /// One number or several; of this kind, or guessed.
    Phone(Option<PhoneKind>),
    /// One address or several.
    Email,
    /// Company.
    Company,
    /// Notes.
    Note,
    /// Whether they come first.
    Vip,
    /// Whether their calls are spam.
    Spammer,
    /// One of the desk's own fields.
    Field(FieldId),
}

impl Column {
    /// Its name in a form.
    #[must_use]
    pub fn as_text(self) -> String {
        match self {
            Self::Ignored => String::new(),
            Self::Name => "name".to_owned(),
            Self::Phone(None) => "phone".to_owned(),
            Self::Phone(Some(kind)) => format!("phone:{}", kind.as_str()),
            Self::Email => "email".to_owned(),
            Self::Company => "company".to_owned(),
            Self::Note => "note".to_owned(),
            Self::Vip => "vip".to_owned(),
            Self::Spammer => "spammer".to_owned(),
            Self::Field(id) => id.to_string(),
        }
    }

    /// The column that a form names; what is not known is ignored.
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text {
            "name" => Self::Name,
            "phone" => Self::Phone(None),
            "email" => Self::Email,
            "company" => Self::Company,
            "note" => Self::Note,
            "vip" => Self::Vip,
            "spammer" => Self::Spammer,
            other => match (other.strip_prefix("phone:"), other.parse()) {
                (Some(kind), _) => kind
                    .parse()
                    .map_or(Self::Ignored, |kind| Self::Phone(Some(kind))),
                (None, Ok(id)) => Self::Field(id),
                (None, Err(_)) => Self::Ignored,
            },
        }
    }

    /// What a column of this name is likely to be.
    pub(super) fn guessed(title: &str, fields: &[ClientField]) -> Self {
        let title = title.trim().to_lowercase().replace('ё', "е");
        let named = |field: &&ClientField| field.name.to_lowercase().replace('ё', "е") == title;
        if let Some(field) = fields.iter().find(named) {
            return Self::Field(field.id);
        }
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        let ours = [
            "id",
            "создан",
            "created",
            "последний контакт",
            "last contact",
        ];
        if title.is_empty() || ours.contains(&title.as_str()) {
            Self::Ignored
        } else if has(&["почт", "mail"]) {
            Self::Email
        } else if has(&["телефон", "phone", "номер", "моб", "тел."]) || title == "тел"
        {
            Self::Phone(kind_of(&title))
        } else if has(&["компан", "организац", "фирма", "company", "organi"]) {
            Self::Company
        } else if has(&["замет", "коммент", "примеч", "note", "comment"]) {
            Self::Note
        } else if has(&["vip", "важн"]) {
            Self::Vip
        } else if has(&["спам", "spam"]) {
            Self::Spammer
        } else if has(&[
            "имя",
            "фио",
            "фамили",
            "отчество",
            "клиент",
            "name",
            "client",
        ]) {
            Self::Name
        } else {
            Self::Ignored
        }
    }
}

fn kind_of(title: &str) -> Option<PhoneKind> {
    let kinds = [
        ("моб", PhoneKind::Mobile),
        ("mobile", PhoneKind::Mobile),
        ("cell", PhoneKind::Mobile),
        ("рабоч", PhoneKind::Work),
        ("work", PhoneKind::Work),
        ("офис", PhoneKind::Work),
        ("домаш", PhoneKind::Home),
        ("home", PhoneKind::Home),
        ("факс", PhoneKind::Fax),
        ("fax", PhoneKind::Fax),
    ];
    let found = kinds.iter().find(|(word, _)| title.contains(word));
    found.map(|(_, kind)| *kind)
}

/// What becomes of clients who are known by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// They stay as they are; callers without a name get it all the same.
    #[default]
    Skip,
    /// What the file says of them is written over.
    Update,
}

impl Duplicates {
    /// Its name in a form and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Update => "update",
        }
    }

    /// What a form says.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        [Self::Skip, Self::Update]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}
