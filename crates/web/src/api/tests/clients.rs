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
        json!([{"number": "+79162041837", "primary": true, "kind": "mobile"}, {"number": "+74951500000", "primary": false, "kind": "work"}])
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
    test.desk.follow_words().await.unwrap();
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
    let wrong = json!({"into": stays, "keep": {"name": "left"}});
    assert_eq!(admin.post(&merge, wrong).await.faults(), ["keep.name"]);
    let unmerge = format!("/clients/{goes}/unmerge");
    let back = admin.post(&unmerge, json!({})).await.good();
    assert_eq!(
        (&back["id"], &back["name"]),
        (&json!(goes), &json!("А. Петрова"))
    );
    assert_eq!(back["phones"][0]["number"], "+79160000001");
    admin.post(&unmerge, json!({})).await.problem(404);
}

#[tokio::test]
async fn who_shares_a_number_is_told_with_what_speaks_for_each() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    for name in ["Анна", "Борис"] {
        let body = json!({"name": name, "phones": [{"number": "89160000001"}]});
        admin.post("/clients", body).await.good();
    }
    let found = admin.get("/lookup?number=89160000001").await.good();
    let candidates = found["candidates"].as_array().unwrap();
    assert_eq!(candidates.len(), 2);
    assert_eq!(candidates[0]["standing"], "maybe");
    assert_eq!(candidates[0]["client_id"], found["client"]["id"]);
}

#[tokio::test]
async fn fields_of_ones_own_stand_in_clients_with_their_kinds() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let make = async |name: &str, kind: &str| {
        let body = json!({"name": name, "kind": kind, "choices": ["Розница", "Опт"]});
        let made = admin.post("/client_fields", body).await;
        assert_eq!(made.status, 201);
        made.good()["id"].as_str().unwrap().to_owned()
    };
    let (contract, segment, agreed) = (
        make("Договор", "number").await,
        make("Сегмент", "choice").await,
        make("Согласие", "checkbox").await,
    );
    let listed = admin.get("/client_fields").await.good();
    assert_eq!(listed["items"].as_array().unwrap().len(), 3);
    let body = json!({"name": "Анна", "fields": {"Договор": 12.5, &segment: "опт", &agreed: true}});
    let client = admin.post("/clients", body).await.good();
    assert_eq!(
        client["fields"],
        json!({&contract: 12.5, &segment: "Опт", &agreed: true})
    );
    let path = format!("/clients/{}", client["id"].as_str().unwrap());
    let wrong = json!({"fields": {&contract: "семь", "Другое": 1}});
    let told = admin.patch(&path, wrong).await.faults();
    assert_eq!(
        told,
        [format!("fields.{contract}"), "fields.Другое".to_owned()]
    );
    let changed = json!({"fields": {&agreed: null}, "version": client["version"]});
    let changed = admin.patch(&path, changed).await.good();
    assert_eq!(changed["fields"], json!({&contract: 12.5, &segment: "Опт"}));
    let stale = json!({"vip": true, "version": client["version"]});
    admin.patch(&path, stale).await.problem(409);
    let by_value = format!("/clients?field={segment}&value=%D0%9E%D0%9F%D0%A2");
    let found = admin.get(&by_value).await.good();
    assert_eq!(found["items"][0]["id"], client["id"]);
    let anna = web.agent(&[]).await;
    let body = json!({"name": "Другое", "kind": "text"});
    anna.post("/client_fields", body).await.problem(403);
    let field = format!("/client_fields/{segment}");
    assert_eq!(admin.delete(&field).await.status, 204);
    admin.delete(&field).await.problem(404);
}

#[tokio::test]
async fn a_table_is_taken_in_by_a_job_and_given_out_as_it_is_narrowed() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let file = "name;phone\n=Анна;89160000001\nБорис;не номер\n";
    let path = "/clients/import?duplicates=update";
    let request = admin.request(axum::http::Method::POST, path);
    let request = request.body(axum::body::Body::from(file)).unwrap();
    let begun = web.send(request).await;
    assert_eq!(begun.status, 202, "{begun:?}");
    assert_eq!(begun.good()["state"], "runs");
    test.desk.work_all().await.unwrap();
    let path = begun
        .header(axum::http::header::LOCATION)
        .trim_start_matches("/api/v1")
        .to_owned();
    let done = admin.get(&path).await.good();
    assert_eq!(
        (&done["state"], &done["made"], &done["wrong"]),
        (&json!("done"), &json!(1), &json!(1))
    );
    let wrong = admin.get(&format!("{path}/errors")).await;
    let wrong = wrong.text();
    assert!(wrong.contains("Борис;не номер;3;"), "{wrong}");
    let table = admin.get("/clients/export?separator=%2C&bom=false").await;
    let table = table.text();
    assert!(table.starts_with("Имя,Телефон,"), "{table}");
    assert!(table.contains("'=Анна,+7 916 000-00-01,"), "{table}");
    let anna = web.agent(&[]).await;
    anna.get("/clients/export").await.problem(403);
    assert_eq!(
        admin.get("/clients/export?separator=x").await.faults(),
        ["separator"]
    );
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
