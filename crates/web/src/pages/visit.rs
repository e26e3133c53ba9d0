//! A visit to a page: who came, what they asked for, and the frame that stands around the answer.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use desk::Desk;
use desk::live::veiled;
use desk::presence::Around;
use domain::{Actor, At, Language, Role, Status};
use jiff::tz::TimeZone;
use locale::{Words, words};
use store::tickets::TicketFilter;

use super::typed::Typed;
use crate::Web;
use crate::frame::{Frame, Me, Moment, Person, Presence, Section};
use crate::problem::Result;
use crate::who::Signed;

/// Statuses of tickets in which somebody still has something to do.
pub const IN_WORK: [Status; 4] = [Status::New, Status::Open, Status::Pending, Status::OnHold];

/// Somebody signed in, at a page. Others are sent to the sign-in.
#[derive(Clone)]
pub struct Visit {
    /// The desk.
    pub desk: Desk,
    /// Who came.
    pub actor: Actor,
    /// What stands behind the question mark of the address.
    pub query: Typed,
    path: String,
}

impl FromRequestParts<Web> for Visit {
    type Rejection = Response;
    async fn from_request_parts(
        parts: &mut Parts,
        web: &Web,
    ) -> std::result::Result<Self, Response> {
        let Signed(actor) = Signed::from_request_parts(parts, web).await?;
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        Ok(Self {
            desk: web.desk.clone(),
            actor,
            query: Typed::read(parts.uri.query().unwrap_or_default().as_bytes()),
            path: path.to_owned(),
        })
    }
}

impl Visit {
    /// The words of the visitor's language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        words(self.actor.language)
    }

    /// The frame of a page that renews itself when one of these things changes: `"calls call:call_…"`.
    pub async fn frame(&self, section: Section, live: impl Into<String>) -> Result<Frame> {
        let mut frame = around(&self.desk, &self.actor, section, &self.path).await?;
        let names = live.into();
        let names: Vec<String> = names.split_whitespace().map(veiled).collect();
        frame.live = names.join(" ");
        Ok(frame)
    }

    /// The frame of an answer to a form with a mistake: it stays as it is. `page` is the address where the form stands.
    pub async fn still(&self, section: Section, page: &str) -> Result<Frame> {
        around(&self.desk, &self.actor, section, page).await
    }
}

/// What surrounds every signed-in page.
pub(super) async fn around(
    desk: &Desk,
    actor: &Actor,
    section: Section,
    path: &str,
) -> Result<Frame> {
    let mine = TicketFilter {
        statuses: IN_WORK.to_vec(),
        assignee: Some(Some(actor.agent)),
        ..TicketFilter::default()
    };
    let my_tickets = u64::try_from(desk.count_tickets(actor, &mine).await?).unwrap_or_default();
    let unread = desk.unread_notices(actor).await?;
    let around = desk.around(actor).await?;
    let zone = zone(desk);
    let now = desk.now();
    Ok(Frame {
        t: words(actor.language),
        language: actor.language,
        now,
        zone: zone.clone(),
        path: path.to_owned(),
        section,
        live: String::new(),
        search: String::new(),
        me: Me {
            name: actor.name.clone(),
            role: actor.role,
            presence: around
                .iter()
                .find(|one| one.id == actor.agent)
                .map(Presence::of),
        },
        my_tickets: (my_tickets > 0).then_some(my_tickets),
        unread: u64::try_from(unread).unwrap_or_default(),
        people: people(&around, actor, now, &zone, actor.language),
    })
}

/// More colleagues than this do not stand in the rail.
const MOST_PEOPLE: usize = 12;

/// Colleagues who are here; of a call, since when.
fn people(
    all: &[Around],
    actor: &Actor,
    now: At,
    zone: &TimeZone,
    language: Language,
) -> Vec<Person> {
    let others = all.iter().filter(|one| one.id != actor.agent);
    let person = |one: &Around| Person {
        name: one.name.clone(),
        presence: Presence::of(one),
        since: one
            .call
            .map(|(_, since)| Moment::since(since, now, zone, language)),
    };
    others.map(person).take(MOST_PEOPLE).collect()
}

fn zone(desk: &Desk) -> TimeZone {
    TimeZone::get(&desk.options().time_zone).unwrap_or(TimeZone::UTC)
}

/// Whether somebody in this role changes things; internal employees read and comment.
#[must_use]
pub fn may_change(role: Role) -> bool {
    match role {
        Role::Admin | Role::Supervisor | Role::Agent => true,
        Role::Internal => false,
    }
}
