//! A live call is steered: held, passed on, ended, by the agent whose it is; a supervisor may end others' too.

use domain::call::{Stance, State, Steered};
use domain::{Actor, AgentId, Call, CallId, Channel, Country, PhoneNumber, Role};
use store::{channels, steered};
use telephony::pbx::{Failure, Pbx};

use super::pbx::asked;
use super::{PbxRefusal, PbxWhy, directory, standing};
use crate::calls::{CallView, reachable};
use crate::refusal::Clash;
use crate::{Denied, Desk, Refusal, Result, Thing, Why};

/// To whom a call goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A colleague who is an operator.
    Agent(AgentId),
    /// A number as typed: a telephone's, an extension, a SIP number.
    Number(String),
}

/// What becomes of the client meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// They wait until the agent says more.
    Asking,
    /// They are left with whoever is dialled.
    AtOnce,
}

/// A live call that somebody steers.
struct Live {
    call: Call,
    channel: Channel,
    pbx: Pbx,
    stance: Stance,
}

impl Desk {
    /// Ends the call for everybody. One that the PBX knows no more is over.
    pub async fn hang_up(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let live = self.live_call(actor, id, may_end).await?;
        let done = asked(live.pbx.hang_up(live.call.session_id)).await;
        match done {
            Err(said) if said.why == PbxWhy::Over => {
                self.give_up_call(&live.channel, live.call.session_id)
                    .await?;
            }
            done => self.became(&live, done, live.stance, None).await?,
        }
        self.call(actor, id).await
    }

    /// Lets the client wait.
    pub async fn hold(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let live = self.live_call(actor, id, is_theirs).await?;
        let done = asked(live.pbx.hold(live.call.session_id)).await;
        self.became(&live, done, Stance::Held, None).await?;
        self.call(actor, id).await
    }

    /// Goes back to the client, who waits.
    pub async fn unhold(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let live = self.live_call(actor, id, is_theirs).await?;
        let session = live.call.session_id;
        let done = match live.stance {
            // Whoever is dialled meanwhile is given up.
            Stance::Consulting => asked(live.pbx.give_up(session)).await,
            Stance::Talking | Stance::Held | Stance::PassedOn => {
                asked(live.pbx.unhold(session)).await
            }
        };
        self.became(&live, done, Stance::Talking, None).await?;
        self.call(actor, id).await
    }

    /// Sends the client's side a digit, `*` or `#`.
    pub async fn press_key(&self, actor: &Actor, id: CallId, symbol: char) -> Result<CallView> {
        if !(symbol.is_ascii_digit() || symbol == '*' || symbol == '#') {
            return Err(Refusal::field("symbol", Why::NotANumber));
        }
        let live = self.live_call(actor, id, is_theirs).await?;
        let done = asked(live.pbx.press(live.call.session_id, symbol)).await;
        self.became(&live, done, live.stance, None).await?;
        self.call(actor, id).await
    }

    /// Dials somebody while the client waits; with [`Passing::AtOnce`] the client is left with them.
    pub async fn transfer(
        &self,
        actor: &Actor,
        id: CallId,
        to: &Target,
        passing: Passing,
    ) -> Result<CallView> {
        let live = self.live_call(actor, id, is_theirs).await?;
        let (number, name) = self.inside(&live.channel, to).await?;
        let session = live.call.session_id;
        let mut reached = live.stance;
        let done = asked(async {
            if reached == Stance::Talking {
                live.pbx.hold(session).await?;
                reached = Stance::Held;
            }
            live.pbx.dial(session, &number).await?;
            reached = Stance::Consulting;
            if passing == Passing::AtOnce {
                live.pbx.pass_on(session).await?;
                reached = Stance::PassedOn;
            }
            Ok::<(), Failure>(())
        })
        .await;
        if done.is_err() && reached != live.stance {
            // What was done of it stays, whatever became of the rest.
            self.stands(&live, reached, Some(&name)).await?;
        }
        self.became(&live, done, reached, Some(&name)).await?;
        self.call(actor, id).await
    }

    /// Leaves the client with whoever was dialled.
    pub async fn pass_on(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let live = self.live_call(actor, id, is_theirs).await?;
        let done = asked(live.pbx.pass_on(live.call.session_id)).await;
        self.became(&live, done, Stance::PassedOn, None).await?;
        self.call(actor, id).await
    }

