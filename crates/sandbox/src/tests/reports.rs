//! What the Data API lists, and how it is asked.

use serde_json::json;

use super::bench::Bench;
use super::rpc::DATA;

#[tokio::test]
async fn the_account_is_listed_as_asked() {
    let bench = Bench::new().await;
    let account = bench.rpc(DATA, "get.account", json!({})).await["result"].clone();
    assert_eq!(
        account["data"],
        json!([{"app_id": 4735, "name": "ООО «Ромашка»", "timezone": "Europe/Moscow"}])
    );
    let asked = json!({"fields": ["id", "email"], "limit": 2, "offset": 1, "sort": [{"field": "id", "order": "desc"}]});
    let employees = bench.rpc(DATA, "get.employees", asked).await["result"].clone();
    assert_eq!(employees["metadata"]["total_items"], 6);
    assert_eq!(
        employees["data"][0],
        json!({"id": 391005, "email": "elena.volkova@example.ru"})
    );
    let filter =
        json!({"filter": {"field": "virtual_phone_number", "operator": "like", "value": "7812%"}});
    let numbers = bench.rpc(DATA, "get.virtual_numbers", filter).await["result"].clone();
    assert_eq!(
        (
            &numbers["metadata"]["total_items"],
            &numbers["data"][0]["name"]
        ),
        (&json!(1), &json!("Продажи"))
    );
    assert_eq!(
        bench.rpc(DATA, "get.statuses", json!({})).await["result"]["data"][0]["mnemonic"],
        "available"
    );
    let strange = bench
        .rpc(DATA, "get.employees", json!({"fields": ["shoe_size"]}))
        .await;
    assert_eq!(
        strange["error"]["data"]["mnemonic"],
        "unexpected_parameters"
    );
}

#[tokio::test]
async fn past_calls_are_reported_as_they_were() {
    let bench = Bench::new().await;
    let wish = |scenario: &str| json!({"direction": "in", "client_number": "79160000002", "scenario": scenario, "operator_id": 391001});
    let talked = bench.place(wish("transferred")).await;
    let missed = bench.place(wish("missed")).await;
    let call = bench.over(talked).await;
    bench.over(missed).await;
    let asked = json!({"date_from": "2020-01-01 00:00:00", "date_till": "2020-03-01 00:00:00"});
    assert_eq!(
        bench.rpc(DATA, "get.calls_report", asked).await["result"]["metadata"]["total_items"],
        0
    );
    let day: jiff::Timestamp = call["started_at"].as_str().unwrap().parse().unwrap();
    let around =
        |hours: i64| crate::clock::to_seconds(day + jiff::SignedDuration::from_hours(hours));
    let asked = json!({"date_from": around(-24), "date_till": around(24), "sort": [{"field": "id", "order": "asc"}],
        "fields": ["id", "is_lost", "talk_duration", "call_records", "last_talked_employee_id", "employees"]});
    let rows = bench.rpc(DATA, "get.calls_report", asked).await["result"]["data"].clone();
    assert_eq!(
        (&rows[0]["id"], &rows[1]["id"]),
        (&json!(talked), &json!(missed))
    );
    assert_eq!(
        (&rows[0]["is_lost"], &rows[1]["is_lost"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(
        (
            &rows[0]["talk_duration"],
            &rows[0]["last_talked_employee_id"]
        ),
        (&json!(66), &json!(391002))
    );
    let hash = rows[0]["call_records"][1].as_str().unwrap();
    assert!(
        call["recordings"][1]["link"]
            .as_str()
            .unwrap()
            .ends_with(hash)
    );
    let long = json!({"date_from": "2026-01-01 00:00:00", "date_till": "2026-06-01 00:00:00"});
    let error =
        bench.rpc(DATA, "get.calls_report", long).await["error"]["data"]["mnemonic"].clone();
    assert_eq!(error, "date_interval_limit_reached");
}
