//! Somebody's browser in tests: signed in, it opens pages and sends forms.

use axum::body::Body;
use axum::http::{Request, header};
use desk::people::AgentChange;
use desk::testing::PASSWORD;
use domain::Actor;

use crate::testing::{Answer, TestWeb};
use crate::who::SESSION_COOKIE;

/// A browser that is signed in.
pub(super) struct Browser<'a> {
    web: &'a TestWeb<'a>,
    cookie: String,
}

impl<'a> Browser<'a> {
    /// Signs somebody in, with the password of tests.
    pub(super) async fn of(web: &'a TestWeb<'a>, actor: &Actor) -> Self {
        let desk = &web.test.desk;
        let agent = desk.agent(actor, actor.agent).await.unwrap();
        let entered = desk.sign_in(
            agent.email.as_str(),
            PASSWORD,
            "Firefox/140 (Windows)",
            None,
        );
        let (secret, _) = entered.await.unwrap();
        Self {
            web,
            cookie: format!("{SESSION_COOKIE}={secret}"),
        }
    }

    /// The same browser with one more cookie.
    pub(super) fn with(&self, cookie: &str) -> Self {
        Self {
            web: self.web,
            cookie: format!("{}; {cookie}", self.cookie),
        }
    }

    /// Opens a page.
    pub(super) async fn open(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.web.send(request.body(Body::empty()).unwrap()).await
    }

    /// The page, which has to be there.
    pub(super) async fn read(&self, path: &str) -> String {
        let answer = self.open(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        whole(answer.text())
    }

    /// Opens an address that leads on; gives where to.
    pub(super) async fn done_get(&self, path: &str) -> String {
        let answer = self.open(path).await;
        assert_eq!(answer.status, 303, "{path}: {answer:?}");
        answer.header(header::LOCATION).to_owned()
    }

    /// The page after an answer that told it something.
    pub(super) async fn read_after(&self, answer: &Answer, path: &str) -> String {
        let told = answer.header(header::SET_COOKIE);
        let told = told.split(';').next().unwrap_or_default();
        let request = Request::get(path).header(header::COOKIE, format!("{}; {told}", self.cookie));
        let answer = self.web.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        whole(answer.text())
    }

    /// Sends a form.
    pub(super) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.web.send(request.body(Body::from(form)).unwrap()).await
    }

    /// Sends a form with a file in it.
    pub(super) async fn upload(&self, path: &str, name: &str, content: &str) -> Answer {
        const BOUNDARY: &str = "part-of-a-form";
        let body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n{content}\r\n--{BOUNDARY}--\r\n"
        );
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind);
        self.web.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form that is taken; gives where it goes on to.
    pub(super) async fn done(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {answer:?}");
        answer.header(header::LOCATION).to_owned()
    }

    /// Sends a form that makes a secret; gives the page that shows it this once.
    pub(super) async fn shown(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {answer:?}");
        let carried = answer.header(header::SET_COOKIE).split(';').next().unwrap();
        let request = Request::get(answer.header(header::LOCATION))
            .header(header::COOKIE, format!("{}; {carried}", self.cookie));
        let shown = self.web.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(shown.status, 200, "{path}: {shown:?}");
        assert!(
            shown
                .header(header::SET_COOKIE)
                .starts_with("dozvon_once=;"),
            "{shown:?}"
        );
        whole(shown.text())
    }

    /// Sends a form that is not taken; gives the page where it stands.
    pub(super) async fn refused(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(path, fields).await;
        assert_eq!(answer.status, 422, "{path}: {answer:?}");
        let page = whole(answer.text());
        assert!(
            page.contains("data-live=\"\""),
            "a form with a mistake must not renew itself"
        );
        page
    }

    /// Has somebody read English from now on.
    pub(super) async fn in_english(&self, actor: &Actor) {
        let change = AgentChange {
            language: Some("en".to_owned()),
            ..AgentChange::default()
        };
        let changed = self.web.test.desk.change_agent(actor, actor.agent, &change);
        changed.await.unwrap();
    }
}

/// A page to its end, with nothing inline and no asset, icon or word missing.
fn whole(page: &str) -> String {
    assert!(page.trim_end().ends_with("</html>"), "{page}");
    for never in [
        "<style",
        " style=",
        "<script>",
        " onclick=",
        "/assets/unknown",
    ] {
        assert!(!page.contains(never), "{never} in {page}");
    }
    page.to_owned()
}

/// Whether a page says this, in this order.
pub(super) fn says(page: &str, words: &[&str]) {
    let mut rest = page;
    for word in words {
        let at = rest.find(word);
        let at = at.unwrap_or_else(|| panic!("«{word}» is not where it should be in {page}"));
        rest = &rest[at + word.len()..];
    }
}
