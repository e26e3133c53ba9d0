//! An agent outside.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// A person who works in the desk.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Agent {
    #[schema(example = "agt_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// What they sign in with.
    email: String,
    name: String,
    /// `admin`, `supervisor`, `agent` or `internal`.
    #[schema(example = "agent")]
    role: &'static str,
    telephony: Telephony,
    /// Ids of the groups they are in.
    groups: Vec<String>,
    /// Whether they may sign in.
    active: bool,
    /// Whether they have yet to set a password.
    invited: bool,
    /// The language they read, `ru` or `en`.
    language: &'static str,
    created_at: Timestamp,
    /// What they are for their colleagues: `online`, `away` or `do_not_disturb`.
    #[schema(example = "online")]
    presence: &'static str,
    /// When they were last here with a browser.
    last_seen_at: Option<Timestamp>,
    /// Whether they have a second factor.
    second_factor: bool,
}

/// Who an agent is for the PBX.
#[derive(Debug, Serialize, ToSchema)]
struct Telephony {
    /// `uis`, `comagic`, `novofon` or `callgear`.
    #[schema(example = "uis")]
    provider: Option<&'static str>,
    /// The provider's id of this employee.
    #[schema(example = "391001")]
    operator_id: Option<String>,
    /// E.164.
    #[schema(example = "+74951500000")]
    virtual_number: Option<String>,
}

/// A new agent with the address where they set their password.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InvitedAgent {
    #[serde(flatten)]
    agent: Agent,
    /// Give it to them: whoever opens it sets the password. It is told this once.
    invitation_url: String,
}

pub(crate) fn shape_member(member: desk::people::Member) -> Agent {
    let agent = member.agent;
    Agent {
        presence: member.presence.as_str(),
        last_seen_at: member.last_seen_at,
        second_factor: member.second_factor,
        id: text(agent.id),
        email: agent.email.into(),
        name: agent.name,
        role: agent.role.as_str(),
        telephony: Telephony {
            provider: agent.telephony.provider.map(domain::Provider::as_str),
            operator_id: agent.telephony.operator_id.map(String::from),
            virtual_number: agent.telephony.virtual_number.map(String::from),
        },
        groups: agent.groups.into_iter().map(text).collect(),
        active: agent.active,
        invited: agent.invited,
        language: agent.language.tag(),
        created_at: agent.created_at,
    }
}

pub(crate) fn shape_invited((agent, invitation_url): (domain::Agent, String)) -> InvitedAgent {
    // Nobody has seen them yet.
    let member = desk::people::Member {
        agent,
        presence: domain::presence::Presence::Away,
        last_seen_at: None,
        second_factor: false,
    };
    InvitedAgent {
        agent: shape_member(member),
        invitation_url,
    }
}
