//! Our own client: a day of a desk, and what it is told when something is wrong.

use secrecy::SecretString;
use serde_json::json;
use uis::call_api::{
    CallApi, EmployeeCall, InformerCall, LiveCall, Message, Party, ScenarioCall, SimpleCall,
    VnumberCall, Which,
};
use uis::data_api::{
    Communication, CommunicationType, DataApi, Filter, NewContact, Period, UploadTag, UploadedCall,
};
use uis::{Lang, Mnemonic};

use crate::served::{Served, eventually};

impl Served {
    fn call_api(&self) -> CallApi {
        let url = format!("{}/call-api/v4.0", self.url);
        CallApi::at(
            uis::http_client().unwrap(),
            url,
            SecretString::from(self.sandbox.api_key()),
        )
    }

    fn data_api(&self) -> DataApi {
        let url = format!("{}/data-api/v2.0", self.url);
        DataApi::at(
            uis::http_client().unwrap(),
            url,
            SecretString::from(self.sandbox.api_key()),
        )
    }
}

/// Waits until the call's legs are in these states, in any order.
async fn until(api: &CallApi, session: i64, states: &[&str]) -> LiveCall {
    let mut states = states.to_vec();
    states.sort_unstable();
    eventually(async || {
        let calls = api.list_calls(&Which::default()).await.unwrap();
        let call = calls
            .into_iter()
            .find(|call| call.call_session_id == session)?;
        let mut now: Vec<_> = call
            .legs
            .iter()
            .filter_map(|leg| leg.state.as_deref())
            .collect();
        now.sort_unstable();
        (now == states).then(|| call.clone())
    })
    .await
}

