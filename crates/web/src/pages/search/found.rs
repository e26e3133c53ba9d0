//! What was found, as it is drawn: groups of lines with the found words marked.

use desk::calls::{CallView, NamedAgent};
use desk::tickets::TicketView;
use domain::search::Ask;
use domain::{Client, Party, PhoneNumber};

use crate::frame::{CallSign, Frame, Moment};
use crate::pages::words::StatusSign;

/// Pieces of a text, each with whether it is what was looked for.
pub type Marked = Vec<(String, bool)>;

/// One line.
pub struct Line {
    /// Where it leads.
    pub path: String,
    /// Its icon.
    pub icon: &'static str,
    /// `talk`, `wait`, `miss` or "".
    pub meaning: &'static str,
    /// What it is.
    pub title: Marked,
    /// What more there is to say.
    pub detail: Marked,
    /// When.
    pub moment: Option<Moment>,
    /// For a line that does something instead of leading somewhere: what is sent.
    pub sent: Option<(&'static str, String)>,
    /// The keys that do the same.
    pub keys: &'static str,
    /// A number that can be called.
    pub number: Option<PhoneNumber>,
}

impl Line {
    /// A line that leads somewhere.
    pub fn to(path: impl Into<String>, icon: &'static str, title: Marked) -> Self {
        Self {
            path: path.into(),
            icon,
            meaning: "",
            title,
            detail: Vec::new(),
            moment: None,
            sent: None,
            keys: "",
            number: None,
        }
    }
}

/// Lines of one kind.
pub struct Group {
    /// Names it in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Where all of them are; "" when these are all.
    pub all: String,
}

/// A text with what was looked for marked.
pub fn marked(ask: &Ask, text: &str) -> Marked {
    let pieces = ask.marks(text).into_iter();
    pieces.map(|(piece, met)| (piece.to_owned(), met)).collect()
}

fn phone(ask: &Ask, number: &PhoneNumber) -> Marked {
    vec![(number.pretty(), ask.meets_phone(number))]
}

fn and(mut first: Marked, second: Marked) -> Marked {
    if !first.is_empty() && !second.is_empty() {
        first.push((" · ".to_owned(), false));
    }
    first.extend(second);
    first
}

/// A ticket in a line.
pub fn ticket(view: &TicketView, ask: &Ask, frame: &Frame) -> Line {
    let ticket = &view.ticket;
    let number = marked(ask, &format!("№ {}", ticket.number));
    let status = vec![(StatusSign::of(ticket.status, frame.language).word, false)];
    let whose = view.client.iter().map(|client| marked(ask, &client.name));
    let tags = ticket.tags.iter().filter(|tag| ask.meets_text(tag));
    let detail = std::iter::once(number)
        .chain([status])
        .chain(whose)
        .chain(tags.map(|tag| marked(ask, tag)));
    Line {
        detail: detail.reduce(and).unwrap_or_default(),
        moment: Some(frame.day_or_hour(ticket.updated_at)),
        ..Line::to(
            format!("/tickets/{}", ticket.number),
            "inbox",
            marked(ask, ticket.subject.as_str()),
        )
    }
}

/// A client in a line.
pub fn client(client: &Client, ask: &Ask, frame: &Frame) -> Line {
    let company = client.company.iter().map(|company| marked(ask, company));
    let mut phones: Vec<&PhoneNumber> = client.phones.iter().map(|phone| &phone.number).collect();
    phones.sort_by_key(|number| !ask.meets_phone(number));
    // A client without a name is called by their number.
    phones.retain(|number| client.name != number.pretty());
    let phones = phones.into_iter().take(2).map(|number| phone(ask, number));
    let emails = client.emails.iter().map(domain::Email::as_str);
    let emails = emails
        .filter(|email| ask.meets_text(email))
        .map(|email| marked(ask, email));
    let title = match client.phones.first() {
        Some(first) if !client.named => phone(ask, &first.number),
        _ => marked(ask, &client.name),
    };
    let called = client.phones.iter().map(|phone| &phone.number);
    let called = called
        .clone()
        .find(|number| ask.meets_phone(number))
        .or_else(|| called.clone().next());
    Line {
        number: called.cloned(),
        detail: company
            .chain(phones)
            .chain(emails)
            .reduce(and)
            .unwrap_or_default(),
        moment: client.last_contact_at.map(|at| frame.day_or_hour(at)),
        ..Line::to(format!("/clients/{}", client.id), "user-round", title)
    }
}

/// A call in a line.
pub fn call(view: &CallView, ask: &Ask, frame: &Frame) -> Line {
    let facts = &view.call.facts;
    let sign = CallSign::of(facts.direction, facts.state, facts.outcome, frame.t);
    let number = facts.client.as_ref().and_then(Party::phone);
    let called = number.cloned();
    let number = number.map(|number| phone(ask, number)).unwrap_or_default();
    let named = view.client.as_ref().map(|client| marked(ask, &client.name));
    let named = named.filter(|name| {
        name.first().map(|(name, _)| name) != number.first().map(|(number, _)| number)
    });
    let agent = view
        .agent
        .iter()
        .map(|agent| marked(&Ask::default(), &agent.name));
    let tags = facts.tags.iter().filter(|tag| ask.meets_text(tag));
    let detail = std::iter::once(vec![(sign.word, false)])
        .chain(agent)
        .chain(tags.map(|tag| marked(ask, tag)));
    Line {
        number: called,
        meaning: sign.meaning,
        detail: detail.reduce(and).unwrap_or_default(),
        moment: Some(frame.day_or_hour(facts.started_at)),
        ..Line::to(
            format!("/calls/{}", view.call.id),
            sign.icon,
            and(named.unwrap_or_default(), number),
        )
    }
}

/// A colleague in a line: it leads to their tickets.
pub fn agent(agent: &NamedAgent, ask: &Ask) -> Line {
    let path = format!("/calls?agent_id={}", agent.id);
    Line::to(path, "headset", marked(ask, &agent.name))
}
