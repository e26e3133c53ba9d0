//! Agents, groups and invitations, by the pages alone.

use axum::body::Body;
use axum::http::{Request, header};
use desk::on_both;
use desk::testing::PASSWORD;

use super::super::browser::{Browser, says};
use crate::testing::{Answer, TestWeb};

const ANNA: [(&str, &str); 7] = [
    ("name", "Анна Петрова"),
    ("email", "petrova@example.ru"),
    ("role", "agent"),
    ("language", "ru"),
    ("provider", "uis"),
    (
        "operator_id",
        "https://my.uiscom.ru/#employees?recordid=391001",
    ),
    ("virtual_number", "8 495 111-71-11"),
];

/// The path of the invitation on a page.
fn invitation(page: &str) -> String {
    let at = page.find("/invitations/").unwrap();
    page[at..].split('<').next().unwrap().to_owned()
}

/// Sends a form without being signed in.
async fn send(web: &TestWeb<'_>, path: &str, form: &str) -> Answer {
    let request = Request::post(path).header("sec-fetch-site", "same-origin");
    web.send(request.body(Body::from(form.to_owned())).unwrap())
        .await
}

on_both! {
    async fn an_agent_is_invited_and_sets_a_password(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        says(&admin.read("/settings/agents/new").await, &["Имя", "Почта", "внутренний сотрудник", "ID оператора", "recordid=", "Виртуальный номер телефона", "Виртуальные номера и правила", "Пригласить"]);
        let shown = admin.shown("/settings/agents", &ANNA).await;
        says(&shown, &["Анна Петрова", "/invitations/dzi_", "показана один раз"]);
        let path = invitation(&shown);
        assert_eq!(admin.open("/settings/agents/invited").await.status, 303, "once only");
        says(&admin.read("/settings/agents").await, &["Анна Петрова", "petrova@example.ru", "агент", "391001", "UIS", "+7 495 111-71-11", "приглашён"]);

        let page = web.get(&path).await;
        says(page.text(), &["Анна Петрова, задайте пароль", "petrova@example.ru", "new-password"]);
        let short = send(&web, &path, "password=123").await;
        assert_eq!(short.status, 422);
        says(short.text(), &["aria-invalid", "Слишком коротко"]);
        let entered = send(&web, &path, "password=correct+horse+battery").await;
        assert_eq!((entered.status, entered.header(header::LOCATION)), (303, "/tickets"));
        assert!(entered.header(header::SET_COOKIE).starts_with("dozvon_session=dzs_"));
        let again = web.get(&path).await;
        assert_eq!(again.status, 404);
        says(again.text(), &["Приглашение не действует"]);
        says(&admin.read("/settings/agents").await, &["Анна Петрова", "работает"]);
    }

    async fn an_invitation_greets_in_the_visitors_language(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        admin.in_english(&actor).await;
        says(&admin.read("/settings/agents").await, &["Agents", "Invite an agent", "administrator"]);
        let made = admin.shown("/settings/agents", &ANNA).await;
        says(&made, &["Hand this link over"]);
        let path = invitation(&made);
        says(web.get(&format!("{path}?lang=en")).await.text(), &["set a password"]);
    }

    async fn what_was_typed_of_an_agent_stays_with_what_is_wrong(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let typed = [("name", "Анна"), ("email", "анна"), ("role", "internal"), ("provider", "uis"), ("operator_id", "Петрова"), ("virtual_number", "12")];
        let page = admin.refused("/settings/agents", &typed).await;
        says(&page, &["value=\"Анна\"", "value=\"анна\"", "Это не адрес почты", "value=\"internal\" checked", "value=\"Петрова\"", "recordid=", "value=\"12\"", "Это не номер телефона"]);
        let taken = [("name", "Второй"), ("email", "admin@example.ru"), ("role", "agent")];
        says(&admin.refused("/settings/agents", &taken).await, &["Это уже занято"]);
    }

    async fn an_administrator_changes_anybody(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let anna = test.agent("anna", &[]).await;
        admin.done("/settings/groups", &[("name", "Доставка")]).await;
        let group = test.desk.groups(&test.admin().await).await.unwrap()[0].id.to_string();
        let path = format!("/settings/agents/{}", anna.agent);
        says(&admin.read(&path).await, &["<h1>anna</h1>", "Доставка", "Отключить", "Открытые сеансы", "Создать ссылку"]);
        let form = [("name", "Анна Ким"), ("email", "anna@example.ru"), ("role", "supervisor"), ("language", "en"), ("groups", &group), ("active", "on"), ("provider", ""), ("operator_id", ""), ("virtual_number", "")];
        assert_eq!(admin.done(&path, &form).await, "/settings/agents");
        says(&admin.read("/settings/agents").await, &["Анна Ким", "супервизор", "Доставка"]);
        admin.done(&format!("{path}/departure"), &[("open_tickets", "nobody")]).await;
        says(&admin.read("/settings/agents").await, &["Анна Ким", "отключён"]);
        assert!(test.desk.actor(anna.agent).await.is_err());
    }

    async fn the_last_administrator_stays(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        let form = [("name", "Я"), ("email", "admin@example.ru"), ("role", "agent"), ("active", "on")];
        let page = admin.refused(&format!("/settings/agents/{}", actor.agent), &form).await;
        says(&page, &["role=\"alert\"", "последний администратор"]);
    }

    async fn a_new_link_replaces_a_forgotten_password(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let anna = test.agent("anna", &[]).await;
        let made = admin.shown(&format!("/settings/agents/{}/invitation", anna.agent), &[]).await;
        let entered = send(&web, &invitation(&made), "password=another+good+one").await;
        assert_eq!(entered.status, 303);
        assert!(test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await.is_err());
    }

    async fn groups_are_made_changed_and_taken_away(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let anna = test.agent("anna", &[]).await.agent.to_string();
        says(&admin.read("/settings/groups").await, &["Групп пока нет", "Новая группа"]);
        says(&admin.refused("/settings/groups", &[("name", ""), ("members", &anna)]).await, &["aria-invalid", "Заполните это поле", &format!("value=\"{anna}\" checked")]);
        admin.done("/settings/groups", &[("name", "Доставка"), ("members", &anna)]).await;
        says(&admin.read("/settings/groups").await, &["Доставка", "1 участник"]);
        let group = test.desk.groups(&test.admin().await).await.unwrap()[0].id;
        let path = format!("/settings/groups/{group}");
        admin.done(&path, &[("name", "Склад")]).await;
        says(&admin.read("/settings/groups").await, &["Склад", "0 участников"]);
        says(&admin.refused("/settings/groups", &[("name", "Склад")]).await, &["Это уже занято"]);
        admin.done(&format!("{path}/deletion"), &[]).await;
        says(&admin.read("/settings/groups").await, &["Групп пока нет"]);
    }

    async fn a_supervisor_reads_agents_and_changes_none(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = test.agent("anna", &[]).await;
        let supervisor = Browser::of(&web, &test.supervisor().await).await;
        let list = supervisor.read("/settings/agents").await;
        assert!(list.contains("anna@example.ru") && !list.contains("/settings/agents/new"));
        assert!(!supervisor.read("/settings/groups").await.contains("<form class=\"form\""));
        let own = format!("/settings/agents/{}", anna.agent);
        assert_eq!(supervisor.open("/settings/agents/new").await.status, 403);
        assert_eq!(supervisor.open(&own).await.status, 403);
        assert_eq!(supervisor.send("/settings/agents", &ANNA).await.status, 403);
        assert_eq!(supervisor.send(&own, &[("name", "Другая")]).await.status, 403);
        assert_eq!(supervisor.send(&format!("{own}/invitation"), &[]).await.status, 403);
        assert_eq!(supervisor.send("/settings/groups", &[("name", "Моя")]).await.status, 403);
        let anna = Browser::of(&web, &anna).await;
        for page in ["/settings/agents", "/settings/groups"] {
            assert_eq!(anna.open(page).await.status, 403, "{page}");
        }
    }
}
