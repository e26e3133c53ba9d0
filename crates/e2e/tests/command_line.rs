//! The command line with wrong input: a code, and one sentence that says what to do.

use anyhow::Result;
use dozvon_e2e::{dozvon, serve_unread};
use tempfile::TempDir;

/// Runs it in an empty folder; gives its code and what it complained of.
async fn refused(arguments: &[&str], settings: &[(&str, &str)]) -> Result<(Option<i32>, String)> {
    let folder = TempDir::new()?;
    let place = folder.path().to_string_lossy().into_owned();
    let mut all = arguments.to_vec();
    all.extend(["--data-dir", &place]);
    let ended = dozvon(&all, settings, "короткий\n").await?;
    Ok((ended.code, ended.complained))
}

#[tokio::test]
async fn wrong_input_is_refused_in_one_sentence() -> Result<()> {
    let create = [
        "agent", "create", "--email", "anna@", "--name", " ", "--role", "agent",
    ];
    let (code, told) = refused(&create, &[]).await?;
    assert_eq!(code, Some(1));
    for field in ["email:", "name:", "password:"] {
        assert!(told.contains(field), "{told}");
    }
    assert_eq!(told.lines().count(), 1, "{told}");

    let (code, told) = refused(
        &[
            "token",
            "create",
            "--agent",
            "nobody@example.ru",
            "--name",
            "x",
        ],
        &[],
    )
    .await?;
    assert_eq!(code, Some(1));
    assert!(told.contains("nobody@example.ru"), "{told}");

    let (code, told) = refused(&["check"], &[("DOZVON_LISTENN", "127.0.0.1:1")]).await?;
    assert_eq!(code, Some(1));
    assert!(told.contains("`listen`"), "{told}");

    let (code, told) = refused(&["check"], &[("DOZVON_DATABASE_URL", "mysql://x")]).await?;
    assert_eq!(code, Some(1));
    assert!(told.contains("sqlite://"), "{told}");

    let (code, told) = refused(
        &["migrate"],
        &[(
            "DOZVON_DATABASE_URL",
            "postgres://dozvon:verysecret@127.0.0.1:9/x",
        )],
    )
    .await?;
    assert_eq!(code, Some(1));
    assert!(!told.contains("verysecret"), "{told}");

    let (code, _) = refused(&["serve", "--listen", "8080"], &[]).await?;
    assert_eq!(code, Some(2));
    let (code, _) = refused(&["dance"], &[]).await?;
    assert_eq!(code, Some(2));
    Ok(())
}

#[tokio::test]
async fn a_fresh_folder_is_checked_and_migrated() -> Result<()> {
    let folder = TempDir::new()?;
    let place = folder.path().to_string_lossy().into_owned();
    let migrated = dozvon(&["migrate", "--data-dir", &place], &[], "").await?;
    assert_eq!(migrated.code, Some(0), "{migrated:?}");
    let checked = dozvon(&["check", "--data-dir", &place], &[], "").await?;
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(checked.said.contains("SQLite"), "{checked:?}");
    let replayed = dozvon(&["replay", "--data-dir", &place], &[], "").await?;
    assert_eq!(
        (replayed.code, replayed.said.as_str()),
        (Some(0), "0 notifications heard again")
    );
    let help = dozvon(&["--help"], &[], "").await?;
    assert_eq!(help.code, Some(0));
    assert!(help.said.contains("serve"), "{help:?}");
    Ok(())
}

#[tokio::test]
async fn a_desk_that_nobody_reads_any_more_stops_when_told_to() -> Result<()> {
    let folder = TempDir::new()?;
    let code = serve_unread(&folder.path().to_string_lossy()).await?;
    assert_eq!(code, Some(0));
    Ok(())
}
