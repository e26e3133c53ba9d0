//! The ticket in the middle: its head, its timeline, the field for a comment.

use desk::tickets::TicketView;
use domain::TicketId;

use super::composer::{Composer, composer};
use super::promises::{Promised, promised};
use super::props::{Prop, props};
use super::reminder::{Quick, choices, field_value};
use super::timeline::{Timeline, timeline};
use super::view::Wanted;
use crate::form::Mistakes;
use crate::frame::{Frame, Moment};
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
    /// Labels.
    pub tags: Vec<String>,
    /// Labels there are, to choose from.
    pub known_tags: Vec<String>,
    /// Where labels are put on and taken off.
    pub labels: String,
    /// When somebody is to be reminded.
    pub reminder: Option<Moment>,
    /// The same as forms send it back, and as a field holds it.
    pub remind: (String, String),
    /// Moments to choose from.
    pub quick: Vec<Quick>,
    /// Others who look or type here, in words.
    pub others: Vec<Other>,
    /// Tickets that were merged into this one and can be parted again.
    pub merged: Vec<i64>,
    /// What was promised in its calls.
    pub promised: Vec<Promised>,
    /// Where it is merged into another, and where what is written is kept.
    pub acts: Acts,
    /// The field for a comment.
    pub composer: Composer,
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

/// Addresses of what is done with a ticket.
pub struct Acts {
    /// Merging it.
    pub merge: String,
    /// Keeping what is being written.
    pub draft: String,
    /// Saying that one looks or types.
    pub looking: String,
}

/// Somebody else at the ticket.
pub struct Other {
    /// What they do, with their name.
    pub word: String,
    /// Whether they type.
    pub typing: bool,
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
        let fields = ["", "status", "assignee_id", "group_id", "priority"];
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
    let ticket = &view.ticket;
    let colleagues = visit.desk.who_sees(&visit.actor, ticket.id).await?;
    let groups = visit.desk.group_names(&visit.actor).await?;
    let people = colleagues.iter().map(|one| one.name.clone()).collect();
    let composer = composer(visit, frame, &view, &form, people).await?;
    let (number, suffix) = (ticket.number, wanted.suffix());
    let remind = ticket
        .reminder_at
        .map(|at| (at.to_string(), field_value(at, &frame.zone)));
    Ok(TicketPane {
        known_tags: visit.desk.known_tags(&visit.actor).await?,
        labels: format!("/tickets/{number}/labels{suffix}"),
        reminder: ticket.reminder_at.map(|at| frame.exact(at)),
        remind: remind.unwrap_or_default(),
        quick: choices(frame),
        others: others(visit, frame, ticket.id).await?,
        promised: promised(visit, frame, ticket.id).await?,
        merged: visit.desk.merged_into(&visit.actor, ticket.id).await?,
        acts: Acts {
            merge: format!("/tickets/{number}/merge{suffix}"),
            draft: format!("/tickets/{number}/draft"),
            looking: format!("/tickets/{number}/looking"),
        },
        composer,
        number,
        version: ticket.version,
        subject: ticket.subject.as_str().to_owned(),
        channel: view.channel_name.clone(),
        client: view.client.as_ref().map(|client| client.name.clone()),
        path: format!("/tickets/{number}{suffix}"),
        comments: format!("/tickets/{number}/comments{suffix}"),
        back: format!("/tickets{suffix}"),
        to_client: format!("/tickets/{number}{}", wanted.suffix_with(Some("client"))),
        props: props(&view, &colleagues, &groups, frame, &form.typed),
        tags: ticket.tags.clone(),
        may_change: may_change(visit.actor.role),
        is_open: ticket.status.is_open(),
        status: ticket.status.as_str(),
        timeline: timeline(visit, frame, ticket, &form).await?,
        form,
    })
}

async fn others(visit: &Visit, frame: &Frame, id: TicketId) -> Result<Vec<Other>> {
    let all = visit.desk.lookers(&visit.actor, id).await?;
    let told = all.into_iter().map(|one| Other {
        word: if one.typing {
            frame.t.msg_ticket_types(one.name.as_str())
        } else {
            frame.t.msg_ticket_looks(one.name.as_str())
        },
        typing: one.typing,
    });
    Ok(told.collect())
}
