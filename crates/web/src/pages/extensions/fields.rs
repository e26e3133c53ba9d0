//! The form of «Расшифровка звонка»: settings as they are typed, and what is typed as a change of settings.

use desk::extensions::{ChannelPart, TranscriptionChange};
use domain::extension::{ANY_LANGUAGE, LANGUAGES, Recogniser, Transcription, When};
use domain::promise;
use domain::{Channel, ChannelId, Language, Role};
use locale::Words;

use crate::form::{Choice, Mistakes};
use crate::frame::{language_name, role_name};
use crate::pages::choices::choice;
use crate::pages::typed::Typed;

/// The form as it is drawn.
pub(super) struct Fields {
    pub(super) recognisers: Vec<Choice>,
    pub(super) modes: Vec<Choice>,
    pub(super) seconds: String,
    pub(super) languages: Vec<Choice>,
    pub(super) limit: String,
    pub(super) names: String,
    pub(super) corrections: String,
    /// Roles with whether they see what is masked.
    pub(super) roles: Vec<Choice>,
    pub(super) promises: String,
    pub(super) channels: Vec<ChannelRow>,
}

/// A channel in the form.
pub(super) struct ChannelRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) on: bool,
    pub(super) languages: Vec<Choice>,
}

/// Settings as the form would send them.
pub(super) fn typed_of(set: &Transcription) -> Typed {
    let (mode, seconds) = match set.when {
        When::OnDemand => ("on_demand", String::new()),
        When::AllCalls => ("all_calls", String::new()),
        When::LongerThan { seconds } => ("longer_than", seconds.to_string()),
    };
    let corrections: Vec<String> = set
        .corrections
        .iter()
        .map(|(wrong, right)| format!("{wrong} = {right}"))
        .collect();
    let limit = set.limit_minutes.map(|limit| limit.to_string());
    let mut all: Vec<(String, String)> = vec![
        (
            "recognised_by".into(),
            set.recognised_by.as_str().to_owned(),
        ),
        ("mode".into(), mode.into()),
        ("seconds".into(), seconds),
        (
            "language".into(),
            set.language.clone().unwrap_or_else(|| ANY_LANGUAGE.into()),
        ),
        ("limit_minutes".into(), limit.unwrap_or_default()),
        ("names".into(), set.names.join("\n")),
        ("corrections".into(), corrections.join("\n")),
        (
            "promises".into(),
            set.promises
                .clone()
                .unwrap_or_else(|| promise::USUAL.into()),
        ),
    ];
    all.extend(
        set.sees_secrets
            .iter()
            .map(|role| ("sees_secrets".into(), role.to_string())),
    );
    for (id, part) in &set.channels {
        let field = |name: &str| format!("{name}-{id}");
        if !part.enabled {
            all.push((field("off"), "on".into()));
        }
        all.push((field("language"), part.language.clone().unwrap_or_default()));
    }
    all.into_iter().collect()
}

/// The form with what was typed.
pub(super) fn fields(typed: &Typed, channels: &[Channel], t: &Words) -> Fields {
    let mode = |value: &str, label: String| choice(value, label, typed.one("mode") == value);
    let role = |role: Role| {
        let ticked = typed.all("sees_secrets").any(|name| name == role.as_str());
        choice(role.as_str(), role_name(t, role), ticked)
    };
    let recogniser = |one: Recogniser, label: String| {
        choice(
            one.as_str(),
            label,
            typed.one("recognised_by") == one.as_str(),
        )
    };
    Fields {
        recognisers: vec![
            recogniser(Recogniser::Server, t.msg_ext_by_server()),
            recogniser(Recogniser::Provider, t.msg_ext_by_provider()),
        ],
        modes: vec![
            mode("on_demand", t.msg_ext_on_demand()),
            mode("all_calls", t.msg_ext_all_calls()),
            mode("longer_than", t.msg_ext_longer_than()),
        ],
        seconds: typed.one("seconds").to_owned(),
        languages: languages(typed.one("language"), t),
        limit: typed.one("limit_minutes").to_owned(),
        names: typed.one("names").to_owned(),
        corrections: typed.one("corrections").to_owned(),
        roles: [Role::Supervisor, Role::Agent, Role::Internal]
            .map(role)
            .into(),
        promises: typed.one("promises").to_owned(),
        channels: channels
            .iter()
            .map(|channel| row(channel, typed, t))
            .collect(),
    }
}

fn languages(chosen: &str, t: &Words) -> Vec<Choice> {
    let auto = choice(
        ANY_LANGUAGE,
        t.msg_ext_language_auto(),
        chosen == ANY_LANGUAGE,
    );
    let known = Language::ALL
        .into_iter()
        .filter(|one| LANGUAGES.contains(&one.tag()));
    let known = known.map(|one| choice(one.tag(), language_name(t, one), one.tag() == chosen));
    std::iter::once(auto).chain(known).collect()
}

fn row(channel: &Channel, typed: &Typed, t: &Words) -> ChannelRow {
    let id = channel.id.to_string();
    let chosen = typed.one(&format!("language-{id}")).to_owned();
    let desk = choice("", t.msg_ext_language_desk(), chosen.is_empty());
    ChannelRow {
        name: channel.name.clone(),
        // A form names each channel it has; settings name those that differ.
        on: if typed.all("channel").any(|sent| sent == id) {
            typed.ticked(&format!("on-{id}"))
        } else {
            !typed.ticked(&format!("off-{id}"))
        },
        languages: std::iter::once(desk).chain(languages(&chosen, t)).collect(),
        id,
    }
}

/// What was typed as a change, with notes at what cannot be read here.
pub(super) fn change(typed: &Typed, notes: &mut Mistakes, t: &Words) -> TranscriptionChange {
    let number = |text: &str| text.parse().unwrap_or(-1);
    let lines = |field: &str| -> Vec<String> {
        let lines = typed.one(field).lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let mut corrections = Vec::new();
    for line in lines("corrections") {
        match line.split_once('=') {
            Some((wrong, right)) => corrections.push((wrong.to_owned(), right.to_owned())),
            None => notes.note("corrections", t.msg_ext_corrections_wrong(line.as_str())),
        }
    }
    TranscriptionChange {
        enabled: None,
        recognised_by: typed.some("recognised_by").map(str::to_owned),
        mode: typed.some("mode").map(str::to_owned),
        seconds: typed
            .some("seconds")
            .filter(|_| typed.one("mode") == "longer_than")
            .map(number),
        language: typed.some("language").map(str::to_owned),
        names: Some(lines("names")),
        corrections: Some(corrections),
        limit_minutes: Some(typed.some("limit_minutes").map(number)),
        sees_secrets: Some(typed.all("sees_secrets").map(str::to_owned).collect()),
        promises: typed.sent("promises").map(own_rules),
        channels: Some(channels(typed)),
        version: typed.some("version").and_then(|text| text.parse().ok()),
    }
}

/// The usual rules are not kept as one's own: they may become better.
fn own_rules(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.trim() == promise::USUAL.trim() {
        return String::new();
    }
    text
}

fn channels(typed: &Typed) -> Vec<ChannelPart> {
    let ids = typed
        .all("channel")
        .filter_map(|id| id.parse::<ChannelId>().ok());
    let part = |id: ChannelId| ChannelPart {
        channel: id.to_string(),
        enabled: Some(typed.ticked(&format!("on-{id}"))),
        language: Some(typed.one(&format!("language-{id}")).to_owned()),
    };
    ids.map(part).collect()
}
