//! Views in people's hands.

use domain::Whose;

use super::*;
use crate::{Denied, on_both};

fn new(name: &str, shared: bool) -> NewView {
    NewView {
        name: name.to_owned(),
        shared,
        narrowing: Narrowing {
            whose: Some(Whose::Me),
            tags: vec!["чек".to_owned()],
            ..Narrowing::default()
        },
        order: Order::Waiting,
    }
}

async fn names(test: &crate::testing::TestDesk, actor: &Actor) -> Vec<String> {
    let views = test.desk.views(actor).await.unwrap();
    views.into_iter().map(|view| view.name).collect()
}

on_both! {
    async fn a_view_reads_back_and_is_ones_own(test: &TestDesk) {
        let (anna, oleg) = (test.agent("anna", &[]).await, test.agent("oleg", &[]).await);
        let view = test.desk.create_view(&anna, new(" Мои  чеки ", false)).await.unwrap();
        assert_eq!(view.name, "Мои чеки");
        assert_eq!(test.desk.view(&anna, view.id).await.unwrap(), view);
        assert!(matches!(test.desk.view(&oleg, view.id).await, Err(Refusal::NotFound(Thing::View))));
        assert!(names(test, &oleg).await.is_empty());
        assert!(test.desk.create_view(&anna, new("  ", false)).await.is_err());
    }

    async fn supervisors_share_views_with_everybody(test: &TestDesk) {
        let (anna, boss) = (test.agent("anna", &[]).await, test.supervisor().await);
        let refused = test.desk.create_view(&anna, new("Всем", true)).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::SupervisorsOnly))));
        let shared = test.desk.create_view(&boss, new("Всем", true)).await.unwrap();
        test.desk.create_view(&anna, new("Своё", false)).await.unwrap();
        assert_eq!(names(test, &anna).await, ["Своё", "Всем"]);
        let rename = ViewChange { name: Some("Моё".into()), ..ViewChange::default() };
        let refused = test.desk.change_view(&anna, shared.id, rename.clone(), None).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::SupervisorsOnly))));
        assert!(test.desk.delete_view(&anna, shared.id).await.is_err());
        let admin = test.admin().await;
        test.desk.change_view(&admin, shared.id, rename, Some(shared.version)).await.unwrap();
        assert_eq!(names(test, &anna).await, ["Своё", "Моё"]);
    }

    async fn the_second_of_two_who_change_a_view_is_told(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let view = test.desk.create_view(&anna, new("Чеки", false)).await.unwrap();
        let rename = |name: &str| ViewChange { name: Some(name.into()), ..ViewChange::default() };
        test.desk.change_view(&anna, view.id, rename("Первый"), Some(view.version)).await.unwrap();
        let second = test.desk.change_view(&anna, view.id, rename("Второй"), Some(view.version)).await;
        assert!(matches!(second, Err(Refusal::Changed)));
    }

    async fn views_stand_in_the_order_they_are_given_and_come_back(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let mut ids = Vec::new();
        for name in ["А", "Б", "В"] {
            ids.push(test.desk.create_view(&anna, new(name, false)).await.unwrap().id);
        }
        test.desk.move_view(&anna, ids[2], Step::Up).await.unwrap();
        assert_eq!(names(test, &anna).await, ["А", "В", "Б"]);
        test.desk.move_view(&anna, ids[0], Step::Up).await.unwrap();
        test.desk.move_view(&anna, ids[0], Step::Down).await.unwrap();
        assert_eq!(names(test, &anna).await, ["В", "А", "Б"]);
        test.desk.delete_view(&anna, ids[0]).await.unwrap();
        assert_eq!(names(test, &anna).await, ["В", "Б"]);
        assert!(test.desk.view(&anna, ids[0]).await.is_err());
        test.desk.restore_view(&anna, ids[0]).await.unwrap();
        assert_eq!(names(test, &anna).await, ["В", "А", "Б"]);
    }
}
