//! Where a token may stand outside the body, in the order of precedence: path, header, query.

use axum::http::HeaderMap;
use percent_encoding::percent_decode_str;

const HEADER: &str = "x-channel-token";
/// In a query, the field's own name and that of the body.
const FIELDS: [&str; 2] = ["token", "ud_channel_token"];

/// All tokens that are there.
pub(super) fn found(path: Option<String>, headers: &HeaderMap, query: &str) -> Vec<String> {
    let header = headers.get(HEADER).and_then(|token| token.to_str().ok());
    path.into_iter()
        .chain(header.map(str::to_owned))
        .chain(in_query(query))
        .map(|token| token.trim().to_owned())
        .filter(|token| !token.is_empty())
        .collect()
}

fn in_query(query: &str) -> Option<String> {
    let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
    let token = FIELDS
        .iter()
        .find_map(|field| pairs().find(|(name, value)| name == field && !value.is_empty()))?;
    let token = percent_decode_str(token.1).decode_utf8_lossy();
    Some(token.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_path_comes_before_the_header_and_the_header_before_the_query() {
        let mut headers = HeaderMap::new();
        headers.insert(HEADER, HeaderValue::from_static("header"));
        let all = found(Some("path".into()), &headers, "a=1&token=que%2Dry");
        assert_eq!(all, ["path", "header", "que-ry"]);
    }

    #[test]
    fn an_empty_token_is_none() {
        assert_eq!(
            found(Some(" ".into()), &HeaderMap::new(), "token=&x=y"),
            Vec::<String>::new()
        );
        assert_eq!(
            found(None, &HeaderMap::new(), "ud_channel_token=%22k7%22&token="),
            ["k7"]
        );
    }
}
