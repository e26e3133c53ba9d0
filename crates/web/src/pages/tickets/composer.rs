//! The field for a comment: what was being written, macros to insert, colleagues to name.

use desk::tickets::TicketView;
use desk::words::{priority_name, status_name};
use domain::Language;
use domain::macros::Acts;
use locale::Words;

use super::ticket::Form;
use crate::frame::Frame;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// The field as it is drawn.
pub struct Composer {
    /// What stands in it.
    pub text: String,
    /// Whether that is what was being written before.
    pub is_draft: bool,
    /// Macros whose deeds are done with the comment.
    pub chosen: Vec<Ready>,
    /// Macros there are.
    pub macros: Vec<Ready>,
    /// Names of colleagues who can be named.
    pub people: Vec<String>,
}

/// A macro to choose.
pub struct Ready {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it changes, in words; "" when it only writes.
    pub acts: String,
}

/// The field of a ticket. What was typed and not taken stands in it, else what was being written, with the macro that the
/// address names.
pub async fn composer(
    visit: &Visit,
    frame: &Frame,
    view: &TicketView,
    form: &Form,
    people: Vec<String>,
) -> Result<Composer> {
    let id = view.ticket.id;
    let draft = visit.desk.draft(&visit.actor, id).await?;
    let typed = form.typed.sent("text").map(str::to_owned);
    let is_draft = typed.is_none() && draft.is_some();
    let mut text = typed.or(draft).unwrap_or_default();
    let macros = visit.desk.macros(&visit.actor).await?;
    let macros: Vec<Ready> = macros
        .into_iter()
        .map(|one| Ready {
            id: one.id.to_string(),
            name: one.name,
            acts: acts_in_words(&one.acts, frame.t, frame.language),
        })
        .collect();
    let mut wanted: Vec<String> = form.typed.all("macro").map(str::to_owned).collect();
    if let Some(id) = visit.query.some("macro").and_then(|id| id.parse().ok()) {
        let filled = visit
            .desk
            .fill_macro(&visit.actor, id, view.ticket.id)
            .await?;
        if !text.is_empty() && !filled.text.is_empty() {
            text.push('\n');
        }
        text.push_str(&filled.text);
        wanted.push(filled.id.to_string());
    }
    let chosen = macros
        .iter()
        .filter(|one| wanted.contains(&one.id) && !one.acts.is_empty());
    let chosen = chosen.map(|one| Ready {
        id: one.id.clone(),
        name: one.name.clone(),
        acts: one.acts.clone(),
    });
    Ok(Composer {
        text,
        is_draft,
        chosen: chosen.collect(),
        macros,
        people,
    })
}

/// What a macro changes: "Статус: Решён, Метки: чек".
#[must_use]
pub fn acts_in_words(acts: &Acts, t: &Words, language: Language) -> String {
    let status = acts.status.map(|status| status_name(status, language));
    let priority = acts.priority.map(|one| priority_name(one, language));
    let me = acts.assign_me.then(|| t.msg_macro_me());
    let tags = (!acts.tags.is_empty()).then(|| acts.tags.join(", "));
    let parts = [
        (t.msg_ticket_status(), status),
        (t.msg_ticket_priority(), priority),
        (t.msg_ticket_assignee(), me),
        (t.msg_ticket_tags(), tags),
    ];
    let told = parts
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}: {}", value?)));
    told.collect::<Vec<_>>().join(" · ")
}
