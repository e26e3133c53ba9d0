//! What the Data API writes down, and how it is there afterwards.

use serde_json::{Value, json};

use super::bench::Bench;
use super::rpc::DATA;

impl Bench {
    pub(super) async fn data(&self, method: &str, params: Value) -> Value {
        self.rpc(DATA, method, params).await["result"].clone()
    }

    pub(super) async fn refusal(&self, method: &str, params: Value) -> String {
        let answer = self.rpc(DATA, method, params).await;
        answer["error"]["data"]["mnemonic"]
            .as_str()
            .unwrap_or("none")
            .to_owned()
    }
}

#[tokio::test]
async fn a_contact_is_made_changed_recognised_and_deleted() {
    let bench = Bench::new().await;
    assert_eq!(
        bench
            .refusal("create.contacts", json!({"first_name": "Анна"}))
            .await,
        "required_parameter_missed"
    );
    let made = json!({"last_name": "Сидорова", "phone_numbers": ["79160009999"], "emails": ["a@example.ru"]});
    let id = bench.data("create.contacts", made.clone()).await["id"].clone();
    assert_eq!(
        bench.refusal("create.contacts", made).await,
        "duplicate_entity"
    );
    assert_eq!(
        bench
            .data("update.contacts", json!({"id": id, "first_name": "Анна"}))
            .await,
        json!({})
    );
    let found = json!({"filter": {"field": "id", "operator": "=", "value": id}, "fields": ["full_name", "phone_numbers"]});
    assert_eq!(
        bench.data("get.contacts", found).await["data"],
        json!([{"full_name": "Сидорова Анна", "phone_numbers": ["79160009999"]}])
    );
    let session = bench
        .place(json!({"direction": "in", "client_number": "79160009999", "scenario": "short"}))
        .await;
    assert_eq!(bench.over(session).await["client_name"], "Сидорова Анна");
    assert_eq!(
        bench.data("delete.contacts", json!({"id": id})).await,
        json!({})
    );
    assert_eq!(
        bench
            .refusal("update.contacts", json!({"id": id, "first_name": "А"}))
            .await,
        "entity_not_found"
    );
    assert_eq!(
        bench
            .refusal("update.contacts", json!({"id": 1, "shoe": 1}))
            .await,
        "unexpected_parameters"
    );
}

#[tokio::test]
async fn tags_are_made_with_an_id_in_the_result_itself() {
    let bench = Bench::new().await;
    let made = bench.data("create.tags", json!({"name": "Хелпдеск"})).await;
    assert!(made["id"].is_number() && made.get("data").is_none() && made.get("metadata").is_none());
    assert_eq!(
        bench
            .refusal("create.tags", json!({"name": "Хелпдеск"}))
            .await,
        "duplicate_entity"
    );
    assert_eq!(
        bench.refusal("delete.tags", json!({"id": 1})).await,
        "forbidden"
    );
    bench
        .data("update.tags", json!({"id": made["id"], "name": "Дозвон"}))
        .await;
    let tags = bench
        .data(
            "get.tags",
            json!({"sort": [{"field": "id", "order": "desc"}], "limit": 1}),
        )
        .await;
    assert_eq!(tags["data"][0]["name"], "Дозвон");
    bench.data("delete.tags", json!({"id": made["id"]})).await;
    assert_eq!(
        bench.data("get.tags", json!({})).await["metadata"]["total_items"],
        4
    );
}

#[tokio::test]
async fn an_employee_s_duty_is_seen_in_both_lists() {
    let bench = Bench::new().await;
    let (status, _) = bench
        .call(
            "POST",
            "/panel/operators/391001",
            Some(json!({"status_id": 3, "registered": false})),
        )
        .await;
    assert_eq!(status.as_u16(), 200);
    let own = |field: &str| json!({"filter": {"field": field, "operator": "=", "value": 391_001}});
    let employee = bench.data("get.employees", own("id")).await["data"][0].clone();
    assert_eq!(
        (
            &employee["status"],
            &employee["status_id"],
            &employee["calls_available"]
        ),
        (&json!("do_not_disturb"), &json!(3), &json!(false))
    );
    let line = bench.data("get.sip_lines", own("employee_id")).await["data"][0].clone();
    assert_eq!(
        (&line["physical_state"], &line["ip_addresses"]),
        (&json!("Не зарегистрирован"), &json!([]))
    );
    let (status, _) = bench
        .call(
            "POST",
            "/panel/operators/391001",
            Some(json!({"status_id": 77})),
        )
        .await;
    assert_eq!(status.as_u16(), 422);
    let (status, _) = bench
        .call("POST", "/panel/operators/7", Some(json!({"status_id": 1})))
        .await;
    assert_eq!(status.as_u16(), 404);
}

#[tokio::test]
async fn groups_scenarios_and_the_account_s_card_are_there() {
    let bench = Bench::new().await;
    let groups = bench.data("get.group_employees", json!({})).await;
    assert_eq!(
        (
            &groups["metadata"]["total_items"],
            groups["data"][0]["members"].as_array().unwrap().len()
        ),
        (&json!(2), 3)
    );
    assert_eq!(
        bench.data("get.scenarios", json!({})).await["data"][0]["virtual_phone_numbers"],
        json!(["74950000001"])
    );
    assert_eq!(
        bench.data("get.media_files", json!({})).await["data"][0]["id"],
        2034
    );
    let card = bench.data("getobj.account", json!({})).await["data"].clone();
    assert!(
        card.is_object()
            && card["components"]
                .as_array()
                .unwrap()
                .contains(&json!("recording"))
    );
}
