//! A call from its first stretch to its transcript.

use domain::transcript::{NotTranscribed, Transcript, Turn, Wishes};
use whisper_rs::{FullParams, SamplingStrategy, WhisperState};

use super::voices::Voices;
use super::weights::Weights;
use super::{language, words};
use crate::call::Call;
use crate::channel::{Stretch, milliseconds};
use crate::resample::RATE;
use crate::text;

/// The model is unsure with less: silence is added up to here.
const LEAST: usize = RATE as usize * 11 / 10;
/// A place of the model's window is so many samples.
const PLACE: usize = 320;
/// Places of the window beyond the sound itself, and their bounds: 1500 are the model's 30 seconds.
const BEYOND: usize = 64;
const PLACES: std::ops::RangeInclusive<usize> = 256..=1500;
/// A stretch so long tells the language; until one comes, or so much has been said, nothing is decided.
const TELLING: usize = 3 * RATE as usize;
const ENOUGH: usize = 20 * RATE as usize;

pub(super) struct Hearing<'a> {
    weights: &'a Weights,
    wishes: &'a Wishes,
    state: WhisperState,
    language: Option<&'static str>,
    /// Names that may be said, in the model's words.
    prompt: Vec<i32>,
    /// What waits for the language.
    waiting: Vec<Stretch>,
    turns: Vec<Turn>,
}

impl<'a> Hearing<'a> {
    pub(super) fn new(weights: &'a Weights, wishes: &'a Wishes) -> Result<Self, NotTranscribed> {
        let language = match wishes.language.as_deref() {
            None => None,
            Some(code) => Some(language::known(code).ok_or_else(|| {
                NotTranscribed::Refused(format!("the model does not know the language `{code}`"))
            })?),
        };
        Ok(Self {
            state: weights.state().map_err(NotTranscribed::Busy)?,
            weights,
            wishes,
            language,
            prompt: weights.words_of(&text::prompt(&wishes.names)),
            waiting: Vec::new(),
            turns: Vec::new(),
        })
    }

    pub(super) fn all(
        mut self,
        mut call: Call,
        progress: &(dyn Fn(u8) -> bool + Sync),
    ) -> Result<Transcript, NotTranscribed> {
        let files = &self.weights.files;
        let mut voices = Voices::load(files).map_err(NotTranscribed::Refused)?;
        loop {
            let said = call.next(&mut voices)?;
            let over = said.is_none();
            self.waiting.extend(said.unwrap_or_default());
            if self.language.is_none() && (over || self.can_tell()) {
                self.language = language::find(&mut self.state, self.waiting.iter());
            }
            if self.language.is_some() {
                for stretch in std::mem::take(&mut self.waiting) {
                    go_on(progress, call.percent())?;
                    self.hear(&stretch)?;
                }
            }
            go_on(progress, call.percent())?;
            if over {
                break;
            }
        }
        go_on(progress, 100)?;
        Ok(self.transcript())
    }

    fn can_tell(&self) -> bool {
        let lengths = self.waiting.iter().map(|stretch| stretch.samples.len());
        lengths.clone().any(|length| length >= TELLING) || lengths.sum::<usize>() >= ENOUGH
    }

    fn transcript(self) -> Transcript {
        let turns = text::in_turns(self.turns);
        let spoken = self.language.filter(|_| !turns.is_empty());
        Transcript {
            language: spoken.unwrap_or_default().to_owned(),
            engine: self.weights.name.clone(),
            turns,
        }
    }

    /// What is said in a stretch, added to the turns.
    fn hear(&mut self, stretch: &Stretch) -> Result<(), NotTranscribed> {
        let mut samples = stretch.samples.clone();
        samples.resize(samples.len().max(LEAST), 0.0);
        let parameters = parameters(self.language, window(samples.len()), &self.prompt);
        let heard = self.state.full(parameters, &samples);
        heard.map_err(|error| {
            NotTranscribed::Refused(format!("the model failed on this sound ({error})"))
        })?;
        let start = milliseconds(stretch.start);
        let end = milliseconds(stretch.start + stretch.samples.len() as u64);
        let words = words::of(&self.state, self.weights.first_mark(), start, end);
        self.turns.extend(text::turn(
            stretch.speaker,
            start..end,
            words,
            &self.wishes.corrections,
        ));
        Ok(())
    }
}

/// Places of the model's window for so many samples.
fn window(samples: usize) -> usize {
    let places = samples.div_ceil(PLACE) + BEYOND;
    places.clamp(*PLACES.start(), *PLACES.end())
}

/// Has the model's next listening be no wider than so many samples need: it keeps the width of what it transcribed last, and a
/// moment of silence costs least.
pub(super) fn narrow(state: &mut WhisperState, samples: usize) -> Option<()> {
    let mut parameters = parameters(Some("en"), window(samples), &[]);
    parameters.set_single_segment(true);
    parameters.set_max_tokens(1);
    parameters.set_temperature_inc(0.0);
    state.full(parameters, &[0.0; LEAST]).ok().map(drop)
}

/// One thread: several would wait for each other. A stretch stands alone: what came before it only tempts to repeat.
fn parameters<'a>(
    language: Option<&'a str>,
    window: usize,
    prompt: &'a [i32],
) -> FullParams<'a, 'a> {
    let mut parameters = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
    parameters.set_n_threads(1);
    parameters.set_language(language);
    parameters.set_audio_ctx(i32::try_from(window).unwrap_or(0));
    parameters.set_no_context(true);
    parameters.set_suppress_nst(true);
    parameters.set_token_timestamps(true);
    parameters.set_tokens(prompt);
    parameters.set_print_progress(false);
    parameters.set_print_realtime(false);
    parameters.set_print_special(false);
    parameters.set_print_timestamps(false);
    parameters
}

fn go_on(progress: &(dyn Fn(u8) -> bool + Sync), percent: u8) -> Result<(), NotTranscribed> {
    if progress(percent) {
        Ok(())
    } else {
        Err(NotTranscribed::CalledOff)
    }
}
