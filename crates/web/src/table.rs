//! Clients as a table, written page by page while it is sent: however many there are, few are held at once.

use bytes::Bytes;
use desk::Desk;
use desk::clients::ClientTable;
use domain::Actor;
use futures_util::{Stream, StreamExt, stream as streams};
use store::clients::ClientFilter;
use store::{Cursor, Slice};

use crate::problem::{Problem, Result};

/// What a table holds and how it is written.
pub(crate) struct Wanted {
    /// Whom.
    pub(crate) filter: ClientFilter,
    /// Whether cells are parted by a comma instead of `;`.
    pub(crate) comma: bool,
    /// Whether it begins with the mark that tells spreadsheets of UTF-8.
    pub(crate) mark: bool,
}

/// Where the next page begins.
enum Next {
    At(Option<Cursor>),
    End,
}

struct Sending {
    desk: Desk,
    actor: Actor,
    wanted: Wanted,
    table: ClientTable,
}

/// The table's bytes. A failure on the way breaks the download off: half a table must not look whole.
pub(crate) async fn stream(
    desk: Desk,
    actor: Actor,
    wanted: Wanted,
) -> Result<impl Stream<Item = std::result::Result<Bytes, std::io::Error>>> {
    let table = desk.client_table(&actor, wanted.comma).await?;
    let head = Bytes::from(table.head(wanted.mark)?);
    let sending = Sending {
        desk,
        actor,
        wanted,
        table,
    };
    let lines = streams::unfold((sending, Next::At(None)), |(sending, next)| async move {
        let Next::At(after) = next else { return None };
        match sending.page(after).await {
            Ok((bytes, Some(next))) => Some((Ok(bytes), (sending, Next::At(Some(next))))),
            Ok((bytes, None)) => Some((Ok(bytes), (sending, Next::End))),
            Err(problem) => {
                tracing::error!(?problem, "a table of clients broke off");
                let broken = std::io::Error::other("the table broke off");
                Some((Err(broken), (sending, Next::End)))
            }
        }
    });
    Ok(streams::iter([Ok(head)]).chain(lines))
}

impl Sending {
    async fn page(
        &self,
        after: Option<Cursor>,
    ) -> std::result::Result<(Bytes, Option<Cursor>), Problem> {
        let slice = Slice {
            after,
            ..Slice::first(Slice::MOST)
        };
        let page = self
            .desk
            .clients(&self.actor, &self.wanted.filter, slice)
            .await?;
        let views = self.desk.client_views(&self.actor, page.items).await?;
        Ok((Bytes::from(self.table.lines(&views)?), page.next))
    }
}
