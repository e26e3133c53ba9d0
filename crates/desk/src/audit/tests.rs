//! What is written down of changes, and who may read it.

use store::Slice;

use super::*;
use crate::on_both;
use crate::testing::TestDesk;

async fn all(test: &TestDesk, actor: &Actor) -> Vec<Record> {
    let wanted = AuditWanted::default();
    let list = test.desk.audit(actor, &wanted, Slice::first(50));
    list.await.unwrap().items
}

on_both! {
    async fn a_change_is_written_down_with_what_was_before_and_after(test: &TestDesk) {
        let mut admin = test.admin().await;
        admin.address = Some("203.0.113.7".to_owned());
        let subject = || Subject::new(Kind::Channel, "chan_1", "Отдел доставки");
        let fields = Fields::none()
            .changed("name", "Доставка", "Отдел доставки")
            .changed("country", "RU", "RU")
            .secret("app_secret");
        let mut tx = test.store.begin().await.unwrap();
        record(&mut tx, &admin, Deed::Changed, subject(), fields, test.desk.now()).await.unwrap();
        record(&mut tx, &admin, Deed::Changed, subject(), Fields::none(), test.desk.now()).await.unwrap();
        tx.commit().await.unwrap();
        let all = all(test, &admin).await;
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].actor_name.as_str(), all[0].address.as_deref()), ("admin", Some("203.0.113.7")));
        let names: Vec<&str> = all[0].fields.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["name", "app_secret"]);
        assert_eq!(all[0].fields[0].from.as_deref(), Some("Доставка"));
        assert!(all[0].fields[1].secret && all[0].fields[1].to.is_none());
    }

    async fn only_administrators_read_it(test: &TestDesk) {
        for nosy in [test.supervisor().await, test.agent("anna", &[]).await, test.internal(&[]).await] {
            assert!(test.desk.audit(&nosy, &AuditWanted::default(), Slice::first(1)).await.is_err());
        }
        let wrong = AuditWanted { kind: Some("weather".to_owned()), ..AuditWanted::default() };
        assert!(test.desk.audit(&test.admin().await, &wrong, Slice::first(1)).await.is_err());
    }

    async fn what_is_everybodys_is_noted_and_ones_own_is_not(test: &TestDesk) {
        let boss = test.admin().await;
        let own = crate::macros::MacroForm { name: "Моё".to_owned(), text: "да".to_owned(), ..Default::default() };
        let shared = crate::macros::MacroForm { name: "Общее".to_owned(), shared: true, ..own.clone() };
        test.desk.create_macro(&boss, &own).await.unwrap();
        let one = test.desk.create_macro(&boss, &shared).await.unwrap();
        let other = crate::macros::MacroForm { text: "нет".to_owned(), tags: vec!["чек".to_owned()], ..shared };
        test.desk.change_macro(&boss, one.id, &other, None).await.unwrap();
        test.desk.delete_macro(&boss, one.id).await.unwrap();
        let view = crate::views::NewView { name: "Доставка".to_owned(), shared: true, ..Default::default() };
        let view = test.desk.create_view(&boss, view).await.unwrap();
        test.desk.delete_view(&boss, view.id).await.unwrap();
        let told: Vec<_> = all(test, &boss).await.into_iter().rev().map(|r| (r.subject_kind, r.deed, r.fields.len())).collect();
        let told: Vec<_> = told.iter().map(|(kind, deed, fields)| (kind.as_str(), deed.as_str(), *fields)).collect();
        assert_eq!(told, [("macro", "created", 0), ("macro", "changed", 2), ("macro", "deleted", 0), ("view", "created", 0), ("view", "deleted", 0)]);
    }
}
