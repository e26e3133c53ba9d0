//! The list of tickets: narrowed, sorted, kept as a view, walked, and changed many at once.

use desk::on_both;

use super::*;

/// A ticket made by hand.
async fn made(browser: &Browser<'_>, subject: &str, tags: &str, priority: &str) {
    let fields = [("subject", subject), ("tags", tags), ("priority", priority)];
    browser.done("/tickets", &fields).await;
}

/// Numbers of the rows, in their order.
fn rows(page: &str) -> Vec<String> {
    let items = page.split("<li id=\"row-").skip(1);
    items
        .map(|item| item.split('"').next().unwrap().to_owned())
        .collect()
}

/// The ids of the tickets that can be picked, in their order.
fn picks(page: &str) -> Vec<String> {
    let items = page.split("name=\"ticket\" value=\"").skip(1);
    items
        .map(|item| item.split('"').next().unwrap().to_owned())
        .collect()
}

/// An address as it stands in a page.
fn address(page: &str, before: &str) -> String {
    between(page, before, "\"").replace("&#38;", "&")
}

on_both! {
    async fn a_list_is_narrowed_by_its_address_and_each_chip_takes_one_away(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        made(&admin, "Первый", "чек, возврат", "urgent").await;
        test.clock.advance(1);
        made(&admin, "Второй", "чек", "low").await;
        test.clock.advance(1);
        made(&admin, "Третий", "", "normal").await;
        let tag = "tag=%D1%87%D0%B5%D0%BA";
        let page = admin.read(&format!("/tickets?{tag}&priority=urgent&status=open")).await;
        assert_eq!(rows(&page), ["1"]);
        says(&page, &["class=\"chip\"", "Статус: <b>Открыт", "Метка: <b>чек", "Приоритет: <b>Срочный", "Сохранить вид", "row-priority", "Срочный", "row-tag\">чек"]);
        let chips: Vec<_> = page.split("class=\"chip\" href=\"").skip(1).map(|chip| chip.split('"').next().unwrap().replace("&#38;", "&")).collect();
        assert_eq!(rows(&admin.read(&chips[2]).await), ["2", "1"]);
        assert_eq!(rows(&admin.read("/tickets?sort=priority").await), ["1", "3", "2"]);
        says(&admin.read("/tickets?sort=priority").await, &["По приоритету", "Срочный</h3>", "Обычный</h3>", "Низкий</h3>"]);
        says(&admin.read("/tickets?tag=x").await, &["Под этот отбор ничего не подходит"]);
        let asked = admin.done_get("/tickets?view=free&who=%D0%BD%D0%B8%D0%BA%D1%82%D0%BE").await;
        assert_eq!(asked, "/tickets?view=free");
    }

    async fn missed_callers_wait_in_a_view_of_their_own(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, token) = web.test.token(channel).await;
        web.notify(&token, &ringing(2, "74950000099")).await;
        web.notify(&token, &crate::testing::missed(2, "74950000099")).await;
        test.clock.advance(24 * 60);
        let (_, anna) = anna(&web, channel).await;
        let page = anna.read("/tickets?view=missed").await;
        assert_eq!(rows(&page), ["2"]);
        says(&page, &["aria-current=\"page\">", "id=\"waits-phone-missed\" class=\"waits\"><span class=\"count\" data-kind=\"miss\">1", "Нужно перезвонить", "data-state=\"wait\"", "data-waiting", "Пропущенный звонок"]);
        anna.done("/tickets/2", &[("status", "solved")]).await;
        says(&anna.read("/tickets?view=missed").await, &["уже перезвонили"]);
    }

    async fn many_are_picked_changed_told_of_and_taken_back(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        for subject in ["Первый", "Второй", "Третий"] {
            made(&admin, subject, "", "normal").await;
        }
        let page = admin.read("/tickets").await;
        let ids = picks(&page);
        let me = actor.agent.to_string();
        let form = [("ticket", ids[0].as_str()), ("ticket", ids[1].as_str()), ("status", ""), ("assignee_id", me.as_str()), ("add_tags", "чек, срочно"), ("back", "/tickets?sort=priority")];
        let answer = admin.send("/tickets/bulk", &form).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/tickets?sort=priority"));
        let told = admin.read_after(&answer, "/tickets?view=mine").await;
        assert_eq!(rows(&told).len(), 2);
        says(&told, &["Изменено 2 запроса", "action=\"/tickets/bulk/bulk_"]);
        let undo = address(&told, "action=\"/tickets/bulk/bulk_");
        assert_eq!(admin.done(&format!("/tickets/bulk/bulk_{undo}"), &[("back", "/tickets")]).await, "/tickets");
        assert!(rows(&admin.read("/tickets?view=mine").await).is_empty());
        for (fields, said) in [(vec![("status", "spam")], "Ничего не выбрано"), (vec![("ticket", ids[0].as_str())], "Не выбрано, что изменить")] {
            let answer = admin.send("/tickets/bulk", &fields).await;
            says(&admin.read_after(&answer, "/tickets").await, &[said]);
        }
        assert_eq!(admin.done("/tickets/bulk", &[("ticket", &ids[0]), ("status", ""), ("status", "spam"), ("back", "//evil.example/")]).await, "/tickets");
        assert_eq!(rows(&admin.read("/tickets").await).len(), 2);
        let two = picks(&admin.read("/tickets").await);
        let merged = admin.send("/tickets/bulk", &[("ticket", &two[0]), ("ticket", &two[1]), ("status", ""), ("merge", "1")]).await;
        let told = admin.read_after(&merged, "/tickets").await;
        assert_eq!(rows(&told).len(), 1);
        says(&told, &["Вошли в запрос №", "action=\"/tickets/bulk/part\""]);
        let numbers = between(&told, "name=\"tickets\" value=\"", "\"").to_owned();
        admin.done("/tickets/bulk/part", &[("tickets", &numbers), ("back", "/tickets")]).await;
        assert_eq!(rows(&admin.read("/tickets").await).len(), 2);
        let internal = Browser::of(&web, &test.internal(&[]).await).await;
        assert!(picks(&internal.read("/tickets").await).is_empty());
        assert_eq!(internal.send("/tickets/bulk", &[("ticket", &ids[1]), ("status", "spam")]).await.status, 403);
    }

    async fn a_list_is_kept_as_a_view_changed_shared_and_brought_back(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        made(&admin, "Первый", "чек", "normal").await;
        made(&admin, "Второй", "", "normal").await;
        let new = admin.read("/views/new?tag=%D1%87%D0%B5%D0%BA&sort=priority").await;
        says(&new, &["name=\"tag\" value=\"чек\"", "name=\"sort\" value=\"priority\"", "Для всех", "Метка: <b>чек"]);
        let refused = admin.refused("/views", &[("name", " "), ("tag", "чек")]).await;
        says(&refused, &["name=\"tag\" value=\"чек\"", "Заполните это поле"]);
        let path = admin.done("/views", &[("name", "Чеки"), ("tag", "чек"), ("sort", "priority"), ("shared", "on")]).await;
        let page = admin.read(&path).await;
        assert_eq!(rows(&page), ["1"]);
        says(&page, &["aria-current=\"page\" data-kept>Чеки", "По приоритету", "Метка: <b>чек"]);
        let chip = address(&page, "class=\"chip\" href=\"");
        let edited = admin.read(&chip).await;
        assert_eq!(rows(&edited).len(), 2);
        says(&edited, &["/narrowing\"", "Обновить вид"]);
        let anna = Browser::of(&web, &test.agent("anna", &[]).await).await;
        says(&anna.read("/tickets").await, &["data-kept>Чеки"]);
        let listed = admin.read("/views").await;
        let id = address(&listed, "method=\"post\" action=\"/views/view_");
        let one = format!("/views/view_{id}");
        says(&anna.read("/views").await, &["Общие виды", "Чеки"]);
        assert_eq!(anna.send(&format!("{one}/delete"), &[]).await.status, 403);
        admin.done(&one, &[("name", "Мои чеки"), ("version", "1"), ("shared", "on")]).await;
        let conflict = admin.send(&one, &[("name", "Другие"), ("version", "1")]).await;
        assert_eq!(conflict.status, 409);
        says(conflict.text(), &["value=\"Другие\"", "теперь он называется «Мои чеки»"]);
        admin.done(&format!("{one}/place"), &[("step", "up")]).await;
        let gone = admin.send(&format!("{one}/delete"), &[]).await;
        says(&admin.read_after(&gone, "/views").await, &["Своих видов пока нет", "удалён", &format!("action=\"{one}/restore\"")]);
        admin.done(&format!("{one}/restore"), &[]).await;
        says(&admin.read("/views").await, &["Мои чеки"]);
        let rewrite = [("version", "4"), ("status", "open"), ("sort", "newest")];
        let version = between(&admin.read(&format!("/tickets?view=view_{id}&edited=1")).await, "/narrowing\"><input type=\"hidden\" name=\"version\" value=\"", "\"").to_owned();
        let path = admin.done(&format!("{one}/narrowing"), &[("version", version.as_str()), rewrite[1], rewrite[2]]).await;
        says(&admin.read(&path).await, &["Статус: <b>Открыт"]);
    }

    async fn one_walks_from_ticket_to_ticket_in_the_list_one_came_from(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        for subject in ["Первый", "Второй", "Третий"] {
            test.clock.advance(10);
            made(&admin, subject, "", "normal").await;
        }
        let list = admin.read("/tickets?view=free").await;
        let second = format!("/tickets/2{}", address(&list, "href=\"/tickets/2"));
        let page = admin.read(&second).await;
        says(&page, &["data-beside=\"before\" rel=\"prev\" href=\"/tickets/3?view=free", "data-beside=\"next\" rel=\"next\" href=\"/tickets/1?view=free"]);
        let last = format!("/tickets/1{}", address(&page, "rel=\"next\" href=\"/tickets/1"));
        let page = admin.read(&last).await;
        assert!(page.contains("data-beside=\"before\"") && !page.contains("data-beside=\"next\""));
        says(&page, &["data-list=\"22\" data-side=\"18\" data-away=\"\""]);
    }
}
