//! The channel's token in a body, found without reading the whole of it.

use percent_encoding::percent_decode_str;
use serde::de::IgnoredAny;

/// The key the token stands under.
pub(crate) const KEY: &str = "ud_channel_token";
/// Beginnings of texts that stand in examples where the token should.
const PLACEHOLDERS: [&str; 4] = ["токен", "<", "{{", "your"];

/// The channel's token in a notification's body.
///
/// In valid JSON it is the value of the key `ud_channel_token` at any depth, never a text inside of
/// another value. In any other body (a form, a query string, JSON that broke) the raw text is searched.
/// Reads no farther than the token when the body is well-formed.
///
/// ```
/// let body = br#"{"ud_channel_token":"k7","call_session_id":1}"#;
/// assert_eq!(uis::find_token(body).as_deref(), Some("k7"));
/// assert_eq!(uis::find_token(b"call_session_id=1&ud_channel_token=k7").as_deref(), Some("k7"));
/// ```
#[must_use]
pub fn find_token(body: &[u8]) -> Option<String> {
    let body = body
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(body)
        .trim_ascii();
    by_key(body)
        .or_else(|| by_spelled_out_key(body))
        .or_else(|| by_raw_text(body))
}

/// Whether the text is an example's words rather than somebody's token.
pub(crate) fn is_placeholder(token: &str) -> bool {
    let token = token.to_lowercase();
    PLACEHOLDERS.iter().any(|start| token.starts_with(start))
}

/// The value after a whole `"ud_channel_token"` that opens with an unescaped quote and is followed by a
/// colon: in valid JSON only a key looks so.
fn by_key(body: &[u8]) -> Option<String> {
    places(body, KEY).find_map(|at| {
        let before = body.get(..at)?.strip_suffix(b"\"")?;
        let backslashes = before
            .iter()
            .rev()
            .take_while(|byte| **byte == b'\\')
            .count();
        let after = body
            .get(at + KEY.len()..)?
            .strip_prefix(b"\"")?
            .trim_ascii_start();
        let value = after.strip_prefix(b":")?.trim_ascii_start();
        if backslashes % 2 == 0 {
            json_scalar(value)
        } else {
            None
        }
    })
}

/// A JSON text or number at the start of `value`, not empty.
fn json_scalar(value: &[u8]) -> Option<String> {
    let text = if value.starts_with(b"\"") {
        serde_json::from_slice(value.get(..=closing_quote(value)?)?).ok()?
    } else {
        let digits = value
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        String::from_utf8(value.get(..digits)?.to_vec()).ok()?
    };
    worth(&text)
}

fn closing_quote(value: &[u8]) -> Option<usize> {
    let mut escaped = false;
    value.iter().enumerate().skip(1).find_map(|(at, byte)| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes.then_some(at)
    })
}

/// For valid JSON that spells a letter of the key as `\u00xx`: the only way its raw text can lack it.
fn by_spelled_out_key(body: &[u8]) -> Option<String> {
    if !body.starts_with(b"{") && !body.starts_with(b"[") || places(body, "\\u00").next().is_none()
    {
        return None;
    }
    let text = std::str::from_utf8(body).ok()?;
    crate::read::exact(text)
        .ok()?
        .text_at(KEY)
        .and_then(|found| worth(&found))
}

fn by_raw_text(body: &[u8]) -> Option<String> {
    if serde_json::from_slice::<IgnoredAny>(body).is_ok() {
        return None;
    }
    let text = String::from_utf8_lossy(body);
    if let Some(found) = text.split('&').find_map(by_form_pair) {
        return Some(found);
    }
    let decoded = percent_decode_str(&text).decode_utf8_lossy();
    places(decoded.as_bytes(), KEY).find_map(|at| by_rough_value(decoded.get(at + KEY.len()..)?))
}

fn by_form_pair(pair: &str) -> Option<String> {
    let (key, value) = pair.split_once('=')?;
    if key.trim() != KEY {
        return None;
    }
    let spaced = value.replace('+', " ");
    let value = percent_decode_str(&spaced).decode_utf8_lossy();
    worth(value.trim().trim_matches('"'))
}

