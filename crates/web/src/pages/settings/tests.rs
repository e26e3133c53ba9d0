//! One's own profile, by the page alone.

use axum::http::header;
use desk::on_both;
use desk::testing::PASSWORD;

use super::super::browser::{Browser, says};
use crate::testing::TestWeb;

const HERE: &str = "/settings/profile";

on_both! {
    async fn name_and_language_are_ones_own(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = Browser::of(&web, &test.agent("anna", &[]).await).await;
        says(&anna.read(HERE).await, &["Профиль", "anna@example.ru, агент", "Телефония", "Пароль", "Где вы вошли", "Ключи API"]);
        assert_eq!(anna.done(HERE, &[("name", "Анна Ким"), ("language", "en")]).await, HERE);
        says(&anna.read(HERE).await, &["<html lang=\"en\">", "Profile", "value=\"Анна Ким\"", "Telephony", "Operator ID", "Password", "Where you are signed in", "API keys"]);
        says(&anna.refused(HERE, &[("name", " "), ("language", "en")]).await, &["value=\" \"", "aria-invalid"]);
    }

    async fn the_operators_id_is_taken_from_a_whole_address(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let anna = Browser::of(&web, &actor).await;
        says(&anna.read(HERE).await, &["Тип телефонии", "UIS", "ID оператора", "«Настройки» → «Сотрудники»", "recordid=", "Виртуальный номер телефона", "«Сервисы» → «Виртуальная АТС» → «Виртуальные номера и правила»"]);
        let form = [("provider", "uis"), ("operator_id", "https://my.uiscom.ru/#e?recordid=12345&tab=1"), ("virtual_number", "84951117111")];
        anna.done(&format!("{HERE}/telephony"), &form).await;
        says(&anna.read(HERE).await, &["<option value=\"uis\" selected>", "value=\"12345\"", "value=\"+7 495 111-71-11\""]);
        let form = [("provider", "uis"), ("operator_id", "Анна"), ("virtual_number", "1")];
        says(&anna.refused(&format!("{HERE}/telephony"), &form).await, &["value=\"Анна\"", "цифры после recordid=", "value=\"1\"", "Это не номер телефона"]);
        let form = [("provider", ""), ("operator_id", ""), ("virtual_number", "")];
        anna.done(&format!("{HERE}/telephony"), &form).await;
        assert_eq!(test.desk.agent(&actor, actor.agent).await.unwrap().telephony, domain::Telephony::default());
    }

    async fn the_password_is_changed_by_whoever_knows_it(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let (anna, elsewhere) = (Browser::of(&web, &actor).await, Browser::of(&web, &actor).await);
        let path = format!("{HERE}/password");
        let page = anna.refused(&path, &[("old_password", "нет"), ("new_password", "123")]).await;
        says(&page, &["Это не ваш нынешний пароль", "Слишком коротко"]);
        assert!(!page.contains("value=\"123\""));
        let to = anna.done(&path, &[("old_password", PASSWORD), ("new_password", "новый хороший пароль")]).await;
        says(&anna.read(to.split('#').next().unwrap()).await, &["Пароль изменён"]);
        assert_eq!(elsewhere.open(HERE).await.status, 303);
    }

    async fn other_browsers_are_signed_out_one_by_one_or_all(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let (anna, elsewhere) = (Browser::of(&web, &actor).await, Browser::of(&web, &actor).await);
        let page = anna.read(HERE).await;
        says(&page, &["Firefox, Windows"]);
        assert_eq!(page.matches("этот браузер").count(), 1);
        let end = page.split("action=\"/settings/sessions/ses_").nth(1).unwrap();
        let end = format!("/settings/sessions/ses_{}", end.split('"').next().unwrap());
        assert_eq!(anna.done(&end, &[]).await, HERE);
        assert_eq!(elsewhere.open(HERE).await.status, 303);
        assert_eq!(anna.send(&end, &[]).await.status, 404);
        let out = anna.send("/settings/sessions/end", &[]).await;
        assert_eq!((out.status, out.header(header::LOCATION)), (303, "/sign_in"));
        assert_eq!(anna.open(HERE).await.status, 303);
    }

    async fn a_key_is_shown_once_and_revoked(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let anna = Browser::of(&web, &actor).await;
        says(&anna.refused("/settings/keys", &[("key_name", " ")]).await, &["id=\"key_name\"", "aria-invalid", "Заполните это поле"]);
        let made = anna.shown("/settings/keys", &[("key_name", "Выгрузка")]).await;
        says(&made, &["Новый ключ", "Выгрузка", "dzk_", "больше он не покажется"]);
        assert_eq!(anna.open("/settings/keys/new").await.status, 303, "once only");
        let key = made.split("dzk_").nth(1).unwrap().split('<').next().unwrap();
        let key = format!("dzk_{key}");
        assert!(test.desk.actor_of_key(&key).await.is_ok());
        let page = anna.read(HERE).await;
        assert!(page.contains("Выгрузка") && !page.contains(&key));
        let revoke = page.split("action=\"/settings/keys/").nth(1).unwrap();
        let revoke = format!("/settings/keys/{}", revoke.split('"').next().unwrap());
        anna.done(&revoke, &[]).await;
        assert!(test.desk.actor_of_key(&key).await.is_err());
        let other = Browser::of(&web, &test.agent("boris", &[]).await).await;
        assert_eq!(other.send(&revoke, &[]).await.status, 404);
    }
}
