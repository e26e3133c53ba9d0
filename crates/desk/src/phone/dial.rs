//! Beginning a call: written down, then asked of the PBX once, then followed by its notifications.

use domain::call::State;
use domain::dial::InTheWay;
use domain::{Actor, CallId, Channel, ChannelId, ClientId, Dial, DialId, DialState, TicketId};
use jiff::SignedDuration;
use store::{Tx, dials};
use telephony::pbx::{Click, Pbx};

use super::line::Line;
use super::pbx::asked;
use crate::calls::{CallView, lock_name};
use crate::refusal::Clash;
use crate::{Desk, Refusal, Result};

/// Tries that are older do not stand in the way of another.
const LOOK_BACK: SignedDuration = SignedDuration::from_mins(2);

/// Whom to call and from where; what is absent the desk finds.
#[derive(Debug, Clone, Default)]
pub struct DialForm {
    /// The ticket in which the call is to stand.
    pub ticket: Option<TicketId>,
    /// The client; the ticket's when absent.
    pub client: Option<ClientId>,
    /// Their number in any spelling; the client's first when absent.
    pub phone: Option<String>,
    /// The channel; the ticket's when absent, else one in which the agent works.
    pub channel: Option<ChannelId>,
    /// The number that the client sees; the agent's own when absent.
    pub virtual_number: Option<String>,
}

impl Desk {
    /// Begins a call: the agent's phone rings, then the client's. Asked for again while it goes on, it is the same call.
    pub async fn dial(&self, actor: &Actor, form: &DialForm) -> Result<CallView> {
        let mut tx = self.store.begin().await?;
        let line = self.line(&mut tx, actor, form).await?;
        let pbx = self.pbx(&mut tx, &line.channel).await?;
        tx.hold(lock_name(&format!("dial {}", actor.agent))).await?;
        if let Some(call) = self.going_on(&mut tx, actor, &line).await? {
            drop(tx);
            return self.call(actor, call).await;
        }
        let dial = self.noted(&mut tx, actor, &line).await?;
        tx.commit().await?;
        // On its own task: whoever hangs up on the desk must not leave it without knowing what the PBX said.
        let desk = self.clone();
        let ringing = tokio::spawn(async move { desk.ring(&pbx, &line.channel, &dial).await });
        let call = ringing
            .await
            .map_err(|_| Refusal::Inside("beginning a call broke off"))??;
        self.call(actor, call).await
    }

    /// The same call when it goes on already; refuses when it may, or when another one is being begun.
    async fn going_on(&self, tx: &mut Tx, actor: &Actor, line: &Line) -> Result<Option<CallId>> {
        let now = self.now();
        for dial in dials::since(tx, actor.agent, now - LOOK_BACK).await? {
            match dial.in_the_way(now) {
                Some(InTheWay::UnderWay) => return Err(Refusal::Conflict(Clash::Dialling)),
                Some(InTheWay::MayRing) if dial.number == line.number => {
                    return Err(Refusal::Conflict(Clash::MayRing));
                }
                Some(InTheWay::MayRing) | None => {}
            }
        }
        let latest = dials::latest(tx, actor.agent, &line.number).await?;
        let Some((channel, session)) =
            latest.and_then(|dial| Some((dial.channel_id, dial.session_id?)))
        else {
            return Ok(None);
        };
        let call = store::calls::by_session(tx, channel, session).await?;
        let live = call.filter(|call| call.facts.state != State::Finished);
        Ok(live.map(|call| call.id))
    }

    async fn noted(&self, tx: &mut Tx, actor: &Actor, line: &Line) -> Result<Dial> {
        let now = self.now();
        let dial = Dial {
            id: DialId::at(now),
            agent_id: actor.agent,
            channel_id: line.channel.id,
            ticket_id: line.ticket,
            client_id: line.client.as_ref().map(|client| client.id),
            number: line.number.clone(),
            own_number: line.own_number.clone(),
            operator_id: line.operator.clone(),
            state: DialState::Asked,
            session_id: None,
            asked_at: now,
        };
        dials::insert(tx, &dial).await?;
        Ok(dial)
    }

    async fn ring(&self, pbx: &Pbx, channel: &Channel, dial: &Dial) -> Result<CallId> {
        let external_id = dial.id.to_string();
        let click = Click {
            operator: &dial.operator_id,
            own_number: &dial.own_number,
            client: &dial.number,
            external_id: &external_id,
        };
        match asked(pbx.start(&click)).await {
            Ok(session) => self.begun(channel, dial, session).await,
            Err(refusal) => {
                let state = match refusal.may_have_been_done {
                    true => DialState::Unclear,
                    false => DialState::Refused,
                };
                let mut tx = self.store.begin().await?;
                dials::settle(&mut tx, dial.id, state).await?;
                tx.commit().await?;
                Err(Refusal::Pbx(Box::new(refusal)))
            }
        }
    }
}
