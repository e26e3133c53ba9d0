//! The speech that recordings are made of.

use std::borrow::Cow;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::sentence::{Sentence, said};

/// One recorded conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sound {
    /// Russian, operator left, client right.
    RuCallStereo,
    /// Russian, both on one channel.
    RuCallMono,
    /// English, operator left, client right.
    EnCallStereo,
}

/// Every frame of these files lasts as long: MPEG 2.5, 8 kHz, 576 samples.
const FRAME_MILLISECONDS: u64 = 72;

impl Sound {
    pub(crate) const ALL: [Self; 3] = [Self::RuCallStereo, Self::RuCallMono, Self::EnCallStereo];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::RuCallStereo => "ru_call_stereo",
            Self::RuCallMono => "ru_call_mono",
            Self::EnCallStereo => "en_call_stereo",
        }
    }

    /// The whole sound, rounded down to seconds.
    pub(crate) const fn seconds(self) -> u64 {
        match self {
            Self::RuCallStereo | Self::RuCallMono => 63,
            Self::EnCallStereo => 47,
        }
    }

    const fn file(self) -> &'static [u8] {
        match self {
            Self::RuCallStereo => include_bytes!("../assets/sounds/ru_call_stereo.mp3"),
            Self::RuCallMono => include_bytes!("../assets/sounds/ru_call_mono.mp3"),
            Self::EnCallStereo => include_bytes!("../assets/sounds/en_call_stereo.mp3"),
        }
    }

    const fn frame_bytes(self) -> usize {
        match self {
            Self::RuCallStereo | Self::EnCallStereo => 288,
            Self::RuCallMono => 144,
        }
    }

    /// The first `seconds` of the sound, so that a recording lasts as long as its talk.
    pub(crate) fn first(self, seconds: u64) -> Cow<'static, [u8]> {
        let file = self.file();
        let frames = (seconds.max(1) * 1000).div_ceil(FRAME_MILLISECONDS) as usize;
        if seconds >= self.seconds() || (frames + 1) * self.frame_bytes() >= file.len() {
            return Cow::Borrowed(file);
        }
        // The first frame of a stereo file tells the length of the whole; a part goes without it.
        let skip = match self {
            Self::RuCallStereo | Self::EnCallStereo => self.frame_bytes(),
            Self::RuCallMono => 0,
        };
        Cow::Borrowed(&file[skip..skip + frames * self.frame_bytes()])
    }
}

impl FromStr for Sound {
    type Err = Sentence;

    fn from_str(name: &str) -> Result<Self, Sentence> {
        let bare = name.strip_suffix(".mp3").unwrap_or(name);
        Self::ALL
            .into_iter()
            .find(|sound| sound.name() == bare)
            .ok_or_else(|| {
                let known: Vec<_> = Self::ALL.into_iter().map(Self::name).collect();
                let known = known.join(", ");
                said(
                    format!("Записи «{name}» нет; есть {known} и none."),
                    format!("There is no recording «{name}»; choose one of {known}, or none."),
                )
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_is_as_long_as_we_think() {
        for sound in Sound::ALL {
            let (file, step) = (sound.file(), sound.frame_bytes());
            assert_eq!(file.len() % step, 0, "{}", sound.name());
            assert!(
                file.chunks(step)
                    .all(|frame| frame[0] == 0xff && frame[1] == 0xe3),
                "{}",
                sound.name()
            );
        }
    }

    #[test]
    fn a_part_is_shorter_than_the_whole() {
        let part = Sound::RuCallStereo.first(10);
        assert_eq!(part.len(), 139 * 288);
        assert_eq!(
            Sound::RuCallStereo.first(500).len(),
            Sound::RuCallStereo.file().len()
        );
    }
}
