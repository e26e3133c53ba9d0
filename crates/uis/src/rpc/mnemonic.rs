//! What tells the platform's errors apart, with a sentence for people.

use crate::Lang;

macro_rules! mnemonics {
    ($($variant:ident = $name:literal, $russian:literal, $english:literal;)*) => {
        /// The mnemonic of an error of the platform.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Mnemonic {
            $(#[doc = concat!("`", $name, "`: ", $english, ".")] $variant,)*
            /// Any other, as it came; empty when the error carried none.
            Other(String),
        }

        impl Mnemonic {
            /// The mnemonic with this name.
            #[must_use]
            pub fn named(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }

            /// Its name on the wire.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(name) => name,
                }
            }

            /// What it means, for somebody who did not write the request; without the full stop.
            #[must_use]
            pub fn words(&self, lang: Lang) -> Option<&'static str> {
                let (russian, english) = match self {
                    $(Self::$variant => ($russian, $english),)*
                    Self::Other(_) => return None,
                };
                Some(match lang {
                    Lang::Ru => russian,
                    Lang::En => english,
                })
            }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$($name),*];
    };
}

mnemonics! {
    AccessTokenExpired = "access_token_expired",
        "Срок действия ключа истёк: создайте в личном кабинете новый и вставьте его сюда",
        "The key has expired: make a new one in the account and paste it here";
    AccessTokenInvalid = "access_token_invalid",
        "Ключ не подходит: проверьте, что он скопирован целиком и создан в этом же аккаунте",
        "The key is not valid: see that it was copied whole and comes from this account";
    AccessTokenBlocked = "access_token_blocked",
        "Ключ заблокирован: включите его в личном кабинете или создайте новый",
        "The key is blocked: turn it on in the account or make a new one";
    AuthError = "auth_error",
        "Логин или пароль не подходят",
        "The login or the password is wrong";
    IpNotWhitelisted = "ip_not_whitelisted",
        "Наш IP-адрес не разрешён: добавьте его в белый список API в личном кабинете",
        "Our IP address is not allowed: add it to the white list of the API in the account";
    Forbidden = "forbidden",
        "У владельца ключа нет на это прав",
        "The owner of the key may not do this";
    ComponentDisabled = "component_disabled",
        "В тарифе не подключён компонент, который для этого нужен",
        "The tariff lacks the component that this takes";
    MethodComponentDisabled = "method_component_disabled",
        "В тарифе не подключён компонент, который для этого нужен",
        "The tariff lacks the component that this takes";
    ParameterComponentDisabled = "parameter_component_disabled",
        "В тарифе не подключён компонент для одного из параметров",
        "The tariff lacks the component that one of the parameters takes";
    TariffRestrictions = "tariff_restrictions",
        "Тариф этого не позволяет",
        "The tariff does not allow this";
    AccountInactive = "account_inactive",
        "Аккаунт телефонии отключён: проверьте баланс и договор",
        "The telephony account is not active: see its balance and contract";
    LimitExceeded = "limit_exceeded",
        "Лимит запросов исчерпан, попробуйте позже",
        "The limit of requests is used up, try later";
    DataLimitExceeded = "data_limit_exceeded",
        "Запрошено больше данных, чем можно получить за один раз",
        "More was asked for than can be given at once";
    InvalidState = "invalid_state",
        "Сейчас этого со звонком сделать нельзя: он уже в другом состоянии",
        "The call cannot take this now: it is in another state already";
    CallSessionNotFound = "call_session_not_found",
        "Такого звонка сейчас нет: он уже завершён",
        "There is no such call now: it is over";
    LegNotFound = "leg_not_found",
        "Этот участник уже не в звонке",
        "This party is not in the call any more";
    EmployeeNotFound = "employee_not_found",
        "Сотрудника с таким ID в телефонии нет",
        "The telephony has no employee with this ID";
    NoActivePhoneNumber = "no_active_phone_number",
        "У сотрудника нет активного номера телефона",
        "The employee has no active phone number";
    OwnVirtualPhoneNumberNotAllowed = "own_virtual_phone_number_not_allowed",
        "Это ваш собственный виртуальный номер, на него позвонить нельзя",
        "This is a virtual number of your own, it cannot be called";
    VirtualPhoneNumberNotFound = "virtual_phone_number_not_found",
        "Такого виртуального номера в аккаунте нет",
        "The account has no such virtual number";
    ContactInBlacklist = "contact_in_blacklist",
        "Номер клиента в чёрном списке телефонии",
        "The client’s number is on the telephony’s black list";
    ScenarioNotFound = "scenario_not_found",
        "Такого сценария нет",
        "There is no such scenario";
    MediaFileNotFound = "media_file_not_found",
        "Такого медиафайла нет",
        "There is no such media file";
    TtsTextExceeded = "tts_text_exceeded",
        "Текст сообщения слишком длинный",
        "The text of the message is too long";
    CharacterEncodingNotAllowed = "character_encoding_not_allowed",
        "В тексте есть недопустимые знаки",
        "The text has characters that are not allowed";
    TagNotFound = "tag_not_found",
        "Такого тега нет",
        "There is no such tag";
    DuplicateTag = "duplicate_tag",
        "Этот тег на звонке уже стоит",
        "The call has this tag already";
    DuplicateContact = "duplicate_contact",
        "Такой контакт уже есть",
        "There is such a contact already";
    CoachNotFound = "coach_not_found",
        "Тренер для сотрудника не настроен",
        "No coach is set for the employee";
    TalkOptionNotFound = "talk_option_not_found",
        "Такой опции разговора нет",
        "There is no such option of the talk";
    RecordAlreadyStarted = "record_already_started",
        "Запись разговора уже идёт",
        "The talk is being recorded already";
    RecordAlreadyStopped = "record_already_stopped",
        "Запись разговора не идёт",
        "The talk is not being recorded";
    EntityNotFound = "entity_not_found",
        "Того, о чём запрос, в телефонии нет",
        "The telephony does not have what was asked about";
    DuplicateEntity = "duplicate_entity",
        "Такая запись уже есть",
        "There is such an entry already";
    DependencyError = "dependency_error",
        "С этой записью связаны другие",
        "Other entries depend on this one";
    AlreadyInUse = "already_in_use",
        "Это уже используется",
        "This is in use already";
    CampaignIsInactive = "campaign_is_inactive",
        "Рекламная кампания не активна",
        "The campaign is not active";
    DateIntervalLimitReached = "date_interval_limit_reached",
        "Промежуток слишком велик для одного отчёта",
        "The stretch of time is too long for one report";
    InvalidDateTime = "invalid_date_time",
        "Телефония не приняла дату или время",
        "The telephony did not take the date or time";
    SortProhibited = "sort_prohibited",
        "По этому полю не сортируют",
        "This field cannot be sorted by";
    FilterProhibited = "filter_prohibited",
        "По этому полю не отбирают",
        "This field cannot be filtered by";
    DataTypeError = "data_type_error",
        "Телефония не приняла один из параметров: не тот тип",
        "The telephony did not take a parameter: the wrong type";
    RequiredParameterMissed = "required_parameter_missed",
        "Телефонии не хватило обязательного параметра",
        "The telephony misses a parameter";
    InvalidParameterValue = "invalid_parameter_value",
        "Телефония не приняла значение одного из параметров",
        "The telephony did not take the value of a parameter";
    UnexpectedParameters = "unexpected_parameters",
        "Телефония не знает одного из параметров",
        "The telephony does not know a parameter";
    InvalidParametersCombination = "invalid_parameters_combination",
        "Эти параметры нельзя задать вместе",
        "These parameters cannot be given together";
    InternalError = "internal_error",
        "В телефонии внутренняя ошибка, попробуйте ещё раз",
        "The telephony has an internal error, try again";
    MethodNotFound = "method_not_found",
        "Телефония не знает такого метода",
        "The telephony does not know the method";
    ParseError = "parse_error",
        "Телефония не смогла прочесть запрос",
        "The telephony could not read the request";
    InvalidRequest = "invalid_request",
        "Телефония не смогла прочесть запрос",
        "The telephony could not read the request";
    BatchNotSupported = "batch_opreations_not_supported",
        "Телефония не принимает несколько запросов сразу",
        "The telephony does not take several requests at once";
    NotificationsNotSupported = "notifications_not_supported",
        "Телефония не принимает запросов без номера",
        "The telephony does not take requests without an id";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mnemonic_is_found_by_its_name_and_has_words_in_both_languages() {
        for name in NAMES {
            let mnemonic = Mnemonic::named(name);
            assert_eq!(mnemonic.name(), *name);
            let words = |lang| mnemonic.words(lang).unwrap_or_default();
            assert!(
                words(Lang::Ru)
                    .chars()
                    .any(|sign| ('а'..='я').contains(&sign)),
                "{name}"
            );
            assert!(
                !words(Lang::En)
                    .chars()
                    .any(|sign| ('а'..='я').contains(&sign)),
                "{name}"
            );
        }
    }

    #[test]
    fn an_unknown_mnemonic_keeps_its_name() {
        assert_eq!(Mnemonic::named("moon_phase").name(), "moon_phase");
        assert_eq!(Mnemonic::named("moon_phase").words(Lang::En), None);
    }
}
