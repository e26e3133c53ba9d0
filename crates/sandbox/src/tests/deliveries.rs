//! How notifications arrive, and how they do not when they should not.

use serde_json::{Value, json};

use super::bench::{Bench, eventually};

const NAMES: &str = r#"{"event":{{notification_mnemonic}},"id":{{call_session_id}}}"#;

fn three() -> Value {
    json!({"in_call_session": NAMES, "talk_started": NAMES, "call_session_finished": NAMES})
}

fn talked() -> Value {
    json!({"direction": "in", "client_number": "+7 916 000-00-02", "scenario": "talked", "operator_id": 391001})
}

fn events(bodies: &[String]) -> Vec<String> {
    bodies
        .iter()
        .map(|body| {
            serde_json::from_str::<Value>(body).unwrap()["event"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[tokio::test]
async fn a_talked_call_is_told_in_its_order() {
    let bench = Bench::telling(three()).await;
    bench.place(talked()).await;
    let bodies = bench.heard(3).await;
    assert_eq!(
        events(&bodies),
        ["in_call_session", "talk_started", "call_session_finished"]
    );
}

#[tokio::test]
async fn what_a_drop_swallows_is_shown_and_never_sent() {
    let bench = Bench::telling(three()).await;
    bench.faults(json!({"drop": 1.0})).await;
    bench.place(talked()).await;
    eventually(async || {
        let shown = bench.get("/panel/deliveries").await;
        let shown = shown["deliveries"].as_array().unwrap().clone();
        (shown.len() == 3 && shown.iter().all(|it| it["outcome"] == "dropped")).then_some(())
    })
    .await;
    assert!(bench.receiver.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_duplicate_is_the_same_bytes_twice() {
    let bench = Bench::telling(three()).await;
    bench.faults(json!({"duplicate": 1.0})).await;
    bench.place(talked()).await;
    let bodies = bench.heard(6).await;
    assert_eq!(bodies[0], bodies[1]);
    assert_eq!(
        events(&bodies)[4..],
        ["call_session_finished", "call_session_finished"]
    );
}

#[tokio::test]
async fn reordered_neighbours_change_places_and_none_is_lost() {
    let bench = Bench::telling(three()).await;
    bench.faults(json!({"reorder": true})).await;
    bench.place(talked()).await;
    let bodies = bench.heard(3).await;
    assert_eq!(
        events(&bodies),
        ["talk_started", "in_call_session", "call_session_finished"]
    );
}

#[tokio::test]
async fn a_receiver_that_fails_is_asked_three_times() {
    use wiremock::matchers::any;
    use wiremock::{Mock, ResponseTemplate};
    let bench = Bench::telling(json!({"in_call_session": NAMES})).await;
    bench.receiver.reset().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(503))
        .mount(&bench.receiver)
        .await;
    bench.place(talked()).await;
    bench.heard(3).await;
    let shown = eventually(async || {
        let shown = bench.get("/panel/deliveries").await["deliveries"]
            .as_array()
            .unwrap()
            .clone();
        (shown.len() == 3).then_some(shown)
    })
    .await;
    assert!(shown.iter().all(|it| it["status"] == 503));
}

#[tokio::test]
async fn a_get_carries_the_template_in_its_query() {
    let bench = Bench::new().await;
    let query = "token=t1&event={{notification_mnemonic}}&who={{employee_full_name}}&id={{call_session_id}}";
    let settings = json!({"address": format!("{}/hook", bench.receiver.uri()), "method": "GET", "templates": {"talk_started": query}});
    bench.put("/panel/notifications", settings).await;
    let session = bench.place(talked()).await;
    bench.heard(1).await;
    let request = bench.receiver.received_requests().await.unwrap().remove(0);
    let pairs: Vec<(String, String)> = request.url.query_pairs().into_owned().collect();
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("GET", "/hook")
    );
    assert_eq!(
        pairs[1],
        ("event".to_owned(), "\"talk_started\"".to_owned())
    );
    assert_eq!(pairs[2], ("who".to_owned(), "\"Иванова Мария\"".to_owned()));
    assert_eq!(pairs[3], ("id".to_owned(), session.to_string()));
}
