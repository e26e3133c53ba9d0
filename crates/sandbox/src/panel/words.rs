//! The words of the panel, in Russian and in English.

use serde::Serialize;

use crate::scenario::Scenario;

/// A language of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Russian,
    English,
}

impl Language {
    /// Russian unless `en` is asked for.
    pub(super) fn asked(name: Option<&str>) -> Self {
        if name == Some("en") {
            Self::English
        } else {
            Self::Russian
        }
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// One of two texts.
    pub(super) const fn pick(self, russian: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Russian => russian,
            Self::English => english,
        }
    }

    /// What happens in a scenario, for somebody who chooses one.
    pub(super) const fn scenario(self, scenario: &Scenario) -> &'static str {
        match scenario {
            Scenario::Talked => self.pick("Поговорили", "Talked"),
            Scenario::Missed => self.pick(
                "Звонили трое, никто не ответил",
                "Three rung, nobody answered",
            ),
            Scenario::Busy => self.pick("Занято", "Busy"),
            Scenario::Transferred => {
                self.pick("С переводом: два разговора", "Transferred: two talks")
            }
            Scenario::Returned => self.pick(
                "Перевели и вернули: три разговора",
                "Transferred and back: three talks",
            ),
            Scenario::NoAnswer => self.pick("Не ответили", "No answer"),
            Scenario::Abandoned => self.pick("Бросил трубку в меню", "Hung up in the menu"),
            Scenario::Withheld => self.pick("Номер скрыт, поговорили", "Number withheld, talked"),
            Scenario::VoiceMail => self.pick("Голосовая почта", "Voice mail"),
            Scenario::Short => self.pick("Разговор на две секунды", "A talk of two seconds"),
            Scenario::Hold => self.pick("С удержанием", "Put on hold"),
            Scenario::Open => self.pick("Говорят, пока не завершат", "Talk until somebody ends it"),
        }
    }
}

/// The words that the page's script needs.
#[derive(Serialize)]
pub(super) struct ScriptWords {
    ringing: &'static str,
    talking: &'static str,
    talked: &'static str,
    lost: &'static str,
    withheld: &'static str,
    hang_up: &'static str,
    recording: &'static str,
    placed: &'static str,
    saved: &'static str,
    nothing_called: &'static str,
    nothing_told: &'static str,
    dropped: &'static str,
    failed: &'static str,
    again: &'static str,
    unreachable: &'static str,
}

impl ScriptWords {
    pub(super) const fn of(language: Language) -> Self {
        Self {
            ringing: language.pick("звонит", "ringing"),
            talking: language.pick("разговор", "talking"),
            talked: language.pick("поговорили", "talked"),
            lost: language.pick("потерян", "lost"),
            withheld: language.pick("номер скрыт", "withheld"),
            hang_up: language.pick("Завершить", "Hang up"),
            recording: language.pick("запись", "recording"),
            placed: language.pick("Звонок пошёл, сессия", "The call is on its way, session"),
            saved: language.pick("Сохранено", "Saved"),
            nothing_called: language.pick("Звонков ещё не было.", "No calls yet."),
            nothing_told: language.pick(
                "Здесь будет каждое отправленное уведомление. Сначала вставьте адрес и шаблоны.",
                "Every notification sent will stand here. Paste the address and the templates first.",
            ),
            dropped: language.pick("не отправлено", "not sent"),
            failed: language.pick("нет ответа", "no answer"),
            again: language.pick("повтор", "again"),
            unreachable: language.pick("Песочница не отвечает.", "The sandbox does not answer."),
        }
    }
}
