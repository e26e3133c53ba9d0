//! Rehearsals are kept alike on both engines.

use super::*;
use crate::on_both;
use crate::people::at;
use crate::samples;

fn rehearsal(channel: ChannelId) -> Rehearsal {
    Rehearsal {
        id: RehearsalId::at(at(0)),
        channel_id: channel,
        asked_by: AgentId::at(at(0)),
        present: TicketPolicy::default(),
        proposed: TicketPolicy {
            min_talk_seconds: 10,
            ..TicketPolicy::default()
        },
        finished_at: None,
        done: 0,
        total: 7,
        counts: Counts::default(),
        since: at(-9),
        created_at: at(0),
    }
}

on_both! {
    async fn a_rehearsal_tells_how_far_it_is(test: &TestStore) {
        let channel = samples::channel(&test.store).await;
        let mut one = rehearsal(channel);
        let mut tx = test.store.begin().await.unwrap();
        insert(&mut tx, &one).await.unwrap();
        assert_eq!(find(&mut tx, one.id).await.unwrap().as_ref(), Some(&one));
        one.done = 7;
        one.counts.differing = 3;
        one.finished_at = Some(at(5));
        save(&mut tx, &one).await.unwrap();
        assert_eq!(find(&mut tx, one.id).await.unwrap().as_ref(), Some(&one));
        assert_eq!(forget(&mut tx, at(1)).await.unwrap(), 1);
        assert_eq!(find(&mut tx, one.id).await.unwrap(), None);
    }

    async fn differing_calls_are_paged_from_the_latest(test: &TestStore) {
        let channel = samples::channel(&test.store).await;
        let one = rehearsal(channel);
        let differing: Vec<Difference> = (0..250).map(|second| Difference {
            call: CallId::at(at(second)),
            started_at: at(second),
            present: Fate::Made,
            proposed: Fate::None,
        }).collect();
        let mut tx = test.store.begin().await.unwrap();
        insert(&mut tx, &one).await.unwrap();
        add_differences(&mut tx, one.id, &differing).await.unwrap();
        let first = differences(&mut tx, one.id, Slice::first(200)).await.unwrap();
        assert_eq!(first.items[0], differing[249]);
        let next = Slice { after: first.next, ..Slice::first(200) };
        let second = differences(&mut tx, one.id, next).await.unwrap();
        assert_eq!((second.items.len(), second.next), (50, None));
        forget_differences(&mut tx, one.id).await.unwrap();
        assert!(differences(&mut tx, one.id, Slice::first(9)).await.unwrap().items.is_empty());
    }

    async fn past_calls_come_in_the_order_they_began_and_tests_do_not(test: &TestStore) {
        let channel = samples::channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        for session in [3, 1, 2, -1] {
            let mut call = samples::call(channel, session, session);
            call.facts.state = domain::State::Finished;
            crate::calls::put(&mut tx, &call).await.unwrap();
        }
        crate::calls::put(&mut tx, &samples::call(channel, 4, 4)).await.unwrap();
        let from = Cursor { key: at(0).as_microsecond(), id: Uuid::nil() };
        let first = past(&mut tx, channel, from, at(9), 2).await.unwrap();
        let seconds = |some: &[Past]| some.iter().map(|one| one.call.facts.started_at).collect::<Vec<_>>();
        assert_eq!(seconds(&first), [at(1), at(2)]);
        let rest = past(&mut tx, channel, first[1].place(), at(9), 2).await.unwrap();
        assert_eq!(seconds(&rest), [at(3)], "the fourth still rings");
        assert_eq!(count(&mut tx, channel, at(2), at(9)).await.unwrap(), 3);
        assert_eq!(beginning(&mut tx, channel, 1).await.unwrap(), Some(at(3)));
        assert_eq!(beginning(&mut tx, channel, 9).await.unwrap(), None);
    }
}
