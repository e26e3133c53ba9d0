//! Who is let in, and how problems are told.

use axum::body::Body;
use axum::http::{Method, Request, header};
use desk::testing::{PASSWORD, TestDesk};
use serde_json::json;

use crate::testing::TestWeb;

#[tokio::test]
async fn without_a_good_key_nobody_is_let_in() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let answer = web.get("/api/v1/tickets").await;
    assert_eq!(answer.problem(401)["type"], "urn:problem:dozvon:signed-out");
    assert_eq!(answer.header(header::WWW_AUTHENTICATE), "Bearer");
    for said in ["Bearer dzk_wrong", "Bearer ", "Basic YTpi", "dzk_x"] {
        let request = Request::get("/api/v1/me").header(header::AUTHORIZATION, said);
        web.send(request.body(Body::empty()).unwrap())
            .await
            .problem(401);
    }
}

#[tokio::test]
async fn a_browsers_session_opens_the_api_to_our_own_pages_only() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    test.admin().await;
    let (secret, _) = test
        .desk
        .sign_in("admin@example.ru", PASSWORD, "Firefox", None)
        .await
        .unwrap();
    let ask = async |method: Method, more: &[(&str, &str)]| {
        let mut request = Request::builder().method(method).uri("/api/v1/tickets");
        request = request.header(header::COOKIE, format!("a=b; dozvon_session={secret}"));
        request = request.header(header::HOST, "desk.example.ru");
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        web.send(request.body(Body::from(r#"{"subject":"x"}"#)).unwrap())
            .await
    };
    assert_eq!(ask(Method::GET, &[]).await.status, 200);
    assert_eq!(
        ask(Method::POST, &[]).await.problem(403)["type"],
        "urn:problem:dozvon:foreign"
    );
    assert_eq!(
        ask(Method::POST, &[("sec-fetch-site", "cross-site")])
            .await
            .status,
        403
    );
    assert_eq!(
        ask(
            Method::POST,
            &[
                ("sec-fetch-site", "same-site"),
                ("origin", "https://desk.example.ru")
            ]
        )
        .await
        .status,
        403
    );
    assert_eq!(
        ask(Method::POST, &[("origin", "https://evil.example")])
            .await
            .status,
        403
    );
    assert_eq!(ask(Method::POST, &[("origin", "null")]).await.status, 403);
    assert_eq!(
        ask(Method::POST, &[("sec-fetch-site", "same-origin")])
            .await
            .status,
        201
    );
    assert_eq!(
        ask(Method::POST, &[("origin", "https://desk.example.ru")])
            .await
            .status,
        201
    );
    assert_eq!(
        ask(Method::POST, &[("origin", "http://127.0.0.1:8080")])
            .await
            .status,
        201
    );
    test.desk.sign_out(&secret).await.unwrap();
    ask(Method::GET, &[]).await.problem(401);
}

#[tokio::test]
async fn a_problem_is_told_in_the_language_asked_for() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let answer = admin.get("/tickets/tkt_no").await;
    assert_eq!(answer.problem(404)["title"], "Не найдено");
    assert_eq!(answer.header(header::CONTENT_LANGUAGE), "ru");
    let request = admin
        .request(Method::GET, "/tickets/tkt_no")
        .header(header::ACCEPT_LANGUAGE, "en-GB, ru;q=0.5");
    let answer = web.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.problem(404)["title"], "Not found");
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_told_what_is_wanted() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let send = async |body: Vec<u8>| {
        let request = admin
            .request(Method::POST, "/tickets")
            .header(header::CONTENT_TYPE, "text/plain");
        web.send(request.body(Body::from(body)).unwrap()).await
    };
    assert_eq!(send(br#"{"subject":"x"}"#.to_vec()).await.status, 201);
    let broken = send(b"{\"subject\": x}".to_vec()).await.problem(400);
    assert!(
        broken["detail"].as_str().unwrap().contains("1:13"),
        "{broken}"
    );
    for body in [b"".to_vec(), b"[]".to_vec(), vec![0xff]] {
        send(body).await.problem(400);
    }
    send(vec![b' '; (1 << 20) + 1]).await.problem(413);
}

#[tokio::test]
async fn what_is_not_there_and_what_does_not_fit_are_problems_too() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    admin.get("/nothing").await.problem(404);
    let answer = admin.put("/tickets", json!({})).await;
    answer.problem(405);
    assert_eq!(answer.header(header::ALLOW), "GET,HEAD,POST");
    assert!(!answer.header("x-request-id").is_empty());
    assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    test.store.close().await;
    let answer = admin.get("/tickets").await;
    assert_eq!(answer.problem(503)["type"], "urn:problem:dozvon:storage");
    assert!(!answer.header(header::RETRY_AFTER).is_empty());
}
