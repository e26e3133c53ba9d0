//! `GET /clients`.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::PhoneNumber;
use serde::Deserialize;
use store::clients::ClientFilter;
use utoipa::IntoParams;

use crate::api::Asked;
use crate::api::paging::{self, Items};
use crate::api::shape::{Client, shape_client};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// A number in any spelling: everybody who has it.
    #[param(example = "8 (916) 204-18-37")]
    phone: Option<String>,
    /// Words that stand in the name, the company, the numbers or the addresses.
    q: Option<String>,
    /// How many clients a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Clients
///
/// The latest changed first.
#[utoipa::path(get, path = "/clients", tag = "clients", params(Wanted), responses((status = 200, body = Items<Client>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<Client>>> {
    let mut faults = Faults::default();
    let slice = paging::slice(
        &mut faults,
        wanted.limit.as_deref(),
        wanted.cursor.as_deref(),
    );
    let country = desk.options().country;
    let number = wanted.phone.as_deref().map(|text| number(text, country));
    let number = faults.take("phone", number.transpose()).flatten();
    faults.check()?;
    let filter = ClientFilter {
        text: wanted.q,
        number,
    };
    let page = desk.clients(&actor, &filter, slice).await?;
    Ok(Json(Items::of(page, shape_client)))
}

/// A plus that was not escaped in an address arrives as a space: a number that does not read as it came is read with it.
fn number(text: &str, country: domain::Country) -> std::result::Result<PhoneNumber, desk::Why> {
    let with_plus = || PhoneNumber::parse(&format!("+{}", text.trim()), country);
    PhoneNumber::parse(text, country)
        .or_else(|_| with_plus())
        .map_err(|_| desk::Why::NotAPhone)
}
