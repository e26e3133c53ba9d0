//! The way in and out, the first start, the language.

use axum::body::Body;
use axum::http::{Request, header};
use desk::on_both;
use desk::testing::PASSWORD;
use url::form_urlencoded::Serializer;

use super::*;

/// Sends a form without being signed in.
async fn send(web: &TestWeb<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form = Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path).header("sec-fetch-site", "same-origin");
    web.send(request.body(Body::from(form)).unwrap()).await
}

on_both! {
    async fn the_first_start_leads_to_the_first_administrator(test: &TestDesk) {
        let web = TestWeb::over(test);
        let gone_on = |answer: &Answer| answer.header(header::LOCATION).to_owned();
        assert!(gone_on(&web.get("/tickets").await).starts_with("/sign_in"));
        assert_eq!(gone_on(&web.get("/sign_in").await), "/setup");
        says(web.get("/setup").await.text(), &["Первый запуск", "Администратор", "new-password", "Подключить телефонию"]);
        let wrong = send(&web, "/setup", &[("name", ""), ("email", "марина"), ("password", "123")]).await;
        assert_eq!(wrong.status, 422);
        says(wrong.text(), &["Заполните это поле", "value=\"марина\"", "Это не адрес почты", "Слишком коротко"]);
        let done = send(&web, "/setup", &[("name", "Марина Ким"), ("email", "kim@example.ru"), ("password", PASSWORD)]).await;
        assert_eq!((done.status, gone_on(&done)), (303, "/channels/new".to_owned()));
        assert!(done.header(header::SET_COOKIE).starts_with("dozvon_session=dzs_"));
        assert_eq!(gone_on(&web.get("/setup").await), "/sign_in");
        assert_eq!(gone_on(&send(&web, "/setup", &[("name", "Второй"), ("email", "b@example.ru"), ("password", PASSWORD)]).await), "/sign_in");
    }

    async fn one_signs_in_comes_back_and_signs_out(test: &TestDesk) {
        let web = TestWeb::over(test);
        test.admin().await;
        let sent = web.get("/calls?state=talking").await;
        assert_eq!((sent.status, sent.header(header::LOCATION)), (303, "/sign_in?next=%2Fcalls%3Fstate%3Dtalking"));
        says(web.get("/sign_in?next=%2Fcalls%3Fstate%3Dtalking").await.text(), &["Вход", "name=\"next\" value=\"/calls?state=talking\"", "name=\"email\""]);
        let wrong = send(&web, "/sign_in", &[("email", "admin@example.ru"), ("password", "не тот"), ("next", "/calls")]).await;
        assert_eq!(wrong.status, 422);
        says(wrong.text(), &["value=\"/calls\"", "value=\"admin@example.ru\"", "не подходят друг другу"]);
        assert!(!wrong.text().contains("не тот"));
        let good = [("email", "ADMIN@example.ru "), ("password", PASSWORD), ("next", "/calls?state=talking")];
        let done = send(&web, "/sign_in", &good).await;
        assert_eq!((done.status, done.header(header::LOCATION)), (303, "/calls?state=talking"));
        let cookie = done.header(header::SET_COOKIE).to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let out = Request::post("/sign_out").header("sec-fetch-site", "same-origin").header(header::COOKIE, &cookie);
        let out = web.send(out.body(Body::empty()).unwrap()).await;
        assert_eq!((out.status, out.header(header::LOCATION)), (303, "/sign_in"));
        let after = web.send(Request::get("/calls").header(header::COOKIE, &cookie).body(Body::empty()).unwrap()).await;
        assert_eq!(after.status, 303);
    }

    async fn nobody_is_led_to_another_site(test: &TestDesk) {
        let web = TestWeb::over(test);
        test.admin().await;
        let good = [("email", "admin@example.ru"), ("password", PASSWORD), ("next", "//evil.example/")];
        assert_eq!(send(&web, "/sign_in", &good).await.header(header::LOCATION), "/tickets");
    }

    async fn who_guesses_is_told_to_wait(test: &TestDesk) {
        let web = TestWeb::over(test);
        test.admin().await;
        let mut last = 0;
        for _ in 0..20 {
            let answer = send(&web, "/sign_in", &[("email", "admin@example.ru"), ("password", "догадка")]).await;
            last = answer.status;
            if last == 429 {
                says(answer.text(), &["Попробуйте снова через", "value=\"admin@example.ru\""]);
                break;
            }
        }
        assert_eq!(last, 429);
    }

    async fn the_language_is_chosen_before_and_after_signing_in(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = test.admin().await;
        let chosen = web.get("/sign_in?lang=en").await;
        says(chosen.text(), &["<html lang=\"en\">", "Sign in"]);
        assert!(chosen.header(header::SET_COOKIE).starts_with("dozvon_language=en"));
        let kept = Request::get("/sign_in").header(header::COOKIE, "dozvon_language=en").header("accept-language", "ru");
        says(web.send(kept.body(Body::empty()).unwrap()).await.text(), &["<html lang=\"en\">"]);
        let browser = Browser::of(&web, &admin).await;
        assert_eq!(browser.done("/settings/language", &[("language", "en"), ("next", "/calls")]).await, "/calls");
        says(&browser.read("/calls").await, &["<html lang=\"en\">", "No calls yet"]);
    }
}
