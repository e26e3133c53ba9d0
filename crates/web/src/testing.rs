//! The whole HTTP side over a desk of tests, spoken to without a network.

mod answer;
mod caller;
mod pbx;
mod phone;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use desk::testing::TestDesk;
use domain::{Actor, ChannelId};
use tower::ServiceExt;

use crate::{WebOptions, router};

pub(crate) use answer::Answer;
pub(crate) use caller::Caller;
pub(crate) use pbx::{finished, missed, ringing};
pub(crate) use phone::Phone;

/// The HTTP side.
pub(crate) struct TestWeb<'a> {
    pub(crate) test: &'a TestDesk,
    router: Router,
}

impl<'a> TestWeb<'a> {
    pub(crate) fn over(test: &'a TestDesk) -> Self {
        Self::with(test, WebOptions::default())
    }

    pub(crate) fn with(test: &'a TestDesk, options: WebOptions) -> Self {
        Self {
            test,
            router: router(test.desk.clone(), options),
        }
    }

    /// Over another desk on the same store.
    pub(crate) fn of(test: &'a TestDesk, desk: desk::Desk) -> Self {
        Self {
            test,
            router: router(desk, WebOptions::default()),
        }
    }

    /// Sends a request.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        Answer::of(self.router.clone().oneshot(request).await.unwrap()).await
    }

    /// Sends a GET without any key.
    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).unwrap())
            .await
    }

    /// Somebody with a key of theirs.
    pub(crate) async fn caller(&self, actor: &Actor) -> Caller<'_> {
        let (_, key) = self
            .test
            .desk
            .create_key(actor, None, "test")
            .await
            .unwrap();
        Caller { web: self, key }
    }

    pub(crate) async fn admin(&self) -> Caller<'_> {
        self.caller(&self.test.admin().await).await
    }

    pub(crate) async fn agent(&self, channels: &[ChannelId]) -> Caller<'_> {
        self.caller(&self.test.agent("anna", channels).await).await
    }

    /// Sends a notification as the provider does, and has it heard.
    pub(crate) async fn notify(&self, token: &str, body: &str) {
        let request = Request::post(format!("/hooks/uis/{token}"));
        let request = request.body(Body::from(body.to_owned())).unwrap();
        assert_eq!(self.send(request).await.status, 200);
        self.test.desk.hear_all().await.unwrap();
    }
}
