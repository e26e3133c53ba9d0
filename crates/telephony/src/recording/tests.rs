//! What a provider may answer, and what a listener gets.

use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::*;

const LARGEST: u64 = 1000;

async fn provider(answer: ResponseTemplate) -> (MockServer, Vec<String>) {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/system/media/talk/1/ab"))
        .respond_with(answer)
        .mount(&server)
        .await;
    let hosts = vec![server.address().to_string()];
    (server, hosts)
}

async fn asked(answer: ResponseTemplate) -> Result<Vec<u8>, NoSound> {
    let (server, hosts) = provider(answer).await;
    let link = format!("{}/system/media/talk/1/ab", server.uri());
    let sound = open(&Outbound::new().unwrap(), &link, &hosts, None, LARGEST).await?;
    let chunks: Vec<_> = sound.bytes.collect().await;
    Ok(chunks
        .into_iter()
        .flat_map(|chunk| chunk.unwrap().to_vec())
        .collect())
}

#[tokio::test]
async fn sound_is_passed_on() {
    let answer = ResponseTemplate::new(200).set_body_raw(b"ID3...".to_vec(), "audio/mpeg");
    assert_eq!(asked(answer).await.unwrap(), b"ID3...");
}

#[tokio::test]
async fn gone_and_not_ready_are_told_apart() {
    assert!(matches!(
        asked(ResponseTemplate::new(404)).await,
        Err(NoSound::Gone)
    ));
    let early = ResponseTemplate::new(400).set_body_string("no files to concat");
    assert!(matches!(asked(early).await, Err(NoSound::NotReady)));
    assert!(matches!(
        asked(ResponseTemplate::new(503)).await,
        Err(NoSound::Refused(503))
    ));
}

#[tokio::test]
async fn a_page_in_a_recordings_place_is_refused() {
    let page = ResponseTemplate::new(200).set_body_raw(b"<script>".to_vec(), "text/html");
    assert!(matches!(asked(page).await, Err(NoSound::NotSound(_))));
}

#[tokio::test]
async fn a_redirect_is_followed_only_to_allowed_hosts() {
    let elsewhere =
        ResponseTemplate::new(302).insert_header("Location", "http://127.0.0.1:9/secret");
    let refused = asked(elsewhere).await;
    assert!(matches!(
        refused,
        Err(NoSound::Unreached(Failure::HostNotAllowed(_)))
    ));
    let circle = ResponseTemplate::new(302).insert_header("Location", "/system/media/talk/1/ab");
    assert!(matches!(
        asked(circle).await,
        Err(NoSound::Unreached(Failure::TooManyHops))
    ));
}

#[tokio::test]
async fn a_part_is_asked_for_and_passed_on() {
    let server = MockServer::start().await;
    let part = ResponseTemplate::new(206)
        .insert_header("Content-Range", "bytes 2-3/6")
        .set_body_raw(b"3.".to_vec(), "audio/mpeg");
    Mock::given(header("Range", "bytes=2-3"))
        .respond_with(part)
        .mount(&server)
        .await;
    let hosts = [server.address().to_string()];
    let sound = open(
        &Outbound::new().unwrap(),
        &server.uri(),
        &hosts,
        Some("bytes=2-3"),
        LARGEST,
    )
    .await
    .unwrap();
    assert_eq!(sound.content_range.as_deref(), Some("bytes 2-3/6"));
    assert_eq!(sound.length, Some(2));
}

#[tokio::test]
async fn what_is_to_be_kept_comes_whatever_it_is_called_and_no_larger_than_allowed() {
    let named_otherwise = ResponseTemplate::new(200).set_body_raw(b"ID3...".to_vec(), "text/html");
    let (server, hosts) = provider(named_otherwise).await;
    let link = format!("{}/system/media/talk/1/ab", server.uri());
    let outbound = Outbound::new().unwrap();
    let arriving = fetch(&outbound, &link, &hosts, LARGEST).await.unwrap();
    assert_eq!(arriving.length, Some(6));
    assert!(matches!(
        fetch(&outbound, &link, &hosts, 5).await,
        Err(NoSound::TooLarge)
    ));
    assert!(is_allowed(&link, &hosts));
    assert!(!is_allowed("http://127.0.0.1:9/x", &hosts));
    assert!(!is_allowed("not a link", &hosts));
}
