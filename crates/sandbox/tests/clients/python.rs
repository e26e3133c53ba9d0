//! Two independent clients, as they come from PyPI; `bin/prepare` puts them under `target/clients`.

use std::path::Path;

use jiff::SignedDuration;
use tokio::process::Command;

use crate::served::Served;

/// Runs the script of a client with what it needs to know.
async fn run(client: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let installed = root.join("target/clients");
    assert!(
        installed.join("ready").exists(),
        "the clients are not installed: run bin/prepare"
    );
    let served = Served::new().await;
    let session = served.past_call().await;
    let began: jiff::Timestamp = served.call(session).await["started_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let around = |hours: i64| {
        let at = (began + SignedDuration::from_hours(hours))
            .in_tz("Europe/Moscow")
            .unwrap();
        at.strftime("%Y-%m-%d %H:%M:%S").to_string()
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/clients/{client}.py"));
    let output = Command::new(installed.join("bin/python"))
        .arg(script)
        .args([
            &format!("{}/data-api/v2.0", served.url),
            served.sandbox.api_key(),
        ])
        .args([session.to_string(), around(-24), around(24)])
        .env("PYTHONPATH", installed.join(client))
        .env("NO_PROXY", "127.0.0.1")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .await
        .unwrap();
    let (said, complaint) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{client}: {complaint}");
    said.into_owned()
}

#[tokio::test]
async fn comagic_wrapper_gets_what_it_asks_for() {
    assert!(run("wrapper").await.contains("is content"));
}

#[tokio::test]
async fn comagic_data_api_sdk_gets_every_field_and_can_read_the_times() {
    assert!(run("sdk").await.contains("is content"));
}
