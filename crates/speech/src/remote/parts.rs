//! A recording in parts that a server takes: one channel each, cut where nobody speaks.

use std::path::Path;

use domain::transcript::{NotTranscribed, Speaker, Voices};

use crate::call::Call;
use crate::channel::{Judge, Stretch, milliseconds};
use crate::phrases::MOMENT;
use crate::resample::RATE;

/// The longest part: 10 MB as WAV, where servers take 25.
const LONGEST: usize = 300 * RATE as usize;
/// Silence between stretches is kept up to here, so that the server hears where they end.
const MOST_SILENCE: usize = RATE as usize;
/// Quieter moments than this are silence, in power: about -45 dB of full scale.
const SILENCE: f32 = 3e-5;
/// Louder than so many times the quiet of the last while is sound: 9 dB.
const ABOVE_NOISE: f32 = 8.0;

/// What one request asks about.
#[derive(Debug)]
pub(super) struct Part {
    pub speaker: Speaker,
    pub samples: Vec<f32>,
    /// Where each stretch begins in the part, and where in the recording, in samples.
    places: Vec<(usize, u64)>,
}

impl Part {
    /// Milliseconds of the recording at these seconds of the part.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what the part has"
    )]
    pub(super) fn time(&self, seconds: f64) -> u32 {
        let sample = (seconds.max(0.0) * f64::from(RATE)) as usize;
        let sample = sample.min(self.samples.len());
        let after = self.places.iter().rev().find(|(place, _)| *place <= sample);
        let (place, start) = after.copied().unwrap_or_default();
        milliseconds(start + (sample - place) as u64)
    }
}

/// The parts of a recording, as it is read.
pub(super) struct Parts {
    call: Call,
    loudness: Loudness,
    growing: Vec<Part>,
    ready: Vec<Part>,
    over: bool,
}

impl Parts {
    pub(super) fn open(sound: &Path, voices: Voices) -> Result<Self, NotTranscribed> {
        Ok(Self {
            call: Call::open(sound, voices)?,
            loudness: Loudness,
            growing: Vec::new(),
            ready: Vec::new(),
            over: false,
        })
    }

    /// How much of the recording has been read, in percent.
    pub(super) fn percent(&self) -> u8 {
        self.call.percent()
    }

    /// The next part; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Part>, NotTranscribed> {
        while self.ready.is_empty() && !self.over {
            match self.call.next(&mut self.loudness)? {
                Some(said) => said.into_iter().for_each(|stretch| self.add(stretch)),
                None => {
                    self.over = true;
                    self.ready.append(&mut self.growing);
                }
            }
        }
        Ok((!self.ready.is_empty()).then(|| self.ready.remove(0)))
    }

    fn add(&mut self, stretch: Stretch) {
        let own = |part: &Part| part.speaker == stretch.speaker;
        let place = self.growing.iter().position(own);
        let full = place.is_some_and(|place| {
            self.growing[place].samples.len() + stretch.samples.len() > LONGEST
        });
        match place {
            Some(place) if !full => join(&mut self.growing[place], &stretch),
            _ => {
                let part = Part {
                    speaker: stretch.speaker,
                    places: vec![(0, stretch.start)],
                    samples: stretch.samples,
                };
                let before = place.map(|place| self.growing.remove(place));
                self.ready.extend(before);
                self.growing.push(part);
            }
        }
    }
}

fn join(part: &mut Part, stretch: &Stretch) {
    let (place, start) = part.places.last().copied().unwrap_or_default();
    let end = start + (part.samples.len() - place) as u64;
    let pause = usize::try_from(stretch.start.saturating_sub(end)).unwrap_or(usize::MAX);
    let silence = part.samples.len() + pause.min(MOST_SILENCE);
    part.samples.resize(silence, 0.0);
    part.places.push((part.samples.len(), stretch.start));
    part.samples.extend_from_slice(&stretch.samples);
}

/// Without a model here, what is louder than the noise of the line is taken for a voice: the server knows better.
struct Loudness;

impl Judge for Loudness {
    #[expect(clippy::cast_precision_loss, reason = "a moment is short")]
    fn likely(&mut self, samples: &[f32]) -> Option<Vec<f32>> {
        let power = |moment: &[f32]| {
            moment.iter().map(|one| one * one).sum::<f32>() / moment.len().max(1) as f32
        };
        let powers: Vec<f32> = samples.chunks(MOMENT).map(power).collect();
        let mut sorted = powers.clone();
        sorted.sort_by(f32::total_cmp);
        // A tenth of any talk is pause; where there is none, nothing is taken for noise.
        let noise = sorted.get(sorted.len() / 10).copied().unwrap_or(0.0);
        let level = (noise * ABOVE_NOISE).clamp(SILENCE, SILENCE * 100.0);
        let likely = powers
            .iter()
            .map(|power| f32::from(u8::from(*power > level)));
        Some(likely.collect())
    }
}
