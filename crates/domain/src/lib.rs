//! What things are: ids, phone numbers, calls and their state, clients, agents, tickets, rights, time.
//!
//! Nothing here does I/O. A value that exists is valid: it was parsed at the edge.

pub mod agent;
pub mod call;
pub mod channel;
pub mod client;
pub mod client_field;
pub mod clock;
pub mod decision;
pub mod dial;
pub mod extension;
pub mod id;
pub mod language;
pub mod likeness;
pub mod macros;
pub mod mention;
pub mod missed;
pub mod notification;
pub(crate) mod numbers;
pub mod outcome_code;
pub mod phone;
pub mod policy;
pub mod presence;
pub mod promise;
pub mod recording;
pub mod rights;
pub mod routing;
pub mod search;
pub mod shifts;
pub mod silence;
pub mod summary;
pub mod text;
pub mod ticket;
pub mod timeline;
pub mod transcript;
pub mod view;
pub mod working_hours;
pub mod wrap_up;
pub mod write_back;

pub use agent::{Agent, Email, Group, Telephony};
pub use call::{Call, CallEvent, Direction, EventKind, Operator, Outcome, State};
pub use channel::{Channel, Provider};
pub use client::Client;
pub use client_field::{ClientField, FieldKind};
pub use clock::{Clock, FixedClock, SystemClock};
pub use decision::Decision;
pub use dial::{Dial, DialState};
pub use id::*;
pub use language::Language;
pub use macros::Macro;
pub use mention::Mention;
pub use outcome_code::OutcomeCode;
pub use phone::{Country, Party, PhoneNumber};
pub use policy::TicketPolicy;
pub use recording::{Recording, SoundKind};
pub use rights::{Actor, Reach, Role};
pub use ticket::{Priority, Status, Ticket};
pub use timeline::{Entry, EntryKind};
pub use transcript::{NotTranscribed, Speaker, Transcriber, Transcript, Turn, Voices, Wishes};
pub use view::{Narrowing, Order, View, Whose};
pub use working_hours::WorkingHours;
pub use wrap_up::WrapUp;

/// A moment, in whole microseconds (what both databases keep).
pub type At = jiff::Timestamp;
