//! Findings in Russian.

use super::{Finding, Slip, is_never_offered};
use crate::{How, Lang};

pub(super) fn text(finding: &Finding) -> String {
    match finding {
        Finding::Empty => "Запрос пришёл пустым.".to_owned(),
        Finding::NotJson { at_line, near } => {
            format!("Тело запроса не удалось прочитать: строка {at_line}, рядом с «{near}».")
        }
        Finding::TooDeep => "Слишком много вложенных скобок: такое тело мы не читаем.".to_owned(),
        Finding::Truncated { key } => {
            format!("Тело обрывается после поля «{key}»: остальное не пришло.")
        }
        Finding::FormEncodedJson => "JSON пришёл как веб-форма. Мы его прочитали.".to_owned(),
        Finding::InvalidUtf8 => "Текст пришёл не в UTF-8: часть букв могла потеряться.".to_owned(),
        Finding::TextAfterEnd => "После закрывающей скобки есть лишний текст.".to_owned(),
        Finding::SeveralCalls => {
            "В одном запросе сразу несколько звонков: прочитан только первый.".to_owned()
        }
        Finding::DoubledQuotes { key } => {
            format!("Значение поля «{key}» пришло в двойных кавычках. Мы его прочитали.")
        }
        Finding::Unrendered { key } => format!(
            "Вместо значения поля «{key}» пришёл сам параметр {{{{…}}}}: \
             это событие такого параметра не передаёт или в имени опечатка."
        ),
        Finding::EmptyValue { key } => {
            format!("У поля «{key}» нет значения: после двоеточия пусто.")
        }
        Finding::Slip { key, slip } => slip_text(*slip, key),
        Finding::MissingAmpersand { key } => {
            format!("После «{key}» нет знака &: ошибка стандартного шаблона UIS. Мы её обошли.")
        }
        Finding::NumberUnreadable { key, value } => {
            format!("В поле «{key}» ожидалось число, а пришло «{value}».")
        }
        Finding::TimeUnreadable { key, value } => {
            format!("В поле «{key}» ожидались дата и время, а пришло «{value}».")
        }
        Finding::FlagUnreadable { key, value } => {
            format!("В поле «{key}» ожидалось true или false, а пришло «{value}».")
        }
        Finding::MissingField { key } => format!("В теле нет поля «{key}»: {}.", loss(key)),
        Finding::MissingSession => {
            "Нет поля «call_session_id»: непонятно, к какому звонку относится уведомление."
                .to_owned()
        }
        Finding::UnknownEvent { mnemonic } => {
            format!(
                "Событие «{mnemonic}» не о звонке или нам неизвестно: взяли из него то, что сказано о звонке."
            )
        }
        Finding::EventGuessed { event, how } => {
            format!(
                "Событие не названо. Мы решили, что это «{}»: {}.",
                event.name(Lang::Ru),
                by(*how)
            )
        }
        Finding::TokenPlaceholder => {
            "В поле «ud_channel_token» остались слова из примера вместо токена канала.".to_owned()
        }
    }
}

