//! What agents were told is kept alike on both engines.

use domain::Role;
use serde_json::json;

use super::*;
use crate::on_both;
use crate::people::{agent, at, hire};
use crate::testing::TestStore;

fn note(agent_id: AgentId, seconds: i64) -> Note {
    Note {
        id: NoticeId::at(at(seconds)),
        agent_id,
        kind: "assigned".to_owned(),
        facts: json!({ "n": seconds }),
        created_at: at(seconds),
        read_at: None,
    }
}

async fn told(test: &TestStore, agent_id: AgentId, seconds: &[i64]) -> Vec<Note> {
    let notes: Vec<Note> = seconds.iter().map(|s| note(agent_id, *s)).collect();
    let mut tx = test.store.begin().await.unwrap();
    for one in &notes {
        insert(&mut tx, one).await.unwrap();
    }
    tx.commit().await.unwrap();
    notes
}

on_both! {
    async fn what_somebody_was_told_is_listed_from_the_latest_on_page_by_page(test: &TestStore) {
        let (anna, zoya) = (agent("anna", Role::Agent), agent("zoya", Role::Agent));
        hire(test, &anna).await;
        hire(test, &zoya).await;
        let notes = told(test, anna.id, &[1, 2, 3]).await;
        told(test, zoya.id, &[4]).await;
        let mut conn = test.store.read().await.unwrap();
        let first = list(&mut conn, anna.id, false, Slice::first(2)).await.unwrap();
        assert_eq!(first.items, [notes[2].clone(), notes[1].clone()]);
        let slice = Slice { limit: 2, after: first.next };
        let second = list(&mut conn, anna.id, false, slice).await.unwrap();
        assert_eq!((second.items, second.next), (vec![notes[0].clone()], None));
        assert_eq!(find(&mut conn, zoya.id, notes[0].id).await.unwrap(), None);
    }

    async fn what_was_read_is_counted_no_more(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let notes = told(test, anna.id, &[1, 2, 3]).await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(count_unread(&mut tx, anna.id).await.unwrap(), 3);
        assert!(read(&mut tx, anna.id, notes[1].id, at(9)).await.unwrap());
        assert!(!read(&mut tx, anna.id, notes[1].id, at(10)).await.unwrap());
        assert_eq!(count_unread(&mut tx, anna.id).await.unwrap(), 2);
        let unread = list(&mut tx, anna.id, true, Slice::first(9)).await.unwrap();
        assert_eq!(unread.items, [notes[2].clone(), notes[0].clone()]);
        assert_eq!(read_all(&mut tx, anna.id, at(11)).await.unwrap(), 2);
        assert_eq!(find(&mut tx, anna.id, notes[1].id).await.unwrap().unwrap().read_at, Some(at(9)));
        assert_eq!(delete_before(&mut tx, at(3)).await.unwrap(), 2);
    }

    async fn only_those_who_hear_neither_here_nor_there_are_left_out(test: &TestStore) {
        let (anna, zoya) = (agent("anna", Role::Agent), agent("zoya", Role::Agent));
        hire(test, &anna).await;
        hire(test, &zoya).await;
        let mut tx = test.store.begin().await.unwrap();
        let mut switch = Switch { kind: "assigned".to_owned(), in_page: true, in_browser: false, sound: true };
        set_switch(&mut tx, anna.id, &switch).await.unwrap();
        set_switch(&mut tx, zoya.id, &switch).await.unwrap();
        assert!(muted(&mut tx, "assigned").await.unwrap().is_empty());
        switch.in_page = false;
        set_switch(&mut tx, zoya.id, &switch).await.unwrap();
        assert_eq!(muted(&mut tx, "assigned").await.unwrap(), [zoya.id]);
        assert!(muted(&mut tx, "mentioned").await.unwrap().is_empty());
        assert_eq!(switches(&mut tx, zoya.id).await.unwrap(), [switch]);
    }
}
