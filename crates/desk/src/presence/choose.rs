//! Somebody says that they are away, or not to be disturbed, and until when.

use domain::presence::{Presence, PresenceChoice};
use domain::{Actor, At};
use jiff::SignedDuration;

use crate::fault::{Faults, Why};
use crate::{Desk, Refusal, Result};

/// The longest time that can be set, in minutes: a month; after that nobody remembers.
const LONGEST: i64 = 31 * 24 * 60;

/// What somebody sets, as typed.
#[derive(Debug, Clone, Default)]
pub struct PresenceForm {
    /// `online` (their tabs tell), `away` or `do_not_disturb`.
    pub state: String,
    /// Until this moment.
    pub until: Option<At>,
    /// Or for so many minutes.
    pub minutes: Option<i64>,
}

impl Desk {
    /// Sets what the asker is for their colleagues.
    pub async fn set_presence(&self, actor: &Actor, form: &PresenceForm) -> Result<()> {
        let set = form.read(self.now())?;
        let mut tx = self.store.begin().await?;
        store::presence::set(&mut tx, actor.agent, set).await?;
        Ok(tx.commit().await?)
    }

    /// What the asker has set.
    pub async fn own_presence(&self, actor: &Actor) -> Result<PresenceChoice> {
        let mut conn = self.store.read().await?;
        let set = store::presence::find(&mut conn, actor.agent).await?;
        let set = set.filter(|set| set.at(self.now()) != Presence::Online);
        Ok(set.unwrap_or(PresenceChoice::BY_TABS))
    }
}

impl PresenceForm {
    fn read(&self, now: At) -> Result<PresenceChoice> {
        let mut faults = Faults::none();
        let known = Presence::ALL.map(Presence::as_str).to_vec();
        let choice = self.state.parse().map_err(|_| Why::NotOneOf(known));
        let choice = faults.take("state", choice);
        let until = match self.minutes {
            Some(minutes) if !(1..=LONGEST).contains(&minutes) => {
                faults.add("minutes", Why::NotWithin(1, LONGEST));
                None
            }
            Some(minutes) => Some(now + SignedDuration::from_mins(minutes)),
            None => self.until,
        };
        if until.is_some_and(|until| until <= now) {
            faults.add("until", Why::NotInTheFuture);
        }
        faults.check()?;
        let choice = choice.ok_or(Refusal::Inside("a presence that was checked got lost"))?;
        Ok(match choice {
            Presence::Online => PresenceChoice::BY_TABS,
            Presence::Away | Presence::DoNotDisturb => PresenceChoice { choice, until },
        })
    }
}
