//! The way of a recording, and what it refuses.

use jiff::SignedDuration;

use super::*;
use crate::{Actor, AgentId, Language, Reach, Role, Speaker};

const WAIT: SignedDuration = SignedDuration::from_secs(10);

fn at(hours: i64) -> At {
    At::from_second(1_774_704_547 + hours * 3600).unwrap()
}

fn expected() -> Recording {
    Recording {
        id: RecordingId::at(at(0)),
        call_id: CallId::at(at(0)),
        channel_id: ChannelId::at(at(0)),
        n: 0,
        link: "https://app.uiscom.ru/system/media/talk/1/ab".to_owned(),
        voices: Voices::AgentIn(0),
        state: State::Expected(None),
        tries: 0,
        since: at(0),
        called_at: at(0),
    }
}

fn kept() -> Kept {
    Kept {
        place: "a/b.mp3".to_owned(),
        kind: SoundKind::Mp3,
        bytes: 10,
        sha256: "00".to_owned(),
        at: at(0),
        milliseconds: None,
    }
}

#[test]
fn a_recording_goes_its_way_and_what_is_over_stays() {
    let mut one = expected();
    assert!(one.keep(kept()).is_err(), "it was not fetched");
    one.begin().unwrap();
    one.begin().unwrap();
    one.keep(kept()).unwrap();
    assert!(one.begin().is_err());
    assert!(one.try_again(at(1)).is_err());
    assert!(one.set_back(Mishap::Gone, at(1), WAIT).is_err());
    one.remove(at(1)).unwrap();
    assert!(one.remove(at(2)).is_err());
    assert_eq!(one.state, State::Removed(at(1)));
}

#[test]
fn what_may_pass_is_waited_for_and_what_will_not_is_told_at_once() {
    let mut early = expected();
    early.set_back(Mishap::NotReady, at(1), WAIT).unwrap();
    assert_eq!(
        early.state,
        State::Expected(Some((Mishap::NotReady, at(1) + WAIT)))
    );
    early.set_back(Mishap::NotReady, at(12), WAIT).unwrap();
    assert_eq!(early.state, State::Failed(Mishap::NotReady, at(12)));
    early.try_again(at(13)).unwrap();
    assert_eq!((&early.state, early.tries), (&State::Expected(None), 0));
    early.set_back(Mishap::NotReady, at(14), WAIT).unwrap();
    assert!(early.is_awaited(), "patience begins anew");

    let mut late = expected();
    late.set_back(Mishap::Gone, at(1), WAIT).unwrap();
    assert_eq!(late.state, State::Gone(at(1)));
    let mut large = expected();
    large.set_back(Mishap::TooLarge, at(0), WAIT).unwrap();
    assert_eq!(large.state, State::Failed(Mishap::TooLarge, at(0)));
}

#[test]
fn a_mishap_reads_back_from_its_word() {
    for one in [
        Mishap::Gone,
        Mishap::NotReady,
        Mishap::Unreached,
        Mishap::Refused(503),
        Mishap::NotSound,
        Mishap::Empty,
        Mishap::TooLarge,
        Mishap::HostNotAllowed,
        Mishap::Storage,
    ] {
        assert_eq!(one.to_string().parse(), Ok(one));
    }
    assert!("refused_x".parse::<Mishap>().is_err());
}

#[test]
fn spellings_of_a_link_lead_to_one_recording() {
    let one = "https://app.uiscom.ru/system/media/talk/1/ab";
    assert!(same(one, "http://APP.uiscom.ru/system/media/talk/1/ab/"));
    assert!(!same(one, "https://app.uiscom.ru/system/media/talk/1/AB"));
}

#[test]
fn a_pair_of_wav_files_has_the_client_first() {
    let wav = |hash: &str| format!("https://app.uiscom.ru/system/media/wav/1/{hash}/");
    let links = [expected().link, wav("a"), wav("b")];
    let found = voices(&links, 1);
    assert_eq!(
        found,
        [
            Voices::AgentIn(1),
            Voices::Only(Speaker::Client),
            Voices::Only(Speaker::Agent)
        ]
    );
}

#[test]
fn listening_is_a_right_of_its_own() {
    let me = AgentId::at(at(0));
    let as_role = |role| Actor {
        agent: me,
        name: "Анна".to_owned(),
        role,
        reach: Reach::All,
        language: Language::Ru,
        address: None,
    };
    let rules = |listening| Rules {
        listening,
        ..Rules::default()
    };
    let agent = as_role(Role::Agent);
    assert!(rules(Listening::Everybody).lets_listen(&agent, None));
    assert!(rules(Listening::OwnCalls).lets_listen(&agent, Some(me)));
    assert!(!rules(Listening::OwnCalls).lets_listen(&agent, None));
    assert!(!rules(Listening::Supervisors).lets_listen(&agent, Some(me)));
    for role in [Role::Admin, Role::Supervisor] {
        assert!(rules(Listening::Supervisors).lets_listen(&as_role(role), None));
    }
    assert!(!rules(Listening::Everybody).lets_listen(&as_role(Role::Internal), Some(me)));
}
