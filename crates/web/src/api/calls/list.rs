//! `GET /calls`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Why};
use domain::search::Said;
use domain::{Country, Direction, Outcome, Party, Speaker, State as CallState};
use serde::Deserialize;
use store::Slice;
use store::calls::CallFilter;
use utoipa::IntoParams;

use crate::api::paging::{self, Items};
use crate::api::shape::{Call, shape_call};
use crate::api::{Asked, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// The provider's `call_session_id`.
    #[param(value_type = Option<i64>)]
    session_id: Option<String>,
    /// `in` or `out`.
    direction: Option<String>,
    /// `ringing`, `talking` or `finished`.
    state: Option<String>,
    /// `talked`, `missed`, `failed` or `unknown`.
    outcome: Option<String>,
    /// What came of it: the id of one of `/outcome_codes`.
    outcome_id: Option<String>,
    /// An agent's id.
    agent_id: Option<String>,
    /// An agent's id: incoming calls that rang at them, whether or not they took them.
    rang_agent_id: Option<String>,
    /// A client's id.
    client_id: Option<String>,
    /// A ticket's id.
    ticket_id: Option<String>,
    /// A channel's id.
    channel_id: Option<String>,
    /// The client's number or ours, in any spelling.
    #[param(example = "8 (916) 204-18-37")]
    number: Option<String>,
    /// Our number, in any spelling.
    virtual_number: Option<String>,
    /// Talked so many seconds or longer.
    #[param(value_type = Option<i64>)]
    talk_from: Option<String>,
    /// Talked so many seconds or shorter.
    #[param(value_type = Option<i64>)]
    talk_to: Option<String>,
    /// A tag set at the provider, in whatever case.
    tag: Option<String>,
    /// Said in the call: words in any form, `"a phrase"` word by word.
    q: Option<String>,
    /// Who said it: `agent`, `client` or `unknown`.
    speaker: Option<String>,
    /// Begun at this moment or later.
    from: Option<String>,
    /// Begun before this moment.
    to: Option<String>,
    /// How many calls a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

impl Wanted {
    fn read(self, country: Country) -> Result<(CallFilter, Slice, Option<Said>)> {
        let mut faults = Faults::default();
        let f = &mut faults;
        let filter = CallFilter {
            session: form::maybe(f, "session_id", self.session_id.as_deref(), || {
                Why::NotWithin(1, i64::MAX)
            }),
            direction: form::maybe(f, "direction", self.direction.as_deref(), || {
                one_of(Direction::ALL, |d| d.as_str())
            }),
            state: form::maybe(f, "state", self.state.as_deref(), || {
                one_of(CallState::ALL, |s| s.as_str())
            }),
            outcome: form::maybe(f, "outcome", self.outcome.as_deref(), || {
                one_of(Outcome::ALL, |o| o.as_str())
            }),
            outcome_code: form::id(f, "outcome_id", self.outcome_id.as_deref()),
            agent: form::id(f, "agent_id", self.agent_id.as_deref()),
            rang_at: form::id(f, "rang_agent_id", self.rang_agent_id.as_deref()),
            client: form::id(f, "client_id", self.client_id.as_deref()),
            ticket: form::id(f, "ticket_id", self.ticket_id.as_deref()),
            channel: form::id(f, "channel_id", self.channel_id.as_deref()),
            number: number(f, "number", self.number.as_deref(), country),
            virtual_number: number(f, "virtual_number", self.virtual_number.as_deref(), country),
            talk_from: seconds(f, "talk_from", self.talk_from.as_deref()),
            talk_to: seconds(f, "talk_to", self.talk_to.as_deref()),
            tag: self.tag,
            from: form::moment(f, "from", self.from.as_deref()),
            to: form::moment(f, "to", self.to.as_deref()),
            ..CallFilter::default()
        };
        let speaker = form::maybe(f, "speaker", self.speaker.as_deref(), || {
            one_of(&Speaker::ALL, |speaker| speaker.as_str())
        });
        let said = self.q.filter(|text| !text.trim().is_empty());
        let said = said.map(|text| Said::read(&text, speaker));
        let slice = paging::slice(f, self.limit.as_deref(), self.cursor.as_deref());
        faults.check()?;
        Ok((filter, slice, said))
    }
}

fn one_of<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Why {
    Why::NotOneOf(all.iter().map(|one| name(*one)).collect())
}

/// As calls keep it: E.164, or a number inside the PBX.
fn number(
    faults: &mut Faults,
    field: &str,
    text: Option<&str>,
    country: Country,
) -> Option<String> {
    let read = |text: &str| {
        let party = Party::read(text, country);
        let kept = party.as_ref().and_then(Party::as_text).map(str::to_owned);
        kept.ok_or(Why::NotAPhone)
    };
    faults.take(field, text.map(read).transpose()).flatten()
}

/// The longest call that is believed: a week.
const LONGEST: i64 = 7 * 24 * 3600;

fn seconds(faults: &mut Faults, field: &str, text: Option<&str>) -> Option<i64> {
    form::maybe(faults, field, text, || Why::NotWithin(0, LONGEST))
}

/// Calls
///
/// The latest begun first.
#[utoipa::path(get, path = "/calls", tag = "calls", params(Wanted), responses((status = 200, body = Items<Call>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<Call>>> {
    let (filter, slice, said) = wanted.read(desk.options().country)?;
    let page = match said {
        Some(said) => {
            let heard = desk.said(&actor, &said, &filter, slice).await?;
            heard.map(|one| one.view)
        }
        None => desk.calls(&actor, &filter, slice).await?,
    };
    Ok(Json(Items::of(page, shape_call(actor.language))))
}
