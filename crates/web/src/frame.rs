//! The frame on which all pages stand: who is signed in, where they are, what surrounds the page.

mod bar;
mod call_sign;
mod flash;
mod moment;
mod person;
mod place;
mod ring;
mod theme;
mod wrap_up;

use std::borrow::Borrow;

use desk::live::veiled;
use domain::{At, Language, Role};
use jiff::tz::TimeZone;
use locale::Words;

pub use bar::Bar;
pub use call_sign::CallSign;
pub use flash::{Flash, Undo};
pub use moment::{Moment, Motion, duration};
pub use person::{Me, Person, Presence, initials};
pub use place::{Place, Section};
pub use ring::{RingCard, Rings};
pub use theme::Theme;
pub use wrap_up::{WrapUp, choices as outcome_choices};

/// What surrounds every signed-in page; its functions take references too, as templates give them. A page template has it as `frame`.
#[derive(Clone)]
pub struct Frame {
    /// The words of the agent's language.
    pub t: &'static Words,
    /// That language.
    pub language: Language,
    /// When the page was drawn.
    pub now: At,
    /// The agent's time zone: all times are shown in it.
    pub zone: TimeZone,
    /// The address of this page with its query, to come back to.
    pub path: String,
    /// Where in the rail this page is.
    pub section: Section,
    /// Names of changes that make the page renew itself, parted by spaces; empty for a page that stays as it is,
    /// such as the answer to a form with a mistake in it.
    pub live: String,
    /// What was searched for.
    pub search: String,
    /// Light or dark, when the agent has chosen.
    pub theme: Theme,
    /// The agent.
    pub me: Me,
    /// What the agent was told and has not read.
    pub unread: u64,
    /// Open tickets that wait for this agent: "7", "99+".
    pub my_tickets: Option<String>,
    /// Who was missed and waits to be called back.
    pub missed: Option<String>,
    /// Colleagues on shift, with what they do; empty hides the list.
    pub people: Vec<Person>,
    /// The call this agent is in.
    pub bar: Option<Bar>,
    /// What this agent is asked of a call that is over.
    pub wrap_up: Option<WrapUp>,
    /// Calls that ring at this agent.
    pub rings: Rings,
    /// What the last deed came to, told once, often with a way back.
    pub flash: Option<Flash>,
}

impl Frame {
    /// Has the page be renewed when one of these things changes too.
    pub fn listen(&mut self, names: &str) {
        for name in names.split_whitespace().map(veiled) {
            self.live.push(' ');
            self.live.push_str(&name);
        }
    }

    /// The rail's lists: the daily work, and what this agent may set up.
    #[must_use]
    pub fn places(&self) -> [Vec<Place>; 2] {
        [self.work(), self.settings()]
    }

    fn work(&self) -> Vec<Place> {
        let count = |section| match section {
            Section::Tickets => self.my_tickets.clone(),
            Section::Missed => self.missed.clone(),
            Section::Calls
            | Section::Clients
            | Section::Channels
            | Section::Extensions
            | Section::Agents
            | Section::Audit
            | Section::Macros
            | Section::Outcomes
            | Section::Notices
            | Section::Search
            | Section::Profile => None,
        };
        Section::WORK
            .into_iter()
            .map(|section| Place {
                count: count(section),
                ..self.place(section)
            })
            .collect()
    }

    /// What this agent may set up.
    #[must_use]
    pub fn settings(&self) -> Vec<Place> {
        Section::settings(self.me.role)
            .iter()
            .map(|section| self.place(*section))
            .collect()
    }

    /// What stands under the agent's name: what they do now, else what they are.
    #[must_use]
    pub fn standing(&self) -> String {
        match self.me.presence {
            Some(presence) => presence.word(self.t),
            None => role_name(self.t, self.me.role),
        }
    }

    /// "3 min. ago", moving on by itself.
    #[must_use]
    pub fn ago(&self, at: impl Borrow<At>) -> Moment {
        Moment::ago(*at.borrow(), self.now, &self.zone, self.t, self.language)
    }

    /// "2:14", counting up by itself.
    #[must_use]
    pub fn since(&self, at: impl Borrow<At>) -> Moment {
        Moment::since(*at.borrow(), self.now, &self.zone, self.language)
    }

    /// "13:46".
    #[must_use]
    pub fn hour(&self, at: impl Borrow<At>) -> Moment {
        Moment::hour(*at.borrow(), &self.zone, self.language)
    }

    /// "13:46:22".
    #[must_use]
    pub fn second(&self, at: impl Borrow<At>) -> Moment {
        Moment::second(*at.borrow(), &self.zone, self.language)
    }

    /// "19.11.2026, 13:46:22".
    #[must_use]
    pub fn exact(&self, at: impl Borrow<At>) -> Moment {
        Moment::whole(*at.borrow(), &self.zone, self.language)
    }

    /// The heading of a day: "Today, 19 November", "18 November", "18 November 2025".
    #[must_use]
    pub fn day(&self, at: impl Borrow<At>) -> String {
        moment::heading(*at.borrow(), self.now, &self.zone, self.t)
    }

    /// "18 Nov", "18 Nov 2025".
    #[must_use]
    pub fn date(&self, at: impl Borrow<At>) -> String {
        moment::date(*at.borrow(), self.now, &self.zone, self.t)
    }

    /// "24 min": how long somebody waits, moving on by itself.
    #[must_use]
    pub fn waiting(&self, since: impl Borrow<At>) -> Moment {
        Moment::waiting(*since.borrow(), self.now, &self.zone, self.t, self.language)
    }

    /// In lists: "13:46" today, "18 Nov" this year, "18 Nov 2025" before.
    #[must_use]
    pub fn day_or_hour(&self, at: impl Borrow<At>) -> Moment {
        Moment::day_or_hour(*at.borrow(), self.now, &self.zone, self.t, self.language)
    }

    fn place(&self, section: Section) -> Place {
        Place::of(section, self.t, section == self.section)
    }
}

/// What surrounds a page before signing in. A page template has it as `bare`.
#[derive(Clone)]
pub struct Bare {
    /// The words of the visitor's language.
    pub t: &'static Words,
    /// That language.
    pub language: Language,
    /// The desk's own name in the network, so that one sees where one signs in.
    pub host: String,
}

/// The name of a role.
#[must_use]
pub fn role_name(t: &Words, role: impl Borrow<Role>) -> String {
    match role.borrow() {
        Role::Admin => t.msg_role_admin(),
        Role::Supervisor => t.msg_role_supervisor(),
        Role::Agent => t.msg_role_agent(),
        Role::Internal => t.msg_role_internal(),
    }
}

/// The name of a language, in itself.
#[must_use]
pub fn language_name(t: &Words, language: impl Borrow<Language>) -> String {
    match language.borrow() {
        Language::Ru => t.msg_frame_language_ru(),
        Language::En => t.msg_frame_language_en(),
    }
}

#[cfg(test)]
#[path = "frame/tests.rs"]
mod tests;
