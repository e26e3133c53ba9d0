//! One command a file.

mod agent;
mod check;
mod demo;
mod migrate;
mod model;
mod replay;
mod sandbox;
mod serve;
mod token;
mod transcribe;

use anyhow::Result;

use crate::cli::{Agent, Bench, Cli, Command, Model, Token};
use crate::{bench, settings};

/// Does what was asked for.
pub async fn run(cli: Cli) -> Result<()> {
    let place = cli.place;
    match cli.command {
        Command::Serve(asked) => serve::run(settings::load(&place)?, asked).await,
        Command::Demo(asked) => demo::run(settings::load(&place)?, place, asked).await,
        Command::Sandbox(asked) => sandbox::run(place, asked).await,
        Command::Agent(Agent::Create { email, name, role }) => {
            agent::create(settings::load(&place)?, email, name, role.into()).await
        }
        Command::Token(Token::Create { agent, name }) => {
            token::create(settings::load(&place)?, agent, name).await
        }
        Command::Migrate => migrate::run(settings::load(&place)?).await,
        Command::Check => check::run(settings::load(&place)?).await,
        Command::Replay(asked) => replay::run(settings::load(&place)?, asked).await,
        Command::Model(Model::Fetch) => model::fetch(settings::load(&place)?).await,
        Command::Model(Model::Add { file }) => model::add(settings::load(&place)?, file).await,
        Command::Transcribe(asked) => transcribe::run(settings::load(&place)?, asked).await,
        Command::Bench(Bench::Ingest(asked)) => bench::ingest(asked).await,
        Command::Bench(Bench::Pages(asked)) => bench::pages(asked).await,
        Command::Bench(Bench::Ring(asked)) => bench::ring(asked).await,
        Command::Bench(Bench::Speech(asked)) => bench::speech(settings::load(&place)?, asked).await,
    }
}

/// A refusal in words for standard error.
fn refused(refusal: desk::Refusal, language: domain::Language) -> anyhow::Error {
    let words = locale::words(language);
    let problem = web::problem::Problem::from(refusal);
    if let web::problem::Problem::Invalid(faults) = &problem {
        let all = faults.iter().map(|fault| {
            format!(
                "{}: {}",
                fault.field,
                web::problem::field(&fault.why, words)
            )
        });
        return anyhow::anyhow!(all.collect::<Vec<_>>().join("; "));
    }
    anyhow::anyhow!(web::problem::detail(&problem, words))
}
