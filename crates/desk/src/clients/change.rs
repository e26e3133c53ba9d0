//! Changing a client.

use domain::{Actor, AgentId, Client, ClientId};
use store::Tx;
use store::client_fields::Values;

use super::form::{self, TypedPhone};
use super::values::{self, TypedValues};
use super::{diff, naming};
use crate::fault::{Faults, Why};
use crate::{Desk, Refusal, Result, Thing};

/// What to change, as typed; what is absent stays, `Some(None)` is taken away.
#[derive(Debug, Clone, Default)]
pub struct ClientChange {
    /// Name; taken away, the first number stands in its place.
    pub name: Option<Option<String>>,
    /// All numbers, the primary one first.
    pub phones: Option<Vec<TypedPhone>>,
    /// All addresses.
    pub emails: Option<Vec<String>>,
    /// Company.
    pub company: Option<Option<String>>,
    /// What to know when they call.
    pub note: Option<Option<String>>,
    /// Comes first.
    pub vip: Option<bool>,
    /// Their calls are filed as spam.
    pub spammer: Option<bool>,
    /// Who answers for them.
    pub responsible_id: Option<Option<AgentId>>,
    /// Values of fields that administrators have added; those not named stay.
    pub fields: TypedValues,
    /// The version that was looked at: refused when it is another by now.
    pub version: Option<i64>,
}

impl Desk {
    /// Changes a client. A new name is the name in all that was before, too.
    pub async fn change_client(
        &self,
        actor: &Actor,
        id: ClientId,
        change: ClientChange,
    ) -> Result<Client> {
        crate::tickets::may_change(actor)?;
        let mut tx = self.store.begin().await?;
        super::reachable(&mut tx, actor, id).await?;
        let client = self.change_within(&mut tx, actor, id, change).await?;
        tx.commit().await?;
        Ok(client)
    }

    /// The same within a transaction, whoever may see the client.
    pub(super) async fn change_within(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        id: ClientId,
        change: ClientChange,
    ) -> Result<Client> {
        let before = hold(tx, id).await?;
        if change.version.is_some_and(|seen| seen != before.version) {
            return Err(Refusal::Changed);
        }
        let old_values = store::client_fields::values_of(tx, id).await?;
        let fields = store::client_fields::list(tx).await?;
        let mut faults = Faults::none();
        let values = values::read(&mut faults, &fields, &old_values, &change.fields);
        if let Some(responsible) = change.responsible_id
            && responsible != before.responsible_id
        {
            form::check_responsible(tx, &mut faults, responsible).await?;
        }
        let mut client = changed(&mut faults, &before, change, self.options.country);
        faults.check()?;
        let changes = diff::between(tx, &before, &client, (&old_values, &values), &fields).await?;
        if changes.is_empty() {
            return Ok(before);
        }
        client.updated_at = self.now().max(before.updated_at);
        client.version += 1;
        write(tx, &client, &old_values, &values).await?;
        diff::write_down(tx, actor, &client, changes).await?;
        naming::retitle(tx, client.id, &before.name, &client.name).await?;
        Ok(client)
    }
}

/// The client, held until the end of the transaction; not one who was merged into another.
pub(super) async fn hold(tx: &mut Tx, id: ClientId) -> Result<Client> {
    if store::clients::merged_into(tx, id).await?.is_some() {
        return Err(Refusal::NotFound(Thing::Client));
    }
    store::clients::hold(tx, id)
        .await?
        .ok_or(Refusal::NotFound(Thing::Client))
}

/// Writes a client with their values.
pub(super) async fn write(
    tx: &mut Tx,
    client: &Client,
    before: &Values,
    values: &Values,
) -> Result<()> {
    store::clients::update(tx, client).await?;
    if before != values {
        store::client_fields::set_values(tx, client.id, values).await?;
    }
    Ok(())
}

fn changed(
    faults: &mut Faults,
    before: &Client,
    change: ClientChange,
    country: domain::Country,
) -> Client {
    let mut client = before.clone();
    if let Some(typed) = change.phones {
        client.phones = form::phones(faults, &typed, country);
    }
    if let Some(typed) = change.emails {
        client.emails = form::emails(faults, &typed);
    }
    if let Some(typed) = change.name {
        let name = form::line(faults, "name", typed.as_deref());
        client.named = name.is_some();
        client.name = name
            .or_else(|| client.phones.first().map(|phone| phone.number.pretty()))
            .unwrap_or_default();
    }
    if client.name.is_empty() {
        faults.add("name", Why::Required);
    }
    if let Some(typed) = change.company {
        client.company = form::line(faults, "company", typed.as_deref());
    }
    if let Some(typed) = change.note {
        client.note = form::lines(faults, "note", typed.as_deref());
    }
    client.vip = change.vip.unwrap_or(client.vip);
    client.spammer = change.spammer.unwrap_or(client.spammer);
    client.responsible_id = change.responsible_id.unwrap_or(client.responsible_id);
    client
}
