//! A failure as one sentence for a person, who did not write the request and wants to know what to do.

use std::time::Duration;

use super::body::Body;
use super::failure::Failure;
use super::limits::Span;
use super::refusal::Refusal;
use crate::Lang;

impl Failure {
    /// One sentence that says what is wrong and, where somebody can mend it, how.
    ///
    /// ```
    /// # use std::time::Duration;
    /// use uis::{Failure, Lang};
    /// let failure = Failure::TooSlow { method: "start.employee_call", after: Duration::from_secs(10) };
    /// assert_eq!(failure.sentence(Lang::En), "The telephony did not answer within 10 seconds.");
    /// ```
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Refused { refusal, .. } => refusal.sentence(lang),
            Self::NoPoints { span, wait, .. } => no_points(*span, *wait, lang),
            Self::TooSlow { after, .. } => {
                let seconds = after.as_secs().max(1);
                match lang {
                    Lang::Ru => format!("Телефония не ответила за {seconds} с."),
                    Lang::En => format!("The telephony did not answer within {seconds} seconds."),
                }
            }
            Self::Unreachable { .. } => pick(
                lang,
                "С телефонией нет связи: проверьте адрес API и сеть сервера.",
                "The telephony cannot be reached: see the address of the API and the server's network.",
            ),
            Self::NotJson { status, body, .. } => not_json(*status, *body, lang),
            Self::Unexpected { .. } => pick(
                lang,
                "Телефония ответила не так, как описано в её документации.",
                "The telephony answered otherwise than its documentation says.",
            ),
            Self::Unwritable { .. } => pick(
                lang,
                "Запрос к телефонии не удалось составить.",
                "The request to the telephony could not be written.",
            ),
        }
    }
}

impl Refusal {
    /// One sentence about the platform's refusal.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        if let Some(address) = self.address_to_allow() {
            return match lang {
                Lang::Ru => format!(
                    "Наш IP-адрес {address} не разрешён: добавьте его в белый список API в личном кабинете."
                ),
                Lang::En => format!(
                    "Our IP address {address} is not allowed: add it to the white list of the API in the account."
                ),
            };
        }
        match (self.mnemonic.words(lang), &self.field) {
            (Some(words), Some(field)) => format!("{words} ({field})."),
            (Some(words), None) => format!("{words}."),
            (None, _) => self.unknown(lang),
        }
    }

    fn unknown(&self, lang: Lang) -> String {
        let said = if self.message.is_empty() {
            self.mnemonic.name()
        } else {
            self.message.trim_end_matches('.')
        };
        match lang {
            Lang::Ru => format!("Телефония отказала: {said}."),
            Lang::En => format!("The telephony refused: {said}."),
        }
    }
}

fn no_points(span: Span, wait: Duration, lang: Lang) -> String {
    let minutes = wait.as_secs().div_ceil(60).max(1);
    match (span, lang) {
        (Span::Minute, Lang::Ru) => {
            format!(
                "Лимит запросов к телефонии на эту минуту исчерпан, повторите через {} с.",
                wait.as_secs().max(1)
            )
        }
        (Span::Minute, Lang::En) => {
            format!(
                "This minute's limit of requests to the telephony is used up, try again in {} s.",
                wait.as_secs().max(1)
            )
        }
        (Span::Day, Lang::Ru) => {
            format!(
                "Дневной лимит запросов к телефонии исчерпан, он обновится через {minutes} мин."
            )
        }
        (Span::Day, Lang::En) => {
            format!(
                "The day's limit of requests to the telephony is used up, it is renewed in {minutes} min."
            )
        }
    }
}

fn not_json(status: u16, body: Body, lang: Lang) -> String {
    match (status, body, lang) {
        (401 | 403, _, Lang::Ru) => {
            "Телефония не пустила запрос (403): проверьте белый список IP-адресов и адрес API.".to_owned()
        }
        (401 | 403, _, Lang::En) => {
            "The telephony did not let the request in (403): see the white list of IP addresses and the address of the API.".to_owned()
        }
        (404, _, Lang::Ru) => "По этому адресу API телефонии нет (404): проверьте адрес.".to_owned(),
        (404, _, Lang::En) => "There is no API of the telephony at this address (404): see the address.".to_owned(),
        (_, Body::Empty, Lang::Ru) => format!("Телефония ответила пустотой (статус {status})."),
        (_, Body::Empty, Lang::En) => format!("The telephony answered with nothing (status {status})."),
        (_, Body::Html, Lang::Ru) => {
            format!("Вместо ответа API пришла веб-страница (статус {status}): проверьте адрес API или подождите, если идут работы.")
        }
        (_, Body::Html, Lang::En) => {
            format!("A web page came instead of the API's answer (status {status}): see the address of the API, or wait if works are going on.")
        }
        (_, Body::OtherJson | Body::Other | Body::Endless, Lang::Ru) => {
            format!("Телефония ответила не в своём формате (статус {status}).")
        }
        (_, Body::OtherJson | Body::Other | Body::Endless, Lang::En) => {
            format!("The telephony answered in a format that is not its own (status {status}).")
        }
    }
}

fn pick(lang: Lang, russian: &str, english: &str) -> String {
    match lang {
        Lang::Ru => russian,
        Lang::En => english,
    }
    .to_owned()
}
