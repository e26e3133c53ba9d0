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
