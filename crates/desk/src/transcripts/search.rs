//! Search over everything said: calls in which it was said, each with the lines that answer.

use domain::search::Said;
use domain::{Actor, Call};
use store::calls::{self, CallFilter};
use store::{Conn, Cursor, Page, Slice};

use super::seen::{SeenLine, seen_lines};
use crate::calls::{CallView, views};
use crate::{Desk, Result};

/// A call in which something was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The call.
    pub view: CallView,
    /// The lines that answer, the fullest answers first.
    pub lines: Vec<SeenLine>,
}

/// Lines of a call that are shown.
const LINES: usize = 3;
/// Pages of calls that are read for a phrase which is rarer than its words.
const ROUNDS: usize = 5;

impl Desk {
    /// Calls of this filter within reach in which this was said, the latest begun first.
    pub async fn said(
        &self,
        actor: &Actor,
        said: &Said,
        filter: &CallFilter,
        slice: Slice,
    ) -> Result<Page<Heard>> {
        let mut conn = self.store.read().await?;
        heard(&mut conn, actor, said, filter, slice).await
    }
}

pub(crate) async fn heard(
    conn: &mut Conn,
    actor: &Actor,
    said: &Said,
    filter: &CallFilter,
    mut slice: Slice,
) -> Result<Page<Heard>> {
    let mut items = Vec::new();
    if said.is_empty() {
        return Ok(Page { items, next: None });
    }
    let filter = CallFilter {
        heard: Some(said.ask().clone()),
        ..filter.clone()
    };
    let wanted = usize::try_from(slice.limit).unwrap_or_default();
    for _ in 0..ROUNDS {
        let page = calls::list(conn, &filter, &actor.reach, slice).await?;
        items.extend(answering(conn, actor, said, page.items).await?);
        slice.after = page.next;
        if slice.after.is_none() || items.len() >= wanted {
            break;
        }
    }
    let mut next = slice.after;
    if items.len() > wanted {
        items.truncate(wanted);
        next = items.last().map(|heard: &Heard| Cursor {
            key: heard.view.call.facts.started_at.as_microsecond(),
            id: heard.view.call.id.0,
        });
    }
    Ok(Page { items, next })
}

async fn answering(
    conn: &mut Conn,
    actor: &Actor,
    said: &Said,
    found: Vec<Call>,
) -> Result<Vec<Heard>> {
    let ids: Vec<_> = found.iter().map(|call| call.id).collect();
    let mut lines = seen_lines(conn, actor, &ids).await?;
    let mut heard = Vec::new();
    for view in views(conn, actor, found).await? {
        let all = lines.remove(&view.call.id).unwrap_or_default();
        let places = said.answers(all.iter().map(|seen| &seen.line));
        if places.is_empty() {
            continue;
        }
        let lines = places
            .into_iter()
            .take(LINES)
            .filter_map(|place| all.get(place).cloned());
        heard.push(Heard {
            lines: lines.collect(),
            view,
        });
    }
    Ok(heard)
}
