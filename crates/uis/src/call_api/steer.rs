//! What can be done with a call that is going on.

use serde_json::{Value, json};

use super::CallApi;
use super::message::Message;
use crate::rpc::Failure;

impl CallApi {
    /// Ends the call for everybody.
    pub async fn release(&self, session: i64) -> Result<(), Failure> {
        self.steer("release.call", json!({"call_session_id": session}))
            .await
    }

    /// Puts the client on hold, who hears `message` or the platform's music.
    pub async fn hold(&self, session: i64, message: Option<&Message>) -> Result<(), Failure> {
        let mut params = json!({"call_session_id": session});
        if let Some(message) = message {
            params["contact_message"] = json!(message);
        }
        self.steer("hold.call", params).await
    }

    /// Takes the client off hold.
    pub async fn unhold(&self, session: i64) -> Result<(), Failure> {
        self.steer("unhold.call", json!({"call_session_id": session}))
            .await
    }

    /// Dials a third party while the client is on hold: an extension, a SIP number, an employee's number or any.
    pub async fn make(
        &self,
        session: i64,
        to: &str,
        message: Option<&Message>,
    ) -> Result<(), Failure> {
        let mut params = json!({"call_session_id": session, "to": to});
        if let Some(message) = message {
            params["to_message"] = json!(message);
        }
        self.steer("make.call", params).await
    }

    /// Gives the third party up and goes back to the client.
    pub async fn restore(&self, session: i64) -> Result<(), Failure> {
        self.steer("restore.talk", json!({"call_session_id": session}))
            .await
    }

    /// Leaves the client with the third party.
    pub async fn transfer(&self, session: i64) -> Result<(), Failure> {
        self.steer("transfer.talk", json!({"call_session_id": session}))
            .await
    }

    /// Takes one party out; without the client the call is over.
    pub async fn disconnect_leg(&self, session: i64, leg: i64) -> Result<(), Failure> {
        let params = json!({"call_session_id": session, "leg_id": leg});
        self.steer("disconnect.leg", params).await
    }

    /// Puts a tag on the call. Once it is over, the Data API does that.
    pub async fn tag(&self, session: i64, tag: i64) -> Result<(), Failure> {
        let params = json!({"call_session_id": session, "tag_id": tag});
        self.steer("tag.call", params).await
    }

    /// Turns the recording on or off. What the account's owner records always cannot be turned off.
    pub async fn record(&self, session: i64, on: bool) -> Result<(), Failure> {
        let action = if on { "on" } else { "off" };
        let params = json!({"call_session_id": session, "action": action});
        self.steer("record.call", params).await
    }

    /// Lets a coach into the talk, whom the client does not hear: the employee's own, or the one at this number.
    pub async fn add_coach(&self, session: i64, number: Option<&str>) -> Result<(), Failure> {
        let mut params = json!({"call_session_id": session});
        if let Some(number) = number {
            params["phone_number"] = json!(number);
        }
        self.steer("add.coach", params).await
    }

    /// Puts the client's number on the black list and ends the call.
    pub async fn block_contact(&self, session: i64) -> Result<(), Failure> {
        self.steer("block.contact", json!({"call_session_id": session}))
            .await
    }

    /// Sends the client's side one symbol: a digit, `*` or `#`.
    pub async fn send_dtmf(&self, session: i64, symbol: char) -> Result<(), Failure> {
        let params = json!({"call_session_id": session, "dtmf_string": symbol.to_string()});
        self.steer("send.dtmf", params).await
    }

    /// Success is the text "true" in all of these.
    pub(super) async fn steer(&self, method: &'static str, params: Value) -> Result<(), Failure> {
        self.line.ask(method, &params).await?.done()
    }
}
