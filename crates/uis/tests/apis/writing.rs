//! The Data API's writing methods, each with its own way to say that it was done.

use serde_json::json;
use uis::data_api::{Communication, CommunicationType, NewContact, UploadTag, UploadedCall};

use crate::answers::Platform;

#[tokio::test]
async fn an_id_stands_in_the_result_itself() {
    let platform = Platform::giving(json!({"id": 515_114})).await;
    assert_eq!(
        platform.data_api().create_tag("Хелпдеск").await.unwrap(),
        515_114
    );
    let contact = NewContact {
        last_name: Some("Сидорова".to_owned()),
        phone_numbers: Some(vec!["79160000003".to_owned()]),
        ..NewContact::default()
    };
    assert_eq!(
        platform.data_api().create_contact(&contact).await.unwrap(),
        515_114
    );
    assert_eq!(
        platform.asked().await[1]["params"]["phone_numbers"],
        json!(["79160000003"])
    );
}

#[tokio::test]
async fn an_empty_result_is_success() {
    let platform = Platform::giving(json!({})).await;
    let api = platform.data_api();
    api.set_tag(88, &Communication::call(5_139_032_001))
        .await
        .unwrap();
    api.unset_tag(88, &Communication::uploaded_call("x-1"))
        .await
        .unwrap();
    api.update_contact(
        7,
        &NewContact {
            first_name: Some("Анна".to_owned()),
            ..NewContact::default()
        },
    )
    .await
    .unwrap();
    let asked = platform.asked().await;
    let mut set = asked[0]["params"].clone();
    set.as_object_mut().unwrap().remove("access_token");
    assert_eq!(
        set,
        json!({"communication_id": 5_139_032_001_i64, "communication_type": "call", "tag_id": 88})
    );
    assert_eq!(asked[1]["params"]["communication_ext_id"], "x-1");
    assert_eq!(
        (&asked[2]["params"]["id"], &asked[2]["params"]["first_name"]),
        (&json!(7), &json!("Анна"))
    );
}

#[tokio::test]
async fn success_as_a_text_in_the_result_is_success() {
    let platform = Platform::giving(json!({"success": "true"})).await;
    let api = platform.data_api();
    api.comment(5_139_032_001, CommunicationType::Call, "Тикет 1001")
        .await
        .unwrap();
    api.recognise(5_139_032_001).await.unwrap();
    assert_eq!(platform.asked().await[0]["params"]["comment"], "Тикет 1001");
}

#[tokio::test]
async fn a_transcript_is_an_object_and_may_be_empty_yet() {
    let platform = Platform::giving(json!({"metadata": {}, "data": {"speech_phrases": [
        {"id": 1, "phrase": "Добрый день", "start_time": "16:29:19", "is_operator": true, "edited_phrase": null}],
        "recognition_worker_type": "VoiceNavigator", "call_start_date_time": "2026-03-28 16:29:07"}}))
    .await;
    let text = platform
        .data_api()
        .recognition(5_139_032_001)
        .await
        .unwrap();
    assert_eq!(
        (
            text.speech_phrases[0].is_operator,
            text.speech_phrases.len()
        ),
        (Some(true), 1)
    );
    let empty = Platform::giving(json!({"data": {"speech_phrases": null}})).await;
    assert!(
        empty
            .data_api()
            .recognition(1)
            .await
            .unwrap()
            .speech_phrases
            .is_empty()
    );
}

#[tokio::test]
async fn uploaded_calls_carry_their_times_and_tags() {
    let platform = Platform::giving(json!({})).await;
    let (from, till) = (
        "2026-03-28T16:29:07".parse().unwrap(),
        "2026-03-28T16:30:03".parse().unwrap(),
    );
    let mut call = UploadedCall::new("x-1", "79160000003", "74950000001", from, till);
    call.tags.push(UploadTag::Name {
        tag_name: "Хелпдеск".to_owned(),
    });
    platform.data_api().upload_calls(&[call]).await.unwrap();
    let sent = &platform.params().await["calls"][0];
    assert_eq!(
        (&sent["start_time"], &sent["tags"]),
        (
            &json!("2026-03-28 16:29:07"),
            &json!([{"tag_name": "Хелпдеск"}])
        )
    );
}

#[tokio::test]
async fn the_account_s_card_is_an_object() {
    let platform = Platform::giving(
        json!({"data": {"app_id": 4735, "components": ["recording", "callapi"],
        "permissions": [{"unit_id": "data_api", "is_select": true}]}}),
    )
    .await;
    let card = platform.data_api().account_card().await.unwrap();
    assert_eq!(
        (card.components.len(), card.permissions[0].is_select),
        (2, Some(true))
    );
}
