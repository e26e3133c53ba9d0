//! Clients: found, made, changed, merged.

use desk::on_both;

use super::*;

const IRINA: [(&str, &str); 9] = [
    ("name", "Ирина Савельева"),
    ("phone", "8 (495) 780-61-40"),
    ("kind", "work"),
    ("phone", ""),
    ("kind", ""),
    ("email", "irina@nitka.example"),
    ("company", "Ателье «Нитка»"),
    ("note", "Звонить **после десяти**."),
    ("vip", "on"),
];

/// A form of tables, as browsers send files.
async fn bring(browser: &Browser<'_>, file: &str) -> String {
    let answer = browser.upload("/clients/import", "clients.csv", file).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.header(axum::http::header::LOCATION).to_owned()
}

on_both! {
    async fn a_client_is_made_and_changed(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let path = anna.done("/clients", &IRINA).await;
        says(&anna.read(&path).await, &["Ирина Савельева", "VIP", "Ателье", "с 28 марта", "+7 495 780-61-40", "рабочий", "irina@nitka.example", "<strong>после десяти</strong>"]);
        let form = anna.read(&format!("{path}/edit")).await;
        says(&form, &["value=\"Ирина Савельева\"", "value=\"+7 495 780-61-40\"", "value=\"work\" selected", "irina@nitka.example", "Звонить **после десяти**.", "checked"]);
        let mut wrong = IRINA;
        wrong[3] = ("phone", "не номер");
        wrong[5] = ("email", "не почта");
        let page = anna.refused(&path, &wrong).await;
        says(&page, &["value=\"8 (495) 780-61-40\"", "value=\"не номер\"", "Это не номер телефона", "value=\"не почта\"", "Это не адрес почты", "Звонить **после десяти**."]);
        let mut less = IRINA;
        less[8] = ("company", "");
        assert_eq!(anna.done(&path, &less).await, path);
        assert!(!anna.read(&path).await.contains("VIP</abbr>"));
        test.desk.follow_words().await.unwrap();
        says(&anna.read("/clients?q=84957806140").await, &["Ирина Савельева", "+7 495 780-61-40"]);
        says(&anna.read("/clients?q=%D0%B0%D1%82%D0%B5%D0%BB%D1%8C%D0%B5").await, &["Ирина Савельева"]);
        says(&anna.read("/clients?q=%D0%BA%D0%BE%D1%82").await, &["Никого не нашлось"]);
    }

    async fn a_client_without_anything_is_refused_and_keeps_its_note(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, anna) = anna(&web, channel).await;
        let page = anna.refused("/clients", &[("name", " "), ("note", "кто это?")]).await;
        says(&page, &["Заполните это поле", "кто это?"]);
    }

    async fn who_saves_later_sees_who_was_quicker_and_keeps_what_they_typed(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let path = admin.done("/clients", &IRINA).await;
        let form = admin.read(&format!("{path}/edit")).await;
        let version = between(&form, "name=\"version\" value=\"", "\"").to_owned();
        assert_eq!(admin.done(&path, &[("name", "Ирина"), ("version", &version)]).await, path);
        let slower = [("name", "Ира"), ("note", "моё"), ("version", version.as_str())];
        let answer = admin.send(&path, &slower).await;
        assert_eq!(answer.status, 409);
        says(answer.text(), &["карточку изменили. admin: Имя: Ирина Савельева → Ирина", "value=\"Ира\"", "моё"]);
        let again = between(answer.text(), "name=\"version\" value=\"", "\"").to_owned();
        assert_eq!(admin.done(&path, &[("name", "Ира"), ("version", &again)]).await, path);
        says(&admin.read(&path).await, &["<h1>Ира", "Что меняли", "Имя: Ирина → Ира"]);
    }

    async fn a_caller_is_named_and_then_stands_among_the_clients(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        assert!(!anna.read("/clients").await.contains(SHOWN));
        says(&anna.read("/clients?view=callers").await, &[SHOWN]);
        test.desk.follow_words().await.unwrap();
        says(&anna.read("/clients?q=204-18-37").await, &[SHOWN]);
        let ticket = anna.read("/tickets/1").await;
        says(&ticket, &["незнакомый номер", "Кто это?"]);
        let caller = format!("/clients/cl_{}", between(&ticket, "href=\"/clients/cl_", "\""));
        let named = [("name", "Ирина Савельева"), ("back", "/tickets/1")];
        assert_eq!(anna.done(&format!("{caller}/name"), &named).await, "/tickets/1");
        says(&anna.read("/tickets/1").await, &["Входящий звонок: Ирина Савельева"]);
        says(&anna.read("/clients").await, &["Ирина Савельева"]);
        let elsewhere = [("name", "Ирина"), ("back", "//evil.example")];
        assert_eq!(anna.done(&format!("{caller}/name"), &elsewhere).await, caller);
    }

    async fn two_cards_are_compared_merged_and_parted(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let irina = anna.done("/clients", &IRINA).await;
        let caller = format!("/clients/cl_{}", between(&anna.read("/tickets/1").await, "href=\"/clients/cl_", "\""));
        let into = irina.trim_start_matches("/clients/");
        says(&anna.read(&format!("{caller}/merge?q=8+495+780+61+40")).await, &["Ирина Савельева", &format!("merge?into={into}"), "Сравнить"]);
        let both = anna.read(&format!("{caller}/merge?into={into}")).await;
        says(&both, &["остаётся", "закроется", "name=\"side_company\" value=\"into\" checked", "Телефоны, которые останутся", SHOWN]);
        let form = [("into", into), ("side_name", "into"), ("phone_shown", "+79162041837"), ("phone", "+79162041837")];
        assert_eq!(anna.done(&format!("{caller}/merge"), &form).await, irina);
        let page = anna.read(&irina).await;
        says(&page, &["href=\"/tickets/1\"", "+7 495 780-61-40", SHOWN, "Разъединить"]);
        let old = anna.open(&caller).await;
        assert_eq!(old.header(axum::http::header::LOCATION), irina);
        let itself = anna.send(&format!("{irina}/merge"), &[("into", into)]).await;
        assert_eq!(itself.status, 422);
        let undo = format!("/clients/moves/{}", between(&page, "action=\"/clients/moves/", "\""));
        assert_eq!(anna.done(&undo, &[]).await, caller);
        let page = anna.read(&irina).await;
        assert!(!page.contains("data-phone=\"+79162041837\""), "{page}");
        let twice = anna.send(&undo, &[]).await;
        assert_eq!(twice.status, 409);
    }

    async fn a_shared_number_offers_everybody_and_remembers(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let mut paths = Vec::new();
        for name in ["Борис", "Анна Котова"] {
            paths.push(admin.done("/clients", &[("name", name), ("phone", NUMBER), ("kind", "")]).await);
        }
        called(&web).await;
        let ticket = admin.read("/tickets/1").await;
        says(&ticket, &["Номер у 2 клиентов", "может быть", "Это он"]);
        let id = between(&ticket, "name=\"ticket\" value=\"", "\"").to_owned();
        let anna = paths[1].trim_start_matches("/clients/");
        let form = [("ticket", id.as_str()), ("client", anna), ("back", "/tickets/1")];
        assert_eq!(admin.done("/clients/pick", &form).await, "/tickets/1");
        let ticket = admin.read("/tickets/1").await;
        says(&ticket, &["Входящий звонок: Анна Котова", "скорее всего, выбран вручную в прошлый раз"]);
        let page = admin.read(&format!("/clients/pick?ticket={id}&q=%D0%91%D0%BE%D1%80%D0%B8%D1%81")).await;
        says(&page, &["Чей это звонок", "Анна Котова", "Борис", "Это он"]);
    }

    async fn own_fields_stand_in_forms_cards_and_the_list(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        admin.done("/clients/fields", &[("name", "Сегмент"), ("kind", "choice"), ("choices", "Розница\nОпт")]).await;
        let page = admin.refused("/clients/fields", &[("name", ""), ("kind", "text")]).await;
        says(&page, &["Сегмент", "Заполните это поле"]);
        let form = admin.read("/clients/new").await;
        let field = format!("field_fld_{}", between(&form, "name=\"field_fld_", "\""));
        let wrong = admin.refused("/clients", &[("name", "Анна"), (field.as_str(), "Другое")]).await;
        says(&wrong, &["Такого варианта нет. Есть: Розница, Опт."]);
        let path = admin.done("/clients", &[("name", "Анна"), (field.as_str(), "Опт")]).await;
        says(&admin.read(&path).await, &["Сегмент", "Опт"]);
        let own = field.replacen("field_", "f_", 1);
        says(&admin.read(&format!("/clients?{own}=%D0%9E%D0%BF%D1%82")).await, &["Анна"]);
        says(&admin.read(&format!("/clients?{own}=%D0%A0%D0%BE%D0%B7%D0%BD%D0%B8%D1%86%D0%B0")).await, &["Никого не нашлось"]);
        let removal = format!("/clients/fields/{}/removal", field.trim_start_matches("field_"));
        admin.done(&removal, &[]).await;
        assert!(!admin.read(&path).await.contains("Сегмент"));
        let (_, anna) = anna(&web, test.channel().await).await;
        assert_eq!(anna.open("/clients/fields").await.status, 403);
    }

    async fn a_file_is_looked_at_checked_and_taken_in(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let path = bring(&admin, "Имя;Телефон\nАнна;89160000001\nБорис;нет\n").await;
        says(&admin.read(&path).await, &["clients.csv", "Имя", "value=\"name\" selected", "Телефон", "value=\"phone\" selected", "Анна", "Проверить"]);
        let plan = [("encoding", "UTF-8"), ("delimiter", ";"), ("duplicates", "skip"), ("header", "on"), ("column", "name"), ("column", "phone")];
        let step = |what: &'static str| [plan.as_slice(), &[("do", what)]].concat();
        assert_eq!(admin.done(&path, &step("try")).await, path);
        says(&admin.read(&path).await, &["Проверяем"]);
        test.desk.work_all().await.unwrap();
        says(&admin.read(&path).await, &["ничего ещё не записано", "3", "Телефон: Это не номер телефона", "Борис · нет", "Загрузить клиентов"]);
        admin.done(&path, &step("import")).await;
        test.desk.work_all().await.unwrap();
        says(&admin.read(&path).await, &["Загружено", "Скачать непринятые строки"]);
        let wrong = admin.open(&format!("{path}/errors")).await;
        assert!(wrong.text().contains("Борис;нет;3;Телефон: Это не номер телефона"), "{wrong:?}");
        says(&admin.read("/clients").await, &["Анна", "+7 916 000-00-01"]);
        test.desk.follow_words().await.unwrap();
        let table = admin.open("/clients/export?q=%D0%90%D0%BD%D0%BD%D0%B0").await;
        assert!(table.text().contains("Анна;+7 916 000-00-01"), "{table:?}");
        let empty = admin.upload("/clients/import", "empty.csv", " ").await;
        assert_eq!(empty.status, 422);
        let other = bring(&admin, "a,b;c\n1,2;3\n").await;
        let comma = [("encoding", "UTF-8"), ("delimiter", ","), ("do", "try")];
        assert_eq!(admin.done(&other, &comma).await, other);
        says(&admin.read(&other).await, &["value=\",\" selected", "b;c"]);
    }
}
