//! Saying what came of a call, and leaving it unsaid.

use domain::text::many_lines;
use domain::wrap_up::{Given, Hand, Stands, WrapUp};
use domain::{Actor, Call, CallId, OutcomeCodeId, Role, State, Ticket};
use store::{Conn, Tx, outcome_codes, wrap_ups};

use crate::calls::{CallView, reachable};
use crate::fault::Faults;
use crate::refusal::Clash;
use crate::tickets::{self, LONGEST_COMMENT};
use crate::{Denied, Desk, Refusal, Result, Thing, Why};

/// What came of a call, as typed.
#[derive(Debug, Clone, Default)]
pub struct OutcomeForm {
    /// Which of the outcomes there are.
    pub outcome: Option<OutcomeCodeId>,
    /// Labels for the call and its ticket.
    pub tags: Vec<String>,
    /// What is to be known besides; it is written into the ticket.
    pub note: Option<String>,
}

impl Desk {
    /// Keeps what came of a call: the labels and the note go to its ticket too. Said once more it replaces what was said, and
    /// what is the same is not written again.
    pub async fn give_outcome(
        &self,
        actor: &Actor,
        id: CallId,
        form: &OutcomeForm,
    ) -> Result<CallView> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let call = wrapped(&mut tx, actor, id).await?;
        let before = wrap_ups::find(&mut tx, id).await?;
        let known = before.as_ref().and_then(WrapUp::given);
        let given = read(&mut tx, form, known).await?;
        if known == Some(&given) {
            drop(tx);
            return self.call(actor, id).await;
        }
        self.write_into_ticket(&mut tx, actor, &call, known, &given)
            .await?;
        let hand = Hand {
            by: actor.agent,
            at: now,
        };
        let settled = settled(before, actor, &call, Stands::Given(given, hand), hand);
        wrap_ups::put(&mut tx, &call, &settled).await?;
        self.expect_write_back(&mut tx, &call).await?;
        tx.commit().await?;
        self.call(actor, id).await
    }

    /// Leaves unsaid what came of a call. What was said stays.
    pub async fn skip_outcome(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let mut tx = self.store.begin().await?;
        let call = wrapped(&mut tx, actor, id).await?;
        let before = wrap_ups::find(&mut tx, id).await?;
        if before.as_ref().is_some_and(WrapUp::is_open) {
            let hand = Hand {
                by: actor.agent,
                at: self.now(),
            };
            let settled = settled(before, actor, &call, Stands::Skipped(hand), hand);
            wrap_ups::put(&mut tx, &call, &settled).await?;
            tx.commit().await?;
        }
        self.call(actor, id).await
    }

    /// Adds what is new of it to the call's ticket.
    async fn write_into_ticket(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        call: &Call,
        known: Option<&Given>,
        given: &Given,
    ) -> Result<()> {
        let Some(ticket) = ticket(tx, actor, call).await? else {
            return Ok(());
        };
        let now = self.now();
        let said = known.and_then(|known| known.note.as_deref());
        if let Some(note) = given.note.as_deref().filter(|note| Some(*note) != said) {
            tickets::write_comment(tx, actor, &ticket, note, now).await?;
            tickets::touch(tx, ticket.id, now).await?;
        }
        let was: &[String] = known.map_or(&[], |known| &known.tags);
        tickets::label(tx, actor, ticket.id, was, &given.tags, now).await
    }
}

/// The call of which somebody may say what came of it, held until the end of the transaction.
pub(super) async fn wrapped(tx: &mut Tx, actor: &Actor, id: CallId) -> Result<Call> {
    reachable(tx, actor, id).await?;
    let call = store::calls::hold(tx, id).await?;
    let call = call.ok_or(Refusal::NotFound(Thing::Call))?;
    if !actor.role.may_call() {
        return Err(Refusal::NotAllowed(Denied::NoCalls));
    }
    if !is_theirs(actor, &call) {
        return Err(Refusal::NotAllowed(Denied::NotYourOutcome));
    }
    match call.facts.state {
        State::Finished => Ok(call),
        State::Ringing | State::Talking => Err(Refusal::Conflict(Clash::CallGoesOn)),
    }
}

async fn read(conn: &mut Conn, form: &OutcomeForm, known: Option<&Given>) -> Result<Given> {
    let mut faults = Faults::none();
    let kept = known.and_then(|known| known.outcome);
    if let Some(id) = form.outcome.filter(|id| Some(*id) != kept) {
        let codes = outcome_codes::list(conn).await?;
        if !codes.iter().any(|code| code.id == id && code.active) {
            faults.add("outcome_id", Why::Unknown);
        }
    }
    let tags = faults.take("tags", tickets::read_tags(&form.tags));
    let note = form.note.as_deref().filter(|note| !note.trim().is_empty());
    let note = note.and_then(|note| faults.take("note", many_lines(note, LONGEST_COMMENT)));
    let given = Given {
        outcome: form.outcome,
        tags: tags.unwrap_or_default(),
        note,
    };
    if given.is_empty() {
        faults.add("outcome_id", Why::Required);
    }
    faults.check()?;
    Ok(given)
}

/// What stands of it now: it goes on being asked of whom it was.
fn settled(
    before: Option<WrapUp>,
    actor: &Actor,
    call: &Call,
    stands: Stands,
    hand: Hand,
) -> WrapUp {
    let agent = call.agent_id.unwrap_or(actor.agent);
    let before = before.map(|before| (before.agent_id, before.opened_at));
    let (agent_id, opened_at) = before.unwrap_or((agent, hand.at));
    WrapUp {
        call_id: call.id,
        agent_id,
        opened_at,
        stands,
    }
}

/// The call's ticket, as long as it can be written into: what is said of the call does not wait for it.
async fn ticket(tx: &mut Tx, actor: &Actor, call: &Call) -> Result<Option<Ticket>> {
    let Some(id) = call.ticket_id else {
        return Ok(None);
    };
    match tickets::reachable(tx, actor, id).await {
        Ok(ticket) => Ok(Some(ticket).filter(|ticket| ticket.merged_into.is_none())),
        Err(Refusal::NotFound(_)) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// Whether somebody may say what came of this call now.
#[must_use]
pub fn may_give(actor: &Actor, call: &Call) -> bool {
    actor.role.may_call() && is_theirs(actor, call) && call.facts.state == State::Finished
}

fn is_theirs(actor: &Actor, call: &Call) -> bool {
    match actor.role {
        Role::Admin | Role::Supervisor => true,
        Role::Agent | Role::Internal => call.agent_id == Some(actor.agent),
    }
}
