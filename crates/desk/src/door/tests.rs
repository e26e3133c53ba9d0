//! What was refused is told to those whom it concerns.

use domain::channel::RefusedBecause;

use super::Knock;
use crate::on_both;

fn knock(address: &str, token: Option<&str>) -> Knock {
    Knock {
        address: Some(address.to_owned()),
        token: token.map(str::to_owned),
        too_large: false,
    }
}

on_both! {
    async fn refusals_are_counted_by_sender_and_explained(test: &TestDesk) {
        let (office, depot) = (test.channel().await, test.channel_with("Склад", domain::TicketPolicy::default()).await);
        let admin = test.admin().await;
        let (revoked, secret) = test.token(office).await;
        test.desk.revoke_token(&admin, office, revoked).await.unwrap();
        for _ in 0..3 {
            test.desk.turned_away(&knock("203.0.113.7", Some(&secret)));
        }
        test.desk.turned_away(&knock("203.0.113.7", Some("dzv_wrong_wrong_wrong_wrong")));
        test.desk.turned_away(&knock("203.0.113.8", None));
        test.desk.turned_away(&Knock { too_large: true, ..knock("203.0.113.9", None) });
        let mut office_sees: Vec<_> = test.desk.refusals(&admin, office).await.unwrap();
        office_sees.sort_by_key(|one| (one.address.clone(), one.count));
        let told: Vec<_> = office_sees.iter().map(|one| (one.because, one.count, one.hint.as_str())).collect();
        let hint = crate::secrets::hint(&secret);
        assert_eq!(told, [
            (RefusedBecause::UnknownToken, 1, "dzv_wron…rong"),
            (RefusedBecause::RevokedToken, 3, hint.as_str()),
            (RefusedBecause::NoToken, 1, ""),
            (RefusedBecause::TooLarge, 1, ""),
        ]);
        let depot_sees = test.desk.refusals(&admin, depot).await.unwrap();
        assert_eq!(depot_sees.len(), 3, "another channel's revoked token is not its matter: {depot_sees:?}");
        test.desk.turned_away(&knock("203.0.113.8", None));
        let again = test.desk.refusals(&admin, office).await.unwrap();
        assert!(again.iter().any(|one| one.because == RefusedBecause::NoToken && one.count == 2));
    }

    async fn many_senders_are_counted_together(test: &TestDesk) {
        let office = test.channel().await;
        for n in 0..2 * super::MOST_SENDERS {
            test.desk.turned_away(&knock(&format!("2001:db8::{n:x}"), None));
        }
        let admin = test.admin().await;
        let seen = test.desk.refusals(&admin, office).await.unwrap();
        assert!(seen.len() <= 20);
        let mut conn = test.store.read().await.unwrap();
        let all = store::refusals::of_channel(&mut conn, office, 5000).await.unwrap();
        assert_eq!(all.len(), super::MOST_SENDERS + 1);
        assert_eq!(all.iter().map(|one| one.count).sum::<i64>(), 2 * super::MOST_SENDERS as i64);
    }
}
