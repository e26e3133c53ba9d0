//! What the list of clients is narrowed to, as its address says it.

use domain::{AgentId, ClientField, Country, FieldKind, PhoneNumber};
use store::clients::{ClientFilter, ClientSort, FieldMatch};
use url::form_urlencoded::Serializer;

use crate::pages::typed::Typed;

/// Fields of the address that every desk has, without the place in the list.
const FIELDS: [&str; 4] = ["view", "q", "responsible_id", "sort"];
/// What stands before the id of one of the desk's own fields.
pub const OWN: &str = "f_";

/// Whom the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Those whom somebody has named.
    Named,
    /// Those who come first.
    Vip,
    /// Callers whom nobody has named.
    Callers,
    /// Those whose calls are spam.
    Spam,
}

impl View {
    /// In their order.
    pub const ALL: [Self; 4] = [Self::Named, Self::Vip, Self::Callers, Self::Spam];

    /// Its name in an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Named => "",
            Self::Vip => "vip",
            Self::Callers => "callers",
            Self::Spam => "spam",
        }
    }

    /// The view of an address.
    #[must_use]
    pub fn of(query: &Typed) -> Self {
        let named = query.one("view");
        let found = Self::ALL.into_iter().find(|view| view.as_str() == named);
        found.unwrap_or(Self::Named)
    }
}

/// The filter of an address; what cannot be read narrows nothing.
#[must_use]
pub fn filter(query: &Typed, fields: &[ClientField], country: Country) -> ClientFilter {
    let view = View::of(query);
    let search = query.one("q").trim();
    let number = PhoneNumber::parse(search, country).ok();
    let digits = digits_of(search);
    let text = match (&number, &digits) {
        (Some(_), _) => None,
        (None, Some(digits)) => Some(digits.clone()),
        (None, None) => query.some("q").map(str::to_owned),
    };
    // Who types a number looks for callers too.
    let anybody = number.is_some() || digits.is_some();
    let own = fields.iter().filter_map(|field| {
        let typed = query.some(&format!("{OWN}{}", field.id))?;
        Some((field.id, matching(field, typed)))
    });
    ClientFilter {
        text,
        number,
        named: match view {
            View::Named if anybody => None,
            View::Named => Some(true),
            View::Callers => Some(false),
            View::Vip | View::Spam => None,
        },
        vip: view == View::Vip,
        spammer: view == View::Spam,
        responsible: query
            .some("responsible_id")
            .and_then(|id| id.parse::<AgentId>().ok()),
        fields: own.collect(),
        sort: sort(query),
    }
}

/// The order of an address; who was in contact last comes first when nothing is said.
#[must_use]
pub fn sort(query: &Typed) -> ClientSort {
    let named = query.one("sort");
    let found = ClientSort::ALL
        .into_iter()
        .find(|sort| sort.as_str() == named);
    found.unwrap_or(ClientSort::Contact)
}

/// A part of a number in any spelling: its digits without the country's trunk digit.
fn digits_of(search: &str) -> Option<String> {
    const FEWEST: usize = 3;
    let digits: String = search.chars().filter(char::is_ascii_digit).collect();
    let only = !search.chars().any(char::is_alphabetic) && digits.len() >= FEWEST;
    let spelled = search.trim_start().starts_with("8 ") || search.trim_start().starts_with("8(");
    let digits = if spelled {
        digits[1..].to_owned()
    } else {
        digits
    };
    only.then_some(digits)
}

fn matching(field: &ClientField, typed: &str) -> FieldMatch {
    let read = || field.read(typed).ok().flatten();
    match field.kind {
        FieldKind::Text | FieldKind::Link => FieldMatch::Has(typed.to_owned()),
        FieldKind::Checkbox => match domain::client_field::yes_or_no(typed) {
            Some(true) => FieldMatch::Is(domain::client_field::TICKED.to_owned()),
            Some(false) | None => FieldMatch::Empty,
        },
        FieldKind::Number | FieldKind::Date | FieldKind::Choice => {
            FieldMatch::Is(read().unwrap_or_else(|| typed.to_owned()))
        }
    }
}

/// The address of the list, or of something that takes the same filter, with some fields otherwise; "" takes one away.
#[must_use]
pub fn path_with(to: &str, query: &Typed, changed: &[(&str, &str)]) -> String {
    let mut path = Serializer::new(String::new());
    let own = query.names().filter(|name| name.starts_with(OWN));
    let own: Vec<String> = own.map(str::to_owned).collect();
    let fields = FIELDS.into_iter().chain(own.iter().map(String::as_str));
    for field in fields.chain(["after"]) {
        let new = changed
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, value)| *value);
        let value = match field {
            "after" => new,
            _ => new.or_else(|| query.some(field)),
        };
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            path.append_pair(field, value);
        }
    }
    let query = path.finish();
    if query.is_empty() {
        to.to_owned()
    } else {
        format!("{to}?{query}")
    }
}

/// Whether more than a view is asked for.
#[must_use]
pub fn is_narrowed(query: &Typed) -> bool {
    query.some("q").is_some() || has_conditions(query)
}

/// Whether one of the folded conditions is set.
#[must_use]
pub fn has_conditions(query: &Typed) -> bool {
    query.some("responsible_id").is_some()
        || query
            .names()
            .any(|name| name.starts_with(OWN) && query.some(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> ClientFilter {
        filter(&Typed::read(address.as_bytes()), &[], Country::default())
    }

    #[test]
    fn callers_are_left_out_unless_a_number_is_looked_for() {
        assert_eq!(read("").named, Some(true));
        assert_eq!(read("view=callers").named, Some(false));
        assert_eq!(read("q=%D0%98%D1%80%D0%B0").named, Some(true));
        let whole = read("q=8+%28916%29+204-18-37");
        assert_eq!(whole.number.unwrap().as_str(), "+79162041837");
        let part = read("q=8+%28916%29+204");
        assert_eq!((part.named, part.text.as_deref()), (None, Some("916204")));
    }

    #[test]
    fn one_field_of_the_address_is_changed_and_the_others_stay() {
        let typed = Typed::read(b"view=vip&q=anna&f_fld_1=x&after=1.2");
        assert_eq!(
            path_with("/clients", &typed, &[("q", "")]),
            "/clients?view=vip&f_fld_1=x"
        );
        assert_eq!(
            path_with("/clients/export", &typed, &[("after", "3.4")]),
            "/clients/export?view=vip&q=anna&f_fld_1=x&after=3.4"
        );
        assert_eq!(path_with("/clients", &Typed::default(), &[]), "/clients");
    }
}
