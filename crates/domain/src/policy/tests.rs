//! Which calls want a ticket, and which tickets take one.

use super::*;

fn hours(h: i64) -> At {
    At::from_second(1_774_704_547 + h * 3600).unwrap()
}

#[test]
fn a_solved_ticket_is_opened_again_only_within_its_hours() {
    let policy = TicketPolicy::default();
    assert!(policy.takes(Status::Solved, Some(hours(0)), hours(71)));
    assert!(!policy.takes(Status::Solved, Some(hours(0)), hours(72)));
    assert!(!policy.takes(Status::Closed, Some(hours(0)), hours(1)));
    assert!(policy.takes(Status::OnHold, None, hours(1)));
    assert!(
        !policy.takes(Status::Solved, Some(hours(0)), hours(-1)),
        "a call of before, told late"
    );
}

#[test]
fn always_new_takes_no_ticket() {
    let policy = TicketPolicy {
        attach: Attach::AlwaysNew,
        ..TicketPolicy::default()
    };
    assert!(!policy.takes(Status::Open, None, hours(0)));
}

#[test]
fn a_policy_without_a_field_has_its_default_and_an_unknown_field_is_refused() {
    let policy: TicketPolicy = serde_json::from_str(r#"{"tickets":"missed"}"#).unwrap();
    assert_eq!(policy.attach, Attach::OpenTicket);
    assert!(serde_json::from_str::<TicketPolicy>(r#"{"ticket":"missed"}"#).is_err());
}

fn talked(seconds: i64) -> Facts {
    let event = |kind, second| crate::CallEvent {
        virtual_number: crate::Party::read("74950000001", crate::Country::default()),
        ..crate::CallEvent::bare(kind, At::from_second(1_774_704_547 + second).unwrap())
    };
    let end = crate::CallEvent {
        talk_seconds: Some(seconds),
        is_lost: Some(false),
        finished_at: At::from_second(1_774_704_547 + seconds + 5).ok(),
        ..event(crate::EventKind::Finished, seconds + 5)
    };
    let talk = event(crate::EventKind::TalkStarted, 5);
    crate::call::derive(&[event(crate::EventKind::Incoming, 0), talk, end], false).unwrap()
}

fn talking() -> Facts {
    Facts {
        state: State::Talking,
        outcome: Outcome::Unknown,
        talk_seconds: None,
        ..talked(30)
    }
}

#[test]
fn a_talk_too_short_needs_no_ticket_once_it_is_over() {
    let policy = |tickets| TicketPolicy {
        tickets,
        min_talk_seconds: 10,
        ..TicketPolicy::default()
    };
    assert!(!policy(Tickets::EveryCall).wants_ticket(&talked(9), false));
    assert!(policy(Tickets::EveryCall).wants_ticket(&talked(10), false));
    assert!(policy(Tickets::EveryCall).wants_ticket(&talking(), false));
    assert!(
        !policy(Tickets::Answered).wants_ticket(&talking(), false),
        "it may yet be too short"
    );
    assert!(policy(Tickets::Answered).wants_ticket(&talked(10), false));
}

#[test]
fn only_calls_by_the_named_numbers_need_a_ticket() {
    let policy = |number: &str| TicketPolicy {
        virtual_numbers: vec![number.parse().unwrap()],
        ..TicketPolicy::default()
    };
    assert!(policy("+74950000001").wants_ticket(&talked(9), false));
    assert!(!policy("+74950000002").wants_ticket(&talked(9), false));
    let not_told = Facts {
        virtual_number: None,
        ..talked(9)
    };
    assert!(policy("+74950000002").wants_ticket(&not_told, false));
}

#[test]
fn spammers_have_a_ticket_of_spam_or_none() {
    let none = TicketPolicy {
        spammers: Spammers::NoTicket,
        ..TicketPolicy::default()
    };
    assert!(TicketPolicy::default().wants_ticket(&talked(9), true));
    assert!(!none.wants_ticket(&talked(9), true) && none.wants_ticket(&talked(9), false));
}

#[test]
fn what_is_as_usual_is_not_written_out() {
    let usual = serde_json::to_value(TicketPolicy::default()).unwrap();
    let three = serde_json::json!({"tickets": "every_call", "attach": "open_ticket", "reopen_solved_within_hours": 72});
    assert_eq!(usual, three);
}
