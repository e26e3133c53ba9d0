//! The desk's binary: settings, commands, wiring, shutdown.

mod bench;
mod cli;
mod commands;
mod demo;
mod metering;
mod open;
mod output;
mod run;
mod settings;
mod speech_engine;
mod stop;
mod telemetry;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return output::usage(&error),
    };
    telemetry::start(matches!(
        cli.command,
        Command::Serve(_) | Command::Demo(_) | Command::Sandbox(_)
    ));
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            return output::failed(
                &anyhow::Error::new(error).context("could not start: the system gives no threads"),
            );
        }
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output::failed(&error),
    }
}