#[tokio::test]
async fn a_click_is_talked_held_passed_on_tagged_and_ended() {
    let served = Served::new().await;
    let (api, data) = (served.call_api(), served.data_api());
    let mut click = EmployeeCall::click(391_002, "74950000001", "79160000003");
    click.external_id = Some("ticket-7".to_owned());
    let session = api.start_employee_call(&click).await.unwrap();
    let call = until(&api, session, &["Разговор", "Разговор"]).await;
    assert_eq!(call.external_id.as_deref(), Some("ticket-7"));
    api.send_dtmf(session, '1').await.unwrap();
    api.tag(session, 89).await.unwrap();
    api.hold(session, Some(&Message::media(2034)))
        .await
        .unwrap();
    until(&api, session, &["На удержании", "Разговор"]).await;
    api.make(session, "103", None).await.unwrap();
    until(
        &api,
        session,
        &["На удержании", "Разговор операторов", "Разговор операторов"],
    )
    .await;
    api.transfer(session).await.unwrap();
    let call = until(&api, session, &["Разговор", "Разговор"]).await;
    assert!(call.legs.iter().any(|leg| leg.employee_id == Some(391_003)));
    assert_eq!(
        api.unhold(session).await.unwrap_err().mnemonic(),
        Some(&Mnemonic::InvalidState)
    );
    let client = call
        .legs
        .iter()
        .find(|leg| leg.is_operator == Some(false))
        .unwrap();
    api.disconnect_leg(session, client.leg_id).await.unwrap();
    eventually(async || (served.call(session).await["state"] == "finished").then_some(())).await;
    assert_eq!(
        api.release(session).await.unwrap_err().mnemonic(),
        Some(&Mnemonic::CallSessionNotFound)
    );

    data.set_tag(88, &Communication::call(session))
        .await
        .unwrap();
    data.comment(
        session,
        CommunicationType::Call,
        "https://desk.example/tickets/7",
    )
    .await
    .unwrap();
    let zone = data.account().await.unwrap().zone().unwrap();
    let began: jiff::Timestamp = served.call(session).await["started_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let day = jiff::SignedDuration::from_hours(24);
    let report = data.calls_report(Period::of(began - day, began + day, &zone));
    let calls = report
        .filter(Filter::is("call_api_external_id", "ticket-7"))
        .all()
        .await
        .unwrap();
    let tags: Vec<_> = calls[0]
        .tags
        .iter()
        .filter_map(|tag| tag.tag_name.as_deref())
        .collect();
    assert_eq!(
        (calls[0].id, calls[0].last_talked_employee_id, tags),
        (session, Some(391_003), vec!["Заказ", "Нецелевой контакт"])
    );
    let began_there = calls[0].start_time.unwrap().at(&zone);
    assert_eq!(began_there.as_second(), began.as_second());
    let legs = data
        .call_legs_report(Period::of(began - day, began + day, &zone))
        .all()
        .await
        .unwrap();
    assert_eq!(
        legs.iter()
            .filter(|leg| leg.call_session_id == Some(session))
            .count(),
        3
    );
}

#[tokio::test]
async fn every_way_to_begin_a_call_is_taken() {
    let served = Served::new().await;
    let api = served.call_api();
    let simple = SimpleCall::operator_first("79260000001", "74950000001", "79160000003");
    let session = api.start_simple_call(&simple).await.unwrap();
    until(&api, session, &["Разговор", "Разговор"]).await;
    let vnumber = VnumberCall::new(Party::Contact, "74950000001", "79160000003");
    api.start_vnumber_call(&vnumber).await.unwrap();
    let scenario = ScenarioCall::new(1223, Party::Contact, "74950000001", "79160000003");
    api.start_scenario_call(&scenario).await.unwrap();
    let informer = InformerCall::new(
        "74950000001",
        "79160000003",
        Message::spoken("Ваш заказ готов"),
    );
    api.start_informer_call(&informer).await.unwrap();
}

#[tokio::test]
async fn the_account_is_read_as_a_whole() {
    let served = Served::new().await;
    let session = served.past_call().await;
    let data = served.data_api();
    assert_eq!(data.account_card().await.unwrap().app_id, 4735);
    assert_eq!(data.employees().limit(4).all().await.unwrap().len(), 6);
    assert!(
        data.statuses()
            .all()
            .await
            .unwrap()
            .iter()
            .any(|status| !status.takes_calls())
    );
    assert_eq!(
        data.employee_groups().all().await.unwrap()[0].members.len(),
        3
    );
    assert!(
        data.virtual_numbers()
            .all()
            .await
            .unwrap()
            .iter()
            .all(|number| number.is_active())
    );
    assert_eq!(
        data.sip_lines().all().await.unwrap()[0].is_registered(),
        Some(true)
    );
    assert_eq!(data.tags().all().await.unwrap().len(), 4);
    let contact = NewContact {
        last_name: Some("Сидорова".to_owned()),
        ..NewContact::default()
    };
    let id = data.create_contact(&contact).await.unwrap();
    data.update_contact(
        id,
        &NewContact {
            first_name: Some("Анна".to_owned()),
            ..NewContact::default()
        },
    )
    .await
    .unwrap();
    let found = data
        .contacts()
        .filter(Filter::is("id", id))
        .all()
        .await
        .unwrap();
    assert_eq!(found[0].full_name.as_deref(), Some("Сидорова Анна"));
    data.recognise(session).await.unwrap();
    let said = eventually(async || {
        Some(data.recognition(session).await.unwrap().speech_phrases)
            .filter(|said| !said.is_empty())
    })
    .await;
    assert_eq!(said[0].is_operator, Some(true));
    let (from, till) = (
        "2026-03-28T16:29:07".parse().unwrap(),
        "2026-03-28T16:30:03".parse().unwrap(),
    );
    let mut call = UploadedCall::new("x-1", "79160000003", "74950000001", from, till);
    call.tags.push(UploadTag::Id { tag_id: 88 });
    data.upload_calls(&[call]).await.unwrap();
    let uploaded = data
        .calls_report(Period::civil(from, till))
        .all()
        .await
        .unwrap();
    assert_eq!(uploaded[0].ext_id.as_deref(), Some("x-1"));
}

#[tokio::test]
async fn whatever_is_wrong_is_said_in_words() {
    let served = Served::new().await;
    let data = served
        .data_api()
        .with_patience(std::time::Duration::from_millis(700));
    for (trouble, words) in [
        ("html", "веб-страница"),
        ("forbidden", "белый список"),
        ("empty", "пустотой"),
        ("silence", "не ответила"),
        ("ip_not_whitelisted", "203.0.113.7"),
        ("token_expired", "истёк"),
        ("token_blocked", "заблокирован"),
        ("account_inactive", "отключён"),
    ] {
        served.faults(json!({"api_trouble": trouble})).await;
        let said = data.account().await.unwrap_err().sentence(Lang::Ru);
        assert!(said.contains(words), "{trouble}: {said}");
    }
    served
        .faults(json!({"api_trouble": "none", "components_off": ["callapi"]}))
        .await;
    let click = EmployeeCall::click(391_002, "74950000001", "79160000003");
    let failure = served
        .call_api()
        .start_employee_call(&click)
        .await
        .unwrap_err();
    assert_eq!(failure.mnemonic(), Some(&Mnemonic::ComponentDisabled));
}
