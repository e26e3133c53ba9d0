//! Why this client, this ticket, this agent: each decision in a sentence, with links to what it rested on.

use desk::calls::NamedDecision;
use desk::words::decision_text;

use crate::frame::Frame;

/// A decision as it is drawn.
pub struct Why {
    /// What it decides.
    pub about: String,
    /// The sentence.
    pub text: String,
    /// Name and address of what it rested on.
    pub links: Vec<(String, String)>,
}

/// The decisions of a call.
pub fn why(decisions: &[NamedDecision], frame: &Frame) -> Vec<Why> {
    decisions.iter().map(|one| drawn(one, frame)).collect()
}

fn drawn(one: &NamedDecision, frame: &Frame) -> Why {
    let t = frame.t;
    let clients = one
        .clients
        .iter()
        .map(|client| (client.name.clone(), format!("/clients/{}", client.id)));
    let ticket = one
        .ticket
        .map(|number| (t.msg_call_to_ticket(number), format!("/tickets/{number}")));
    let agents = one
        .agents
        .iter()
        .map(|agent| (agent.name.clone(), format!("/calls?agent_id={}", agent.id)));
    Why {
        about: match one.decision.about() {
            "client" => t.msg_calls_who(),
            "ticket" => t.msg_calls_ticket(),
            _ => t.msg_calls_agent(),
        },
        text: decision_text(&one.decision, frame.language),
        links: clients.chain(ticket).chain(agents).collect(),
    }
}
