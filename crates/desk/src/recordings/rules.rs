//! A channel's rules about its recordings are read, tried out and changed.

use domain::recording::{Listening, Rules};
use domain::{Actor, At, Channel, ChannelId};
use store::recordings::{self, Standing};
use store::{Conn, Tx};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::channels::administered;
use crate::fault::Faults;
use crate::{Desk, Result, Why};

/// A channel's rules as typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct RulesForm {
    /// Which agents may listen: `everybody`, `own_calls`, `supervisors`.
    pub listening: Option<String>,
    /// For how many days recordings are kept; `Some(None)`: for good.
    pub keep_days: Option<Option<i64>>,
    /// For how many days the provider keeps them.
    pub provider_days: Option<i64>,
    /// In which channel of a stereo recording the agent speaks: 0 is left.
    pub agent_side: Option<i64>,
}

/// How a channel's recordings stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Its rules.
    pub rules: Rules,
    /// How many are how far.
    pub standing: Vec<Standing>,
    /// How many only the provider has.
    pub only_there: i64,
    /// When the provider is likely to throw the first of them away.
    pub lost_at: Option<At>,
}

/// What rules would do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    /// What would go.
    pub goes: Option<Standing>,
    /// What is as old and must stay.
    pub stays: Option<Standing>,
}

impl Desk {
    /// A channel's recordings and rules, for administrators.
    pub async fn recordings_board(&self, actor: &Actor, id: ChannelId) -> Result<Board> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, id).await?;
        let rules = recordings::rules(&mut conn, id).await?;
        let standing = recordings::standing(&mut conn, id).await?;
        let there =
            |one: &&Standing| matches!(one.state.as_str(), "expected" | "fetching" | "failed");
        let only_there = standing.iter().filter(there);
        let oldest = only_there.clone().filter_map(|one| one.oldest).min();
        Ok(Board {
            only_there: only_there.map(|one| one.count).sum(),
            lost_at: oldest.map(|oldest| rules.lost_at(oldest)),
            rules,
            standing,
        })
    }

    /// What would go now if recordings were kept for so many days.
    pub async fn what_would_go(&self, actor: &Actor, id: ChannelId, days: i64) -> Result<Going> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, id).await?;
        let rules = Rules {
            keep_days: Some(days.clamp(1, Rules::MOST_DAYS)),
            ..Rules::default()
        };
        going(&mut conn, id, &rules, self.now()).await
    }

    /// Changes a channel's rules. Nothing goes before the night.
    pub async fn set_recording_rules(
        &self,
        actor: &Actor,
        id: ChannelId,
        form: &RulesForm,
    ) -> Result<Rules> {
        let mut tx = self.store.begin().await?;
        let channel = administered(&mut tx, actor, id).await?;
        let before = recordings::rules(&mut tx, id).await?;
        let mut faults = Faults::none();
        let after = form.read(&mut faults, before.clone());
        faults.check()?;
        recordings::set_rules(&mut tx, id, &after).await?;
        if before.agent_side != after.agent_side {
            recordings::turn_round(&mut tx, id, after.agent_side).await?;
        }
        note(&mut tx, actor, &channel, (&before, &after), self.now()).await?;
        tx.commit().await?;
        Ok(after)
    }
}

pub(super) async fn going(conn: &mut Conn, id: ChannelId, rules: &Rules, now: At) -> Result<Going> {
    let Some(before) = rules.kept_since(now) else {
        return Ok(Going {
            goes: None,
            stays: None,
        });
    };
    let (goes, stays) = recordings::due_to_go(conn, id, before).await?;
    Ok(Going { goes, stays })
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    channel: &Channel,
    (before, after): (&Rules, &Rules),
    now: At,
) -> Result<()> {
    let days = |rules: &Rules| rules.keep_days.map(|days| days.to_string());
    let fields = Fields::none()
        .changed(
            "listening",
            before.listening.as_str(),
            after.listening.as_str(),
        )
        .maybe("keep_days", days(before), days(after))
        .changed("provider_days", before.provider_days, after.provider_days)
        .changed("agent_side", before.agent_side, after.agent_side);
    let subject = Subject::new(Kind::Recordings, channel.id, &channel.name);
    record(tx, actor, Deed::Changed, subject, fields, now).await
}

impl RulesForm {
    fn read(&self, faults: &mut Faults, mut rules: Rules) -> Rules {
        if let Some(typed) = &self.listening {
            let known = Listening::ALL.map(Listening::as_str).to_vec();
            let read = typed.parse().map_err(|_| Why::NotOneOf(known));
            rules.listening = faults.take("listening", read).unwrap_or(rules.listening);
        }
        if let Some(typed) = self.keep_days {
            rules.keep_days = typed.and_then(|typed| days(faults, "keep_days", typed));
        }
        if let Some(typed) = self.provider_days {
            let read = days(faults, "provider_days", typed);
            rules.provider_days = read.unwrap_or(rules.provider_days);
        }
        if let Some(typed) = self.agent_side {
            let read = u8::try_from(typed).ok().filter(|side| *side < 2);
            let read = read.ok_or(Why::NotWithin(0, 1));
            rules.agent_side = faults.take("agent_side", read).unwrap_or(rules.agent_side);
        }
        rules
    }
}

fn days(faults: &mut Faults, field: &str, typed: i64) -> Option<i64> {
    let within = (1..=Rules::MOST_DAYS).contains(&typed);
    let read = within.then_some(typed);
    faults.take(field, read.ok_or(Why::NotWithin(1, Rules::MOST_DAYS)))
}
