//! Pages: drawn by the server, whole each time, renewed by themselves. One page a file.

mod agents;
mod around;
mod audit;
mod bare;
mod calls;
mod channels;
mod choices;
mod clients;
mod draw;
mod extensions;
mod find_client;
mod flash;
mod home;
mod language;
mod markdown;
mod missed;
mod mistakes;
mod named;
mod notices;
mod panes;
mod problem_page;
mod qr;
mod ring;
mod search;
mod settings;
mod setup;
mod shown_once;
mod sign_in;
mod style;
mod tickets;
mod typed;
mod views;
mod visit;
mod wallboard;
mod words;

#[cfg(test)]
mod browser;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::middleware::from_fn;

use crate::Web;

pub(crate) use calls::{no_text, said_of, speaker_name};
pub(crate) use problem_page::draw as draw_problems;

/// All pages; an address that is none of theirs, nor anybody else's, gets a page that says so.
pub fn router() -> Router<Web> {
    Router::new()
        .merge(home::router())
        .merge(agents::router())
        .merge(around::router())
        .merge(audit::router())
        .merge(calls::router())
        .merge(channels::router())
        .merge(clients::router())
        .merge(extensions::router())
        .merge(language::router())
        .merge(missed::router())
        .merge(notices::router())
        .merge(ring::router())
        .merge(search::router())
        .merge(settings::router())
        .merge(setup::router())
        .merge(sign_in::router())
        .merge(style::router())
        .merge(tickets::router())
        .merge(views::router())
        .merge(wallboard::router())
        .fallback(problem_page::nowhere)
        .layer(from_fn(flash::forget_shown))
}
