//! What is wrong with a field that somebody filled in.

use std::str::FromStr;

use domain::text::TextFault;

/// A field that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field, as the API names it: `name`, `telephony.operator_id`.
    pub field: String,
    /// What is wrong with it.
    pub why: Why,
}

impl Fault {
    /// A fault of one field.
    #[must_use]
    pub fn new(field: &str, why: Why) -> Self {
        Self {
            field: field.to_owned(),
            why,
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing was typed.
    Required,
    /// More characters than allowed.
    TooLong(usize),
    /// Fewer characters than needed.
    TooShort(usize),
    /// Not a telephone number.
    NotAPhone,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not the provider's id of an employee.
    NotAnOperatorId,
    /// Not a country's two letters.
    NotACountry,
    /// Not a time zone's IANA name.
    NotATimeZone,
    /// Not intervals of a day.
    NotHours,
    /// Not a number, or out of these bounds.
    NotWithin(i64, i64),
    /// None of the values there are.
    NotOneOf(Vec<&'static str>),
    /// None of these.
    NotAmong(Vec<String>),
    /// Not a number.
    NotANumber,
    /// Not a day.
    NotADate,
    /// Neither yes nor no.
    NotYesNo,
    /// Not an address in the web.
    NotALink,
    /// Somebody or something has it already.
    Taken,
    /// There is no such thing, or it is out of reach.
    Unknown,
    /// Email and password do not belong together.
    WrongSignIn,
    /// Not the present password.
    WrongPassword,
    /// A password that is among the first to be tried.
    EasilyGuessed,
    /// Not a moment to come.
    NotInTheFuture,
    /// Not a time of day, `09:30`.
    NotATime,
    /// Not a day, `2026-11-23`.
    NotADay,
    /// An end before its beginning.
    BeforeItsStart,
    /// Not a code of this moment, or one that was used already.
    WrongCode,
    /// A merged ticket is changed in the one it went into.
    Merged,
    /// A moment that is over.
    Past,
    /// A text has a field that there is not; the one it is most like.
    UnknownField(String, &'static str),
    /// A line of rules for promises that cannot be read: its number and text.
    WrongRule(usize, String),
    /// Not of the shape that is wanted, in the reader's words.
    Malformed(String),
}

impl From<TextFault> for Why {
    fn from(fault: TextFault) -> Self {
        match fault {
            TextFault::Empty => Self::Required,
            TextFault::TooLong(longest) => Self::TooLong(longest),
        }
    }
}

/// Collects faults of a form, so that all are told at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// None yet.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Notes a fault.
    pub fn add(&mut self, field: &str, why: Why) {
        self.0.push(Fault::new(field, why));
    }

    /// The value, or a note of why there is none.
    pub fn take<T, E: Into<Why>>(&mut self, field: &str, value: Result<T, E>) -> Option<T> {
        value.map_err(|why| self.add(field, why.into())).ok()
    }

    /// Goes on only when nothing was noted.
    pub fn check(self) -> crate::Result<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(crate::Refusal::Invalid(self.0))
        }
    }
}

/// The things of these ids, each once; all of them have to be among those there are.
pub(crate) fn read_ids<Id: FromStr + Copy + Ord>(
    faults: &mut Faults,
    field: &str,
    typed: &[String],
    known: &[Id],
) -> Vec<Id> {
    let mut read = Vec::with_capacity(typed.len());
    for (place, typed) in typed.iter().enumerate() {
        match typed.parse::<Id>().ok().filter(|id| known.contains(id)) {
            Some(id) => read.push(id),
            None => faults.add(&format!("{field}[{place}]"), Why::Unknown),
        }
    }
    read.sort_unstable();
    read.dedup();
    read
}
