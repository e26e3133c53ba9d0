//! What a key opens, who the operators are, and what a channel remembers of its PBX.

use domain::Provider;
use dozvon_telephony::outbound::Outbound;
use dozvon_telephony::pbx::{Addresses, Part, Pbx, Readiness, Switchboard, Verdict, Why};
use secrecy::SecretString;
use serde_json::json;

use super::Account;

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
