//! Clients over the API.

use desk::testing::TestDesk;
use serde_json::{Value, json};

use crate::testing::{TestWeb, finished};

#[tokio::test]
async fn a_client_is_made_found_by_any_spelling_and_changed() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let body = json!({
        "name": "Анна Петрова", "phones": [{"number": "8 (916) 204-18-37"}, {"number": "+7 495 150-00-00", "kind": "work"}],
        "emails": ["Anna@Example.ru"], "company": "Ателье «Нитка»", "vip": true,
    });
    let made = admin.post("/clients", body).await;
    assert_eq!(made.status, 201);
    let client = made.good();
    assert_eq!(
        client["phones"],
        json!([{"number": "+79162041837", "kind": "mobile"}, {"number": "+74951500000", "kind": "work"}])
    );
    assert_eq!(
        (&client["emails"], &client["vip"], &client["note"]),
        (&json!(["anna@example.ru"]), &json!(true), &Value::Null)
    );
    for spelling in [
        "89162041837",
        "%2B7%20916%20204-18-37",
        "+79162041837",
        "8(916)204-18-37",
    ] {
        let found = admin
            .get(&format!("/clients?phone={spelling}"))
            .await
            .good();
        assert_eq!(found["items"][0]["id"], client["id"], "{spelling}");
    }
    assert_eq!(
        admin.get("/clients?phone=89160000000").await.good()["items"],
        json!([])
    );
    assert_eq!(
        admin
            .get("/clients?q=%D0%BD%D0%B8%D1%82%D0%BA")
            .await
            .good()["items"][0]["id"],
        client["id"]
    );
    let path = format!("/clients/{}", client["id"].as_str().unwrap());
    assert_eq!(
        made.header(axum::http::header::LOCATION),
        format!("/api/v1{path}")
    );
    let changed = admin
        .patch(&path, json!({"note": "Звонить после 18", "company": null}))
        .await
        .good();
    assert_eq!(
        (&changed["note"], &changed["company"], &changed["name"]),
        (
            &json!("Звонить после 18"),
            &Value::Null,
            &json!("Анна Петрова")
        )
    );
    assert_eq!(admin.get(&path).await.good(), changed);
}

#[tokio::test]
async fn one_client_goes_into_another() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let make = async |name: &str, number: &str| {
        let body = json!({"name": name, "phones": [{"number": number}]});
        admin.post("/clients", body).await.good()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (goes, stays) = (
        make("А. Петрова", "89160000001").await,
        make("Анна Петрова", "89160000002").await,
    );
    let merge = format!("/clients/{goes}/merge");
    assert_eq!(
        admin.post(&merge, json!({"into": "anna"})).await.faults(),
        ["into"]
    );
    let itself = admin.post(&merge, json!({"into": goes})).await.problem(422);
    assert_eq!(itself["type"], "urn:problem:dozvon:into-itself");
    let joint = admin.post(&merge, json!({"into": stays})).await.good();
    assert_eq!(joint["phones"].as_array().unwrap().len(), 2);
    assert_eq!(
        admin.get(&format!("/clients/{goes}")).await.good()["id"],
        stays.as_str()
    );
    admin
        .post(&merge, json!({"into": stays}))
        .await
        .problem(404);
}

#[tokio::test]
async fn a_number_tells_who_is_calling() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    let anna = test.agent("anna", &[channel]).await;
    test.telephone(anna.agent, "391001", None).await;
    web.notify(&token, &finished(1, "79160000002", &[])).await;
    let caller = web.caller(&anna).await;
    let found = caller
        .get("/lookup?number=8%20(916)%20000-00-02")
        .await
        .good();
    assert_eq!(found["number"], "+79160000002");
    assert_eq!(found["client"]["phones"][0]["number"], "+79160000002");
    assert_eq!(found["vip"], false);
    assert_eq!(
        found["responsible"],
        json!({"id": anna.agent.to_string(), "name": "anna"})
    );
    assert_eq!(found["open_ticket"]["client_id"], found["client"]["id"]);
    let nobody = caller.get("/lookup?number=89160000009").await.good();
    assert_eq!(
        (&nobody["client"], &nobody["clients"]),
        (&Value::Null, &json!([]))
    );
    assert_eq!(
        caller.get("/lookup?number=dozvon").await.faults(),
        ["number"]
    );
    assert_eq!(caller.get("/lookup").await.faults(), ["number"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_client_is_told_by_field() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    assert_eq!(admin.post("/clients", json!({})).await.faults(), ["name"]);
    let body = json!({"name": "А", "phones": [{"number": "12"}], "emails": ["anna"]});
    assert_eq!(
        admin.post("/clients", body).await.faults(),
        ["phones[0].number", "emails[0]"]
    );
    assert_eq!(admin.get("/clients?phone=x").await.faults(), ["phone"]);
    admin.get("/clients/cl_no").await.problem(404);
    let internal = web.caller(&test.internal(&[]).await).await;
    internal
        .post("/clients", json!({"name": "А"}))
        .await
        .problem(403);
}
