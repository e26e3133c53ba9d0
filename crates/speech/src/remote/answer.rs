//! What a server answers: only the text is certain, the rest differs from server to server.

use std::ops::Range;

use domain::transcript::{Turn, Word};
use serde::Deserialize;

use super::parts::Part;
use crate::text;

/// The answer as it was understood.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    #[serde(default, deserialize_with = "code")]
    pub language: Option<String>,
    text: String,
    #[serde(default, deserialize_with = "or_none")]
    segments: Vec<Segment>,
    #[serde(default, deserialize_with = "or_none")]
    words: Vec<Spoken>,
}

#[derive(Debug, Deserialize)]
struct Segment {
    start: f64,
    end: f64,
    text: String,
    /// Some servers put the words here.
    #[serde(default, deserialize_with = "or_none")]
    words: Vec<Spoken>,
    /// A logarithm: how sure the server is of a word on average.
    avg_logprob: Option<f32>,
    no_speech_prob: Option<f32>,
}

#[derive(Debug, Deserialize)]
struct Spoken {
    #[serde(alias = "text")]
    word: String,
    start: f64,
    end: f64,
    #[serde(alias = "confidence")]
    probability: Option<f32>,
}

/// OpenAI's own rule: nobody speaks where both hold.
const NO_SPEECH: f32 = 0.6;
const UNSURE: f32 = -1.0;

impl Answer {
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// What was said in the part, at the times of the recording.
    pub(super) fn turns(self, part: &Part, corrections: &[(String, String)]) -> Vec<Turn> {
        if self.segments.is_empty() {
            let whole = Segment {
                start: self.words.first().map_or(0.0, |word| word.start),
                end: self.words.last().map_or(f64::MAX, |word| word.end),
                text: self.text,
                words: self.words,
                avg_logprob: None,
                no_speech_prob: None,
            };
            return whole.turn(part, corrections).into_iter().collect();
        }
        let mut words = self.words.into_iter().peekable();
        let segments = self.segments.into_iter().map(|mut segment| {
            let middle = |word: &Spoken| f64::midpoint(word.start, word.end) < segment.end;
            let mut own: Vec<Spoken> = std::iter::from_fn(|| words.next_if(middle)).collect();
            if segment.words.is_empty() {
                segment.words.append(&mut own);
            }
            segment
        });
        let segments = segments.filter(Segment::is_said);
        segments
            .filter_map(|segment| segment.turn(part, corrections))
            .collect()
    }
}

impl Segment {
    fn is_said(&self) -> bool {
        let silent = self.no_speech_prob.is_some_and(|likely| likely > NO_SPEECH);
        let unsure = self.avg_logprob.is_some_and(|sure| sure < UNSURE);
        !(silent && unsure)
    }

    fn turn(self, part: &Part, corrections: &[(String, String)]) -> Option<Turn> {
        let time = part.time(self.start)..part.time(self.end);
        let spoken = self.words.iter().map(|word| Word {
            text: word.word.trim().to_owned(),
            start: part.time(word.start),
            end: part.time(word.end),
            confidence: word.probability.map(|sure| sure.clamp(0.0, 1.0)),
        });
        let spoken: Vec<Word> = spoken.filter(|word| !word.text.is_empty()).collect();
        let written = spread(&self.text, &time, self.avg_logprob);
        let known = !spoken.is_empty();
        // Words that servers tell apart come without punctuation: where they are as many, the text's spelling is put on them.
        let words = if known && spoken.len() == written.len() {
            let spelled = spoken.into_iter().zip(written);
            spelled
                .map(|(word, written)| Word {
                    text: written.text,
                    ..word
                })
                .collect()
        } else if known {
            spoken
        } else {
            written
        };
        let mut turn = text::turn(part.speaker, time, words, corrections)?;
        if !known {
            // Times that nobody measured are not told.
            turn.words.clear();
        }
        Some(turn)
    }
}

/// The words of a text, evenly over its time.
fn spread(text: &str, time: &Range<u32>, sure: Option<f32>) -> Vec<Word> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let count = u32::try_from(words.len()).unwrap_or(u32::MAX).max(1);
    let step = time.end.saturating_sub(time.start) / count;
    let word = |(place, text): (u32, &&str)| Word {
        text: (*text).to_owned(),
        start: time.start + step * place,
        end: time.start + step * (place + 1),
        confidence: sure.map(|sure| sure.exp().clamp(0.0, 1.0)),
    };
    (0..).zip(&words).map(word).collect()
}

/// A list that may be missing or null.
fn or_none<'de, D, T>(input: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::deserialize(input)?.unwrap_or_default())
}

/// Some servers say `ru`, some `russian`.
fn code<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    let said: Option<String> = Option::deserialize(input)?;
    let said = said.map(|name| name.trim().to_lowercase());
    Ok(said.filter(|name| !name.is_empty()).map(|name| {
        let known = NAMES.iter().find(|(_, full)| *full == name);
        known.map_or(name.clone(), |(code, _)| (*code).to_owned())
    }))
}

/// Languages of those who are likely to call.
const NAMES: [(&str, &str); 14] = [
    ("ru", "russian"),
    ("en", "english"),
    ("uk", "ukrainian"),
    ("be", "belarusian"),
    ("kk", "kazakh"),
    ("uz", "uzbek"),
    ("tt", "tatar"),
    ("hy", "armenian"),
    ("ka", "georgian"),
    ("az", "azerbaijani"),
    ("de", "german"),
    ("fr", "french"),
    ("es", "spanish"),
    ("zh", "chinese"),
];
