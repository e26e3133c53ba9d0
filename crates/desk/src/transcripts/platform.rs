//! The telephony provider as the engine: asked once, waited for, its phrases made into a dialogue.

use domain::extension::Transcription;
use domain::transcript::{NoText, Part, Speaker, Transcript, Turn, making};
use domain::{Call, Channel, Language, Recording, Voices};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use store::{recognition, recordings, transcripts};
use telephony::pbx::{Failure, Pbx, Phrase, Recognised, Why};

use super::make::Stop;
use crate::phone::PbxRefusal;
use crate::{Desk, Refusal};

type Stopped<T> = std::result::Result<T, Stop>;

/// Nobody says a letter faster, in milliseconds: how long a phrase lasts is not told.
const A_LETTER: u32 = 70;
/// The shortest phrase, in milliseconds.
const SHORTEST: u32 = 700;
/// Seconds. A phrase that seems to come more than half of it later came a little before the talk was counted.
const DAY: i64 = 24 * 3600;
/// Seconds by which the clocks of the phrases and of the call may differ.
const A_LITTLE: i64 = 60;

impl Desk {
    /// Has the provider transcribe a call; what it heard is kept as parts, one for each recording.
    pub(super) async fn hear_from_platform(
        &self,
        call: &Call,
        settings: &Transcription,
    ) -> Stopped<()> {
        let mut conn = self.store.read().await?;
        let channel = store::channels::find(&mut conn, call.channel_id).await?;
        let channel = channel.ok_or_else(|| Stop::No(NoText::Gone, String::new()))?;
        let pbx = match self.pbx(&mut conn, &channel).await {
            Ok(pbx) => pbx,
            Err(Refusal::Unready(_)) => return Err(Stop::No(NoText::NoKey, String::new())),
            Err(other) => return Err(other.into()),
        };
        let all = recordings::of_calls(&mut conn, &[call.id]).await?;
        let is_asked = recognition::asked_at(&mut conn, call.id).await?.is_some();
        drop(conn);
        if !is_asked {
            self.ask_platform(call, &pbx).await?;
        }
        let told = pbx
            .recognised(session(call))
            .await
            .map_err(|why| stop(&why))?;
        if told.phrases.is_empty() {
            return Err(Stop::Waits(making::AT_PROVIDER, Refusal::NotReady));
        }
        let parts = parts(told, call, &channel, settings, &all);
        self.keep_parts(call, &parts, &all).await
    }

    async fn ask_platform(&self, call: &Call, pbx: &Pbx) -> Stopped<()> {
        pbx.recognise(session(call))
            .await
            .map_err(|why| stop(&why))?;
        let mut tx = self.store.begin().await?;
        recognition::asked(&mut tx, call.id, self.now()).await?;
        Ok(tx.commit().await?)
    }

    async fn keep_parts(&self, call: &Call, parts: &[Part], all: &[Recording]) -> Stopped<()> {
        let lengths = all.iter().filter_map(length);
        let talked = call.facts.talk_seconds.unwrap_or_default() * 1000;
        let length = lengths.map(i64::from).sum::<i64>().max(talked);
        let mut tx = self.store.begin().await?;
        for part in parts {
            transcripts::keep_part(&mut tx, call.id, part).await?;
        }
        transcripts::add_usage(&mut tx, &self.month(), length).await?;
        Ok(tx.commit().await?)
    }
}

fn session(call: &Call) -> i64 {
    call.session_id
}

/// What is to be done about an answer that is none.
fn stop(why: &Failure) -> Stop {
    if why.is_about_nothing() {
        return Stop::No(NoText::Gone, String::new());
    }
    let later = |mark| Stop::Waits(mark, Refusal::Pbx(Box::new(PbxRefusal::of(why))));
    match why.why() {
        Why::Component => Stop::No(NoText::NoComponent, String::new()),
        Why::Key => Stop::No(NoText::NoKey, String::new()),
        Why::Limit => later(making::LIMIT),
        Why::Unreachable => later(making::AT_PROVIDER),
        Why::Address
        | Why::Account
        | Why::Operator
        | Why::Phone
        | Why::OwnNumber
        | Why::BlackList
        | Why::Number
        | Why::Over
        | Why::State
        | Why::Already
        | Why::Other => Stop::No(NoText::Refused, why.sentence(Language::default())),
    }
}

/// The phrases by the recordings in which they are heard, one after another.
fn parts(
    told: Recognised,
    call: &Call,
    channel: &Channel,
    settings: &Transcription,
    all: &[Recording],
) -> Vec<Part> {
    let worker = told.worker;
    let transcript = |turns| Transcript {
        language: settings.language_in(channel.id).unwrap_or_default(),
        engine: format!("{} {worker}", channel.provider.title())
            .trim()
            .to_owned(),
        turns,
    };
    let mut parts: Vec<Part> = Vec::new();
    for turn in turns(told.phrases, Talk::of(call, &channel.zone())) {
        let (recording, turn) = placed(turn, all);
        match parts.last_mut().filter(|part| part.recording == recording) {
            Some(part) => part.transcript.turns.push(turn),
            None => parts.push(Part {
                recording,
                beside: recording,
                transcript: transcript(vec![turn]),
            }),
        }
    }
    parts
}

