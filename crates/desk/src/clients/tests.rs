//! Clients in people's hands.

mod merging;
mod own_fields;
mod picking;

use domain::client::PhoneKind;
use store::Slice;
use store::clients::ClientFilter;

use super::*;
use crate::on_both;
use crate::tickets::NewTicket;
use crate::{Refusal, Thing, Why};

pub(super) fn phones(numbers: &[&str]) -> Vec<TypedPhone> {
    numbers
        .iter()
        .map(|number| TypedPhone {
            number: (*number).to_owned(),
            kind: None,
        })
        .collect()
}

pub(super) fn named(name: &str, numbers: &[&str]) -> NewClient {
    NewClient {
        name: Some(name.to_owned()),
        phones: phones(numbers),
        ..NewClient::default()
    }
}

pub(super) fn fields(refusal: Refusal) -> Vec<String> {
    let Refusal::Invalid(faults) = refusal else {
        panic!("not a form's refusal: {refusal:?}")
    };
    faults.into_iter().map(|fault| fault.field).collect()
}

on_both! {
    async fn a_client_is_made_with_numbers_in_any_spelling_once_each(test: &TestDesk) {
        let admin = test.admin().await;
        let client = test.desk.create_client(&admin, named("Ирина", &["8 (916) 204-18-37", "+79162041837", "", "+7 495 780-61-40"])).await.unwrap();
        let numbers: Vec<_> = client.phones.iter().map(|p| (p.number.as_str(), p.kind)).collect();
        assert_eq!(numbers, [("+79162041837", PhoneKind::Mobile), ("+74957806140", PhoneKind::Other)]);
    }

    async fn without_a_name_the_number_stands_in_its_place(test: &TestDesk) {
        let admin = test.admin().await;
        let client = test.desk.create_client(&admin, NewClient { phones: phones(&["89162041837"]), ..NewClient::default() }).await.unwrap();
        assert_eq!((client.name.as_str(), client.named), ("+7 916 204-18-37", false));
        assert_eq!(fields(test.desk.create_client(&admin, NewClient::default()).await.unwrap_err()), ["name"]);
    }

    async fn each_wrong_field_is_told_by_its_place(test: &TestDesk) {
        let admin = test.admin().await;
        let mut wrong = named("Ирина", &["+79162041837", "звонить вечером"]);
        wrong.emails = vec!["ira@".to_owned()];
        wrong.phones[0].kind = Some("pocket".to_owned());
        let told = fields(test.desk.create_client(&admin, wrong).await.unwrap_err());
        assert_eq!(told, ["phones[0].kind", "phones[1].number", "emails[0]"]);
    }

    async fn what_is_absent_stays_and_what_is_taken_away_goes(test: &TestDesk) {
        let admin = test.admin().await;
        let mut new = named("Ирина", &["+79162041837"]);
        new.note = Some("Звонить после десяти".to_owned());
        new.company = Some("Ателье".to_owned());
        let client = test.desk.create_client(&admin, new).await.unwrap();
        let change = ClientChange { note: Some(None), vip: Some(true), name: Some(None), ..ClientChange::default() };
        let changed = test.desk.change_client(&admin, client.id, change).await.unwrap();
        assert_eq!((changed.note, changed.company.as_deref(), changed.vip), (None, Some("Ателье"), true));
        assert_eq!((changed.name.as_str(), changed.named), ("+7 916 204-18-37", false));
    }

    async fn merged_clients_are_one_under_both_ids(test: &TestDesk) {
        let admin = test.admin().await;
        let ira = test.desk.create_client(&admin, named("Ирина", &["+79162041837"])).await.unwrap();
        let double = test.desk.create_client(&admin, NewClient { vip: true, note: Some("Шьёт".into()), ..named("Ирина С.", &["+74957806140"]) }).await.unwrap();
        test.desk.create_ticket(&admin, NewTicket { subject: "Заказ".into(), client_id: Some(double.id), ..NewTicket::default() }).await.unwrap();
        let joint = test.desk.merge_clients(&admin, double.id, ira.id).await.unwrap();
        assert_eq!((joint.phones.len(), joint.vip, joint.note.as_deref()), (2, true, Some("Шьёт")));
        assert_eq!(test.desk.client(&admin, double.id).await.unwrap().id, ira.id);
        assert!(matches!(test.desk.merge_clients(&admin, ira.id, ira.id).await, Err(Refusal::Conflict(_))));
        assert!(test.desk.merge_clients(&admin, double.id, ira.id).await.is_err(), "who was merged is not merged again");
        let found = test.desk.look_up(&admin, "8 495 780-61-40").await.unwrap();
        assert_eq!(found.candidates.iter().map(|c| c.client.id).collect::<Vec<_>>(), [ira.id]);
        assert_eq!(found.open_ticket.unwrap().ticket.client_id, Some(ira.id));
    }

    async fn a_look_up_answers_for_any_spelling_and_refuses_what_is_no_number(test: &TestDesk) {
        let admin = test.admin().await;
        let nobody = test.desk.look_up(&admin, "+7 916 000-00-00").await.unwrap();
        assert!(nobody.candidates.is_empty() && nobody.responsible.is_none());
        let refused = test.desk.look_up(&admin, "вчерашний").await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(faults) if faults[0].why == Why::NotAPhone));
    }

    async fn a_client_of_another_channel_is_not_there(test: &TestDesk) {
        let admin = test.admin().await;
        let (mine, other) = (test.channel().await, test.channel().await);
        let anna = test.agent("anna", &[mine]).await;
        let client = test.desk.create_client(&admin, named("Ирина", &["+79162041837"])).await.unwrap();
        let theirs = NewTicket { subject: "Заказ".into(), client_id: Some(client.id), channel_id: Some(other), ..NewTicket::default() };
        test.desk.create_ticket(&admin, theirs).await.unwrap();
        assert!(matches!(test.desk.client(&anna, client.id).await, Err(Refusal::NotFound(Thing::Client))));
        assert!(test.desk.look_up(&anna, "+79162041837").await.unwrap().candidates.is_empty());
        assert!(test.desk.clients(&anna, &ClientFilter::default(), Slice::first(9)).await.unwrap().items.is_empty());
        let change = ClientChange { vip: Some(true), ..ClientChange::default() };
        assert!(test.desk.change_client(&anna, client.id, change).await.is_err());
    }
}
