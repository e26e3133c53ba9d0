//! A client as people name one in a form: by an id out of a list, a number in any spelling, or words of the name.

use desk::Why;
use domain::{Client, ClientId, PhoneNumber};
use store::Slice;
use store::clients::ClientFilter;

use super::visit::Visit;
use crate::form::Mistakes;
use crate::problem::{self, Result};

/// The most clients that are offered to choose from.
const MOST: i64 = 10;

/// Clients that fit what was typed, the likeliest first.
pub async fn find_clients(visit: &Visit, typed: &str) -> Result<Vec<Client>> {
    if let Ok(id) = typed.trim().parse::<ClientId>() {
        return Ok(visit
            .desk
            .client(&visit.actor, id)
            .await
            .into_iter()
            .collect());
    }
    let number = PhoneNumber::parse(typed, visit.desk.options().country).ok();
    let text = number.is_none().then(|| typed.to_owned());
    let filter = ClientFilter {
        text,
        number,
        ..ClientFilter::default()
    };
    Ok(visit
        .desk
        .clients(&visit.actor, &filter, Slice::first(MOST))
        .await?
        .items)
}

/// The one client that was meant; a note at `field` when there is none, or more than one.
pub async fn the_client(
    visit: &Visit,
    field: &str,
    typed: &str,
    mistakes: &mut Mistakes,
) -> Result<Option<ClientId>> {
    let t = visit.words();
    let found = find_clients(visit, typed).await?;
    match found.as_slice() {
        [client] => return Ok(Some(client.id)),
        [] if typed.trim().is_empty() => {
            mistakes.note(field, problem::field(&Why::Required.into(), t))
        }
        [] => mistakes.note(field, t.msg_client_none_found()),
        [..] => mistakes.note(field, t.msg_client_many_found(names(&found))),
    }
    Ok(None)
}

fn names(found: &[Client]) -> String {
    let named = |client: &Client| match client.phones.first() {
        Some(phone) if client.named => format!("{} ({})", client.name, phone.number.pretty()),
        _ => client.name.clone(),
    };
    found.iter().map(named).collect::<Vec<_>>().join(", ")
}
