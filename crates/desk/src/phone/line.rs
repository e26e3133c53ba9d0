//! From where somebody calls: their operator, the channel, the virtual number that the client sees.

use domain::agent::OperatorId;
use domain::{
    Actor, Agent, Channel, ChannelId, Client, Country, PhoneNumber, Provider, Ticket, TicketId,
};
use store::{Conn, channels, clients, dials};

use super::{DialForm, Unready};
use crate::{Denied, Desk, Fault, Refusal, Result, Thing, Why};

/// Whether somebody can call from the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phone {
    /// They can.
    Ready,
    /// They could, if their profile had «ID оператора».
    NoOperator,
    /// They may not.
    NotAllowed,
}

/// Everything a call takes.
pub(super) struct Line {
    pub(super) channel: Channel,
    pub(super) ticket: Option<TicketId>,
    pub(super) client: Option<Client>,
    pub(super) operator: OperatorId,
    pub(super) number: PhoneNumber,
    pub(super) own_number: PhoneNumber,
}

impl Desk {
    /// Whether somebody can call from the desk.
    pub async fn phone(&self, actor: &Actor) -> Result<Phone> {
        if !actor.role.may_call() {
            return Ok(Phone::NotAllowed);
        }
        let agent = store::agents::find(&mut self.store.read().await?, actor.agent).await?;
        let operator = agent.and_then(|agent| agent.telephony.operator_id);
        Ok(operator.map_or(Phone::NoOperator, |_| Phone::Ready))
    }

    /// Finds everything that this call takes, or says what is missing.
    pub(super) async fn line(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        form: &DialForm,
    ) -> Result<Line> {
        if !actor.role.may_call() {
            return Err(Refusal::NotAllowed(Denied::NoCalls));
        }
        let agent = store::agents::find(conn, actor.agent).await?;
        let agent = agent.ok_or(Refusal::NotFound(Thing::Agent))?;
        let operator = agent.telephony.operator_id.clone();
        let operator = operator.ok_or(Refusal::Unready(Unready::NoOperator))?;
        let ticket = match form.ticket {
            Some(id) => Some(crate::tickets::reachable(conn, actor, id).await?),
            None => None,
        };
        let client = client(conn, actor, form, ticket.as_ref()).await?;
        let channel = channel(conn, actor, form, ticket.as_ref(), &agent).await?;
        let number = match form.phone.as_deref().map(str::trim) {
            Some(typed) if !typed.is_empty() => read(typed, "phone", channel.country)?,
            Some(_) | None => {
                let first = client.as_ref().and_then(|client| client.phones.first());
                let first = first.ok_or(Refusal::Unready(Unready::NoNumber))?;
                first.number.clone()
            }
        };
        let own_number = own_number(conn, form, &agent, &channel, &number).await?;
        Ok(Line {
            // A number that somebody typed into a client's ticket may be anybody's.
            client: client.filter(|client| {
                form.client.is_some() || client.phones.iter().any(|it| it.number == number)
            }),
            ticket: ticket.map(|ticket| ticket.id),
            channel,
            operator,
            number,
            own_number,
        })
    }
}

fn read(typed: &str, field: &str, country: Country) -> Result<PhoneNumber> {
    PhoneNumber::parse(typed, country).map_err(|_| Refusal::field(field, Why::NotAPhone))
}

/// The one named, else the ticket's.
async fn client(
    conn: &mut Conn,
    actor: &Actor,
    form: &DialForm,
    ticket: Option<&Ticket>,
) -> Result<Option<Client>> {
    let Some(id) = form.client.or(ticket.and_then(|ticket| ticket.client_id)) else {
        return Ok(None);
    };
    let id = clients::merged_into(conn, id).await?.unwrap_or(id);
    let found = match clients::is_within(conn, id, &actor.reach).await? {
        true => clients::find(conn, id).await?,
        false => None,
    };
    match found {
        None if form.client.is_some() => Err(Refusal::field("client_id", Why::Unknown)),
        found => Ok(found),
    }
}

/// The one named, else the ticket's, else the first of their telephony in which they work.
async fn channel(
    conn: &mut Conn,
    actor: &Actor,
    form: &DialForm,
    ticket: Option<&Ticket>,
    agent: &Agent,
) -> Result<Channel> {
    let of_ticket = ticket.and_then(|ticket| ticket.channel_id);
    let unknown = || Refusal::Invalid(vec![Fault::new("channel_id", Why::Unknown)]);
    if let (Some(named), Some(its)) = (form.channel, of_ticket)
        && named != its
    {
        // People of one channel would hear of what belongs to the other.
        return Err(unknown());
    }
    let provider = agent.telephony.provider.unwrap_or(Provider::Uis);
    let mut all = channels::list(conn).await?;
    all.retain(|one| actor.reach.covers(Some(one.id)));
    let wanted: Option<ChannelId> = form.channel.or(of_ticket);
    if let Some(wanted) = wanted {
        let found = all.into_iter().find(|one| one.id == wanted);
        let found = found.ok_or_else(unknown)?;
        return match found.provider == provider {
            true => Ok(found),
            false => Err(Refusal::Unready(Unready::NoChannel)),
        };
    }
    all.retain(|one| one.provider == provider);
    let with_secret = all.iter().position(|one| one.app_secret_hint.is_some());
    let first = (!all.is_empty()).then(|| all.swap_remove(with_secret.unwrap_or(0)));
    first.ok_or(Refusal::Unready(Unready::NoChannel))
}

/// The one named, else the one from which they called this number the last time, else the profile's.
async fn own_number(
    conn: &mut Conn,
    form: &DialForm,
    agent: &Agent,
    channel: &Channel,
    number: &PhoneNumber,
) -> Result<PhoneNumber> {
    if let Some(typed) = form.virtual_number.as_deref().filter(|it| !it.is_empty()) {
        return read(typed, "virtual_number", channel.country);
    }
    let last = dials::last_own_number(conn, agent.id, channel.id, number).await?;
    let own = last.or_else(|| agent.telephony.virtual_number.clone());
    own.ok_or(Refusal::Unready(Unready::NoVirtualNumber))
}
