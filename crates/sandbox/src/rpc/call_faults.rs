//! The errors about live calls, and about what a call is begun with.

use super::fault::Fault;

/// The code of everything that is wrong with parameters.
const PARAMETERS: i64 = -32602;

impl Fault {
    pub(super) fn invalid_state() -> Self {
        Self::new(
            -32004,
            "invalid_state",
            "This cannot be done in the call's state",
        )
    }

    pub(super) fn no_leg() -> Self {
        Self::new(PARAMETERS, "leg_not_found", "The call has no such leg")
    }

    pub(super) fn no_tag(tag: i64) -> Self {
        Self::new(
            PARAMETERS,
            "tag_not_found",
            format!("There is no tag {tag}"),
        )
        .about("tag_id", &tag)
    }

    pub(super) fn duplicate_tag() -> Self {
        Self::new(PARAMETERS, "duplicate_tag", "The call has this tag already")
    }

    pub(super) fn recorded_always() -> Self {
        Self::new(
            -32003,
            "forbidden",
            "What is recorded always cannot be turned off",
        )
    }

    pub(super) fn record_started() -> Self {
        Self::new(
            PARAMETERS,
            "record_already_started",
            "The talk is recorded already",
        )
    }

    pub(super) fn record_stopped() -> Self {
        Self::new(
            PARAMETERS,
            "record_already_stopped",
            "The talk is not recorded",
        )
    }

    pub(super) fn black_listed(number: &str) -> Self {
        let message = format!("The number {number} is on the black list");
        Self::new(-32002, "contact_in_blacklist", message).about("contact", &number)
    }

    pub(super) fn no_scenario(id: i64) -> Self {
        let message = format!("There is no scenario {id}");
        Self::new(PARAMETERS, "scenario_not_found", message).about("scenario_id", &id)
    }

    pub(super) fn no_media_file(id: i64) -> Self {
        let message = format!("There is no media file {id}");
        Self::new(PARAMETERS, "media_file_not_found", message).about("media_file_id", &id)
    }

    pub(super) fn text_too_long() -> Self {
        Self::new(
            PARAMETERS,
            "tts_text_exceeded",
            "The text to speak is too long",
        )
    }

    pub(super) fn no_entity(field: &str, id: i64) -> Self {
        let message = format!("There is no {field} {id}");
        Self::new(PARAMETERS, "entity_not_found", message).about(field, &id)
    }

    pub(super) fn duplicate(field: &str, value: &str) -> Self {
        let message = format!("There is {value} already");
        Self::new(PARAMETERS, "duplicate_entity", message).about(field, &value)
    }

    pub(super) fn system_tag() -> Self {
        Self::new(
            PARAMETERS,
            "forbidden",
            "The platform's own tags stay as they are",
        )
    }

    pub(super) fn too_much(what: &str, most: usize) -> Self {
        let message = format!("At most {most} {what} at once");
        Self::new(PARAMETERS, "data_limit_exceeded", message)
    }
}
