//! Merging tickets and parting them again.

use domain::{Actor, ChannelId, Entry, Status, Ticket};
use store::Slice;

use super::*;
use crate::refusal::Clash;
use crate::testing::TestDesk;

async fn made(
    test: &TestDesk,
    actor: &Actor,
    subject: &str,
    tags: &[&str],
    channel: Option<ChannelId>,
) -> Ticket {
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    let new = NewTicket {
        tags,
        channel_id: channel,
        text: Some(format!("О чём: {subject}")),
        ..new(subject)
    };
    test.desk.create_ticket(actor, new).await.unwrap().ticket
}

async fn told(test: &TestDesk, actor: &Actor, ticket: &Ticket) -> Vec<Entry> {
    test.desk
        .timeline(actor, ticket.id, Slice::first(100))
        .await
        .unwrap()
        .items
}

async fn now(test: &TestDesk, actor: &Actor, ticket: &Ticket) -> Ticket {
    test.desk.ticket(actor, ticket.id).await.unwrap().ticket
}

#[expect(clippy::needless_pass_by_value, reason = "refusals come by value")]
fn clash(refusal: Refusal) -> Option<Clash> {
    if let Refusal::Conflict(clash) = refusal {
        return Some(clash);
    }
    None
}

on_both! {
    async fn a_merged_ticket_goes_into_the_other_and_comes_back_as_it_was(test: &TestDesk) {
        let admin = test.admin().await;
        let first = made(test, &admin, "Чек", &["чек", "доставка"], None).await;
        let second = made(test, &admin, "Доставка", &["доставка"], None).await;
        let before = (told(test, &admin, &first).await, now(test, &admin, &first).await);
        let into = test.desk.merge_tickets(&admin, first.id, second.id).await.unwrap().ticket;
        assert_eq!(into.tags, ["доставка", "чек"]);
        let gone = now(test, &admin, &first).await;
        assert_eq!((gone.status, gone.merged_into), (Status::Merged, Some(second.id)));
        let texts: Vec<_> = told(test, &admin, &second).await.into_iter().filter_map(|entry| entry.text).collect();
        assert_eq!(texts, ["О чём: Чек", "О чём: Доставка"]);
        assert_eq!(test.desk.merged_into(&admin, second.id).await.unwrap(), [first.number]);
        assert_eq!(clash(test.desk.comment(&admin, first.id, "x").await.unwrap_err()), Some(Clash::Merged));

        let later = test.desk.comment(&admin, second.id, "Уже потом").await.unwrap();
        test.desk.unmerge_ticket(&admin, first.id).await.unwrap();
        let after = now(test, &admin, &first).await;
        assert_eq!(
            (after.status, after.merged_into, &after.tags),
            (before.1.status, None, &before.1.tags)
        );
        let entries = told(test, &admin, &first).await;
        assert_eq!(entries[..before.0.len()], before.0[..]);
        assert_eq!(now(test, &admin, &second).await.tags, ["доставка"]);
        assert!(told(test, &admin, &second).await.contains(&later));
        assert_eq!(clash(test.desk.unmerge_ticket(&admin, first.id).await.unwrap_err()), Some(Clash::NotMerged));
    }

    async fn tickets_that_cannot_go_together_stay_apart(test: &TestDesk) {
        let admin = test.admin().await;
        let (mine, other) = (test.channel().await, test.channel().await);
        let anna = test.agent("anna", &[mine]).await;
        let first = made(test, &admin, "Раз", &[], Some(mine)).await;
        let second = made(test, &admin, "Два", &[], Some(other)).await;
        let third = made(test, &admin, "Три", &[], None).await;
        assert_eq!(clash(test.desk.merge_tickets(&admin, first.id, first.id).await.unwrap_err()), Some(Clash::IntoItself));
        assert_eq!(clash(test.desk.merge_tickets(&admin, first.id, second.id).await.unwrap_err()), Some(Clash::OtherChannel));
        assert_eq!(faults(test.desk.merge_tickets(&anna, first.id, second.id).await.unwrap_err())[0].0, "into");
        let internal = test.internal(&[mine]).await;
        assert!(matches!(test.desk.merge_tickets(&internal, first.id, third.id).await, Err(Refusal::NotAllowed(_))));
        test.desk.merge_tickets(&anna, first.id, third.id).await.unwrap();
        let fourth = made(test, &admin, "Четыре", &[], None).await;
        test.desk.merge_tickets(&admin, third.id, fourth.id).await.unwrap();
        assert_eq!(clash(test.desk.unmerge_ticket(&admin, first.id).await.unwrap_err()), Some(Clash::MergedOn));
        test.desk.unmerge_ticket(&admin, third.id).await.unwrap();
        test.desk.unmerge_ticket(&admin, first.id).await.unwrap();
        assert_eq!(now(test, &admin, &first).await.channel_id, Some(mine));
    }
}
