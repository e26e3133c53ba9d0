//! A rehearsal makes of past calls what hearing has made of them, and tells what another policy would.

use bytes::Bytes;
use domain::policy::rehearsal::{Fate, Fates};
use domain::{ChannelId, Decision};
use store::Slice;
use store::calls::CallFilter;

use crate::channels::{MarkForm, PolicyForm};
use crate::ingest::Incoming;
use crate::on_both;
use crate::testing::{TestDesk, moment};

/// A call at this second, taken or missed, as its end tells it.
fn told(session: i64, number: &str, second: i64, talk: i64) -> String {
    let time = |second: i64| {
        let zone = jiff::tz::TimeZone::get("Europe/Moscow").unwrap();
        moment(second)
            .to_zoned(zone)
            .strftime("%Y-%m-%d %H:%M:%S.000")
            .to_string()
    };
    serde_json::json!({
        "call_session_id": session,
        "contact_phone_number": number,
        "virtual_phone_number": "74950000001",
        "direction": "in",
        "notification_mnemonic": "call_session_finished",
        "notification_time": time(second + 60),
        "start_time": time(second),
        "finish_time": time(second + 60),
        "is_lost": talk == 0,
        "talk_time_duration": talk,
        "record_file_links": null,
    })
    .to_string()
}

async fn heard(test: &TestDesk, token: &str, body: String) {
    let incoming = Incoming {
        tokens: vec![token.to_owned()],
        method: "POST".to_owned(),
        query: String::new(),
        content_type: None,
        body: Bytes::from(body),
        address: None,
    };
    test.desk.take(incoming).await.unwrap();
    test.desk.hear_all().await.unwrap();
}

/// What hearing has made of the channel's calls.
async fn made(test: &TestDesk, channel: ChannelId) -> Fates {
    let filter = CallFilter {
        channel: Some(channel),
        ..CallFilter::default()
    };
    let calls = test
        .desk
        .calls(&test.admin().await, &filter, Slice::first(200))
        .await
        .unwrap();
    let mut fates = Fates::default();
    for view in calls.items {
        let why = view
            .call
            .decisions
            .iter()
            .find(|why| why.about() == "ticket");
        fates.count(match why {
            Some(Decision::TicketMade { .. }) => Fate::Made,
            Some(Decision::TicketJoined { .. }) => Fate::Joined,
            Some(Decision::TicketReopened { .. }) => Fate::Reopened,
            _ => Fate::None,
        });
    }
    fates
}

on_both! {
    async fn the_present_policy_makes_of_past_calls_what_it_made_of_them(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let (_, token) = test.token(channel).await;
        for session in 1..=12 {
            let number = format!("7916000000{}", session % 3);
            let talk = if session % 4 == 0 { 0 } else { session };
            heard(test, &token, told(session, &number, session * 100, talk)).await;
        }
        test.clock.advance(3600);
        let form = PolicyForm { tickets: Some("missed".to_owned()), ..PolicyForm::default() };
        let begun = test.desk.rehearse(&admin, channel, &form).await.unwrap();
        assert_eq!(begun.finished_at, None);
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        let over = test.desk.rehearsal(&admin, channel, begun.id).await.unwrap();
        assert_eq!((over.done, over.total, over.finished_at.is_some()), (12, 12, true));
        assert_eq!(over.counts.present, made(test, channel).await);
        assert_eq!(over.counts.present, Fates { made: 3, joined: 9, ..Fates::default() });
        assert_eq!(over.counts.proposed, Fates { made: 3, none: 9, ..Fates::default() });
        let differing = test.desk.rehearsal_differences(&admin, channel, begun.id, Slice::first(5)).await.unwrap();
        assert_eq!(differing.items.len(), 5);
        assert!(differing.next.is_some());
        assert!(differing.items.iter().all(|one| one.call.is_some() && one.difference.present != one.difference.proposed));
        let kept = test.desk.channel(&admin, channel).await.unwrap();
        assert_eq!(kept.policy, begun.present, "nothing is changed by a rehearsal");
    }

    async fn a_rehearsal_begun_again_counts_the_same(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let (_, token) = test.token(channel).await;
        heard(test, &token, told(1, "79160000001", 0, 5)).await;
        test.clock.advance(3600);
        let form = PolicyForm { min_talk_seconds: Some(10), ..PolicyForm::default() };
        let begun = test.desk.rehearse(&admin, channel, &form).await.unwrap();
        test.desk.rehearse_policy(begun.id).await.unwrap();
        test.desk.work_all().await.unwrap();
        let over = test.desk.rehearsal(&admin, channel, begun.id).await.unwrap();
        assert_eq!((over.counts.proposed.none, over.counts.differing), (1, 1));
        let other = test.channel().await;
        assert!(test.desk.rehearsal(&admin, other, begun.id).await.is_err(), "another channel's");
        assert!(test.desk.rehearse(&test.supervisor().await, channel, &form).await.is_err());
    }

    async fn a_call_outside_working_hours_marks_its_ticket(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let (_, token) = test.token(channel).await;
        let group = crate::people::NewGroup { name: "Дежурные".to_owned(), members: vec![] };
        let group = test.desk.create_group(&admin, &group).await.unwrap();
        let mark = MarkForm { priority: "urgent".to_owned(), tag: "ночь".to_owned(), group_id: group.id.to_string() };
        let weekdays = crate::channels::HoursForm { days: ["9-18", "9-18", "9-18", "9-18", "9-18", "", ""].map(str::to_owned), ..Default::default() };
        let change = crate::channels::ChannelChange {
            ticket_policy: PolicyForm { outside_hours: Some(mark), ..PolicyForm::default() },
            working_hours: Some(weekdays),
            ..Default::default()
        };
        test.desk.change_channel(&admin, channel, &change).await.unwrap();
        heard(test, &token, told(1, "79160000001", 0, 5)).await;
        heard(test, &token, told(2, "79160000002", 2 * 24 * 3600 - 3 * 3600, 5)).await;
        let tickets = test.desk.tickets(&admin, &store::tickets::TicketFilter::default(), Slice::first(9)).await.unwrap();
        let marks: Vec<_> = tickets.items.iter().map(|view| &view.ticket).map(|t| (t.priority.as_str(), t.tags.clone(), t.group_id)).collect();
        assert!(marks.contains(&("urgent", vec!["ночь".to_owned()], Some(group.id))), "a Saturday's: {marks:?}");
        assert!(marks.contains(&("normal", vec![], None)), "a Monday's: {marks:?}");
    }

    async fn conditions_that_cannot_be_are_refused_at_their_fields(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let form = PolicyForm {
            virtual_numbers: Some(vec!["8 495 000-00-01".to_owned(), "номер".to_owned()]),
            min_talk_seconds: Some(-1),
            spammers: Some("never".to_owned()),
            outside_hours: Some(MarkForm { priority: "soon".to_owned(), tag: String::new(), group_id: "grp_1".to_owned() }),
            ..PolicyForm::default()
        };
        let Err(crate::Refusal::Invalid(faults)) = test.desk.rehearse(&admin, channel, &form).await else { panic!() };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.trim_start_matches("ticket_policy.")).collect();
        assert_eq!(fields, ["virtual_numbers", "min_talk_seconds", "spammers", "outside_hours.priority", "outside_hours.group_id"]);
    }
}
