//! What was said in a call, under its sound: the button that asks for it, how far it is, the dialogue.

use desk::calls::CallView;
use desk::transcripts::{Reading, SeenLine};
use domain::transcript::format::{self, clock};
use domain::transcript::{Format, Line, NoText, Stage, making};
use domain::{Recording, Role, Speaker, Voices};
use locale::Words;

use super::summary::InShort;
use crate::frame::Frame;
use crate::pages::visit::{Visit, may_change};

/// What stands under the sound of a call.
pub enum Said {
    /// A button.
    Ask,
    /// There is nothing to recognise speech with: told to those who can mend it.
    NoEngine,
    /// It is on its way.
    Working(Working),
    /// There is none, and why; whether one may try again.
    None(String, String, bool),
    /// The dialogue.
    Read(Dialogue),
}

/// How far it is.
pub struct Working {
    /// Percents, once it has begun.
    pub percent: Option<u8>,
    /// In words.
    pub text: String,
}

/// The dialogue.
pub struct Dialogue {
    /// Its lines.
    pub lines: Vec<DialogueLine>,
    /// That it was recognised automatically, and by what.
    pub automatic: String,
    /// The two-letter code of what was spoken.
    pub language: String,
    /// The call in short.
    pub summary: Option<InShort>,
    /// All of it as text, to be copied.
    pub whole: String,
    /// Whether some words are doubtful.
    pub doubts: bool,
    /// Whether something is hidden.
    pub masked: bool,
    /// Whether two sides are told apart.
    pub sides: bool,
}

/// A line as it is drawn.
pub struct DialogueLine {
    /// Its place.
    pub place: u32,
    /// `client`, `operator` or `both`.
    pub side: &'static str,
    /// Who.
    pub who: String,
    /// When, `0:12`.
    pub time: String,
    /// The recording, from 1.
    pub recording: u32,
    /// The player of that recording.
    pub player: String,
    /// Whether another recording begins here.
    pub begins: bool,
    /// Milliseconds.
    pub start: u32,
    /// Milliseconds.
    pub end: u32,
    /// The text in pieces: what, from and to when for words, whether it is doubtful.
    pub pieces: Vec<LinePiece>,
    /// Who corrected it.
    pub edited: Option<String>,
    /// Whether the reader may correct it.
    pub may_edit: bool,
}

/// A piece of a line.
pub struct LinePiece {
    /// As it stands.
    pub text: String,
    /// From when to when it is heard, in milliseconds.
    pub heard: Option<(u32, u32)>,
    /// Whether the engine is not sure of it.
    pub doubtful: bool,
}

/// Words of which the engine is less sure are shown pale.
const SURE: f32 = 0.5;

impl Said {
    /// What stands there for this visitor; nothing when the extension is off and nothing was ever made.
    pub fn of(
        view: &CallView,
        reading: Option<&Reading>,
        frame: &Frame,
        visit: &Visit,
    ) -> Option<Self> {
        let t = frame.t;
        let may_ask = view.transcribes && may_change(visit.actor.role);
        if !view.is_audible {
            return None;
        }
        let Some(reading) = reading else {
            let there = !view.call.facts.recordings.is_empty();
            let can = visit.desk.can_transcribe(view.recognised_by);
            return match (may_ask && there, can) {
                (true, true) => Some(Self::Ask),
                (true, false) => (visit.actor.role == Role::Admin).then_some(Self::NoEngine),
                (false, _) => None,
            };
        };
        match &reading.making.stage {
            Stage::Waiting(why) => Some(Self::Working(Working {
                percent: None,
                text: waits_for(why, t),
            })),
            Stage::Running(percent) => Some(Self::Working(Working {
                percent: Some(*percent),
                text: t.msg_said_percent(percent.to_string()),
            })),
            Stage::Failed(why, said) => {
                let again = may_ask && why.may_be_tried_again();
                Some(Self::None(no_text(*why, t), said.clone(), again))
            }
            Stage::Ready => Some(Self::Read(Dialogue {
                summary: InShort::of(reading, frame, visit),
                ..dialogue(view, reading, frame, may_change(visit.actor.role))
            })),
        }
    }
}

