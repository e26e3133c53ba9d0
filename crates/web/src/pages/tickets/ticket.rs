//! The ticket in the middle: its head, its timeline, the field for a comment.

use desk::tickets::TicketView;

use super::props::{Prop, props, tags};
use super::timeline::{Timeline, timeline};
use super::view::Wanted;
use crate::form::Mistakes;
use crate::frame::Frame;
use crate::pages::typed::Typed;
use crate::pages::visit::{Visit, may_change};
use crate::problem::Result;

/// A form of the ticket that was not taken: what was typed, what is wrong, and what somebody else did meanwhile.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// What was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub mistakes: Mistakes,
    /// Who has changed the same meanwhile, and how.
    pub conflict: Option<String>,
}

/// The pane as it is drawn.
pub struct TicketPane {
    /// The number people say.
    pub number: i64,
    /// Its id: drafts are kept under it.
    pub id: String,
    /// The version that forms are about.
    pub version: i64,
    /// What it is about.
    pub subject: String,
    /// Its channel.
    pub channel: Option<String>,
    /// Its client's name.
    pub client: Option<String>,
    /// Where its forms are sent.
    pub path: String,
    /// Where a comment is sent.
    pub comments: String,
    /// The list it was chosen from.
    pub back: String,
    /// Its client on a narrow screen.
    pub to_client: String,
    /// Status, assignee and priority.
    pub props: Vec<Prop>,
    /// Labels, parted by commas.
    pub tags: String,
    /// Whether this agent changes tickets, or comments only.
    pub may_change: bool,
    /// Whether it is in work.
    pub is_open: bool,
    /// Its status as forms send it back.
    pub status: &'static str,
    /// What happened.
    pub timeline: Timeline,
    /// The form that was not taken.
    pub form: Form,
}

impl TicketPane {
    /// What stands in a field of a form: what was typed there, else what is.
    #[must_use]
    pub fn field(&self, name: &str, now: &str) -> String {
        self.form.typed.sent(name).unwrap_or(now).to_owned()
    }

    /// Whether the form of this field has to be shown open.
    #[must_use]
    pub fn is_open_at(&self, name: &str) -> bool {
        self.form.typed.sent(name).is_some()
    }

    /// What is wrong with a field that has no room for notes beside it.
    #[must_use]
    pub fn mistake(&self) -> &str {
        let fields = ["", "status", "assignee_id", "priority"];
        fields
            .into_iter()
            .map(|field| self.form.mistakes.of(field))
            .find(|note| !note.is_empty())
            .unwrap_or_default()
    }
}

/// The pane of a ticket.
pub async fn pane(
    visit: &Visit,
    frame: &Frame,
    wanted: &Wanted,
    view: TicketView,
    form: Form,
) -> Result<TicketPane> {
    let colleagues = visit.desk.colleagues(&visit.actor).await?;
    let ticket = &view.ticket;
    let (number, suffix) = (ticket.number, wanted.suffix());
    Ok(TicketPane {
        number,
        id: ticket.id.to_string(),
        version: ticket.version,
        subject: ticket.subject.as_str().to_owned(),
        channel: view.channel_name.clone(),
        client: view.client.as_ref().map(|client| client.name.clone()),
        path: format!("/tickets/{number}{suffix}"),
        comments: format!("/tickets/{number}/comments{suffix}"),
        back: format!("/tickets{suffix}"),
        to_client: format!("/tickets/{number}{}", wanted.suffix_with(Some("client"))),
        props: props(&view, &colleagues, frame, &form.typed),
        tags: tags(&view),
        may_change: may_change(visit.actor.role),
        is_open: ticket.status.is_open(),
        status: ticket.status.as_str(),
        timeline: timeline(visit, frame, ticket).await?,
        form,
    })
}
