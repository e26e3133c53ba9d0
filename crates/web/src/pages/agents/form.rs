//! The form of an agent, new or known.

use askama::Template;
use desk::phone::OwnNumber;
use desk::{Denied, Refusal};
use domain::{AgentId, Group};

use super::super::choices::{choice, languages, providers_or_none, roles};
use super::super::mistakes::mistakes;
use super::super::typed::Typed;
use super::fields::Fields;
use super::standing::Standing;
use crate::form::{Choice, Mistakes};
use crate::frame::Frame;
use crate::problem::{self, Problem, Result};

/// The page with the form.
#[derive(Template)]
#[template(path = "agents/agent.html")]
pub(super) struct AgentForm {
    frame: Frame,
    title: String,
    action: String,
    new: bool,
    typed: Fields,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
    groups: Vec<Choice>,
    providers: Vec<Choice>,
    numbers: Vec<OwnNumber>,
    mistakes: Mistakes,
    invitation: Option<Invitation>,
    standing: Option<Standing>,
}

/// What can be done about somebody's password.
pub(super) struct Invitation {
    /// Where a new link is made.
    pub(super) action: String,
    /// Whether they have set none yet.
    pub(super) waiting: bool,
}

/// What the form is about.
pub(super) struct About {
    /// The page's heading.
    pub(super) title: String,
    /// Whom; nobody yet when new.
    pub(super) agent: Option<AgentId>,
    /// All groups.
    pub(super) groups: Vec<Group>,
    /// Numbers of the accounts, to choose from.
    pub(super) numbers: Vec<OwnNumber>,
    /// Ids of the ticked ones.
    pub(super) ticked: Vec<String>,
    /// What can be done about their password.
    pub(super) invitation: Option<Invitation>,
    /// Whether they work here, and how they sign in.
    pub(super) standing: Option<Standing>,
}

impl AgentForm {
    /// The form about somebody.
    pub(super) fn of(frame: Frame, about: About, typed: Fields, mistakes: Mistakes) -> Self {
        let t = frame.t;
        let group = |group: Group| {
            let ticked = about.ticked.contains(&group.id.to_string());
            choice(group.id.to_string(), group.name, ticked)
        };
        Self {
            roles: roles(&typed.role, t),
            languages: languages(&typed.language, t),
            providers: providers_or_none(&typed.provider, t),
            groups: about.groups.into_iter().map(group).collect(),
            action: match about.agent {
                Some(id) => format!("/settings/agents/{id}"),
                None => "/settings/agents".to_owned(),
            },
            new: about.agent.is_none(),
            numbers: about.numbers,
            title: about.title,
            invitation: about.invitation,
            standing: about.standing,
            frame,
            typed,
            mistakes,
        }
    }
}

/// Ids of the groups that were ticked.
pub(super) fn ticked(typed: &Typed) -> Vec<String> {
    typed.all("groups").map(str::to_owned).collect()
}

/// Notes for the form; what an administrator may not do to themselves or the last of them is told at the form, too.
pub(super) fn notes(refusal: Refusal, frame: &Frame) -> Result<Mistakes> {
    let Refusal::NotAllowed(Denied::LastAdmin | Denied::Yourself) = refusal else {
        return mistakes(refusal, frame.t);
    };
    let mut notes = Mistakes::default();
    notes.note("", problem::detail(&Problem::from(refusal), frame.t));
    Ok(notes)
}
