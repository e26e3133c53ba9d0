//! The PBX of a channel against the sandbox.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::future::IntoFuture as _;
use std::time::Duration;

use domain::agent::OperatorId;
use domain::{Country, Language, PhoneNumber, Provider};
use dozvon_telephony::outbound::Outbound;
use dozvon_telephony::pbx::{Addresses, Click, Part, Pbx, Readiness, Switchboard, Verdict, Why};
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
    assert_eq!(
        click(&pbx, "391002", "+79160000003")
            .await
            .unwrap_err()
            .why(),
        Why::Component
    );
    account
        .panel(
            "faults",
            json!({"components_off": [], "api_trouble": "html"}),
        )
        .await;
    assert_eq!(
        click(&pbx, "391002", "+79160000003")
            .await
            .unwrap_err()
            .why(),
        Why::Unreachable
    );
}

#[tokio::test]
async fn a_key_that_works_tells_the_account() {
    let Verdict::Works(account) = Account::new().await.pbx().check().await else {
        panic!("it does not work");
    };
    assert_eq!(
        (account.id, account.lacks.as_slice()),
        (4735, [].as_slice())
    );
    assert_eq!(account.zone.unwrap().iana_name(), Some("Europe/Moscow"));
    assert!(
        account.account_limits.unwrap().day_remaining.unwrap() > 0 && account.call_limits.is_some()
    );
}

#[tokio::test]
async fn a_key_that_does_not_says_what_to_do() {
    let account = Account::new().await;
    let pbx = account.pbx();
    let stranger = Pbx::new(
        &Outbound::new().unwrap(),
        &account.addresses(),
        &SecretString::from("wrong"),
    );
    assert!(matches!(stranger.check().await, Verdict::KeyWrong));
    let trouble = async |name: &str| {
        account.panel("faults", json!({"api_trouble": name})).await;
        pbx.check().await
    };
    assert!(matches!(
        trouble("token_expired").await,
        Verdict::KeyExpired
    ));
    assert!(matches!(
        trouble("token_blocked").await,
        Verdict::KeyBlocked
    ));
    assert!(matches!(
        trouble("account_inactive").await,
        Verdict::AccountInactive
    ));
    assert!(matches!(trouble("forbidden").await, Verdict::Unclear(_)));
    let Verdict::AddressNotAllowed { address } = trouble("ip_not_whitelisted").await else {
        panic!("it is allowed");
    };
    assert_eq!(address.as_deref(), Some("203.0.113.7"));
    account.panel("faults", json!({"api_trouble": "none", "components_off": ["callapi_management_call", "data_api_settings"]})).await;
    let Verdict::Works(found) = pbx.check().await else {
        panic!("it works without those");
    };
    assert_eq!(found.lacks, [Part::Steering, Part::Writing]);
}

#[tokio::test]
async fn operators_are_ready_or_say_why_not() {
    let account = Account::new().await;
    account
        .panel("operators/391002", json!({"registered": false}))
        .await;
    account
        .panel("operators/391003", json!({"status_id": 3}))
        .await;
    let pbx = account.pbx();
    let operators = pbx.operators().await.unwrap();
    let of = |id: &str| operators.iter().find(|it| it.id.as_str() == id).unwrap();
    assert_eq!(
        (operators.len(), of("391001").readiness()),
        (6, Readiness::Ready)
    );
    assert_eq!(of("391002").readiness(), Readiness::NotRegistered);
    assert_eq!(
        (of("391003").readiness(), of("391003").status.as_deref()),
        (Readiness::Away, Some("Не беспокоить"))
    );
    assert_eq!(
        (
            of("391001").email.as_deref(),
            of("391001").extension.as_deref()
        ),
        (Some("maria.ivanova@example.ru"), Some("101"))
    );
    let numbers = pbx.own_numbers().await.unwrap();
    assert_eq!(
        (
            numbers[0].number.as_str(),
            numbers[0].is_active,
            numbers.len()
        ),
        ("+74950000001", true, 3)
    );
}

#[tokio::test]
async fn a_channel_has_one_pbx_until_its_secret_changes() {
    let account = Account::new().await;
    let board = Switchboard::new(Outbound::new().unwrap());
    let channel = domain::ChannelId::at(domain::At::UNIX_EPOCH);
    account.panel("faults", json!({"day_limit": 3})).await;
    let one = board.pbx(channel, &account.addresses(), &account.secret);
    one.operators().await.unwrap();
    let same = board.pbx(channel, &account.addresses(), &account.secret);
    assert_eq!(
        same.operators().await.unwrap_err().why(),
        Why::Limit,
        "it knows what the other spent"
    );
    let other = board.pbx(channel, &account.addresses(), &SecretString::from("other"));
    assert_eq!(
        other.operators().await.unwrap_err().why(),
        Why::Key,
        "it asks anew"
    );
}

#[test]
fn each_provider_has_its_own_addresses() {
    let all: std::collections::HashSet<_> = Provider::ALL
        .into_iter()
        .map(|provider| Addresses::of(provider).call_api)
        .collect();
    assert_eq!(all.len(), Provider::ALL.len());
}
