//! Outcomes of calls over the API.

use desk::on_both;
use serde_json::{Value, json};

use crate::testing::{TestWeb, finished, ringing};

on_both! {
    async fn the_list_is_kept_by_administrators(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let made = admin.post("/outcome_codes", json!({"name": "Продажа"})).await;
        assert_eq!(made.status, 201);
        let id = made.good()["id"].as_str().unwrap().to_owned();
        assert_eq!(admin.get("/outcome_codes").await.good()["items"], json!([{"id": id, "name": "Продажа", "active": true, "place": 1}]));
        let path = format!("/outcome_codes/{id}");
        assert_eq!(admin.patch(&path, json!({"active": false, "place": 5})).await.good()["place"], 5);
        admin.post("/outcome_codes", json!({"name": "Продажа"})).await.problem(422);
        admin.patch("/outcome_codes/out_0195f2d1c3a47b2e9c11d0a6b7e4f311", json!({})).await.problem(404);
        let anna = web.agent(&[]).await;
        assert_eq!(anna.get("/outcome_codes").await.good()["items"][0]["active"], false);
        anna.post("/outcome_codes", json!({"name": "Отказ"})).await.problem(403);
        anna.patch(&path, json!({"active": true})).await.problem(403);
    }

    async fn what_came_of_a_call_is_said_found_and_replaced(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let actor = test.agent("anna", &[channel]).await;
        test.telephone(actor.agent, "391001", None).await;
        let (admin, anna) = (web.admin().await, web.caller(&actor).await);
        let sale = admin.post("/outcome_codes", json!({"name": "Продажа"})).await.good()["id"].clone();
        web.notify(&token, &ringing(7, "79160000002")).await;
        let call = anna.get("/calls").await.good()["items"][0].clone();
        assert_eq!(call["wrap_up"], Value::Null);
        let path = format!("/calls/{}/outcome", call["id"].as_str().unwrap());
        admin.post(&path, json!({"outcome_id": sale})).await.problem(409);
        web.notify(&token, &finished(7, "79160000002", &[])).await;
        let open = anna.get("/calls").await.good()["items"][0]["wrap_up"].clone();
        assert_eq!((&open["state"], &open["agent_id"], &open["outcome"]), (&json!("open"), &json!(actor.agent.to_string()), &Value::Null));
        anna.post(&path, json!({})).await.problem(422);
        anna.post(&path, json!({"outcome_id": "x"})).await.problem(422);
        let said = anna.post(&path, json!({"outcome_id": sale, "tags": ["чек"], "note": "Да"})).await.good()["wrap_up"].clone();
        let expected = json!({"state": "given", "tags": ["чек"], "note": "Да", "settled_by": actor.agent.to_string(), "written_back": null});
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&said[field], value, "{field}");
        }
        assert_eq!(said["outcome"]["name"], "Продажа");
        let found = async |query: &str| anna.get(&format!("/calls?outcome_id={query}")).await.good()["items"].as_array().unwrap().len();
        assert_eq!(found(sale.as_str().unwrap()).await, 1);
        assert_eq!(found("out_0195f2d1c3a47b2e9c11d0a6b7e4f311").await, 0);
        let kept = anna.post(&path, json!({"skip": true})).await.good()["wrap_up"].clone();
        assert_eq!(kept["state"], "given", "what was said stays");
        let stranger = web.caller(&test.agent("ira", &[]).await).await;
        stranger.post(&path, json!({"skip": true})).await.problem(404);
        let oleg = web.caller(&test.agent("oleg", &[channel]).await).await;
        oleg.post(&path, json!({"skip": true})).await.problem(403);
        anna.post(&format!("{path}/write_back"), json!({})).await.problem(404);
    }
}
