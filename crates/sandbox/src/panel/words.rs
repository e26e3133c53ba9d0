//! The words of the panel, in Russian and in English.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::account::{
    CALL_API, CALL_API_INFORMER, CALL_API_MANAGE, CALL_API_SCENARIO, DATA_API_SETTINGS,
};
use crate::call::Event;
use crate::faults::Trouble;
use crate::scenario::Scenario;
use crate::sounds::Sound;

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

impl Language {
    /// What a recording sounds like.
    pub(super) const fn sound(self, sound: &Sound) -> &'static str {
        match sound {
            Sound::RuCallStereo => self.pick("Русская речь, стерео", "Russian, stereo"),
            Sound::RuCallMono => self.pick("Русская речь, моно", "Russian, mono"),
            Sound::EnCallStereo => self.pick("Английская речь, стерео", "English, stereo"),
        }
    }

    /// What the APIs answer instead.
    pub(super) const fn trouble(self, trouble: &Trouble) -> &'static str {
        match trouble {
            Trouble::None => self.pick("как обычно", "as usual"),
            Trouble::Html => self.pick("веб-страницей", "with a web page"),
            Trouble::Forbidden => self.pick("веб-страницей 403", "with a web page, 403"),
            Trouble::Empty => self.pick("пустотой", "with nothing"),
            Trouble::Silence => self.pick("молчанием", "not at all"),
            Trouble::IpNotWhitelisted => {
                self.pick("IP не в белом списке", "IP not on the white list")
            }
            Trouble::TokenExpired => self.pick("ключ истёк", "key expired"),
            Trouble::TokenBlocked => self.pick("ключ заблокирован", "key blocked"),
            Trouble::AccountInactive => self.pick("аккаунт отключён", "account not active"),
        }
    }

    /// What a component of the tariff is for.
    pub(super) fn component(self, name: &str) -> &'static str {
        match name {
            CALL_API => self.pick("Call API: базовый набор", "Call API: basic"),
            CALL_API_MANAGE => {
                self.pick("Call API: управление вызовами", "Call API: steering calls")
            }
            CALL_API_SCENARIO => self.pick("Call API: вызов сценария", "Call API: scenarios"),
            CALL_API_INFORMER => self.pick("Call API: информационный вызов", "Call API: messages"),
            DATA_API_SETTINGS => self.pick("Data API для настройки", "Data API: settings"),
            "recording" => self.pick("Запись разговоров", "Recording"),
            _ => self.pick("Уведомления по HTTP", "Notifications by HTTP"),
        }
    }
}

/// Why calls end here, in Russian.
const REASONS: [(&str, &str); 13] = [
    ("subscriber_disconnects", "Клиент положил трубку"),
    ("operator_disconnects", "Оператор положил трубку"),
    ("no_success_operator_call", "Никто из операторов не ответил"),
    ("no_success_subscriber_call", "Клиент не ответил"),
    (
        "disconnect_before_call_processing",
        "Клиент не дождался оператора",
    ),
    ("operator_busy", "Операторы заняты"),
    ("subscriber_busy", "У клиента занято"),
    ("transfer_disconnects", "Передали другому"),
    ("sip_offline", "Софтфон оператора не в сети"),
    ("numa_in_black_list", "Номер в чёрном списке"),
    ("success_finish", "Завершён"),
    ("internal_error", "Прервался вместе с песочницей"),
    ("timeout", "Не ответили вовремя"),
];

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
    no_answer_in_time: &'static str,
    refused: &'static str,
    callapi: &'static str,
    /// Scenarios by their names in the API.
    scenarios: BTreeMap<&'static str, &'static str>,
    /// Events by their mnemonics, and why a call ended.
    events: BTreeMap<&'static str, &'static str>,
    reasons: BTreeMap<&'static str, &'static str>,
}

impl ScriptWords {
    pub(super) fn of(language: Language) -> Self {
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
            no_answer_in_time: language.pick("не ответили вовремя", "no answer in time"),
            refused: language.pick("соединение отклонено", "connection refused"),
            callapi: language.pick("из Call API", "from the Call API"),
            scenarios: Scenario::ALL
                .iter()
                .map(|scenario| (scenario.name(), language.scenario(scenario)))
                .collect(),
            events: Event::ALL
                .into_iter()
                .map(|event| (event.mnemonic(), language.pick(event.name(), event.mnemonic())))
                .collect(),
            reasons: REASONS
                .into_iter()
                .map(|(name, russian)| (name, language.pick(russian, name)))
                .collect(),
        }
    }
}
