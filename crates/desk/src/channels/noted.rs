//! Changes of a channel, its tokens and its people, as the audit log keeps them.

use domain::channel::{Access, Token};
use domain::{Actor, At, Channel, PhoneNumber, TicketPolicy};
use store::{Conn, Tx, agents, groups};

use crate::Result;
use crate::audit::{Deed, Fields, Kind, Subject, record};

/// A new channel.
pub(super) async fn made(tx: &mut Tx, by: &Actor, channel: &Channel, now: At) -> Result<()> {
    let fields = Fields::none().is("provider", channel.provider.title());
    let fields = policy(fields, &TicketPolicy::default(), &channel.policy);
    record(tx, by, Deed::Created, subject(channel), fields, now).await
}

/// Other settings; of the App Secret only that there is another.
pub(super) async fn changed(
    tx: &mut Tx,
    by: &Actor,
    (before, after): (&Channel, &Channel),
    secret: bool,
    now: At,
) -> Result<()> {
    let mut fields = Fields::none()
        .changed("name", &before.name, &after.name)
        .changed("provider", before.provider.title(), after.provider.title())
        .changed("country", before.country, after.country)
        .changed("time_zone", &before.time_zone, &after.time_zone)
        .changed(
            "close_after_minutes",
            before.close_after_minutes,
            after.close_after_minutes,
        )
        .touched("hours", before.working_hours != after.working_hours)
        .maybe(
            "silence_minutes",
            before.silence_minutes.map(|minutes| minutes.to_string()),
            after.silence_minutes.map(|minutes| minutes.to_string()),
        )
        .maybe(
            "callback_minutes",
            before.callback_minutes.map(|minutes| minutes.to_string()),
            after.callback_minutes.map(|minutes| minutes.to_string()),
        )
        .changed("routes", before.routes, after.routes)
        .changed("writes_back", before.writes_back, after.writes_back);
    fields = policy(fields, &before.policy, &after.policy);
    if secret {
        fields = fields.secret("app_secret");
    }
    record(tx, by, Deed::Changed, subject(after), fields, now).await
}

/// A channel that was taken down.
pub(super) async fn deleted(tx: &mut Tx, by: &Actor, channel: &Channel, now: At) -> Result<()> {
    record(tx, by, Deed::Deleted, subject(channel), Fields::none(), now).await
}

/// A token that was made or revoked; its first and last characters tell which.
pub(super) async fn token(
    tx: &mut Tx,
    by: &Actor,
    deed: Deed,
    channel: &Channel,
    token: &Token,
    now: At,
) -> Result<()> {
    let subject = Subject::new(Kind::Token, token.id, &token.hint);
    let fields = Fields::none().is("channel", &channel.name);
    record(tx, by, deed, subject, fields, now).await
}

/// Others who are let in.
pub(super) async fn access(
    tx: &mut Tx,
    by: &Actor,
    channel: &Channel,
    (before, after): (&Access, &Access),
    now: At,
) -> Result<()> {
    let fields = Fields::none()
        .changed(
            "agents",
            people(tx, before).await?,
            people(tx, after).await?,
        )
        .changed("groups", teams(tx, before).await?, teams(tx, after).await?);
    let subject = Subject::new(Kind::Access, channel.id, &channel.name);
    record(tx, by, Deed::Changed, subject, fields, now).await
}

async fn people(conn: &mut Conn, access: &Access) -> Result<String> {
    let all = agents::names(conn).await?.into_iter();
    let let_in = all.filter(|(id, _)| access.agents.contains(id));
    Ok(listed(let_in.map(|(_, name)| name)))
}

async fn teams(conn: &mut Conn, access: &Access) -> Result<String> {
    let all = groups::list(conn).await?.into_iter();
    let let_in = all.filter(|group| access.groups.contains(&group.id));
    Ok(listed(let_in.map(|group| group.name)))
}

fn listed(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names.join(", ")
}

/// Each rule of the policy by itself, under the names that the policy has in the API.
fn policy(fields: Fields, before: &TicketPolicy, after: &TicketPolicy) -> Fields {
    let numbers = |policy: &TicketPolicy| {
        let all = policy.virtual_numbers.iter();
        listed(all.map(PhoneNumber::pretty))
    };
    fields
        .changed(
            "policy.tickets",
            before.tickets.as_str(),
            after.tickets.as_str(),
        )
        .changed(
            "policy.attach",
            before.attach.as_str(),
            after.attach.as_str(),
        )
        .changed(
            "policy.reopen_solved_within_hours",
            before.reopen_solved_within_hours,
            after.reopen_solved_within_hours,
        )
        .changed("policy.virtual_numbers", numbers(before), numbers(after))
        .changed(
            "policy.min_talk_seconds",
            before.min_talk_seconds,
            after.min_talk_seconds,
        )
        .changed(
            "policy.spammers",
            before.spammers.as_str(),
            after.spammers.as_str(),
        )
        .touched(
            "policy.outside_hours",
            before.outside_hours != after.outside_hours,
        )
}

fn subject(channel: &Channel) -> Subject {
    Subject::new(Kind::Channel, channel.id, &channel.name)
}
