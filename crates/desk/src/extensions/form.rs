//! What is to be different about «Расшифровка звонка», as typed.

use domain::extension::{ANY_LANGUAGE, InChannel, LANGUAGES, Recogniser, Transcription, When};
use domain::text::one_line;
use domain::{ChannelId, Role};

use crate::fault::Faults;
use crate::{Result, Why};

/// What is to be different; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct TranscriptionChange {
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// `server`, `provider`.
    pub recognised_by: Option<String>,
    /// `on_demand`, `all_calls`, `longer_than`.
    pub mode: Option<String>,
    /// Than how many seconds; for `longer_than`.
    pub seconds: Option<i64>,
    /// `ru`, `en`, or `auto` to find it out.
    pub language: Option<String>,
    /// Names and products that may be said.
    pub names: Option<Vec<String>>,
    /// What is heard wrongly, and what it should be.
    pub corrections: Option<Vec<(String, String)>>,
    /// Minutes of sound a month; `Some(None)`: any number.
    pub limit_minutes: Option<Option<i64>>,
    /// Roles that see numbers of cards and documents, besides administrators.
    pub sees_secrets: Option<Vec<String>>,
    /// The rules for promises; an empty text brings back those the desk comes with.
    pub promises: Option<String>,
    /// Channels that are to differ; those that are absent stay.
    pub channels: Option<Vec<ChannelPart>>,
    /// Only when the settings are still those of this version.
    pub version: Option<i64>,
}

/// How a channel is to differ; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct ChannelPart {
    /// Which.
    pub channel: String,
    /// Whether it is on there.
    pub enabled: Option<bool>,
    /// `ru`, `en`, `auto`, or "" for the desk's.
    pub language: Option<String>,
}

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// More names than this do not fit into an engine's prompt.
const MOST_NAMES: usize = 200;
const MOST_CORRECTIONS: usize = 500;
/// A month has fewer minutes than a hundred people can talk.
const MOST_MINUTES: i64 = 10_000_000;
/// A day.
const MOST_SECONDS: i64 = 86_400;
/// The longest text of rules, in characters.
const LONGEST_RULES: usize = 20_000;

const MODES: [&str; 3] = ["on_demand", "all_calls", "longer_than"];

impl TranscriptionChange {
    pub(super) fn read(
        &self,
        before: &Transcription,
        channels: &[ChannelId],
    ) -> Result<Transcription> {
        let mut faults = Faults::none();
        let f = &mut faults;
        let mut after = before.clone();
        after.enabled = self.enabled.unwrap_or(before.enabled);
        if let Some(name) = &self.recognised_by {
            after.recognised_by = read_recogniser(f, name).unwrap_or(before.recognised_by);
        }
        self.read_when(f, &mut after);
        if let Some(language) = &self.language {
            let read = language_of(f, "language", language);
            after.language = read.filter(|language| language != ANY_LANGUAGE);
        }
        if let Some(names) = &self.names {
            after.names = read_names(f, names);
        }
        if let Some(corrections) = &self.corrections {
            after.corrections = read_corrections(f, corrections);
        }
        if let Some(limit) = self.limit_minutes {
            after.limit_minutes =
                limit.and_then(|minutes| whole(f, "limit_minutes", minutes, MOST_MINUTES));
        }
        if let Some(roles) = &self.sees_secrets {
            after.sees_secrets = read_roles(f, roles);
        }
        if let Some(rules) = &self.promises {
            after.promises = read_rules(f, rules);
        }
        for (place, part) in self.channels.iter().flatten().enumerate() {
            part.read(f, place, &mut after, channels);
        }
        faults.check()?;
        Ok(after)
    }

    fn read_when(&self, faults: &mut Faults, after: &mut Transcription) {
        let seconds = match (self.seconds, after.when) {
            (Some(seconds), _) => Some(seconds),
            (None, When::LongerThan { seconds }) => Some(i64::from(seconds)),
            (None, When::OnDemand | When::AllCalls) => None,
        };
        let mode = match (self.mode.as_deref(), after.when) {
            (Some(mode), _) => mode,
            (None, When::LongerThan { .. }) => "longer_than",
            (None, When::OnDemand | When::AllCalls) => return,
        };
        match mode {
            "on_demand" => after.when = When::OnDemand,
            "all_calls" => after.when = When::AllCalls,
            "longer_than" => match seconds {
                Some(seconds) => {
                    let read = whole(faults, "seconds", seconds, MOST_SECONDS);
                    after.when = read.map_or(after.when, |seconds| When::LongerThan { seconds });
                }
                None => faults.add("seconds", Why::Required),
            },
            _ => faults.add("mode", Why::NotOneOf(MODES.to_vec())),
        }
    }
}

