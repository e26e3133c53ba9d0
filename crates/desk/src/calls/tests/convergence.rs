//! Any order, any subset, any repetition of a call's notifications gives the same call, ticket, comment and assignment.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use domain::{EntryKind, Status};
use store::Slice;

use super::pbx::{Caller, call, send};
use crate::testing::TestDesk;

/// What must come out the same, without ids and the times of writing.
#[derive(Debug, PartialEq)]
struct Outcome {
    facts: domain::call::Facts,
    client: Option<String>,
    agent: Option<String>,
    ticket: Option<(String, Status, Option<String>, usize)>,
    comments: Vec<(EntryKind, String)>,
    decisions: Vec<String>,
}

/// `hours` go by between one batch and the next.
async fn outcome(
    test: &TestDesk,
    bodies: &[String],
    known: bool,
    batch: usize,
    hours: i64,
) -> Outcome {
    let admin = test.admin().await;
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    for (name, operator) in [("anna", "391001"), ("oleg", "391002")] {
        let agent = test.agent(name, &[channel]).await;
        test.telephone(agent.agent, operator, None).await;
    }
    if known {
        // An earlier call: its ticket is open and waits for the next.
        send(
            test,
            &token,
            &Caller {
                started: -500,
                talks: Vec::new(),
                ..Caller::new(9)
            }
            .finish(),
        )
        .await;
        test.desk.hear_all().await.unwrap();
    }
    for some in bodies.chunks(batch) {
        for body in some {
            send(test, &token, body).await;
        }
        test.desk.hear_all().await.unwrap();
        test.clock.advance(hours * 3600);
    }
    let call = call(test, channel, 1).await;
    let view = test.desk.call(&admin, call.id).await.unwrap();
    let (mut ticket, mut comments) = (None, Vec::new());
    if let Some(id) = call.ticket_id {
        let seen = test.desk.ticket(&admin, id).await.unwrap();
        let entries = test
            .desk
            .timeline(&admin, id, Slice::first(200))
            .await
            .unwrap()
            .items;
        comments = entries
            .into_iter()
            .filter(|entry| entry.call_id == Some(call.id))
            .map(|entry| {
                (
                    entry.kind,
                    entry
                        .fields
                        .to_string()
                        .replace(&call.id.to_string(), "CALL"),
                )
            })
            .collect();
        let calls = test.desk.calls_of_ticket(&admin, id).await.unwrap().len();
        let t = seen.ticket;
        ticket = Some((
            t.subject.as_str().to_owned(),
            t.status,
            seen.assignee.map(|a| a.name),
            calls,
        ));
    }
    let decisions = call
        .decisions
        .iter()
        .map(|d| serde_json::to_value(d).unwrap()["because"].to_string())
        .collect();
    Outcome {
        facts: call.facts,
        client: view.client.map(|client| client.name),
        agent: view.agent.map(|agent| agent.name),
        ticket,
        comments,
        decisions,
    }
}

fn callers() -> impl Strategy<Value = Caller> {
    let talks = prop_oneof![
        Just(Vec::new()),
        Just(vec![(391_001, 11)]),
        Just(vec![(391_001, 5), (391_002, 20)]),
        Just(vec![(391_002, 5), (391_001, 9), (391_002, 30)]),
        Just(vec![(777, 4)]),
    ];
    let number = prop_oneof![Just(Some("79160000002")), Just(None), Just(Some("0288101"))];
    (
        talks,
        number,
        any::<bool>(),
        any::<bool>(),
        0usize..3,
        0i64..20_000,
    )
        .prop_map(|(talks, number, out, named, recordings, long)| Caller {
            talks,
            number,
            direction: if out { "out" } else { "in" },
            name: named.then_some("Пётр Сидоров"),
            recordings,
            finished: 60 + long,
            ..Caller::new(1)
        })
}

/// What a template may leave out, so that one notification knows what another does not.
const LEFT_OUT: [&str; 8] = [
    "contact_phone_number",
    "contact_full_name",
    "start_time",
    "direction",
    "is_lost",
    "last_talked_employee_id",
    "talk_time_duration",
    "employee_full_name",
];

fn without(body: &str, left_out: u8) -> String {
    let mut body: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).unwrap();
    for (place, key) in LEFT_OUT.iter().enumerate() {
        if left_out >> place & 1 == 1 {
            body.remove(*key);
        }
    }
    serde_json::to_string(&body).unwrap()
}

/// Some of the notifications, at least one; then the same, shuffled, with doubles, in batches of another size.
fn tellings() -> impl Strategy<Value = (Vec<String>, Vec<String>, bool, usize)> {
    let left_out = proptest::collection::vec(any::<u8>(), 5);
    (callers(), any::<u8>(), left_out, any::<bool>(), 1usize..4).prop_flat_map(
        |(caller, subset, left_out, known, batch)| {
            let all: Vec<String> = caller
                .all()
                .iter()
                .zip(&left_out)
                .map(|(body, left_out)| without(body, *left_out))
                .collect();
            let some: Vec<String> = all
                .iter()
                .enumerate()
                .filter(|(n, _)| subset >> (n % 8) & 1 == 1)
                .map(|(_, body)| body.clone())
                .collect();
            let some = if some.is_empty() { all } else { some };
            let mut doubled = some.clone();
            doubled.extend(some.iter().step_by(2).cloned());
            (
                Just(some),
                Just(doubled).prop_shuffle(),
                Just(known),
                Just(batch),
            )
        },
    )
}

/// Calls tried in one run: each makes two fresh databases.
const CASES: u32 = 40;

#[test]
fn order_subset_and_repetition_never_matter() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    });
    let same = runner.run(&tellings(), |(straight, shuffled, known, batch)| {
        runtime.block_on(async {
            let (one, other) = (TestDesk::sqlite().await, TestDesk::sqlite().await);
            let first = outcome(&one, &straight, known, 1, 0).await;
            let second = outcome(&other, &shuffled, known, batch, 5).await;
            prop_assert_eq!(first, second);
            Ok(())
        })
    });
    same.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_worst_order_gives_the_same_on_postgresql() {
    let Some(one) = TestDesk::postgres().await else {
        return;
    };
    let Some(other) = TestDesk::postgres().await else {
        return;
    };
    let caller = Caller {
        talks: vec![(391_001, 5), (391_002, 20)],
        recordings: 2,
        ..Caller::new(1)
    };
    let straight = caller.all();
    let mut backwards = caller.all();
    backwards.reverse();
    backwards.extend(caller.all());
    assert_eq!(
        outcome(&one, &straight, true, 1, 0).await,
        outcome(&other, &backwards, true, 3, 7).await
    );
}
