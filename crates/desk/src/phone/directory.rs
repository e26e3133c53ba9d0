//! What the PBX's account holds: operators and virtual numbers, kept with their age so that they need not be asked for again.

use std::time::Duration;

use domain::agent::OperatorId;
use domain::{Actor, Agent, AgentId, At, Channel, ChannelId};
use store::{Conn, directories};
use telephony::pbx::{Operator, OwnNumber};

use super::pbx::asked;
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result};

/// What is older is asked for anew when somebody looks.
const FRESH: Duration = Duration::from_secs(10 * 60);

/// What the PBX's account holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Who works in the account.
    pub operators: Vec<Operator>,
    /// Its numbers.
    pub numbers: Vec<OwnNumber>,
    /// When it was asked for.
    pub fetched_at: At,
}

/// An operator with the agent who they are, or may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The operator.
    pub operator: Operator,
    /// The agents who are this operator.
    pub agents: Vec<Agent>,
    /// Who may be: found by e-mail, else by name.
    pub likely: Option<Agent>,
}

impl Desk {
    /// What is known of a channel's account, as it was when it was last asked for; nothing when it never was.
    pub async fn directory(&self, actor: &Actor, id: ChannelId) -> Result<Option<Directory>> {
        let channel = self.channel(actor, id).await?;
        kept(&mut self.store.read().await?, channel.id).await
    }

    /// The same, asked for anew when it is old, or in any case: for administrators and supervisors.
    pub async fn fresh_directory(
        &self,
        actor: &Actor,
        id: ChannelId,
        in_any_case: bool,
    ) -> Result<Directory> {
        let channel = self.channel(actor, id).await?;
        supervisors_only(actor)?;
        match self.directory(actor, id).await? {
            Some(known) if !in_any_case && known.is_fresh(self.now()) => Ok(known),
            Some(_) | None => self.fetch_directory(&channel).await,
        }
    }

    /// The channel's numbers: for everybody who works in it.
    pub async fn own_numbers(&self, actor: &Actor, id: ChannelId) -> Result<Directory> {
        let channel = self.channel(actor, id).await?;
        match self.directory(actor, id).await? {
            Some(known) if known.is_fresh(self.now()) => Ok(known),
            Some(_) | None => self.fetch_directory(&channel).await,
        }
    }

    /// The numbers of all accounts in the asker's reach, as far as they are known.
    pub async fn known_numbers(&self, actor: &Actor) -> Result<Vec<OwnNumber>> {
        let mut all: Vec<OwnNumber> = Vec::new();
        for channel in self.channels(actor).await? {
            let known = kept(&mut self.store.read().await?, channel.id).await?;
            all.extend(known.into_iter().flat_map(|known| known.numbers));
        }
        all.retain(|own| own.is_active);
        all.sort_by(|one, other| one.number.cmp(&other.number));
        all.dedup_by(|one, other| one.number == other.number);
        Ok(all)
    }

    /// Who works in the account, each with the agent who they are or may be.
    pub async fn linked_operators(
        &self,
        actor: &Actor,
        channel: &Channel,
        directory: &Directory,
    ) -> Result<Vec<Linked>> {
        supervisors_only(actor)?;
        let mut agents = store::agents::list(&mut self.store.read().await?).await?;
        agents.retain(|agent| agent.active);
        let of = |operator: &Operator| Linked {
            operator: operator.clone(),
            agents: who_are(&agents, channel, &operator.id),
            likely: who_may_be(&agents, operator).cloned(),
        };
        Ok(directory.operators.iter().map(of).collect())
    }

    pub(super) async fn fetch_directory(&self, channel: &Channel) -> Result<Directory> {
        let pbx = self.pbx(&mut self.store.read().await?, channel).await?;
        let both = async { tokio::try_join!(pbx.operators(), pbx.own_numbers()) };
        let fetched = asked(both).await;
        let (operators, numbers) = fetched.map_err(|said| Refusal::Pbx(Box::new(said)))?;
        let directory = Directory {
            operators,
            numbers,
            fetched_at: self.now(),
        };
        let (operators, numbers) = (&directory.operators, &directory.numbers);
        let mut tx = self.store.begin().await?;
        directories::put(
            &mut tx,
            channel.id,
            operators,
            numbers,
            directory.fetched_at,
        )
        .await?;
        tx.commit().await?;
        Ok(directory)
    }
}

/// As it was when it was last asked for.
pub(crate) async fn kept(conn: &mut Conn, channel: ChannelId) -> Result<Option<Directory>> {
    let known = directories::find(conn, channel).await?;
    Ok(known.map(|(operators, numbers, fetched_at)| Directory {
        operators,
        numbers,
        fetched_at,
    }))
}

fn who_are(agents: &[Agent], channel: &Channel, operator: &OperatorId) -> Vec<Agent> {
    let is = |agent: &&Agent| {
        let telephony = &agent.telephony;
        telephony.operator_id.as_ref() == Some(operator)
            && telephony.provider == Some(channel.provider)
    };
    agents.iter().filter(is).cloned().collect()
}

/// By e-mail, else by the same words in a name, in whatever order; never somebody who is an operator already.
fn who_may_be<'a>(agents: &'a [Agent], operator: &Operator) -> Option<&'a Agent> {
    let free = |agent: &&Agent| agent.telephony.operator_id.is_none();
    let email = operator.email.as_deref().map(str::to_lowercase);
    let by_email = agents
        .iter()
        .filter(free)
        .find(|agent| Some(agent.email.as_str()) == email.as_deref());
    let name = words(&operator.name);
    let by_name = || {
        let same = |agent: &&Agent| !name.is_empty() && words(&agent.name) == name;
        agents.iter().filter(free).find(same)
    };
    by_email.or_else(by_name)
}

fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .to_lowercase()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words
}

impl Directory {
    fn is_fresh(&self, now: At) -> bool {
        let age = Duration::try_from(now.duration_since(self.fetched_at));
        age.is_ok_and(|age| age < FRESH)
    }

    /// How an agent is dialled inside the PBX: by their extension, else by their first phone that rings.
    pub(super) fn inside_number(&self, operator: &OperatorId) -> Option<String> {
        let operator = self.operators.iter().find(|it| it.id == *operator)?;
        let phone = operator.phones.iter().find(|phone| phone.is_active);
        let extension = operator.extension.clone();
        extension.or_else(|| phone.map(|phone| phone.number.clone()))
    }
}

/// Somebody to whom a call can be passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: AgentId,
    /// Their name.
    pub name: String,
    /// What they are for their colleagues.
    pub presence: domain::presence::Presence,
    /// Whether they are in a call.
    pub in_call: bool,
    /// What the PBX last said they are, in the account's words.
    pub status: Option<String>,
}
