//! A decision in a sentence.

use domain::routing::RouteReason;
use domain::{Decision, Language};

/// Why the desk chose this client, ticket or agent.
#[must_use]
pub fn decision_text(decision: &Decision, language: Language) -> String {
    let words = locale::words(language);
    match decision {
        Decision::ClientKnown { .. } => words.msg_decision_client_known(),
        Decision::ClientShared { others, .. } => words.msg_decision_client_shared(others.len()),
        Decision::ClientLearned { others, .. } => words.msg_decision_client_learned(others.len()),
        Decision::ClientByHand { .. } => words.msg_decision_client_by_hand(),
        Decision::ClientDialled { .. } => words.msg_decision_client_dialled(),
        Decision::ClientMade { .. } => words.msg_decision_client_made(),
        Decision::NumberWithheld => words.msg_decision_number_withheld(),
        Decision::NumberInside => words.msg_decision_number_inside(),
        Decision::NumberUnknown => words.msg_decision_number_unknown(),
        Decision::TestCall => words.msg_decision_test_call(),
        Decision::TicketNotWanted => words.msg_decision_ticket_not_wanted(),
        Decision::TicketJoined { .. } => words.msg_decision_ticket_joined(),
        Decision::TicketReopened { .. } => words.msg_decision_ticket_reopened(),
        Decision::TicketMade { .. } => words.msg_decision_ticket_made(),
        Decision::TicketSpam { .. } => words.msg_decision_ticket_spam(),
        Decision::TicketDialled { .. } => words.msg_decision_ticket_dialled(),
        Decision::TicketByHand { .. } => words.msg_decision_ticket_by_hand(),
        Decision::AgentDialled { .. } => words.msg_decision_agent_dialled(),
        Decision::AgentMatched { operator_id, .. } => {
            words.msg_decision_agent_matched(operator_id.as_str())
        }
        Decision::AgentByNumber { operator_id, .. } => {
            words.msg_decision_agent_by_number(operator_id.as_str())
        }
        Decision::AgentAmbiguous {
            agents,
            operator_id,
        } => words.msg_decision_agent_ambiguous(operator_id.as_str(), agents.len()),
        Decision::AgentUnknown { operator_id } => {
            words.msg_decision_agent_unknown(operator_id.as_str())
        }
        Decision::RoutedTo { why, .. } => match why {
            RouteReason::OpenTicket => words.msg_decision_routed_open_ticket(),
            RouteReason::Responsible => words.msg_decision_routed_responsible(),
            RouteReason::TalkedLast => words.msg_decision_routed_talked_last(),
        },
        Decision::NobodyTalked => words.msg_decision_nobody_talked(),
        Decision::AssigneeByHand { .. } => words.msg_decision_assignee_by_hand(),
    }
}
