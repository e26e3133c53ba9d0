//! Clients are found by number, word and reach; merged ones become one.

use super::*;
use crate::Slice;
use crate::on_both;
use crate::samples::{call, channel, client, moment};
use crate::search::{self, Kind};

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
        assert_eq!(found.iter().map(|s| s.client.name.as_str()).collect::<Vec<_>>(), ["Борис", "Анна"]);
        assert_eq!(found[0].client.last_contact_at, Some(moment(9)));
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
        let irina = client("Ирина Савельева", "+79162041837");
        keep(test, &[&irina]).await;
        let mut tx = test.store.begin().await.unwrap();
        let papers = search::papers(&mut tx, Kind::Client, &[irina.id.0]).await.unwrap();
        let difference = search::compare(&mut tx, &papers).await.unwrap();
        search::put(&mut tx, &difference).await.unwrap();
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        for text in ["савел", "ИРИНА нитка", "9162041837", "anna@", "савельевой", "1837"] {
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
        let moved = merge(&mut tx, double.id, anna.id, moment(5)).await.unwrap();
        assert_eq!(moved, Moved { calls: vec![kept.id], ..Moved::default() });
        assert_eq!(merged_into(&mut tx, double.id).await.unwrap(), Some(anna.id));
        assert!(by_number(&mut tx, &"+79160000003".parse().unwrap()).await.unwrap().is_empty());
        assert_eq!(crate::calls::find(&mut tx, kept.id).await.unwrap().unwrap().client_id, Some(anna.id));
        take_back(&mut tx, double.id, anna.id, &moved).await.unwrap();
        assert_eq!(merged_into(&mut tx, double.id).await.unwrap(), None);
        assert_eq!(crate::calls::find(&mut tx, kept.id).await.unwrap().unwrap().client_id, Some(double.id));
        tx.commit().await.unwrap();
    }

    async fn whom_a_person_chose_comes_before_the_one_last_in_contact(test: &TestStore) {
        let (anna, boris) = (client("Анна", "+79160000002"), client("Борис", "+79160000002"));
        let nobody = Client { named: false, ..client("+7 916 000-00-02", "+79160000002") };
        keep(test, &[&anna, &boris, &nobody]).await;
        let mut tx = test.store.begin().await.unwrap();
        touch(&mut tx, nobody.id, moment(99)).await.unwrap();
        touch(&mut tx, boris.id, moment(9)).await.unwrap();
        let number = "+79160000002".parse().unwrap();
        set_weight(&mut tx, anna.id, &number, 1).await.unwrap();
        // Changed, the client keeps what the number has taught.
        update(&mut tx, &Client { vip: true, ..anna.clone() }).await.unwrap();
        let found = by_number(&mut tx, &number).await.unwrap();
        let found: Vec<_> = found.iter().map(|s| (s.client.id, s.weight)).collect();
        assert_eq!(found, [(anna.id, 1), (boris.id, 0), (nobody.id, 0)]);
        tx.commit().await.unwrap();
    }

    async fn each_order_pages_through_everybody_once(test: &TestStore) {
        let mut all = Vec::new();
        for (n, name) in ["Яна", "Анна", "Борис", "анна", "Вера"].into_iter().enumerate() {
            let seconds = i64::try_from(n).unwrap();
            all.push(Client {
                created_at: moment(seconds),
                updated_at: moment(10 - seconds),
                last_contact_at: (n % 2 == 0).then(|| moment(100 + seconds)),
                ..client(name, &format!("+7916000001{n}"))
            });
        }
        let caller = Client { named: false, ..client("+7 916 000-00-02", "+79160000002") };
        all.push(caller.clone());
        keep(test, &all.iter().collect::<Vec<_>>()).await;
        let mut conn = test.store.read().await.unwrap();
        for (sort, names) in [
            (ClientSort::Name, "Анна анна Борис Вера Яна"),
            (ClientSort::Change, "Яна Анна Борис анна Вера"),
            (ClientSort::Start, "Вера анна Борис Анна Яна"),
            (ClientSort::Contact, "Вера Борис Яна анна Анна"),
        ] {
            let filter = ClientFilter { named: Some(true), sort, ..ClientFilter::default() };
            let mut slice = Slice::first(2);
            let mut read = Vec::new();
            loop {
                let page = list(&mut conn, &filter, &Reach::All, slice).await.unwrap();
                read.extend(page.items.into_iter().map(|client| client.name));
                slice.after = page.next;
                if slice.after.is_none() {
                    break;
                }
            }
            assert_eq!(read.join(" "), names, "{sort:?}");
        }
        let callers = ClientFilter { named: Some(false), ..ClientFilter::default() };
        let page = list(&mut conn, &callers, &Reach::All, Slice::first(9)).await.unwrap();
        assert_eq!(page.items.iter().map(|c| c.id).collect::<Vec<_>>(), [caller.id]);
    }

    async fn those_who_may_be_one_are_found_by_what_they_share(test: &TestStore) {
        let mut anna = client("Анна Петрова", "+79160000002");
        anna.emails = vec!["a@example.ru".parse().unwrap()];
        let mut same_number = client("Борис", "+79160000002");
        same_number.emails.clear();
        let mut same_email = client("Вера Иванова", "+79160000003");
        same_email.emails.clone_from(&anna.emails);
        let mut same_name = client("Петрова Анна", "+79160000004");
        same_name.emails.clear();
        let other = client("Павел Гордеев", "+79160000005");
        keep(test, &[&anna, &same_number, &same_email, &same_name, &other]).await;
        let mut conn = test.store.read().await.unwrap();
        let found = like(&mut conn, &anna, 50).await.unwrap();
        let of = |id| found.iter().find(|(c, _)| c.id == id).map(|(_, what)| (what.number, what.email, what.name));
        assert_eq!(of(same_number.id), Some((true, false, false)));
        assert_eq!(of(same_email.id), Some((false, true, false)));
        assert_eq!(of(same_name.id), Some((false, false, true)));
        assert_eq!(found.len(), 3);
    }
}

use domain::client::Phone;
use domain::{Call, Reach};
