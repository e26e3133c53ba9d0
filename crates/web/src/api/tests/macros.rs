//! Macros, merging and comments over the API.

use desk::on_both;
use serde_json::{Value, json};

use crate::testing::TestWeb;

on_both! {
    async fn a_macro_is_made_changed_and_taken_away(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (anna, admin) = (web.agent(&[]).await, web.admin().await);
        let wrong = anna.post("/macros", json!({"name": "", "text": "{{ticket.numbr}}", "status": "done"})).await;
        assert_eq!(wrong.faults(), ["name", "status", "text"]);
        let made = anna.post("/macros", json!({"name": "Перезвоним", "text": "{{client.name}}", "tags": ["ждёт"]})).await;
        assert_eq!(made.status, 201);
        let one = made.good();
        let path = format!("/macros/{}", one["id"].as_str().unwrap());
        let changed = anna.patch(&path, json!({"status": "pending", "version": one["version"]})).await.good();
        assert_eq!((&changed["status"], &changed["name"], &changed["tags"]), (&json!("pending"), &json!("Перезвоним"), &json!(["ждёт"])));
        assert_eq!(anna.patch(&path, json!({"name": "x", "version": one["version"]})).await.problem(409)["type"], "urn:problem:dozvon:changed");
        assert_eq!(admin.get(&path).await.status, 404);
        assert_eq!(anna.post("/macros", json!({"name": "x", "text": "y", "shared": true})).await.status, 403);
        assert_eq!(admin.post("/macros", json!({"name": "Общий", "text": "y", "shared": true})).await.status, 201);
        let names = |all: Value| all["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        assert_eq!(names(anna.get("/macros").await.good()), ["Общий", "Перезвоним"]);
        assert_eq!(anna.delete(&path).await.status, 204);
        assert_eq!(names(anna.get("/macros").await.good()), ["Общий"]);
    }

    async fn tickets_are_merged_and_parted_and_comments_rewritten(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = web.agent(&[]).await;
        let made = async |subject: &str| anna.post("/tickets", json!({"subject": subject, "text": subject})).await.good();
        let (first, second) = (made("Раз").await, made("Два").await);
        let at = |ticket: &Value| format!("/tickets/{}", ticket["id"].as_str().unwrap());
        let into = anna.post(&format!("{}/merge", at(&first)), json!({"into": second["id"]})).await.good();
        assert_eq!(into["id"], second["id"]);
        let gone = anna.get(&at(&first)).await.good();
        assert_eq!((&gone["status"], &gone["merged_into"]), (&json!("merged"), &second["id"]));
        let clash = anna.patch(&at(&first), json!({"status": "open"})).await;
        assert_eq!(clash.problem(409)["type"], "urn:problem:dozvon:merged");
        let back = anna.post(&format!("{}/unmerge", at(&first)), json!({})).await.good();
        assert_eq!((&back["status"], &back["merged_into"]), (&json!("open"), &Value::Null));
        assert_eq!(anna.post(&format!("{}/unmerge", at(&first)), json!({})).await.problem(409)["type"], "urn:problem:dozvon:not-merged");
        assert_eq!(anna.post(&format!("{}/merge", at(&first)), json!({"into": "tkt_00000000000000000000000000000000"})).await.faults(), ["into"]);

        let comment = anna.post(&format!("{}/comments", at(&first)), json!({"text": "Опечтка"})).await.good();
        let path = format!("{}/comments/{}", at(&first), comment["id"].as_str().unwrap());
        let edited = anna.patch(&path, json!({"text": "Опечатка"})).await.good();
        assert_eq!(edited["text"], "Опечатка");
        assert!(edited["edited_at"].is_string());
        assert_eq!(web.admin().await.patch(&path, json!({"text": "Чужое"})).await.status, 403);
        assert_eq!(anna.delete(&path).await.status, 204);
        assert_eq!(anna.delete(&path).await.status, 404);
    }

    async fn a_reminder_is_set_and_taken_off(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = web.agent(&[]).await;
        let ticket = anna.post("/tickets", json!({"subject": "Раз"})).await.good();
        let path = format!("/tickets/{}", ticket["id"].as_str().unwrap());
        assert_eq!(anna.patch(&path, json!({"reminder_at": "2020-01-01T00:00:00Z"})).await.faults(), ["reminder_at"]);
        assert_eq!(anna.patch(&path, json!({"reminder_at": "завтра"})).await.faults(), ["reminder_at"]);
        let soon = anna.patch(&path, json!({"reminder_at": "2026-03-28T13:40:00Z"})).await.good();
        assert_eq!(soon["reminder_at"], "2026-03-28T13:40:00Z");
        assert_eq!(anna.patch(&path, json!({"reminder_at": null})).await.good()["reminder_at"], Value::Null);
        test.clock.advance(3600);
        test.desk.work_all().await.unwrap();
    }
}
