//! Naming a caller: subjects that the desk has made of the number take the name, as if it had always been known.

use domain::text::Subject;
use domain::{ClientId, Language, Ticket, TicketId};
use serde::{Deserialize, Serialize};
use store::Tx;

use crate::{Result, tickets};

/// A subject that was made anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Retitled {
    ticket: TicketId,
    was: String,
    is: String,
}

impl Retitled {
    pub(super) fn is(&self) -> &str {
        &self.is
    }
}

/// Makes anew the subjects of a client's tickets that the desk has made of their old name; those that people wrote stay.
pub(super) async fn retitle(
    tx: &mut Tx,
    client: ClientId,
    was: &str,
    is: &str,
) -> Result<Vec<Retitled>> {
    if was == is {
        return Ok(Vec::new());
    }
    let mut done = Vec::new();
    for mut ticket in store::tickets::titled(tx, client, &subjects(was)).await? {
        if let Some(retitled) = retitle_one(&ticket, was, is)
            && let Ok(subject) = Subject::parse(&retitled.is)
        {
            ticket.subject = subject;
            tickets::save_by_desk(tx, &mut ticket).await?;
            done.push(retitled);
        }
    }
    Ok(done)
}

/// The same subject with another name, when the desk has made it of this one.
pub(super) fn retitle_one(ticket: &Ticket, was: &str, is: &str) -> Option<Retitled> {
    let place = subjects(was)
        .iter()
        .position(|subject| subject == ticket.subject.as_str())?;
    Some(Retitled {
        ticket: ticket.id,
        was: ticket.subject.as_str().to_owned(),
        is: subjects(is).into_iter().nth(place)?,
    })
}

/// Gives subjects back that nobody has changed since.
pub(super) async fn title_back(tx: &mut Tx, all: &[Retitled]) -> Result<()> {
    for retitled in all {
        let Some(mut ticket) = store::tickets::hold(tx, retitled.ticket).await? else {
            continue;
        };
        if ticket.subject.as_str() == retitled.is
            && let Ok(subject) = Subject::parse(&retitled.was)
        {
            ticket.subject = subject;
            tickets::save_by_desk(tx, &mut ticket).await?;
        }
    }
    Ok(())
}

/// What the desk calls a call's ticket, in all languages and for each kind of call, always in the same order.
fn subjects(name: &str) -> Vec<String> {
    let of = |language: Language| {
        let words = locale::words(language);
        [
            words.msg_subject_in(name),
            words.msg_subject_out(name),
            words.msg_subject_missed(name),
        ]
    };
    let all = Language::ALL.into_iter().flat_map(of);
    all.map(|subject| subject.chars().take(Subject::LONGEST).collect::<String>())
        .map(|subject| Subject::parse(&subject).map_or(subject, |read| read.as_str().to_owned()))
        .collect()
}
