//! The PBX of a channel against the sandbox: calls here, keys and operators in `account`.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod account;

use std::future::IntoFuture as _;
use std::time::Duration;

use domain::agent::OperatorId;
use domain::{Country, Language, PhoneNumber};
use dozvon_telephony::outbound::Outbound;
use dozvon_telephony::pbx::{Addresses, Click, Pbx, Why};
use sandbox::{Options, Sandbox};
use secrecy::SecretString;
use serde_json::{Value, json};

struct Account {
    url: String,
    secret: SecretString,
    http: reqwest::Client,
}

impl Account {
    async fn new() -> Self {
        let sandbox = Sandbox::open(Options::default()).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let secret = SecretString::from(sandbox.api_key());
        tokio::spawn(axum::serve(listener, sandbox.router()).into_future());
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let account = Self { url, secret, http };
        account
            .panel(
                "faults",
                json!({"api_scenario": "open", "api_speed": 10_000}),
            )
            .await;
        account
    }

    fn addresses(&self) -> Addresses {
        Addresses {
            call_api: format!("{}/call-api/v4.0", self.url),
            data_api: format!("{}/data-api/v2.0", self.url),
        }
    }

    fn pbx(&self) -> Pbx {
        Pbx::new(&Outbound::new().unwrap(), &self.addresses(), &self.secret)
    }

    async fn panel(&self, path: &str, body: Value) {
        let request = self
            .http
            .post(format!("{}/panel/{path}", self.url))
            .body(body.to_string());
        assert!(request.send().await.unwrap().status().is_success());
    }
}

fn phone(text: &str) -> PhoneNumber {
    PhoneNumber::parse(text, Country::default()).unwrap()
}

/// Waits until so many parties of the call are in this state.
async fn until(pbx: &Pbx, call: i64, parties: usize, state: &str) {
    let asking = async {
        let mut beat = tokio::time::interval(Duration::from_millis(5));
        loop {
            beat.tick().await;
            let live = pbx.live().await.unwrap();
            let call = live.iter().find(|it| it.call_session_id == call);
            let legs = call.map(|call| call.legs.as_slice()).unwrap_or_default();
            if legs
                .iter()
                .filter(|leg| leg.state.as_deref() == Some(state))
                .count()
                == parties
            {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(30), asking)
        .await
        .unwrap();
}

async fn click(
    pbx: &Pbx,
    operator: &str,
    client: &str,
) -> Result<i64, dozvon_telephony::pbx::Failure> {
    let (operator, own, client) = (
        OperatorId::parse(operator).unwrap(),
        phone("+74950000001"),
        phone(client),
    );
    let click = Click {
        operator: &operator,
        own_number: &own,
        client: &client,
        external_id: "tkt_7",
    };
    pbx.start(&click).await
}

#[tokio::test]
async fn a_call_is_begun_held_passed_on_and_ended() {
    let pbx = Account::new().await.pbx();
    let call = click(&pbx, "391002", "+79160000003").await.unwrap();
    until(&pbx, call, 2, "Разговор").await;
    assert_eq!(
        pbx.live().await.unwrap()[0].external_id.as_deref(),
        Some("tkt_7")
    );
    pbx.press(call, '5').await.unwrap();
    pbx.hold(call).await.unwrap();
    pbx.dial(call, "103").await.unwrap();
    until(&pbx, call, 2, "Разговор операторов").await;
    pbx.give_up(call).await.unwrap();
    pbx.hold(call).await.unwrap();
    pbx.dial(call, "+79260000009".trim_start_matches('+'))
        .await
        .unwrap();
    until(&pbx, call, 2, "Разговор операторов").await;
    pbx.pass_on(call).await.unwrap();
    assert_eq!(pbx.unhold(call).await.unwrap_err().why(), Why::State);
    pbx.hang_up(call).await.unwrap();
    until(&pbx, call, 0, "Разговор").await;
    assert_eq!(pbx.hang_up(call).await.unwrap_err().why(), Why::Over);
}

#[tokio::test]
async fn a_call_that_cannot_be_begun_says_why() {
    let account = Account::new().await;
    let pbx = account.pbx();
    for (operator, client, why) in [
        ("7", "+79160000003", Why::Operator),
        (
            "99999999999999999999999".get(..19).unwrap(),
            "+79160000003",
            Why::Operator,
        ),
        ("391002", "+74950000001", Why::Number),
    ] {
        let failure = click(&pbx, operator, client).await.unwrap_err();
        assert_eq!(
            (failure.why(), failure.may_have_been_done()),
            (why, false),
            "{operator} {client}"
        );
        assert!(
            failure.sentence(Language::Ru).ends_with('.')
                && failure.sentence(Language::En).ends_with('.')
        );
    }
    account
        .panel("faults", json!({"components_off": ["callapi"]}))
        .await;
    let refused = click(&pbx, "391002", "+79160000003").await;
    assert_eq!(refused.unwrap_err().why(), Why::Component);
    account
        .panel(
            "faults",
            json!({"components_off": [], "api_trouble": "html"}),
        )
        .await;
    let refused = click(&pbx, "391002", "+79160000003").await;
    assert_eq!(refused.unwrap_err().why(), Why::Unreachable);
}
