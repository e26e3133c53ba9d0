//! What a list of calls is narrowed to, each condition in words with the address of the list without it.

use domain::{PhoneNumber, TicketId};

use super::filter::{FIELDS, path_with};
use crate::form::Choice;
use crate::frame::Frame;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;

/// One condition.
pub struct Chip {
    /// In words.
    pub word: String,
    /// The list without it.
    pub path: String,
}

/// The conditions of an address in the order of its fields, with the lists of agents, channels and outcomes; state and outcome stand as views.
pub async fn chips(
    visit: &Visit,
    query: &Typed,
    lists: [&[Choice]; 3],
    frame: &Frame,
) -> Vec<Chip> {
    let mut chips = Vec::new();
    for field in FIELDS {
        let Some(value) = query.some(field) else {
            continue;
        };
        let word = match field {
            "client_id" => client(visit, value, frame).await,
            "ticket_id" => ticket(visit, value, frame).await,
            _ => word(field, value, lists, frame),
        };
        chips.extend(word.map(|word| Chip {
            word,
            path: path_with(query, &[(field, "")]),
        }));
    }
    chips
}

fn word(
    field: &str,
    value: &str,
    [agents, channels, outcomes]: [&[Choice]; 3],
    frame: &Frame,
) -> Option<String> {
    let t = frame.t;
    let chosen = |choices: &[Choice]| {
        let choice = choices.iter().find(|choice| choice.value == value);
        choice.map_or_else(|| value.to_owned(), |choice| choice.label.clone())
    };
    let with = |label: String, value: &str| Some(format!("{label}: {value}"));
    match field {
        "direction" => match value {
            "in" => Some(t.msg_calls_in()),
            "out" => Some(t.msg_calls_out()),
            _ => None,
        },
        "agent_id" => with(t.msg_calls_agent(), &chosen(agents)),
        "outcome_id" => with(t.msg_calls_outcome(), &chosen(outcomes)),
        "channel_id" => with(t.msg_calls_channel(), &chosen(channels)),
        "virtual_number" => with(t.msg_calls_our_number(), &pretty(value)),
        "number" => with(t.msg_calls_number_chip(), value),
        "from" => with(t.msg_calls_from(), value),
        "to" => with(t.msg_calls_to(), value),
        "longer" => with(t.msg_calls_longer(), value),
        "shorter" => with(t.msg_calls_shorter(), value),
        "q" => with(t.msg_said_calls(), value),
        "tag" => with(t.msg_calls_tag(), value),
        "session_id" => with(t.msg_call_session(), value),
        _ => None,
    }
}

async fn client(visit: &Visit, id: &str, frame: &Frame) -> Option<String> {
    let client = visit.desk.client(&visit.actor, id.parse().ok()?).await;
    let name = client.ok()?.name;
    Some(format!("{}: {name}", frame.t.msg_calls_who()))
}

async fn ticket(visit: &Visit, id: &str, frame: &Frame) -> Option<String> {
    let id: TicketId = id.parse().ok()?;
    let view = visit.desk.ticket(&visit.actor, id).await.ok()?;
    Some(frame.t.msg_call_to_ticket(view.ticket.number))
}

fn pretty(number: &str) -> String {
    let read = number.parse::<PhoneNumber>();
    read.map_or_else(|_| number.to_owned(), |number| number.pretty())
}
