//! Two become one, and two again as they were.

use super::*;
use crate::refusal::Clash;

on_both! {
    async fn a_merging_taken_back_leaves_both_as_they_were(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let form = FieldForm { name: Some("Договор".into()), kind: Some("text".into()), ..FieldForm::default() };
        let field = desk.create_client_field(&admin, form).await.unwrap();
        let own = |value: &str| [(field.id.to_string(), value.to_owned())].into_iter().collect();
        let ira = NewClient { note: Some("Шьёт".into()), fields: own("1"), ..named("Ирина", &["+79162041837"]) };
        let ira = desk.create_client(&admin, ira).await.unwrap();
        let double = NewClient { note: Some("Вяжет".into()), vip: true, fields: own("2"), emails: vec!["i@example.ru".into()], ..named("Ирина С.", &["+74957806140"]) };
        let double = desk.create_client(&admin, double).await.unwrap();
        let subject = "Входящий звонок: Ирина С.".to_owned();
        let ticket = desk.create_ticket(&admin, NewTicket { subject: subject.clone(), client_id: Some(double.id), ..NewTicket::default() }).await.unwrap();
        let before = desk.client_views(&admin, vec![ira.clone(), double.clone()]).await.unwrap();

        let sides = [("name".to_owned(), Side::From), (field.id.to_string(), Side::From), ("note".to_owned(), Side::Into)];
        let keep = Keep { sides: sides.into_iter().collect(), without_phones: vec!["+79162041837".parse().unwrap()], ..Keep::default() };
        let (joint, undo) = desk.merge_keeping(&admin, double.id, ira.id, &keep).await.unwrap();
        assert_eq!((joint.name.as_str(), joint.note.as_deref(), joint.vip, joint.phones.len()), ("Ирина С.", Some("Шьёт"), true, 1));
        assert_eq!(desk.client_view(&admin, joint.clone()).await.unwrap().values[0].value, "2");
        assert_eq!(desk.ticket(&admin, ticket.ticket.id).await.unwrap().ticket.client_id, Some(ira.id));
        assert_eq!(desk.mergings(&admin, ira.id).await.unwrap()[0].1, "Ирина С.");

        let back = desk.undo_client_move(&admin, undo).await.unwrap();
        assert_eq!(back.id, double.id);
        let mut after = Vec::new();
        for id in [ira.id, double.id] {
            after.push(desk.client(&admin, id).await.unwrap());
        }
        let mut after = desk.client_views(&admin, after).await.unwrap();
        for (view, was) in after.iter_mut().zip(&before) {
            assert!(view.client.version > was.client.version);
            view.client.version = was.client.version;
            view.client.updated_at = was.client.updated_at;
        }
        assert_eq!(after, before);
        let ticket = desk.ticket(&admin, ticket.ticket.id).await.unwrap().ticket;
        assert_eq!((ticket.client_id, ticket.subject.as_str()), (Some(double.id), subject.as_str()));
        assert!(matches!(desk.undo_client_move(&admin, undo).await, Err(Refusal::Conflict(Clash::UndoneAlready))));
        assert_eq!(desk.look_up(&admin, "+74957806140").await.unwrap().candidates[0].client.id, double.id);
    }

    async fn what_was_changed_since_stays_changed_when_two_part(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let ira = desk.create_client(&admin, named("Ирина", &["+79162041837"])).await.unwrap();
        let double = desk.create_client(&admin, named("Двойник", &["+74957806140"])).await.unwrap();
        desk.merge_clients(&admin, double.id, ira.id).await.unwrap();
        let change = ClientChange { company: Some(Some("Ателье".into())), ..ClientChange::default() };
        desk.change_client(&admin, ira.id, change).await.unwrap();
        desk.unmerge_client(&admin, double.id).await.unwrap();
        let ira = desk.client(&admin, ira.id).await.unwrap();
        assert_eq!((ira.company.as_deref(), ira.phones.len()), (Some("Ателье"), 1));
    }

    async fn who_was_merged_on_is_parted_from_the_end(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let mut ids = Vec::new();
        for (name, number) in [("А", "+79160000001"), ("Б", "+79160000002"), ("В", "+79160000003")] {
            ids.push(desk.create_client(&admin, named(name, &[number])).await.unwrap().id);
        }
        desk.merge_clients(&admin, ids[0], ids[1]).await.unwrap();
        desk.merge_clients(&admin, ids[1], ids[2]).await.unwrap();
        assert_eq!(desk.client(&admin, ids[0]).await.unwrap().id, ids[2]);
        assert!(matches!(desk.unmerge_client(&admin, ids[0]).await, Err(Refusal::Conflict(Clash::CardMergedOn))));
        desk.unmerge_client(&admin, ids[1]).await.unwrap();
        assert_eq!(desk.client(&admin, ids[0]).await.unwrap().id, ids[1]);
        desk.unmerge_client(&admin, ids[0]).await.unwrap();
        assert_eq!(desk.client(&admin, ids[0]).await.unwrap().name, "А");
    }

    async fn those_who_may_be_one_are_proposed_with_what_they_share(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let ira = desk.create_client(&admin, named("Ирина Савельева", &["+79162041837"])).await.unwrap();
        let double = desk.create_client(&admin, named("Савелева Ирина", &["+79162041837"])).await.unwrap();
        desk.create_client(&admin, named("Павел Гордеев", &["+79160000001"])).await.unwrap();
        let found = desk.doubles(&admin, ira.id).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].client.id, found[0].common.number, found[0].common.name), (double.id, true, true));
    }

    async fn who_saves_later_is_told_of_who_saved_before(test: &TestDesk) {
        let admin = test.admin().await;
        let supervisor = test.supervisor().await;
        let desk = &test.desk;
        let ira = desk.create_client(&admin, named("Ирина", &["+79162041837"])).await.unwrap();
        let first = ClientChange { vip: Some(true), version: Some(ira.version), ..ClientChange::default() };
        desk.change_client(&admin, ira.id, first).await.unwrap();
        let second = ClientChange { name: Some(Some("Ира".into())), version: Some(ira.version), ..ClientChange::default() };
        assert!(matches!(desk.change_client(&supervisor, ira.id, second).await, Err(Refusal::Changed)));
        let told = desk.client_changes(&supervisor, ira.id, ira.version).await.unwrap();
        assert_eq!((told.len(), told[0].changes[0].field.as_str(), told[0].author.as_ref().unwrap().id), (1, "vip", admin.agent));
    }
}
