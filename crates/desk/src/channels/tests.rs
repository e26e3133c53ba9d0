//! Channels are set up, worked in and watched by the rules.

mod hearing_again;
mod letting_in;
mod rehearsing;
mod setting_up;
mod silence;
mod testing;
mod tokens;

use bytes::Bytes;

use crate::channels::NewChannel;
use crate::ingest::{Incoming, NotTaken};
use crate::testing::TestDesk;
use crate::{Denied, Refusal, Why};

fn told<T>(answer: crate::Result<T>) -> Vec<(String, Why)> {
    match answer.map(drop) {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|f| (f.field, f.why)).collect(),
        other => panic!("{other:?}"),
    }
}

fn fault(field: &str, why: Why) -> (String, Why) {
    (field.to_owned(), why)
}

fn is_for_admins<T>(answer: crate::Result<T>) -> bool {
    matches!(
        answer.map(drop),
        Err(Refusal::NotAllowed(Denied::AdminsOnly))
    )
}

fn is_unknown<T>(answer: crate::Result<T>) -> bool {
    matches!(answer.map(drop), Err(Refusal::NotFound(_)))
}

fn depot() -> NewChannel {
    NewChannel {
        name: "Склад".to_owned(),
        provider: "uis".to_owned(),
        ..NewChannel::default()
    }
}

/// Sends a body as the provider does, the token in the path.
async fn send(test: &TestDesk, token: &str, body: &str) -> Result<(), NotTaken> {
    let incoming = Incoming {
        tokens: vec![token.to_owned()],
        method: "POST".to_owned(),
        query: String::new(),
        content_type: None,
        body: Bytes::copy_from_slice(body.as_bytes()),
        address: None,
    };
    test.desk.take(incoming).await
}
