//! From where a number may be called, and which of these stands first.

use super::pbx::{Bench, to};
use crate::phone::{DialForm, Likely, Unready};
use crate::{Denied, Refusal, on_both};

on_both! {
    async fn every_active_number_is_offered_the_remembered_one_first(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let admin = test.admin().await;
        assert!(!bench.desk.has_origins(&bench.anna).await.unwrap(), "the account was not asked yet");
        let known = bench.desk.fresh_directory(&admin, bench.channel, true).await.unwrap();
        let active = known.numbers.iter().filter(|own| own.is_active).count();
        assert!(active > 1);
        assert!(bench.desk.has_origins(&bench.anna).await.unwrap());
        let offered = bench.desk.origins(&bench.anna, &to("8 916 000-00-03")).await.unwrap();
        assert_eq!(offered.number.as_str(), "+79160000003");
        assert!(offered.all.len() >= active);
        assert_eq!((offered.all[0].likely, offered.all[0].number.as_str()), (Likely::Usual, "+74950000001"));
        let other = known.numbers.iter().find(|own| own.is_active && own.number.as_str() != "+74950000001").unwrap();
        let form = DialForm { virtual_number: Some(other.number.to_string()), channel: Some(bench.channel), ..to("79160000003") };
        bench.desk.dial(&bench.anna, &form).await.unwrap();
        let again = bench.desk.origins(&bench.anna, &to("79160000003")).await.unwrap();
        assert_eq!((again.all[0].likely, &again.all[0].number), (Likely::Last, &other.number));
        let somebody_else = bench.desk.origins(&bench.anna, &to("79160000004")).await.unwrap();
        assert_eq!(somebody_else.all[0].likely, Likely::Usual);
    }

    async fn who_may_not_call_is_offered_nothing(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let internal = test.internal(&[bench.channel]).await;
        let refused = bench.desk.origins(&internal, &to("79160000003")).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::NoCalls)));
        let oleg = test.agent("oleg", &[bench.channel]).await;
        let refused = bench.desk.origins(&oleg, &to("79160000003")).await.unwrap_err();
        assert!(matches!(refused, Refusal::Unready(Unready::NoOperator)));
        assert!(!bench.desk.has_origins(&oleg).await.unwrap());
    }

    async fn channels_without_access_are_not_offered(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let admin = test.admin().await;
        bench.desk.fresh_directory(&admin, bench.channel, true).await.unwrap();
        let other = test.channel_with("Чужой", domain::TicketPolicy::default()).await;
        let offered = bench.desk.origins(&bench.anna, &to("79160000003")).await.unwrap();
        assert!(offered.all.iter().all(|one| one.channel == bench.channel && one.channel != other));
    }
}
