//! Fields that administrators add.

use store::clients::FieldMatch;

use super::*;

fn field(name: &str, kind: &str, choices: &[&str]) -> FieldForm {
    FieldForm {
        name: Some(name.to_owned()),
        kind: Some(kind.to_owned()),
        choices: Some(choices.iter().map(|one| (*one).to_owned()).collect()),
        place: None,
    }
}

on_both! {
    async fn clients_have_values_and_are_found_by_them(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let kind = desk.create_client_field(&admin, field("Сегмент", "choice", &["Розница", "Опт"])).await.unwrap();
        let site = desk.create_client_field(&admin, field("Сайт", "link", &[])).await.unwrap();
        let own = [("Сегмент".to_owned(), "опт".to_owned()), (site.id.to_string(), "nitka.example".to_owned())];
        let ira = NewClient { fields: own.into_iter().collect(), ..named("Ирина", &[]) };
        let ira = desk.create_client(&admin, ira).await.unwrap();
        desk.create_client(&admin, named("Борис", &[])).await.unwrap();
        let view = desk.client_view(&admin, ira.clone()).await.unwrap();
        let values: Vec<&str> = view.values.iter().map(|value| value.value.as_str()).collect();
        assert_eq!(values, ["Опт", "https://nitka.example"]);
        for (id, wanted, names) in [
            (kind.id, FieldMatch::Is("ОПТ".into()), "Ирина"),
            (kind.id, FieldMatch::Empty, "Борис"),
            (site.id, FieldMatch::Has("NITKA".into()), "Ирина"),
        ] {
            let filter = ClientFilter { fields: vec![(id, wanted)], ..ClientFilter::default() };
            let page = desk.clients(&admin, &filter, Slice::first(9)).await.unwrap();
            let found: Vec<String> = page.items.into_iter().map(|client| client.name).collect();
            assert_eq!(found.join(" "), names);
        }
        let wrong = [("Сегмент".to_owned(), "Другое".to_owned()), ("Нет такого".to_owned(), "1".to_owned())];
        let change = ClientChange { fields: wrong.into_iter().collect(), ..ClientChange::default() };
        assert_eq!(fields(desk.change_client(&admin, ira.id, change).await.unwrap_err()), ["fields.Нет такого", "fields.Сегмент"]);
        desk.delete_client_field(&admin, kind.id).await.unwrap();
        assert_eq!(desk.client_view(&admin, ira).await.unwrap().values.len(), 1);
    }

    async fn only_administrators_add_fields_and_each_name_is_there_once(test: &TestDesk) {
        let admin = test.admin().await;
        let supervisor = test.supervisor().await;
        let desk = &test.desk;
        let made = desk.create_client_field(&admin, field("Договор", "text", &[])).await.unwrap();
        assert!(matches!(desk.create_client_field(&supervisor, field("Другой", "text", &[])).await, Err(Refusal::NotAllowed(_))));
        assert_eq!(fields(desk.create_client_field(&admin, field("Договор", "text", &[])).await.unwrap_err()), ["name"]);
        assert_eq!(fields(desk.create_client_field(&admin, field("Выбор", "choice", &[" "])).await.unwrap_err()), ["choices"]);
        assert_eq!(fields(desk.create_client_field(&admin, field("Вид", "colour", &[])).await.unwrap_err()), ["kind"]);
        let kind = FieldForm { kind: Some("date".into()), ..FieldForm::default() };
        assert_eq!(fields(desk.change_client_field(&admin, made.id, kind).await.unwrap_err()), ["kind"]);
        let name = FieldForm { name: Some("Номер договора".into()), place: Some(7), ..FieldForm::default() };
        let changed = desk.change_client_field(&admin, made.id, name).await.unwrap();
        assert_eq!((changed.name.as_str(), changed.place), ("Номер договора", 7));
    }
}
