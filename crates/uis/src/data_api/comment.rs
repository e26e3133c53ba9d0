//! `create.communication_comment`: a remark on what has been, for instance a link to a ticket.

use serde::Serialize;
use serde_json::json;

use super::DataApi;
use crate::rpc::Failure;

/// What somebody got in touch by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CommunicationType {
    /// A call.
    Call,
    /// A chat.
    Chat,
    /// A goal of the site.
    Goal,
    /// A request left on the site.
    OfflineMessage,
}

impl DataApi {
    /// Writes a remark on what has been.
    pub async fn comment(
        &self,
        communication_id: i64,
        kind: CommunicationType,
        comment: &str,
    ) -> Result<(), Failure> {
        let params = json!({
            "communication_id": communication_id,
            "communication_type": kind,
            "comment": comment,
        });
        self.line
            .ask("create.communication_comment", &params)
            .await?
            .done()
    }
}
