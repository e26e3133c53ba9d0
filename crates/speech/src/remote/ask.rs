//! One question to the server: asked again when it is busy, never for ever.

use std::time::Duration;

use domain::transcript::NotTranscribed;
use reqwest::StatusCode;
use reqwest::blocking::multipart::{Form, Part};
use reqwest::blocking::{Client, Response};
use reqwest::header::RETRY_AFTER;
use reqwest::redirect::Policy;

use super::answer::Answer;

/// Time to reach the server.
const CONNECT: Duration = Duration::from_secs(10);
/// Time for the answer, and so much more for each second of sound: a slow server of one's own has them.
const ANSWER: Duration = Duration::from_secs(60);
const PER_SECOND: Duration = Duration::from_secs(2);
/// How often one question is asked.
const ATTEMPTS: u32 = 4;
/// The pause before asking again doubles from here, and a server may wish up to so much.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// While pausing, whoever waits is asked so often whether it still wants to.
const ASK: Duration = Duration::from_millis(250);
/// No answer about ten minutes of talk is larger.
const LARGEST_ANSWER: u64 = 8 << 20;
/// Of a refusal's words, so many are shown.
const SHOWN: usize = 300;

pub(super) struct Asker {
    client: Client,
    url: String,
    api_key: Option<String>,
}

pub(super) struct Question<'a> {
    pub wav: Vec<u8>,
    pub seconds: u64,
    pub model: Option<&'a str>,
    pub language: Option<&'a str>,
    pub prompt: &'a str,
}

/// How much of an answer is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// With times of segments and words.
    Verbose,
    /// The text alone, as some servers know nothing else.
    Plain,
}

enum Outcome {
    Answer(Answer),
    Later(String, Option<Duration>),
    TooDetailed(String),
    Refused(String),
}

impl Asker {
    pub(super) fn new(url: &str, api_key: Option<String>) -> Result<Self, String> {
        let client = Client::builder()
            .connect_timeout(CONNECT)
            // A key is not carried to where a server points.
            .redirect(Policy::none())
            .user_agent(concat!("dozvon/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self {
            client,
            url: url.to_owned(),
            api_key,
        })
    }

    pub(super) fn ask(
        &self,
        question: &Question,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Answer, NotTranscribed> {
        let mut detail = Detail::Verbose;
        let mut attempt = 1;
        loop {
            match self.once(question, detail) {
                Outcome::Answer(answer) => return Ok(answer),
                Outcome::Refused(why) => return Err(NotTranscribed::Refused(why)),
                Outcome::TooDetailed(why) if detail == Detail::Plain => {
                    return Err(NotTranscribed::Refused(why));
                }
                Outcome::TooDetailed(_) => detail = Detail::Plain,
                Outcome::Later(why, _) if attempt == ATTEMPTS => {
                    return Err(NotTranscribed::Busy(why));
                }
                Outcome::Later(_, wished) => {
                    let usual = FIRST_PAUSE * 2_u32.pow(attempt - 1);
                    pause(wished.unwrap_or(usual).min(LONGEST_PAUSE), goes_on)?;
                    attempt += 1;
                }
            }
        }
    }

    fn once(&self, question: &Question, detail: Detail) -> Outcome {
        let length = u32::try_from(question.seconds).unwrap_or(u32::MAX);
        let mut request = self
            .client
            .post(&self.url)
            .timeout(ANSWER + PER_SECOND * length.min(3600))
            .multipart(form(question, detail));
        if let Some(key) = &self.api_key {
            request = request.bearer_auth(key);
        }
        match request.send() {
            Ok(response) => read(response),
            Err(error) => {
                let why = if error.is_timeout() {
                    "the speech server did not answer in time"
                } else {
                    "the speech server cannot be reached"
                };
                Outcome::Later(why.to_owned(), None)
            }
        }
    }
}

fn form(question: &Question, detail: Detail) -> Form {
    let file = Part::bytes(question.wav.clone()).file_name("call.wav");
    let file = file
        .mime_str("audio/wav")
        .unwrap_or_else(|_| Part::bytes(question.wav.clone()));
    let mut form = Form::new().part("file", file).text("temperature", "0");
    for (name, value) in [("model", question.model), ("language", question.language)] {
        if let Some(value) = value {
            form = form.text(name, value.to_owned());
        }
    }
    if !question.prompt.is_empty() {
        form = form.text("prompt", question.prompt.to_owned());
    }
    match detail {
        Detail::Plain => form.text("response_format", "json"),
        Detail::Verbose => form
            .text("response_format", "verbose_json")
            .text("timestamp_granularities[]", "segment")
            .text("timestamp_granularities[]", "word"),
    }
}

fn read(response: Response) -> Outcome {
    let status = response.status();
    let wished = response.headers().get(RETRY_AFTER).cloned();
    let wished = wished.and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let body = body(response);
    if status.is_success() {
        return match body.as_deref().and_then(Answer::read) {
            Some(answer) => Outcome::Answer(answer),
            None => Outcome::Refused(
                "the speech server answers with something that is no transcript: check speech.url"
                    .to_owned(),
            ),
        };
    }
    let why = format!(
        "the speech server answers {status}{}",
        words(body.as_deref())
    );
    match status {
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => {
            Outcome::Later(why, wished.map(Duration::from_secs))
        }
        // A server that knows no times may say so with a failure of its own.
        StatusCode::BAD_REQUEST
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::NOT_IMPLEMENTED => Outcome::TooDetailed(why),
        status if status.is_server_error() => Outcome::Later(why, wished.map(Duration::from_secs)),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            Outcome::Refused(format!("{why}: check speech.api_key"))
        }
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Outcome::Refused(format!(
            "{why}: check speech.url, which is the whole address"
        )),
        _ => Outcome::Refused(why),
    }
}

fn body(response: Response) -> Option<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    response.take(LARGEST_ANSWER).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The server's own sentence, when it gives one.
fn words(body: Option<&[u8]>) -> String {
    let said = body.and_then(|body| serde_json::from_slice::<serde_json::Value>(body).ok());
    let said = said.and_then(|value| {
        let message = value.pointer("/error/message").or(value.get("error"));
        Some(message?.as_str()?.to_owned())
    });
    said.map(|said| {
        let shown: String = said
            .chars()
            .filter(|one| !one.is_control())
            .take(SHOWN)
            .collect();
        format!(" ({shown})")
    })
    .unwrap_or_default()
}

/// Waits before the next try, on the worker's own thread, and looks all along whether anybody still wants the answer.
fn pause(length: Duration, goes_on: &dyn Fn() -> bool) -> Result<(), NotTranscribed> {
    let steps = length.as_millis().div_ceil(ASK.as_millis());
    for _ in 0..steps {
        if !goes_on() {
            return Err(NotTranscribed::CalledOff);
        }
        std::thread::sleep(ASK.min(length));
    }
    Ok(())
}
