//! Which event offers which parameters; what an event does not offer stays in the text as it is.

use crate::call::Event;

/// Offered by every event of a call.
const ALWAYS: &[&str] = &[
    "app_id",
    "call_session_id",
    "call_source",
    "called_phone_number",
    "calling_phone_number",
    "communication_id",
    "communication_number",
    "communication_type",
    "contact_full_name",
    "contact_group_ids",
    "contact_id",
    "contact_phone_number",
    "cpn_region_id",
    "cpn_region_name",
    "direction",
    "external_id",
    "notification_mnemonic",
    "notification_name",
    "notification_time",
    "notification_timestamp",
    "start_time",
    "tp_project",
    "virtual_phone_number",
    "visitor_country",
];
const SCENARIO: &[&str] = &["scenario_id", "scenario_name"];
const EMPLOYEE: &[&str] = &[
    "employee_email",
    "employee_full_name",
    "employee_group_ids",
    "employee_id",
    "employee_phone_number",
];
const EXTENSION: &[&str] = &["extension_phone_number"];
const LEG: &[&str] = &["leg_id"];
const LEGS: &[&str] = &["answer_time", "leg_ids"];
const MARK: &[&str] = &["tag_id", "tag_name"];
const TAGS: &[&str] = &["tag_ids", "tag_names"];
const FILE: &[&str] = &["file_duration", "file_link"];
const STATUS: &[&str] = &["status"];
const TALKED: &[&str] = &["talk_time_duration"];
/// What is only known at the end. `lost_reason` is not among them: only a lost call offers it.
const END: &[&str] = &[
    "actual_noanswered_employee_full_names",
    "clean_talk_time_duration",
    "connection_time",
    "employee_full_names",
    "employee_ids",
    "finish_reason",
    "finish_time",
    "first_answered_employee_full_name",
    "first_answered_employee_id",
    "first_talked_employee_email",
    "first_talked_employee_full_name",
    "first_talked_employee_id",
    "group_ids",
    "is_lost",
    "is_transfer",
    "last_answered_employee_full_name",
    "last_answered_employee_id",
    "last_scenario_operation_id",
    "last_scenario_operation_name",
    "last_talked_employee_email",
    "last_talked_employee_full_name",
    "last_talked_employee_id",
    "noanswered_employee_full_names",
    "operator_rating",
    "postprocess_time_duration",
    "record_file_links",
    "scenario_operation_ids",
    "scenario_operation_names",
    "talk_time_duration",
    "talked_employee_full_names",
    "toc_group_ids",
    "total_time_duration",
    "total_wait_time_duration",
    "wait_time_duration",
];
const LOST: &[&str] = &[
    "actual_noanswered_employee_full_names",
    "employee_full_names",
    "employee_ids",
    "finish_time",
    "group_ids",
    "last_answered_employee_full_name",
    "lost_reason",
    "noanswered_employee_full_names",
    "total_time_duration",
    "wait_time_duration",
];

/// Whether the event offers the parameter.
pub(super) fn offers(event: Event, parameter: &str) -> bool {
    ALWAYS.contains(&parameter) || groups(event).iter().any(|group| group.contains(&parameter))
}

/// All parameters that the event offers.
#[cfg(test)]
pub(crate) fn offered(event: Event) -> impl Iterator<Item = &'static str> {
    let own = groups(event).iter().flat_map(|group| group.iter());
    ALWAYS.iter().chain(own).copied()
}

fn groups(event: Event) -> &'static [&'static [&'static str]] {
    match event {
        Event::InCallSession => &[SCENARIO],
        Event::OutCallSession => &[EMPLOYEE, EXTENSION],
        Event::TalkStarted => &[SCENARIO, EMPLOYEE, EXTENSION, LEGS],
        Event::TalkFinished => &[SCENARIO, EMPLOYEE, EXTENSION, LEGS, TALKED],
        Event::CallSessionFinished => &[SCENARIO, EMPLOYEE, TAGS, END],
        Event::LostCallSession => &[SCENARIO, TAGS, LOST],
        Event::TalkRecordFile => &[SCENARIO, EMPLOYEE, TAGS, FILE],
        Event::VoiceMessage => &[SCENARIO, FILE],
        Event::InCall | Event::OutCall | Event::CallProceeding | Event::CallConnected => {
            &[EMPLOYEE, EXTENSION, LEG]
        }
        Event::CallDisconnected => &[
            EMPLOYEE,
            EXTENSION,
            LEG,
            TALKED,
            &["finish_time", "finish_reason"],
        ],
        Event::CallHoldControl => &[EMPLOYEE, LEG, STATUS],
        Event::TalkRecordControl => &[EMPLOYEE, LEGS, STATUS],
        Event::SetMark | Event::UnsetMark => &[EMPLOYEE, TAGS, MARK],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_of_a_loss_is_offered_by_the_loss_only() {
        let offering: Vec<_> = Event::ALL
            .into_iter()
            .filter(|event| offers(*event, "lost_reason"))
            .collect();
        assert_eq!(offering, [Event::LostCallSession]);
    }

    #[test]
    fn the_extension_is_not_offered_at_the_end() {
        assert!(offers(Event::TalkStarted, "extension_phone_number"));
        assert!(!offers(
            Event::CallSessionFinished,
            "extension_phone_number"
        ));
    }

    #[test]
    fn the_end_is_not_known_at_the_beginning() {
        assert!(!offers(Event::InCallSession, "finish_time"));
        assert!(!offers(Event::TalkStarted, "is_lost"));
    }
}
