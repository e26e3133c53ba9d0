//! The Data API's lists: fields, filters and pages.

use futures_util::TryStreamExt as _;
use serde_json::{Value, json};
use uis::data_api::{Filter, Order, Period};

use crate::answers::{Platform, ok};

fn page(ids: std::ops::Range<i64>, total: Option<i64>) -> Value {
    let rows: Vec<Value> = ids
        .map(|id| json!({"id": id, "name": format!("tag {id}")}))
        .collect();
    json!({"data": rows, "metadata": {"total_items": total}})
}

#[tokio::test]
async fn pages_follow_each_other_until_the_total() {
    let platform = Platform::new().await;
    for (offset, ids) in [(0, 0..2), (2, 2..4), (4, 4..5)] {
        platform
            .once(
                json!({"params": {"offset": offset, "limit": 2}}),
                ok(page(ids, Some(5))),
            )
            .await;
    }
    let tags = platform.data_api().tags().limit(2).all().await.unwrap();
    assert_eq!(
        tags.iter().map(|tag| tag.id).collect::<Vec<_>>(),
        [0, 1, 2, 3, 4]
    );
    assert_eq!(platform.asked().await.len(), 3);
}

#[tokio::test]
async fn without_a_total_a_short_page_is_the_last() {
    let platform = Platform::new().await;
    platform
        .once(json!({"params": {"offset": 0}}), ok(page(0..3, None)))
        .await;
    platform
        .once(json!({"params": {"offset": 3}}), ok(page(3..4, None)))
        .await;
    assert_eq!(
        platform
            .data_api()
            .tags()
            .limit(3)
            .all()
            .await
            .unwrap()
            .len(),
        4
    );
}

