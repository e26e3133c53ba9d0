//! Transcripts that are not made at once: no recording, no sound in it, a restart in the middle.

use super::*;

#[tokio::test]
async fn a_recording_that_is_gone_is_told_and_nothing_hangs() {
    let provider = provider().await;
    let engine = Arc::new(Engine::default());
    for test in desks(&provider, &engine).await {
        let web = TestWeb::over(&test);
        let admin = web.admin().await;
        switch_on(&admin).await;
        let call = called(&web, &admin, &[format!("{}/gone", provider.uri())]).await;
        test.desk.work_all().await.unwrap();
        let said = admin
            .post(&format!("{call}/transcript"), json!({}))
            .await
            .problem(410);
        assert!(
            said["detail"].as_str().unwrap().contains("больше нет"),
            "{said}"
        );
        assert_eq!(admin.get(&call).await.good()["transcript"]["state"], "none");
        test.finish().await;
    }
}

#[tokio::test]
async fn a_recording_that_does_not_come_is_waited_for_and_given_up() {
    let provider = provider().await;
    let engine = Arc::new(Engine::default());
    for test in desks(&provider, &engine).await {
        let web = TestWeb::over(&test);
        let admin = web.admin().await;
        switch_on(&admin).await;
        let call = called(&web, &admin, &[format!("{}/soon", provider.uri())]).await;
        admin
            .post(&format!("{call}/transcript"), json!({}))
            .await
            .good();
        test.desk.work_all().await.unwrap();
        assert_eq!(
            admin.get(&call).await.good()["transcript"]["state"],
            "waiting"
        );
        for _ in 0..80 {
            test.clock.advance(3600);
            test.desk.work_all().await.unwrap();
        }
        let transcript = admin.get(&call).await.good()["transcript"].clone();
        assert_eq!(
            (&transcript["state"], &transcript["reason"]),
            (&json!("failed"), &json!("not_in_time"))
        );
        test.finish().await;
    }
}

#[tokio::test]
async fn after_a_restart_only_what_is_not_done_yet_is_done() {
    let provider = provider().await;
    for storage in 0..2 {
        let busy = NotTranscribed::Busy("занят".to_owned());
        let second = said(&[(Speaker::Client, 1, "Спасибо.")]);
        let engine = Arc::new(Engine::answering([Ok(dialogue()), Err(busy), Ok(second)]));
        let Some(test) = desks(&provider, &engine).await.into_iter().nth(storage) else {
            continue;
        };
        let web = TestWeb::over(&test);
        let admin = web.admin().await;
        switch_on(&admin).await;
        let link = format!("{}/sound", provider.uri());
        let call = called(&web, &admin, &[link, format!("{}/second", provider.uri())]).await;
        admin
            .post(&format!("{call}/transcript"), json!({}))
            .await
            .good();
        test.desk.work_all().await.unwrap();
        assert_eq!(
            admin.get(&call).await.good()["transcript"]["state"],
            "waiting"
        );
        test.clock.advance(3600);
        // Another desk takes the job up.
        let after: Arc<dyn domain::Transcriber> = Arc::<Engine>::clone(&engine);
        let another = test
            .another_desk(options(&provider))
            .with_transcriber(Some(after));
        another.work_all().await.unwrap();
        let read = admin.get(&format!("{call}/transcript")).await.good();
        let texts: Vec<&str> = read["segments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["text"].as_str().unwrap())
            .collect();
        assert_eq!(texts[texts.len() - 1], "Спасибо.");
        assert_eq!(
            (texts.len(), engine.asked().len()),
            (3, 3),
            "the first recording was heard once"
        );
        test.finish().await;
    }
}

#[tokio::test]
async fn what_an_engine_cannot_read_is_told_and_may_be_tried_again() {
    let provider = provider().await;
    for storage in 0..2 {
        let broken = NotTranscribed::Unreadable("no sound in it".to_owned());
        let engine = Arc::new(Engine::answering([Err(broken), Ok(dialogue())]));
        let Some(test) = desks(&provider, &engine).await.into_iter().nth(storage) else {
            continue;
        };
        let web = TestWeb::over(&test);
        let admin = web.admin().await;
        admin
            .patch(
                "/extensions/transcription",
                json!({"enabled": true, "limit_minutes": 1}),
            )
            .await
            .good();
        let call = called(&web, &admin, &[format!("{}/sound", provider.uri())]).await;
        let path = format!("{call}/transcript");
        admin.post(&path, json!({})).await.good();
        test.desk.work_all().await.unwrap();
        let read = admin.get(&path).await.good();
        assert_eq!(
            (&read["state"], &read["reason"]),
            (&json!("failed"), &json!("unreadable"))
        );
        assert!(
            read["message"]
                .as_str()
                .unwrap()
                .contains("не удалось прочитать"),
            "{read}"
        );
        assert_eq!(
            admin.post(&path, json!({})).await.good()["state"],
            "waiting"
        );
        test.desk.work_all().await.unwrap();
        assert_eq!(admin.get(&path).await.good()["state"], "ready");
        test.finish().await;
    }
}
