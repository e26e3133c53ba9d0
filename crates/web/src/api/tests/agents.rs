//! Agents and groups over the API.

use desk::testing::TestDesk;
use serde_json::{Value, json};

use crate::testing::TestWeb;

#[tokio::test]
async fn an_agent_is_invited_and_changed() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let body = json!({
        "email": "Oleg@Example.ru", "name": "Олег", "role": "supervisor",
        "telephony": {"provider": "uis", "operator_id": "391002", "virtual_number": "8 495 150-00-00"},
    });
    let made = admin.post("/agents", body.clone()).await;
    assert_eq!(made.status, 201);
    let invited = made.good();
    assert!(
        invited["invitation_url"]
            .as_str()
            .unwrap()
            .starts_with("http://127.0.0.1:8080/")
    );
    assert_eq!(
        (&invited["email"], &invited["invited"], &invited["active"]),
        (&json!("oleg@example.ru"), &json!(true), &json!(true))
    );
    let path = format!("/agents/{}", invited["id"].as_str().unwrap());
    let agent = admin.get(&path).await.good();
    assert!(agent.get("invitation_url").is_none(), "it is told once");
    assert_eq!(
        agent["telephony"],
        json!({"provider": "uis", "operator_id": "391002", "virtual_number": "+74951500000"})
    );
    let changed = admin
        .patch(
            &path,
            json!({"telephony": {"virtual_number": null}, "role": "agent"}),
        )
        .await
        .good();
    assert_eq!(
        changed["telephony"],
        json!({"provider": "uis", "operator_id": "391002", "virtual_number": null})
    );
    assert_eq!(changed["role"], "agent");
    assert_eq!(admin.post("/agents", body).await.faults(), ["email"]);
    let wrong =
        json!({"email": "x", "name": " ", "role": "root", "telephony": {"operator_id": "Иванова"}});
    let faults = admin.post("/agents", wrong).await.faults();
    for field in ["email", "name", "role", "telephony.operator_id"] {
        assert!(faults.iter().any(|fault| fault == field), "{faults:?}");
    }
    assert_eq!(
        admin.get("/agents").await.good()["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn everybody_reads_and_changes_themselves_and_administrators_everybody() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let channel = test.channel().await;
    let anna = web.agent(&[channel]).await;
    let me = anna.get("/me").await.good();
    assert_eq!(
        (&me["name"], &me["role"], &me["channels"]),
        (
            &json!("anna"),
            &json!("agent"),
            &json!([channel.to_string()])
        )
    );
    let path = format!("/agents/{}", me["id"].as_str().unwrap());
    assert_eq!(
        anna.patch(&path, json!({"name": "Анна", "language": "en"}))
            .await
            .good()["name"],
        "Анна"
    );
    let own = anna
        .patch(&path, json!({"role": "admin"}))
        .await
        .problem(403);
    assert_eq!(
        own["title"], "Not allowed",
        "told in the language just chosen"
    );
    anna.get("/agents").await.problem(403);
    anna.post("/agents", json!({"email": "x@example.ru", "name": "X"}))
        .await
        .problem(403);
    let admin = web.admin().await;
    let admins = admin.get("/me").await.good();
    assert_eq!(admins["channels"], Value::Null);
    anna.get(&format!("/agents/{}", admins["id"].as_str().unwrap()))
        .await
        .problem(404);
    let last = admin
        .patch(
            &format!("/agents/{}", admins["id"].as_str().unwrap()),
            json!({"role": "agent"}),
        )
        .await;
    last.problem(403);
    admin.patch(&path, json!({"active": false})).await.good();
    anna.get("/me").await.problem(401);
}

#[tokio::test]
async fn a_group_is_gathered_changed_and_dissolved() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    let anna = test.agent("anna", &[]).await;
    let made = admin
        .post(
            "/groups",
            json!({"name": "Доставка", "members": [anna.agent.to_string()]}),
        )
        .await;
    assert_eq!(made.status, 201);
    let group = made.good();
    let path = format!("/groups/{}", group["id"].as_str().unwrap());
    assert_eq!(admin.get(&path).await.good(), group);
    assert_eq!(admin.get("/groups").await.good()["items"], json!([group]));
    assert_eq!(admin.get("/me").await.good()["groups"], json!([]));
    assert_eq!(
        web.caller(&anna).await.get("/me").await.good()["groups"],
        json!([group["id"]])
    );
    let changed = admin
        .patch(&path, json!({"name": "Отдел доставки", "members": []}))
        .await
        .good();
    assert_eq!(
        (&changed["name"], &changed["members"]),
        (&json!("Отдел доставки"), &json!([]))
    );
    assert_eq!(
        admin
            .post("/groups", json!({"name": "Отдел доставки"}))
            .await
            .faults(),
        ["name"]
    );
    assert_eq!(
        admin
            .patch(&path, json!({"members": ["agt_no"]}))
            .await
            .faults(),
        ["members[0]"]
    );
    web.caller(&anna).await.delete(&path).await.problem(403);
    assert_eq!(admin.delete(&path).await.status, 204);
    admin.delete(&path).await.problem(404);
}
