//! Clients are found by number, word and reach; merged ones become one.

use super::*;
use crate::on_both;
use crate::samples::{call, channel, client, moment};

async fn keep(test: &crate::testing::TestStore, clients: &[&Client]) {
    let mut tx = test.store.begin().await.unwrap();
    for client in clients {
        insert(&mut tx, client).await.unwrap();
    }
    tx.commit().await.unwrap();
}

on_both! {
    async fn a_client_reads_back_with_their_numbers(test: &TestStore) {
        let mut anna = client("Анна", "+79160000002");
        anna.phones.push(Phone { number: "+74950000001".parse().unwrap(), kind: domain::client::PhoneKind::Work });
        keep(test, &[&anna]).await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap().as_ref(), Some(&anna));
        anna.phones.reverse();
        anna.vip = true;
        update(&mut tx, &anna).await.unwrap();
        assert_eq!(find_all(&mut tx, &[anna.id]).await.unwrap(), [anna]);
        tx.commit().await.unwrap();
    }

    async fn those_who_share_a_number_come_the_last_in_contact_first(test: &TestStore) {
        let (anna, boris) = (client("Анна", "+79160000002"), client("Борис", "+79160000002"));
        keep(test, &[&anna, &boris]).await;
        let mut tx = test.store.begin().await.unwrap();
        touch(&mut tx, boris.id, moment(9)).await.unwrap();
        touch(&mut tx, boris.id, moment(3)).await.unwrap();
        let found = by_number(&mut tx, &"8 916 000-00-02".parse().unwrap()).await.unwrap();
        assert_eq!(found.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["Борис", "Анна"]);
        assert_eq!(found[0].last_contact_at, Some(moment(9)));
        tx.commit().await.unwrap();
    }

    async fn a_client_is_seen_only_where_they_called(test: &TestStore) {
        let (mine, other) = (channel(&test.store).await, channel(&test.store).await);
        let (anna, boris) = (client("Анна", "+79160000002"), client("Борис", "+79160000003"));
        keep(test, &[&anna, &boris]).await;
        let mut tx = test.store.begin().await.unwrap();
        let kept = Call { client_id: Some(anna.id), ..call(other, 1, 0) };
        crate::calls::put(&mut tx, &kept).await.unwrap();
        let reach = Reach::Only(vec![mine]);
        let page = list(&mut tx, &ClientFilter::default(), &reach, Slice::first(10)).await.unwrap();
        assert_eq!(page.items.iter().map(|c| c.id).collect::<Vec<_>>(), [boris.id]);
        assert!(!is_within(&mut tx, anna.id, &reach).await.unwrap());
        assert!(is_within(&mut tx, anna.id, &Reach::All).await.unwrap());
        assert!(is_within(&mut tx, boris.id, &Reach::Only(Vec::new())).await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn a_client_is_found_by_any_word(test: &TestStore) {
        keep(test, &[&client("Ирина Савельева", "+79162041837")]).await;
        let mut conn = test.store.read().await.unwrap();
        for text in ["савел", "ИРИНА нитка", "9162041837", "anna@"] {
            let filter = ClientFilter { text: Some(text.to_owned()), ..ClientFilter::default() };
            assert_eq!(list(&mut conn, &filter, &Reach::All, Slice::first(5)).await.unwrap().items.len(), 1, "{text}");
        }
        let by_number = ClientFilter { number: Some("89162041837".parse().unwrap()), ..ClientFilter::default() };
        assert_eq!(list(&mut conn, &by_number, &Reach::All, Slice::first(5)).await.unwrap().items.len(), 1);
    }

    async fn merging_moves_everything_to_the_other(test: &TestStore) {
        let channel = channel(&test.store).await;
        let (anna, double) = (client("Анна", "+79160000002"), client("+7 916…", "+79160000003"));
        keep(test, &[&anna, &double]).await;
        let mut tx = test.store.begin().await.unwrap();
        let kept = Call { client_id: Some(double.id), ..call(channel, 1, 0) };
        crate::calls::put(&mut tx, &kept).await.unwrap();
        merge(&mut tx, double.id, anna.id, moment(5)).await.unwrap();
        assert_eq!(merged_into(&mut tx, double.id).await.unwrap(), Some(anna.id));
        let found = by_number(&mut tx, &"+79160000003".parse().unwrap()).await.unwrap();
        assert_eq!((found.len(), found[0].id, found[0].phones.len()), (1, anna.id, 2));
        assert_eq!(crate::calls::find(&mut tx, kept.id).await.unwrap().unwrap().client_id, Some(anna.id));
        tx.commit().await.unwrap();
    }
}

use domain::Call;
