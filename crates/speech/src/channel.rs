//! One channel of a call as it is heard: only where somebody speaks is kept.

use std::ops::Range;

use domain::transcript::Speaker;

use crate::decode::Unreadable;
use crate::phrases::{MOMENT, Phrase, Phrases};
use crate::resample::{RATE, Resample};

/// Samples that are judged at once: half a minute.
const WINDOW: usize = 940 * MOMENT;
/// The voice model remembers what it heard just before; so much is judged again to remind it.
const REMINDER: usize = 32 * MOMENT;

/// An echo, or what coding both channels together leaks, has less than so much of the other's power: 15 dB.
const ECHO: f32 = 0.03;

/// Says how likely a voice is in each moment of the samples.
pub(crate) trait Judge {
    fn likely(&mut self, samples: &[f32]) -> Option<Vec<f32>>;
}

/// What was said without a pause, as sound.
#[derive(Debug)]
pub(crate) struct Stretch {
    pub speaker: Speaker,
    /// In samples from the beginning of the recording.
    pub start: u64,
    pub samples: Vec<f32>,
}

pub(crate) struct Channel {
    pub speaker: Speaker,
    resample: Resample,
    samples: Vec<f32>,
    /// Where the kept samples begin.
    first: u64,
    /// How many of the kept ones have been judged.
    judged: usize,
    phrases: Phrases,
}

impl Channel {
    pub(crate) fn new(speaker: Speaker, rate: u32) -> Result<Self, Unreadable> {
        Ok(Self {
            speaker,
            resample: Resample::from(rate)?,
            samples: Vec::new(),
            first: 0,
            judged: 0,
            phrases: Phrases::default(),
        })
    }

    pub(crate) fn hear(&mut self, samples: impl Iterator<Item = f32>) {
        self.resample.hear(samples, &mut self.samples);
    }

    /// Whether enough has come to be judged.
    pub(crate) fn is_full(&self) -> bool {
        self.samples.len() - self.judged >= WINDOW
    }

    /// Whether all that has come has been judged.
    pub(crate) fn is_judged(&self) -> bool {
        self.samples.len() == self.judged
    }

    /// What has not been judged yet.
    pub(crate) fn fresh(&self) -> &[f32] {
        &self.samples[self.judged..]
    }

    /// Takes what the filter of the sound still holds: nothing more will come.
    pub(crate) fn end(&mut self) {
        self.resample.end(&mut self.samples);
    }

    /// The power of each moment in the next window.
    pub(crate) fn powers(&self) -> Vec<f32> {
        let window = &self.samples[self.judged..self.window()];
        window.chunks(MOMENT).map(power).collect()
    }

    /// Judges a window and gives what was said in it to the end; nothing when the judge failed. Moments in which the other party is so much
    /// louder hold their voice and not this one's.
    pub(crate) fn judge(
        &mut self,
        judge: &mut impl Judge,
        other: Option<&[f32]>,
    ) -> Option<Vec<Stretch>> {
        let own = self.powers();
        let echo = |moment: usize| {
            let other = other.and_then(|other| other.get(moment)).copied();
            other.is_some_and(|other| own[moment] < other * ECHO)
        };
        let to = self.window();
        if to == self.judged {
            return Some(Vec::new());
        }
        let reminder = (self.judged / MOMENT * MOMENT).min(REMINDER);
        let window = self.judged - reminder..to;
        let likely = judge.likely(&self.samples[window])?;
        let fresh = likely.get(reminder / MOMENT..).unwrap_or_default();
        let fresh = (0..)
            .zip(fresh)
            .map(|(moment, likely)| if echo(moment) { 0.0 } else { *likely });
        let fresh: Vec<f32> = fresh.take(own.len()).collect();
        self.judged = to;
        let ended = self.phrases.hear(&fresh);
        let said = ended.iter().map(|phrase| self.stretch(phrase)).collect();
        self.forget();
        Some(said)
    }

    /// What was being said when the sound ended.
    pub(crate) fn last(&mut self) -> Option<Stretch> {
        let phrase = self.phrases.end()?;
        Some(self.stretch(&phrase))
    }

    /// Where the next window ends: at the end of the sound it is short.
    fn window(&self) -> usize {
        self.samples.len().min(self.judged + WINDOW)
    }

