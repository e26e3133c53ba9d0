//! What has come in since a browser asked last, and how its reader wants to hear of it.

use domain::{Actor, NoticeId};
use store::notices as kept;

use super::{NoticeKind, Switches, Told, seen};
use crate::{Desk, Result};

/// More at once than this are not announced one by one.
const MOST: i64 = 10;

/// What is new.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// How much is unread in all.
    pub unread: i64,
    /// The latest there is: what to ask from the next time.
    pub newest: Option<NoticeId>,
    /// What came in since, the oldest first, with the way it is announced; nothing while its reader wants quiet.
    pub items: Vec<(Told, Switches)>,
}

impl Desk {
    /// What the asker was told after this notice (`Some(None)`: after none at all); `None`: only where things stand.
    pub async fn notice_news(
        &self,
        actor: &Actor,
        after: Option<Option<NoticeId>>,
    ) -> Result<News> {
        let mut conn = self.store.read().await?;
        let unread = kept::count_unread(&mut conn, actor.agent).await?;
        let newest = kept::newest(&mut conn, actor.agent).await?;
        let fresh = match after {
            Some(after) if newest > after => {
                kept::after(&mut conn, actor.agent, after, MOST).await?
            }
            Some(_) | None => Vec::new(),
        };
        let told = seen::named(&mut conn, actor, fresh).await?;
        drop(conn);
        let items = match told.is_empty() || self.is_quiet(actor).await? {
            true => Vec::new(),
            false => self.with_switches(actor, told).await?,
        };
        Ok(News {
            unread,
            newest,
            items,
        })
    }

    async fn with_switches(&self, actor: &Actor, told: Vec<Told>) -> Result<Vec<(Told, Switches)>> {
        let all = self.notice_switches(actor).await?;
        let of = |kind: NoticeKind| {
            let own = all.iter().find(|switches| switches.kind == kind);
            own.copied().unwrap_or_else(|| Switches::of(kind))
        };
        let told = told.into_iter();
        Ok(told
            .map(|one| (one.clone(), of(one.notice.kind())))
            .collect())
    }
}
