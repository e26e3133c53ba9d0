//! Lists of tickets, views and changes of many, for programs.

use desk::on_both;
use serde_json::json;

use crate::testing::TestWeb;

on_both! {
    async fn tickets_are_listed_by_view_label_priority_and_group(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let group = admin.post("/groups", json!({"name": "Склад"})).await.good();
        for (subject, priority, tags) in [("Первый", "low", vec!["чек"]), ("Второй", "urgent", vec!["чек", "возврат"]), ("Третий", "normal", vec![])] {
            test.clock.advance(1);
            admin.post("/tickets", json!({"subject": subject, "priority": priority, "tags": tags})).await.good();
        }
        let listed = async |query: &str| {
            let page = admin.get(&format!("/tickets?{query}")).await.good();
            page["items"].as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(listed("sort=priority").await, [2, 3, 1]);
        assert_eq!(listed("tag=%D1%87%D0%B5%D0%BA").await, [2, 1]);
        assert_eq!(listed("tag=%D1%87%D0%B5%D0%BA,%D0%B2%D0%BE%D0%B7%D0%B2%D1%80%D0%B0%D1%82").await, [2]);
        assert_eq!(listed("priority=low,normal").await, [3, 1]);
        assert_eq!(listed("view=free").await, [3, 2, 1]);
        assert_eq!(listed("view=mine").await, [] as [i64; 0]);
        assert_eq!(listed("view=missed").await, [] as [i64; 0]);
        let id = group["id"].as_str().unwrap();
        let all = admin.get("/tickets").await.good();
        let ids: Vec<_> = all["items"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        let done = admin.post("/tickets/bulk", json!({"ids": [ids[0]], "group_id": id})).await.good();
        assert_eq!(done["changed"], json!([ids[0]]));
        assert_eq!(listed(&format!("group_id={id}")).await, [3]);
        assert_eq!(listed("group_id=none&sort=newest").await, [2, 1]);
        for wrong in ["view=best", "sort=oldest", "priority=asap", "group_id=x"] {
            let field = wrong.split('=').next().unwrap();
            assert_eq!(admin.get(&format!("/tickets?{wrong}")).await.faults(), [field]);
        }
        let unknown = "view=view_00000000000000000000000000000000";
        admin.get(&format!("/tickets?{unknown}")).await.problem(404);
    }

    async fn a_view_is_kept_changed_listed_by_and_thrown_away(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (admin, anna) = (web.admin().await, web.agent(&[]).await);
        anna.post("/tickets", json!({"subject": "Чек", "tags": ["чек"]})).await.good();
        anna.post("/tickets", json!({"subject": "Заказ"})).await.good();
        let new = json!({"name": "Чеки", "filter": {"status": ["open"], "tag": ["чек"], "created_from": "2026-03-01"}, "sort": "priority"});
        let view = anna.post("/views", new).await.good();
        assert_eq!((view["name"].as_str(), view["sort"].as_str(), view["filter"]["tag"][0].as_str()), (Some("Чеки"), Some("priority"), Some("чек")));
        let path = format!("/views/{}", view["id"].as_str().unwrap());
        let page = anna.get(&format!("/tickets?view={}", view["id"].as_str().unwrap())).await.good();
        assert_eq!(page["items"].as_array().unwrap().len(), 1);
        admin.get(&path).await.problem(404);
        assert_eq!(anna.patch(&path, json!({"name": "Мои чеки", "version": 1})).await.good()["name"], "Мои чеки");
        anna.patch(&path, json!({"name": "Ещё", "version": 1})).await.problem(409);
        anna.patch(&path, json!({"shared": true})).await.problem(403);
        let wrong = json!({"name": " ", "filter": {"status": ["done"], "created_to": "вчера"}});
        assert_eq!(anna.post("/views", wrong).await.faults(), ["filter.status[0]", "filter.created_to"]);
        assert_eq!(anna.get("/views").await.good()["items"].as_array().unwrap().len(), 1);
        assert_eq!(anna.delete(&path).await.status, 204);
        assert!(anna.get("/views").await.good()["items"].as_array().unwrap().is_empty());
    }

    async fn many_tickets_are_changed_and_taken_back(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (channel, admin) = (test.channel().await, web.admin().await);
        let anna = web.agent(&[]).await;
        let mine = anna.post("/tickets", json!({"subject": "Свой"})).await.good();
        let theirs = admin.post("/tickets", json!({"subject": "Чужой", "channel_id": channel.to_string()})).await.good();
        let ids = json!([mine["id"], theirs["id"]]);
        let done = anna.post("/tickets/bulk", json!({"ids": ids, "status": "solved", "add_tags": ["чек"]})).await.good();
        assert_eq!(done["changed"], json!([mine["id"]]));
        assert_eq!((done["refused"][0]["id"].clone(), done["refused"][0]["number"].is_null()), (theirs["id"].clone(), true));
        assert!(done["refused"][0]["message"].as_str().is_some_and(|text| !text.is_empty()));
        let path = format!("/tickets/{}", mine["id"].as_str().unwrap());
        assert_eq!(anna.get(&path).await.good()["status"], "solved");
        let undo = format!("/tickets/bulk/{}", done["id"].as_str().unwrap());
        assert_eq!(anna.delete(&undo).await.good()["changed"], json!([mine["id"]]));
        assert_eq!(anna.get(&path).await.good()["status"], "open");
        anna.delete(&undo).await.problem(404);
        assert_eq!(anna.post("/tickets/bulk", json!({"ids": ["x"], "status": "open"})).await.faults(), ["ids[0]"]);
        assert_eq!(anna.post("/tickets/bulk", json!({"ids": [mine["id"]]})).await.faults(), ["change"]);
    }
}