    async fn live_call(
        &self,
        actor: &Actor,
        id: CallId,
        may: fn(&Actor, &Call) -> bool,
    ) -> Result<Live> {
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        if !actor.role.may_call() {
            return Err(Refusal::NotAllowed(Denied::NoCalls));
        }
        if !may(actor, &call) {
            return Err(Refusal::NotAllowed(Denied::NotYourCall));
        }
        if call.facts.state == State::Finished {
            return Err(Refusal::Conflict(Clash::CallOver));
        }
        let channel = channels::find(&mut conn, call.channel_id).await?;
        let channel = channel.ok_or(Refusal::NotFound(Thing::Channel))?;
        let known = steered::find(&mut conn, id).await?;
        Ok(Live {
            pbx: self.pbx(&mut conn, &channel).await?,
            stance: known.map_or(Stance::Talking, |known| known.stance),
            call,
            channel,
        })
    }

    /// How somebody is dialled inside the PBX, and what they are called meanwhile.
    async fn inside(&self, channel: &Channel, to: &Target) -> Result<(String, String)> {
        match to {
            Target::Number(typed) => number(typed, channel.country),
            Target::Agent(id) => {
                let mut conn = self.store.read().await?;
                let unknown = || Refusal::field("agent_id", Why::Unknown);
                let agent = store::agents::find(&mut conn, *id).await?;
                let agent = agent.filter(|agent| agent.active).ok_or_else(unknown)?;
                let operator = agent.telephony.operator_id.as_ref().ok_or_else(unknown)?;
                let known = directory::kept(&mut conn, channel.id).await?;
                drop(conn);
                let inside = known.and_then(|known| known.inside_number(operator));
                let inside = match inside {
                    Some(inside) => Some(inside),
                    None => self.fetch_directory(channel).await?.inside_number(operator),
                };
                Ok((inside.ok_or_else(unknown)?, agent.name))
            }
        }
    }

    /// What the PBX's answer makes of how the call stands.
    async fn became(
        &self,
        live: &Live,
        done: std::result::Result<(), PbxRefusal>,
        stance: Stance,
        third: Option<&str>,
    ) -> Result<()> {
        let Err(said) = done else {
            return self.stands(live, stance, third).await;
        };
        match said.why {
            PbxWhy::Over => {
                self.give_up_call(&live.channel, live.call.session_id)
                    .await?;
            }
            // It has come further than was known here: the third did not answer, another device was used.
            PbxWhy::State => {
                if let Ok(all) = asked(live.pbx.live()).await
                    && let Some(stance) = standing::of(&all, live.call.session_id)
                {
                    self.stands(live, stance, None).await?;
                }
            }
            PbxWhy::Key
            | PbxWhy::Address
            | PbxWhy::Component
            | PbxWhy::Account
            | PbxWhy::Limit
            | PbxWhy::Operator
            | PbxWhy::Phone
            | PbxWhy::OwnNumber
            | PbxWhy::BlackList
            | PbxWhy::Number
            | PbxWhy::Already
            | PbxWhy::Unreachable
            | PbxWhy::Other => {}
        }
        Err(Refusal::Pbx(Box::new(said)))
    }

    async fn stands(&self, live: &Live, stance: Stance, third: Option<&str>) -> Result<()> {
        let third = match stance {
            Stance::Consulting | Stance::PassedOn => third.map(str::to_owned),
            Stance::Talking | Stance::Held => None,
        };
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let before = steered::find(&mut tx, live.call.id).await?;
        let same = before.filter(|before| before.stance == stance && third.is_none());
        let since = same.map_or(now, |before| before.since);
        let stands = Steered {
            stance,
            third,
            since,
        };
        steered::put(&mut tx, &live.call, &stands).await?;
        Ok(tx.commit().await?)
    }
}

fn is_theirs(actor: &Actor, call: &Call) -> bool {
    call.agent_id == Some(actor.agent)
}

fn may_end(actor: &Actor, call: &Call) -> bool {
    match actor.role {
        Role::Admin | Role::Supervisor => true,
        Role::Agent | Role::Internal => is_theirs(actor, call),
    }
}

/// A telephone's number as the PBX writes it; a short one stays as it is.
fn number(typed: &str, country: Country) -> Result<(String, String)> {
    const LONGEST_INSIDE: usize = 7;
    let typed = typed.trim();
    let is_inside =
        (1..=LONGEST_INSIDE).contains(&typed.len()) && typed.chars().all(|c| c.is_ascii_digit());
    if is_inside {
        return Ok((typed.to_owned(), typed.to_owned()));
    }
    let number = PhoneNumber::parse(typed, country);
    let number = number.map_err(|_| Refusal::field("number", Why::NotAPhone))?;
    Ok((number.digits().to_owned(), number.pretty()))
}
