//! Who may listen: a right of its own, beside that to see the call.

use domain::{Actor, Call, CallId};
use store::{Conn, recordings};

use crate::calls::reachable;
use crate::{Denied, Refusal, Result};

/// The call, if the actor may listen to it.
pub(crate) async fn audible(conn: &mut Conn, actor: &Actor, id: CallId) -> Result<Call> {
    let call = reachable(conn, actor, id).await?;
    let rules = recordings::rules(conn, call.channel_id).await?;
    if rules.lets_listen(actor, call.agent_id) {
        Ok(call)
    } else {
        Err(Refusal::NotAllowed(Denied::MayNotListen))
    }
}
