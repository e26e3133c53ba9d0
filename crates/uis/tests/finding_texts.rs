//! Every finding speaks both languages.

use uis::{Event, Finding, How, Lang, Severity, Slip};

fn all() -> Vec<Finding> {
    let key = || "contact_full_name".to_owned();
    let value = || "позже".to_owned();
    let slips = [
        Slip::MissingComma,
        Slip::ExtraComma,
        Slip::InnerQuote,
        Slip::UnclosedQuote,
        Slip::NoQuotes,
        Slip::ControlCharacter,
        Slip::Backslash,
        Slip::NoBraces,
        Slip::NoColon,
    ];
    let guesses = [
        How::OtherKey,
        How::Fields,
        How::Name,
        How::Direction,
        How::LastResort,
    ];
    let mut findings = vec![
        Finding::Empty,
        Finding::NotJson {
            at_line: 3,
            near: "<html>".to_owned(),
        },
        Finding::TooDeep,
        Finding::Truncated { key: key() },
        Finding::FormEncodedJson,
        Finding::InvalidUtf8,
        Finding::TextAfterEnd,
        Finding::SeveralCalls,
        Finding::DoubledQuotes { key: key() },
        Finding::Unrendered { key: key() },
        Finding::Unrendered {
            key: "lost_reason".to_owned(),
        },
        Finding::EmptyValue { key: key() },
        Finding::MissingAmpersand {
            key: "communication_number".to_owned(),
        },
        Finding::NumberUnreadable {
            key: "employee_id".to_owned(),
            value: value(),
        },
        Finding::TimeUnreadable {
            key: "start_time".to_owned(),
            value: value(),
        },
        Finding::FlagUnreadable {
            key: "is_lost".to_owned(),
            value: value(),
        },
        Finding::MissingField {
            key: "contact_phone_number".to_owned(),
        },
        Finding::MissingField {
            key: "is_lost".to_owned(),
        },
        Finding::MissingSession,
        Finding::UnknownEvent {
            mnemonic: "chat_finished".to_owned(),
        },
        Finding::TokenPlaceholder,
    ];
    findings.extend(slips.map(|slip| Finding::Slip { key: key(), slip }));
    findings.extend(guesses.map(|how| Finding::EventGuessed {
        event: Event::TalkStarted,
        how,
    }));
    findings
}

#[test]
fn an_administrator_reads_these_words() {
    let texts = all().into_iter().map(|finding| {
        let kept = serde_json::to_string(&finding).unwrap();
        let spoken = [Lang::Ru, Lang::En]
            .map(|lang| format!("{}\n  → {}", finding.text(lang), finding.fix(lang)));
        format!("{kept} {:?}\n{}\n", finding.severity(), spoken.join("\n"))
    });
    insta::assert_snapshot!(texts.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_finding_kept_as_json_comes_back() {
    for finding in all() {
        let kept = serde_json::to_string(&finding).unwrap();
        assert_eq!(serde_json::from_str::<Finding>(&kept).unwrap(), finding);
    }
}

#[test]
fn a_fault_is_worse_than_a_repair_and_a_repair_than_a_note() {
    assert!(Severity::Fault > Severity::Repaired && Severity::Repaired > Severity::Note);
    let lost = Finding::MissingField {
        key: "contact_phone_number".to_owned(),
    };
    let derived = Finding::MissingField {
        key: "is_lost".to_owned(),
    };
    assert_eq!(
        (lost.severity(), derived.severity()),
        (Severity::Fault, Severity::Repaired)
    );
}
