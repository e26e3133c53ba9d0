//! Where a call goes: by the channel's policy, to the client's ticket or to one of its own.

use domain::call::{Direction, Outcome};
use domain::policy::{Candidate, Place};
use domain::text::Subject;
use domain::ticket::Assigner;
use domain::timeline::Change;
use domain::{Call, Client, Decision, Party, Priority, Status, Ticket, TicketId};
use store::{Tx, tickets as kept};

use super::tell::Story;
use crate::{Result, tickets};

/// The ticket, and why this one or none; no reason when the call stays where it was.
pub(super) struct Placed {
    pub(super) ticket: Option<Ticket>,
    pub(super) why: Option<Decision>,
}

impl Story<'_> {
    /// Where the call stands now that this is known of it.
    pub(super) async fn ticket_of(
        &self,
        tx: &mut Tx,
        call: &Call,
        client: Option<&Client>,
    ) -> Result<Placed> {
        let current = match call.ticket_id {
            Some(id) => kept::hold(tx, id).await?,
            None => None,
        };
        if let Some(placed) = self.dialled_ticket(tx, call, current.as_ref()).await? {
            return Ok(placed);
        }
        match current {
            Some(ticket) if call.moved_by_hand => Ok(Placed {
                ticket: Some(ticket),
                why: None,
            }),
            Some(ticket) => self.stay(tx, call, client, ticket).await,
            None if self.wants_ticket(call, client) => self.find_place(tx, call, client).await,
            None => Ok(Placed {
                ticket: None,
                why: Some(Decision::TicketNotWanted),
            }),
        }
    }

    /// A ticket that this call opened and nobody has touched follows what becomes known of the call.
    async fn stay(
        &self,
        tx: &mut Tx,
        call: &Call,
        client: Option<&Client>,
        mut ticket: Ticket,
    ) -> Result<Placed> {
        let own = ticket.opened_by_call == Some(call.id)
            && !ticket.touched
            && ticket.status != Status::Merged;
        if !own {
            return Ok(Placed {
                ticket: Some(ticket),
                why: None,
            });
        }
        let newly_known = client.filter(|_| ticket.client_id.is_none());
        let wanted = self.wants_ticket(call, client);
        // Only then does it matter whether other calls stand in it.
        let alone = (newly_known.is_some() || !wanted) && self.is_alone(tx, &ticket, call).await?;
        if alone && !wanted {
            ticket.status = Status::Deleted;
            self.save(tx, &mut ticket).await?;
            return Ok(Placed {
                ticket: None,
                why: Some(Decision::TicketNotWanted),
            });
        }
        if let Some(client) = newly_known.filter(|_| alone)
            && let Some(other) = self.join(tx, call, client, Some(ticket.id)).await?
        {
            ticket.status = Status::Merged;
            ticket.merged_into = other.ticket.as_ref().map(|ticket| ticket.id);
            self.save(tx, &mut ticket).await?;
            return Ok(other);
        }
        let mut changed = ticket.clone();
        changed.client_id = ticket.client_id.or(client.map(|client| client.id));
        changed.subject = self.subject(call, client);
        if client.is_some_and(|client| client.spammer) && newly_known.is_some() {
            changed.status = Status::Spam;
        }
        if changed != ticket {
            self.save(tx, &mut changed).await?;
        }
        let became_spam = changed.status == Status::Spam && ticket.status != Status::Spam;
        Ok(Placed {
            why: became_spam.then_some(Decision::TicketSpam { ticket: changed.id }),
            ticket: Some(changed),
        })
    }

    async fn find_place(
        &self,
        tx: &mut Tx,
        call: &Call,
        client: Option<&Client>,
    ) -> Result<Placed> {
        if let Some(client) = client
            && let Some(joined) = self.join(tx, call, client, None).await?
        {
            return Ok(joined);
        }
        let mut ticket = self.own_ticket(tx, call, client).await?;
        self.mark(tx, call, &mut ticket).await?;
        kept::insert(tx, &ticket).await?;
        let id = ticket.id;
        let why = match ticket.status == Status::Spam {
            true => Decision::TicketSpam { ticket: id },
            false => Decision::TicketMade { ticket: id },
        };
        Ok(Placed {
            why: Some(why),
            ticket: Some(ticket),
        })
    }

    /// A ticket that this call opens.
    async fn own_ticket(
        &self,
        tx: &mut Tx,
        call: &Call,
        client: Option<&Client>,
    ) -> Result<Ticket> {
        let status = if client.is_some_and(|client| client.spammer) {
            Status::Spam
        } else {
            Status::New
        };
        Ok(Ticket {
            id: TicketId::at(self.now),
            number: kept::next_number(tx).await?,
            subject: self.subject(call, client),
            status,
            priority: Priority::Normal,
            channel_id: Some(self.channel.id),
            client_id: client.map(|client| client.id),
            assignee_id: None,
            assigned_by: Assigner::Call,
            group_id: None,
            tags: Vec::new(),
            opened_by_call: Some(call.id),
            touched: false,
            merged_into: None,
            version: 1,
            created_at: self.now,
            updated_at: self.now,
            solved_at: None,
            reminder_at: None,
        })
    }

    fn wants_ticket(&self, call: &Call, client: Option<&Client>) -> bool {
        let spammer = client.is_some_and(|client| client.spammer);
        self.channel.policy.wants_ticket(&call.facts, spammer)
    }

    /// The client's ticket that takes this call, opened again if it was solved.
    async fn join(
        &self,
        tx: &mut Tx,
        call: &Call,
        client: &Client,
        but: Option<TicketId>,
    ) -> Result<Option<Placed>> {
        let started_at = call.facts.started_at;
        let policy = &self.channel.policy;
        if !policy.looks_for_tickets() && !client.spammer {
            return Ok(None);
        }
        let theirs = kept::joinable(tx, client.id, self.channel.id, client.spammer).await?;
        let mut others = theirs.iter().filter(|ticket| Some(ticket.id) != but);
        // A spammer's calls gather in one ticket, whatever else the policy says of tickets in work.
        let place = if client.spammer {
            let spam = others.find(|ticket| ticket.status == Status::Spam);
            spam.map_or(Place::Own, |ticket| Place::Joins(ticket.id))
        } else {
            policy.place(others.map(Candidate::from), started_at)
        };
        let found = match place {
            Place::Joins(id) | Place::Reopens(id) => theirs.into_iter().find(|one| one.id == id),
            Place::Own | Place::Nowhere => None,
        };
        let Some(mut ticket) = found else {
            return Ok(None);
        };
        let why = if ticket.status == Status::Solved {
            if let Some(solved_at) = ticket.solved_at {
                kept::settle_until(tx, ticket.id, solved_at).await?;
            }
            ticket.status = Status::Open;
            ticket.solved_at = None;
            let change = Change {
                field: "status".to_owned(),
                from: Some("solved".to_owned()),
                to: Some("open".to_owned()),
            };
            tickets::write_change(tx, ticket.id, None, change, self.now).await?;
            Decision::TicketReopened { ticket: ticket.id }
        } else if client.spammer {
            Decision::TicketSpam { ticket: ticket.id }
        } else {
            Decision::TicketJoined { ticket: ticket.id }
        };
        self.save(tx, &mut ticket).await?;
        Ok(Some(Placed {
            ticket: Some(ticket),
            why: Some(why),
        }))
    }

    pub(super) async fn is_alone(&self, tx: &mut Tx, ticket: &Ticket, call: &Call) -> Result<bool> {
        let calls = store::calls::of_ticket(tx, ticket.id, 2).await?;
        Ok(calls.iter().all(|other| other.id == call.id))
    }

    pub(super) async fn save(&self, tx: &mut Tx, ticket: &mut Ticket) -> Result<()> {
        ticket.updated_at = self.now.max(ticket.updated_at);
        tickets::save_by_desk(tx, ticket).await
    }

    fn subject(&self, call: &Call, client: Option<&Client>) -> Subject {
        let words = locale::words(self.desk.options.language);
        if call.is_test() {
            return super::marking::test_subject(words, call.facts.direction);
        }
        let who = match (client, &call.facts.client) {
            (Some(client), _) => client.name.clone(),
            (None, Some(Party::Phone(number))) => number.pretty(),
            (None, Some(Party::Inside(number))) => number.clone(),
            (None, Some(Party::Withheld)) => words.msg_subject_withheld(),
            (None, None) => words.msg_subject_unknown(),
        };
        let text = match (call.facts.direction, call.facts.outcome) {
            (Direction::In, Outcome::Missed) => words.msg_subject_missed(who.as_str()),
            (Direction::In, Outcome::Talked | Outcome::Failed | Outcome::Unknown) => {
                words.msg_subject_in(who.as_str())
            }
            (Direction::Out, _) => words.msg_subject_out(who.as_str()),
        };
        let cut: String = text.chars().take(Subject::LONGEST).collect();
        Subject::parse(&cut).unwrap_or_else(|_| tickets::untitled())
    }
}
