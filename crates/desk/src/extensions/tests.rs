//! Administrators set «Расшифровка звонка»; what cannot be taken is named.

use domain::Role;
use domain::extension::When;

use super::*;
use crate::{Denied, Why, on_both};

fn change() -> TranscriptionChange {
    TranscriptionChange::default()
}

on_both! {
    async fn it_is_off_until_an_administrator_turns_it_on(test: &TestDesk) {
        let admin = test.admin().await;
        let view = test.desk.transcription(&admin).await.unwrap();
        assert!(!view.settings.enabled && view.version == 0 && view.engine.is_none());
        let on = TranscriptionChange { enabled: Some(true), ..change() };
        let view = test.desk.change_transcription(&admin, &on).await.unwrap();
        assert!(view.settings.enabled && view.version == 1);
        let again = test.desk.change_transcription(&admin, &on).await.unwrap();
        assert_eq!(again.version, 1, "what changes nothing is no change");
        let supervisor = test.supervisor().await;
        for refused in [test.desk.transcription(&supervisor).await, test.desk.change_transcription(&supervisor, &on).await] {
            assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::AdminsOnly))));
        }
        let late = TranscriptionChange { version: Some(0), ..change() };
        assert!(matches!(test.desk.change_transcription(&admin, &late).await, Err(Refusal::Changed)));
    }

    async fn everything_that_is_set_is_kept(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let part = ChannelPart { channel: channel.to_string(), enabled: Some(false), language: Some("en".into()) };
        let all = TranscriptionChange {
            mode: Some("longer_than".into()), seconds: Some(30), language: Some("ru".into()), names: Some(vec![" Дозвон ".into(), String::new()]),
            corrections: Some(vec![("до звон".into(), "Дозвон".into())]), limit_minutes: Some(Some(600)), sees_secrets: Some(vec!["agent".into()]),
            promises: Some("напишу завтра = завтра 09:00".into()), channels: Some(vec![part]), ..change()
        };
        let set = test.desk.change_transcription(&admin, &all).await.unwrap().settings;
        assert_eq!(set.when, When::LongerThan { seconds: 30 });
        assert_eq!((set.names.as_slice(), set.limit_minutes), (["Дозвон".to_owned()].as_slice(), Some(600)));
        assert!(set.shows_secrets_to(Role::Agent) && !set.shows_secrets_to(Role::Supervisor));
        let there = set.in_channel(channel);
        assert_eq!((there.enabled, there.language.as_deref()), (false, Some("en")));
        let back = ChannelPart { channel: channel.to_string(), enabled: Some(true), language: Some(String::new()) };
        let plain = TranscriptionChange { promises: Some(" ".into()), limit_minutes: Some(None), channels: Some(vec![back]), mode: Some("all_calls".into()), ..change() };
        let set = test.desk.change_transcription(&admin, &plain).await.unwrap().settings;
        assert!(set.channels.is_empty() && set.promises.is_none() && set.limit_minutes.is_none());
        assert_eq!(set.when, When::AllCalls);
    }

    async fn what_cannot_be_taken_is_named_all_at_once(test: &TestDesk) {
        let admin = test.admin().await;
        let nowhere = ChannelPart { channel: "x".into(), ..ChannelPart::default() };
        let wrong = TranscriptionChange {
            mode: Some("longer_than".into()), language: Some("de".into()), names: Some(vec!["я".repeat(200)]), limit_minutes: Some(Some(-1)),
            sees_secrets: Some(vec!["boss".into()]), promises: Some("перезвоню".into()), channels: Some(vec![nowhere]), ..change()
        };
        let Err(Refusal::Invalid(faults)) = test.desk.change_transcription(&admin, &wrong).await else { panic!("it was taken") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["seconds", "language", "names", "limit_minutes", "sees_secrets", "promises", "channels[0].channel_id"]);
        assert!(faults.iter().any(|fault| fault.why == Why::WrongRule(1, "перезвоню".into())));
    }
}
