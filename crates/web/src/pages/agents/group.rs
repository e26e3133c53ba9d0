//! A group as its form shows it.

use domain::{Agent, Group, GroupId};

use super::super::choices::choice;
use super::super::typed::Typed;
use crate::form::{Choice, Mistakes};

/// A group's form, or that of a new one.
pub(super) struct GroupForm {
    /// Which; none when new.
    pub(super) id: Option<GroupId>,
    /// What its fields are told from those of other groups by.
    pub(super) key: String,
    /// Its name as it is kept.
    pub(super) label: String,
    /// Its name as it stands in the field.
    pub(super) name: String,
    /// How many are in it.
    pub(super) count: usize,
    /// Everybody, in it or not.
    pub(super) members: Vec<Choice>,
    /// What was not taken.
    pub(super) mistakes: Mistakes,
    /// Whether it is folded out.
    pub(super) open: bool,
}

impl GroupForm {
    /// The form of a group.
    pub(super) fn of(group: &Group, agents: &[Agent]) -> Self {
        Self {
            id: Some(group.id),
            key: group.id.to_string(),
            label: group.name.clone(),
            name: group.name.clone(),
            count: group.members.len(),
            members: members(agents, |agent| group.members.contains(&agent.id)),
            mistakes: Mistakes::default(),
            open: false,
        }
    }

    /// The form of one that is to be.
    pub(super) fn fresh(agents: &[Agent]) -> Self {
        Self {
            id: None,
            key: "group".to_owned(),
            label: String::new(),
            name: String::new(),
            count: 0,
            members: members(agents, |_| false),
            mistakes: Mistakes::default(),
            open: true,
        }
    }

    /// The same with what was typed, and what is wrong with it.
    pub(super) fn with(self, typed: &Typed, mistakes: Mistakes) -> Self {
        let ticked = |one: &Choice| typed.all("members").any(|id| id == one.value);
        let members = self.members.into_iter().map(|one| Choice {
            chosen: ticked(&one),
            ..one
        });
        Self {
            name: typed.one("name").to_owned(),
            members: members.collect(),
            mistakes,
            open: true,
            ..self
        }
    }

    pub(super) fn is_new(&self) -> bool {
        self.id.is_none()
    }

    /// Where the form is sent.
    pub(super) fn action(&self) -> String {
        match self.id {
            Some(id) => format!("/settings/groups/{id}"),
            None => "/settings/groups".to_owned(),
        }
    }

    /// Where the group is taken away.
    pub(super) fn deletion(&self) -> String {
        format!("{}/deletion", self.action())
    }

    /// Who is in it.
    pub(super) fn names(&self) -> String {
        let own = self.members.iter().filter(|member| member.chosen);
        own.map(|member| member.label.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Everybody who works here, and whoever is in it still.
fn members(agents: &[Agent], is_in: impl Fn(&Agent) -> bool) -> Vec<Choice> {
    let shown = agents.iter().filter(|agent| agent.active || is_in(agent));
    shown
        .map(|agent| choice(agent.id.to_string(), agent.name.as_str(), is_in(agent)))
        .collect()
}
