//! Who sees what of a channel, and who may change it.

use desk::on_both;

use super::*;
use crate::testing::ringing;

on_both! {
    async fn a_supervisor_reads_how_a_channel_is_set_up_and_no_more(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        admin.done(&format!("/channels/{id}"), &[("app_secret", SECRET)]).await;
        web.notify(&secret, &ringing(101, "79162041837")).await;
        let supervisor = Browser::of(&web, &test.supervisor().await).await;
        let list = supervisor.read("/channels").await;
        assert!(list.contains("Отдел доставки") && !list.contains("Добавить канал"));
        let page = supervisor.read(&format!("/channels/{id}")).await;
        says(&page, &["Отдел доставки", "UIS", "на каждый звонок", "добавлять звонок в него"]);
        for never in [secret.as_str(), "dzv_", "4f2a", "<textarea", "/tokens", "/deletion", "/access"] {
            assert!(!page.contains(never), "{never} in {page}");
        }
    }

    async fn only_administrators_change_a_channel(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let supervisor = Browser::of(&web, &test.supervisor().await).await;
        for page in ["new", "new/telephony", &format!("{id}/notifications")] {
            assert_eq!(supervisor.open(&format!("/channels/{page}")).await.status, 403, "{page}");
        }
        for form in ["new/telephony".to_owned(), id.to_string(), format!("{id}/tokens"), format!("{id}/access"), format!("{id}/deletion"), format!("{id}/replay")] {
            let answer = supervisor.send(&format!("/channels/{form}"), &[("name", "Чужое"), ("provider", "uis")]).await;
            assert_eq!(answer.status, 403, "{form}");
        }
        assert!(admin.read("/channels").await.contains("Отдел доставки"));
    }

    async fn agents_do_not_see_how_channels_are_set_up(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let (own, other) = (added(&admin).await, added(&admin).await);
        let anna = Browser::of(&web, &test.agent("anna", &[own]).await).await;
        assert_eq!(anna.open("/channels").await.status, 403);
        assert_eq!(anna.open(&format!("/channels/{own}")).await.status, 403);
        assert_eq!(anna.open(&format!("/channels/{other}")).await.status, 404);
        assert_eq!(anna.send(&format!("/channels/{own}/tokens"), &[]).await.status, 403);
    }

    async fn whoever_is_not_signed_in_is_sent_to_the_sign_in(test: &TestDesk) {
        let web = TestWeb::over(test);
        let answer = web.get("/channels").await;
        assert_eq!(answer.header(axum::http::header::LOCATION), "/sign_in?next=%2Fchannels");
    }
}
