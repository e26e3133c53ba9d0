//! A server in this process that answers as the many kinds of servers do.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};

use domain::transcript::{Speaker, Voices};

use super::*;
use crate::resample::RATE;

/// A request as the server has it.
struct Asked {
    head: String,
    body: String,
}

impl Asked {
    /// The value of a field of the form.
    fn field(&self, name: &str) -> Option<&str> {
        let (_, after) = self.body.split_once(&format!("name=\"{name}\"\r\n\r\n"))?;
        after.split("\r\n").next()
    }
}

/// Answers each connection with the next of these, status and headers included; tells what was asked.
fn server(answers: Vec<String>) -> (String, Receiver<Asked>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!(
        "http://{}/v1/audio/transcriptions",
        listener.local_addr().unwrap()
    );
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (stream, _) = listener.accept().unwrap();
            tell.send(request(&stream)).unwrap();
            (&stream).write_all(answer.as_bytes()).unwrap();
        }
    });
    (url, told)
}

fn request(stream: &TcpStream) -> Asked {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        reader.read_line(&mut head).unwrap();
    }
    let lower = head.to_lowercase();
    let length = lower.split("content-length: ").nth(1).unwrap();
    let length: usize = length.split("\r\n").next().unwrap().parse().unwrap();
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    Asked {
        head,
        body: String::from_utf8_lossy(&body).into_owned(),
    }
}

fn answer(status: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}")
}

/// Two channels of eight seconds: the first speaks from the first second to the third, the second from the fifth to the seventh.
fn call() -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".wav").tempfile().unwrap();
    let mut bytes = wav::of(&vec![0.0; 16 * RATE as usize]);
    bytes[22] = 2;
    for frame in 0..8 * RATE as usize {
        let loud = [1..3, 5..7].map(|range| range.contains(&(frame / RATE as usize)));
        for (place, loud) in loud.into_iter().enumerate() {
            let level: i16 = if loud && frame % 20 < 10 { 8000 } else { 0 };
            let at = 44 + (frame * 2 + place) * 2;
            bytes[at..at + 2].copy_from_slice(&level.to_le_bytes());
        }
    }
    file.write_all(&bytes).unwrap();
    file
}

fn wishes() -> Wishes {
    Wishes {
        language: None,
        voices: Voices::AgentIn(1),
        names: vec!["Дозвон".to_owned()],
        corrections: vec![("до звон".to_owned(), "Дозвон".to_owned())],
    }
}

fn transcribed(answers: &[String]) -> (Result<Transcript, NotTranscribed>, Vec<Asked>) {
    let (url, told) = server(answers.to_vec());
    let engine = OpenAi::new(Setup {
        url,
        model: Some("whisper-1".to_owned()),
        api_key: Some("secret".to_owned()),
        language: None,
    });
    let got = engine.transcribe(call().path(), &wishes(), &|_| true);
    (got, told.try_iter().collect())
}

#[test]
fn each_channel_is_asked_about_and_times_are_those_of_the_call() {
    let verbose = r#"{"task":"transcribe","language":"russian","duration":2.4,"text":"Это до звон.",
        "segments":[{"id":0,"seek":0,"start":0.2,"end":2.2,"text":" Это до звон.","tokens":[1],"temperature":0.0,
        "avg_logprob":-0.2,"compression_ratio":1.1,"no_speech_prob":0.01}],
        "words":[{"word":"Это","start":0.2,"end":0.8},{"word":"до","start":0.9,"end":1.1},{"word":"звон","start":1.1,"end":2.0}],
        "usage":{"type":"duration","seconds":3}}"#;
    let (got, asked) = transcribed(&[answer("200 OK", verbose), answer("200 OK", verbose)]);
    let got = got.unwrap();
    assert_eq!(
        (got.language.as_str(), got.engine.as_str()),
        ("ru", "whisper-1")
    );
    let speakers: Vec<_> = got.turns.iter().map(|turn| turn.speaker).collect();
    assert_eq!(speakers, [Speaker::Client, Speaker::Agent]);
    assert_eq!(got.turns[0].text, "Это Дозвон.");
    assert!(
        (700..900).contains(&got.turns[0].start),
        "{:?}",
        got.turns[0]
    );
    assert!((4700..4900).contains(&got.turns[1].words[0].start));
    assert!(
        asked[0]
            .head
            .to_lowercase()
            .contains("authorization: bearer secret")
    );
    assert_eq!(asked[0].field("model"), Some("whisper-1"));
    assert_eq!(asked[0].field("prompt"), Some("Дозвон."));
    assert_eq!(asked[0].field("response_format"), Some("verbose_json"));
    assert_eq!(asked[0].field("language"), None);
    assert_eq!(asked[1].field("language"), Some("ru"), "found out once");
    assert!(asked[0].body.contains("RIFF") && asked[0].body.contains("call.wav"));
}