/// The value after a key in text that only resembles JSON: up to its quote, else up to a delimiter.
fn by_rough_value(after: &str) -> Option<String> {
    let is_quoting =
        |c: char| matches!(c, '"' | '\\' | '\'' | '“' | '”' | '«' | '»') || c.is_whitespace();
    let value = after
        .trim_start_matches(is_quoting)
        .strip_prefix([':', '='])?;
    let start = value.trim_start_matches(is_quoting);
    let is_quoted = value.trim_start().len() > start.len();
    let ends = |c: char| match c {
        '"' | '\\' | '\'' | '”' | '»' | '\n' | '\r' => true,
        ',' | '&' | '}' | ']' | ';' | ' ' | '\t' => !is_quoted,
        _ => false,
    };
    worth(start.split(ends).next()?)
}

fn worth(token: &str) -> Option<String> {
    let token = token.trim();
    (!token.is_empty() && token != "null").then(|| token.to_owned())
}

fn places<'b>(body: &'b [u8], word: &'b str) -> impl Iterator<Item = usize> + 'b {
    let first = word.as_bytes().first().copied();
    let starts = body
        .iter()
        .enumerate()
        .filter(move |(_, byte)| Some(**byte) == first);
    starts.map(|(at, _)| at).filter(|at| {
        body.get(*at..)
            .is_some_and(|rest| rest.starts_with(word.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> Option<String> {
        find_token(body.as_bytes())
    }

    #[test]
    fn in_valid_json_the_token_is_a_key_at_any_depth() {
        assert_eq!(found(r#"{"ud_channel_token":"k7"}"#).unwrap(), "k7");
        assert_eq!(
            found(r#"[{"args":{"ud_channel_token" : "k\"\u0037"}}]"#).unwrap(),
            "k\"7"
        );
        assert_eq!(found(r#"{"ud_channel_token":1234}"#).unwrap(), "1234");
        assert_eq!(
            found(r#"{"ud_channel_token":null,"a":{"ud_channel_token":"k7"}}"#).unwrap(),
            "k7"
        );
        assert_eq!(found(r#"{"ud_channel\u005ftoken":"k7"}"#).unwrap(), "k7");
    }

    #[test]
    fn in_valid_json_the_text_of_another_value_is_no_token() {
        for body in [
            r#"{"contact_full_name":"\",\"ud_channel_token\":\"evil\""}"#,
            r#"{"contact_full_name":"ud_channel_token: evil"}"#,
            r#"{"contact_full_name":"ud_channel_token"}"#,
            r#"{"ud_channel_token":""}"#,
            r#"{"ud_channel_token":{"a":"b"}}"#,
        ] {
            assert_eq!(found(body), None, "{body}");
        }
        let both =
            r#"{"contact_full_name":"\\\",\"ud_channel_token\":\"evil\\","ud_channel_token":"k7"}"#;
        assert_eq!(found(both).unwrap(), "k7");
    }

    #[test]
    fn in_a_broken_body_the_raw_text_is_searched() {
        for body in [
            r#"{"a":{{a}},"ud_channel_token":"k7"}"#,
            r#"{"ud_channel_token":""k7"","a":1}"#,
            r#"{""ud_channel_token"":""k7"",}"#,
            r#"{"ud_channel_token":k7,"a":1}"#,
            r#"{ud_channel_token:'k7'}"#,
            "{“ud_channel_token”:“k7”}",
            r#"{\"ud_channel_token\":\"k7\"}"#,
            "ud_channel_token=k7",
            "a=1&ud_channel_token=%22k7%22&b=2",
            "%7B%22ud_channel_token%22%3A%22k7%22%2C%22a%22%3A1%7D=",
            "\u{feff} {\"ud_channel_token\":\"k7\",,",
            "<ud_channel_token=k7 >",
        ] {
            assert_eq!(found(body).as_deref(), Some("k7"), "{body}");
        }
        assert_eq!(
            find_token(b"\xff{\"ud_channel_token\":\"k7\"").as_deref(),
            Some("k7")
        );
    }

    #[test]
    fn a_body_without_a_token_has_none() {
        for body in [
            "",
            "{}",
            "ud_channel_token",
            "ud_channel_token=",
            "{\"ud_channel_token\":,}",
            "x=1",
        ] {
            assert_eq!(found(body), None, "{body}");
        }
    }
}