pub(super) fn fix(finding: &Finding) -> String {
    match finding {
        Finding::Empty => {
            in_cabinet("выберите метод POST и вставьте готовое тело для этого события")
        }
        Finding::NotJson { .. } | Finding::TooDeep | Finding::Truncated { .. } => {
            in_cabinet("замените тело готовым текстом для этого события, целиком, со скобками")
        }
        Finding::FormEncodedJson
        | Finding::MissingAmpersand { .. }
        | Finding::UnknownEvent { .. } => "Ничего делать не нужно.".to_owned(),
        Finding::InvalidUtf8 => in_cabinet("наберите заново слова, написанные в теле вручную"),
        Finding::TextAfterEnd => in_cabinet("удалите всё после последней закрывающей скобки }"),
        Finding::SeveralCalls => in_cabinet("оставьте в теле один звонок"),
        Finding::DoubledQuotes { key } => in_cabinet(&format!(
            "уберите кавычки вокруг параметра, должно быть \"{key}\":{{{{{key}}}}}"
        )),
        Finding::Unrendered { key } if is_never_offered(key) => {
            "Ничего делать не нужно.".to_owned()
        }
        Finding::Unrendered { key } | Finding::EmptyValue { key } => in_cabinet(&format!(
            "сверьте строку «{key}» с готовым телом для этого события; если её там нет, удалите"
        )),
        Finding::Slip { key, slip } => in_cabinet(&slip_fix(*slip, key)),
        Finding::NumberUnreadable { key, .. }
        | Finding::TimeUnreadable { key, .. }
        | Finding::FlagUnreadable { key, .. }
        | Finding::MissingField { key } => in_cabinet(&format!(
            "в теле должна быть строка \"{key}\":{{{{{key}}}}}"
        )),
        Finding::MissingSession => {
            in_cabinet("добавьте в тело строку \"call_session_id\":{{call_session_id}}")
        }
        Finding::EventGuessed { .. } => {
            in_cabinet("добавьте в тело строку \"notification_mnemonic\":{{notification_mnemonic}}")
        }
        Finding::TokenPlaceholder => {
            in_cabinet("впишите в «ud_channel_token» токен со страницы канала («Токены канала»)")
        }
    }
}

fn in_cabinet(what: &str) -> String {
    format!(
        "В личном кабинете UIS откройте «Уведомления», затем это уведомление: {what}. Нажмите «Сохранить»."
    )
}

fn slip_text(slip: Slip, key: &str) -> String {
    match slip {
        Slip::MissingComma => format!("После поля «{key}» нет запятой."),
        Slip::ExtraComma => format!("После поля «{key}» лишняя запятая."),
        Slip::InnerQuote => format!("Внутри значения «{key}» есть кавычки."),
        Slip::UnclosedQuote => format!("Значение «{key}» не закрыто кавычкой."),
        Slip::NoQuotes => format!("Текст в поле «{key}» записан без кавычек."),
        Slip::ControlCharacter => {
            format!("Внутри значения «{key}» есть перевод строки или невидимый знак.")
        }
        Slip::Backslash => format!("В значении «{key}» лишняя обратная косая черта."),
        Slip::NoBraces => "Тело не заключено в фигурные скобки.".to_owned(),
        Slip::NoColon => format!("После «{key}» нет двоеточия."),
    }
}

fn slip_fix(slip: Slip, key: &str) -> String {
    match slip {
        Slip::MissingComma => format!("поставьте запятую в конце строки «{key}»"),
        Slip::ExtraComma => format!("уберите лишнюю запятую после «{key}»"),
        Slip::InnerQuote | Slip::Backslash => {
            format!("уберите из текста в строке «{key}» внутренние кавычки и обратную косую черту")
        }
        Slip::UnclosedQuote => format!("закройте кавычку в строке «{key}»"),
        Slip::NoQuotes => format!("возьмите в кавычки текст, вписанный вручную в строку «{key}»"),
        Slip::ControlCharacter => format!("запишите значение «{key}» в одну строку"),
        Slip::NoBraces => "поставьте { в начале тела и } в конце".to_owned(),
        Slip::NoColon => format!("поставьте двоеточие после «{key}»"),
    }
}

fn by(how: How) -> &'static str {
    match how {
        How::Mnemonic => "так сказано в notification_mnemonic",
        How::OtherKey => "так сказано в другом поле",
        How::Fields => "по набору полей",
        How::Name => "по названию уведомления",
        How::Direction => "по направлению звонка",
        How::LastResort => "даже направление звонка неизвестно",
    }
}

fn loss(key: &str) -> &'static str {
    match key {
        "contact_phone_number" => "клиента не найти по номеру",
        "virtual_phone_number" => "неизвестно, на какой номер компании звонили",
        "direction" => "направление звонка определяем по событию",
        "employee_id" => "обращение не назначить на сотрудника",
        "start_time" => "началом звонка считаем время первого уведомления",
        "finish_time" => "неизвестно время завершения",
        "is_lost" => "успешность звонка определяем по длительности разговора",
        "talk_time_duration" => "длительность разговора считаем сами",
        "record_file_links" | "file_link" => "запись разговора не получить",
        _ => "эти сведения теряются",
    }
}
