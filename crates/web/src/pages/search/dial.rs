//! Whom the palette can call: the number that was typed, and the clients that were found.

use desk::search::Sought;
use domain::PhoneNumber;

use super::found::Line;
use crate::frame::Frame;
use crate::pages::visit::Visit;

/// So many can be called at once from the palette; more is a list's matter.
const MOST: usize = 3;

/// Lines that begin a call; none for those who cannot call.
pub fn lines(found: &Sought, query: &str, visit: &Visit, frame: &Frame) -> Vec<Line> {
    if !frame.me.can_call() {
        return Vec::new();
    }
    let typed = PhoneNumber::parse(query, visit.desk.options().country).ok();
    let clients = found.clients.items.iter();
    let mut all: Vec<(Option<String>, PhoneNumber)> = clients
        .filter_map(|client| {
            let phones = client.phones.iter().map(|phone| &phone.number);
            let met = phones.clone().find(|number| found.ask.meets_phone(number));
            let number = met.or_else(|| phones.clone().next())?;
            let named = (client.name != number.pretty()).then(|| client.name.clone());
            Some((named, number.clone()))
        })
        .collect();
    if let Some(typed) = typed
        && !all.iter().any(|(_, number)| *number == typed)
    {
        all.insert(0, (None, typed));
    }
    all.truncate(MOST);
    all.into_iter()
        .map(|(name, number)| line(name, &number))
        .collect()
}

fn line(name: Option<String>, number: &PhoneNumber) -> Line {
    let shown = number.pretty();
    let (title, detail) = match name {
        Some(name) => (name, vec![(shown, false)]),
        None => (shown, Vec::new()),
    };
    Line {
        detail,
        meaning: "talk",
        sent: Some(("phone", number.to_string())),
        ..Line::to("/calls", "phone", vec![(title, false)])
    }
}
