//! Why a call ended, in words for a person.

use crate::Lang;

/// A friendly text for a `finish_reason`; `None` for those that need the platform's own dictionary.
#[must_use]
pub fn finish_reason_words(mnemonic: &str, lang: Lang) -> Option<&'static str> {
    let (russian, english) = match mnemonic.trim() {
        "subscriber_disconnects" => ("Клиент положил трубку", "The client hung up"),
        "operator_disconnects" => ("Сотрудник положил трубку", "The operator hung up"),
        "no_success_operator_call" => ("Никто из сотрудников не ответил", "No operator answered"),
        "no_success_subscriber_call" => ("Клиент не ответил", "The client did not answer"),
        "disconnect_before_call_processing" => (
            "Звонок сбросили раньше, чем он распределился",
            "Hung up before the call was routed",
        ),
        "timeout" => ("Никто не ответил вовремя", "Nobody answered in time"),
        "operator_busy" => ("У сотрудника было занято", "The operator's line was busy"),
        "subscriber_busy" => ("У клиента было занято", "The client's line was busy"),
        "operator_not_responsible" => ("Сотрудник не взял трубку", "The operator did not pick up"),
        "subscriber_not_responsible" => ("Клиент не взял трубку", "The client did not pick up"),
        "numa_in_black_list" => (
            "Номер клиента в чёрном списке",
            "The client's number is blocked",
        ),
        "numa_in_spam_list" => (
            "Звонок отсеян как спам",
            "The call was filtered out as spam",
        ),
        "no_active_scenario" => (
            "Для звонка не было действующего сценария",
            "No scenario was active for the call",
        ),
        "success_finish" => ("Звонок завершён", "The call ended normally"),
        "transfer_disconnects" => (
            "Звонок передан другому сотруднику",
            "Passed on to another operator",
        ),
        "no_money" | "not_enough_money" => (
            "На счёте телефонии не хватило денег",
            "The telephony account ran out of money",
        ),
        _ => return None,
    };
    Some(match lang {
        Lang::Ru => russian,
        Lang::En => english,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_reason_has_words_in_both_languages_and_an_unknown_has_none() {
        assert_eq!(
            finish_reason_words("timeout", Lang::Ru),
            Some("Никто не ответил вовремя")
        );
        assert_eq!(
            finish_reason_words("timeout", Lang::En),
            Some("Nobody answered in time")
        );
        assert_eq!(finish_reason_words("prompter_busy", Lang::En), None);
    }
}
