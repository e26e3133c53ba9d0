//! Recordings on both engines: each once, and whatever becomes of it reads back.

use domain::recording::{Kept, Listening, Mishap, Rules};
use domain::{SoundKind, Speaker};

use super::*;
use crate::samples::{call, channel, moment, ticket};
use crate::{calls, on_both, people};

const LINK: &str = "https://app.uiscom.ru/system/media/talk/1/ab";

fn expected(call: &Call, n: i64, link: &str) -> Recording {
    Recording {
        id: RecordingId::at(moment(n)),
        call_id: call.id,
        channel_id: call.channel_id,
        n,
        link: link.to_owned(),
        voices: Voices::AgentIn(0),
        state: State::Expected(None),
        tries: 0,
        since: moment(0),
        called_at: call.facts.started_at,
    }
}

fn kept(bytes: i64) -> Kept {
    Kept {
        place: "chan/2026-03/rec.mp3".to_owned(),
        kind: SoundKind::Mp3,
        bytes,
        sha256: "ab".repeat(32),
        at: moment(9),
        milliseconds: None,
    }
}

/// A call that began so many seconds after the beginning, with a kept recording.
async fn recorded(tx: &mut Tx, channel: ChannelId, second: i64) -> (Call, Recording) {
    let call = call(channel, 100 + second, second);
    calls::put(tx, &call).await.unwrap();
    let mut one = expected(&call, 0, LINK);
    one.state = State::Kept(kept(1 << 33));
    expect(tx, &one);
    save(tx, &one).await.unwrap();
    (call, one)
}

async fn anna(test: &crate::testing::TestStore) -> domain::AgentId {
    let agent = people::agent("anna", domain::Role::Agent);
    people::hire(test, &agent).await;
    agent.id
}

