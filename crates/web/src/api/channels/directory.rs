//! `/channels/{id}/operators` and `/channels/{id}/virtual_numbers`: what the PBX's account holds.

use axum::Json;
use axum::extract::State;
use desk::phone::{Directory, Linked, OwnNumber, Readiness};
use desk::{Desk, Thing};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::shape::text;
use crate::api::{Asked, At};
use crate::problem::Result;
use crate::who::Keyed;

/// Who works in the account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Operators)]
pub(super) struct Operators {
    items: Vec<Operator>,
    /// When the telephony was asked.
    fetched_at: Timestamp,
}

/// An employee of the account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChannelOperator)]
struct Operator {
    /// The operator's ID.
    #[schema(example = "391001")]
    id: String,
    name: String,
    email: Option<String>,
    extension: Option<String>,
    phones: Vec<Phone>,
    /// What they are at the moment, in the account's words.
    #[schema(example = "Доступен")]
    status: Option<String>,
    /// `ready`, `no_phone`, `not_registered` (the softphone does not run) or `away` (takes no clients' calls).
    #[schema(example = "ready")]
    readiness: &'static str,
    /// The agents who are this operator.
    agent_ids: Vec<String>,
    /// The agent who may be: by e-mail, else by name.
    likely_agent_id: Option<String>,
}

/// A telephone of an employee.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OperatorPhone)]
struct Phone {
    #[schema(example = "0288101")]
    number: String,
    /// Whether it is rung at all.
    active: bool,
    /// Whether it is there to ring; `null` for numbers that do not register.
    registered: Option<bool>,
}

/// The account's numbers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VirtualNumbers)]
pub(super) struct Numbers {
    items: Vec<Number>,
    /// When the telephony was asked.
    fetched_at: Timestamp,
}

/// A number of the account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VirtualNumber)]
struct Number {
    /// E.164.
    #[schema(example = "+74951500000")]
    number: String,
    name: Option<String>,
    active: bool,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// `true` asks the telephony anew; else what is younger than ten minutes will do.
    #[param(value_type = Option<bool>)]
    fresh: Option<String>,
}

/// A channel's operators
///
/// Each with the agents who they are. For administrators and supervisors.
#[utoipa::path(get, path = "/channels/{id}/operators", tag = "channels", params(("id" = String, Path, description = "The channel's id"), Wanted),
    responses((status = 200, body = Operators)))]
pub(super) async fn operators(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Operators>> {
    let channel = desk.channel(&actor, at.id(Thing::Channel)?).await?;
    let anew = wanted.fresh.as_deref() == Some("true");
    let directory = desk.fresh_directory(&actor, channel.id, anew).await?;
    let linked = desk.linked_operators(&actor, &channel, &directory).await?;
    Ok(Json(Operators {
        items: linked.into_iter().map(operator).collect(),
        fetched_at: directory.fetched_at,
    }))
}

/// A channel's virtual numbers
///
/// For everybody who works in the channel.
#[utoipa::path(get, path = "/channels/{id}/virtual_numbers", tag = "channels", params(("id" = String, Path, description = "The channel's id")),
    responses((status = 200, body = Numbers)))]
pub(super) async fn numbers(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Numbers>> {
    let id = at.id(Thing::Channel)?;
    let Directory {
        numbers,
        fetched_at,
        ..
    } = desk.own_numbers(&actor, id).await?;
    Ok(Json(Numbers {
        items: numbers.into_iter().map(number).collect(),
        fetched_at,
    }))
}

fn operator(one: Linked) -> Operator {
    let readiness = match one.operator.readiness() {
        Readiness::Ready => "ready",
        Readiness::NoPhone => "no_phone",
        Readiness::NotRegistered => "not_registered",
        Readiness::Away => "away",
    };
    let phones = one.operator.phones.into_iter().map(|phone| Phone {
        number: phone.number,
        active: phone.is_active,
        registered: phone.is_registered,
    });
    Operator {
        id: text(&one.operator.id),
        name: one.operator.name,
        email: one.operator.email,
        extension: one.operator.extension,
        phones: phones.collect(),
        status: one.operator.status,
        readiness,
        agent_ids: one.agents.iter().map(|agent| text(agent.id)).collect(),
        likely_agent_id: one.likely.map(|agent| text(agent.id)),
    }
}

fn number(own: OwnNumber) -> Number {
    Number {
        number: text(&own.number),
        name: own.name,
        active: own.is_active,
    }
}
