//! Transcripts read back as they were written; lines are corrected by whoever has seen the last text.

use domain::transcript::{Line, Part, Speaker, Transcript, Turn, Word};

use super::*;
use crate::on_both;
use crate::samples::{call, channel, moment};
use crate::testing::TestStore;

async fn asked(test: &TestStore) -> Making {
    let channel = channel(&test.store).await;
    let call = call(channel, 1, 0);
    let making = Making {
        call_id: call.id,
        channel_id: channel,
        stage: Stage::Waiting(String::new()),
        engine: String::new(),
        language: String::new(),
        asked_by: Some(AgentId::at(moment(0))),
        asked_at: moment(1),
        finished_at: None,
    };
    let mut tx = test.store.begin().await.unwrap();
    crate::calls::put(&mut tx, &call).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = test.store.begin().await.unwrap();
    put(&mut tx, &making, moment(1)).await.unwrap();
    tx.commit().await.unwrap();
    making
}

fn line(start: u32, text: &str) -> Line {
    let word = Word {
        text: text.to_owned(),
        start,
        end: start + 5,
        confidence: Some(0.5),
    };
    Line {
        recording: 0,
        speaker: Speaker::Agent,
        start,
        end: start + 10,
        text: text.to_owned(),
        words: vec![word],
    }
}

on_both! {
    async fn every_stage_reads_back(test: &TestStore) {
        let mut making = asked(test).await;
        let stages = [
            Stage::Waiting("занято".into()),
            Stage::Running(42),
            Stage::Failed(NoText::Refused, "нет".into()),
            Stage::Ready,
        ];
        for stage in stages {
            making.stage = stage;
            making.finished_at = Some(moment(9));
            let mut tx = test.store.begin().await.unwrap();
            put(&mut tx, &making, moment(9)).await.unwrap();
            assert_eq!(hold(&mut tx, making.call_id).await.unwrap().as_ref(), Some(&making));
            tx.commit().await.unwrap();
        }
        let mut conn = test.store.read().await.unwrap();
        let all = of_calls(&mut conn, &[making.call_id]).await.unwrap();
        assert_eq!(all.get(&making.call_id), Some(&making));
    }

    async fn lines_take_the_place_of_parts_and_of_lines_there_were(test: &TestStore) {
        let call = asked(test).await.call_id;
        let turn = Turn { speaker: Speaker::Client, start: 0, end: 1, text: "да".into(), words: Vec::new() };
        let part = Part { recording: 1, beside: 0, transcript: Transcript { language: "ru".into(), engine: "x".into(), turns: vec![turn] } };
        let mut tx = test.store.begin().await.unwrap();
        keep_part(&mut tx, call, &part).await.unwrap();
        keep_part(&mut tx, call, &part).await.unwrap();
        assert_eq!(parts(&mut tx, call).await.unwrap(), [part]);
        let many: Vec<Line> = (0..120).map(|n| line(n * 10, &format!("слово {n}"))).collect();
        put_lines(&mut tx, call, &many).await.unwrap();
        put_lines(&mut tx, call, &many).await.unwrap();
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        assert!(parts(&mut conn, call).await.unwrap().is_empty());
        let kept: Vec<Line> = lines(&mut conn, call).await.unwrap().into_iter().map(|kept| kept.line).collect();
        assert_eq!(kept, many);
    }

    async fn a_correction_keeps_what_was_said_before_and_is_refused_to_the_slower(test: &TestStore) {
        let call = asked(test).await.call_id;
        let mut tx = test.store.begin().await.unwrap();
        put_lines(&mut tx, call, &[line(0, "заком")]).await.unwrap();
        let mut kept = lines(&mut tx, call).await.unwrap().remove(0);
        kept.line.text = "заказ".into();
        let by = AgentId::at(moment(0));
        let correction = Correction { place: 0, at: moment(5), by, name: "Анна".into(), before: "заком".into() };
        assert!(correct(&mut tx, call, &kept, None, &correction).await.unwrap());
        assert!(!correct(&mut tx, call, &kept, None, &correction).await.unwrap());
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        let now = lines(&mut conn, call).await.unwrap().remove(0);
        assert_eq!((now.line.text.as_str(), now.edited_at, now.edited_by), ("заказ", Some(moment(5)), Some(by)));
        assert_eq!(corrections(&mut conn, call).await.unwrap(), [correction]);
    }

    async fn minutes_of_a_month_add_up(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        for _ in 0..2 {
            add_usage(&mut tx, "2026-03", 60_000).await.unwrap();
        }
        assert_eq!(usage(&mut tx, "2026-03").await.unwrap(), 120_000);
        assert_eq!(usage(&mut tx, "2026-04").await.unwrap(), 0);
        tx.commit().await.unwrap();
    }
}
