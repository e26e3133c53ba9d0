//! Properties of settings and their values in words.

use locale::Words;

/// A property's name; one without words of its own stands as it is.
pub(super) fn field(name: &str, t: &Words) -> String {
    match name.strip_prefix("policy.") {
        Some(rule) => policy(rule, t),
        None => setting(name, t),
    }
}

fn setting(name: &str, t: &Words) -> String {
    match name {
        "name" => t.msg_audit_field_name(),
        "email" => t.msg_agents_email(),
        "role" => t.msg_agents_role(),
        "language" => t.msg_agent_language(),
        "groups" => t.msg_agents_groups(),
        "members" => t.msg_groups_members(),
        "agents" => t.msg_agents_title(),
        "telephony.provider" | "provider" => t.msg_telephony_provider(),
        "telephony.operator_id" => t.msg_telephony_operator(),
        "telephony.virtual_number" => t.msg_telephony_number(),
        "app_secret" => "App Secret".to_owned(),
        "active" => t.msg_outcomes_active(),
        "place" => t.msg_outcomes_place(),
        "writes_back" => t.msg_calling_writes_back(),
        "channel" => t.msg_audit_kind_channel(),
        "owner" => t.msg_audit_field_owner(),
        "hours" => t.msg_hours_title(),
        "sessions" => t.msg_audit_field_sessions(),
        "second_factor_roles" => t.msg_security_roles(),
        "shared" => t.msg_audit_field_shared(),
        "narrowing" => t.msg_list_filter(),
        "order" => t.msg_clients_sort(),
        "text" => t.msg_macro_text(),
        "acts" => t.msg_audit_field_acts(),
        "listening" => t.msg_rules_listening(),
        "keep_days" => t.msg_rules_keep(),
        "provider_days" => t.msg_rules_provider(t.msg_sound_provider()),
        "agent_side" => t.msg_rules_side(),
        "held" => t.msg_hold_hold(),
        "whole_ticket" => t.msg_hold_all(),
        "reason" => t.msg_hold_reason(),
        other => other.to_owned(),
    }
}

fn policy(rule: &str, t: &Words) -> String {
    match rule {
        "tickets" => t.msg_channel_policy_tickets(),
        "attach" => t.msg_channel_policy_attach(),
        "reopen_solved_within_hours" => t.msg_channel_policy_reopen(),
        "virtual_numbers" => t.msg_policy_numbers(),
        "min_talk_seconds" => t.msg_policy_min_talk(),
        "spammers" => t.msg_policy_spammers(),
        "outside_hours" => t.msg_policy_outside(),
        other => other.to_owned(),
    }
}

/// A value of that property.
pub(super) fn value(name: &str, value: &str, t: &Words) -> String {
    match (name, value) {
        ("shared", "yes") | ("active" | "writes_back", "true") => t.msg_audit_yes(),
        ("shared", "no") | ("active" | "writes_back", "false") => t.msg_audit_no(),
        ("order", "newest") => t.msg_order_newest(),
        ("order", "waiting") => t.msg_order_waiting(),
        ("order", "priority") => t.msg_order_priority(),
        ("policy.tickets", "every_call") => t.msg_channel_policy_every_call(),
        ("policy.tickets", "missed") => t.msg_channel_policy_missed(),
        ("policy.tickets", "answered") => t.msg_channel_policy_answered(),
        ("policy.tickets", "never") => t.msg_channel_policy_never(),
        ("policy.attach", "open_ticket") => t.msg_channel_policy_open_ticket(),
        ("policy.attach", "always_new") => t.msg_channel_policy_always_new(),
        ("policy.spammers", "spam_ticket") => t.msg_policy_spam_ticket(),
        ("policy.spammers", "no_ticket") => t.msg_policy_no_ticket(),
        _ => value.to_owned(),
    }
}
