//! A call in short: set up by an administrator, made once the text is there, read under it; the API has it too.

use serde_json::json;

use super::*;

/// A service that tells every call in short.
async fn service() -> MockServer {
    let service = MockServer::start().await;
    let told = r#"{"topic":"Заказ не приехал","outcome":"Агент уточнит","promises":["перезвонить завтра"]}"#;
    let answer = json!({"choices": [{"message": {"content": told}}]});
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .mount(&service)
        .await;
    service
}

#[tokio::test]
async fn a_summary_is_set_up_made_and_read() {
    let (provider, service) = (provider().await, service().await);
    for test in desks(&provider).await {
        let web = TestWeb::over(&test);
        let (_, anna, path) = recorded(&web, &provider).await;
        let admin_actor = test.admin().await;
        let admin = Browser::of(&web, &admin_actor).await;
        says(
            &admin.read("/extensions").await,
            &["Сводка разговора", "Адрес модели"],
        );
        let url = format!("{}/v1/chat/completions", service.uri());
        let wrong = [("enabled", "on"), ("url", "что-то"), ("model", "small")];
        says(
            &admin.refused("/extensions/summary", &wrong).await,
            &["что-то", "small", "id=\"url-mistake\""],
        );
        let right = [
            ("enabled", "on"),
            ("url", url.as_str()),
            ("model", "small"),
            ("key", "sk-secret"),
        ];
        admin.done("/extensions/summary", &right).await;
        let page = admin.read("/extensions").await;
        says(&page, &[&url, "Убрать сохранённый ключ"]);
        assert!(!page.contains("sk-secret"));

        assert_eq!(
            anna.send(&format!("{path}/summary"), &[]).await.status,
            404,
            "there is no text yet"
        );
        anna.done(&format!("{path}/transcript"), &[]).await;
        test.desk.work_all().await.unwrap();
        for page in [path.as_str(), "/tickets/1"] {
            says(
                &anna.read(page).await,
                &[
                    "Заказ не приехал",
                    "Агент уточнит",
                    "перезвонить завтра",
                    "Составлено автоматически (small)",
                ],
            );
        }
        let api = web.admin().await;
        let call = api.get("/calls").await.good()["items"][0]["id"].clone();
        let short = format!("/calls/{}/summary", call.as_str().unwrap());
        let read = api.get(&short).await.good();
        assert_eq!(
            (&read["state"], &read["topic"], &read["automatic"]),
            (&json!("ready"), &json!("Заказ не приехал"), &json!(true))
        );
        let again = api.post(&short, json!({})).await;
        assert_eq!(
            (again.status, again.good()["state"].clone()),
            (202, json!("ready"))
        );
        let set = api.get("/extensions/summary").await.good();
        assert_eq!(
            (&set["enabled"], &set["has_key"]),
            (&json!(true), &json!(true))
        );
        assert!(!set.to_string().contains("sk-secret"));
        api.patch("/extensions/summary", json!({"url": "ftp://x"}))
            .await
            .faults();
        let off = api
            .patch("/extensions/summary", json!({"enabled": false, "key": ""}))
            .await
            .good();
        assert_eq!(
            (&off["enabled"], &off["has_key"]),
            (&json!(false), &json!(false))
        );
        api.post(&short, json!({})).await.problem(403);
        says(&anna.read(&path).await, &["Заказ не приехал"]);
        test.finish().await;
    }
}

/// Why there is none is told in the language of whoever reads, not in the desk's.
#[tokio::test]
async fn why_there_is_none_is_told_in_the_readers_language() {
    let (provider, service) = (provider().await, MockServer::start().await);
    let refusal = json!({"error": {"message": "no such key"}});
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(401).set_body_json(refusal))
        .mount(&service)
        .await;
    for test in desks(&provider).await {
        let web = TestWeb::over(&test);
        let (anna_actor, anna, path) = recorded(&web, &provider).await;
        let admin = Browser::of(&web, &test.admin().await).await;
        let url = format!("{}/v1/chat/completions", service.uri());
        let form = [("enabled", "on"), ("url", url.as_str()), ("model", "small")];
        admin.done("/extensions/summary", &form).await;
        anna.done(&format!("{path}/transcript"), &[]).await;
        test.desk.work_all().await.unwrap();
        let russian = "Языковая модель отказала (HTTP 401). no such key";
        let english = "The language model refused (HTTP 401). no such key";
        for (language, told) in [("ru", russian), ("en", english), ("ru", russian)] {
            let choice = [("language", language), ("next", path.as_str())];
            anna.done("/settings/language", &choice).await;
            says(&anna.read(&path).await, &[told]);
            let api = web.caller(&anna_actor).await;
            let short = format!("{path}/summary");
            assert_eq!(api.get(&short).await.good()["message"], json!(told));
        }
        test.finish().await;
    }
}
