//! A value of the body as the type its parameter has.

use serde_json::Number;

use super::node::Node;
use crate::LocalTime;
use crate::notification::Slot;

/// Floats beyond this are not exact whole numbers.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// What became of a value.
pub(super) enum Fit {
    /// It stands in its place.
    Placed,
    /// There was nothing to place.
    Nothing,
    /// The placeholder itself.
    Unrendered,
    /// It is of another type; of a list, some items may be placed all the same.
    Misfit(Expected),
}

/// The type that was expected.
pub(super) enum Expected {
    Number,
    Flag,
    Time,
    Text,
}

/// Puts a value into its slot.
pub(super) fn place(node: &Node, slot: Slot<'_>) -> Fit {
    match nothing(node) {
        Some(fit) => fit,
        None => match slot {
            Slot::Number(place) => put(place, number(node), Expected::Number),
            Slot::Fraction(place) => put(place, fraction(node), Expected::Number),
            Slot::Text(place) => put(place, text(node), Expected::Text),
            Slot::Flag(place) => put(place, flag(node), Expected::Flag),
            Slot::Time(place) => put(place, time(node), Expected::Time),
            Slot::Numbers(place) => put_all(place, &items(node), number, Expected::Number),
            Slot::Texts(place) => put_all(place, &items(node), text, Expected::Text),
        },
    }
}

fn nothing(node: &Node) -> Option<Fit> {
    match node {
        Node::Nothing => Some(Fit::Nothing),
        Node::Unrendered => Some(Fit::Unrendered),
        Node::Text(text) => match text.trim() {
            "" | "null" => Some(Fit::Nothing),
            placeholder if is_placeholder(placeholder) => Some(Fit::Unrendered),
            _ => None,
        },
        Node::Flag(_) | Node::Number(_) | Node::List(_) | Node::Group(_) => None,
    }
}

/// Whether the whole text is one `{{name}}`.
pub(super) fn is_placeholder(text: &str) -> bool {
    let inner = text
        .strip_prefix("{{")
        .and_then(|rest| rest.strip_suffix("}}"));
    inner.is_some_and(|inner| !inner.contains(['{', '}']))
}

fn put<T>(place: &mut Option<T>, value: Option<T>, expected: Expected) -> Fit {
    match value {
        Some(value) => {
            *place = Some(value);
            Fit::Placed
        }
        None => Fit::Misfit(expected),
    }
}

fn put_all<T>(
    place: &mut Option<Vec<T>>,
    items: &[Node],
    read: impl Fn(&Node) -> Option<T>,
    expected: Expected,
) -> Fit {
    let worth: Vec<&Node> = items
        .iter()
        .filter(|item| nothing(item).is_none())
        .collect();
    let values: Vec<T> = worth.iter().filter_map(|item| read(item)).collect();
    let is_whole = values.len() == worth.len();
    if !values.is_empty() {
        *place = Some(values);
    }
    match (is_whole, worth.is_empty()) {
        (true, true) => Fit::Nothing,
        (true, false) => Fit::Placed,
        (false, _) => Fit::Misfit(expected),
    }
}

/// A list as a list, as JSON text or with commas.
fn items(node: &Node) -> Vec<Node> {
    match node {
        Node::List(items) => items.clone(),
        Node::Text(text) => text_items(text.trim()),
        Node::Nothing | Node::Unrendered | Node::Flag(_) | Node::Number(_) | Node::Group(_) => {
            vec![node.clone()]
        }
    }
}

fn text_items(text: &str) -> Vec<Node> {
    if let Some(inner) = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        if let Ok(Node::List(items)) = super::exact(text) {
            return items;
        }
        return separated(inner, ',');
    }
    // A link may hold commas of its own; a new one begins with its scheme.
    if text.starts_with("http") {
        let marked = text.replace(",http", "\nhttp").replace(", http", "\nhttp");
        return separated(&marked, '\n');
    }
    separated(text, ',')
}

fn separated(text: &str, by: char) -> Vec<Node> {
    text.split(by)
        .map(|item| Node::Text(item.trim().trim_matches('"').to_owned()))
        .collect()
}

fn number(node: &Node) -> Option<i64> {
    match node {
        Node::Number(number) => whole(number),
        Node::Text(text) => {
            let text = text.trim().trim_matches('"');
            text.parse()
                .ok()
                .or_else(|| whole(&serde_json::from_str(text).ok()?))
        }
        Node::Nothing | Node::Unrendered | Node::Flag(_) | Node::List(_) | Node::Group(_) => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "checked to be whole and within what floats hold exactly"
)]
fn whole(number: &Number) -> Option<i64> {
    if let Some(whole) = number.as_i64() {
        return Some(whole);
    }
    let float = number.as_f64().filter(|_| number.is_f64())?;
    (float.fract() == 0.0 && float.abs() < LARGEST_EXACT).then_some(float as i64)
}

fn fraction(node: &Node) -> Option<Number> {
    match node {
        Node::Number(number) => Some(number.clone()),
        Node::Text(text) => serde_json::from_str(&text.trim().replace(',', ".")).ok(),
        Node::Nothing | Node::Unrendered | Node::Flag(_) | Node::List(_) | Node::Group(_) => None,
    }
}

fn text(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone()),
        Node::Number(number) => Some(number.to_string()),
        Node::Flag(flag) => Some(flag.to_string()),
        Node::Nothing | Node::Unrendered | Node::List(_) | Node::Group(_) => None,
    }
}

fn flag(node: &Node) -> Option<bool> {
    let word = match node {
        Node::Flag(flag) => return Some(*flag),
        Node::Number(number) => number.to_string(),
        Node::Text(text) => text.trim().to_lowercase(),
        Node::Nothing | Node::Unrendered | Node::List(_) | Node::Group(_) => return None,
    };
    match word.as_str() {
        "true" | "t" | "1" | "yes" | "да" => Some(true),
        "false" | "f" | "0" | "no" | "нет" => Some(false),
        _ => None,
    }
}

fn time(node: &Node) -> Option<LocalTime> {
    match node {
        Node::Text(text) => text
            .parse()
            .ok()
            .or_else(|| LocalTime::from_unix(number(node)?)),
        Node::Number(number) => LocalTime::from_unix(whole(number)?),
        Node::Nothing | Node::Unrendered | Node::Flag(_) | Node::List(_) | Node::Group(_) => None,
    }
}
