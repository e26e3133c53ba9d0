//! Where models lie, and which of them is used.

use std::path::{Path, PathBuf};

use super::{NoModel, USUAL, VOICES, header};

/// Says which of a folder's models is used when the settings name none.
const CHOSEN: &str = "chosen";

/// The folders that are looked into, in this order; new models go into the first.
#[derive(Debug, Clone)]
pub struct Folders(Vec<PathBuf>);

/// What the embedded engine needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The Whisper model.
    pub whisper: PathBuf,
    /// What tells voices from other sound.
    pub voices: PathBuf,
}

impl Folders {
    /// The folder of the settings or else of the data, then those beside the program.
    #[must_use]
    pub fn new(own: PathBuf) -> Self {
        let program = std::env::current_exe().ok();
        let beside = program.as_deref().and_then(Path::parent);
        let beside = beside.map(|folder| [folder.join("models"), folder.join("../models")]);
        Self(
            std::iter::once(own)
                .chain(beside.into_iter().flatten())
                .collect(),
        )
    }

    /// Only this folder.
    #[must_use]
    pub fn only(folder: PathBuf) -> Self {
        Self(vec![folder])
    }

    /// Where new models go.
    #[must_use]
    pub fn own(&self) -> &Path {
        self.0.first().map_or(Path::new("."), PathBuf::as_path)
    }

    /// The files of a model by its name or path, or of the one that is chosen here; nothing when one is missing.
    #[must_use]
    pub fn find(&self, model: Option<&str>) -> Option<Files> {
        let whisper = match model {
            Some(name) if name.contains('/') => Some(PathBuf::from(name)).filter(|at| at.is_file()),
            Some(name) => names(name).iter().find_map(|name| self.file(name)),
            None => self.chosen().or_else(|| self.file(USUAL)),
        };
        Some(Files {
            whisper: whisper?,
            voices: self.file(VOICES)?,
        })
    }

    /// The file of this name in the first folder that has it.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        let mut all = self.0.iter().map(|folder| folder.join(name));
        all.find(|path| path.is_file())
    }

    fn chosen(&self) -> Option<PathBuf> {
        self.0.iter().find_map(|folder| {
            let name = std::fs::read_to_string(folder.join(CHOSEN)).ok()?;
            Some(folder.join(name.trim())).filter(|path| path.is_file())
        })
    }

    /// Uses this model from now on where the settings name none.
    pub(super) fn choose(&self, name: &str) -> Result<(), NoModel> {
        let path = self.own().join(CHOSEN);
        std::fs::write(&path, name)
            .map_err(NoModel::file(format!("could not write {}", path.display())))
    }
}

/// `base` and `ggml-base-q8_0.bin` are one.
fn names(name: &str) -> [String; 4] {
    [
        name.to_owned(),
        format!("{name}.bin"),
        format!("ggml-{name}.bin"),
        format!("ggml-{name}-q8_0.bin"),
    ]
}

impl Files {
    /// The model as people call it: `whisper base`.
    #[must_use]
    pub fn name(&self) -> String {
        match header::of(&self.whisper) {
            Ok(header::Kind::Whisper(size)) => format!("whisper {size}"),
            Ok(header::Kind::Voices) | Err(_) => "whisper".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_found_by_name_by_choice_and_by_default() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::only(folder.path().to_owned());
        let put = |name: &str| std::fs::write(folder.path().join(name), "x").unwrap();
        put(USUAL);
        assert_eq!(folders.find(None), None, "voices cannot be told");
        put(VOICES);
        let whisper = |model| {
            let files = folders.find(model).unwrap();
            files.whisper.file_name().unwrap().to_owned()
        };
        assert_eq!(whisper(None), USUAL);
        assert_eq!(whisper(Some("base")), USUAL);
        assert_eq!(folders.find(Some("small")), None);
        put("ggml-small.bin");
        assert_eq!(whisper(Some("small")), "ggml-small.bin");
        folders.choose("ggml-small.bin").unwrap();
        assert_eq!(whisper(None), "ggml-small.bin");
    }
}
