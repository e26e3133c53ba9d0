//! A channel is added, changed, opened to people and taken down.

use desk::on_both;

use super::*;

on_both! {
    async fn a_channel_is_added_as_the_article_says(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let empty = admin.read("/channels").await;
        says(&empty, &["Каналов пока нет", "href=\"/channels/new\"", "Добавить канал"]);
        says(&admin.read("/channels/new").await, &["href=\"/channels/new/telephony\"", "Телефония"]);
        let form = admin.read("/channels/new/telephony").await;
        says(&form, &["Название канала", "Телефония", "<option value=\"uis\" selected>UIS", "CoMagic", "Novofon", "CallGear", "Сохранить"]);
        let id = added(&admin).await;
        let page = admin.read(&format!("/channels/{id}")).await;
        says(&page, &["<h1>Отдел доставки</h1>", "App Secret", "Токены канала"]);
        says(&admin.read("/channels").await, &["Отдел доставки", "UIS", "ждём уведомлений", "ещё не было"]);
    }

    async fn everything_is_said_in_english_too(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        admin.in_english(&actor).await;
        let id = added(&admin).await;
        says(&admin.read("/channels/new/telephony").await, &["Channel name", "Save"]);
        says(&admin.read("/channels").await, &["Channels", "waiting for notifications"]);
        let page = admin.read(&format!("/channels/{id}")).await;
        says(&page, &["Channel tokens", "Ticket rule", "Connection", "Install the UIS softphone"]);
        says(&admin.read(&format!("/channels/{id}/notifications")).await, &["Requests of the telephony", "No requests yet"]);
    }

    async fn what_is_wrong_stands_at_its_field_and_what_was_typed_stays(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let page = admin.refused("/channels/new/telephony", &[("name", " "), ("provider", "novofon")]).await;
        says(&page, &["id=\"name\"", "aria-invalid=\"true\"", "Заполните это поле", "<option value=\"novofon\" selected>"]);
        let id = added(&admin).await;
        let path = format!("/channels/{id}");
        let page = admin.refused(&path, &[("country", "Россия"), ("time_zone", "Москва"), ("close_after_minutes", "час")]).await;
        says(&page, &["value=\"Россия\"", "Нужны две буквы", "value=\"Москва\"", "Нет такого часового пояса", "value=\"час\"", "Нужно целое число"]);
        let page = admin.refused(&path, &[("tickets", "missed"), ("attach", "always_new"), ("reopen_hours", "-1")]).await;
        says(&page, &["value=\"missed\" checked", "value=\"always_new\" checked", "value=\"-1\"", "Нужно целое число"]);
    }

    async fn each_form_changes_its_own_fields(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let path = format!("/channels/{id}");
        assert_eq!(admin.done(&path, &[("name", "Склад"), ("provider", "comagic"), ("app_secret", "")]).await, path);
        admin.done(&path, &[("tickets", "missed"), ("attach", "always_new"), ("reopen_hours", "24")]).await;
        admin.done(&path, &[("country", "KZ"), ("time_zone", "Asia/Almaty"), ("close_after_minutes", "60")]).await;
        let page = admin.read(&path).await;
        says(&page, &["<h1>Склад</h1>", "<option value=\"comagic\" selected>", "value=\"missed\" checked", "value=\"always_new\" checked", "value=\"24\"", "value=\"KZ\"", "value=\"Asia/Almaty\"", "value=\"60\""]);
    }

    async fn the_app_secret_is_in_no_answer(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let path = format!("/channels/{id}");
        assert!(admin.read(&path).await.contains("Сгенерировать ключ"));
        admin.done(&path, &[("name", "Склад"), ("app_secret", SECRET)]).await;
        let page = admin.read(&path).await;
        says(&page, &["…4f2a", "Заменить", "Ключ API сохранён"]);
        assert!(!page.contains(SECRET));
        let page = admin.refused(&path, &[("name", ""), ("app_secret", SECRET)]).await;
        assert!(!page.contains(SECRET));
        admin.done(&path, &[("name", "Склад"), ("app_secret", "")]).await;
        assert!(admin.read(&path).await.contains("…4f2a"), "an empty field keeps the secret");
    }

    async fn agents_and_groups_are_let_in(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let anna = test.agent("anna", &[]).await;
        let internal = test.internal(&[]).await;
        let group = desk::people::NewGroup { name: "Доставка".to_owned(), members: vec![] };
        let group = test.desk.create_group(&test.admin().await, &group).await.unwrap();
        let id = added(&admin).await;
        let (path, anna_id, group_id) = (format!("/channels/{id}"), anna.agent.to_string(), group.id.to_string());
        says(&admin.read(&path).await, &["Доставка", "internal", "внутренний сотрудник, звонить не может"]);
        let form = [("agents", anna_id.as_str()), ("groups", group_id.as_str())];
        assert_eq!(admin.done(&format!("{path}/access"), &form).await, format!("{path}#access"));
        let page = admin.read(&path).await;
        assert!(page.contains(&format!("value=\"{anna_id}\" checked")));
        assert!(page.contains(&format!("value=\"{group_id}\" checked")));
        assert!(!page.contains(&format!("value=\"{}\" checked", internal.agent)));
        assert!(test.actor(anna.agent).await.reach.covers(Some(id)));
        admin.done(&format!("{path}/access"), &[]).await;
        assert!(!test.actor(anna.agent).await.reach.covers(Some(id)));
    }

    async fn a_channel_taken_down_is_gone_from_the_list(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        says(&admin.read(&format!("/channels/{id}")).await, &["Удалить канал", "Прежние звонки и запросы останутся"]);
        assert_eq!(admin.done(&format!("/channels/{id}/deletion"), &[]).await, "/channels");
        assert!(admin.read("/channels").await.contains("Каналов пока нет"));
        assert_eq!(admin.open(&format!("/channels/{id}")).await.status, 404);
    }
}
