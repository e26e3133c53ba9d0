//! The account that the sandbox keeps: a small fictional shop with six operators and three numbers.

mod numbers;
mod operators;

pub use numbers::VirtualNumber;
pub(crate) use numbers::{NUMBERS, virtual_number};
pub use operators::Operator;
pub(crate) use operators::{OPERATORS, operator};

/// The account's id.
pub(crate) const APP_ID: i64 = 4735;
/// The account's name.
pub(crate) const NAME: &str = "ООО «Ромашка»";
/// The project of the account's tariff, `tp_project`.
pub(crate) const PROJECT: &str = "uis";

/// A tag that can be put on a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    pub(crate) id: i64,
    pub(crate) name: &'static str,
}

/// The tag that the platform itself puts on a lost call.
pub(crate) const NOT_HANDLED: Tag = Tag {
    id: 1,
    name: "Не обработано",
};
/// The account's own tags.
pub(crate) const TAGS: [Tag; 3] = [
    Tag {
        id: 88,
        name: "Нецелевой контакт",
    },
    Tag {
        id: 89,
        name: "Заказ",
    },
    Tag {
        id: 90,
        name: "Жалоба",
    },
];
