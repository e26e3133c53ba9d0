//! Who is told what, and who is not.

use futures_util::StreamExt;
use store::Slice;

use super::*;
use crate::on_both;
use crate::testing::TestDesk;
use crate::tickets::{NewTicket, TicketChange};
use domain::Actor;

async fn ticket(test: &TestDesk, by: &Actor, channel: ChannelId) -> TicketId {
    let new = NewTicket {
        subject: "Где заказ?".to_owned(),
        channel_id: Some(channel),
        ..NewTicket::default()
    };
    test.desk.create_ticket(by, new).await.unwrap().ticket.id
}

async fn give(test: &TestDesk, by: &Actor, id: TicketId, to: &Actor) {
    let change = TicketChange {
        assignee_id: Some(Some(to.agent)),
        ..TicketChange::default()
    };
    test.desk.change_ticket(by, id, change, None).await.unwrap();
}

async fn told(test: &TestDesk, actor: &Actor) -> Vec<Told> {
    let all = test.desk.notices(actor, false, Slice::first(50));
    all.await.unwrap().items
}

/// All names told until this one is; what went before may still be on its way.
async fn told_until(
    stream: &mut (impl futures_util::Stream<Item = Vec<String>> + Unpin),
    name: &str,
) -> Vec<String> {
    let mut told = Vec::new();
    while !told.iter().any(|one| one == name) {
        told.extend(stream.next().await.unwrap());
    }
    told
}

on_both! {
    async fn whoever_is_given_a_ticket_is_told_so_and_whoever_takes_one_is_not(test: &TestDesk) {
        let channel = test.channel().await;
        let (boss, anna) = (test.supervisor().await, test.agent("anna", &[channel]).await);
        let id = ticket(test, &boss, channel).await;
        give(test, &boss, id, &anna).await;
        give(test, &boss, id, &boss).await;
        let hers = told(test, &anna).await;
        assert_eq!(hers.len(), 1);
        assert_eq!(hers[0].notice, Notice::Assigned { ticket: id, by: boss.agent });
        assert_eq!(hers[0].about.by.as_deref(), Some("supervisor"));
        assert_eq!(hers[0].about.ticket.as_ref().unwrap().subject.as_str(), "Где заказ?");
        assert!(told(test, &boss).await.is_empty());
        assert_eq!(test.desk.unread_notices(&anna).await.unwrap(), 1);
        test.desk.read_notice(&anna, hers[0].id).await.unwrap();
        assert_eq!(test.desk.unread_notices(&anna).await.unwrap(), 0);
        assert!(test.desk.read_notice(&boss, hers[0].id).await.is_err());
    }

    async fn a_kind_that_is_switched_off_is_not_told(test: &TestDesk) {
        let channel = test.channel().await;
        let (boss, anna) = (test.supervisor().await, test.agent("anna", &[channel]).await);
        let off = Switches { in_page: false, in_browser: false, ..Switches::of(NoticeKind::Assigned) };
        test.desk.set_notice_switches(&anna, &[off]).await.unwrap();
        let id = ticket(test, &boss, channel).await;
        give(test, &boss, id, &anna).await;
        assert!(told(test, &anna).await.is_empty());
        let all = test.desk.notice_switches(&anna).await.unwrap();
        assert!(all.contains(&off));
        assert!(!all.iter().any(|s| s.kind == NoticeKind::ChannelSilent));
    }

    async fn only_those_concerned_hear_that_there_is_something(test: &TestDesk) {
        let (anna, zoya) = (test.agent("anna", &[]).await, test.agent("zoya", &[]).await);
        let mut hers = Box::pin(test.desk.listen(&anna));
        let mut others = Box::pin(test.desk.listen(&zoya));
        let channel = test.channel().await;
        let mut tx = test.store.begin().await.unwrap();
        let silent = Notice::ChannelSilent { channel, since: test.desk.now() };
        tell(&mut tx, &[anna.agent, anna.agent], &silent, test.desk.now()).await.unwrap();
        tx.changed(store::Change { topic: store::Topic::Presence, channel: None });
        tx.commit().await.unwrap();
        told_until(&mut hers, "notices").await;
        assert!(!told_until(&mut others, "presence").await.contains(&"notices".to_owned()));
        assert_eq!(test.desk.unread_notices(&anna).await.unwrap(), 1);
    }

    async fn nobody_learns_the_id_of_a_client_from_what_is_told(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let mut told = Box::pin(test.desk.listen(&anna));
        let id = domain::ClientId::at(test.desk.now());
        let mut tx = test.store.begin().await.unwrap();
        tx.changed(store::Change { topic: store::Topic::Client(id), channel: None });
        tx.commit().await.unwrap();
        let names = told.next().await.unwrap();
        assert!(names.contains(&crate::live::veiled(&format!("client:{id}"))));
        assert!(names.iter().all(|name| !name.contains("cl_")), "{names:?}");
    }

    async fn what_is_out_of_reach_now_is_not_named(test: &TestDesk) {
        let channel = test.channel().await;
        let (boss, anna) = (test.supervisor().await, test.agent("anna", &[channel]).await);
        let id = ticket(test, &boss, channel).await;
        give(test, &boss, id, &anna).await;
        let mut tx = test.store.begin().await.unwrap();
        store::access::set(&mut tx, channel, &domain::channel::Access::default()).await.unwrap();
        tx.commit().await.unwrap();
        let anna = test.actor(anna.agent).await;
        assert_eq!(told(test, &anna).await[0].about.ticket, None);
    }
}
