//! A model that somebody brings along.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::fetch::readable;
use super::header::{self, Kind};
use super::{Folders, NoModel, VOICES};

/// What was added.
#[derive(Debug, PartialEq, Eq)]
pub enum Added {
    /// A model that will be listened with.
    Whisper(PathBuf),
    /// The model that tells voices.
    Voices(PathBuf),
}

/// Copies a model of whisper.cpp into the first of the folders; a Whisper model is used from now on where the settings name none.
///
/// # Errors
/// When the file is no such model, is not complete, or cannot be copied.
pub fn add(folders: &Folders, file: &Path) -> Result<Added, NoModel> {
    let kind = header::of(file).map_err(NoModel::Wrong)?;
    let name = match kind {
        Kind::Voices => VOICES.to_owned(),
        Kind::Whisper(_) => {
            let name = file.file_name().and_then(|name| name.to_str());
            name.ok_or_else(|| NoModel::Wrong("the file's name cannot be read".to_owned()))?
                .to_owned()
        }
    };
    copy(file, folders.own(), &name).map_err(NoModel::file(format!(
        "could not copy {} to {}",
        file.display(),
        folders.own().display()
    )))?;
    let path = folders.own().join(&name);
    if kind == Kind::Voices {
        return Ok(Added::Voices(path));
    }
    folders.choose(&name)?;
    Ok(Added::Whisper(path))
}

/// What has the name is whole.
fn copy(file: &Path, folder: &Path, name: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut copy = tempfile::NamedTempFile::new_in(folder)?;
    std::io::copy(&mut File::open(file)?, copy.as_file_mut())?;
    readable(&copy)?;
    copy.as_file().sync_all()?;
    copy.persist(folder.join(name))
        .map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_model_is_refused_with_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::only(folder.path().join("models"));
        let file = folder.path().join("song.bin");
        std::fs::write(&file, "RIFF").unwrap();
        let refusal = add(&folders, &file).unwrap_err().to_string();
        assert!(refusal.contains("ggml-small.bin"), "{refusal}");
        assert!(add(&folders, &folder.path().join("none")).is_err());
        assert!(!folder.path().join("models").exists());
    }

    #[test]
    fn a_model_that_is_added_is_used() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::only(folder.path().join("models"));
        let numbers = [
            0x6767_6d6c_u32,
            51_865,
            1500,
            384,
            6,
            4,
            448,
            384,
            6,
            4,
            80,
            2007,
        ];
        let mut bytes: Vec<u8> = numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        bytes.resize(4_000_000, 0);
        let (tiny, voices) = (
            folder.path().join("ggml-tiny.bin"),
            folder.path().join("v.bin"),
        );
        std::fs::write(&tiny, bytes).unwrap();
        std::fs::write(&voices, b"lmgg\x0a\0\0\0silero-16k").unwrap();
        assert!(matches!(add(&folders, &tiny), Ok(Added::Whisper(_))));
        assert!(matches!(add(&folders, &voices), Ok(Added::Voices(_))));
        let files = folders.find(None).unwrap();
        assert_eq!(files.name(), "whisper tiny");
    }
}
