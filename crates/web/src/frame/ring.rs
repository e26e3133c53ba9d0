//! The cards of calls that ring at the agent: who is calling, how the desk knows them, what to open.

use desk::rings::{Opens, Ring, Rings as Ringing};
use domain::{CallId, Party, PhoneNumber};

use super::{Frame, Moment};

/// What rings.
#[derive(Debug, Clone, Default)]
pub struct Rings {
    /// The latest first.
    pub cards: Vec<RingCard>,
    /// How many more ring.
    pub more: usize,
    /// Whether screen readers leave it unsaid, and browsers do not announce it.
    pub quiet: bool,
}

/// A call that rings, as it is drawn.
#[derive(Debug, Clone)]
pub struct RingCard {
    /// The call.
    pub id: CallId,
    /// A name, else the number, else what stands in its place.
    pub title: String,
    /// Whether they come first.
    pub vip: bool,
    /// The number, when the title is a name.
    pub number: Option<PhoneNumber>,
    /// By which channel, and how the desk knows them.
    pub known: String,
    /// How long it rings.
    pub since: Moment,
    /// The client's latest ticket: address, number, what it is about.
    pub last: Option<(String, i64, String)>,
    /// What is opened.
    pub path: String,
    /// What the button says.
    pub word: String,
    /// Where the receiver is lifted.
    pub provider: &'static str,
}

impl Rings {
    /// As the frame draws them.
    #[must_use]
    pub fn of(ringing: &Ringing, frame: &Frame) -> Self {
        let cards = ringing.items.iter();
        Self {
            cards: cards.map(|ring| RingCard::of(ring, frame)).collect(),
            more: ringing.more,
            quiet: ringing.quiet,
        }
    }
}

impl RingCard {
    fn of(ring: &Ring, frame: &Frame) -> Self {
        let t = frame.t;
        let number = ring.call.facts.client.as_ref();
        let named = ring.client.as_ref().filter(|client| client.named);
        let title = match (named, number) {
            (Some(client), _) => client.name.clone(),
            (None, Some(Party::Phone(number))) => number.pretty(),
            (None, Some(Party::Inside(number))) => number.clone(),
            (None, Some(Party::Withheld)) => t.msg_subject_withheld(),
            (None, None) => t.msg_subject_unknown(),
        };
        let number = number.and_then(Party::phone).cloned();
        let (path, word) = match ring.opens {
            Opens::Ticket(number) => (format!("/tickets/{number}"), t.msg_ring_open_ticket()),
            Opens::Client(id) => (format!("/clients/{id}"), t.msg_ring_open_client()),
            Opens::Call(id) => (format!("/calls/{id}"), t.msg_ring_open_call()),
        };
        Self {
            id: ring.call.id,
            title,
            vip: ring.client.as_ref().is_some_and(|client| client.vip),
            number: number.filter(|_| named.is_some()),
            known: known(ring, frame),
            since: frame.since(ring.call.facts.started_at),
            last: ring.last.as_ref().map(|last| {
                let path = format!("/tickets/{}", last.number);
                (path, last.number, last.subject.as_str().to_owned())
            }),
            path,
            word,
            provider: ring.provider.title(),
        }
    }
}

fn known(ring: &Ring, frame: &Frame) -> String {
    let t = frame.t;
    let channel = ring.channel.as_str();
    match ring.others.as_slice() {
        [] if ring.client.is_some() && !ring.known => t.msg_ring_new(channel),
        [] => channel.to_owned(),
        others => {
            let count = i64::try_from(others.len() + 1).unwrap_or(i64::MAX);
            t.msg_ring_shared(count, channel, others.join(", "))
        }
    }
}
