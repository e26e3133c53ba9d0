//! Who may have called, with what speaks for each in words.

use desk::clients::{Candidate, Reason};
use domain::{Client, ClientId};
use locale::Words;

use crate::frame::Frame;

/// Somebody who may have called.
pub struct Likely {
    /// Who.
    pub client: Client,
    /// `known` or `maybe`.
    pub standing: &'static str,
    /// Whether they are known or only maybe, and what speaks for them.
    pub why: String,
    /// Whether it is said to be theirs now.
    pub present: bool,
}

/// Candidates as they are drawn, the likeliest first.
#[must_use]
pub fn likely(candidates: Vec<Candidate>, present: Option<ClientId>, frame: &Frame) -> Vec<Likely> {
    let t = frame.t;
    let one = |candidate: Candidate| {
        let standing = match candidate.standing {
            desk::clients::Standing::Known => t.msg_client_known(),
            desk::clients::Standing::Maybe => t.msg_client_maybe(),
        };
        let mut words = vec![standing];
        words.extend(
            candidate
                .reasons
                .iter()
                .map(|reason| reason_word(*reason, t)),
        );
        Likely {
            standing: candidate.standing.as_str(),
            why: words.join(", "),
            present: present == Some(candidate.client.id),
            client: candidate.client,
        }
    };
    candidates.into_iter().map(one).collect()
}

fn reason_word(reason: Reason, t: &Words) -> String {
    match reason {
        Reason::Only => t.msg_client_reason_only(),
        Reason::Chosen => t.msg_client_reason_chosen(),
        Reason::ChosenBefore => t.msg_client_reason_chosen_before(),
        Reason::LastContact => t.msg_client_reason_last(),
        Reason::SameResponsible => t.msg_client_reason_responsible(),
        Reason::InWork => t.msg_client_reason_in_work(),
        Reason::Primary => t.msg_client_reason_primary(),
    }
}
