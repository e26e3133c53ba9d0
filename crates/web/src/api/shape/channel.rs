//! A channel outside, and what belongs to one.

use desk::Desk;
use desk::channels::ReadyBody;
use domain::channel::Token;
use domain::{TicketPolicy, WorkingHours};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// A connected source of requests.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Channel {
    #[schema(example = "chan_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    #[schema(example = "Отдел доставки")]
    name: String,
    /// `uis`, `comagic`, `novofon` or `callgear`.
    #[schema(example = "uis")]
    provider: &'static str,
    /// The last characters of the App Secret; never the whole. For administrators only.
    app_secret_hint: Option<String>,
    #[schema(inline)]
    ticket_policy: Policy,
    /// Where numbers without a country code are from.
    #[schema(example = "RU")]
    country: String,
    /// The account's time zone when notifications do not tell it.
    #[schema(example = "Europe/Moscow")]
    time_zone: String,
    /// After how many minutes without a notification an unfinished call is closed.
    #[schema(example = 240)]
    close_after_minutes: i64,
    /// When calls are taken, by weekday in the channel's time zone; with no interval at all: round the clock.
    #[schema(inline)]
    working_hours: Hours,
    /// After how many minutes of working time without an event administrators are told.
    silence_minutes: Option<i64>,
    /// After how many minutes of working time a missed caller should have been called back.
    callback_minutes: Option<i64>,
    /// Whether the PBX may ask at whom to ring.
    routes: bool,
    /// Whether what agents say of their calls is written into the telephony as tags and a comment.
    writes_back: bool,
    /// Since when it has been silent, once that has been told.
    silent_since: Option<Timestamp>,
    /// Grows with each change of its settings.
    version: i64,
    /// Where the provider sends notifications to.
    #[schema(example = "https://desk.example.ru/hooks/uis")]
    hook_url: String,
    created_at: Timestamp,
}

/// Which calls make a ticket.
#[derive(Debug, Serialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = Object, example = json!({"tickets": "every_call", "attach": "open_ticket", "reopen_solved_within_hours": 72}))]
pub(super) struct Policy(pub(super) TicketPolicy);

/// When calls are taken.
#[derive(Debug, Serialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = Object, example = json!({"monday": ["09:00-13:00", "14:00-18:00"], "holidays": ["2027-01-01"]}))]
struct Hours(WorkingHours);

pub(crate) fn shape_channel(desk: &Desk) -> impl Fn(domain::Channel) -> Channel {
    let hook_url = desk.options().hook_url();
    move |channel| Channel {
        id: text(channel.id),
        name: channel.name,
        provider: channel.provider.as_str(),
        app_secret_hint: channel.app_secret_hint,
        ticket_policy: Policy(channel.policy),
        country: text(channel.country),
        time_zone: channel.time_zone,
        close_after_minutes: channel.close_after_minutes,
        working_hours: Hours(channel.working_hours),
        silence_minutes: channel.silence_minutes,
        callback_minutes: channel.callback_minutes,
        routes: channel.routes,
        writes_back: channel.writes_back,
        silent_since: channel.silent_since,
        version: channel.version,
        hook_url: hook_url.clone(),
        created_at: channel.created_at,
    }
}

/// A token that opens a channel to notifications.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChannelToken {
    #[schema(example = "tok_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// What notifications carry.
    #[schema(example = "dzv_7Hq2mXw4Rk0bTn9c1e…")]
    token: String,
    created_at: Timestamp,
    /// When a notification last came with it, give or take a minute.
    last_used_at: Option<Timestamp>,
}

pub(crate) fn shape_token((token, secret): (Token, String)) -> ChannelToken {
    ChannelToken {
        id: text(token.id),
        token: secret,
        created_at: token.created_at,
        last_used_at: token.last_used_at,
    }
}

/// The body of one of the four notifications, ready to paste into the provider's cabinet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotificationBody {
    /// The event's mnemonic.
    #[schema(example = "in_call_session")]
    event: String,
    /// The event as the provider's cabinet lists it.
    #[schema(example = "Входящий звонок")]
    name_ru: String,
    /// The same in English.
    name_en: String,
    /// The address to send to.
    address: String,
    /// The method to send by.
    #[schema(example = "POST")]
    method: &'static str,
    /// The body, with the channel's token in it.
    body: String,
}

pub(crate) fn shape_body(body: ReadyBody) -> NotificationBody {
    NotificationBody {
        event: body.event,
        name_ru: body.name_ru,
        name_en: body.name_en,
        address: body.address,
        method: body.method,
        body: body.body,
    }
}
