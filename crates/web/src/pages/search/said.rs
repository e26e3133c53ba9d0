//! What was said, as it is drawn among what was found: line by line, each with its second; and what it is narrowed to.

use desk::transcripts::Heard;
use domain::Speaker;
use domain::search::Said;
use domain::transcript::format::clock;
use store::calls::CallFilter;
use store::{Page, Slice};

use super::found::{Line, Marked, marked};
use crate::form::{Choice, Mistakes};
use crate::frame::Frame;
use crate::pages::calls::{call_filter, speaker_name};
use crate::pages::choices::choice;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// The form beside what was said.
pub struct Narrowing {
    /// Who said it.
    pub speakers: Vec<Choice>,
    /// Whose calls.
    pub agents: Vec<Choice>,
    /// From which day, to which.
    pub from: String,
    pub to: String,
    /// The client, when there is one.
    pub client: String,
    /// What is wrong with what was typed.
    pub mistakes: Mistakes,
}

/// Fields of the address that narrow what was said.
pub const FIELDS: [&str; 5] = ["speaker", "agent_id", "client_id", "from", "to"];

/// The lines of what was heard.
pub fn lines(found: &[Heard], said: &Said, frame: &Frame) -> Vec<Line> {
    found
        .iter()
        .flat_map(|heard| of_call(heard, said, frame))
        .collect()
}

fn of_call<'a>(
    heard: &'a Heard,
    said: &'a Said,
    frame: &'a Frame,
) -> impl Iterator<Item = Line> + 'a {
    let view = &heard.view;
    let id = view.call.id;
    let about = |seen: &desk::transcripts::SeenLine| -> Marked {
        let who = speaker_name(seen.line.speaker, frame.t);
        let mut told = vec![clock(seen.line.start), who];
        told.extend(view.client.as_ref().map(|client| client.name.clone()));
        told.extend(view.agent.as_ref().map(|agent| agent.name.clone()));
        vec![(told.join(" · "), false)]
    };
    heard.lines.iter().map(move |seen| Line {
        detail: about(seen),
        moment: Some(frame.day_or_hour(view.call.facts.started_at)),
        ..Line::to(
            format!("/calls/{id}#{id}-line-{}", seen.place),
            "captions",
            marked(said.plain(), &seen.line.text),
        )
    })
}

/// What was said, narrowed as the address says.
pub async fn narrowed(
    visit: &Visit,
    text: &str,
    slice: Slice,
    frame: &Frame,
) -> Result<(Page<Heard>, Said, Narrowing)> {
    let query = &visit.query;
    let speaker: Option<Speaker> = query.some("speaker").and_then(|name| name.parse().ok());
    let said = Said::read(text, speaker);
    let country = visit.desk.options().country;
    let wanted: Typed = FIELDS
        .iter()
        .filter_map(|field| Some(((*field).to_owned(), query.some(field)?.to_owned())))
        .collect();
    let (filter, mistakes): (CallFilter, Mistakes) =
        call_filter(&wanted, country, &frame.zone, frame.t);
    let found = visit.desk.said(&visit.actor, &said, &filter, slice).await?;
    let form = narrowing(visit, mistakes, frame).await?;
    Ok((found, said, form))
}

async fn narrowing(visit: &Visit, mistakes: Mistakes, frame: &Frame) -> Result<Narrowing> {
    let (query, t) = (&visit.query, frame.t);
    let chosen =
        |field: &str, value: &str, label: String| choice(value, label, query.one(field) == value);
    let speakers = [Speaker::Agent, Speaker::Client];
    let speakers = speakers.map(|one| chosen("speaker", one.as_str(), speaker_name(one, t)));
    let colleagues = visit.desk.colleagues(&visit.actor).await?.into_iter();
    let colleagues = colleagues.map(|one| chosen("agent_id", &one.id.to_string(), one.name));
    Ok(Narrowing {
        speakers: std::iter::once(chosen("speaker", "", t.msg_said_anybody()))
            .chain(speakers)
            .collect(),
        agents: std::iter::once(chosen("agent_id", "", t.msg_calls_any_agent()))
            .chain(colleagues)
            .collect(),
        from: query.one("from").to_owned(),
        to: query.one("to").to_owned(),
        client: query.one("client_id").to_owned(),
        mistakes,
    })
}
