//! What a browser calls itself, as people call it.

use locale::Words;

/// The first that fits: most browsers also call themselves by the names below theirs.
const BROWSERS: [(&str, &str); 8] = [
    ("YaBrowser/", "Яндекс Браузер"),
    ("OPR/", "Opera"),
    ("Edg", "Edge"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// As much as another program's name is shown of, in characters.
const SHOWN: usize = 60;

/// "Firefox, Windows".
pub(in crate::pages) fn called(itself: &str, t: &Words) -> String {
    let known = |names: &[(&str, &'static str)]| {
        let fitting = names.iter().find(|(sign, _)| itself.contains(sign));
        fitting.map(|(_, name)| *name)
    };
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) if itself.trim().is_empty() => t.msg_sessions_browser_unknown(),
        (None, None) => itself.chars().take(SHOWN).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_as_people_call_it() {
        let t = locale::words(domain::Language::Ru);
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        assert_eq!(called(chrome, t), "Chrome, Windows");
        assert_eq!(called(&format!("{chrome} Edg/140.0"), t), "Edge, Windows");
        assert_eq!(called("curl/8.5.0", t), "curl/8.5.0");
        assert_eq!(called("", t), "неизвестный браузер");
    }
}
