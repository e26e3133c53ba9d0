//! The Call API: what is sent, and what is made of the answers.

use serde_json::json;
use uis::call_api::{
    Direction, EmployeeCall, InformerCall, Message, Party, ScenarioCall, SimpleCall, VnumberCall,
    Which,
};

use crate::answers::Platform;

#[tokio::test]
async fn a_click_is_an_outgoing_call_that_rings_the_employee_first() {
    let platform = Platform::giving(json!({"data": {"call_session_id": 5_139_032_003_i64}})).await;
    let mut call = EmployeeCall::click(391_001, "74950000001", "79160000003");
    call.external_id = Some("hd-ticket-1001".to_owned());
    assert_eq!(
        platform
            .call_api()
            .start_employee_call(&call)
            .await
            .unwrap(),
        5_139_032_003
    );
    assert_eq!(
        platform.params().await,
        json!({"first_call": "employee", "virtual_phone_number": "74950000001", "contact": "79160000003",
            "employee": {"id": 391_001}, "external_id": "hd-ticket-1001", "show_virtual_phone_number": false,
            "direction": "out", "switch_at_once": true, "early_switching": true})
    );
    assert_eq!(platform.asked().await[0]["method"], "start.employee_call");
}

#[tokio::test]
async fn every_way_to_begin_a_call_sends_what_it_must() {
    let platform = Platform::giving(json!({"data": {"call_session_id": 7}})).await;
    let api = platform.call_api();
    let simple = SimpleCall::operator_first("79260000001", "74950000001", "79160000003");
    let vnumber = VnumberCall::new(Party::Contact, "74950000001", "79160000003");
    let scenario = ScenarioCall::new(1223, Party::Contact, "74950000001", "79160000003");
    let informer = InformerCall::new("74950000001", "79160000003", Message::spoken("Ждём вас"));
    assert_eq!(api.start_simple_call(&simple).await.unwrap(), 7);
    assert_eq!(api.start_vnumber_call(&vnumber).await.unwrap(), 7);
    assert_eq!(api.start_scenario_call(&scenario).await.unwrap(), 7);
    assert_eq!(api.start_informer_call(&informer).await.unwrap(), 7);
    let asked = platform.asked().await;
    let sent = |n: usize, name: &str| asked[n]["params"][name].clone();
    assert_eq!(
        (sent(0, "first_call"), sent(0, "operator")),
        (json!("operator"), json!("79260000001"))
    );
    assert_eq!(sent(1, "first_call"), json!("contact"));
    assert_eq!(sent(2, "scenario_id"), json!(1223));
    assert_eq!(
        sent(3, "contact_message"),
        json!({"type": "tts", "value": "Ждём вас"})
    );
}

#[tokio::test]
async fn steering_takes_the_text_true_for_success() {
    let platform = Platform::giving(json!({"data": {"success": "true"}})).await;
    let api = platform.call_api();
    api.hold(7, Some(&Message::media(2034))).await.unwrap();
    api.make(7, "101", None).await.unwrap();
    api.transfer(7).await.unwrap();
    api.restore(7).await.unwrap();
    api.unhold(7).await.unwrap();
    api.disconnect_leg(7, 701).await.unwrap();
    api.tag(7, 88).await.unwrap();
    api.record(7, true).await.unwrap();
    api.add_coach(7, None).await.unwrap();
    api.send_dtmf(7, '*').await.unwrap();
    api.block_contact(7).await.unwrap();
    api.release(7).await.unwrap();
    let asked = platform.asked().await;
    let methods: Vec<_> = asked
        .iter()
        .map(|it| it["method"].as_str().unwrap())
        .collect();
    assert_eq!(
        methods,
        [
            "hold.call",
            "make.call",
            "transfer.talk",
            "restore.talk",
            "unhold.call",
            "disconnect.leg",
            "tag.call",
            "record.call",
            "add.coach",
            "send.dtmf",
            "block.contact",
            "release.call"
        ]
    );
    assert_eq!(
        asked[0]["params"]["contact_message"],
        json!({"type": "media", "value": "2034"})
    );
    assert_eq!(asked[7]["params"]["action"], "on");
    assert_eq!(asked[9]["params"]["dtmf_string"], "*");
    let ids: std::collections::BTreeSet<_> = asked.iter().map(|it| it["id"].as_u64()).collect();
    assert_eq!(ids.len(), asked.len(), "each request has an id of its own");
}

#[tokio::test]
async fn live_calls_are_read_with_their_russian_words() {
    let platform = Platform::giving(json!({"data": [{
        "call_session_id": 5_139_032_001_i64, "direction": "in", "start_time": "2026-03-28T16:29:07.341",
        "virtual_phone_number": "74950000001", "contact_phone_number": "79160000002", "external_id": null,
        "tags": [{"tag_id": 88, "tag_name": "Нецелевой контакт"}],
        "legs": [{"leg_id": 11_692_454_701_i64, "calling_phone_number": "74950000001",
            "called_phone_number": "79160000002...9.2", "is_operator": false, "employee_id": null,
            "employee_full_name": null, "record_call_enabled": true, "state": "На удержании"}]}]}))
    .await;
    let which = Which {
        direction: Some(Direction::In),
        ..Which::default()
    };
    let calls = platform.call_api().list_calls(&which).await.unwrap();
    assert_eq!(platform.params().await, json!({"direction": "in"}));
    assert_eq!(
        calls[0].start_time.unwrap().to_string(),
        "2026-03-28 16:29:07.341"
    );
    assert_eq!(
        (calls[0].tags[0].tag_id, calls[0].legs[0].state.as_deref()),
        (88, Some("На удержании"))
    );
}

#[tokio::test]
async fn the_three_spellings_of_a_beginning_are_the_same_moment() {
    for spelling in [
        "2026-03-28T16:29:07",
        "2026-03-28 16:29:07",
        "2026-03-28T16:29:07+03:00",
    ] {
        let platform =
            Platform::giving(json!({"data": [{"call_session_id": 1, "start_time": spelling}]}))
                .await;
        let calls = platform
            .call_api()
            .list_calls(&Which::default())
            .await
            .unwrap();
        let moscow = jiff::tz::TimeZone::get("Europe/Moscow").unwrap();
        assert_eq!(
            calls[0].start_time.unwrap().at(&moscow).to_string(),
            "2026-03-28T13:29:07Z"
        );
    }
}

#[tokio::test]
async fn signing_in_gives_a_key_that_is_not_printed() {
    let platform =
        Platform::giving(json!({"data": {"access_token": "s3ssion", "expire_at": 1_774_710_000}}))
            .await;
    let password = secrecy::SecretString::from("pass");
    let http = uis::http_client().unwrap();
    let session = uis::log_in(http, platform.server.uri(), "api@example.test", &password)
        .await
        .unwrap();
    assert_eq!(session.expire_at, Some(1_774_710_000));
    assert!(!format!("{session:?}").contains("s3ssion"));
    assert_eq!(
        platform.asked().await[0]["params"],
        json!({"login": "api@example.test", "password": "pass"})
    );
}
