//! Whatever arrives, the reader neither panics nor takes long.

use proptest::prelude::*;
use uis::{Four, Lang, Reading, Request, body, find_token, read};

fn read_both_ways(bytes: &[u8]) -> [Reading; 2] {
    let text = String::from_utf8_lossy(bytes);
    let posted = read(&Request {
        method: "POST",
        query: "",
        content_type: None,
        body: bytes,
    });
    let got = read(&Request {
        method: "GET",
        query: &text,
        content_type: None,
        body: bytes,
    });
    for finding in posted.findings.iter().chain(&got.findings) {
        for lang in [Lang::Ru, Lang::En] {
            assert!(!finding.text(lang).is_empty() && !finding.fix(lang).is_empty());
        }
    }
    [posted, got]
}

/// Pieces that broken bodies are made of.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\"\"",
        ":",
        ",",
        "\\",
        "\\u04",
        "\\ud83d",
        "\n",
        " ",
        "{{",
        "}}",
        "{{a}}",
        "null",
        "-1e400",
        "5139032001",
        "call_session_id",
        "\"leg_ids\"",
        "ud_channel_token",
        "a",
        "я",
        "=",
        "&",
        "%7B",
        "%22",
        "%",
        "+",
        "\u{feff}",
        "“",
        "\u{0}",
        "start_time=",
        "communication_number=1employee_id=2",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

fn samples() -> impl Strategy<Value = &'static [u8]> {
    prop::sample::select(vec![
        &include_bytes!("../fixtures/finished_as_the_article_has_it.json")[..],
        include_bytes!("../fixtures/doubled_quotes.json"),
        include_bytes!("../fixtures/outgoing.json"),
        include_bytes!("../fixtures/recording_in_groups.json"),
        include_bytes!("../fixtures/written_by_hand.json"),
        include_bytes!("../fixtures/finished_quoted.form"),
        include_bytes!("../fixtures/json_as_form_key.form"),
        include_bytes!("../fixtures/default_finish_without_ampersand.query"),
    ])
}

/// One cut, and something put in its place.
fn mutate(mut bytes: Vec<u8>, cut: &(prop::sample::Index, usize, Vec<u8>)) -> Vec<u8> {
    let (at, length, new) = cut;
    let start = at.index(bytes.len() + 1);
    let end = (start + length).min(bytes.len());
    bytes.splice(start..end, new.iter().copied());
    bytes
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read_both_ways(&bytes);
    }

    #[test]
    fn any_pieces_of_a_body_are_read(bytes in pieces()) {
        read_both_ways(&bytes);
    }

    #[test]
    fn any_mutation_of_a_real_body_is_read(
        sample in samples(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, pieces()), 1..5),
    ) {
        let mutated = cuts.iter().fold(sample.to_vec(), mutate);
        read_both_ways(&mutated);
    }

    #[test]
    fn a_small_slip_costs_no_more_than_the_lines_it_touches(
        four in prop::sample::select(Four::ALL.to_vec()),
        at in any::<prop::sample::Index>(),
    ) {
        let template = body(four, "k7");
        let punctuation: Vec<usize> =
            template.char_indices().filter(|(_, c)| matches!(c, ',' | ':')).map(|(at, _)| at).collect();
        let lost = punctuation[at.index(punctuation.len())];
        let broken = format!("{}{}", &template[..lost], &template[lost + 1..]);
        let filled = broken.replace("{{call_session_id}}", "5139032001").replace("{{direction}}", "\"in\"");
        let [posted, _] = read_both_ways(filled.as_bytes());
        let notification = posted.notification.unwrap();
        let kept = [notification.call_session_id.is_some(), notification.direction.is_some()];
        prop_assert!(kept.into_iter().any(|kept| kept), "{}", filled);
        prop_assert!(find_token(filled.as_bytes()).is_some() || lost < 40);
    }
}

#[test]
fn a_large_body_made_to_hurt_is_read_in_linear_time() {
    /// Large enough for anything quadratic to take minutes.
    const SIZE: usize = 1 << 17;
    for (head, piece) in [
        ("", "{"),
        ("", "["),
        ("{\"a\":", "["),
        ("{\"a\":\"", "\""),
        ("{\"a\":\"", "\n"),
        ("{\"a\":\"", "\" "),
        ("{\"a\":", "{{"),
        ("{\"a\":[", "\"[\"x,"),
        ("{\"a\":[", "\"["),
        ("{", "\"a\":\"\"b\"\","),
        ("{", "“"),
        ("{\"a\":\"", "\\"),
        ("", "%7B"),
        ("", "a=1&"),
        ("", "communication_number=1employee_id="),
        ("{", "ud_channel_token"),
        ("{", "\"ud_channel_token\":\""),
        ("{", "\\\"ud_channel_token\""),
        ("ud_channel_token", "\""),
        ("{\"a\":", "\"{\\\"a\\\":"),
        ("{\"a\":1}", " \n"),
        ("{\"a\":1}", ",\""),
    ] {
        let hostile = format!("{head}{}", piece.repeat(SIZE / piece.len()));
        read_both_ways(hostile.as_bytes());
        let long_key = format!(
            "{{\"{}\":\"{}",
            "k".repeat(SIZE),
            piece.repeat((SIZE) / piece.len())
        );
        read_both_ways(long_key.as_bytes());
    }
}

#[test]
fn a_bomb_of_brackets_is_told_of() {
    let bomb = format!("{{\"call_session_id\":1,\"a\":{}", "[".repeat(100_000));
    let [posted, _] = read_both_ways(bomb.as_bytes());
    assert!(posted.findings.contains(&uis::Finding::TooDeep));
    assert_eq!(posted.notification.unwrap().call_session_id, Some(1));
}

#[test]
fn a_request_with_nothing_in_it_says_so() {
    let [posted, got] = read_both_ways(b"  ");
    for reading in [posted, got] {
        assert_eq!(reading.findings, [uis::Finding::Empty]);
        assert_eq!((reading.notification, reading.event), (None, None));
    }
    let [braces, _] = read_both_ways(b"{}");
    assert_eq!(braces.findings, [uis::Finding::MissingSession]);
}