    fn stretch(&self, phrase: &Phrase) -> Stretch {
        let at = |sample: u64| {
            let place = usize::try_from(sample.saturating_sub(self.first)).unwrap_or(usize::MAX);
            place.min(self.samples.len())
        };
        let range: Range<usize> = at(phrase.start)..at(phrase.end);
        Stretch {
            speaker: self.speaker,
            start: phrase.start,
            samples: self.samples[range].to_vec(),
        }
    }

    /// Lets go of what no phrase to come can need.
    fn forget(&mut self) {
        let needed = usize::try_from(self.phrases.needed().saturating_sub(self.first));
        let reminder = self.judged.saturating_sub(REMINDER);
        // Whole moments, so that the judge's count stays ours.
        let gone = needed.unwrap_or(0).min(reminder) / MOMENT * MOMENT;
        self.samples.drain(..gone);
        self.first += gone as u64;
        self.judged -= gone;
    }
}

#[expect(clippy::cast_precision_loss, reason = "a moment is short")]
fn power(moment: &[f32]) -> f32 {
    moment.iter().map(|one| one * one).sum::<f32>() / moment.len().max(1) as f32
}

/// Milliseconds at this sample.
pub(crate) fn milliseconds(sample: u64) -> u32 {
    u32::try_from(sample * 1000 / u64::from(RATE)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes what is loud for a voice.
    struct Loud;
    impl Judge for Loud {
        fn likely(&mut self, samples: &[f32]) -> Option<Vec<f32>> {
            let loud = |moment: &[f32]| moment.iter().any(|one| one.abs() > 0.1);
            let likely = samples
                .chunks(MOMENT)
                .map(|one| f32::from(u8::from(loud(one))));
            Some(likely.collect())
        }
    }

    fn heard(seconds: &[(usize, f32)]) -> (Vec<Stretch>, usize) {
        let mut channel = Channel::new(Speaker::Agent, RATE).unwrap();
        let (mut said, mut most) = (Vec::new(), 0);
        for (second, level) in seconds {
            for _ in 0..*second {
                channel.hear(std::iter::repeat_n(*level, RATE as usize));
                while channel.is_full() {
                    said.extend(channel.judge(&mut Loud, None).unwrap());
                }
                most = most.max(channel.samples.len());
            }
        }
        channel.end();
        while !channel.is_judged() {
            said.extend(channel.judge(&mut Loud, None).unwrap());
        }
        said.extend(channel.last());
        (said, most)
    }

    #[test]
    fn what_is_said_keeps_its_time_across_windows() {
        let (said, _) = heard(&[(28, 0.0), (4, 0.5), (30, 0.0), (2, 0.5), (1, 0.0)]);
        let at = |stretch: &Stretch| (milliseconds(stretch.start), stretch.samples.len() / 1600);
        let found: Vec<_> = said.iter().map(at).collect();
        assert!(
            matches!(
                found[..],
                [(27_500..=27_700, 45..=47), (61_500..=61_700, 25..=27)]
            ),
            "{found:?}"
        );
    }

    #[test]
    fn what_is_fifteen_decibels_quieter_than_the_other_party_is_their_echo() {
        let second = RATE as usize;
        let said_beside = |other: f32| {
            let mut channel = Channel::new(Speaker::Agent, RATE).unwrap();
            channel.hear(std::iter::repeat_n(0.2, 3 * second));
            channel.end();
            let others = vec![other * other; channel.powers().len()];
            let said = channel.judge(&mut Loud, Some(&others)).unwrap().len();
            said + usize::from(channel.last().is_some())
        };
        assert_eq!(said_beside(0.0), 1);
        // 14 dB: both speak at once. 16 dB: an echo.
        assert_eq!(said_beside(0.2 * 5.01), 1);
        assert_eq!(said_beside(0.2 * 6.31), 0);
    }

    #[test]
    fn hours_take_no_more_memory_than_a_minute_and_a_half() {
        let (said, most) = heard(&[(600, 0.0), (100, 0.5), (600, 0.0)]);
        assert!(most < 90 * RATE as usize, "{most}");
        let length: usize = said.iter().map(|one| one.samples.len()).sum();
        assert!((99..=102).contains(&(length / RATE as usize)));
    }
}