on_both! {
    async fn a_link_is_one_recording_however_it_is_spelt(test: &TestStore) {
        let call = call(channel(&test.store).await, 1, 0);
        let mut tx = test.store.begin().await.unwrap();
        calls::put(&mut tx, &call).await.unwrap();
        let first = expected(&call, 0, LINK);
        expect(&mut tx, &first);
        tx.commit().await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        let mut again = expected(&call, 1, &LINK.replace("https://app", "http://APP"));
        again.voices = Voices::Only(Speaker::Client);
        expect(&mut tx, &again);
        let moved = Recording { n: 1, voices: again.voices, ..first };
        assert_eq!(of_calls(&mut tx, &[call.id]).await.unwrap(), [moved]);
        tx.commit().await.unwrap();
    }

    async fn every_state_reads_back(test: &TestStore) {
        let call = call(channel(&test.store).await, 1, 0);
        let mut tx = test.store.begin().await.unwrap();
        calls::put(&mut tx, &call).await.unwrap();
        let mut one = expected(&call, 0, LINK);
        expect(&mut tx, &one);
        let states = [
            State::Expected(Some((Mishap::Refused(503), moment(5)))), State::Fetching(None), State::Fetching(Some(62)), State::Kept(kept(10)),
            State::Gone(moment(3)), State::Failed(Mishap::NotSound, moment(4)), State::Removed(moment(8)), State::Expected(None),
        ];
        for state in states {
            one.state = state;
            one.tries += 1;
            save(&mut tx, &one).await.unwrap();
            assert_eq!(find(&mut tx, one.id).await.unwrap().as_ref(), Some(&one));
            assert_eq!(hold_one(&mut tx, one.id).await.unwrap().as_ref(), Some(&one));
        }
        tx.commit().await.unwrap();
    }

    async fn a_drawing_reads_back_and_tells_how_long_the_sound_is(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        let (_, one) = recorded(&mut tx, channel, 0).await;
        assert_eq!(wave_of(&mut tx, one.id).await.unwrap(), None);
        let voices = vec![vec![0, 128, 255], vec![1, 2, 3]];
        put_wave(&mut tx, one.id, 47_700, &[vec![9]]).await.unwrap();
        put_wave(&mut tx, one.id, 47_700, &voices).await.unwrap();
        assert_eq!(wave_of(&mut tx, one.id).await.unwrap(), Some(voices));
        turn_round(&mut tx, channel, 1).await.unwrap();
        assert_eq!(find(&mut tx, one.id).await.unwrap().unwrap().voices, Voices::AgentIn(1));
        let lasts = find(&mut tx, one.id).await.unwrap().unwrap().kept().unwrap().milliseconds;
        assert_eq!(lasts, Some(47_700));
        forget_wave(&mut tx, one.id).await.unwrap();
        assert_eq!(wave_of(&mut tx, one.id).await.unwrap(), None);
        tx.commit().await.unwrap();
    }

    async fn who_listens_is_there_once_an_hour(test: &TestStore) {
        let channel = channel(&test.store).await;
        let agent = anna(test).await;
        let mut tx = test.store.begin().await.unwrap();
        let (call, one) = recorded(&mut tx, channel, 0).await;
        let listen = |deed, second| Listen { recording: one.id, agent, deed, at: moment(second) };
        for (deed, second) in [(Deed::Played, 0), (Deed::Played, 10), (Deed::Downloaded, 20), (Deed::Played, 7200)] {
            heard(&mut tx, &listen(deed, second)).await.unwrap();
        }
        let found = listens_of(&mut tx, call.id, 10).await.unwrap();
        assert_eq!(found, [listen(Deed::Played, 7200), listen(Deed::Downloaded, 20), listen(Deed::Played, 10)]);
        tx.commit().await.unwrap();
    }

    async fn what_is_old_goes_unless_its_call_or_ticket_is_held(test: &TestStore) {
        let channel = channel(&test.store).await;
        let ticket = ticket(&test.store, Some(channel), "Спор", 0).await;
        let agent = anna(test).await;
        let mut tx = test.store.begin().await.unwrap();
        let mut recordings = Vec::new();
        for second in 0..4 {
            recordings.push(recorded(&mut tx, channel, second).await);
        }
        let mut in_ticket = recordings[1].0.clone();
        in_ticket.ticket_id = Some(ticket.id);
        calls::put(&mut tx, &in_ticket).await.unwrap();
        let why = Hold { agent, reason: "спор с клиентом".to_owned(), at: moment(50) };
        let held = [Subject::Call(recordings[0].0.id), Subject::Ticket(ticket.id)];
        for subject in held {
            hold(&mut tx, subject, &why).await.unwrap();
            assert_eq!(hold_of(&mut tx, subject).await.unwrap().as_ref(), Some(&why));
        }
        let (goes, stays) = due_to_go(&mut tx, channel, moment(3)).await.unwrap();
        let (goes, stays) = (goes.unwrap(), stays.unwrap());
        assert_eq!((goes.count, goes.bytes, goes.oldest), (1, 1 << 33, Some(moment(2))));
        assert_eq!((stays.count, stays.oldest), (2, Some(moment(0))));
        let next = next_to_go(&mut tx, channel, moment(3), 10).await.unwrap();
        assert_eq!(next, [recordings[2].1.clone()]);
        assert!(release(&mut tx, held[0]).await.unwrap());
        assert!(!release(&mut tx, held[0]).await.unwrap());
        assert_eq!(next_to_go(&mut tx, channel, moment(3), 10).await.unwrap().len(), 2);
        let standing = standing(&mut tx, channel).await.unwrap();
        assert_eq!((standing[0].state.as_str(), standing[0].count, standing[0].bytes), ("kept", 4, 1 << 35));
        tx.commit().await.unwrap();
    }

    async fn those_waited_for_in_vain_are_found(test: &TestStore) {
        let call = call(channel(&test.store).await, 1, 0);
        let mut tx = test.store.begin().await.unwrap();
        calls::put(&mut tx, &call).await.unwrap();
        let (mut busy, mut later) = (expected(&call, 0, LINK), expected(&call, 1, "https://app.uiscom.ru/2"));
        for one in [&busy, &later] {
            expect(&mut tx, one);
        }
        busy.state = State::Fetching(None);
        later.state = State::Expected(Some((Mishap::Unreached, moment(100))));
        save(&mut tx, &busy).await.unwrap();
        save(&mut tx, &later).await.unwrap();
        assert_eq!(forlorn(&mut tx, moment(50), 10).await.unwrap(), [busy]);
        assert_eq!(forlorn(&mut tx, moment(101), 10).await.unwrap().len(), 2);
        tx.commit().await.unwrap();
    }

    async fn a_channel_follows_the_usual_rules_until_it_has_its_own(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(rules(&mut tx, channel).await.unwrap(), Rules::default());
        let own = Rules { listening: Listening::OwnCalls, keep_days: Some(90), provider_days: 365, agent_side: 1 };
        set_rules(&mut tx, channel, &Rules::default()).await.unwrap();
        set_rules(&mut tx, channel, &own).await.unwrap();
        assert_eq!(rules(&mut tx, channel).await.unwrap(), own);
        assert_eq!(all_rules(&mut tx).await.unwrap().get(&channel), Some(&own));
        tx.commit().await.unwrap();
    }

    async fn calls_from_before_have_links_and_no_recordings(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        let (mut old, silent) = (call(channel, 1, 10), call(channel, 2, 20));
        old.facts.recordings = vec![LINK.to_owned()];
        calls::put(&mut tx, &old).await.unwrap();
        calls::put(&mut tx, &silent).await.unwrap();
        let found = calls_without(&mut tx, moment(0), 10).await.unwrap();
        assert_eq!(found, [(old.id, old.facts.started_at)]);
        assert!(calls_without(&mut tx, old.facts.started_at, 10).await.unwrap().is_empty());
        expect(&mut tx, &expected(&old, 0, LINK));
        assert!(calls_without(&mut tx, moment(0), 10).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }
}
