//! The pages of the team: who may open them, in both languages, and that their forms do what they say.

use desk::on_both;
use desk::tickets::NewTicket;

use super::*;

const FOR_ALL: [&str; 6] = [
    "/settings/notices",
    "/settings/hours",
    "/settings/second_factor",
    "/settings/profile",
    "/notices",
    "/around",
];
const FOR_ADMINS: [&str; 2] = ["/settings/security", "/settings/audit"];

on_both! {
    async fn the_pages_of_the_team_are_there_in_both_languages(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let admin = Browser::of(&web, &actor).await;
        let own = [format!("/settings/agents/{}", anna.agent), format!("/settings/agents/{}/hours", anna.agent)];
        for english in [false, true] {
            if english {
                admin.in_english(&actor).await;
            }
            for path in FOR_ALL.into_iter().chain(FOR_ADMINS).chain(own.iter().map(String::as_str)) {
                let answer = admin.open(path).await;
                assert_eq!(answer.status, 200, "{path}");
                if english {
                    assert!(!answer.text().contains("Уведомлен"), "{path}");
                }
            }
        }
    }

    async fn only_administrators_open_what_is_theirs(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = test.admin().await;
        for actor in [test.supervisor().await, test.agent("anna", &[]).await, test.internal(&[]).await] {
            let somebody = Browser::of(&web, &actor).await;
            for path in FOR_ALL {
                assert_eq!(somebody.open(path).await.status, 200, "{path}");
            }
            for path in FOR_ADMINS {
                assert_eq!(somebody.open(path).await.status, 403, "{path}");
            }
            assert_eq!(somebody.send("/settings/security", &[("roles", "agent")]).await.status, 403);
            let others = format!("/settings/agents/{}", admin.agent);
            for deed in ["departure", "return", "sessions/end", "second_factor/removal", "hours"] {
                let answer = somebody.send(&format!("{others}/{deed}"), &[("time_zone", "UTC")]).await;
                assert!([403, 404].contains(&answer.status), "{deed}: {}", answer.status);
            }
        }
    }

    async fn hours_and_absences_are_kept_and_taken_back(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = Browser::of(&web, &test.agent("anna", &[]).await).await;
        let week = [("on", "on"), ("time_zone", "Asia/Omsk"), ("day1.0.from", "10:00"), ("day1.0.to", "19:30"), ("day7.1.from", "22:00"), ("day7.1.to", "06:00")];
        anna.done("/settings/hours", &week).await;
        says(&anna.read("/settings/hours").await, &["checked", "Asia/Omsk", "value=\"10:00\"", "value=\"19:30\"", "value=\"22:00\""]);
        let wrong = [("on", "on"), ("time_zone", "Asia/Omsk"), ("day1.0.from", "утром"), ("day1.0.to", "19:30")];
        says(&anna.refused("/settings/hours", &wrong).await, &["role=\"alert\"", "value=\"утром\""]);
        says(&anna.refused("/settings/hours/absences", &[("first", "2026-05-09"), ("last", "2026-05-01")]).await, &["2026-05-09", "Конец раньше начала"]);
        anna.done("/settings/hours/absences", &[("first", "2026-05-01"), ("last", "2026-05-09"), ("reason", "отпуск")]).await;
        let page = anna.read("/settings/hours").await;
        says(&page, &["2026-05-01 – 2026-05-09", "отпуск"]);
        let removal = format!("/settings/hours/absences/abs_{}", between(&page, "absences/abs_", "\""));
        anna.done(&removal, &[]).await;
        assert!(!anna.read("/settings/hours").await.contains("отпуск"));
        anna.done("/settings/hours", &[("time_zone", "Asia/Omsk")]).await;
    }

    async fn notices_are_switched_by_kind(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = Browser::of(&web, &test.agent("anna", &[]).await).await;
        let page = anna.read("/settings/notices").await;
        says(&page, &["name=\"assigned.page\" checked", "name=\"assigned.browser\" checked"]);
        assert!(!page.contains("channel_silent"), "administrators only");
        anna.done("/settings/notices", &[("kind", "assigned"), ("assigned.sound", "on")]).await;
        let page = anna.read("/settings/notices").await;
        assert!(!page.contains("name=\"assigned.page\" checked") && page.contains("name=\"assigned.sound\" checked"));
    }

    async fn news_tell_only_what_is_new(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let anna = Browser::of(&web, &actor).await;
        let news = anna.open("/notices/news").await.json();
        assert_eq!((news["unread"].as_i64(), news["newest"].as_str()), (Some(0), Some("none")));
        let new = NewTicket { subject: "Где заказ?".to_owned(), assignee_id: Some(actor.agent), ..NewTicket::default() };
        test.desk.create_ticket(&test.supervisor().await, new).await.unwrap();
        let news = anna.open("/notices/news?after=none").await.json();
        assert_eq!(news["items"][0]["title"], "supervisor назначил(а) вам запрос");
        assert!(news["items"][0]["path"].as_str().unwrap().starts_with("/notices/note_"));
        let newest = news["newest"].as_str().unwrap();
        let again = anna.open(&format!("/notices/news?after={newest}")).await.json();
        assert_eq!((again["unread"].as_i64(), again["items"].as_array().unwrap().len()), (Some(1), 0));
        anna.done("/settings/presence", &[("state", "do_not_disturb"), ("minutes", "60"), ("next", "/tickets")]).await;
        let quiet = anna.open("/notices/news?after=none").await.json();
        assert_eq!(quiet["items"].as_array().unwrap().len(), 0, "not to be disturbed");
    }

    async fn somebody_leaves_and_a_colleague_takes_their_tickets_over(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (actor, anna, zoya) = (test.admin().await, test.agent("anna", &[]).await, test.agent("zoya", &[]).await);
        let new = NewTicket { subject: "Где заказ?".to_owned(), assignee_id: Some(anna.agent), ..NewTicket::default() };
        let ticket = test.desk.create_ticket(&actor, new).await.unwrap().ticket.id;
        let admin = Browser::of(&web, &actor).await;
        let path = format!("/settings/agents/{}", anna.agent);
        says(&admin.read(&path).await, &["Что делать с 1 незакрытым запросом", "Передать коллеге", "zoya"]);
        let heir = zoya.agent.to_string();
        admin.done(&format!("{path}/departure"), &[("open_tickets", "heir"), ("heir", &heir)]).await;
        assert_eq!(test.desk.ticket(&actor, ticket).await.unwrap().ticket.assignee_id, Some(zoya.agent));
        assert_eq!(test.desk.unread_notices(&zoya).await.unwrap(), 1);
        says(&admin.read("/settings/agents?state=off").await, &["anna"]);
        assert!(!admin.read("/settings/agents?state=off").await.contains("zoya@example.ru"));
        assert!(!admin.read("/settings/agents?q=ZOYA&role=agent").await.contains("anna@example.ru"));
        admin.done(&format!("{path}/return"), &[]).await;
        says(&admin.read("/settings/audit?kind=agent").await, &["включён снова", "отключён"]);
    }

    async fn a_password_that_is_guessed_first_is_not_taken(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = Browser::of(&web, &test.agent("anna", &[]).await).await;
        let form = [("old_password", desk::testing::PASSWORD), ("new_password", "йцукенгшщзхъ")];
        says(&anna.refused("/settings/profile/password", &form).await, &["подбирают одним из первых"]);
    }
}