fn waits_for(why: &str, t: &Words) -> String {
    match why {
        "" => t.msg_said_waiting(),
        making::AT_PROVIDER => t.msg_said_at_provider(),
        making::LIMIT => t.msg_said_limit(),
        _ => t.msg_said_waits_for_sound(),
    }
}

/// Why there is no transcript, in a sentence.
pub fn no_text(why: NoText, t: &Words) -> String {
    match why {
        NoText::Gone => t.msg_said_gone(),
        NoText::NotInTime => t.msg_said_not_in_time(),
        NoText::Unreadable => t.msg_said_unreadable(),
        NoText::NoModel => t.msg_said_no_model(),
        NoText::Refused => t.msg_said_refused(),
        NoText::LimitReached => t.msg_said_limit_reached(),
        NoText::NoKey => t.msg_said_no_key(),
        NoText::NoComponent => t.msg_said_no_component(),
    }
}

/// A speaker's side of the dialogue.
pub fn side(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Agent => "operator",
        Speaker::Client => "client",
        Speaker::Unknown => "both",
    }
}

fn dialogue(view: &CallView, reading: &Reading, frame: &Frame, may_edit: bool) -> Dialogue {
    let mut before = None;
    let draw = |seen: &SeenLine| {
        let other = before
            .replace(seen.line.recording)
            .is_some_and(|last| last != seen.line.recording);
        let heard_in = recording(view, seen.line.recording);
        // Two parties in a file each are one talk.
        let whole = heard_in.is_none_or(|one| matches!(one.voices, Voices::AgentIn(_)));
        DialogueLine {
            begins: other && whole,
            player: heard_in.map_or_else(String::new, |one| format!("{}-player", one.id)),
            ..line(seen, frame.t, may_edit)
        }
    };
    let lines: Vec<DialogueLine> = reading.lines.iter().map(draw).collect();
    let doubts = |line: &DialogueLine| line.pieces.iter().any(|piece| piece.doubtful);
    Dialogue {
        automatic: frame.t.msg_said_automatic(reading.making.engine.as_str()),
        language: reading.making.language.clone(),
        summary: None,
        whole: whole(reading, frame.t),
        doubts: lines.iter().any(doubts),
        masked: reading.lines.iter().any(|seen| seen.masked),
        sides: lines.iter().any(|line| line.side != "both"),
        lines,
    }
}

fn whole(reading: &Reading, t: &Words) -> String {
    let lines: Vec<Line> = reading.lines.iter().map(|seen| seen.line.clone()).collect();
    format::write(&lines, Format::Txt, |speaker| speaker_name(speaker, t))
}

fn recording(view: &CallView, place: u32) -> Option<&Recording> {
    let found = view.recordings.iter();
    found.into_iter().find(|one| one.n == i64::from(place))
}

fn line(seen: &SeenLine, t: &Words, may_edit: bool) -> DialogueLine {
    let said = &seen.line;
    let pieces = said.pieces().into_iter().map(|(text, word)| LinePiece {
        text: text.to_owned(),
        heard: word.map(|word| (word.start, word.end)),
        doubtful: word
            .and_then(|word| word.confidence)
            .is_some_and(|sure| sure < SURE),
    });
    DialogueLine {
        place: seen.place,
        side: side(said.speaker),
        who: speaker_name(said.speaker, t),
        time: clock(said.start),
        recording: said.recording + 1,
        player: String::new(),
        begins: false,
        start: said.start,
        end: said.end,
        pieces: pieces.collect(),
        edited: seen.edited_by.as_deref().map(|who| t.msg_said_edited(who)),
        may_edit: may_edit && !seen.masked,
    }
}

/// A speaker by their name for people.
pub fn speaker_name(speaker: Speaker, t: &Words) -> String {
    match speaker {
        Speaker::Agent => t.msg_said_agent(),
        Speaker::Client => t.msg_said_client(),
        Speaker::Unknown => t.msg_said_unknown(),
    }
}
