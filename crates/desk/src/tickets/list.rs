//! The list of tickets as somebody sees it: what stands in it and where, what they have not seen, how many wait.

use domain::{Actor, At, Call, GroupId, Narrowing, Order, Ticket, Whose};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::tickets::{Neighbour, Standing, TicketFilter};
use store::{Cursor, Page, Slice};

use super::TicketView;
use super::seen::views;
use crate::{Desk, Result};

/// How far lists are counted: who has more has much to do.
pub const MOST_COUNTED: i64 = 100;
/// The most labels that are offered.
const MOST_TAGS_OFFERED: i64 = 300;

/// A ticket in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The ticket with its names.
    pub view: TicketView,
    /// What its calls have come to.
    pub standing: Standing,
    /// Whether something in it is new to whoever looks.
    pub unread: bool,
    /// Its place.
    pub at: Cursor,
}

impl Desk {
    /// What a narrowing means when this person looks now.
    #[must_use]
    pub fn ticket_filter(
        &self,
        actor: &Actor,
        narrowing: &Narrowing,
        order: Order,
    ) -> TicketFilter {
        let zone = TimeZone::get(&self.options.time_zone).unwrap_or(TimeZone::UTC);
        let begin = |day: Date| {
            let begin = day.to_zoned(zone.clone());
            begin.ok().map(|begin| begin.timestamp())
        };
        let day_after = |day: Date| day.checked_add(1.day()).ok();
        TicketFilter {
            statuses: narrowing.statuses.clone(),
            assignee: narrowing.whose.map(|whose| match whose {
                Whose::Me => Some(actor.agent),
                Whose::Nobody => None,
                Whose::Agent(agent) => Some(agent),
            }),
            group: narrowing.group.map(Some),
            client: narrowing.client,
            channel: narrowing.channel,
            tags: narrowing.tags.clone(),
            priorities: narrowing.priorities.clone(),
            text: narrowing.text.clone(),
            created_from: narrowing.from.and_then(begin),
            created_to: narrowing.to.and_then(day_after).and_then(begin),
            waiting: narrowing.missed,
            order,
        }
    }

    /// Tickets within reach, in the filter's order, as a list shows them.
    pub async fn ticket_list(
        &self,
        actor: &Actor,
        filter: &TicketFilter,
        slice: Slice,
    ) -> Result<Page<Listed>> {
        let mut conn = self.store.read().await?;
        let page = store::tickets::list_with_places(&mut conn, filter, &actor.reach, slice).await?;
        let ids: Vec<_> = page.items.iter().map(|place| place.ticket.id).collect();
        let standings = store::tickets::standings(&mut conn, &ids).await?;
        let seen = store::tickets::seen_at(&mut conn, actor.agent, &ids).await?;
        let places: Vec<Cursor> = page.items.iter().map(|place| place.at).collect();
        let tickets = page.items.into_iter().map(|place| place.ticket).collect();
        let views = views(&mut conn, tickets).await?;
        let listed = views.into_iter().zip(places).map(|(view, at)| {
            let id = view.ticket.id;
            Listed {
                standing: standings.get(&id).copied().unwrap_or_default(),
                unread: is_unread(actor, &view.ticket, seen.get(&id).copied()),
                view,
                at,
            }
        });
        Ok(Page {
            items: listed.collect(),
            next: page.next,
        })
    }

    /// The number and place of the ticket beside a place of a list.
    pub async fn ticket_beside(
        &self,
        actor: &Actor,
        filter: &TicketFilter,
        place: Cursor,
        which: Neighbour,
    ) -> Result<Option<(i64, Cursor)>> {
        let mut conn = self.store.read().await?;
        let found =
            store::tickets::neighbour(&mut conn, filter, &actor.reach, place, which).await?;
        Ok(found.map(|place| (place.ticket.number, place.at)))
    }

    /// How many tickets each of these lists has, counted as far as [`MOST_COUNTED`].
    pub async fn count_lists(&self, actor: &Actor, filters: &[TicketFilter]) -> Result<Vec<i64>> {
        let mut conn = self.store.read().await?;
        let counted =
            store::tickets::counts(&mut conn, filters, &actor.reach, MOST_COUNTED).await?;
        Ok(counted)
    }

    /// Calls within reach that are not over.
    pub async fn live_calls(&self, actor: &Actor) -> Result<Vec<Call>> {
        let mut conn = self.store.read().await?;
        Ok(store::calls::live(&mut conn, &actor.reach, Slice::MOST).await?)
    }

    /// Keeps that somebody has seen a ticket as it now stands.
    pub async fn saw_ticket(&self, actor: &Actor, ticket: &Ticket) -> Result<()> {
        let ids = [ticket.id];
        let mut conn = self.store.read().await?;
        let seen = store::tickets::seen_at(&mut conn, actor.agent, &ids).await?;
        drop(conn);
        if seen
            .get(&ticket.id)
            .is_some_and(|seen| *seen >= ticket.updated_at)
        {
            return Ok(());
        }
        let mut tx = self.store.begin().await?;
        store::tickets::saw(&mut tx, actor.agent, ticket.id, ticket.updated_at).await?;
        Ok(tx.commit().await?)
    }

    /// Labels that tickets have, by the alphabet.
    pub async fn known_tags(&self, _actor: &Actor) -> Result<Vec<String>> {
        let mut conn = self.store.read().await?;
        Ok(store::tickets::known_tags(&mut conn, MOST_TAGS_OFFERED).await?)
    }

    /// Names of groups, for everybody: whose job a ticket may be.
    pub async fn group_names(&self, _actor: &Actor) -> Result<Vec<(GroupId, String)>> {
        let mut conn = self.store.read().await?;
        let all = store::groups::list(&mut conn).await?;
        Ok(all
            .into_iter()
            .map(|group| (group.id, group.name))
            .collect())
    }
}

/// What changed since one looked is unread; so is what one never opened, while it is new or one's own.
fn is_unread(actor: &Actor, ticket: &Ticket, seen: Option<At>) -> bool {
    match seen {
        Some(seen) => ticket.updated_at > seen,
        None => {
            ticket.status == domain::Status::New
                || (ticket.status.is_open() && ticket.assignee_id == Some(actor.agent))
        }
    }
}
