//! Which agent the operator is, and whose the ticket becomes.

use domain::call::Facts;
use domain::ticket::Assigner;
use domain::timeline::Change;
use domain::{AgentId, At, Call, Decision, Status, Ticket};
use store::Tx;
use store::access::Candidate;

use super::tell::Story;
use crate::{Result, tickets};

/// The agent, and why this one or none.
pub(super) struct Matched {
    pub(super) agent: Option<AgentId>,
    pub(super) why: Decision,
}

impl Story<'_> {
    /// By provider and operator ID among those with access to the channel; the virtual number parts those who share it.
    pub(super) async fn agent_of(&self, tx: &mut Tx, facts: &Facts) -> Result<Matched> {
        let Some(operator) = facts.operator.as_ref().filter(|_| facts.operator_took_part) else {
            return Ok(Matched {
                agent: None,
                why: Decision::NobodyTalked,
            });
        };
        if let Some(dialled) = operator.id.and_then(|id| self.dialled_agent(id)) {
            return Ok(dialled);
        }
        let Some(id) = operator.id.map(|id| id.to_string()) else {
            let operator_id = operator.name.clone().unwrap_or_default();
            return Ok(Matched {
                agent: None,
                why: Decision::AgentUnknown { operator_id },
            });
        };
        let candidates = self.lore.candidates(tx, self.channel, &id).await?;
        Ok(choose(&candidates, facts, id))
    }

    /// A ticket that nobody has assigned by hand belongs to the agent of its latest call.
    pub(super) async fn assign(
        &self,
        tx: &mut Tx,
        ticket: &mut Ticket,
        call: &mut Call,
    ) -> Result<()> {
        if ticket.assigned_by == Assigner::Hand {
            if call.agent_id.is_some() && call.agent_id != ticket.assignee_id {
                call.decisions.retain(|decision| {
                    decision.about() != "agent"
                        || matches!(
                            decision,
                            Decision::AgentMatched { .. }
                                | Decision::AgentByNumber { .. }
                                | Decision::AgentDialled { .. }
                        )
                });
                call.decisions.push(Decision::AssigneeByHand {
                    agent: ticket.assignee_id,
                });
            }
            return Ok(());
        }
        let agent = self.latest_agent(tx, ticket, call).await?;
        let mut changed = ticket.clone();
        changed.assignee_id = agent;
        if changed.opened_by_call.is_some()
            && !changed.touched
            && matches!(changed.status, Status::New | Status::Open)
        {
            changed.status = if agent.is_some() {
                Status::Open
            } else {
                Status::New
            };
        }
        if changed == *ticket {
            return Ok(());
        }
        let names = [ticket.assignee_id, agent];
        let [from, to] = tickets::agent_names(tx, names).await?;
        changed.updated_at = self.now.max(ticket.updated_at);
        tickets::save_by_desk(tx, &mut changed).await?;
        if ticket.assignee_id != agent {
            let change = Change {
                field: "assignee".to_owned(),
                from,
                to,
            };
            tickets::write_change(tx, ticket.id, None, change, self.now).await?;
        }
        *ticket = changed;
        Ok(())
    }
}

impl Story<'_> {
    /// Of this call and all others of the ticket, the agent of the latest one that has an active agent.
    async fn latest_agent(
        &self,
        tx: &mut Tx,
        ticket: &Ticket,
        call: &Call,
    ) -> Result<Option<AgentId>> {
        let other = store::calls::latest_agent_but(tx, ticket.id, call.id).await?;
        let own = (call.facts.started_at, call.session_id);
        let is_later = |at: &(AgentId, At, i64)| (at.1, at.2) > own;
        let own = match (call.agent_id, &other) {
            (Some(_), Some(other)) if is_later(other) => None,
            (Some(agent), _) => store::agents::active_names(tx, &[agent]).await?.pop(),
            (None, _) => None,
        };
        Ok(own.map(|(agent, _)| agent).or(other.map(|other| other.0)))
    }
}

fn choose(candidates: &[Candidate], facts: &Facts, operator_id: String) -> Matched {
    match candidates {
        [] => Matched {
            agent: None,
            why: Decision::AgentUnknown { operator_id },
        },
        [one] => Matched {
            agent: Some(one.agent_id),
            why: Decision::AgentMatched {
                agent: one.agent_id,
                operator_id,
            },
        },
        several => {
            let ours = facts
                .virtual_number
                .as_ref()
                .and_then(|party| party.phone());
            let mut by_number = several
                .iter()
                .filter(|one| one.virtual_number.is_some() && one.virtual_number.as_ref() == ours);
            match (by_number.next(), by_number.next()) {
                (Some(one), None) => Matched {
                    agent: Some(one.agent_id),
                    why: Decision::AgentByNumber {
                        agent: one.agent_id,
                        operator_id,
                    },
                },
                _ => {
                    let agents = several.iter().map(|one| one.agent_id).collect();
                    Matched {
                        agent: None,
                        why: Decision::AgentAmbiguous {
                            agents,
                            operator_id,
                        },
                    }
                }
            }
        }
    }
}
