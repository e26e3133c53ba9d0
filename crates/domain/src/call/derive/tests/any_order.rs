//! Whatever arrives, in whatever order.

use proptest::prelude::*;

use super::*;

fn any_event() -> impl Strategy<Value = CallEvent> {
    let kinds = prop_oneof![
        Just(EventKind::Incoming),
        Just(EventKind::Outgoing),
        Just(EventKind::TalkStarted),
        Just(EventKind::TalkEnded),
        Just(EventKind::Aside),
        Just(EventKind::Lost),
        Just(EventKind::Finished),
    ];
    let operator = proptest::option::of(prop_oneof![Just(anna()), Just(oleg())]);
    let number = proptest::option::of(prop_oneof![
        Just(Party::Withheld),
        Just(Party::Inside("101".into())),
        Just(Party::read("79160000002", crate::Country::default()).unwrap()),
    ]);
    (
        kinds,
        0i64..90,
        operator,
        number,
        proptest::option::of(any::<bool>()),
        proptest::option::of(0i64..100),
    )
        .prop_map(
            |(kind, t, operator, client, is_lost, talk_seconds)| CallEvent {
                operator: operator.clone(),
                client,
                is_lost,
                talk_seconds,
                last_talked: operator,
                started_at: (t % 3 > 0).then(|| at(t / 10)),
                answered_at: (t % 5 > 0).then(|| at(t)),
                finished_at: (t % 7 > 0).then(|| at(t + 5)),
                recordings: if t % 2 == 0 {
                    vec![format!("https://x/{}", t % 4)]
                } else {
                    Vec::new()
                },
                ..CallEvent::bare(kind, at(t))
            },
        )
}

proptest! {
    #[test]
    fn order_and_repetition_never_matter(
        events in proptest::collection::vec(any_event(), 1..7),
        seed in any::<u64>(),
        lapsed in any::<bool>(),
    ) {
        let mut shuffled = events.clone();
        let mut state = seed;
        for i in 0..events.len() * 3 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let from = usize::try_from(state >> 33).unwrap() % shuffled.len();
            if i % 3 == 0 {
                shuffled.push(shuffled[from].clone());
            }
            shuffled.swap(from, i % events.len());
        }
        prop_assert_eq!(derive(&events, lapsed), derive(&shuffled, lapsed));
    }

    #[test]
    fn durations_are_never_negative(events in proptest::collection::vec(any_event(), 1..7)) {
        let call = derive(&events, false).unwrap();
        prop_assert!(call.wait_seconds.unwrap_or(0) >= 0);
        prop_assert!(call.talk_seconds.unwrap_or(0) >= 0);
        prop_assert!(call.total_seconds.unwrap_or(0) >= 0);
        prop_assert!(call.finished_at.unwrap_or(call.started_at) >= call.started_at);
    }
}
