//! What the API says of itself is what it does.

use axum::http::{Method, Request, header};
use desk::testing::TestDesk;
use serde_json::Value;

use crate::testing::TestWeb;

async fn described() -> Value {
    let test = TestDesk::sqlite().await;
    TestWeb::over(&test).get("/api/openapi.json").await.good()
}

#[tokio::test]
async fn the_description_changes_only_on_purpose() {
    insta::assert_json_snapshot!("openapi", described().await);
}

#[tokio::test]
async fn every_described_address_is_there() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let description = described().await;
    let mut count = 0;
    for (path, item) in description["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            let method: Method = method.to_uppercase().parse().unwrap();
            let request = Request::builder()
                .method(method.clone())
                .uri(path.replace(['{', '}'], ""));
            let answer = web
                .send(request.body(axum::body::Body::empty()).unwrap())
                .await;
            assert_eq!(answer.status, 401, "{method} {path}");
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

/// Routes are made by `routes!` alone, which describes each.
#[test]
fn every_address_is_described() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api");
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("docs.rs") && !path.ends_with("tests/openapi.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(!text.contains(".route("), "{}", path.display());
            }
        }
    }
}

#[tokio::test]
async fn everything_that_is_named_is_defined_and_may_fail() {
    let description = described().await;
    let text = description.to_string();
    for name in text.split("#/components/schemas/").skip(1) {
        let name = name.split('"').next().unwrap();
        assert!(
            description["components"]["schemas"].get(name).is_some(),
            "{name}"
        );
    }
    let mut names = std::collections::HashSet::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(
                names.insert(operation["operationId"].as_str().unwrap()),
                "{method} {path}"
            );
            assert!(
                operation["responses"]["default"].is_object(),
                "{method} {path}"
            );
            assert!(operation["summary"].is_string(), "{method} {path}");
        }
    }
    assert_eq!(
        description["components"]["securitySchemes"]["key"]["scheme"],
        "bearer"
    );
}

#[tokio::test]
async fn people_read_it_on_a_page_that_loads_from_us_alone() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let page = web.get("/api/docs").await;
    assert_eq!(page.status, 200);
    let policy = page.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("script-src 'self';"), "{policy}");
    let script = page
        .text()
        .split("src=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    assert_eq!(web.get(script).await.status, 200, "{script}");
}
