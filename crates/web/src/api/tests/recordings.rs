//! Recordings: streamed from the provider's link, which nobody sees.

use std::collections::HashMap;

use axum::body::Body;
use axum::http::{Method, header};
use desk::Options;
use desk::options::ProviderOptions;
use desk::testing::TestDesk;
use domain::Provider;
use store::testing::TestStore;
use wiremock::matchers::{header_exists, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::testing::{TestWeb, finished};

const SOUND: &[u8] = b"ID3 this is how it sounds";

async fn provider() -> MockServer {
    let provider = MockServer::start().await;
    let sound = ResponseTemplate::new(200).set_body_raw(SOUND, "audio/mpeg");
    let part = ResponseTemplate::new(206)
        .set_body_raw(&SOUND[4..8], "audio/mpeg")
        .insert_header("content-range", "bytes 4-7/25");
    let page = ResponseTemplate::new(200).set_body_raw("<html>", "text/html");
    for (link, template) in [
        ("/sound", sound),
        ("/gone", ResponseTemplate::new(404)),
        ("/soon", ResponseTemplate::new(400)),
        ("/page", page),
    ] {
        Mock::given(method("GET"))
            .and(path(link))
            .respond_with(template)
            .with_priority(2)
            .mount(&provider)
            .await;
    }
    let ranged = Mock::given(method("GET"))
        .and(path("/sound"))
        .and(header_exists("range"));
    ranged
        .respond_with(part)
        .with_priority(1)
        .mount(&provider)
        .await;
    provider
}

async fn desk(provider: &MockServer) -> TestDesk {
    let host = provider.address().to_string();
    let uis = ProviderOptions {
        media_hosts: vec![host],
        ..ProviderOptions::default()
    };
    let options = Options {
        providers: HashMap::from([(Provider::Uis, uis)]),
        ..Options::default()
    };
    TestDesk::over(TestStore::sqlite().await, options)
}

#[tokio::test]
async fn a_recording_is_heard_whole_or_in_part() {
    let provider = provider().await;
    let test = desk(&provider).await;
    let web = TestWeb::over(&test);
    let (_, token) = test.token(test.channel().await).await;
    let link = |name: &str| format!("{}/{name}", provider.uri());
    let links = ["sound", "gone", "soon", "page"]
        .map(link)
        .into_iter()
        .chain(["https://example.com/x".into()]);
    web.notify(
        &token,
        &finished(1, "79160000002", &links.collect::<Vec<_>>()),
    )
    .await;
    let admin = web.admin().await;
    let call = admin.get("/calls").await.good()["items"][0].clone();
    let url = |n: usize| {
        call["recordings"][n]["url"]
            .as_str()
            .unwrap()
            .strip_prefix("/api/v1")
            .unwrap()
            .to_owned()
    };

    let whole = admin.get(&url(0)).await;
    assert_eq!((whole.status, &whole.body[..]), (200, SOUND));
    assert_eq!(whole.header(header::CONTENT_TYPE), "audio/mpeg");
    assert_eq!(whole.header(header::ACCEPT_RANGES), "bytes");
    let request = admin
        .request(Method::GET, &url(0))
        .header(header::RANGE, "bytes=4-7")
        .header(header::ACCEPT_ENCODING, "gzip, br");
    let part = web.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!((part.status, &part.body[..]), (206, &SOUND[4..8]));
    assert_eq!(part.header(header::CONTENT_RANGE), "bytes 4-7/25");
    assert_eq!(part.header(header::CONTENT_ENCODING), "");

    admin.get(&url(1)).await.problem(410);
    assert!(!{
        let soon = admin.get(&url(2)).await;
        soon.problem(425);
        soon.header(header::RETRY_AFTER).is_empty()
    });
    admin.get(&url(3)).await.problem(502);
    admin.get(&url(4)).await.problem(502);
    let nowhere = url(0).replace("/recordings/0", "/recordings/9");
    admin.get(&nowhere).await.problem(404);
    admin.get(&nowhere.replace("/9", "/x")).await.problem(404);
}
