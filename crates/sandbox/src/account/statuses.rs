//! What an employee can be at the moment.

/// A status; the account's own ones have no mnemonic.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Status {
    pub(crate) id: i64,
    pub(crate) name: &'static str,
    pub(crate) mnemonic: Option<&'static str>,
    pub(crate) color: &'static str,
    pub(crate) is_worktime: bool,
    pub(crate) takes_calls: bool,
}

const fn away(
    id: i64,
    name: &'static str,
    mnemonic: Option<&'static str>,
    color: &'static str,
) -> Status {
    Status {
        id,
        name,
        mnemonic,
        color,
        is_worktime: true,
        takes_calls: false,
    }
}

/// All statuses.
pub(crate) const STATUSES: [Status; 7] = [
    Status {
        takes_calls: true,
        ..away(1, "Доступен", Some("available"), "#48b23f")
    },
    away(2, "Перерыв", Some("break"), "#1179ad"),
    away(3, "Не беспокоить", Some("do_not_disturb"), "#cc2229"),
    away(4, "Нет на месте", Some("not_at_workplace"), "#ebb400"),
    Status {
        is_worktime: false,
        ..away(5, "Нет на работе", Some("not_at_work"), "#99acb7")
    },
    Status {
        is_worktime: false,
        ..away(6, "Неизвестно", Some("unknown"), "#99acb7")
    },
    away(848_593, "Обучение", None, "#8f00b3"),
];

/// The status with this id.
pub(crate) fn status(id: i64) -> Option<Status> {
    STATUSES.into_iter().find(|status| status.id == id)
}
