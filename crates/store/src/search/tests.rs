//! The index finds what was written down, the newest first, within reach, on both engines.

use domain::search::Ask;
use domain::{ChannelId, Reach};

use super::*;
use crate::on_both;
use crate::samples::{channel, client, moment, ticket};
use crate::{Store, clients, settings};

/// Writes the words of these things down; whether anything differed.
pub(crate) async fn written(store: &Store, kind: Kind, ids: &[uuid::Uuid]) -> bool {
    let mut tx = store.begin().await.unwrap();
    let papers = papers(&mut tx, kind, ids).await.unwrap();
    let difference = compare(&mut tx, &papers).await.unwrap();
    put(&mut tx, &difference).await.unwrap();
    tx.commit().await.unwrap();
    !difference.is_empty()
}

async fn several(store: &Store, channel: Option<ChannelId>, subjects: &[&str]) -> Vec<uuid::Uuid> {
    let mut ids = Vec::new();
    for (second, subject) in subjects.iter().enumerate() {
        let seconds = i64::try_from(second).unwrap();
        ids.push(ticket(store, channel, subject, seconds).await.id.0);
    }
    written(store, Kind::Ticket, &ids).await;
    ids
}

async fn asked(store: &Store, kind: Kind, text: &str, reach: &Reach) -> Vec<uuid::Uuid> {
    let mut conn = store.read().await.unwrap();
    let found = find(&mut conn, kind, &Ask::read(text), reach, None, 10).await;
    found.unwrap().ids
}

on_both! {
    async fn words_in_any_form_find_the_newest_first(test: &TestStore) {
        let ids = several(&test.store, None, &["Не приехал заказ", "Возврат заказа 77", "Вопрос по оплате"]).await;
        let found = async |text| asked(&test.store, Kind::Ticket, text, &Reach::All).await;
        assert_eq!(found("заказы").await, [ids[1], ids[0]]);
        assert_eq!(found("зак воз").await, Vec::<uuid::Uuid>::new());
        assert_eq!(found("возврат зак").await, [ids[1]]);
        assert_eq!(found("№ 3").await, [ids[2]]);
        assert_eq!(found("доставка").await, [ids[2], ids[1], ids[0]], "by their tag");
        assert_eq!(found("%").await, Vec::<uuid::Uuid>::new());
    }

    async fn only_channels_within_reach_are_found(test: &TestStore) {
        let (mine, other) = (channel(&test.store).await, channel(&test.store).await);
        let my = several(&test.store, Some(mine), &["Заказ"]).await;
        several(&test.store, Some(other), &["Заказ"]).await;
        let reach = Reach::Only(vec![mine]);
        assert_eq!(asked(&test.store, Kind::Ticket, "заказ", &reach).await, my);
        assert!(asked(&test.store, Kind::Ticket, "заказ", &Reach::Only(Vec::new())).await.is_empty());
    }

    async fn a_client_is_found_by_the_end_of_a_number_and_so_are_their_tickets(test: &TestStore) {
        let anna = client("Анна Ёлкина", "+79031234567");
        let mut of_anna = ticket(&test.store, None, "Заказ", 0).await;
        let mut tx = test.store.begin().await.unwrap();
        clients::insert(&mut tx, &anna).await.unwrap();
        of_anna.client_id = Some(anna.id);
        assert!(crate::tickets::save(&mut tx, &mut of_anna).await.unwrap());
        tx.commit().await.unwrap();
        assert!(written(&test.store, Kind::Client, &[anna.id.0]).await);
        assert!(written(&test.store, Kind::Ticket, &[of_anna.id.0]).await);
        for text in ["45-67", "8 (903) 123", "елкин", "нитка", "anna@exam"] {
            assert_eq!(asked(&test.store, Kind::Client, text, &Reach::All).await, [anna.id.0], "{text}");
        }
        assert_eq!(asked(&test.store, Kind::Ticket, "4567", &Reach::All).await, [of_anna.id.0]);
        assert_eq!(asked(&test.store, Kind::Ticket, "анна зака", &Reach::All).await, [of_anna.id.0]);
    }

    async fn only_what_differs_is_written(test: &TestStore) {
        let ids = several(&test.store, None, &["Заказ обедов"]).await;
        assert!(!written(&test.store, Kind::Ticket, &ids).await);
        let mut tx = test.store.begin().await.unwrap();
        let mut changed = crate::tickets::find(&mut tx, domain::TicketId(ids[0])).await.unwrap().unwrap();
        changed.subject = domain::text::Subject::parse("Заказ ужинов").unwrap();
        assert!(crate::tickets::save(&mut tx, &mut changed).await.unwrap());
        tx.commit().await.unwrap();
        assert!(written(&test.store, Kind::Ticket, &ids).await);
        assert!(asked(&test.store, Kind::Ticket, "обед", &Reach::All).await.is_empty());
        assert_eq!(asked(&test.store, Kind::Ticket, "ужин", &Reach::All).await, ids);
    }

    async fn pages_follow_each_other_without_a_gap(test: &TestStore) {
        let subjects: Vec<String> = (0..7).map(|n| format!("Заказ {n}{n}{n}")).collect();
        let ids = several(&test.store, None, &subjects.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let mut conn = test.store.read().await.unwrap();
        let (mut all, mut before) = (Vec::new(), None);
        loop {
            let found = find(&mut conn, Kind::Ticket, &Ask::read("заказ"), &Reach::All, before, 3).await.unwrap();
            all.extend(found.ids);
            before = found.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(all, ids.into_iter().rev().collect::<Vec<_>>());
    }

    async fn the_place_up_to_which_all_is_written_is_remembered(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(known(&mut tx).await.unwrap(), None);
        remember(&mut tx, "7", moment(5)).await.unwrap();
        assert_eq!(known(&mut tx).await.unwrap(), Some(("7".to_owned(), moment(5))));
        settings::put(&mut tx, "search", "spoilt").await.unwrap();
        assert_eq!(known(&mut tx).await.unwrap(), None);
        tx.commit().await.unwrap();
    }
}
