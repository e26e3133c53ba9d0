//! What fictional people are called and where their phones are from.

/// Where numbers with a prefix are from.
pub(super) struct Place {
    pub(super) prefix: &'static str,
    pub(super) region: Option<(i64, &'static str)>,
}

const fn place(prefix: &'static str, id: i64, name: &'static str) -> Place {
    Place {
        prefix,
        region: Some((id, name)),
    }
}

const fn abroad(prefix: &'static str) -> Place {
    Place {
        prefix,
        region: None,
    }
}

const MOSCOW: &str = "г. Москва и Московская область";
const PETERSBURG: &str = "г. Санкт-Петербург и Ленинградская область";

/// Prefixes that leave seven digits for the subscriber.
pub(super) const PLACES: [Place; 16] = [
    place("7916", 77, MOSCOW),
    place("7903", 77, MOSCOW),
    place("7926", 77, MOSCOW),
    place("7977", 77, MOSCOW),
    place("7495", 77, MOSCOW),
    place("7499", 77, MOSCOW),
    place("7921", 78, PETERSBURG),
    place("7911", 78, PETERSBURG),
    place("7812", 78, PETERSBURG),
    place("7912", 66, "Свердловская область"),
    place("7343", 66, "Свердловская область"),
    place("7928", 61, "Ростовская область"),
    place("7913", 54, "Новосибирская область"),
    place("7843", 16, "Республика Татарстан"),
    abroad("37529"),
    abroad("7701"),
];

/// Surnames as men bear them; women's end in «а».
pub(super) const SURNAMES: [&str; 24] = [
    "Сидоров",
    "Орлов",
    "Лебедев",
    "Новиков",
    "Морозов",
    "Павлов",
    "Семёнов",
    "Голубев",
    "Виноградов",
    "Богданов",
    "Воробьёв",
    "Фёдоров",
    "Михайлов",
    "Беляев",
    "Тарасов",
    "Белов",
    "Комаров",
    "Киселёв",
    "Макаров",
    "Андреев",
    "Ковалёв",
    "Ильин",
    "Гусев",
    "Титов",
];

/// First names and whether a woman bears them.
pub(super) const FIRST_NAMES: [(&str, bool); 24] = [
    ("Пётр", false),
    ("Алексей", false),
    ("Сергей", false),
    ("Михаил", false),
    ("Андрей", false),
    ("Николай", false),
    ("Артём", false),
    ("Максим", false),
    ("Роман", false),
    ("Кирилл", false),
    ("Тимур", false),
    ("Глеб", false),
    ("Ольга", true),
    ("Наталья", true),
    ("Ирина", true),
    ("Татьяна", true),
    ("Светлана", true),
    ("Ксения", true),
    ("Дарья", true),
    ("Полина", true),
    ("Вера", true),
    ("Алла", true),
    ("Софья", true),
    ("Юлия", true),
];
