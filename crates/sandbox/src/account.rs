//! The account that the sandbox keeps: a small fictional shop with six operators and three numbers.

mod numbers;
mod operators;
mod statuses;

pub use numbers::VirtualNumber;
pub(crate) use numbers::{NUMBERS, virtual_number};
pub use operators::Operator;
pub(crate) use operators::{OPERATORS, operator};
pub(crate) use statuses::{STATUSES, Status, status};

/// The account's id.
pub(crate) const APP_ID: i64 = 4735;
/// The account's name.
pub(crate) const NAME: &str = "ООО «Ромашка»";
/// The project of the account's tariff, `tp_project`.
pub(crate) const PROJECT: &str = "uis";

/// What the tariff includes, unless it is switched off.
pub(crate) const COMPONENTS: [&str; 7] = [
    "recording",
    "notification_by_http",
    CALL_API,
    CALL_API_MANAGE,
    CALL_API_SCENARIO,
    CALL_API_INFORMER,
    DATA_API_SETTINGS,
];
/// Calls can be begun and ended.
pub(crate) const CALL_API: &str = "callapi";
/// Calls can be steered.
pub(crate) const CALL_API_MANAGE: &str = "callapi_management_call";
/// Scenarios can be begun.
pub(crate) const CALL_API_SCENARIO: &str = "callapi_scenario_call";
/// Messages can be told.
pub(crate) const CALL_API_INFORMER: &str = "callapi_informer_call";
/// The Data API may change the account.
pub(crate) const DATA_API_SETTINGS: &str = "data_api_settings";

/// Those that the APIs ask for, and that can be switched off with effect.
pub(crate) const API_COMPONENTS: [&str; 5] = [
    CALL_API,
    CALL_API_MANAGE,
    CALL_API_SCENARIO,
    CALL_API_INFORMER,
    DATA_API_SETTINGS,
];

/// Sounds that can be played to somebody: id and name.
pub(crate) const MEDIA_FILES: [(i64, &str); 2] = [(2034, "Музыка ожидания"), (2035, "Приветствие")];

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
