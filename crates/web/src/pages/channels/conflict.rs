//! What somebody else changed while a form was filled in: beside what was typed stands what is there now.

use domain::Channel;
use locale::Words;

use super::super::typed::Typed;
use super::hours::HoursFields;
use super::policy;

/// Changed meanwhile.
pub(super) struct Conflict {
    /// By whom.
    pub(super) by: Option<String>,
    /// The typed fields that are different now, with what stands there.
    pub(super) fields: Vec<(String, String)>,
}

impl Conflict {
    /// What is different from what was typed.
    pub(super) fn of(channel: &Channel, by: Option<String>, typed: &Typed, t: &Words) -> Self {
        let now = present(channel, t);
        let differs = |(field, _, value): &(&str, String, String)| {
            let sent = typed.sent(field);
            sent.is_some_and(|sent| sent.trim().replace('\r', "") != value.trim())
        };
        let shown = |(_, label, value): (&str, String, String)| {
            let value = match value.trim() {
                "" => t.msg_conflict_nothing(),
                some => some.to_owned(),
            };
            (label, value)
        };
        Self {
            by,
            fields: now.into_iter().filter(differs).map(shown).collect(),
        }
    }
}

/// Every field with its label and what stands in it.
fn present(channel: &Channel, t: &Words) -> Vec<(&'static str, String, String)> {
    let mut all = vec![
        ("name", t.msg_channel_name(), channel.name.clone()),
        (
            "provider",
            t.msg_channel_provider(),
            channel.provider.as_str().to_owned(),
        ),
        (
            "country",
            t.msg_channel_country(),
            channel.country.to_string(),
        ),
        ("time_zone", t.msg_channel_zone(), channel.time_zone.clone()),
        (
            "close_after_minutes",
            t.msg_channel_close_after(),
            channel.close_after_minutes.to_string(),
        ),
    ];
    let nothing = Typed::default();
    let hours = HoursFields::over(channel, &nothing, t);
    all.extend(
        hours
            .days
            .into_iter()
            .map(|day| (day.field, day.name, day.hours)),
    );
    all.push(("holidays", t.msg_worktime_holidays(), hours.holidays));
    all.push((
        "silence_minutes",
        t.msg_silence_minutes(),
        hours.silence_minutes,
    ));
    let minutes = channel.callback_minutes;
    all.push((
        "callback_minutes",
        t.msg_calling_callback(),
        minutes.map_or_else(String::new, |minutes| minutes.to_string()),
    ));
    let labels = [
        t.msg_channel_policy_tickets(),
        t.msg_channel_policy_attach(),
        t.msg_channel_policy_reopen(),
        t.msg_policy_numbers(),
        t.msg_policy_min_talk(),
        t.msg_policy_spammers(),
        t.msg_policy_outside_priority(),
        t.msg_policy_outside_tag(),
        t.msg_policy_outside_group(),
    ];
    let policy = policy::as_typed(&channel.policy).into_iter().zip(labels);
    all.extend(policy.map(|((field, value), label)| (field, label, value)));
    all
}
