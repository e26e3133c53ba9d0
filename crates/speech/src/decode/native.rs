//! Kinds of sound that are read in this process, by code that cannot reach beyond its memory.

use std::fs::File;
use std::path::Path;

use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream};
use symphonia::core::meta::MetadataOptions;

use super::source::{Counted, Progress};
use super::{MOST_CHANNELS, Shape, Unreadable};

/// A second of packets that make no sense, at the usual 20 to 50 a second, is no longer a scratch.
const MOST_BROKEN_IN_A_ROW: usize = 50;

/// A recording and what decodes it.
pub(super) struct Native {
    format: Box<dyn FormatReader>,
    decoder: Box<dyn AudioDecoder>,
    track: u32,
    progress: Option<Progress>,
}

impl Native {
    pub(super) fn open(path: &Path) -> Result<Self, Unreadable> {
        let (source, progress) = Counted::new(File::open(path)?)?;
        let mut native = Self::read_from(Box::new(source))?;
        native.progress = Some(progress);
        Ok(native)
    }

    /// Reads what another program writes.
    pub(super) fn read_from(source: Box<dyn MediaSource>) -> Result<Self, Unreadable> {
        let stream = MediaSourceStream::new(source, Default::default());
        let (options, tags) = (FormatOptions::default(), MetadataOptions::default());
        // No hint: what the name says may be a lie.
        let format = symphonia::default::get_probe()
            .probe(&Hint::new(), stream, options, tags)
            .map_err(unknown)?;
        let track = format
            .default_track(TrackType::Audio)
            .ok_or(Unreadable::Unknown)?;
        let parameters = track.codec_params.as_ref().and_then(|codec| codec.audio());
        let parameters = parameters.ok_or(Unreadable::Unknown)?;
        if let Some(channels) = parameters.channels.as_ref().map(|all| all.count())
            && channels > MOST_CHANNELS
        {
            return Err(Unreadable::Channels(channels));
        }
        let decoder = symphonia::default::get_codecs()
            .make_audio_decoder(parameters, &AudioDecoderOptions::default())
            .map_err(unknown)?;
        let track = track.id;
        Ok(Self {
            format,
            decoder,
            track,
            progress: None,
        })
    }

    /// Puts the next samples into `block`; nothing at the end.
    pub(super) fn read(&mut self, block: &mut Vec<f32>) -> Result<Option<Shape>, Unreadable> {
        let mut broken = 0;
        while broken < MOST_BROKEN_IN_A_ROW {
            let packet = match self.format.next_packet() {
                Ok(Some(packet)) => packet,
                Ok(None) => return Ok(None),
                Err(error) => return over(error).map(|()| None),
            };
            if packet.track_id != self.track {
                continue;
            }
            match self.decoder.decode(&packet) {
                Ok(buffer) if buffer.frames() > 0 => {
                    let shape = Shape {
                        rate: buffer.spec().rate(),
                        channels: buffer.spec().channels().count(),
                    };
                    buffer.copy_to_vec_interleaved(block);
                    return Ok(Some(shape));
                }
                Ok(_) | Err(Error::DecodeError(_)) => broken += 1,
                Err(error) => return over(error).map(|()| None),
            }
        }
        Ok(None)
    }

    /// How much of the file has been read.
    pub(super) fn fraction(&self) -> f32 {
        self.progress.as_ref().map_or(0.0, Progress::fraction)
    }
}

/// A file that breaks off has the sound up to there; a disk that fails has not.
fn over(error: Error) -> Result<(), Unreadable> {
    failed_disk(error).map_or(Ok(()), |error| Err(Unreadable::File(error)))
}

/// Readers of formats report their own findings in the same way, without a number of the system.
fn failed_disk(error: Error) -> Option<std::io::Error> {
    let Error::IoError(error) = error else {
        return None;
    };
    Some(error).filter(|error| error.raw_os_error().is_some())
}

fn unknown(error: Error) -> Unreadable {
    if let Error::DecodeError(what) | Error::LimitError(what) = error {
        return Unreadable::Broken(what.to_owned());
    }
    failed_disk(error).map_or(Unreadable::Unknown, Unreadable::File)
}
