//! Notifications are taken in every form the contract names, on both engines.

use axum::body::Body;
use axum::http::Request;
use desk::on_both;
use desk::testing::TestDesk;
use domain::ChannelId;
use domain::notification::{Notification, Verdict};
use store::Slice;

use crate::testing::{TestWeb, ringing};

async fn log(test: &TestDesk, channel: ChannelId) -> Vec<Notification> {
    let admin = test.admin().await;
    let page = test
        .desk
        .notifications(&admin, channel, None, Slice::first(50))
        .await;
    page.unwrap().items
}

fn post(address: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(address).body(body.into()).unwrap()
}

fn with_token(body: &str, token: &str) -> String {
    body.replacen('{', &format!("{{\"ud_channel_token\":\"{token}\","), 1)
}

on_both! {
    async fn a_token_is_taken_from_path_header_query_or_body(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let body = |session| ringing(session, "79160000002");
        let header = Request::post("/hooks/uis").header("x-channel-token", &token).body(Body::from(body(3))).unwrap();
        let all = [
            post(&format!("/hooks/uis/{token}"), body(1)),
            post(&format!("/hooks/uis?token={token}"), body(2)),
            header,
            post("/hooks/uis", with_token(&body(4), &token)),
            Request::get(format!("/hooks/uis?ud_channel_token={token}&call_session_id=5&notification_mnemonic=in_call_session")).body(Body::empty()).unwrap(),
            Request::get(format!("/hooks/uis/{token}?call_session_id=6")).body(Body::empty()).unwrap(),
        ];
        for request in all {
            let answer = web.send(request).await;
            assert_eq!((answer.status, answer.text()), (200, "{\"accepted\":true}"));
        }
        let kept = log(test, channel).await;
        assert_eq!(kept.len(), 6);
        assert!(kept.iter().all(|one| !one.query.contains(&token)), "{kept:?}");
        assert_eq!(test.desk.hear_all().await.unwrap(), 6);
        let calls = test.desk.calls(&test.admin().await, &store::calls::CallFilter::default(), Slice::first(50)).await.unwrap();
        assert_eq!(calls.items.len(), 6);
    }

    async fn the_path_goes_before_the_body(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (one, other) = (test.channel().await, test.channel().await);
        let (_, ones) = test.token(one).await;
        let (_, others) = test.token(other).await;
        let body = with_token(&ringing(1, "79160000002"), &others);
        assert_eq!(web.send(post(&format!("/hooks/uis/{ones}"), body.clone())).await.status, 200);
        assert_eq!((log(test, one).await.len(), log(test, other).await.len()), (1, 0));
        assert_eq!(web.send(post("/hooks/uis/wrong", body)).await.status, 401);
        test.desk.hear_all().await.unwrap();
    }

    async fn the_same_request_is_kept_once_and_counted(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        for _ in 0..3 {
            assert_eq!(web.send(post(&format!("/hooks/uis/{token}"), ringing(1, "79160000002"))).await.status, 200);
        }
        let kept = log(test, channel).await;
        assert_eq!((kept.len(), kept[0].repeats), (1, 2));
        test.desk.hear_all().await.unwrap();
    }

    async fn what_cannot_be_read_is_kept_all_the_same(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let request = Request::post(format!("/hooks/uis/{token}")).header("content-type", "image/png");
        let answer = web.send(request.body(Body::from(vec![0xff, 0x00, 0x7b])).unwrap()).await;
        assert_eq!(answer.status, 200);
        test.desk.hear_all().await.unwrap();
        let kept = log(test, channel).await;
        assert_eq!(kept[0].verdict, Verdict::Unreadable);
        assert_eq!((kept[0].body.as_slice(), kept[0].content_type.as_deref()), (&[0xff, 0x00, 0x7b][..], Some("image/png")));
    }

    async fn wrong_empty_and_too_large_requests_are_refused(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (id, token) = test.token(channel).await;
        let body = ringing(1, "79160000002");
        assert_eq!(web.send(post("/hooks/uis", body.clone())).await.status, 401);
        assert_eq!(web.send(post("/hooks/uis?token=dzv_wrong", body.clone())).await.status, 401);
        assert_eq!(web.send(post(&format!("/hooks/uis/{token}"), " ")).await.status, 400);
        let large = vec![b' '; (1 << 20) + 1];
        assert_eq!(web.send(post(&format!("/hooks/uis/{token}"), large)).await.status, 413);
        let just = vec![b'x'; 1 << 20];
        assert_eq!(web.send(post(&format!("/hooks/uis/{token}"), just)).await.status, 200);
        test.desk.revoke_token(&test.admin().await, channel, id).await.unwrap();
        assert_eq!(web.send(post(&format!("/hooks/uis/{token}"), body)).await.status, 401);
        assert_eq!(web.send(Request::put("/hooks/uis").body(Body::empty()).unwrap()).await.status, 405);
        test.desk.hear_all().await.unwrap();
    }
}

#[tokio::test]
async fn a_bad_token_too_often_has_to_wait_and_a_good_one_never() {
    let test = TestDesk::sqlite().await;
    let trusted = "10.0.0.0/8".parse().unwrap();
    let options = crate::WebOptions {
        trusted_proxies: vec![trusted],
        ..Default::default()
    };
    let web = TestWeb::with(&test, options);
    let (_, token) = test.token(test.channel().await).await;
    let from = |client: &str, token: &str, session: i64| {
        let peer: std::net::SocketAddr = "10.0.0.1:4711".parse().unwrap();
        let mut request = post(
            &format!("/hooks/uis/{token}"),
            ringing(session, "79160000002"),
        );
        request.headers_mut().insert(
            "x-forwarded-for",
            format!("1.2.3.4, {client}").parse().unwrap(),
        );
        request
            .extensions_mut()
            .insert(axum::extract::ConnectInfo(peer));
        request
    };
    for _ in 0..60 {
        assert_eq!(web.send(from("203.0.113.7", "wrong", 1)).await.status, 401);
    }
    let waits = web.send(from("203.0.113.7", "wrong", 1)).await;
    assert_eq!(
        (waits.status, waits.header(axum::http::header::RETRY_AFTER)),
        (429, "60")
    );
    assert_eq!(web.send(from("203.0.113.8", "wrong", 1)).await.status, 401);
    assert_eq!(web.send(from("203.0.113.7", &token, 2)).await.status, 200);
    let kept = log(
        &test,
        test.desk.channels(&test.admin().await).await.unwrap()[0].id,
    )
    .await;
    assert_eq!(kept[0].address.as_deref(), Some("203.0.113.7"));
}

#[tokio::test]
async fn what_cannot_be_kept_is_to_be_sent_again() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let (_, token) = test.token(test.channel().await).await;
    test.store.close().await;
    let answer = web
        .send(post(
            &format!("/hooks/uis/{token}"),
            ringing(1, "79160000002"),
        ))
        .await;
    assert_eq!(answer.status, 503);
    assert!(!answer.header(axum::http::header::RETRY_AFTER).is_empty());
    assert_eq!(web.get("/readyz").await.status, 503);
    assert_eq!(web.get("/healthz").await.status, 200);
}
