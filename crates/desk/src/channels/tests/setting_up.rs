//! A channel is added, changed and taken down.

use domain::Provider;
use domain::policy::{Attach, Tickets};

use super::{depot, fault, is_for_admins, is_unknown, told};
use crate::channels::{ChannelChange, NewChannel, PolicyForm};
use crate::{Why, on_both};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

on_both! {
    async fn a_new_channel_has_the_desks_defaults_and_no_token(test: &TestDesk) {
        let admin = test.admin().await;
        let new = NewChannel { name: "  Отдел\n доставки ".to_owned(), ..depot() };
        let channel = test.desk.create_channel(&admin, &new).await.unwrap();
        assert_eq!((channel.name.as_str(), channel.provider), ("Отдел доставки", Provider::Uis));
        assert_eq!((channel.country.to_string(), channel.time_zone.as_str()), ("RU".to_owned(), "Europe/Moscow"));
        assert_eq!(channel.policy, domain::TicketPolicy::default());
        assert_eq!(test.desk.channel(&admin, channel.id).await.unwrap(), channel);
        assert_eq!(test.desk.channels(&admin).await.unwrap(), std::slice::from_ref(&channel));
        assert!(test.desk.tokens(&admin, channel.id).await.unwrap().is_empty());
    }

    async fn an_app_secret_is_sealed_and_never_comes_back(test: &TestDesk) {
        let admin = test.admin().await;
        let secret = "zrfd5c7w1nqmsecret0k9";
        let new = NewChannel { app_secret: some(&format!(" {secret} ")), ..depot() };
        let channel = test.desk.create_channel(&admin, &new).await.unwrap();
        assert_eq!(channel.app_secret_hint.as_deref(), Some("…t0k9"));
        let mut conn = test.store.read().await.unwrap();
        let sealed = store::channels::app_secret(&mut conn, channel.id).await.unwrap().unwrap();
        let name = format!("app_secret:{}", channel.id);
        assert_eq!(test.desk.sealer.open(&name, &sealed).unwrap(), secret);
        drop(conn);
        let shown = test.desk.channel(&admin, channel.id).await.unwrap();
        assert!(!format!("{shown:?}").contains(secret));
        assert_eq!(test.desk.channel(&test.supervisor().await, channel.id).await.unwrap().app_secret_hint, None);

        let untouched = ChannelChange { app_secret: some("  "), name: some("Склад 2"), ..ChannelChange::default() };
        let after = test.desk.change_channel(&admin, channel.id, &untouched).await.unwrap();
        assert_eq!(after.app_secret_hint.as_deref(), Some("…t0k9"));
        let another = ChannelChange { app_secret: some("short"), ..ChannelChange::default() };
        let after = test.desk.change_channel(&admin, channel.id, &another).await.unwrap();
        assert_eq!(after.app_secret_hint.as_deref(), Some("…"));
        assert_eq!(test.desk.channel(&admin, channel.id).await.unwrap(), after);
    }

    async fn all_faults_of_a_channel_are_told_together(test: &TestDesk) {
        let admin = test.admin().await;
        let policy = PolicyForm { tickets: some("some"), attach: some("x"), reopen_solved_within_hours: Some(-1), ..PolicyForm::default() };
        let bad = NewChannel {
            name: " ".to_owned(),
            provider: "".to_owned(),
            app_secret: Some("x".repeat(501)),
            ticket_policy: policy.clone(),
            country: some("Россия"),
            time_zone: some("Москва"),
            close_after_minutes: Some(0),
            ..NewChannel::default()
        };
        let same = [
            fault("app_secret", Why::TooLong(500)),
            fault("country", Why::NotACountry),
            fault("ticket_policy.tickets", Why::NotOneOf(vec!["every_call", "missed", "answered", "never"])),
            fault("ticket_policy.attach", Why::NotOneOf(vec!["open_ticket", "always_new"])),
            fault("ticket_policy.reopen_solved_within_hours", Why::NotWithin(0, 8784)),
            fault("time_zone", Why::NotATimeZone),
            fault("close_after_minutes", Why::NotWithin(1, 10080)),
        ];
        let faults = told(test.desk.create_channel(&admin, &bad).await);
        assert_eq!(faults[..2], [fault("name", Why::Required), fault("provider", Why::Required)]);
        assert_eq!(faults[2..], same);
        let channel = test.channel().await;
        let change = ChannelChange {
            name: some(&"ё".repeat(101)),
            provider: some("skype"),
            app_secret: bad.app_secret,
            ticket_policy: policy,
            country: bad.country,
            time_zone: bad.time_zone,
            close_after_minutes: bad.close_after_minutes,
            ..ChannelChange::default()
        };
        let mut faults = told(test.desk.change_channel(&admin, channel, &change).await);
        let own = [fault("name", Why::TooLong(100)), fault("provider", Why::NotOneOf(vec!["uis", "comagic", "novofon", "callgear"]))];
        faults.retain(|fault| !own.contains(fault));
        assert_eq!(faults, same);
    }

    async fn what_is_absent_from_a_change_stays(test: &TestDesk) {
        let admin = test.admin().await;
        let new = NewChannel { time_zone: some("asia/almaty"), country: some("kz"), ..depot() };
        let channel = test.desk.create_channel(&admin, &new).await.unwrap();
        assert_eq!((channel.country.to_string(), channel.time_zone.as_str()), ("KZ".to_owned(), "Asia/Almaty"));
        let policy = PolicyForm { tickets: some("missed"), ..PolicyForm::default() };
        let change = ChannelChange { ticket_policy: policy, ..ChannelChange::default() };
        let after = test.desk.change_channel(&admin, channel.id, &change).await.unwrap();
        assert_eq!((after.policy.tickets, after.policy.attach), (Tickets::Missed, Attach::OpenTicket));
        assert_eq!((after.name.as_str(), after.time_zone.as_str()), ("Склад", "Asia/Almaty"));
        assert_eq!(test.desk.channel(&admin, channel.id).await.unwrap(), after);
    }

    async fn a_channel_taken_down_is_gone_but_its_log_stays(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, secret) = test.token(channel).await;
        super::send(test, &secret, "{}").await.unwrap();
        test.desk.delete_channel(&admin, channel).await.unwrap();
        assert!(super::send(test, &secret, "{ }").await.is_err());
        assert!(is_unknown(test.desk.channel(&admin, channel).await));
        assert!(is_unknown(test.desk.delete_channel(&admin, channel).await));
        assert!(is_unknown(test.desk.create_token(&admin, channel).await));
        assert!(is_unknown(test.desk.change_channel(&admin, channel, &ChannelChange::default()).await));
        assert!(test.desk.channels(&admin).await.unwrap().is_empty());
        let log = test.desk.notifications(&admin, channel, None, store::Slice::first(10)).await.unwrap();
        assert_eq!(log.items.len(), 1);
    }

    async fn only_administrators_set_channels_up(test: &TestDesk) {
        let channel = test.channel().await;
        for actor in [test.supervisor().await, test.agent("anna", &[channel]).await, test.internal(&[channel]).await] {
            assert!(is_for_admins(test.desk.create_channel(&actor, &depot()).await));
            assert!(is_for_admins(test.desk.change_channel(&actor, channel, &ChannelChange::default()).await));
            assert!(is_for_admins(test.desk.delete_channel(&actor, channel).await));
        }
    }
}
