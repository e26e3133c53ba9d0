//! A group outside.

use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// Several agents who work together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Group {
    #[schema(example = "grp_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    name: String,
    /// Ids of its agents.
    members: Vec<String>,
}

pub(crate) fn shape_group(group: domain::Group) -> Group {
    Group {
        id: text(group.id),
        name: group.name,
        members: group.members.into_iter().map(text).collect(),
    }
}
