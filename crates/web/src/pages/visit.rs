//! A visit to a page: who came, what they asked for, and the frame that stands around the answer.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use desk::Desk;
use desk::live::veiled;
use desk::phone::Phone;
use desk::presence::Around;
use domain::{Actor, At, Language, Role};
use jiff::tz::TimeZone;
use locale::{Words, words};

use super::flash;
use super::panes::Panes;
use super::tickets::in_rail;
use super::typed::Typed;
use crate::Web;
use crate::frame::{
    Bar, Flash, Frame, Me, Moment, Person, Presence, Rings, Section, Theme, WrapUp,
};
use crate::problem::Result;
use crate::who::Signed;

/// Somebody signed in, at a page. Others are sent to the sign-in.
#[derive(Clone)]
pub struct Visit {
    /// The desk.
    pub desk: Desk,
    /// Who came.
    pub actor: Actor,
    /// What stands behind the question mark of the address.
    pub query: Typed,
    /// How wide the desk's panes are.
    pub panes: Panes,
    path: String,
    flash: Option<Flash>,
    theme: Theme,
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
            flash: flash::shown(&web.desk, &actor, &parts.headers),
            panes: Panes::of(&parts.headers),
            actor,
            query: Typed::read(parts.uri.query().unwrap_or_default().as_bytes()),
            path: path.to_owned(),
            theme: Theme::of(&parts.headers),
        })
    }
}

impl Visit {
    /// The time zone in which times are shown.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        zone(&self.desk)
    }

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
        frame.flash.clone_from(&self.flash);
        frame.theme = self.theme;
        Ok(frame)
    }

    /// On to another page, which tells once what was done.
    #[must_use]
    pub fn on_to_saying(&self, path: &str, flash: &Flash) -> Response {
        flash::on_to_saying(&self.desk, &self.actor, path, flash)
    }

    /// Nothing but the calls that ring: asked for by every open page at once, so that it asks for nothing else.
    pub async fn ringing(&self) -> Result<Frame> {
        let mut frame = blank(&self.desk, &self.actor, Section::Tickets, "/tickets");
        let ringing = self.desk.rings(&self.actor).await?;
        frame.rings = Rings::of(&ringing, &frame);
        Ok(frame)
    }

    /// The frame of an answer to a form with a mistake: it stays as it is. `page` is the address where the form stands.
    pub async fn still(&self, section: Section, page: &str) -> Result<Frame> {
        let mut frame = around(&self.desk, &self.actor, section, page).await?;
        frame.theme = self.theme;
        Ok(frame)
    }
}

/// What surrounds every signed-in page.
pub(super) async fn around(
    desk: &Desk,
    actor: &Actor,
    section: Section,
    path: &str,
) -> Result<Frame> {
    let unread = desk.unread_notices(actor).await?;
    let around = desk.around(actor).await?;
    let [my_tickets, missed] = in_rail(desk, actor).await?;
    let ringing = desk.rings(actor).await?;
    let mut frame = blank(desk, actor, section, path);
    let me = around.iter().find(|one| one.id == actor.agent);
    frame.me.presence = me.map(Presence::of);
    frame.unread = u64::try_from(unread).unwrap_or_default();
    frame.people = people(&around, actor, frame.now, &frame.zone, actor.language);
    frame.my_tickets = my_tickets;
    frame.missed = missed;
    frame.rings = Rings::of(&ringing, &frame);
    frame.me.phone = desk.phone(actor).await?;
    frame.me.chooses = frame.me.can_call() && desk.has_origins(actor).await?;
    let bar = desk.call_bar(actor).await?;
    let since = |at| Moment::since(at, frame.now, &frame.zone, actor.language);
    frame.bar = bar.map(|bar| Bar::of(&bar, since, frame.t));
    let asked = desk.asked_outcome(actor).await?;
    frame.wrap_up = asked.map(|asked| WrapUp::of(&asked, frame.t));
    Ok(frame)
}

/// The frame with nothing in it that has to be asked for.
fn blank(desk: &Desk, actor: &Actor, section: Section, path: &str) -> Frame {
    Frame {
        t: words(actor.language),
        language: actor.language,
        now: desk.now(),
        zone: zone(desk),
        path: path.to_owned(),
        section,
        live: String::new(),
        search: String::new(),
        theme: Theme::System,
        me: Me {
            name: actor.name.clone(),
            role: actor.role,
            presence: None,
            phone: Phone::NotAllowed,
            chooses: false,
        },
        unread: 0,
        people: Vec::new(),
        my_tickets: None,
        missed: None,
        bar: None,
        wrap_up: None,
        rings: Rings::default(),
        flash: None,
    }
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

/// Whether somebody in this role shares views with everybody.
#[must_use]
pub fn may_share(role: Role) -> bool {
    match role {
        Role::Admin | Role::Supervisor => true,
        Role::Agent | Role::Internal => false,
    }
}

/// Whether somebody in this role sees the board on the wall.
#[must_use]
pub fn sees_wall(role: impl std::borrow::Borrow<Role>) -> bool {
    match role.borrow() {
        Role::Admin | Role::Supervisor => true,
        Role::Agent | Role::Internal => false,
    }
}

/// Whether somebody in this role changes things; internal employees read and comment.
#[must_use]
pub fn may_change(role: Role) -> bool {
    match role {
        Role::Admin | Role::Supervisor | Role::Agent => true,
        Role::Internal => false,
    }
}
