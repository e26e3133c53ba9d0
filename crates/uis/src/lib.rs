//! The wire of the UIS telephony platform (also CoMagic, Novofon 2.0 and CallGear), for receivers.
//!
//! The platform tells of calls by HTTP notifications («Уведомления»). Their body is a text the account's
//! owner writes, with `{{parameters}}` the platform fills in, so there is no schema: this crate reads
//! whatever comes and says what it stumbled over in words the owner can act upon.
//!
//! ```
//! use uis::{Event, Request, read};
//!
//! let body = r#"{
//!   "ud_channel_token": "k7",
//!   "call_session_id": 5139032001,
//!   "direction": "in",
//!   "contact_phone_number": "79990000002",
//!   "scenario_name": {{scenario_name}},
//!   "notification_mnemonic": ""in_call_session""
//! }"#;
//! let reading = read(&Request {
//!     method: "POST",
//!     query: "",
//!     content_type: None,
//!     body: body.as_bytes(),
//! });
//!
//! let notification = reading.notification.unwrap();
//! assert_eq!(notification.call_session_id, Some(5_139_032_001));
//! assert_eq!(reading.event, Some(Event::InCallSession));
//! assert_eq!(reading.token.as_deref(), Some("k7"));
//! for finding in &reading.findings {
//!     println!("{}\n{}", finding.text(uis::Lang::En), finding.fix(uis::Lang::En));
//! }
//! ```
//!
//! [`body`] gives the four bodies to paste into the platform's cabinet; [`render`] fills a body the way
//! the platform does, for tests and emulators; [`find_token`] finds the receiver's token before anything
//! else is read; [`recognise`] names the event of a notification that does not say.
//!
//! # Asking the platform
//!
//! With the feature `client` there are clients for both of the platform's APIs: `call_api` begins and
//! steers calls, `data_api` reads and writes the account. They keep within the tariff's limits, know the
//! platform's quirks, and give failures as sentences for people in Russian and English.
//!
//! # What is known, and how surely
//!
//! *Documented*: the vendor's documentation. *Interface*: dictionaries of the vendor's own account pages.
//! *Seen*: third-party receivers and captured payloads. *Concluded*: from the others.
//!
//! | fact | certainty |
//! |---|---|
//! | `{{name}}` becomes the JSON of the value, `null` for nothing | documented, seen |
//! | an empty list and an empty text are `null` too | seen |
//! | `"{{name}}"` becomes `""value""` | seen |
//! | a parameter the event does not offer stays `{{name}}` | seen |
//! | quotes and line breaks inside of texts are escaped as JSON | concluded |
//! | with GET the template is the query; whether JSON's quotes stay is contradictory | interface, seen |
//! | Content-Type tells nothing: JSON comes as a form and as plain text | seen |
//! | untouched POST templates group parameters (`contact_info`, `call_info`…) | interface |
//! | the default GET query of a finished call lacks an `&` after `communication_number` | interface, seen |
//! | default templates carry no mnemonic; Novofon's carry `"event":"CALL_END"` | interface, seen |
//! | `notification_mnemonic` holds the event's mnemonic | seen |
//! | `call_session_id` is beyond 2³² | seen |
//! | types of `notification_*`, `start_time`, `answer_time`, `connection_time`, `finish_time`, `direction`, `leg_ids`, `record_file_links`, `contact_group_ids`, `finish_reason`, `lost_reason`, `talk_time_duration`, `postprocess_time_duration`, `file_*`, `scenario_name` | interface |
//! | types of `virtual_phone_number`, `contact_phone_number`, `employee_id`, `call_source`, `is_transfer`, `wait_time_duration`, `total_time_duration` | seen |
//! | types of the other parameters | concluded from Data API fields of the same name |
//! | `lost_reason` is a text for people and offered by the lost call alone | interface |
//! | times are `YYYY-MM-DD hh:mm:ss.sss` without a zone, sometimes without milliseconds | interface, seen |
//! | they are in the account's zone | concluded |
//! | `notification_timestamp` is the same moment as `notification_time` in Unix seconds | interface |
//! | notifications may come twice and in any order | concluded |
//! | the platform signs nothing and sends no id of the notification | seen |

#[cfg(feature = "client")]
pub mod call_api;
#[cfg(feature = "client")]
pub mod data_api;
mod event;
mod finding;
mod finish_reason;
mod lang;
mod notification;
mod read;
mod render;
#[cfg(feature = "client")]
mod rpc;
mod template;
mod token;

pub use event::{Event, How, recognise};
pub use finding::{Finding, Severity, Slip};
pub use finish_reason::finish_reason_words;
pub use lang::Lang;
pub use notification::{Kind, LocalTime, Notification, TimeError};
pub use read::{Reading, Request, read};
pub use render::render;
#[cfg(feature = "client")]
pub use rpc::{
    Body, Brand, Failure, Limits, Mnemonic, PATIENCE, Refusal, Session, Span, http_client, log_in,
};
pub use template::{Four, body};
pub use token::find_token;
