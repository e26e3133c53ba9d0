//! What is read out of each sample body, kept as snapshots.

use uis::{Reading, Request, read};

fn posted(body: &str) -> Reading {
    read(&Request {
        method: "POST",
        query: "",
        content_type: None,
        body: body.as_bytes(),
    })
}

fn got(query: &str) -> Reading {
    read(&Request {
        method: "GET",
        query,
        content_type: None,
        body: b"",
    })
}

macro_rules! samples {
    ($($test:ident: $how:ident $file:literal;)+) => {$(
        #[test]
        fn $test() {
            let reading = $how(include_str!(concat!("../fixtures/", $file)));
            insta::assert_json_snapshot!(stringify!($test), reading);
        }
    )+};
}

samples! {
    the_article_s_incoming_call: posted "incoming.json";
    the_article_s_outgoing_call: posted "outgoing.json";
    the_article_s_start_of_a_talk: posted "talk_started.json";
    the_article_s_end_of_a_call: posted "finished_as_the_article_has_it.json";
    a_missed_call: posted "missed.json";
    placeholders_in_quotes: posted "doubled_quotes.json";
    placeholders_left_as_they_are: posted "unrendered.json";
    an_example_s_words_for_a_token: posted "placeholder_token.json";
    a_body_nested_by_its_owner: posted "nested.json";
    a_recording_in_the_platform_s_groups: posted "recording_in_groups.json";
    the_platform_s_own_query_without_an_ampersand: got "default_finish_without_ampersand.query";
    json_as_a_form_s_key: posted "json_as_form_key.form";
    a_body_like_novofon_s: posted "novofon_like.json";
    a_body_written_by_hand: posted "written_by_hand.json";
    a_body_cut_off: posted "cut_off.json";
    a_page_instead_of_a_notification: posted "not_a_notification.txt";
}

#[test]
fn a_form_and_a_query_say_what_the_json_says() {
    let json = posted(include_str!(
        "../fixtures/finished_as_the_article_has_it.json"
    ));
    for other in [
        got(include_str!("../fixtures/finished_bare.query")),
        posted(include_str!("../fixtures/finished_quoted.form")),
        posted(include_str!("../fixtures/doubled_quotes.json")),
    ] {
        assert_eq!(other.notification, json.notification);
        assert_eq!(other.event, json.event);
        assert_eq!(other.token.as_deref(), Some("demo-token-1"));
    }
}

#[test]
fn the_token_is_read_but_neither_shown_nor_kept() {
    let reading = posted(include_str!("../fixtures/incoming.json"));
    assert_eq!(reading.token.as_deref(), Some("demo-token-1"));
    assert!(!format!("{reading:?}").contains("demo-token-1"));
    assert!(
        !serde_json::to_string(&reading)
            .unwrap()
            .contains("demo-token-1")
    );
}

#[test]
fn an_unreadable_body_stays_unread_whatever_the_query_has() {
    for query in ["", "token=k7", "token=k7&from=uis", "%"] {
        let reading = read(&Request {
            method: "POST",
            query,
            content_type: None,
            body: b"<html>",
        });
        assert_eq!(
            (reading.notification, reading.event),
            (None, None),
            "{query}"
        );
    }
}

#[test]
fn a_query_completes_the_body() {
    let body = br#"{"call_session_id":1,"direction":"in"}"#;
    let request = Request {
        method: "POST",
        query: "direction=out&app_id=7",
        content_type: None,
        body,
    };
    let notification = read(&request).notification.unwrap();
    assert_eq!(
        (notification.direction.as_deref(), notification.app_id),
        (Some("in"), Some(7))
    );
}

#[test]
fn what_cannot_be_read_as_its_type_is_kept_as_it_came() {
    let reading =
        posted(r#"{"call_session_id":9223372036854775808,"leg_ids":[1,"x"],"mine":{"a":[1]}}"#);
    let notification = reading.notification.unwrap();
    assert_eq!(
        (notification.call_session_id, notification.leg_ids),
        (None, Some(vec![1]))
    );
    let kept = serde_json::to_string(&notification.other).unwrap();
    assert_eq!(
        kept,
        r#"{"a":[1],"call_session_id":9223372036854775808,"leg_ids":[1,"x"]}"#
    );
}

#[test]
fn numbers_flags_and_lists_are_read_in_any_clothes() {
    let reading = posted(
        r#"{"call_session_id":"5139032001","app_id":7.0,"is_lost":"0","is_transfer":1,"leg_ids":"[1, 2]",
            "group_ids":"3,4","employee_ids":7,"contact_phone_number":79990000002,
            "record_file_links":"https://a/1,2, https://a/3"}"#,
    );
    let heard = reading.notification.unwrap();
    assert_eq!(
        (heard.call_session_id, heard.app_id),
        (Some(5_139_032_001), Some(7))
    );
    assert_eq!(
        (heard.is_lost, heard.is_transfer),
        (Some(false), Some(true))
    );
    assert_eq!(
        (heard.leg_ids, heard.group_ids),
        (Some(vec![1, 2]), Some(vec![3, 4]))
    );
    assert_eq!(heard.employee_ids, Some(vec![7]));
    assert_eq!(heard.contact_phone_number.as_deref(), Some("79990000002"));
    let links = ["https://a/1,2", "https://a/3"].map(str::to_owned);
    assert_eq!(heard.record_file_links, Some(links.to_vec()));
}
