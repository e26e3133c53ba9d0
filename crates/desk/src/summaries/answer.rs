//! What services answer, in the many shapes they do.

use domain::summary::Summary;
use serde_json::Value;

/// The longest topic, outcome and promise, in characters, and the most promises.
const TOPIC: usize = 200;
const OUTCOME: usize = 1_000;
const PROMISE: usize = 300;
const PROMISES: usize = 10;

/// The summary in a service's answer; nothing when it is none.
pub(super) fn read(text: &str) -> Option<Summary> {
    let answer: Value = serde_json::from_str(text).ok()?;
    let told = object(&said(&answer)?)?;
    let field = |name: &str, most| short(told[name].as_str().unwrap_or_default(), most);
    let promises = match &told["promises"] {
        Value::Array(all) => all.iter().filter_map(promise).take(PROMISES).collect(),
        Value::String(one) => {
            Vec::from_iter(Some(short(one, PROMISE)).filter(|one| !one.is_empty()))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    };
    let summary = Summary {
        topic: field("topic", TOPIC),
        outcome: field("outcome", OUTCOME),
        promises,
    };
    (!summary.topic.is_empty() || !summary.outcome.is_empty()).then_some(summary)
}

/// What the assistant says: as text, or in parts.
fn said(answer: &Value) -> Option<String> {
    let content = &answer["choices"][0]["message"]["content"];
    if let Some(parts) = content.as_array() {
        let texts = parts.iter().filter_map(|part| part["text"].as_str());
        return Some(texts.collect());
    }
    content.as_str().map(str::to_owned)
}

/// The object in what is said; what a model thought before it, or put around it, is passed over.
fn object(said: &str) -> Option<Value> {
    let said = said.rsplit("</think>").next().unwrap_or(said);
    let (from, to) = (said.find('{')?, said.rfind('}')?);
    let object: Value = serde_json::from_str(said.get(from..=to)?).ok()?;
    object.is_object().then_some(object)
}

fn promise(one: &Value) -> Option<String> {
    let text = match one {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let texts = fields.values().filter_map(Value::as_str);
            texts.collect::<Vec<_>>().join(" — ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => return None,
    };
    Some(short(&text, PROMISE)).filter(|text| !text.is_empty())
}

/// One line of at most so many characters.
fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() > most {
        true => line.chars().take(most).chain(['…']).collect(),
        false => line,
    }
}

/// What a service says is wrong, in its own words and short.
pub(super) fn complaint(text: &str) -> String {
    let told: Option<Value> = serde_json::from_str(text).ok();
    let words = told.and_then(|told| {
        let error = &told["error"];
        let words = error["message"].as_str().or(error.as_str());
        words.or(told["message"].as_str()).map(str::to_owned)
    });
    short(&words.unwrap_or_default(), PROMISE)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answering(content: &Value) -> String {
        json!({"choices": [{"message": {"role": "assistant", "content": content}}]}).to_string()
    }

    #[test]
    fn an_answer_is_read_whatever_stands_around_it() {
        let object = r#"{"topic":"Заказ","outcome":"Уточнят  и\nперезвонят","promises":["Агент: перезвонит завтра"]}"#;
        let whole = Summary {
            topic: "Заказ".to_owned(),
            outcome: "Уточнят и перезвонят".to_owned(),
            promises: vec!["Агент: перезвонит завтра".to_owned()],
        };
        for said in [
            json!(object),
            json!(format!("```json\n{object}\n```")),
            json!(format!("<think>{{сначала}} подумаю</think>\nВот: {object}")),
            json!([{"type": "text", "text": object}]),
        ] {
            assert_eq!(read(&answering(&said)), Some(whole.clone()), "{said}");
        }
        let loose = r#"{"topic":"Заказ","promises":[{"who":"Агент","what":"перезвонит"},7,""]}"#;
        let read = read(&answering(&json!(loose))).unwrap();
        assert_eq!(
            (read.outcome.as_str(), read.promises),
            ("", vec!["Агент — перезвонит".to_owned()])
        );
    }

    #[test]
    fn what_is_no_summary_is_none() {
        let long = format!(r#"{{"topic":"{}"}}"#, "а".repeat(5_000));
        assert_eq!(
            read(&answering(&json!(long)))
                .unwrap()
                .topic
                .chars()
                .count(),
            TOPIC + 1
        );
        for text in [
            "<!doctype html><title>502</title>".to_owned(),
            "{}".to_owned(),
            r#"{"choices":[]}"#.to_owned(),
            answering(&json!("Простите, не могу.")),
            answering(&json!(r#"{"topic":"", "outcome": null}"#)),
            answering(&json!("{ \"topic\": \"обрыв")),
            answering(&Value::Null),
        ] {
            assert_eq!(read(&text), None, "{text}");
        }
        assert_eq!(
            complaint(r#"{"error":{"message":"no such model"}}"#),
            "no such model"
        );
        assert_eq!(complaint("<html>"), "");
    }
}
