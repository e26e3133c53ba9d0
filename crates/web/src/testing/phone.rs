//! A PBX that can be called through: it answers every request of its Call API as it is told to.

use std::collections::HashMap;

use desk::channels::ChannelChange;
use desk::options::ProviderOptions;
use desk::testing::TestDesk;
use desk::{Desk, Options};
use domain::{Actor, ChannelId, Provider};
use serde_json::{Value, json};
use telephony::pbx::Addresses;
use wiremock::matchers::{body_partial_json, method};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::TestWeb;

/// A PBX, a channel with its key, and Anna, who is an operator of it.
pub(crate) struct Phone<'a> {
    pub(crate) web: TestWeb<'a>,
    pub(crate) channel: ChannelId,
    pub(crate) anna: Actor,
    pub(crate) pbx: MockServer,
    desk: Desk,
}

impl<'a> Phone<'a> {
    pub(crate) async fn of(test: &'a TestDesk) -> Self {
        let pbx = MockServer::start().await;
        let uis = ProviderOptions {
            addresses: Some(Addresses {
                call_api: pbx.uri(),
                data_api: pbx.uri(),
            }),
            ..ProviderOptions::default()
        };
        let options = Options {
            providers: HashMap::from([(Provider::Uis, uis)]),
            ..Options::default()
        };
        let desk = test.another_desk(options);
        let web = TestWeb::of(test, desk.clone());
        let channel = test.channel().await;
        let change = ChannelChange {
            app_secret: Some("a key of the account".to_owned()),
            ..ChannelChange::default()
        };
        let admin = test.admin().await;
        let changed = test.desk.change_channel(&admin, channel, &change);
        changed.await.unwrap();
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", Some("+74950000001"))
            .await;
        Self {
            web,
            channel,
            anna,
            pbx,
            desk,
        }
    }

    /// Does what is to be done later.
    pub(crate) async fn work(&self) {
        self.desk.work_all().await.unwrap();
    }

    /// Has a method answered with this result.
    pub(crate) async fn answers(&self, name: &str, result: Value) {
        let answer = json!({"jsonrpc": "2.0", "id": 1, "result": result});
        self.gives(name, ResponseTemplate::new(200).set_body_json(answer))
            .await;
    }

    /// Has a method answered like this.
    pub(crate) async fn gives(&self, name: &str, answer: ResponseTemplate) {
        let asked = Mock::given(method("POST")).and(body_partial_json(json!({"method": name})));
        asked.respond_with(answer).mount(&self.pbx).await;
    }

    /// What a method was asked with, each time.
    pub(crate) async fn asked(&self, name: &str) -> Vec<Value> {
        let requests = self.pbx.received_requests().await.unwrap_or_default();
        let bodies = requests
            .iter()
            .filter_map(|request| request.body_json().ok());
        let named = bodies.filter(|body: &Value| body["method"] == name);
        named.map(|body| body["params"].clone()).collect()
    }
}
