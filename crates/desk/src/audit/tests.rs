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
}
