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

pub(crate) fn shape_agent(agent: domain::Agent) -> Agent {
    Agent {
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
    InvitedAgent {
        agent: shape_agent(agent),
        invitation_url,
    }
}
