//! Recordings as they are fetched.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::Bench;

async fn recorded(bench: &Bench, wish: Value) -> Vec<String> {
    let session = bench.place(wish).await;
    let call = bench.over(session).await;
    let links = call["recordings"].as_array().unwrap().iter();
    links
        .map(|it| {
            it["link"]
                .as_str()
                .unwrap()
                .strip_prefix("http://127.0.0.1:8081")
                .unwrap()
                .to_owned()
        })
        .collect()
}

fn talked() -> Value {
    json!({"direction": "in", "client_number": "79160000002", "scenario": "talked"})
}

#[tokio::test]
async fn a_recording_is_there_with_and_without_a_slash() {
    let bench = Bench::new().await;
    let links = recorded(&bench, talked()).await;
    let (status, headers, whole) = bench.fetch(&links[0], None).await;
    assert_eq!(
        (status, headers["content-type"].to_str().unwrap()),
        (StatusCode::OK, "audio/mpeg")
    );
    assert_eq!(whole.len(), 254_880);
    assert_eq!(bench.fetch(&format!("{}/", links[0]), None).await.2, whole);
}

#[tokio::test]
async fn a_range_is_a_part() {
    let bench = Bench::new().await;
    let links = recorded(&bench, talked()).await;
    let (status, headers, part) = bench.fetch(&links[0], Some("bytes=10-19")).await;
    assert_eq!((status, part.len()), (StatusCode::PARTIAL_CONTENT, 10));
    assert_eq!(
        headers["content-range"].to_str().unwrap(),
        "bytes 10-19/254880"
    );
}

#[tokio::test]
async fn a_transfer_leaves_two_recordings_and_a_chosen_sound_is_heard() {
    let bench = Bench::new().await;
    let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": "transferred", "recording": "en_call_stereo"});
    let links = recorded(&bench, wish).await;
    assert_eq!(links.len(), 2);
    assert_ne!(links[0], links[1]);
    let part = bench.fetch(&links[0], None).await.2;
    assert!(
        (80_000..110_000).contains(&part.len()),
        "{} bytes",
        part.len()
    );
}

#[tokio::test]
async fn a_recording_is_gone_when_its_time_is_up_and_a_wrong_hash_finds_nothing() {
    let bench = Bench::new().await;
    let links = recorded(&bench, talked()).await;
    let wrong = format!("{}0", &links[0][..links[0].len() - 1]);
    assert_eq!(
        bench.fetch(&wrong, None).await.0 == StatusCode::NOT_FOUND,
        wrong != links[0]
    );
    bench.faults(json!({"recording_ttl_s": 0})).await;
    assert_eq!(bench.fetch(&links[0], None).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_recording_that_is_not_ready_has_no_files_to_concat() {
    let bench = Bench::telling(json!({"call_session_finished": "{{record_file_links}}"})).await;
    let session = bench.place(json!({"direction": "in", "client_number": "79160000002", "scenario": "short", "speed": 20})).await;
    let links: Vec<String> = serde_json::from_str(&bench.heard(1).await[0]).unwrap();
    let path = links[0].strip_prefix("http://127.0.0.1:8081").unwrap();
    let (status, _, body) = bench.fetch(path, None).await;
    assert_eq!(
        (status, body),
        (StatusCode::BAD_REQUEST, b"no files to concat".to_vec())
    );
    bench.over(session).await;
    assert_eq!(bench.fetch(path, None).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_hop_to_the_store_is_followed_by_the_file() {
    let bench = Bench::new().await;
    let links = recorded(&bench, talked()).await;
    bench.faults(json!({"recording_redirect": true})).await;
    let (status, headers, _) = bench.fetch(&links[0], None).await;
    assert_eq!(status, StatusCode::FOUND);
    assert_eq!(
        bench
            .fetch(headers["location"].to_str().unwrap(), None)
            .await
            .0,
        StatusCode::OK
    );
}
