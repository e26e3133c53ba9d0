//! The four notifications that a desk asks its administrator to paste, parameter by parameter.

use serde_json::{Value, json};

use super::bench::Bench;
use crate::call::Event;
use crate::notify::offered;

/// What the start of a call, the talk and the end have in common.
const COMMON: &str = "app_id call_session_id call_source called_phone_number calling_phone_number communication_id communication_type contact_full_name contact_group_ids contact_id contact_phone_number cpn_region_id cpn_region_name direction external_id notification_mnemonic notification_name notification_time notification_timestamp start_time tp_project virtual_phone_number visitor_country";
const FINISHED: &str = "clean_talk_time_duration connection_time employee_full_name employee_full_names employee_group_ids employee_id employee_ids employee_phone_number extension_phone_number finish_reason finish_time first_answered_employee_full_name first_answered_employee_id first_talked_employee_full_name first_talked_employee_id group_ids is_lost is_transfer last_answered_employee_full_name last_answered_employee_id last_scenario_operation_id last_scenario_operation_name last_talked_employee_full_name last_talked_employee_id lost_reason noanswered_employee_full_names operator_rating postprocess_time_duration record_file_links scenario_id scenario_name scenario_operation_ids scenario_operation_names tag_ids tag_names talk_time_duration talked_employee_full_names toc_group_ids total_time_duration total_wait_time_duration wait_time_duration";
const TALK: &str = "answer_time employee_full_name employee_group_ids employee_id employee_phone_number extension_phone_number leg_ids scenario_id scenario_name";
const OUT: &str = "employee_full_name employee_group_ids employee_id employee_phone_number extension_phone_number";
const IN: &str = "scenario_id scenario_name";

fn template(own: &str) -> String {
    let names = COMMON.split(' ').chain(own.split(' '));
    let pairs: Vec<String> = names
        .map(|name| format!("\"{name}\":{{{{{name}}}}}"))
        .collect();
    format!("{{\n\"ud_channel_token\":\"t1\",\n{}}}", pairs.join(",\n"))
}

fn templates() -> Value {
    json!({
        "in_call_session": template(IN),
        "out_call_session": template(OUT),
        "talk_started": template(TALK),
        "call_session_finished": template(FINISHED),
    })
}

fn literal(body: &str) -> Vec<&str> {
    body.split("{{")
        .skip(1)
        .filter_map(|rest| rest.split("}}").next())
        .collect()
}

#[tokio::test]
async fn only_what_the_end_does_not_offer_stays_literal() {
    for direction in ["in", "out"] {
        let bench = Bench::telling(templates()).await;
        bench.place(json!({"direction": direction, "client_number": "79160000002", "scenario": "talked"})).await;
        let bodies = bench.heard(3).await;
        assert_eq!(literal(&bodies[0]), Vec::<&str>::new(), "{}", bodies[0]);
        assert_eq!(literal(&bodies[1]), Vec::<&str>::new(), "{}", bodies[1]);
        assert_eq!(
            literal(&bodies[2]),
            ["extension_phone_number", "lost_reason"],
            "{}",
            bodies[2]
        );
        assert!(
            serde_json::from_str::<Value>(&bodies[0]).is_ok()
                && serde_json::from_str::<Value>(&bodies[1]).is_ok()
        );
    }
}

#[tokio::test]
async fn times_and_ids_of_one_call_agree() {
    let bench = Bench::telling(templates()).await;
    let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": "talked", "operator_id": 391003});
    let session = bench.place(wish).await;
    let bodies = bench.heard(3).await;
    let read = |body: &str| {
        serde_json::from_str::<Value>(
            &body
                .replace("{{extension_phone_number}}", "0")
                .replace("{{lost_reason}}", "0"),
        )
        .unwrap()
    };
    let (start, talk, end) = (read(&bodies[0]), read(&bodies[1]), read(&bodies[2]));
    for event in [&start, &talk, &end] {
        assert_eq!(
            (&event["call_session_id"], &event["communication_id"]),
            (&json!(session), &json!(session))
        );
        assert_eq!(
            (&event["start_time"], &event["app_id"]),
            (&start["start_time"], &json!(4735))
        );
    }
    assert_eq!(talk["answer_time"], end["connection_time"]);
    assert_eq!(
        (&talk["employee_full_name"], &talk["extension_phone_number"]),
        (&json!("Смирнова Анна"), &json!("103"))
    );
    assert_eq!(end["group_ids"], json!([7001]));
    let made: jiff::civil::DateTime = end["notification_time"].as_str().unwrap().parse().unwrap();
    let utc = made
        .to_zoned(jiff::tz::TimeZone::UTC)
        .unwrap()
        .timestamp()
        .as_second();
    assert_eq!(
        utc - end["notification_timestamp"].as_i64().unwrap(),
        3 * 3600
    );
}

#[tokio::test]
async fn an_offered_parameter_always_has_a_value() {
    let every = |event: &Event| {
        let names = offered(*event).map(|name| format!("{{{{{name}}}}}"));
        (
            event.mnemonic().to_owned(),
            json!(names.collect::<Vec<_>>().join(" ")),
        )
    };
    let templates: Value = Event::ALL
        .iter()
        .map(every)
        .collect::<serde_json::Map<_, _>>()
        .into();
    let bench = Bench::telling(templates).await;
    for scenario in ["hold", "missed", "voice_mail"] {
        let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": scenario});
        let session = bench.place(wish).await;
        bench.over(session).await;
    }
    for body in bench.heard(30).await {
        assert_eq!(literal(&body), Vec::<&str>::new(), "{body}");
    }
}
