//! The operators who take and make the calls.

/// An employee of the account, with the numbers that ring on their desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The employee's id: «ID оператора», `employee_id`.
    pub id: i64,
    /// Surname and first name, as notifications carry them.
    pub full_name: &'static str,
    /// Login in the account.
    pub login: &'static str,
    /// E-mail; never changes, so agents can be matched by it.
    pub email: &'static str,
    /// SIP number, seven digits.
    pub sip_number: &'static str,
    /// Extension, three digits.
    pub extension: &'static str,
    /// The group of employees.
    pub group_id: i64,
    /// The group's name.
    pub group_name: &'static str,
}

const SUPPORT: (i64, &str) = (7001, "Поддержка");
const SALES: (i64, &str) = (7002, "Продажи");

const fn employee(
    id: i64,
    full_name: &'static str,
    login: &'static str,
    email: &'static str,
    sip_number: &'static str,
    extension: &'static str,
    (group_id, group_name): (i64, &'static str),
) -> Operator {
    Operator {
        id,
        full_name,
        login,
        email,
        sip_number,
        extension,
        group_id,
        group_name,
    }
}

/// Everybody who works here.
pub(crate) const OPERATORS: [Operator; 6] = [
    employee(
        391001,
        "Иванова Мария",
        "ivanova",
        "maria.ivanova@example.ru",
        "0288101",
        "101",
        SUPPORT,
    ),
    employee(
        391002,
        "Петров Олег",
        "petrov",
        "oleg.petrov@example.ru",
        "0288102",
        "102",
        SUPPORT,
    ),
    employee(
        391003,
        "Смирнова Анна",
        "smirnova",
        "anna.smirnova@example.ru",
        "0288103",
        "103",
        SUPPORT,
    ),
    employee(
        391004,
        "Кузнецов Дмитрий",
        "kuznetsov",
        "dmitry.kuznetsov@example.ru",
        "0288104",
        "104",
        SALES,
    ),
    employee(
        391005,
        "Волкова Елена",
        "volkova",
        "elena.volkova@example.ru",
        "0288105",
        "105",
        SALES,
    ),
    employee(
        391006,
        "Соколов Илья",
        "sokolov",
        "ilya.sokolov@example.ru",
        "0288106",
        "106",
        SALES,
    ),
];

/// The operator with this id.
pub(crate) fn operator(id: i64) -> Option<Operator> {
    OPERATORS.into_iter().find(|operator| operator.id == id)
}
