//! The columns of a file, with what each may be.

use desk::clients::{Column, ImportView};
use domain::client::PhoneKind;
use domain::{ClientField, FieldId};

use crate::form::Choice;
use crate::frame::Frame;
use crate::pages::choices::choice;
use crate::pages::words::phone_kind;

/// A column with what it may be.
pub struct ColumnField {
    /// What the file calls it.
    pub title: String,
    /// What it may be.
    pub choices: Vec<Choice>,
}

/// All of them, in their order.
pub fn columns(view: &ImportView, fields: &[ClientField], frame: &Frame) -> Vec<ColumnField> {
    let column = |(place, column): (usize, &Column)| {
        let title = view
            .titles
            .get(place)
            .filter(|title| !title.trim().is_empty());
        let number = i64::try_from(place + 1).unwrap_or(i64::MAX);
        ColumnField {
            title: title
                .cloned()
                .unwrap_or_else(|| frame.t.msg_import_column(number)),
            choices: targets(*column, fields, frame),
        }
    };
    view.plan.columns.iter().enumerate().map(column).collect()
}

fn targets(chosen: Column, fields: &[ClientField], frame: &Frame) -> Vec<Choice> {
    let t = frame.t;
    let phone = |kind: PhoneKind| {
        let word = phone_kind(kind, t);
        (
            Column::Phone(Some(kind)),
            format!("{}: {word}", t.msg_client_phone()),
        )
    };
    let mut all = vec![
        (Column::Ignored, t.msg_import_ignored()),
        (Column::Name, t.msg_client_name()),
        (Column::Phone(None), t.msg_client_phone()),
    ];
    all.extend(PhoneKind::ALL.map(phone));
    all.extend([
        (Column::Email, t.msg_client_emails()),
        (Column::Company, t.msg_client_company()),
        (Column::Note, t.msg_client_note()),
        (Column::Vip, t.msg_client_vip()),
        (Column::Spammer, t.msg_client_spammer()),
    ]);
    let own = |field: &ClientField| -> (Column, String) {
        let id: FieldId = field.id;
        (Column::Field(id), field.name.clone())
    };
    all.extend(fields.iter().map(own));
    all.into_iter()
        .map(|(column, word)| choice(column.as_text(), word, column == chosen))
        .collect()
}
