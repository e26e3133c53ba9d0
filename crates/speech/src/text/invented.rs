//! Words that nobody said: Whisper has learned from films, and fills silence with their credits.

use super::plain;

/// Wherever these stand, a film's credits are spoken.
const ANYWHERE: [&str; 12] = [
    "субтитры сделал",
    "субтитры создавал",
    "субтитры подогнал",
    "субтитры делал",
    "редактор субтитров",
    "корректор субтитров",
    "dimatorzok",
    "amara org",
    "подписывайтесь на канал",
    "ставьте лайки",
    "subtitles by",
    "subscribe to my channel",
];
/// These are credits when nothing else is said.
const ALONE: [&str; 14] = [
    "продолжение следует",
    "спасибо за просмотр",
    "спасибо за внимание",
    "спасибо за субтитры",
    "до новых встреч",
    "субтитры",
    "конец",
    "thanks for watching",
    "thank you for watching",
    "please subscribe",
    "see you next time",
    "see you in the next video",
    "to be continued",
    "the end",
];

/// Whether this is what Whisper says when it hears nothing.
pub(super) fn is(text: &str) -> bool {
    let sign = |letter: char| matches!(letter, '[' | '(' | '*' | '♪');
    let marked = text.starts_with(sign) && text.ends_with([']', ')', '*', '♪']);
    let text = plain(text);
    text.is_empty()
        || marked
        || ALONE.contains(&text.as_str())
        || ANYWHERE.iter().any(|credit| text.contains(credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_and_signs_are_invented_and_talk_is_not() {
        for text in [
            "Продолжение следует...",
            "Редактор субтитров А.Семкин Корректор А.Егорова",
            "Thanks for watching!",
            "[музыка]",
            "♪♪",
            "...",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "Спасибо за внимание к нашему вопросу.",
            "Thank you for waiting.",
            "Конец месяца.",
            "(да) Хорошо.",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
