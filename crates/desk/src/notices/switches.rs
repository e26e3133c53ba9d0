//! What somebody wants to be told, and how.

use domain::Actor;
use store::notices::{self as kept, Switch};

use super::NoticeKind;
use crate::{Desk, Result};

/// How somebody is told of one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switches {
    /// What kind of thing.
    pub kind: NoticeKind,
    /// On the page that is open.
    pub in_page: bool,
    /// By the browser, when no page of ours is in sight.
    pub in_browser: bool,
    /// With a sound.
    pub sound: bool,
}

impl Switches {
    /// As the desk means it until somebody says otherwise.
    #[must_use]
    pub fn of(kind: NoticeKind) -> Self {
        Self {
            kind,
            in_page: true,
            in_browser: true,
            sound: match kind {
                NoticeKind::Assigned | NoticeKind::ReminderDue | NoticeKind::CallbackOverdue => {
                    true
                }
                NoticeKind::Mentioned | NoticeKind::ChannelSilent => false,
            },
        }
    }
}

impl Desk {
    /// How the asker is told of each kind that concerns them.
    pub async fn notice_switches(&self, actor: &Actor) -> Result<Vec<Switches>> {
        let mut conn = self.store.read().await?;
        let set = kept::switches(&mut conn, actor.agent).await?;
        let all = NoticeKind::ALL.into_iter();
        let own = all.filter(|kind| kind.concerns(actor.role));
        Ok(own.map(|kind| switches(kind, &set)).collect())
    }

    /// Sets how the asker is told. A kind that is neither shown nor announced is not noted for them at all.
    pub async fn set_notice_switches(&self, actor: &Actor, wanted: &[Switches]) -> Result<()> {
        let mut tx = self.store.begin().await?;
        for one in wanted {
            let switch = Switch {
                kind: one.kind.as_str().to_owned(),
                in_page: one.in_page,
                in_browser: one.in_browser,
                sound: one.sound,
            };
            kept::set_switch(&mut tx, actor.agent, &switch).await?;
        }
        Ok(tx.commit().await?)
    }
}

fn switches(kind: NoticeKind, set: &[Switch]) -> Switches {
    let own = set.iter().find(|switch| switch.kind == kind.as_str());
    own.map_or_else(
        || Switches::of(kind),
        |switch| Switches {
            kind,
            in_page: switch.in_page,
            in_browser: switch.in_browser,
            sound: switch.sound,
        },
    )
}
