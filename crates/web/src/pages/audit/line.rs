//! One change of a setting in words.

use desk::audit::{Deed, Field, Kind};
use locale::Words;
use store::audit::Record;

use crate::frame::{Frame, Moment};

/// One change as it is drawn.
pub(super) struct Line {
    pub(super) at: Moment,
    pub(super) who: String,
    pub(super) address: Option<String>,
    pub(super) deed: String,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) fields: Vec<Changed>,
}

/// A property before and after.
pub(super) struct Changed {
    pub(super) name: String,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) secret: bool,
}

impl Line {
    pub(super) fn of(record: &Record, frame: &Frame) -> Self {
        let t = frame.t;
        let kind: Option<Kind> = record.subject_kind.parse().ok();
        let deed: Option<Deed> = record.deed.parse().ok();
        Self {
            at: frame.exact(record.at),
            who: record.actor_name.clone(),
            address: record.address.clone(),
            deed: deed.map_or_else(|| record.deed.clone(), |deed| deed_name(deed, t)),
            kind: kind.map_or_else(|| record.subject_kind.clone(), |kind| kind_name(kind, t)),
            subject: record.subject_name.clone(),
            fields: record
                .fields
                .iter()
                .map(|field| changed(field, t))
                .collect(),
        }
    }
}

fn changed(field: &Field, t: &Words) -> Changed {
    Changed {
        name: field_name(&field.name, t),
        from: field.from.clone(),
        to: field.to.clone(),
        secret: field.secret,
    }
}

/// What kind of thing.
pub(super) fn kind_name(kind: Kind, t: &Words) -> String {
    match kind {
        Kind::Channel => t.msg_audit_kind_channel(),
        Kind::Token => t.msg_audit_kind_token(),
        Kind::Access => t.msg_audit_kind_access(),
        Kind::Agent => t.msg_audit_kind_agent(),
        Kind::Group => t.msg_audit_kind_group(),
        Kind::ApiKey => t.msg_audit_kind_api_key(),
        Kind::ClientField => t.msg_audit_kind_client_field(),
        Kind::Macro => t.msg_audit_kind_macro(),
        Kind::View => t.msg_audit_kind_view(),
        Kind::Security => t.msg_audit_kind_security(),
        Kind::Replay => t.msg_audit_kind_replay(),
    }
}

fn deed_name(deed: Deed, t: &Words) -> String {
    match deed {
        Deed::Created => t.msg_audit_created(),
        Deed::Changed => t.msg_audit_changed(),
        Deed::Deleted => t.msg_audit_deleted(),
        Deed::Revoked => t.msg_audit_revoked(),
        Deed::Shown => t.msg_audit_shown(),
        Deed::Invited => t.msg_audit_invited(),
        Deed::Deactivated => t.msg_audit_deactivated(),
        Deed::Reactivated => t.msg_audit_reactivated(),
        Deed::SignedOut => t.msg_audit_signed_out(),
        Deed::PasswordSet => t.msg_audit_password_set(),
        Deed::SecondFactorSet => t.msg_audit_factor_set(),
        Deed::SecondFactorRemoved => t.msg_audit_factor_removed(),
        Deed::RecoveryCodesMade => t.msg_audit_codes_made(),
        Deed::Restored => t.msg_audit_restored(),
    }
}

/// A property's name; one without words of its own stands as it is.
fn field_name(name: &str, t: &Words) -> String {
    match name {
        "name" => t.msg_audit_field_name(),
        "email" => t.msg_agents_email(),
        "role" => t.msg_agents_role(),
        "language" => t.msg_agent_language(),
        "groups" => t.msg_agents_groups(),
        "members" => t.msg_groups_members(),
        "agents" => t.msg_agents_title(),
        "telephony.provider" => t.msg_telephony_provider(),
        "telephony.operator_id" => t.msg_telephony_operator(),
        "telephony.virtual_number" => t.msg_telephony_number(),
        "provider" => t.msg_telephony_provider(),
        "app_secret" => "App Secret".to_owned(),
        "channel" => t.msg_audit_kind_channel(),
        "owner" => t.msg_audit_field_owner(),
        "hours" => t.msg_hours_title(),
        "sessions" => t.msg_audit_field_sessions(),
        "second_factor_roles" => t.msg_security_roles(),
        other => other.to_owned(),
    }
}
