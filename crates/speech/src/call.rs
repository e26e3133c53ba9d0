//! A call's recording as its parties hear it: who speaks when, read as far as it is needed.

use std::path::Path;

use domain::transcript::{NotTranscribed, Speaker, Voices};

use crate::channel::{Channel, Judge, Stretch};
use crate::decode::{Sound, Unreadable};

/// Two channels whose difference has less of their power than this are one, kept twice.
const SAME: f32 = 0.001;

/// A recording that is being listened to.
pub(crate) struct Call {
    sound: Sound,
    channels: Vec<Channel>,
    /// Two channels have not been compared yet.
    uncompared: bool,
    over: bool,
}

impl From<Unreadable> for NotTranscribed {
    fn from(why: Unreadable) -> Self {
        Self::Unreadable(why.to_string())
    }
}

impl Call {
    pub(crate) fn open(path: &Path, voices: Voices) -> Result<Self, Unreadable> {
        let sound = Sound::open(path)?;
        let shape = sound.shape();
        let speakers: &[Speaker] = match (voices, shape.channels) {
            (Voices::Only(speaker), _) => &[speaker],
            (Voices::AgentIn(0), 2) => &[Speaker::Agent, Speaker::Client],
            (Voices::AgentIn(_), 2) => &[Speaker::Client, Speaker::Agent],
            (Voices::AgentIn(_), _) => &[Speaker::Unknown],
        };
        let channels = speakers.iter().map(|who| Channel::new(*who, shape.rate));
        Ok(Self {
            channels: channels.collect::<Result<Vec<_>, _>>()?,
            uncompared: speakers.len() == 2,
            sound,
            over: false,
        })
    }

    /// What is said next, in order within each channel; nothing when all has been given.
    pub(crate) fn next(
        &mut self,
        judge: &mut impl Judge,
    ) -> Result<Option<Vec<Stretch>>, NotTranscribed> {
        if self.over {
            return Ok(None);
        }
        let own = self.sound.shape().channels;
        while !self.channels.iter().all(Channel::is_full) {
            let Some(block) = self.sound.next_block()? else {
                self.over = true;
                break;
            };
            if self.channels.len() == own {
                for (place, channel) in self.channels.iter_mut().enumerate() {
                    channel.hear(block.iter().skip(place).step_by(own).copied());
                }
            } else {
                for channel in &mut self.channels {
                    channel.hear(block.chunks_exact(own).map(mixed));
                }
            }
        }
        self.compare();
        if self.over {
            self.channels.iter_mut().for_each(Channel::end);
        }
        let mut said = self.judge(judge)?;
        while self.over && !self.channels.iter().all(Channel::is_judged) {
            said.extend(self.judge(judge)?);
        }
        if self.over {
            said.extend(self.channels.iter_mut().filter_map(Channel::last));
        }
        said.sort_by_key(|stretch| stretch.start);
        Ok(Some(said))
    }

    /// What is said in the next window of every channel.
    fn judge(&mut self, judge: &mut impl Judge) -> Result<Vec<Stretch>, NotTranscribed> {
        let powers: Vec<_> = self.channels.iter().map(Channel::powers).collect();
        let mut said = Vec::new();
        for (place, channel) in self.channels.iter_mut().enumerate() {
            let other = powers.iter().enumerate().find(|(one, _)| *one != place);
            let other = other.map(|(_, powers)| powers.as_slice());
            said.extend(channel.judge(judge, other).ok_or_else(failed)?);
        }
        Ok(said)
    }

    /// How much of it has been read, from 0 to 99.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within 0 and 99"
    )]
    pub(crate) fn percent(&self) -> u8 {
        (self.sound.fraction().unwrap_or(0.0) * 99.0).clamp(0.0, 99.0) as u8
    }

    /// Some exchanges keep one mixed sound twice: then nobody knows who speaks.
    fn compare(&mut self) {
        if !std::mem::take(&mut self.uncompared) {
            return;
        }
        let [first, second] = &self.channels[..] else {
            return;
        };
        let power = |sample: f32| sample * sample;
        let pairs = first.fresh().iter().zip(second.fresh());
        let (mut apart, mut together) = (0.0, 0.0);
        for (one, other) in pairs {
            apart += power(one - other);
            together += power(*one) + power(*other);
        }
        if apart < together * SAME {
            self.channels.truncate(1);
            if let Some(only) = self.channels.first_mut() {
                only.speaker = Speaker::Unknown;
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "one or two")]
fn mixed(frame: &[f32]) -> f32 {
    frame.iter().sum::<f32>() / frame.len().max(1) as f32
}

fn failed() -> NotTranscribed {
    NotTranscribed::Refused("the model that tells voices failed on this sound".to_owned())
}
