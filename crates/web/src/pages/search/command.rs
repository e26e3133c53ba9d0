//! What the palette can do beside finding: go to a page, make something new, change how the desk looks and speaks.

use domain::search::Ask;
use domain::{Language, Role};
use locale::Words;

use super::found::{Line, marked};
use crate::frame::{Frame, Section, language_name};
use crate::pages::visit::{may_change, sees_wall};

/// A page or a deed, with the words it is found by in either language.
struct Command {
    line: Line,
    names: Vec<String>,
}

/// A name in the language of the words.
type Name = fn(&Words) -> String;

fn both(name: Name) -> Vec<String> {
    Language::ALL
        .iter()
        .map(|language| name(locale::words(*language)))
        .collect()
}

fn command(frame: &Frame, path: impl Into<String>, icon: &'static str, name: Name) -> Command {
    Command {
        line: Line::to(path, icon, vec![(name(frame.t), false)]),
        names: both(name),
    }
}

fn sent(mut command: Command, field: &'static str, value: &str) -> Command {
    command.line.sent = Some((field, value.to_owned()));
    command
}

/// Pages that have this in their name; all of the daily ones when nothing is asked.
pub fn pages(frame: &Frame, ask: &Ask) -> Vec<Line> {
    let mut all: Vec<Command> = Vec::new();
    for section in Section::WORK.iter().chain(Section::settings(frame.me.role)) {
        let names = Language::ALL.map(|language| section.name(locale::words(language)));
        all.push(Command {
            line: Line::to(
                section.path(),
                section.icon(),
                vec![(section.name(frame.t), false)],
            ),
            names: names.to_vec(),
        });
    }
    let missed = command(
        frame,
        "/calls?outcome=missed",
        "phone-missed",
        Words::msg_search_missed,
    );
    let mine = command(frame, "/tickets?view=mine", "inbox", Words::msg_search_mine);
    all.extend([mine, missed]);
    if sees_wall(frame.me.role) {
        all.push(command(
            frame,
            "/wallboard",
            "chart-no-axes-column",
            Words::msg_wall_title,
        ));
    }
    if frame.me.role == Role::Admin {
        let reference = command(
            frame,
            "/api/docs",
            "external-link",
            Words::msg_search_reference,
        );
        all.push(reference);
    }
    chosen(all, ask)
}

/// Deeds that have this in their name.
pub fn deeds(frame: &Frame, ask: &Ask, here: &str) -> Vec<Line> {
    let mut all = Vec::new();
    if may_change(frame.me.role) {
        all.push(command(
            frame,
            "/tickets/new",
            "plus",
            Words::msg_search_new_ticket,
        ));
        all.push(command(
            frame,
            "/clients/new",
            "plus",
            Words::msg_search_new_client,
        ));
    }
    if frame.me.role == Role::Admin {
        all.push(command(
            frame,
            "/channels/new",
            "plus",
            Words::msg_search_new_channel,
        ));
    }
    for language in Language::ALL
        .into_iter()
        .filter(|language| *language != frame.language)
    {
        let name = language_name(frame.t, language);
        let mut to = command(
            frame,
            "/settings/language",
            "text-quote",
            Words::msg_frame_language,
        );
        to.line.title.push((format!(": {name}"), false));
        to.names.push(name);
        all.push(sent(to, "language", &language.to_string()));
    }
    let presences: [(&str, Name); 3] = [
        ("online", Words::msg_presence_free),
        ("do_not_disturb", Words::msg_presence_quiet),
        ("away", Words::msg_presence_away),
    ];
    for (state, name) in presences {
        let mut to = command(
            frame,
            "/settings/presence",
            "headset",
            Words::msg_search_presence,
        );
        to.line.title.push((format!(": {}", name(frame.t)), false));
        to.names.extend(both(name));
        all.push(sent(to, "state", state));
    }
    let themes: [(&str, Name); 3] = [
        ("light", Words::msg_search_theme_light),
        ("dark", Words::msg_search_theme_dark),
        ("system", Words::msg_search_theme_system),
    ];
    for (theme, name) in themes {
        if frame.theme.as_str() != theme {
            all.push(sent(
                command(frame, "/settings/theme", "settings", name),
                "theme",
                theme,
            ));
        }
    }
    let mut keys = command(frame, "#keys", "keyboard", Words::msg_frame_keys);
    keys.line.keys = "?";
    all.push(keys);
    all.push(sent(
        command(frame, "/sign_out", "log-out", Words::msg_frame_sign_out),
        "next",
        here,
    ));
    chosen(all, ask)
}

fn chosen(all: Vec<Command>, ask: &Ask) -> Vec<Line> {
    let wanted = all.into_iter().filter(|command| {
        ask.terms().is_empty() || command.names.iter().any(|name| ask.is_met_by(name))
    });
    wanted
        .map(|command| {
            let title: String = command
                .line
                .title
                .iter()
                .map(|(text, _)| text.as_str())
                .collect();
            Line {
                title: marked(ask, &title),
                ..command.line
            }
        })
        .collect()
}