#[test]
fn the_many_shapes_of_answers_are_understood() {
    let shapes = [
        r#"{"text":"Добрый день."}"#,
        r#"{"text":"Добрый день.","language":"ru","segments":null,"words":null}"#,
        r#"{"text":"Добрый день.","segments":[{"start":0,"end":2,"text":"Добрый день."}]}"#,
        r#"{"text":"Добрый день.","segments":[{"start":0,"end":2,"text":"Добрый день.",
            "words":[{"word":" Добрый","start":0.1,"end":0.5,"probability":0.9},{"word":" день.","start":0.5,"end":1.0,"probability":0.8}]}]}"#,
        r#"{"text":"Добрый день.","words":[{"word":"Добрый","start":0.1,"end":0.5},{"word":"день","start":0.5,"end":1.0}]}"#,
    ];
    for shape in shapes {
        let (got, _) = transcribed(&[answer("200 OK", shape), answer("200 OK", shape)]);
        let turns = got.unwrap().turns;
        assert_eq!(turns.len(), 2, "{shape}");
        assert_eq!(turns[0].text, "Добрый день.", "{shape}");
        assert!(
            turns[0].words.is_empty() || turns[0].words.len() == 2,
            "{shape}"
        );
    }
}

#[test]
fn what_nobody_said_is_left_out() {
    let credits = r#"{"text":"Субтитры сделал DimaTorzok"}"#;
    let silence = r#"{"text":"Ага","segments":[{"start":0,"end":1,"text":"Ага","avg_logprob":-1.5,"no_speech_prob":0.9}]}"#;
    let (got, _) = transcribed(&[answer("200 OK", credits), answer("200 OK", silence)]);
    assert_eq!(
        got.unwrap(),
        Transcript {
            engine: "whisper-1".to_owned(),
            ..Transcript::default()
        }
    );
}

#[test]
fn a_server_that_knows_no_times_is_asked_for_the_text_alone() {
    let refusal = r#"{"error":{"message":"response_format verbose_json is not supported","type":"x","param":null,"code":null}}"#;
    let plain = r#"{"text":"Да."}"#;
    let answers = [
        answer("400 Bad Request", refusal),
        answer("200 OK", plain),
        answer("400 Bad Request", refusal),
        answer("200 OK", plain),
    ];
    let (got, asked) = transcribed(&answers);
    assert_eq!(got.unwrap().turns.len(), 2);
    assert_eq!(asked[1].field("response_format"), Some("json"));
}

#[test]
fn a_busy_server_is_asked_again() {
    let busy = "HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let gone = "HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let plain = answer("200 OK", r#"{"text":"Да."}"#);
    let (got, asked) = transcribed(&[busy.to_owned(), gone.to_owned(), plain.clone(), plain]);
    assert_eq!(got.unwrap().turns.len(), 2);
    assert_eq!(asked.len(), 4);
}

#[test]
fn a_server_that_refuses_says_what_to_check() {
    let refused = |status: &str, body: &str| match transcribed(&[answer(status, body)]).0 {
        Err(NotTranscribed::Refused(why)) => why,
        other => panic!("{other:?}"),
    };
    let key = refused("401 Unauthorized", r#"{"error":{"message":"bad key"}}"#);
    assert!(key.contains("bad key") && key.contains("speech.api_key") && !key.contains("secret"));
    assert!(refused("404 Not Found", "<html>").contains("speech.url"));
    assert!(refused("200 OK", "<html>").contains("speech.url"));
}

#[test]
fn who_calls_it_off_is_heard() {
    let engine = OpenAi::new(Setup {
        url: "http://127.0.0.1:9/".to_owned(),
        model: None,
        api_key: None,
        language: None,
    });
    let got = engine.transcribe(call().path(), &wishes(), &|_| false);
    assert_eq!(got.unwrap_err(), NotTranscribed::CalledOff);
}
