//! What differs between a client before and after, in words, for whoever edits them at the same time.

use domain::timeline::{Author, Change};
use domain::{Actor, AgentId, Client, ClientField, ClientId};
use store::client_fields::Values;
use store::clients::ClientChanges;
use store::{Conn, Tx};

use crate::{Desk, Result};

/// Changes shown on a client's page.
const SHOWN: i64 = 20;

impl Desk {
    /// What people have changed of a client after a version, the latest first.
    pub async fn client_changes(
        &self,
        actor: &Actor,
        id: ClientId,
        after: i64,
    ) -> Result<Vec<ClientChanges>> {
        let mut conn = self.store.read().await?;
        super::reachable(&mut conn, actor, id).await?;
        Ok(store::clients::changes(&mut conn, id, after, SHOWN).await?)
    }
}

pub(super) async fn between(
    conn: &mut Conn,
    before: &Client,
    after: &Client,
    values: (&Values, &Values),
    fields: &[ClientField],
) -> Result<Vec<Change>> {
    let names = crate::tickets::agent_names(conn, [before.responsible_id, after.responsible_id]);
    let [was, is] = if before.responsible_id == after.responsible_id {
        [None, None]
    } else {
        names.await?
    };
    let yes = |on: bool| on.then(|| "yes".to_owned());
    let mut all = vec![
        ("name".to_owned(), called(before), called(after)),
        ("phones".to_owned(), phones(before), phones(after)),
        ("emails".to_owned(), emails(before), emails(after)),
        (
            "company".to_owned(),
            before.company.clone(),
            after.company.clone(),
        ),
        ("note".to_owned(), before.note.clone(), after.note.clone()),
        ("vip".to_owned(), yes(before.vip), yes(after.vip)),
        (
            "spammer".to_owned(),
            yes(before.spammer),
            yes(after.spammer),
        ),
        ("responsible".to_owned(), was, is),
    ];
    for field in fields {
        let of = |values: &Values| values.get(&field.id).cloned();
        all.push((format!("field:{}", field.name), of(values.0), of(values.1)));
    }
    let changed = all.into_iter().filter(|(_, from, to)| from != to);
    Ok(changed
        .map(|(field, from, to)| Change { field, from, to })
        .collect())
}

/// Keeps them under the client's version.
pub(super) async fn write_down(
    tx: &mut Tx,
    actor: &Actor,
    client: &Client,
    changes: Vec<Change>,
) -> Result<()> {
    let by = ClientChanges {
        version: client.version,
        at: client.updated_at,
        author: Some(Author {
            id: actor.agent,
            name: actor.name.clone(),
        }),
        changes,
    };
    // Any id will do; this kind sorts by time.
    let id = AgentId::at(client.updated_at).0;
    Ok(store::clients::add_changes(tx, id, client.id, &by).await?)
}

fn called(client: &Client) -> Option<String> {
    client.named.then(|| client.name.clone())
}

fn phones(client: &Client) -> Option<String> {
    let all: Vec<String> = client
        .phones
        .iter()
        .map(|phone| format!("{} {}", phone.number.pretty(), phone.kind.as_str()))
        .collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn emails(client: &Client) -> Option<String> {
    let all: Vec<&str> = client.emails.iter().map(|email| email.as_str()).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
