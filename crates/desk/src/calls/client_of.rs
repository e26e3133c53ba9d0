//! Whose call it is: found by the number in any spelling, made when nobody has it.

use domain::client::{Phone, PhoneKind};
use domain::text::one_line;
use domain::{At, Call, Client, ClientId, Decision, Party, PhoneNumber};
use store::Tx;
use store::clients::{self, Sharing};

use super::tell::Story;
use crate::Result;

/// The client, and why this one; no reason when it stays with the one chosen before.
pub(super) struct Chosen {
    pub(super) client: Option<Client>,
    pub(super) why: Option<Decision>,
}

impl Chosen {
    /// No client, and why.
    pub(super) fn nobody(why: Decision) -> Self {
        Self {
            client: None,
            why: Some(why),
        }
    }
}

impl Story<'_> {
    /// The client once chosen stays; one is chosen when the number is first known.
    pub(super) async fn client_of(
        &self,
        tx: &mut Tx,
        before: Option<&Call>,
        call: &Call,
    ) -> Result<Chosen> {
        let facts = &call.facts;
        let chosen = match before
            .filter(|before| before.facts.client == facts.client)
            .and_then(|call| call.client_id)
        {
            Some(id) => Chosen {
                client: clients::find(tx, id).await?,
                why: None,
            },
            None => match &facts.client {
                Some(Party::Phone(number)) => match self.dialled_client(tx, number).await? {
                    Some(dialled) => dialled,
                    None => self.by_number(tx, number, facts.started_at).await?,
                },
                Some(Party::Inside(_)) => Chosen {
                    client: None,
                    why: Some(Decision::NumberInside),
                },
                Some(Party::Withheld) => Chosen {
                    client: None,
                    why: Some(Decision::NumberWithheld),
                },
                None => Chosen {
                    client: None,
                    why: Some(Decision::NumberUnknown),
                },
            },
        };
        match chosen.client {
            Some(client) => {
                let client = self.name(tx, client, facts.client_name.as_deref()).await?;
                let is_news = client
                    .last_contact_at
                    .is_none_or(|at| at < facts.started_at);
                if is_news
                    && before.is_none_or(|before| {
                        before.client_id != Some(client.id)
                            || before.facts.started_at != facts.started_at
                    })
                {
                    clients::touch(tx, client.id, facts.started_at).await?;
                }
                Ok(Chosen {
                    client: Some(client),
                    why: chosen.why,
                })
            }
            None => Ok(chosen),
        }
    }

    async fn by_number(&self, tx: &mut Tx, number: &PhoneNumber, called_at: At) -> Result<Chosen> {
        let mut known = clients::by_number(tx, number).await?.into_iter();
        let Some(Sharing {
            client: first,
            weight,
        }) = known.next()
        else {
            let client = self.made(number, called_at);
            clients::insert(tx, &client).await?;
            return Ok(Chosen {
                why: Some(Decision::ClientMade { client: client.id }),
                client: Some(client),
            });
        };
        let others: Vec<ClientId> = known.map(|sharing| sharing.client.id).collect();
        let client = first.id;
        let why = if others.is_empty() {
            Decision::ClientKnown { client }
        } else if weight > 0 {
            Decision::ClientLearned { client, others }
        } else {
            Decision::ClientShared { client, others }
        };
        Ok(Chosen {
            client: Some(first),
            why: Some(why),
        })
    }

    fn made(&self, number: &PhoneNumber, called_at: At) -> Client {
        Client {
            id: ClientId::at(self.now),
            name: number.pretty(),
            named: false,
            phones: vec![Phone {
                number: number.clone(),
                kind: PhoneKind::of(number),
            }],
            emails: Vec::new(),
            company: None,
            note: None,
            vip: false,
            spammer: false,
            responsible_id: None,
            created_at: self.now,
            updated_at: self.now,
            last_contact_at: Some(called_at),
            version: 1,
        }
    }

    /// The provider's address book names a client whom nobody has named here.
    async fn name(&self, tx: &mut Tx, mut client: Client, name: Option<&str>) -> Result<Client> {
        let told = name.and_then(|name| one_line(name, Client::LONGEST_NAME).ok());
        if let Some(name) = told.filter(|_| !client.named) {
            client.name = name;
            client.named = true;
            client.updated_at = self.now;
            client.version += 1;
            clients::update(tx, &client).await?;
        }
        Ok(client)
    }
}