impl ChannelPart {
    fn read(
        &self,
        faults: &mut Faults,
        place: usize,
        after: &mut Transcription,
        channels: &[ChannelId],
    ) {
        let field = |name: &str| format!("channels[{place}].{name}");
        let id = self.channel.parse().ok();
        let Some(id) = id.filter(|id| channels.contains(id)) else {
            return faults.add(&field("channel_id"), Why::Unknown);
        };
        let mut part = after.in_channel(id);
        part.enabled = self.enabled.unwrap_or(part.enabled);
        match self.language.as_deref() {
            Some("") => part.language = None,
            Some(language) => part.language = language_of(faults, &field("language"), language),
            None => {}
        }
        if part == InChannel::default() {
            after.channels.remove(&id);
        } else {
            after.channels.insert(id, part);
        }
    }
}

fn read_recogniser(faults: &mut Faults, typed: &str) -> Option<Recogniser> {
    let known = Recogniser::ALL
        .into_iter()
        .find(|one| one.as_str() == typed);
    if known.is_none() {
        let names = Recogniser::ALL.map(Recogniser::as_str);
        faults.add("recognised_by", Why::NotOneOf(names.into()));
    }
    known
}

fn whole(faults: &mut Faults, field: &str, number: i64, most: i64) -> Option<u32> {
    let read = u32::try_from(number)
        .ok()
        .filter(|_| (1..=most).contains(&number));
    if read.is_none() {
        faults.add(field, Why::NotWithin(1, most));
    }
    read
}

fn language_of(faults: &mut Faults, field: &str, typed: &str) -> Option<String> {
    let known = LANGUAGES.into_iter().chain([ANY_LANGUAGE]);
    if known.clone().any(|one| one == typed) {
        return Some(typed.to_owned());
    }
    faults.add(field, Why::NotOneOf(known.collect()));
    None
}

fn read_names(faults: &mut Faults, typed: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for typed in typed.iter().filter(|name| !name.trim().is_empty()) {
        let name = faults.take("names", one_line(typed, LONGEST_NAME));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    if names.len() > MOST_NAMES {
        faults.add("names", Why::NotWithin(0, MOST_NAMES as i64));
    }
    names
}

fn read_corrections(faults: &mut Faults, typed: &[(String, String)]) -> Vec<(String, String)> {
    let mut corrections = Vec::new();
    for (wrong, right) in typed {
        let wrong = faults.take("corrections", one_line(wrong, LONGEST_NAME));
        let right = faults.take("corrections", one_line(right, LONGEST_NAME));
        corrections.extend(wrong.zip(right));
    }
    if corrections.len() > MOST_CORRECTIONS {
        faults.add("corrections", Why::NotWithin(0, MOST_CORRECTIONS as i64));
    }
    corrections
}

fn read_roles(faults: &mut Faults, typed: &[String]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    for name in typed {
        match name.parse::<Role>() {
            Ok(Role::Admin) => {}
            Ok(role) if roles.contains(&role) => {}
            Ok(role) => roles.push(role),
            Err(_) => faults.add(
                "sees_secrets",
                Why::NotOneOf(Role::ALL.iter().map(|role| role.as_str()).collect()),
            ),
        }
    }
    roles
}

fn read_rules(faults: &mut Faults, typed: &str) -> Option<String> {
    let text = typed.replace("\r\n", "\n");
    if text.trim().is_empty() {
        return None;
    }
    if text.chars().count() > LONGEST_RULES {
        faults.add("promises", Why::TooLong(LONGEST_RULES));
    } else if let Err(wrong) = domain::promise::Rules::read(&text) {
        faults.add("promises", Why::WrongRule(wrong.line, wrong.text));
    }
    Some(text)
}