#[tokio::test]
async fn a_total_that_is_never_reached_does_not_ask_for_ever() {
    let platform = Platform::new().await;
    platform
        .once(json!({"params": {"offset": 0}}), ok(page(0..3, Some(100))))
        .await;
    platform
        .once(json!({"params": {"offset": 3}}), ok(page(0..0, Some(100))))
        .await;
    assert_eq!(platform.data_api().tags().all().await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_stream_that_is_dropped_asks_for_no_more() {
    let platform = Platform::new().await;
    platform.once(json!({}), ok(page(0..2, Some(100)))).await;
    let mut tags = Box::pin(platform.data_api().tags().limit(2).stream());
    assert_eq!(tags.try_next().await.unwrap().unwrap().id, 0);
    drop(tags);
    assert_eq!(platform.asked().await.len(), 1);
}

#[tokio::test]
async fn fields_filter_and_sorting_are_sent() {
    let platform = Platform::giving(page(0..0, Some(0))).await;
    let listing = platform
        .data_api()
        .virtual_numbers()
        .fields(["id", "name"])
        .sort("name", Order::Desc);
    let page = listing
        .filter(Filter::is("status", "active"))
        .user(5)
        .page()
        .await
        .unwrap();
    assert_eq!((page.rows.len(), page.total), (0, Some(0)));
    assert_eq!(
        platform.params().await,
        json!({"offset": 0, "fields": ["id", "name"], "sort": [{"field": "name", "order": "desc"}],
            "filter": {"field": "status", "operator": "=", "value": "active"}, "user_id": 5})
    );
}

#[tokio::test]
async fn a_report_covers_its_time_by_the_account_s_clock() {
    let platform = Platform::new().await;
    platform
        .once(
            json!({"method": "get.account"}),
            ok(json!({"data": [
        {"app_id": 4735, "name": "ООО Ромашка", "timezone": "Asia/Yekaterinburg"}]})),
        )
        .await;
    platform.once(json!({"method": "get.calls_report"}), ok(json!({"data": [{
        "id": 5_139_032_001_i64, "start_time": "2026-03-28 18:29:07", "finish_time": null, "direction": "in",
        "is_lost": false, "talk_duration": 45, "call_records": ["0123456789abcdef0123456789abcdef"],
        "employees": [{"employee_id": 391_001, "employee_full_name": "Иванова Мария", "is_answered": true, "is_talked": true}],
        "tags": null}], "metadata": {"total_items": 1}}))).await;
    let api = platform.data_api();
    let zone = api.account().await.unwrap().zone().unwrap();
    let (from, till) = (
        "2026-03-28T00:00:00Z".parse().unwrap(),
        "2026-03-29T00:00:00Z".parse().unwrap(),
    );
    let calls = api
        .calls_report(Period::of(from, till, &zone).with_ongoing())
        .all()
        .await
        .unwrap();
    let asked = &platform.asked().await[1]["params"];
    assert_eq!(
        (
            &asked["date_from"],
            &asked["date_till"],
            &asked["include_ongoing_calls"]
        ),
        (
            &json!("2026-03-28 05:00:00"),
            &json!("2026-03-29 05:00:00"),
            &json!(true)
        )
    );
    assert_eq!(
        calls[0].start_time.unwrap().at(&zone).to_string(),
        "2026-03-28T13:29:07Z"
    );
    assert_eq!(
        (
            calls[0].finish_time,
            calls[0].tags.len(),
            calls[0].employees.len()
        ),
        (None, 0, 1)
    );
}

#[tokio::test]
async fn employees_come_with_phones_and_an_extension_or_without() {
    let platform = Platform::giving(json!({"data": [
        {"id": 391_001, "full_name": "Иванова Мария", "status_id": 1, "extension": {"extension_phone_number": "101"},
            "phone_numbers": [{"phone_id": 501, "phone_number": "0288101", "status": "active"}]},
        {"id": 391_002, "full_name": "Петров Олег", "status_id": 848_593, "phone_numbers": [], "extension": {}},
        {"id": 391_003, "full_name": null, "status_id": null, "phone_numbers": null, "extension": null}]}))
    .await;
    let people = platform.data_api().employees().all().await.unwrap();
    assert!(people[0].phone_numbers[0].is_active());
    assert_eq!(
        people[0].extension.extension_phone_number.as_deref(),
        Some("101")
    );
    assert_eq!(
        (people[1].extension.clone(), people[2].phone_numbers.len()),
        (Default::default(), 0)
    );
}

#[tokio::test]
async fn a_line_is_registered_or_not_or_says_something_else() {
    let platform = Platform::giving(json!({"data": [
        {"id": 1, "physical_state": "Зарегистрирован"}, {"id": 2, "physical_state": "Не зарегистрирован"},
        {"id": 3, "physical_state": "Busy"}, {"id": 4}]}))
    .await;
    let lines = platform.data_api().sip_lines().all().await.unwrap();
    let states: Vec<_> = lines
        .iter()
        .map(uis::data_api::SipLine::is_registered)
        .collect();
    assert_eq!(states, [Some(true), Some(false), None, None]);
}

#[tokio::test]
async fn statuses_groups_and_legs_are_read() {
    let platform = Platform::new().await;
    platform
        .once(
            json!({"method": "get.statuses"}),
            ok(json!({"data": [
        {"id": 1, "mnemonic": "available", "in_external_allowed_call_directions": ["in", "out"]},
        {"id": 3, "mnemonic": "do_not_disturb", "in_external_allowed_call_directions": []}]})),
        )
        .await;
    platform.once(json!({"method": "get.group_employees"}), ok(json!({"data": [
        {"id": 7001, "members": [{"employee_id": 391_001}], "phone_number": [{"employee_phone_number": "0288101", "available": true}]}]}))).await;
    platform.once(json!({"method": "get.call_legs_report"}), ok(json!({"data": [
        {"id": 5, "call_session_id": 2, "connect_time": "2026-03-28 16:29:18", "is_transfered": false}]}))).await;
    let api = platform.data_api();
    let statuses = api.statuses().all().await.unwrap();
    assert_eq!(
        statuses
            .iter()
            .map(|it| it.takes_calls())
            .collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(
        api.employee_groups().all().await.unwrap()[0].members[0].employee_id,
        391_001
    );
    let day = "2026-03-28T00:00:00".parse().unwrap();
    let legs = api
        .call_legs_report(Period::civil(day, day))
        .all()
        .await
        .unwrap();
    assert_eq!(
        (legs[0].call_session_id, legs[0].is_transfered),
        (Some(2), Some(false))
    );
}
