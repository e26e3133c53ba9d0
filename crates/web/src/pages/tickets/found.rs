//! What a search finds: clients, and tickets by what they are about and by their client.

use desk::tickets::Listed;
use domain::{Client, PhoneNumber};
use store::clients::ClientFilter;
use store::tickets::TicketFilter;
use store::{Page, Slice};

use crate::pages::visit::Visit;
use crate::problem::Result;

/// Clients that a search shows above the tickets.
const CLIENTS: i64 = 5;
/// Tickets of each of them that it shows.
const OF_A_CLIENT: i64 = 10;

/// Clients and tickets of a search. A number in any spelling finds its owner; words find tickets by what they are about and by their client.
pub async fn found(
    visit: &Visit,
    text: &str,
    filter: &TicketFilter,
    slice: Slice,
) -> Result<(Vec<Client>, Page<Listed>)> {
    let text = text.trim_start_matches(['№', '#']).trim();
    let number = PhoneNumber::parse(text, visit.desk.options().country).ok();
    let by_words = || Some(text.to_owned());
    let clients = ClientFilter {
        text: number.is_none().then(by_words).flatten(),
        number,
        ..ClientFilter::default()
    };
    let clients = visit
        .desk
        .clients(&visit.actor, &clients, Slice::first(CLIENTS))
        .await?
        .items;
    let words = TicketFilter {
        text: by_words(),
        ..filter.clone()
    };
    let mut tickets = visit.desk.ticket_list(&visit.actor, &words, slice).await?;
    if slice.after.is_none() {
        for client in &clients {
            let theirs = TicketFilter {
                client: Some(client.id),
                text: None,
                ..filter.clone()
            };
            let theirs = visit
                .desk
                .ticket_list(&visit.actor, &theirs, Slice::first(OF_A_CLIENT))
                .await?;
            join(&mut tickets.items, theirs.items);
        }
    }
    Ok((clients, tickets))
}

/// Adds those that are not there yet, in the list's order.
fn join(tickets: &mut Vec<Listed>, more: Vec<Listed>) {
    for one in more {
        let id = one.view.ticket.id;
        if !tickets.iter().any(|known| known.view.ticket.id == id) {
            tickets.push(one);
        }
    }
    tickets.sort_by_key(|one| std::cmp::Reverse((one.at.key, one.at.id)));
}
