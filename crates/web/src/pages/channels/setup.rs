//! What an administrator may change of a channel: settings, tokens, access, policy.

use domain::channel::{Access, Token};
use domain::{Agent, AgentId, Channel, Group, Language, Role, TokenId};
use locale::Words;

use super::super::choices::{choice, providers};
use super::super::typed::Typed;
use super::calling::CallingFields;
use super::conflict::Conflict;
use super::hours::HoursFields;
use super::policy::PolicyFields;
use crate::form::{Choice, Mistakes};

/// The forms at the left of a channel's page.
pub(super) struct Setup {
    path: String,
    /// What was not taken.
    pub(super) mistakes: Mistakes,
    /// What stands in the fields.
    pub(super) typed: Fields,
    /// Telephonies.
    pub(super) providers: Vec<Choice>,
    /// Which calls make a ticket.
    pub(super) policy: PolicyFields,
    /// When calls are taken.
    pub(super) hours: HoursFields,
    /// How missed callers are called back, and who is rung.
    pub(super) calling: CallingFields,
    /// What else was changed meanwhile, when the form was not taken for it.
    pub(super) conflict: Option<Conflict>,
    /// The version the forms were drawn from.
    pub(super) version: i64,
    /// Whether the tokens are folded out.
    pub(super) tokens_open: bool,
    /// Groups, let in or not.
    pub(super) groups: Vec<Choice>,
    /// Agents, let in or not.
    pub(super) agents: Vec<Candidate>,
}

/// What stands in the text fields: what was typed, else what is kept. Never the App Secret.
pub(super) struct Fields {
    pub(super) name: String,
    pub(super) country: String,
    pub(super) time_zone: String,
    pub(super) close_after_minutes: String,
}

/// Somebody who may be let in.
pub(super) struct Candidate {
    pub(super) id: AgentId,
    pub(super) name: String,
    /// What one should know of them, or "".
    pub(super) note: String,
    pub(super) chosen: bool,
}

/// What is kept of a channel and around it.
pub(super) struct Kept {
    pub(super) channel: Channel,
    pub(super) tokens: Vec<(Token, String)>,
    pub(super) access: Access,
    pub(super) agents: Vec<Agent>,
    pub(super) groups: Vec<Group>,
}

impl Setup {
    /// The forms over what is kept, with what was typed in its place.
    pub(super) fn over(kept: &Kept, typed: &Typed, mistakes: Mistakes, language: Language) -> Self {
        let t = locale::words(language);
        let (channel, access) = (&kept.channel, &kept.access);
        let provider = typed.sent("provider").unwrap_or(channel.provider.as_str());
        let groups = kept.groups.iter().map(|group| {
            choice(
                group.id.to_string(),
                group.name.as_str(),
                access.groups.contains(&group.id),
            )
        });
        let agents = kept
            .agents
            .iter()
            .filter(|agent| !agent.role.reaches_all_channels());
        Self {
            path: format!("/channels/{}", channel.id),
            mistakes,
            typed: Fields::of(channel, typed),
            providers: providers(provider),
            policy: PolicyFields::over(&channel.policy, &kept.groups, typed, language),
            hours: HoursFields::over(channel, typed, t),
            calling: CallingFields::over(channel, typed),
            conflict: None,
            version: channel.version,
            tokens_open: false,
            groups: groups.collect(),
            agents: agents
                .filter_map(|agent| candidate(agent, access, t))
                .collect(),
        }
    }

    /// The address of a part of the channel; "" is the channel.
    pub(super) fn to(&self, part: &str) -> String {
        match part {
            "" => self.path.clone(),
            part => format!("{}/{part}", self.path),
        }
    }

    /// Where a token is revoked.
    pub(super) fn to_token(&self, id: &TokenId) -> String {
        format!("{}/tokens/{id}/revocation", self.path)
    }
}

impl Fields {
    fn of(channel: &Channel, typed: &Typed) -> Self {
        let field = |name: &str, kept: String| typed.sent(name).map_or(kept, str::to_owned);
        Self {
            name: field("name", channel.name.clone()),
            country: field("country", channel.country.to_string()),
            time_zone: field("time_zone", channel.time_zone.clone()),
            close_after_minutes: field(
                "close_after_minutes",
                channel.close_after_minutes.to_string(),
            ),
        }
    }
}

/// Somebody who left stands in the list only while they are still let in.
fn candidate(agent: &Agent, access: &Access, t: &Words) -> Option<Candidate> {
    let chosen = access.agents.contains(&agent.id);
    if !agent.active && !chosen {
        return None;
    }
    let note = match agent.role {
        _ if !agent.active => t.msg_channel_access_off(),
        Role::Internal => t.msg_channel_access_internal(),
        Role::Admin | Role::Supervisor | Role::Agent => String::new(),
    };
    Some(Candidate {
        id: agent.id,
        name: agent.name.clone(),
        note,
        chosen,
    })
}
