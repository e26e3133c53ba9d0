//! A PBX for the tests: the sandbox, a channel with its key, an agent with an operator.

use std::collections::HashMap;

use domain::{Actor, ChannelId, Provider};
use sandbox::Sandbox;
use serde_json::{Value, json};
use telephony::pbx::Addresses;

use crate::channels::ChannelChange;
use crate::options::ProviderOptions;
use crate::phone::DialForm;
use crate::testing::TestDesk;
use crate::{Desk, Options};

/// A desk that is connected to a sandbox.
pub(crate) struct Bench {
    pub(crate) desk: Desk,
    pub(crate) channel: ChannelId,
    /// Works in the channel, is operator 391001 and calls from +7 495 000-00-01.
    pub(crate) anna: Actor,
    url: String,
    http: reqwest::Client,
}

impl Bench {
    pub(crate) async fn over(test: &TestDesk) -> Self {
        let sandbox = Sandbox::open(sandbox::Options::default()).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let secret = sandbox.api_key().to_owned();
        tokio::spawn(IntoFuture::into_future(axum::serve(
            listener,
            sandbox.router(),
        )));
        let addresses = Addresses {
            call_api: format!("{url}/call-api/v4.0"),
            data_api: format!("{url}/data-api/v2.0"),
        };
        let uis = ProviderOptions {
            addresses: Some(addresses),
            ..ProviderOptions::default()
        };
        let desk = test.another_desk(Options {
            providers: HashMap::from([(Provider::Uis, uis)]),
            ..Options::default()
        });
        let channel = test.channel().await;
        let change = ChannelChange {
            app_secret: Some(secret),
            ..ChannelChange::default()
        };
        let admin = test.admin().await;
        // On a desk that does not try the key by itself.
        test.desk
            .change_channel(&admin, channel, &change)
            .await
            .unwrap();
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", Some("+74950000001"))
            .await;
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let bench = Self {
            desk,
            channel,
            anna,
            url,
            http,
        };
        let patient = json!({"api_scenario": "open", "api_speed": 10_000});
        bench.panel("faults", patient).await;
        bench
    }

    /// Tells the sandbox's panel.
    pub(crate) async fn panel(&self, path: &str, body: Value) {
        let request = self.http.post(format!("{}/panel/{path}", self.url));
        let answer = request.body(body.to_string()).send().await.unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
    }

    /// Waits until a party of the call is in this state, or with "" until the PBX knows it no more.
    pub(crate) async fn until(&self, session: i64, state: &str) {
        let channel = self.desk.channel(&self.anna, self.channel).await.unwrap();
        let mut conn = self.desk.store.read().await.unwrap();
        let pbx = self.desk.pbx(&mut conn, &channel).await.unwrap();
        drop(conn);
        let asking = async {
            let mut beat = tokio::time::interval(std::time::Duration::from_millis(20));
            loop {
                beat.tick().await;
                let all = pbx.live().await.unwrap();
                let call = all.iter().find(|call| call.call_session_id == session);
                let there = match call {
                    Some(call) => call
                        .legs
                        .iter()
                        .any(|leg| leg.state.as_deref() == Some(state)),
                    None => state.is_empty(),
                };
                if there {
                    return;
                }
            }
        };
        let patience = std::time::Duration::from_secs(30);
        tokio::time::timeout(patience, asking).await.unwrap();
    }

    /// The session of a call that is over there and was recorded.
    pub(crate) async fn recorded(&self) -> Option<i64> {
        let calls = self.look("calls").await;
        let over = calls["calls"].as_array().unwrap().iter().find(|call| {
            let recorded = call["recordings"].as_array();
            call["state"] == "finished" && recorded.is_some_and(|all| !all.is_empty())
        });
        over.and_then(|call| call["call_session_id"].as_i64())
    }

    /// What the sandbox's panel shows.
    pub(crate) async fn look(&self, path: &str) -> Value {
        let request = self.http.get(format!("{}/panel/{path}", self.url));
        let answer = request.send().await.unwrap().bytes().await.unwrap();
        serde_json::from_slice(&answer).unwrap()
    }

    /// How many calls the PBX has begun.
    pub(crate) async fn begun(&self) -> usize {
        let calls = self.look("calls").await;
        let calls = calls.as_array().or_else(|| calls["calls"].as_array());
        calls.unwrap().len()
    }
}

/// A call to this number.
pub(crate) fn to(number: &str) -> DialForm {
    DialForm {
        phone: Some(number.to_owned()),
        ..DialForm::default()
    }
}
