//! `GET /clients`.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::{ClientField, FieldId, PhoneNumber};
use serde::Deserialize;
use store::Page;
use store::clients::{ClientFilter, ClientSort, FieldMatch};
use utoipa::IntoParams;

use crate::api::paging::{self, Items};
use crate::api::shape::{Client, shape_client};
use crate::api::{Asked, form};
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
    /// `true`: those whom somebody has named; `false`: callers whom nobody has.
    #[param(value_type = Option<bool>)]
    named: Option<String>,
    /// `true`: those who come first.
    #[param(value_type = Option<bool>)]
    vip: Option<String>,
    /// `true`: those whose calls are filed as spam.
    #[param(value_type = Option<bool>)]
    spammer: Option<String>,
    /// Those whom this agent answers for.
    responsible_id: Option<String>,
    /// One of the desk's own fields, by its id or name; with `value`.
    field: Option<String>,
    /// The value that the field has.
    value: Option<String>,
    /// `changed` (when absent), `contact`, `created` or `name`.
    sort: Option<String>,
    /// How many clients a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Clients
///
/// The latest changed first, unless `sort` says otherwise.
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
    let truth = |faults: &mut Faults, field: &str, text: Option<&str>| {
        form::maybe::<bool>(faults, field, text, || {
            desk::Why::NotOneOf(vec!["true", "false"])
        })
    };
    let named = truth(&mut faults, "named", wanted.named.as_deref());
    let vip = truth(&mut faults, "vip", wanted.vip.as_deref());
    let spammer = truth(&mut faults, "spammer", wanted.spammer.as_deref());
    let responsible = form::id(
        &mut faults,
        "responsible_id",
        wanted.responsible_id.as_deref(),
    );
    let sort = faults.take("sort", sort(wanted.sort.as_deref()));
    let fields = match &wanted.field {
        Some(name) => {
            let all = desk.client_fields(&actor).await?;
            let value = wanted.value.as_deref().unwrap_or_default();
            let field = faults.take("field", field(&all, name));
            field.and_then(|field| faults.take("value", matching(field, value)))
        }
        None => None,
    };
    faults.check()?;
    let filter = ClientFilter {
        text: wanted.q,
        number,
        named,
        vip: vip.unwrap_or_default(),
        spammer: spammer.unwrap_or_default(),
        responsible,
        fields: fields.into_iter().collect(),
        sort: sort.unwrap_or_default(),
    };
    let page = desk.clients(&actor, &filter, slice).await?;
    let next = page.next;
    let items = desk.client_views(&actor, page.items).await?;
    Ok(Json(Items::of(Page { items, next }, shape_client)))
}

fn sort(text: Option<&str>) -> std::result::Result<ClientSort, desk::Why> {
    let Some(text) = text else {
        return Ok(ClientSort::default());
    };
    let known = ClientSort::ALL
        .into_iter()
        .find(|sort| sort.as_str() == text);
    known.ok_or_else(|| {
        desk::Why::NotOneOf(ClientSort::ALL.iter().map(|sort| sort.as_str()).collect())
    })
}

fn field<'a>(
    all: &'a [ClientField],
    named: &str,
) -> std::result::Result<&'a ClientField, desk::Why> {
    let is_it = |field: &&ClientField| field.id.to_string() == named || field.name == named;
    all.iter().find(is_it).ok_or(desk::Why::Unknown)
}

/// A value in any spelling; none asks for those who have none.
fn matching(
    field: &ClientField,
    value: &str,
) -> std::result::Result<(FieldId, FieldMatch), desk::Why> {
    let value = field.read(value).map_err(desk::Why::from)?;
    Ok((field.id, value.map_or(FieldMatch::Empty, FieldMatch::Is)))
}

/// A plus that was not escaped in an address arrives as a space: a number that does not read as it came is read with it.
fn number(text: &str, country: domain::Country) -> std::result::Result<PhoneNumber, desk::Why> {
    let with_plus = || PhoneNumber::parse(&format!("+{}", text.trim()), country);
    PhoneNumber::parse(text, country)
        .or_else(|_| with_plus())
        .map_err(|_| desk::Why::NotAPhone)
}
