//! Changes of settings are kept alike on both engines.

use super::*;
use crate::on_both;
use crate::people::at;

fn record(seconds: i64, kind: &str, actor: Option<AgentId>) -> Record {
    Record {
        id: AuditId::at(at(seconds)),
        at: at(seconds),
        actor_id: actor,
        actor_name: "Анна".to_owned(),
        address: Some("203.0.113.7".to_owned()),
        deed: "changed".to_owned(),
        subject_kind: kind.to_owned(),
        subject_id: format!("{kind}_1"),
        subject_name: "Отдел доставки".to_owned(),
        fields: vec![Field {
            name: "name".to_owned(),
            from: None,
            to: Some("Отдел доставки".to_owned()),
            secret: false,
        }],
    }
}

on_both! {
    async fn changes_are_found_by_who_what_and_when_page_by_page(test: &TestStore) {
        let anna = AgentId::at(at(0));
        let all = [
            record(1, "channel", Some(anna)),
            record(2, "agent", None),
            record(3, "channel", None),
            record(4, "channel", Some(anna)),
        ];
        let mut tx = test.store.begin().await.unwrap();
        for one in &all {
            insert(&mut tx, one).await.unwrap();
        }
        let first = list(&mut tx, &AuditFilter::default(), Slice::first(3)).await.unwrap();
        assert_eq!(first.items, [all[3].clone(), all[2].clone(), all[1].clone()]);
        let slice = Slice { limit: 3, after: first.next };
        let rest = list(&mut tx, &AuditFilter::default(), slice).await.unwrap();
        assert_eq!((rest.items, rest.next), (vec![all[0].clone()], None));

        let wanted = AuditFilter { actor: Some(anna), ..AuditFilter::default() };
        let hers = list(&mut tx, &wanted, Slice::first(9)).await.unwrap();
        assert_eq!(hers.items, [all[3].clone(), all[0].clone()]);
        let wanted = AuditFilter {
            kind: Some("channel".to_owned()),
            subject: Some("channel_1".to_owned()),
            from: Some(at(2)),
            to: Some(at(4)),
            ..AuditFilter::default()
        };
        let between = list(&mut tx, &wanted, Slice::first(9)).await.unwrap();
        assert_eq!(between.items, [all[2].clone()]);
    }
}
