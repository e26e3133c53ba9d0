//! When somebody works: set by themselves or an administrator; out of these hours nothing rings at them.

use domain::shifts::{Absence, Shift, Shifts};
use domain::text::one_line;
use domain::{AbsenceId, Actor, Agent, AgentId};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use store::{Conn, Tx, agents, hours as kept};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::fault::Faults;
use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Thing, Why};

/// The longest reason of an absence, in characters.
const LONGEST_REASON: usize = 200;
/// The most pieces a week can be cut into.
const MOST: usize = 50;

/// A piece of a day as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntervalForm {
    /// 1 is Monday, 7 is Sunday.
    pub day: i64,
    /// `09:00`.
    pub from: String,
    /// `18:00`.
    pub to: String,
}

/// Hours of the week as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HoursForm {
    /// IANA.
    pub time_zone: String,
    /// When.
    pub intervals: Vec<IntervalForm>,
}

/// Days off as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AbsenceForm {
    /// `2026-12-28`.
    pub first: String,
    /// The same day when it is empty.
    pub last: String,
    /// Why; may be empty.
    pub reason: String,
}

impl Desk {
    /// Somebody's hours, if they have set any, and the absences that are not over.
    pub async fn working_hours(
        &self,
        actor: &Actor,
        id: AgentId,
    ) -> Result<(Option<Shifts>, Vec<Absence>)> {
        self.agent(actor, id).await?;
        let mut conn = self.store.read().await?;
        let hours = kept::find(&mut conn, id).await?;
        let absences = kept::absences(&mut conn, id, &self.today(hours.as_ref())).await?;
        Ok((hours, absences))
    }

    /// Sets somebody's hours; nothing: they may be told things at any time. One's own, or anybody's for administrators.
    pub async fn set_working_hours(
        &self,
        actor: &Actor,
        id: AgentId,
        form: Option<&HoursForm>,
    ) -> Result<()> {
        let hours = form.map(HoursForm::read).transpose()?;
        let mut tx = self.store.begin().await?;
        let agent = whose_hours(&mut tx, actor, id).await?;
        let before = kept::find(&mut tx, id).await?;
        kept::set(&mut tx, id, hours.as_ref()).await?;
        let said = |hours: Option<&Shifts>| hours.map(in_words);
        let fields = Fields::none().maybe("hours", said(before.as_ref()), said(hours.as_ref()));
        let subject = Subject::new(Kind::Agent, id, &agent.name);
        record(&mut tx, actor, Deed::Changed, subject, fields, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Notes days on which somebody is not at work.
    pub async fn add_absence(
        &self,
        actor: &Actor,
        id: AgentId,
        form: &AbsenceForm,
    ) -> Result<Absence> {
        let absence = form.read(AbsenceId::at(self.now()))?;
        let mut tx = self.store.begin().await?;
        whose_hours(&mut tx, actor, id).await?;
        kept::add_absence(&mut tx, id, &absence).await?;
        tx.commit().await?;
        Ok(absence)
    }

    /// Takes an absence back.
    pub async fn remove_absence(
        &self,
        actor: &Actor,
        id: AgentId,
        absence: AbsenceId,
    ) -> Result<()> {
        let mut tx = self.store.begin().await?;
        whose_hours(&mut tx, actor, id).await?;
        if !kept::remove_absence(&mut tx, id, absence).await? {
            return Err(Refusal::NotFound(Thing::Absence));
        }
        Ok(tx.commit().await?)
    }

    /// Whether somebody is at work now; whoever has set no hours always is.
    pub(crate) async fn is_at_work(&self, conn: &mut Conn, id: AgentId) -> Result<bool> {
        let Some(hours) = kept::find(conn, id).await? else {
            return Ok(true);
        };
        let absences = kept::absences(conn, id, &self.today(Some(&hours))).await?;
        Ok(hours.cover(&absences, self.now()))
    }

    /// Yesterday's date, to be sure: a night shift began then.
    fn today(&self, hours: Option<&Shifts>) -> String {
        let zone = hours.map_or(self.options.time_zone.as_str(), |h| h.time_zone.as_str());
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let today = self.now().to_zoned(zone).date();
        today.yesterday().unwrap_or(today).to_string()
    }
}

async fn whose_hours(tx: &mut Tx, actor: &Actor, id: AgentId) -> Result<Agent> {
    if id != actor.agent {
        admins_only(actor)?;
    }
    let agent = agents::find(tx, id).await?;
    agent.ok_or(Refusal::NotFound(Thing::Agent))
}

impl HoursForm {
    fn read(&self) -> Result<Shifts> {
        let mut faults = Faults::none();
        let time_zone = self.time_zone.trim();
        if TimeZone::get(time_zone).is_err() {
            faults.add("time_zone", Why::NotATimeZone);
        }
        if self.intervals.len() > MOST {
            faults.add("intervals", Why::TooLong(MOST));
        }
        let mut intervals = Vec::new();
        for (place, typed) in self.intervals.iter().take(MOST).enumerate() {
            let field = |name: &str| format!("intervals[{place}].{name}");
            let day = i8::try_from(typed.day)
                .ok()
                .filter(|day| (1..=7).contains(day));
            let day = faults.take(&field("day"), day.ok_or(Why::NotWithin(1, 7)));
            let from = faults.take(&field("from"), minute(&typed.from));
            let to = faults.take(&field("to"), minute(&typed.to));
            if let (Some(day), Some(from), Some(to)) = (day, from, to) {
                intervals.push(Shift { day, from, to });
            }
        }
        faults.check()?;
        intervals.sort_by_key(|piece| (piece.day, piece.from));
        Ok(Shifts {
            time_zone: time_zone.to_owned(),
            intervals,
        })
    }
}

impl AbsenceForm {
    fn read(&self, id: AbsenceId) -> Result<Absence> {
        let mut faults = Faults::none();
        let day = |typed: &str| typed.trim().parse::<Date>().map_err(|_| Why::NotADay);
        let first = faults.take("first", day(&self.first));
        let last = match self.last.trim() {
            "" => first,
            typed => faults.take("last", day(typed)),
        };
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            faults.add("last", Why::BeforeItsStart);
        }
        let reason = match self.reason.trim() {
            "" => Some(String::new()),
            typed => faults.take("reason", one_line(typed, LONGEST_REASON)),
        };
        faults.check()?;
        let lost = Refusal::Inside("days that were checked got lost");
        let (Some(first), Some(last), Some(reason)) = (first, last, reason) else {
            return Err(lost);
        };
        Ok(Absence {
            id,
            first,
            last,
            reason,
        })
    }
}

/// Minutes since the beginning of the day; `24:00` is the beginning of the next.
fn minute(typed: &str) -> std::result::Result<i16, Why> {
    let typed = typed.trim();
    if typed == "24:00" {
        return Ok(0);
    }
    let time = Time::strptime("%H:%M", typed).map_err(|_| Why::NotATime)?;
    Ok(i16::from(time.hour()) * 60 + i16::from(time.minute()))
}

fn in_words(hours: &Shifts) -> String {
    let time = |minute: i16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let pieces = hours.intervals.iter();
    let pieces = pieces.map(|p| format!("{} {}–{}", p.day, time(p.from), time(p.to)));
    let week: Vec<String> = pieces.collect();
    format!("{}; {}", hours.time_zone, week.join(", "))
}
