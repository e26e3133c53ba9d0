//! `/wallboard`: a page for the screen on the wall, read from across the room; live, light or dark.

mod columns;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::calls::CallView;
use desk::wallboard::{ChannelLine, OnDuty, Today, Wallboard};
use domain::{Party, State};

use columns::{Column, columns};

use super::draw::page;
use super::visit::Visit;
use crate::Web;
use crate::frame::{Frame, Moment, Presence, Section, duration};
use crate::problem::Result;

/// Callers who wait, by name: more do not fit.
const MOST_WAITING: usize = 8;
/// People: more do not fit.
const MOST_PEOPLE: usize = 14;

#[derive(Template)]
#[template(path = "pages/wallboard.html")]
struct Wall {
    frame: Frame,
    /// The channel's name, or "all channels".
    title: String,
    day: String,
    hour: Moment,
    waiting: usize,
    waits: Vec<(String, Moment)>,
    rows: Vec<Row>,
    on_duty: usize,
    talking: usize,
    today: Figures,
    hours: Vec<Column>,
    channels: Vec<Line>,
    /// Whether one channel is shown.
    one: bool,
}

/// Somebody with what they do.
struct Row {
    state: &'static str,
    who: String,
    what: String,
    since: Option<Moment>,
}

/// The day in figures.
struct Figures {
    answered: i64,
    missed: i64,
    not_called_back: i64,
    longest: String,
    average: String,
}

/// One channel.
struct Line {
    path: String,
    name: String,
    talking: usize,
    waiting: usize,
    today: Figures,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/wallboard", get(show))
}

async fn show(visit: Visit) -> Result<Response> {
    let channel = visit.query.some("channel_id").map(str::parse);
    let channel = match channel {
        Some(read) => {
            Some(read.map_err(|_| crate::problem::Problem::NotFound(desk::Thing::Channel))?)
        }
        None => None,
    };
    let wall = visit.desk.wallboard(&visit.actor, channel).await?;
    let frame = visit
        .frame(Section::Calls, "calls presence missed channels")
        .await?;
    page(&draw(&wall, frame))
}

fn draw(wall: &Wallboard, frame: Frame) -> Wall {
    let name = wall
        .channels
        .iter()
        .find(|line| Some(line.id) == wall.channel);
    let mut rows: Vec<Row> = wall.people.iter().map(|one| person(one, &frame)).collect();
    rows.extend(wall.others.iter().map(|view| other(view, &frame)));
    rows.sort_by_key(|row| order(row.state));
    let talking = rows.iter().filter(|row| row.state == "talking").count();
    let on_duty = rows.len();
    rows.truncate(MOST_PEOPLE);
    let waits = wall.waiting.iter().take(MOST_WAITING);
    Wall {
        title: name.map_or_else(|| frame.t.msg_wall_all(), |line| line.name.clone()),
        one: name.is_some(),
        day: frame.day(frame.now),
        hour: frame.hour(frame.now),
        waiting: wall.waiting.len(),
        waits: waits
            .map(|view| {
                (
                    caller(view, &frame),
                    frame.since(view.call.facts.started_at),
                )
            })
            .collect(),
        on_duty,
        talking,
        rows,
        today: Figures::of(&wall.today),
        hours: columns(&wall.hours, &frame),
        channels: wall.channels.iter().map(Line::of).collect(),
        frame,
    }
}

fn person(one: &OnDuty, frame: &Frame) -> Row {
    let presence = Presence::of(&one.around);
    let call = one.call.as_ref();
    Row {
        state: presence.as_str(),
        who: one.around.name.clone(),
        what: call.map_or_else(|| presence.word(frame.t), |view| caller(view, frame)),
        since: call.map(|view| since(view, frame)),
    }
}

fn other(view: &CallView, frame: &Frame) -> Row {
    let operator = view.call.facts.operator.as_ref();
    let name = operator.and_then(|one| one.name.clone());
    Row {
        state: match view.call.facts.state {
            State::Talking => Presence::Talking.as_str(),
            State::Ringing | State::Finished => Presence::Ringing.as_str(),
        },
        who: name.unwrap_or_else(|| frame.t.msg_life_somebody()),
        what: caller(view, frame),
        since: Some(since(view, frame)),
    }
}

fn since(view: &CallView, frame: &Frame) -> Moment {
    let facts = &view.call.facts;
    frame.since(facts.answered_at.unwrap_or(facts.started_at))
}

/// Those who talk stand first, then those at whom it rings.
fn order(state: &str) -> usize {
    let all = ["talking", "ringing", "free", "quiet", "away"];
    all.iter()
        .position(|one| *one == state)
        .unwrap_or(all.len())
}

fn caller(view: &CallView, frame: &Frame) -> String {
    match (&view.client, &view.call.facts.client) {
        (Some(client), _) => client.name.clone(),
        (None, Some(Party::Phone(number))) => number.pretty(),
        (None, Some(Party::Inside(number))) => number.clone(),
        (None, Some(Party::Withheld)) => frame.t.msg_subject_withheld(),
        (None, None) => frame.t.msg_subject_unknown(),
    }
}

impl Figures {
    fn of(today: &Today) -> Self {
        Self {
            answered: today.answered,
            missed: today.missed,
            not_called_back: today.not_called_back,
            longest: duration(today.longest_wait),
            average: today
                .average_wait()
                .map_or_else(|| "–".to_owned(), duration),
        }
    }
}

impl Line {
    fn of(line: &ChannelLine) -> Self {
        Self {
            path: format!("/wallboard?channel_id={}", line.id),
            name: line.name.clone(),
            talking: line.talking,
            waiting: line.waiting,
            today: Figures::of(&line.today),
        }
    }
}

#[cfg(test)]
mod tests {
    use desk::on_both;

    use super::super::browser::{Browser, says};
    use crate::testing::{TestWeb, missed, ringing};

    on_both! {
        async fn the_wall_shows_the_day_to_supervisors_only(test: &TestDesk) {
            let web = TestWeb::over(test);
            let channel = test.channel().await;
            let (_, token) = test.token(channel).await;
            web.notify(&token, &missed(1, "79162041837")).await;
            web.notify(&token, &ringing(2, "79162041838")).await;
            let boss = Browser::of(&web, &test.supervisor().await).await;
            let page = boss.read("/wallboard").await;
            says(&page, &["data-live=\"calls presence missed channels\"", "Все каналы", "Ждут ответа", "<p class=\"wall-big num\">1</p>", "+7 916 204-18-38", "Не перезвонили", "Сегодня по часам", "<rect class=\"b-miss\" x=\"0\" y=\"0\" width=\"10\" height=\"100\"/>", "16:00: ответили 0, пропустили 1"]);
            says(&boss.read("/calls").await, &["href=\"/wallboard\""]);
            says(&boss.read(&format!("/wallboard?channel_id={channel}")).await, &["<h1>Отдел доставки</h1>"]);
            assert_eq!(boss.open("/wallboard?channel_id=chan_0").await.status, 404);
            let anna = Browser::of(&web, &test.agent("anna", &[channel]).await).await;
            assert_eq!(anna.open("/wallboard").await.status, 403);
            assert!(!anna.read("/calls").await.contains("/wallboard"));
        }
    }
}
