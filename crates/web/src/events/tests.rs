//! Listeners hear what changes within their reach, once a burst, and no longer than they may.

use axum::Router;
use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, HeaderValue, Request, header};
use desk::on_both;
use desk::testing::{PASSWORD, TestDesk};
use futures_util::StreamExt;
use serde_json::Value;
use tower::ServiceExt;

use super::Listener;
use crate::testing::ringing;
use crate::{Web, WebOptions, router};

async fn listen(router: &Router, key: &str) -> BodyDataStream {
    let request = Request::get("/events").header(header::AUTHORIZATION, format!("Bearer {key}"));
    let request = request.header(header::ACCEPT_ENCODING, "gzip");
    let answer = router
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
    assert!(!answer.headers().contains_key(header::CONTENT_ENCODING));
    let mut stream = answer.into_body().into_data_stream();
    assert!(next(&mut stream).await.unwrap().contains("retry:"));
    stream
}

async fn next(stream: &mut BodyDataStream) -> Option<String> {
    let chunk = stream.next().await?.unwrap();
    Some(String::from_utf8(chunk.to_vec()).unwrap())
}

fn topics(event: &str) -> Vec<String> {
    let data = event
        .strip_prefix("data: ")
        .unwrap_or_else(|| panic!("{event}"));
    let said: Value = serde_json::from_str(data.trim()).unwrap();
    serde_json::from_value(said["topics"].clone()).unwrap()
}

on_both! {
    async fn a_calls_changes_are_told_together_to_those_who_reach_its_channel(test: &TestDesk) {
        let app = router(test.desk.clone(), WebOptions::default());
        let (mine, others) = (test.channel().await, test.channel().await);
        let anna = test.agent("anna", &[mine]).await;
        let (_, key) = test.desk.create_key(&anna, None, "test").await.unwrap();
        let mut stream = listen(&app, &key).await;
        for (channel, session) in [(others, 1), (mine, 2)] {
            let (_, token) = test.token(channel).await;
            let request = Request::post(format!("/hooks/uis/{token}")).body(Body::from(ringing(session, "79160000002"))).unwrap();
            assert_eq!(app.clone().oneshot(request).await.unwrap().status(), 200);
        }
        test.desk.hear_all().await.unwrap();
        let calls = test.desk.calls(&anna, &store::calls::CallFilter::default(), store::Slice::first(9)).await.unwrap();
        let own = format!("call:{}", calls.items[0].call.id);
        let mut heard = Vec::new();
        while !heard.contains(&own) {
            heard.extend(topics(&next(&mut stream).await.unwrap()));
        }
        assert!(heard.contains(&"tickets".to_owned()), "{heard:?}");
        assert_eq!(heard.iter().filter(|name| name.starts_with("call:")).count(), 1, "{heard:?}");
    }

    async fn a_stream_ends_when_the_desk_stops(test: &TestDesk) {
        let options = WebOptions::default();
        let stop = options.stop.clone();
        let app = router(test.desk.clone(), options);
        let (_, key) = test.desk.create_key(&test.admin().await, None, "test").await.unwrap();
        let mut stream = listen(&app, &key).await;
        stop.cancel();
        while next(&mut stream).await.is_some() {}
    }
}

#[tokio::test]
async fn nobody_listens_without_signing_in() {
    let test = TestDesk::sqlite().await;
    let app = router(test.desk.clone(), WebOptions::default());
    let request = Request::get("/events").body(Body::empty()).unwrap();
    assert_eq!(app.oneshot(request).await.unwrap().status(), 401);
}

#[tokio::test]
async fn a_listener_goes_on_only_while_signed_in_with_the_same_rights() {
    let test = TestDesk::sqlite().await;
    let channel = test.channel().await;
    let anna = test.agent("anna", &[]).await;
    let web = Web::new(test.desk.clone(), WebOptions::default());
    let (secret, _) = test
        .desk
        .sign_in("anna@example.ru", PASSWORD, "Firefox", None)
        .await
        .unwrap();
    let cookie = HeaderValue::try_from(format!("dozvon_session={secret}")).unwrap();
    let headers = HeaderMap::from_iter([(header::COOKIE, cookie)]);
    let mut listener = Listener::new(web.clone(), headers.clone(), false)
        .await
        .unwrap();
    assert!(listener.may_go_on().await);
    test.agent("anna", &[channel]).await;
    assert!(
        !listener.may_go_on().await,
        "she reaches more than what she hears of"
    );
    let mut listener = Listener::new(web, headers, false).await.unwrap();
    assert!(listener.may_go_on().await);
    test.desk.end_other_sessions(&anna, None).await.unwrap();
    assert!(!listener.may_go_on().await);
}
