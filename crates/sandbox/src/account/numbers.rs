//! The virtual numbers that clients dial, each with its scenario of processing.

/// A virtual number of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VirtualNumber {
    /// Its id in the Data API.
    pub id: i64,
    /// Digits, E.164 without the plus.
    pub number: &'static str,
    /// What the account calls it.
    pub name: &'static str,
    /// The scenario that processes its incoming calls.
    pub scenario_id: i64,
    /// The scenario's name.
    pub scenario_name: &'static str,
}

/// All virtual numbers.
pub(crate) const NUMBERS: [VirtualNumber; 3] = [
    VirtualNumber {
        id: 9001,
        number: "74950000001",
        name: "Поддержка",
        scenario_id: 1223,
        scenario_name: "Поддержка",
    },
    VirtualNumber {
        id: 9002,
        number: "78120000002",
        name: "Продажи",
        scenario_id: 1224,
        scenario_name: "Продажи",
    },
    VirtualNumber {
        id: 9003,
        number: "78000000003",
        name: "Горячая линия",
        scenario_id: 1225,
        scenario_name: "Горячая линия",
    },
];

/// The virtual number with these digits.
pub(crate) fn virtual_number(digits: &str) -> Option<VirtualNumber> {
    NUMBERS.into_iter().find(|own| own.number == digits)
}
