//! The desk's own fields in the form of a client.

use domain::{ClientField, FieldKind, Language};

use crate::form::{Choice, Mistakes};
use crate::pages::choices::choice;

/// One field as it is drawn.
pub struct FieldInput {
    /// Its name in the form.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// `text`, `date`, `url`, `select` or `checkbox`.
    pub input: &'static str,
    /// What stands in it.
    pub value: String,
    /// What may be chosen.
    pub choices: Vec<Choice>,
    /// What is wrong with it.
    pub mistake: String,
}

impl FieldInput {
    /// Whether the box is ticked.
    #[must_use]
    pub fn is_on(&self) -> bool {
        domain::client_field::yes_or_no(&self.value) == Some(true)
    }

    /// The keyboard that a phone shows.
    #[must_use]
    pub fn keyboard(&self) -> &'static str {
        match self.input {
            "number" => "decimal",
            "url" => "url",
            _ => "",
        }
    }

    /// The input's type: numbers are typed as text, so that a comma and spaces are taken.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.input {
            "date" => "date",
            _ => "text",
        }
    }
}

/// A field's name in a form.
#[must_use]
pub fn name_of(field: &ClientField) -> String {
    format!("field_{}", field.id)
}

/// All fields, filled.
pub fn inputs(
    fields: &[ClientField],
    value: impl Fn(&ClientField) -> String,
    mistakes: &Mistakes,
    language: Language,
) -> Vec<FieldInput> {
    let input = |field: &ClientField| {
        let value = value(field);
        FieldInput {
            name: name_of(field),
            label: field.name.clone(),
            input: match field.kind {
                FieldKind::Text => "text",
                FieldKind::Number => "number",
                FieldKind::Date => "date",
                FieldKind::Choice => "select",
                FieldKind::Checkbox => "checkbox",
                FieldKind::Link => "url",
            },
            choices: choices(field, &value, language),
            mistake: mistakes.of(&format!("fields.{}", field.id)).to_owned(),
            value,
        }
    };
    fields.iter().map(input).collect()
}

fn choices(field: &ClientField, value: &str, language: Language) -> Vec<Choice> {
    if field.kind != FieldKind::Choice {
        return Vec::new();
    }
    let none = locale::words(language).msg_phone_unsaid();
    let mut choices = vec![choice("", none, value.is_empty())];
    choices.extend(
        field
            .choices
            .iter()
            .map(|one| choice(one, one, one == value)),
    );
    if !value.is_empty() && !field.choices.iter().any(|one| one == value) {
        // A choice that was taken away since stays where it was chosen.
        choices.push(choice(value, value, true));
    }
    choices
}
