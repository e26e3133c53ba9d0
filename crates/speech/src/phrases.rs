//! Where somebody speaks: from how likely a voice is in each moment to phrases with pauses around them.

use std::ops::Range;

use crate::resample::RATE;

/// Samples of a moment that is judged, which the voice model fixes: 32 ms.
pub(crate) const MOMENT: usize = 512;
/// From here on it is a voice; Silero's own value.
const VOICE: f32 = 0.5;
/// A voice lasts until it falls below this; Silero's own distance.
const STILL_VOICE: f32 = 0.35;
/// Shorter sounds are clicks.
const LEAST_VOICE: usize = moments(250);
/// Shorter pauses are part of what is being said.
const LEAST_PAUSE: usize = moments(500);
/// What is given before and after, as words begin and end softly; a voice is known for one only when it is under way.
const LEAD: u64 = samples(400);
const TRAIL: u64 = samples(200);
/// Whisper hears 30 seconds at once.
const LONGEST: usize = moments(28_000);
/// A phrase that is too long is cut where it is quietest in its last part.
const CUT_FROM: usize = moments(18_000);

const fn samples(milliseconds: u64) -> u64 {
    RATE as u64 * milliseconds / 1000
}

const fn moments(milliseconds: u64) -> usize {
    samples(milliseconds) as usize / MOMENT
}

/// Finds phrases in one channel as its moments come.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// Moments that have been judged.
    heard: usize,
    /// The phrase that is being said.
    open: Option<Open>,
    /// Where the phrase before it ended.
    before: u64,
}

#[derive(Debug)]
struct Open {
    start: usize,
    /// How likely a voice was in each moment since.
    likely: Vec<f32>,
    /// The voice was last heard in this moment.
    last: usize,
    /// It goes on from one that was cut, without a pause.
    cut: bool,
}

/// In samples from the beginning.
pub(crate) type Phrase = Range<u64>;

impl Phrases {
    /// Takes what the next moments are, and gives the phrases that have ended.
    pub(crate) fn hear(&mut self, likely: &[f32]) -> Vec<Phrase> {
        let mut ended = Vec::new();
        for one in likely {
            ended.extend(self.moment(*one));
            self.heard += 1;
        }
        ended
    }

    /// The phrase that was being said when the sound ended.
    pub(crate) fn end(&mut self) -> Option<Phrase> {
        let open = self.open.take()?;
        self.close(&open)
    }

    /// The first sample that a phrase still to come may need.
    pub(crate) fn needed(&self) -> u64 {
        let from = self.open.as_ref().map_or(self.heard, |open| open.start);
        ((from * MOMENT) as u64).saturating_sub(LEAD)
    }

    fn moment(&mut self, likely: f32) -> Option<Phrase> {
        let now = self.heard;
        let Some(open) = &mut self.open else {
            if likely >= VOICE {
                self.open = Some(Open::at(now, likely, false));
            }
            return None;
        };
        open.likely.push(likely);
        if likely >= STILL_VOICE {
            open.last = now;
        }
        if now - open.last >= LEAST_PAUSE {
            let open = self.open.take()?;
            return self.close(&open);
        }
        if open.likely.len() >= LONGEST {
            let open = self.open.take()?;
            return Some(self.cut(&open));
        }
        None
    }

    fn close(&mut self, open: &Open) -> Option<Phrase> {
        let voice = open.last + 1 - open.start;
        if voice < LEAST_VOICE && !open.cut {
            return None;
        }
        let margin = if open.cut { 0 } else { LEAD };
        let start = (open.start * MOMENT) as u64;
        let end = ((open.last + 1) * MOMENT) as u64 + TRAIL;
        let start = start.saturating_sub(margin).max(self.before);
        self.before = end;
        Some(start..end)
    }

    /// Cuts where a pause is most likely; the rest goes on as a phrase.
    fn cut(&mut self, open: &Open) -> Phrase {
        let smooth = |at: &usize| open.likely[at - 1..=at + 1].iter().sum::<f32>();
        let places = CUT_FROM..open.likely.len() - 1;
        let at = places.min_by(|a, b| smooth(a).total_cmp(&smooth(b)));
        let at = at.unwrap_or(CUT_FROM);
        let place = open.start + at;
        let rest = open.likely[at..].to_vec();
        let last = open.last.max(place);
        let margin = if open.cut { 0 } else { LEAD };
        let start = ((open.start * MOMENT) as u64).saturating_sub(margin);
        let phrase = start.max(self.before)..(place * MOMENT) as u64;
        self.before = phrase.end;
        self.open = Some(Open {
            start: place,
            likely: rest,
            last,
            cut: true,
        });
        phrase
    }
}

impl Open {
    fn at(start: usize, likely: f32, cut: bool) -> Self {
        Self {
            start,
            likely: vec![likely],
            last: start,
            cut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(phrases: &[Phrase]) -> Vec<(f64, f64)> {
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let at = |sample: u64| (sample as f64 / f64::from(RATE) * 10.0).round() / 10.0;
        phrases
            .iter()
            .map(|one| (at(one.start), at(one.end)))
            .collect()
    }

    /// How likely a voice is, from pairs of seconds and likelihood.
    fn likely(parts: &[(u64, f32)]) -> Vec<f32> {
        let moments = |(ms, likely): &(u64, f32)| vec![*likely; moments(*ms)];
        parts.iter().flat_map(moments).collect()
    }

    fn phrases(parts: &[(u64, f32)]) -> Vec<Phrase> {
        let mut phrases = Phrases::default();
        let mut found = Vec::new();
        for block in likely(parts).chunks(100) {
            found.extend(phrases.hear(block));
        }
        found.extend(phrases.end());
        found
    }

    #[test]
    fn pauses_part_phrases_and_short_ones_do_not() {
        let found = phrases(&[
            (1000, 0.0),
            (2000, 0.9),
            (300, 0.1),
            (1000, 0.9),
            (1000, 0.1),
            (1000, 0.9),
            (600, 0.0),
        ]);
        assert_eq!(seconds(&found), [(0.6, 4.5), (4.8, 6.4)]);
    }

    #[test]
    fn clicks_and_silence_are_nothing() {
        assert!(phrases(&[(1000, 0.0), (100, 0.9), (2000, 0.0)]).is_empty());
        assert!(phrases(&[(5000, 0.3)]).is_empty());
        assert!(phrases(&[]).is_empty());
    }

    #[test]
    fn who_speaks_without_end_is_cut_at_the_quietest_place_and_nothing_is_lost() {
        let found = phrases(&[(20_000, 0.9), (100, 0.4), (30_000, 0.9)]);
        assert!(found.len() >= 2);
        assert!((19.9..20.2).contains(&seconds(&found)[0].1));
        for pair in found.windows(2) {
            assert_eq!(pair[0].end, pair[1].start);
        }
        assert!(found.iter().all(|one| one.end - one.start <= 29 * 16_000));
    }
}
