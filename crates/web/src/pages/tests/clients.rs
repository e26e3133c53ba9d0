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
    ("note", "Звонить после десяти."),
    ("vip", "on"),
];

on_both! {
    async fn a_client_is_made_and_changed(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let path = anna.done("/clients", &IRINA).await;
        let page = anna.read(&path).await;
        says(&page, &["Ирина Савельева", "VIP", "Ателье", "с 28 марта", "value=\"+7 495 780-61-40\"", "value=\"work\" selected", "irina@nitka.example", "Звонить после десяти.", "checked"]);
        let mut wrong = IRINA;
        wrong[3] = ("phone", "не номер");
        wrong[5] = ("email", "не почта");
        let page = anna.refused(&path, &wrong).await;
        says(&page, &["value=\"8 (495) 780-61-40\"", "value=\"не номер\"", "Это не номер телефона", "value=\"не почта\"", "Это не адрес почты", "Звонить после десяти."]);
        let mut less = IRINA;
        less[8] = ("company", "");
        assert_eq!(anna.done(&path, &less).await, path);
        assert!(!anna.read(&path).await.contains("VIP</abbr>"));
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

    async fn two_who_are_one_are_merged(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let irina = anna.done("/clients", &IRINA).await;
        let caller = format!("/clients/cl_{}", between(&anna.read("/tickets/1").await, "href=\"/clients/cl_", "\""));
        let found = anna.read(&format!("{caller}?same_as=8+495+780+61+40")).await;
        says(&found, &["Ирина Савельева", "Объединить", "перейдёт в карточку «Ирина Савельева»"]);
        let into = irina.trim_start_matches("/clients/");
        assert_eq!(anna.done(&format!("{caller}/merge"), &[("into", into)]).await, irina);
        says(&anna.read(&irina).await, &["value=\"+7 495 780-61-40\"", &format!("value=\"{SHOWN}\""), "href=\"/tickets/1\""]);
        let old = anna.open(&caller).await;
        assert_eq!(old.header(axum::http::header::LOCATION), irina);
        let itself = anna.send(&format!("{irina}/merge"), &[("into", into)]).await;
        assert_eq!(itself.status, 422);
    }
}
