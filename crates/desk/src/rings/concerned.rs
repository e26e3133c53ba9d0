//! At whom a call rings: the agents who are its operators, else everybody who works in the channel.

use domain::call::{Facts, Operator, rings_at, rings_at_groups};
use domain::{AgentId, Call, CallEvent, Channel};
use store::access::{self, Candidate};
use store::{Change, Conn, Topic, Tx};

use super::rings;
use crate::Result;

/// Agents told one by one; more are told as everybody, and those not concerned find nothing.
const MOST_TOLD: usize = 8;

/// The operators it rings at: those who are named, else those of the groups that are, as far as the account is known.
pub(super) async fn operators(
    conn: &mut Conn,
    channel: &Channel,
    said: &[CallEvent],
) -> Result<Vec<Operator>> {
    let named = rings_at(said);
    let groups = rings_at_groups(said);
    if !named.is_empty() || groups.is_empty() {
        return Ok(named);
    }
    let known = crate::phone::kept_directory(conn, channel.id).await?;
    let members = known.into_iter().flat_map(|known| known.operators);
    let members = members.filter(|one| one.groups.iter().any(|group| groups.contains(group)));
    let operator = |one: telephony::pbx::Operator| {
        let id = one.id.as_str().parse().ok();
        Operator::from_parts(id, Some(one.name))
    };
    Ok(members.filter_map(operator).collect())
}

/// The agents it rings at; nothing: nobody knows at whom, so that all who work in the channel are concerned.
pub(super) async fn at_whom(
    conn: &mut Conn,
    channel: &Channel,
    facts: &Facts,
    operators: &[Operator],
) -> Result<Option<Vec<AgentId>>> {
    let mut agents = Vec::new();
    for id in operators.iter().filter_map(|operator| operator.id) {
        let id = id.to_string();
        let known = access::candidates(conn, channel.id, channel.provider, &id).await?;
        agents.extend(whose(&known, facts));
    }
    Ok((!agents.is_empty()).then_some(agents))
}

/// Of several agents who share an operator the one whose number was called, else all of them.
fn whose(known: &[Candidate], facts: &Facts) -> Vec<AgentId> {
    let called = facts
        .virtual_number
        .as_ref()
        .and_then(|party| party.phone());
    let by_number = known
        .iter()
        .filter(|one| one.virtual_number.is_some() && one.virtual_number.as_ref() == called);
    let by_number: Vec<AgentId> = by_number.map(|one| one.agent_id).collect();
    match by_number.len() {
        1 => by_number,
        _ => known.iter().map(|one| one.agent_id).collect(),
    }
}

/// Tells those concerned that a call rings at them, after its notifications have said something new.
pub(crate) async fn tell(
    tx: &mut Tx,
    channel: &Channel,
    call: &Call,
    said: &[CallEvent],
) -> Result<()> {
    if !rings(call) {
        return Ok(());
    }
    let operators = operators(tx, channel, said).await?;
    let agents = at_whom(tx, channel, &call.facts, &operators).await?;
    let agents = agents.filter(|agents| agents.len() <= MOST_TOLD);
    let told: Vec<Option<AgentId>> = match agents {
        Some(agents) => agents.into_iter().map(Some).collect(),
        None => vec![None],
    };
    for agent in told {
        tx.changed(Change {
            topic: Topic::Ring(agent),
            channel: Some(channel.id),
        });
    }
    Ok(())
}
