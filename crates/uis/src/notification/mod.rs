//! A notification: everything the platform may say about a call, each parameter in its type.

mod local_time;
mod parameters;
mod zone;

use serde::{Deserialize, Serialize};

pub use local_time::{LocalTime, TimeError};
pub use parameters::Kind;
pub(crate) use parameters::Slot;
use parameters::{parameters, value_of};

parameters! {
    /// What one notification said. Every field may be absent: the body is the account owner's own
    /// template, and the platform writes `null` for what it does not know.
    ///
    /// Phones are digits as they arrived, durations are seconds, times are the account's wall clock.
    /// The evidence for each parameter is in the table of the [crate's docs](crate).
    #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Notification {
        /// The call: the same number in all notifications about it. Beyond 2³² since 2024.
        call_session_id: Number,
        /// The account.
        app_id: Number,
        /// The contact (call, chat, message); equal to the call's id in today's examples, not for sure.
        communication_id: Number,
        /// How many times this visitor has been in contact, this one included.
        communication_number: Number,
        /// `call`, `chat`, `offline_message`, `goal` or `email`.
        communication_type: Text,
        /// What began the call: `va`, `callapi`, `sip`… An open set.
        call_source: Text,
        /// `in` or `out`.
        direction: Text,
        /// The company's number.
        virtual_phone_number: Text,
        /// The client's number in both directions.
        contact_phone_number: Text,
        /// The number shown as the caller's.
        calling_phone_number: Text,
        /// The number called; may carry digits dialled after it, `…9.2.3`.
        called_phone_number: Text,
        /// The client's name in the account's address book or CRM.
        contact_full_name: Text,
        /// The client in the account's address book.
        contact_id: Number,
        /// The client's groups in the address book.
        contact_group_ids: Numbers,
        /// Region of the client's number.
        cpn_region_id: Number,
        /// Name of that region.
        cpn_region_name: Text,
        /// What the one who began the call through the Call API passed along.
        external_id: Text,
        /// The name the owner gave to the notification: free text.
        notification_name: Text,
        /// The event, see [`Event`](crate::Event).
        notification_mnemonic: Text,
        /// When the notification was made, by the account's clock.
        notification_time: Time,
        /// The same moment in Unix seconds.
        notification_timestamp: Number,
        /// Start of the call.
        start_time: Time,
        /// Start of the talk.
        answer_time: Time,
        /// When the call was answered.
        connection_time: Time,
        /// End of the call, post-processing included.
        finish_time: Time,
        /// Seconds of talk.
        talk_time_duration: Number,
        /// Seconds of talk without holds and gaps.
        clean_talk_time_duration: Number,
        /// Seconds until the first talk.
        wait_time_duration: Number,
        /// All seconds without a talk.
        total_wait_time_duration: Number,
        /// Seconds from start to finish.
        total_time_duration: Number,
        /// Seconds the operator spent on the call after it.
        postprocess_time_duration: Number,
        /// The operator the notification is about.
        employee_id: Number,
        /// Their name.
        employee_full_name: Text,
        /// The phone or SIP line they used.
        employee_phone_number: Text,
        /// Their short number.
        extension_phone_number: Text,
        /// Their e-mail.
        employee_email: Text,
        /// All operators who took part.
        employee_ids: Numbers,
        /// Their names.
        employee_full_names: Texts,
        /// Groups of the operator.
        employee_group_ids: Numbers,
        /// Groups of operators the call went through.
        group_ids: Numbers,
        /// Groups; the meaning is not known.
        toc_group_ids: Numbers,
        /// The operator who lifted the receiver first.
        first_answered_employee_id: Number,
        /// Their name.
        first_answered_employee_full_name: Text,
        /// Their e-mail.
        first_answered_employee_email: Text,
        /// The operator who lifted the receiver last.
        last_answered_employee_id: Number,
        /// Their name.
        last_answered_employee_full_name: Text,
        /// The operator who spoke first.
        first_talked_employee_id: Number,
        /// Their name.
        first_talked_employee_full_name: Text,
        /// Their e-mail.
        first_talked_employee_email: Text,
        /// The operator who spoke last.
        last_talked_employee_id: Number,
        /// Their name.
        last_talked_employee_full_name: Text,
        /// Their e-mail.
        last_talked_employee_email: Text,
        /// Names of all operators who spoke.
        talked_employee_full_names: Texts,
        /// Names of operators who were rung and did not answer.
        noanswered_employee_full_names: Texts,
        /// Names of those of them who could have answered.
        actual_noanswered_employee_full_names: Texts,
        /// E-mails of those.
        actual_noanswered_employee_emails: Texts,
        /// The scenario that handled the call.
        scenario_id: Number,
        /// Its name.
        scenario_name: Text,
        /// Steps of the scenario the call passed.
        scenario_operation_ids: Numbers,
        /// Their names.
        scenario_operation_names: Texts,
        /// The last step.
        last_scenario_operation_id: Number,
        /// Its name.
        last_scenario_operation_name: Text,
        /// Legs of the talk.
        leg_ids: Numbers,
        /// The leg a leg event is about.
        leg_id: Number,
        /// Why the call ended, a mnemonic; see [`finish_reason_words`](crate::finish_reason_words).
        finish_reason: Text,
        /// Why the call was lost, in the platform's words.
        lost_reason: Text,
        /// Whether nobody talked to the client.
        is_lost: Flag,
        /// Whether the call was passed on.
        is_transfer: Flag,
        /// Leg events: whether this leg was passed on.
        is_transferred: Flag,
        /// Leg events: who passed it on.
        transferred_by_employee_id: Number,
        /// Leg events: whether the leg is an operator's.
        is_operator: Flag,
        /// Leg events: whether the leg failed.
        is_failed: Flag,
        /// Whether both sides are operators.
        is_internal: Flag,
        /// Hold and recording events: what was done.
        status: Text,
        /// The client's mark for the operator.
        operator_rating: Number,
        /// Links to the recordings, one per talk.
        record_file_links: Texts,
        /// Link to one recording, voice message or fax.
        file_link: Text,
        /// Its length in seconds.
        file_duration: Number,
        /// Its size.
        file_size: Number,
        /// Tags of the call.
        tag_ids: Numbers,
        /// Their names.
        tag_names: Texts,
        /// Tag events: the tag.
        tag_id: Number,
        /// Its name.
        tag_name: Text,
        /// The brand of the platform.
        tp_project: Text,
        /// Marks of the call in the account's analytics.
        attributes: Texts,
        /// The client's card in the CRM.
        crm_contact_link: Text,
        /// Group of advertising sources.
        source_group: Text,
        /// Advertising campaign.
        utm_campaign: Text,
        /// Advertisement.
        utm_content: Text,
        /// Kind of advertising.
        utm_medium: Text,
        /// Where the advertisement stood.
        utm_source: Text,
        /// Words it was found by.
        utm_term: Text,
        /// Visitor of the site.
        visitor_id: Text,
        /// Their name.
        visitor_name: Text,
        /// Their phone.
        visitor_phone_number: Text,
        /// Their e-mail.
        visitor_email: Text,
        /// Their country.
        visitor_country: Text,
        /// Their region.
        visitor_region: Text,
        /// Their city.
        visitor_city: Text,
        /// Their visit.
        session_id: Text,
        /// Speech analytics: share of the talk in which the operator spoke.
        sa_employee_speaking_share: Fraction,
    }
}
