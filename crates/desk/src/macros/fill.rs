//! A macro's text for one ticket: its fields filled in.

use jiff::tz::TimeZone;

use domain::macros::{Acts, fill};
use domain::{Actor, At, MacroId, TicketId};
use store::{Slice, calls::CallFilter};

use crate::{Desk, Result};

/// A macro made ready for a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Its id.
    pub id: MacroId,
    /// What it is called.
    pub name: String,
    /// Its text; a field that is not known here stands as its name in brackets.
    pub text: String,
    /// What it changes once the comment is written.
    pub acts: Acts,
}

impl Desk {
    /// A macro for this ticket; `call.time` and `call.number` are those of its latest call.
    pub async fn fill_macro(&self, actor: &Actor, id: MacroId, ticket: TicketId) -> Result<Filled> {
        let view = self.ticket(actor, ticket).await?;
        let mut conn = self.store.read().await?;
        let one = super::usable(&mut conn, actor, id).await?;
        let client = match view.ticket.client_id {
            Some(id) => store::clients::find(&mut conn, id).await?,
            None => None,
        };
        let its = CallFilter {
            ticket: Some(ticket),
            ..CallFilter::default()
        };
        let call = store::calls::list(&mut conn, &its, &actor.reach, Slice::first(1)).await?;
        let call = call.items.into_iter().next();
        let phone = client.as_ref().and_then(|client| client.phones.first());
        let started = call.as_ref().map(|call| call.facts.started_at);
        let number = call.as_ref().and_then(|call| call.facts.client.as_ref());
        let number = number.and_then(|party| party.phone());
        let value = |field: &str| match field {
            "client.name" => client.as_ref().map(|client| client.name.clone()),
            "client.phone" => phone.map(|phone| phone.number.pretty()),
            "client.company" => client.as_ref().and_then(|client| client.company.clone()),
            "agent.name" => Some(actor.name.clone()),
            "ticket.number" => Some(view.ticket.number.to_string()),
            "ticket.subject" => Some(view.ticket.subject.as_str().to_owned()),
            "channel.name" => view.channel_name.clone(),
            "call.time" => started.map(|at| hour(at, &self.options().time_zone)),
            "call.number" => number.map(|number| number.pretty()),
            _ => None,
        };
        Ok(Filled {
            id: one.id,
            text: fill(&one.text, value),
            name: one.name,
            acts: one.acts,
        })
    }
}

/// "19.11 13:46".
fn hour(at: At, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%d.%m %H:%M").to_string()
}
