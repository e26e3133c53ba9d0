//! A file of which is known how far it has been read.

use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use symphonia::core::io::MediaSource;

pub(super) struct Counted {
    file: File,
    length: u64,
    place: Arc<AtomicU64>,
}

/// How far a file has been read.
pub(super) struct Progress {
    length: u64,
    place: Arc<AtomicU64>,
}

impl Counted {
    pub(super) fn new(file: File) -> Result<(Self, Progress)> {
        let length = file.metadata()?.len();
        let place = Arc::new(AtomicU64::new(0));
        let progress = Progress {
            length,
            place: Arc::clone(&place),
        };
        let counted = Self {
            file,
            length,
            place,
        };
        Ok((counted, progress))
    }
}

impl Progress {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a fraction for people needs no more digits"
    )]
    pub(super) fn fraction(&self) -> f32 {
        let place = self.place.load(Ordering::Relaxed).min(self.length);
        place as f32 / self.length.max(1) as f32
    }
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.file.read(buffer)?;
        self.place.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let place = self.file.seek(to)?;
        self.place.store(place, Ordering::Relaxed);
        Ok(place)
    }
}

impl MediaSource for Counted {
    fn is_seekable(&self) -> bool {
        true
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.length)
    }
}
