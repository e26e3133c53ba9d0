//! Whole calls through the real model, which `bin/test` fetches into `target/models`: without it these tests fail.

use std::path::{Path, PathBuf};

use domain::transcript::{NotTranscribed, Speaker, Transcriber, Transcript, Voices, Wishes};
use serde::Deserialize;

use crate::Embedded;
use crate::embedded::Setup;
use crate::errors::Errors;
use crate::model::Folders;

mod support;

use support::{cpu_seconds, peak_megabytes, tones, wav};

/// What is said in a fixture.
#[derive(Deserialize)]
struct Truth {
    language: String,
    duration: f64,
    turns: Vec<TrueTurn>,
}

#[derive(Deserialize)]
struct TrueTurn {
    speaker: String,
    text: String,
}

impl Truth {
    fn of(name: &str) -> Self {
        let text = std::fs::read_to_string(fixture(name)).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    fn said_by(&self, speaker: &str) -> String {
        let turns = self.turns.iter().filter(|turn| turn.speaker == speaker);
        turns
            .map(|turn| turn.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

fn engine() -> Embedded {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/models");
    let folders = Folders::only(models);
    assert!(
        folders.find(None).is_some(),
        "the model is not in target/models: run `bin/test`, which fetches it"
    );
    Embedded::new(Setup {
        folders,
        model: Some("base".to_owned()),
        language: None,
        workers: 1,
    })
}

fn wishes(language: Option<&str>) -> Wishes {
    Wishes {
        language: language.map(str::to_owned),
        voices: Voices::AgentIn(0),
        names: Vec::new(),
        corrections: Vec::new(),
    }
}

fn heard(transcript: &Transcript, speaker: Speaker) -> String {
    let turns = transcript
        .turns
        .iter()
        .filter(|turn| turn.speaker == speaker);
    turns
        .map(|turn| turn.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The word error rates of both parties.
fn rates(truth: &Truth, transcript: &Transcript) -> (f64, f64) {
    let rate = |name: &str, speaker| {
        let (said, heard) = (truth.said_by(name), heard(transcript, speaker));
        Errors::between(&said, &heard, &truth.language).rate()
    };
    let rates = (
        rate("agent", Speaker::Agent),
        rate("caller", Speaker::Client),
    );
    println!("agent {:.3}, caller {:.3}", rates.0, rates.1);
    rates
}

#[test]
fn a_russian_call_is_understood_party_by_party() {
    let truth = Truth::of("ru_call.json");
    let engine = engine();
    let got = engine.transcribe(&fixture("ru_call_stereo.mp3"), &wishes(None), &|_| true);
    let got = got.unwrap();
    assert_eq!(
        (got.language.as_str(), got.engine.as_str()),
        ("ru", "whisper base")
    );
    let (agent, caller) = rates(&truth, &got);
    assert!(
        agent <= 0.12 && caller <= 0.30,
        "{agent:.3} {caller:.3}\n{got:#?}"
    );

    // Each says their own words, at their time.
    let name = |speaker| heard(&got, speaker).to_lowercase().contains("николай");
    assert!(name(Speaker::Client) && !name(Speaker::Agent));
    let words = got.turns.iter().flat_map(|turn| &turn.words);
    let mut words = words.filter(|word| word.text.to_lowercase().starts_with("николай"));
    let word = words.next().unwrap();
    assert!((13_000..16_000).contains(&word.start), "{word:?}");
    assert!(got.turns.is_sorted_by_key(|turn| turn.start));

    // Twice what is usual: enough to see the whole window computed for every word, which takes five times as much.
    let cpu = cpu_seconds() / truth.duration;
    println!("{cpu:.3} CPU seconds a second, {} MB", peak_megabytes());
    assert!(cpu <= 0.30, "{cpu:.3} CPU seconds for a second of the call");
    assert!(peak_megabytes() <= 300, "{} MB", peak_megabytes());
}

#[test]
fn an_english_call_is_understood_party_by_party() {
    let truth = Truth::of("en_call.json");
    let got = engine().transcribe(&fixture("en_call_stereo.mp3"), &wishes(None), &|_| true);
    let got = got.unwrap();
    assert_eq!(got.language, "en");
    let (agent, caller) = rates(&truth, &got);
    assert!(
        agent <= 0.06 && caller <= 0.16,
        "{agent:.3} {caller:.3}\n{got:#?}"
    );
}

#[test]
fn silence_noise_and_the_sounds_of_telephones_have_no_text() {
    let engine = engine();
    for (name, sound) in tones() {
        let file = wav(&sound);
        let got = engine
            .transcribe(file.path(), &wishes(Some("ru")), &|_| true)
            .unwrap();
        assert!(got.turns.is_empty(), "{name}: {got:#?}");
        assert_eq!(got.language, "", "{name}");
    }
}

#[test]
fn who_no_longer_wants_a_transcript_is_heard() {
    let sound = fixture("en_call_stereo.mp3");
    let got = engine().transcribe(&sound, &wishes(Some("en")), &|percent| percent < 10);
    assert_eq!(got.unwrap_err(), NotTranscribed::CalledOff);
}

#[test]
fn without_a_model_or_a_known_language_the_refusal_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let engine_without = Embedded::new(Setup {
        folders: Folders::only(folder.path().to_owned()),
        model: None,
        language: None,
        workers: 1,
    });
    let sound = fixture("en_call_stereo.mp3");
    let got = engine_without.transcribe(&sound, &wishes(None), &|_| true);
    assert_eq!(got.unwrap_err(), NotTranscribed::NoModel);
    let got = engine().transcribe(&sound, &wishes(Some("xx")), &|_| true);
    assert!(matches!(got, Err(NotTranscribed::Refused(why)) if why.contains("`xx`")));
    let got = engine().transcribe(&fixture("README.md"), &wishes(None), &|_| true);
    assert!(matches!(got, Err(NotTranscribed::Unreadable(_))), "{got:?}");
}
