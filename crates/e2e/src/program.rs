//! A program that a story starts: alone in its process group, so that all of it goes when the story ends.

use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::until::PATIENCE;

/// Ten seconds for answers and five for work, as the program itself has it.
const LAST_THINGS: Duration = Duration::from_secs(16);

pub(crate) struct Program {
    name: String,
    child: Child,
    output: Option<Lines<BufReader<ChildStdout>>>,
}

impl Program {
    /// Starts it; what it says on standard error goes where the test's own goes.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let name = command
            .as_std()
            .get_program()
            .to_string_lossy()
            .into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("start {name}: is it installed? bin/prepare does that"))?;
        let output = child
            .stdout
            .take()
            .map(|output| BufReader::new(output).lines());
        Ok(Self {
            name,
            child,
            output,
        })
    }

    /// What `read` makes of the first line of standard output that it recognises. Later lines are thrown away.
    pub(crate) async fn first<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        let mut output = self
            .output
            .take()
            .with_context(|| format!("read what {} says twice", self.name))?;
        let found = timeout(PATIENCE, async {
            while let Some(line) = output.next_line().await? {
                if let Some(found) = read(&line) {
                    return Ok(found);
                }
            }
            bail!("{} ended before it was ready", self.name)
        })
        .await
        .with_context(|| format!("wait until {} is ready", self.name))??;
        // A pipe that nobody empties would stop the program.
        tokio::spawn(async move { while let Ok(Some(_)) = output.next_line().await {} });
        Ok(found)
    }

    /// Asks it to stop (SIGTERM) and waits until it has, no longer than it lets its last answers and its last work take.
    pub(crate) async fn stop(mut self) -> Result<ExitStatus> {
        self.signal("TERM");
        let status = timeout(LAST_THINGS, self.child.wait())
            .await
            .with_context(|| format!("wait until {} stops after SIGTERM", self.name))?;
        status.with_context(|| format!("wait for {}", self.name))
    }

    /// The status it ended with, when it has.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child
            .try_wait()
            .with_context(|| format!("look after {}", self.name))
    }

    /// Ends all of it at once, as a power cut would.
    pub(crate) async fn kill(mut self) -> Result<()> {
        self.signal("KILL");
        let ended = timeout(PATIENCE, self.child.wait())
            .await
            .with_context(|| format!("wait until {} is killed", self.name))?;
        ended.with_context(|| format!("wait for {}", self.name))?;
        Ok(())
    }

    /// To the whole group; the shell's own `kill` is there on every machine.
    fn signal(&self, signal: &str) {
        if let Some(group) = self.child.id() {
            let sent = std::process::Command::new("sh")
                .args(["-c", &format!("kill -s {signal} -- -{group}")])
                .status();
            if !sent.is_ok_and(|status| status.success()) {
                eprintln!("could not send {signal} to {}", self.name);
            }
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.signal("KILL");
    }
}
