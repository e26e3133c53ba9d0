//! What somebody makes is found by them and by those who may see it, soon after.

use std::time::Duration;

use domain::Actor;
use store::Slice;
use tokio_util::sync::CancellationToken;

use super::*;
use crate::clients::{ClientChange, NewClient, TypedPhone};
use crate::on_both;
use crate::testing::TestDesk;
use crate::tickets::NewTicket;

async fn made(test: &TestDesk, actor: &Actor, subject: &str) -> i64 {
    let new = NewTicket {
        subject: subject.to_owned(),
        ..NewTicket::default()
    };
    let made = test.desk.create_ticket(actor, new).await.unwrap();
    made.ticket.number
}

async fn sought(test: &TestDesk, actor: &Actor, text: &str) -> Sought {
    let few = Some(Slice::first(10));
    let wanted = Wanted {
        tickets: few,
        clients: few,
        calls: few,
        said: few,
        agents: 5,
    };
    test.desk.search(actor, text, wanted).await.unwrap()
}

async fn numbers(test: &TestDesk, actor: &Actor, text: &str) -> Vec<i64> {
    let found = sought(test, actor, text).await;
    found
        .tickets
        .items
        .iter()
        .map(|view| view.ticket.number)
        .collect()
}

fn known(name: &str) -> NewClient {
    NewClient {
        name: Some(name.to_owned()),
        phones: vec![TypedPhone {
            number: "+79031234567".to_owned(),
            kind: None,
        }],
        ..NewClient::default()
    }
}

on_both! {
    async fn a_subject_a_comment_and_a_client_lead_to_a_ticket(test: &TestDesk) {
        let admin = test.admin().await;
        let client = test.desk.create_client(&admin, known("Ирина Савельева")).await.unwrap();
        let new = NewTicket { subject: "Не приехал заказ".into(), client_id: Some(client.id), ..NewTicket::default() };
        let ticket = test.desk.create_ticket(&admin, new).await.unwrap().ticket;
        test.desk.comment(&admin, ticket.id, "Курьер заблудился").await.unwrap();
        made(test, &admin, "Вопрос об оплате").await;
        test.desk.follow_words().await.unwrap();
        for text in ["заказы", "курьер", "савельевой", "8 (903) 123-45-67", "4567", "№ 1", "ирина зак"] {
            assert_eq!(numbers(test, &admin, text).await, [1], "{text}");
        }
        let renamed = ClientChange { name: Some(Some("Анна Ким".into())), ..ClientChange::default() };
        test.desk.change_client(&admin, client.id, renamed).await.unwrap();
        test.desk.follow_words().await.unwrap();
        assert_eq!(numbers(test, &admin, "ким").await, [1]);
        assert!(numbers(test, &admin, "савельева").await.is_empty());
    }

    async fn a_text_in_the_wrong_layout_is_found_as_it_was_meant(test: &TestDesk) {
        let admin = test.admin().await;
        made(test, &admin, "Привет").await;
        test.desk.follow_words().await.unwrap();
        let found = sought(test, &admin, "ghbdtn").await;
        assert_eq!(found.meant.as_deref(), Some("привет"));
        assert_eq!(found.tickets.items.len(), 1);
        assert!(sought(test, &admin, "привет").await.meant.is_none());
    }

    async fn a_change_is_found_soon_and_after_a_restart(test: &TestDesk) {
        let admin = test.admin().await;
        made(test, &admin, "До начала").await;
        let stop = CancellationToken::new();
        let (desk, stopped) = (test.desk.clone(), stop.clone());
        let following = tokio::spawn(async move { desk.follow_words_until(stopped).await });
        let found = async |text: &str| {
            tokio::time::timeout(Duration::from_secs(20), async {
                while numbers(test, &admin, text).await.is_empty() {
                    tokio::task::yield_now().await;
                }
            }).await.expect("it is found");
        };
        found("начало").await;
        made(test, &admin, "По ходу дела").await;
        found("ход").await;
        stop.cancel();
        following.await.unwrap();
        made(test, &admin, "После остановки").await;
        test.desk.follow_words().await.unwrap();
        found("остановка").await;
    }

    async fn words_made_otherwise_are_written_anew(test: &TestDesk) {
        let admin = test.admin().await;
        made(test, &admin, "Заказ").await;
        test.desk.follow_words().await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        store::search::clear(&mut tx).await.unwrap();
        store::search::remember(&mut tx, "0", test.desk.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(numbers(test, &admin, "заказ").await.is_empty());
        test.desk.follow_words().await.unwrap();
        assert_eq!(numbers(test, &admin, "заказ").await, [1]);
    }

    async fn calls_are_found_by_client_and_only_where_one_works(test: &TestDesk) {
        use crate::calls::tests::pbx::{Caller, tell};
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        test.desk.follow_words().await.unwrap();
        let number = "+79160000002";
        let found = sought(test, &admin, number).await;
        assert_eq!((found.calls.items.len(), found.clients.items.len(), found.tickets.items.len()), (1, 1, 1));
        let stranger = test.agent("stranger", &[]).await;
        let found = sought(test, &stranger, number).await;
        assert_eq!((found.calls.items.len(), found.clients.items.len(), found.tickets.items.len()), (0, 0, 0));
        let mine = test.agent("mine", &[channel]).await;
        assert_eq!(sought(test, &mine, "0002").await.calls.items.len(), 1);
        assert_eq!(sought(test, &mine, "stran").await.agents.len(), 1);
    }
}
