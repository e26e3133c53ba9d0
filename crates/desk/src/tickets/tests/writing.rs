//! Comments: whom they name, rewriting them and taking them back; drafts.

use store::Slice;

use super::*;
use crate::tickets::mentions;

on_both! {
    async fn somebody_named_in_a_comment_is_told_once_if_they_see_the_ticket(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let anna = test.agent("anna", &[channel]).await;
        let outsider = test.agent("oleg", &[]).await;
        let ticket = test.desk.create_ticket(&admin, NewTicket { channel_id: Some(channel), ..new("Заказ") }).await.unwrap().ticket;
        let entry = test.desk.comment(&admin, ticket.id, "@Anna, глянь; @oleg и @admin тоже").await.unwrap();
        let named: Vec<String> = mentions(&entry).into_iter().map(|one| one.name).collect();
        assert_eq!(named, ["admin", "anna"]);
        let unread = async |actor: &domain::Actor| test.desk.unread_notices(actor).await.unwrap();
        assert_eq!((unread(&anna).await, unread(&admin).await, unread(&outsider).await), (1, 0, 0));
        test.desk.edit_comment(&admin, entry.id, "@anna, глянь ещё раз", None).await.unwrap();
        assert_eq!(unread(&anna).await, 1);
    }

    async fn ones_own_comment_is_rewritten_and_taken_back_and_put_back(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let ticket = test.desk.create_ticket(&admin, new("Заказ")).await.unwrap().ticket;
        let entry = test.desk.comment(&anna, ticket.id, "Опечтака").await.unwrap();
        let texts = async || {
            let page = test.desk.timeline(&admin, ticket.id, Slice::first(50)).await.unwrap();
            page.items.into_iter().filter_map(|entry| entry.text).collect::<Vec<_>>()
        };
        let other = test.desk.edit_comment(&admin, entry.id, "Чужое", None).await.unwrap_err();
        assert!(matches!(other, Refusal::NotAllowed(Denied::NotYours)));
        let edited = test.desk.edit_comment(&anna, entry.id, "Опечатка", Some(None)).await.unwrap();
        assert!(edited.edited_at.is_some());
        let late = test.desk.edit_comment(&anna, entry.id, "Опечатки", Some(None)).await.unwrap_err();
        assert!(matches!(late, Refusal::Changed));
        assert_eq!(texts().await, ["Опечатка"]);
        test.desk.delete_comment(&anna, entry.id).await.unwrap();
        assert!(texts().await.is_empty());
        assert!(matches!(test.desk.delete_comment(&anna, entry.id).await, Err(Refusal::NotFound(Thing::Comment))));
        test.desk.restore_comment(&anna, entry.id).await.unwrap();
        assert_eq!(texts().await, ["Опечатка"]);
    }

    async fn a_draft_waits_for_its_writer_until_it_is_written(test: &TestDesk) {
        let (anna, oleg) = (test.agent("anna", &[]).await, test.agent("oleg", &[]).await);
        let ticket = test.desk.create_ticket(&anna, new("Заказ")).await.unwrap().ticket;
        test.desk.keep_draft(&anna, ticket.id, "Перезвонить\r\n").await.unwrap();
        assert_eq!(test.desk.draft(&anna, ticket.id).await.unwrap().as_deref(), Some("Перезвонить\n"));
        assert_eq!(test.desk.draft(&oleg, ticket.id).await.unwrap(), None);
        test.desk.comment(&oleg, ticket.id, "Уже перезвонил").await.unwrap();
        assert!(test.desk.draft(&anna, ticket.id).await.unwrap().is_some());
        test.desk.comment(&anna, ticket.id, "Перезвонить").await.unwrap();
        assert_eq!(test.desk.draft(&anna, ticket.id).await.unwrap(), None);
        test.desk.keep_draft(&anna, ticket.id, "x").await.unwrap();
        test.desk.keep_draft(&anna, ticket.id, "  ").await.unwrap();
        assert_eq!(test.desk.draft(&anna, ticket.id).await.unwrap(), None);
    }
}
