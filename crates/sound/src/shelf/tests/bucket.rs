//! As much of S3 as a storage of recordings speaks, in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::range::{Wanted, wanted};

type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;

/// Serves an empty one; its address.
pub(super) async fn serve() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new()
        .fallback(answer)
        .with_state(Objects::default());
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

async fn answer(
    State(objects): State<Objects>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut objects = objects.lock().unwrap();
    let key = uri.path().to_owned();
    match method {
        Method::PUT => {
            objects.insert(key, body);
            ([(header::ETAG, "\"1\"")], "").into_response()
        }
        Method::GET | Method::HEAD => match objects.get(&key) {
            Some(content) => part(content, &headers),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        Method::DELETE => {
            objects.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        // Several at once: `POST /bucket?delete` with a list of keys in XML.
        _ => {
            let text = String::from_utf8_lossy(&body).into_owned();
            let mut told = String::new();
            for rest in text.split("<Key>").skip(1) {
                let name = rest.split("</Key>").next().unwrap();
                objects.remove(&format!("{}/{name}", key.trim_end_matches('/')));
                told.push_str(&format!("<Deleted><Key>{name}</Key></Deleted>"));
            }
            format!("<DeleteResult>{told}</DeleteResult>").into_response()
        }
    }
}

fn part(content: &Bytes, headers: &HeaderMap) -> Response {
    let size = content.len() as u64;
    let asked = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let answer = Response::builder()
        .header(header::ETAG, "\"1\"")
        .header(header::LAST_MODIFIED, "Sat, 28 Mar 2026 13:29:07 GMT");
    let Wanted::Part(range) = wanted(asked, size) else {
        return answer.body(Body::from(content.clone())).unwrap();
    };
    let (from, to) = (range.start as usize, range.end as usize);
    answer
        .status(StatusCode::PARTIAL_CONTENT)
        .header(
            header::CONTENT_RANGE,
            format!("bytes {from}-{}/{size}", to - 1),
        )
        .body(Body::from(content.slice(from..to)))
        .unwrap()
}
