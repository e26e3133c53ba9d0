//! One notice in words, and where it leads.

use desk::notices::{Notice, Told};
use domain::NoticeId;
use locale::Words;

use super::HERE;
use crate::frame::{Frame, Moment};

/// One notice as it is drawn.
pub(super) struct Line {
    pub(super) id: NoticeId,
    pub(super) icon: &'static str,
    /// What happened.
    pub(super) title: String,
    /// With what.
    pub(super) about: String,
    pub(super) at: Moment,
    pub(super) unread: bool,
}

impl Line {
    pub(super) fn of(told: &Told, frame: &Frame) -> Self {
        Self {
            id: told.id,
            icon: icon(&told.notice),
            title: title(told, frame),
            about: about(told, frame.t),
            at: frame.ago(told.created_at),
            unread: told.read_at.is_none(),
        }
    }
}

/// What happened, in a few words.
pub(super) fn title(told: &Told, frame: &Frame) -> String {
    let t = frame.t;
    let who = || {
        let by = told.about.by.clone();
        by.unwrap_or_else(|| t.msg_notices_somebody())
    };
    match &told.notice {
        Notice::Mentioned { .. } => t.msg_notices_mentioned(who()),
        Notice::Assigned { .. } => t.msg_notices_assigned(who()),
        Notice::ReminderDue { .. } => t.msg_notices_reminder(),
        Notice::ChannelSilent { since, .. } => t.msg_notices_silent(frame.day_or_hour(*since).text),
        Notice::CallbackOverdue { since, caller, .. } => {
            t.msg_notices_overdue(caller.as_str(), frame.day_or_hour(*since).text)
        }
    }
}

/// What it is about: the ticket or the channel.
pub(super) fn about(told: &Told, t: &Words) -> String {
    if told.notice.ticket().is_some() {
        return match &told.about.ticket {
            Some(title) => format!("№ {}. {}", title.number, title.subject.as_str()),
            None => t.msg_notices_ticket_gone(),
        };
    }
    let channel = told.about.channel.clone();
    channel.unwrap_or_else(|| t.msg_notices_channel_gone())
}

/// The page of what it is about; what is out of reach leads back to the list.
pub(super) fn goes_to(told: &Told) -> String {
    match &told.notice {
        Notice::Mentioned { entry, .. } => match &told.about.ticket {
            Some(title) => format!("/tickets/{}#{entry}", title.number),
            None => HERE.to_owned(),
        },
        Notice::Assigned { .. } | Notice::ReminderDue { .. } => match &told.about.ticket {
            Some(title) => format!("/tickets/{}", title.number),
            None => HERE.to_owned(),
        },
        Notice::CallbackOverdue { missed, .. } => format!("/missed#{missed}"),
        Notice::ChannelSilent { channel, .. } => match told.about.channel {
            Some(_) => format!("/channels/{channel}"),
            None => HERE.to_owned(),
        },
    }
}

fn icon(notice: &Notice) -> &'static str {
    match notice {
        Notice::Mentioned { .. } => "at-sign",
        Notice::Assigned { .. } => "inbox",
        Notice::ReminderDue { .. } => "clock",
        Notice::ChannelSilent { .. } => "circle-alert",
        Notice::CallbackOverdue { .. } => "phone-missed",
    }
}
