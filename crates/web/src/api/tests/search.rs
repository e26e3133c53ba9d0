//! What the API's search finds and refuses.

use desk::testing::TestDesk;
use serde_json::json;

use crate::testing::TestWeb;

#[tokio::test]
async fn things_are_found_by_kind_and_page() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    for subject in ["Первая доставка", "Вторая доставка", "Оплата"]
    {
        admin
            .post("/tickets", json!({"subject": subject}))
            .await
            .good();
        test.clock.advance(1);
    }
    let client = json!({"name": "Ирина Доставкина", "phones": [{"number": "+79162041837"}]});
    admin.post("/clients", client).await.good();
    test.desk.follow_words().await.unwrap();
    let found = admin
        .get("/search?q=%D0%B4%D0%BE%D1%81%D1%82%D0%B0%D0%B2")
        .await
        .good();
    let kinds: Vec<_> = found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].clone())
        .collect();
    assert_eq!(kinds, ["ticket", "ticket", "client"]);
    assert_eq!(found["items"][0]["number"], 2);
    assert_eq!(found["next_cursor"], json!(null));
    let path = "/search?q=%D0%B4%D0%BE%D1%81%D1%82%D0%B0%D0%B2&kind=ticket&limit=1";
    let first = admin.get(path).await.good();
    assert_eq!(first["items"][0]["title"], "Вторая доставка");
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = admin.get(&format!("{path}&cursor={cursor}")).await.good();
    assert_eq!(second["items"][0]["title"], "Первая доставка");
    let by_number = admin.get("/search?q=18-37&kind=client").await.good();
    assert_eq!(by_number["items"][0]["title"], "Ирина Доставкина");
}

#[tokio::test]
async fn a_search_without_words_and_an_unknown_kind_are_told_by_field() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    assert_eq!(
        admin.get("/search?kind=person").await.faults(),
        ["kind", "q"]
    );
}
