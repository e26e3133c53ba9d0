//! What is wrong with a field of a request: what the desk says of it, and what reading it says.

/// A field that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field with its path: `telephony.operator_id`.
    pub field: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The desk does not take it.
    Desk(desk::Why),
    /// There is no such field; these are there.
    NotThere(Vec<String>),
    /// It came twice.
    Twice,
    /// A value of this kind is wanted.
    WrongKind(Kind),
    /// It does not fit.
    Wrong,
    /// Not a time by RFC 3339.
    NotAMoment,
    /// Not a cursor of ours.
    NotACursor,
}

/// A kind of value in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `"…"`.
    Text,
    /// `1`.
    Number,
    /// `true`.
    Truth,
    /// `[…]`.
    List,
    /// `{…}`.
    Object,
}

impl From<desk::Fault> for Fault {
    fn from(fault: desk::Fault) -> Self {
        Self {
            field: fault.field,
            why: Why::Desk(fault.why),
        }
    }
}

impl From<desk::Why> for Why {
    fn from(why: desk::Why) -> Self {
        Self::Desk(why)
    }
}

/// Collects faults, so that all are told at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, field: &str, why: impl Into<Why>) {
        self.0.push(Fault {
            field: field.to_owned(),
            why: why.into(),
        });
    }

    /// The value, or a note of why there is none.
    pub fn take<T, W: Into<Why>>(&mut self, field: &str, value: Result<T, W>) -> Option<T> {
        value.map_err(|why| self.add(field, why)).ok()
    }

    /// Goes on only when nothing was noted.
    pub fn check(self) -> super::Result<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(super::Problem::Invalid(self.0.into()))
        }
    }
}
