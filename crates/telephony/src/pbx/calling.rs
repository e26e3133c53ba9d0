//! Calls that the desk begins, steers and ends.

use domain::PhoneNumber;
use domain::agent::OperatorId;
use uis::call_api::{EmployeeCall, LiveCall, Which};

use super::{Failure, Pbx};

/// A call of the PBX by its session.
pub type Call = i64;

/// A click on a number.
#[derive(Debug, Clone, Copy)]
pub struct Click<'a> {
    /// Whose phone rings first.
    pub operator: &'a OperatorId,
    /// The number that the client sees.
    pub own_number: &'a PhoneNumber,
    /// Whom they call.
    pub client: &'a PhoneNumber,
    /// Comes back in the call's notifications.
    pub external_id: &'a str,
}

impl Pbx {
    /// Rings the operator, then the client. Asked once: after a failure that
    /// [`may_have_been_done`](Failure::may_have_been_done) the notifications tell whether it was.
    pub async fn start(&self, click: &Click<'_>) -> Result<Call, Failure> {
        // More digits than an id can have are nobody's: the PBX says so better than we do.
        let operator = click.operator.as_str().parse().unwrap_or(i64::MAX);
        let (own, client) = (click.own_number.digits(), click.client.digits());
        let mut call = EmployeeCall::click(operator, own, client);
        call.external_id = Some(click.external_id.to_owned());
        Ok(self.calls.start_employee_call(&call).await?)
    }

    /// Ends the call for everybody.
    pub async fn hang_up(&self, call: Call) -> Result<(), Failure> {
        Ok(self.calls.release(call).await?)
    }

    /// Lets the client wait.
    pub async fn hold(&self, call: Call) -> Result<(), Failure> {
        Ok(self.calls.hold(call, None).await?)
    }

    /// Goes back to the client who waits.
    pub async fn unhold(&self, call: Call) -> Result<(), Failure> {
        Ok(self.calls.unhold(call).await?)
    }

    /// Dials somebody while the client waits: an extension, a SIP number or any number.
    pub async fn dial(&self, call: Call, to: &str) -> Result<(), Failure> {
        Ok(self.calls.make(call, to, None).await?)
    }

    /// Gives whoever was dialled up and goes back to the client.
    pub async fn give_up(&self, call: Call) -> Result<(), Failure> {
        Ok(self.calls.restore(call).await?)
    }

    /// Leaves the client with whoever was dialled.
    pub async fn pass_on(&self, call: Call) -> Result<(), Failure> {
        Ok(self.calls.transfer(call).await?)
    }

    /// Sends the client's side a digit, `*` or `#`.
    pub async fn press(&self, call: Call, symbol: char) -> Result<(), Failure> {
        Ok(self.calls.send_dtmf(call, symbol).await?)
    }

    /// The calls that are going on, with everybody who is in them.
    pub async fn live(&self) -> Result<Vec<LiveCall>, Failure> {
        Ok(self.calls.list_calls(&Which::default()).await?)
    }
}
