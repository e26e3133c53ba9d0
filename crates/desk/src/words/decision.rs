//! A decision in a sentence.

use domain::{Decision, Language};

/// Why the desk chose this client, ticket or agent.
#[must_use]
pub fn decision_text(decision: &Decision, language: Language) -> String {
    let words = locale::words(language);
    match decision {
        Decision::ClientKnown { .. } => words.msg_decision_client_known().to_string(),
        Decision::ClientShared { others, .. } => {
            words.msg_decision_client_shared(others.len()).to_string()
        }
        Decision::ClientMade { .. } => words.msg_decision_client_made().to_string(),
        Decision::NumberWithheld => words.msg_decision_number_withheld().to_string(),
        Decision::NumberInside => words.msg_decision_number_inside().to_string(),
        Decision::NumberUnknown => words.msg_decision_number_unknown().to_string(),
        Decision::TicketNotWanted => words.msg_decision_ticket_not_wanted().to_string(),
        Decision::TicketJoined { .. } => words.msg_decision_ticket_joined().to_string(),
        Decision::TicketReopened { .. } => words.msg_decision_ticket_reopened().to_string(),
        Decision::TicketMade { .. } => words.msg_decision_ticket_made().to_string(),
        Decision::TicketByHand { .. } => words.msg_decision_ticket_by_hand().to_string(),
        Decision::AgentMatched { operator_id, .. } => words
            .msg_decision_agent_matched(operator_id.as_str())
            .to_string(),
        Decision::AgentByNumber { operator_id, .. } => words
            .msg_decision_agent_by_number(operator_id.as_str())
            .to_string(),
        Decision::AgentAmbiguous {
            agents,
            operator_id,
        } => words
            .msg_decision_agent_ambiguous(operator_id.as_str(), agents.len())
            .to_string(),
        Decision::AgentUnknown { operator_id } => words
            .msg_decision_agent_unknown(operator_id.as_str())
            .to_string(),
        Decision::NobodyTalked => words.msg_decision_nobody_talked().to_string(),
        Decision::AssigneeByHand { .. } => words.msg_decision_assignee_by_hand().to_string(),
    }
}