/// When a talk was, by the clock of its account.
#[derive(Clone, Copy)]
struct Talk {
    began: Time,
    /// Seconds until the call was over, when that is known.
    length: Option<i64>,
}

impl Talk {
    fn of(call: &Call, zone: &TimeZone) -> Option<Self> {
        let answered = call.facts.answered_at?;
        let finished = call.facts.finished_at;
        Some(Self {
            began: answered.to_zoned(zone.clone()).time(),
            length: finished.map(|at| at.duration_since(answered).as_secs()),
        })
    }

    /// Whether something was said in it, a little before or after it for all that clocks differ.
    fn holds(self, at: Time) -> bool {
        let after = seconds(self.began, at);
        after >= DAY - A_LITTLE
            || self
                .length
                .map_or(after < DAY / 2, |length| after <= length + A_LITTLE)
    }
}

/// Turns in the order they were told, with their times from the beginning of the talk; from the first phrase when another
/// clock than the channel's has told them.
fn turns(phrases: Vec<Phrase>, talk: Option<Talk>) -> Vec<Turn> {
    let times: Vec<Time> = phrases.iter().filter_map(|one| one.at).collect();
    let talk = talk.filter(|talk| times.iter().all(|at| talk.holds(*at)));
    let began = talk.map(|talk| talk.began).or(times.first().copied());
    let mut turns: Vec<Turn> = Vec::with_capacity(phrases.len());
    for one in phrases {
        // Seconds are coarse: what was said within one keeps its order.
        let next = turns.last().map_or(0, |turn| turn.start + 1);
        let start = one
            .at
            .zip(began)
            .map_or(next, |(at, began)| since(began, at));
        let start = start.max(next);
        let text = one.text.trim().to_owned();
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        turns.push(Turn {
            speaker: match one.by_operator {
                Some(true) => Speaker::Agent,
                Some(false) => Speaker::Client,
                None => Speaker::Unknown,
            },
            start,
            end: start.saturating_add(letters.saturating_mul(A_LETTER).max(SHORTEST)),
            text,
            words: Vec::new(),
        });
    }
    turns
}

/// Milliseconds from one time of the day to another, past midnight too.
fn since(began: Time, at: Time) -> u32 {
    match seconds(began, at) {
        passed if passed < DAY / 2 => u32::try_from(passed * 1000).unwrap_or(0),
        _ => 0,
    }
}

/// Seconds from one time of the day until the clock next shows the other.
fn seconds(began: Time, at: Time) -> i64 {
    let second = |time: Time| {
        i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
    };
    (second(at) - second(began)).rem_euclid(DAY)
}

/// In which recording a turn is heard, with its times there.
fn placed(turn: Turn, all: &[Recording]) -> (u32, Turn) {
    let mut before = 0;
    let whole = all
        .iter()
        .filter(|one| matches!(one.voices, Voices::AgentIn(_)));
    let mut whole = whole.peekable();
    while let Some(one) = whole.next() {
        let until = length(one).map(|length| before + length);
        match until {
            Some(until) if turn.start >= until && whole.peek().is_some() => before = until,
            Some(_) | None => {
                let n = u32::try_from(one.n).unwrap_or_default();
                let (start, end) = (turn.start - before, turn.end - before);
                return (n, Turn { start, end, ..turn });
            }
        }
    }
    (0, turn)
}

fn length(one: &Recording) -> Option<u32> {
    u32::try_from(one.kept()?.milliseconds?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_day_are_told_from_the_beginning_of_the_talk() {
        let time = |text: &str| text.parse::<Time>().unwrap();
        assert_eq!(since(time("16:29:07"), time("16:30:10")), 63_000);
        assert_eq!(since(time("23:59:50"), time("00:00:05")), 15_000);
        assert_eq!(since(time("16:29:07"), time("16:29:06")), 0);
    }

    fn said(times: &[&str], talk: Option<(&str, i64)>) -> Vec<u32> {
        let phrase = |at: &&str| Phrase {
            at: at.parse().ok(),
            by_operator: Some(true),
            text: "да".to_owned(),
        };
        let talk = talk.map(|(began, length)| Talk {
            began: began.parse().unwrap(),
            length: Some(length),
        });
        let turns = turns(times.iter().map(phrase).collect(), talk);
        turns.iter().map(|turn| turn.start).collect()
    }

    #[test]
    fn phrases_keep_their_order_within_a_second() {
        let talk = Some(("16:29:07", 60));
        let times = ["16:29:10", "16:29:10", "unreadable", "16:29:12"];
        assert_eq!(said(&times, talk), [3_000, 3_001, 3_002, 5_000]);
        let early = ["16:29:05", "16:29:06", "16:29:09"];
        assert_eq!(said(&early, talk), [0, 1, 2_000]);
    }

    #[test]
    fn what_another_clock_tells_begins_with_the_first_phrase() {
        let talk = Some(("16:29:07", 60));
        for hour in ["05", "13", "17", "23"] {
            let (first, second) = (format!("{hour}:29:09"), format!("{hour}:29:14"));
            assert_eq!(said(&[&first, &second], talk), [0, 5_000], "{hour}");
        }
        assert_eq!(said(&["05:00:00", "05:00:07"], None), [0, 7_000]);
    }
}
