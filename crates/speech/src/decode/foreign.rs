//! Kinds of sound that ffmpeg reads for us, when it is here: it writes plain WAV, and we read that as it comes.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use symphonia::core::io::ReadOnlySource;

use super::native::Native;
use super::{LONGEST_HOURS, Shape, Unreadable};

/// ffmpeg decodes hours of speech in a minute; one that says nothing for so long hangs.
const SILENCE: Duration = Duration::from_secs(120);

/// What ffmpeg is told a file to be, so that it opens nothing else in its stead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Opus in OGG.
    OggOpus,
    /// WebM or Matroska.
    WebM,
    /// GSM in WAV.
    WavGsm,
    /// Bare GSM.
    Gsm,
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::OggOpus => "Opus",
            Self::WebM => "WebM",
            Self::WavGsm | Self::Gsm => "GSM",
        }
    }

    fn demuxer(self) -> &'static str {
        match self {
            Self::OggOpus => "ogg",
            Self::WebM => "matroska",
            Self::WavGsm => "wav",
            Self::Gsm => "gsm",
        }
    }
}

/// A running ffmpeg and what it writes; it ends when this is let go.
pub(super) struct Foreign {
    native: Native,
    child: Arc<Mutex<Child>>,
    /// Tells the watch when something is waited for; the watch ends with it.
    waiting: Sender<bool>,
}

impl Foreign {
    pub(super) fn open(path: &Path, format: Format) -> Result<Self, Unreadable> {
        Self::open_with("ffmpeg", path, format)
    }

    fn open_with(program: &str, path: &Path, format: Format) -> Result<Self, Unreadable> {
        let (child, written) = start(program, path, format)?;
        let child = Arc::new(Mutex::new(child));
        let (waiting, signs) = channel();
        watch(Arc::clone(&child), signs);
        let _ = waiting.send(true);
        let read = Native::read_from(Box::new(ReadOnlySource::new(written)));
        let _ = waiting.send(false);
        match read {
            Ok(native) => Ok(Self {
                native,
                child,
                waiting,
            }),
            Err(_) => {
                end(&child);
                Err(Unreadable::Broken(format!(
                    "ffmpeg finds no {} in it",
                    format.name()
                )))
            }
        }
    }

    pub(super) fn read(&mut self, block: &mut Vec<f32>) -> Result<Option<Shape>, Unreadable> {
        // A watch that has ended has ended ffmpeg too, and so what is read.
        let _ = self.waiting.send(true);
        let read = self.native.read(block);
        let _ = self.waiting.send(false);
        read
    }
}

impl Drop for Foreign {
    fn drop(&mut self) {
        end(&self.child);
    }
}

fn start(program: &str, path: &Path, format: Format) -> Result<(Child, ChildStdout), Unreadable> {
    // A name that begins with a dash, or looks like an address, stays a file.
    let mut file = std::ffi::OsString::from("file:");
    file.push(path);
    let mut child = Command::new(program)
        .args(["-nostdin", "-v", "error", "-protocol_whitelist", "file"])
        .args(["-f", format.demuxer(), "-i"])
        .arg(file)
        .args(["-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1"])
        .args(["-t", &(LONGEST_HOURS * 3600 + 60).to_string()])
        .args(["-ar", "16000", "-c:a", "pcm_s16le", "-f", "wav"])
        .args(["-protocol_whitelist", "pipe", "pipe:1"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| {
            if error.kind() == ErrorKind::NotFound {
                Unreadable::NeedsFfmpeg(format.name())
            } else {
                Unreadable::File(error)
            }
        })?;
    match child.stdout.take() {
        Some(written) => Ok((child, written)),
        None => Err(Unreadable::Broken("ffmpeg says nothing".to_owned())),
    }
}

/// Ends an ffmpeg that hangs, so that whoever reads from it comes to the end.
fn watch(child: Arc<Mutex<Child>>, signs: Receiver<bool>) {
    std::thread::spawn(move || {
        let mut waiting = false;
        loop {
            let sign = if waiting {
                signs.recv_timeout(SILENCE)
            } else {
                signs.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match sign {
                Ok(now) => waiting = now,
                Err(RecvTimeoutError::Timeout) => return end(&child),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
}

fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    // One that has ended cannot be killed, and need not be.
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_ffmpeg_the_sentence_says_what_to_do() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let Err(refusal) = Foreign::open_with("no-such-program-here", file.path(), Format::OggOpus)
        else {
            panic!("there is no such program");
        };
        let sentence = refusal.to_string();
        assert!(
            sentence.contains("Opus") && sentence.contains("install ffmpeg"),
            "{sentence}"
        );
    }
}
