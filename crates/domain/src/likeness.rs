//! Likeness: by what two clients may be found to be one person.

use strsim::jaro_winkler;

use crate::Client;

/// Names that are at least so alike are told as such: one letter in a surname, letters changed about.
const ALIKE: f64 = 0.93;
/// A name of one word says too little.
const FEWEST_WORDS: usize = 2;

/// What a client is found by when another is like them: `e:` an address, `n:` the bones of a name.
#[must_use]
pub fn keys(client: &Client) -> Vec<String> {
    let mut keys: Vec<String> = client
        .emails
        .iter()
        .map(|email| format!("e:{}", email.as_str()))
        .collect();
    if client.named {
        keys.extend(bones(&client.name).map(|bones| format!("n:{bones}")));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether two names may be one, whatever the order of their words.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (words(one).join(" "), words(other).join(" "));
    jaro_winkler(&one, &other) >= ALIKE
}

/// Each word without the vowels after its first letter, in order: a slip of the pen mostly stays within them.
fn bones(name: &str) -> Option<String> {
    let words = words(name);
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let bones = words.iter().map(|word| bone(word)).collect::<Vec<_>>();
    Some(bones.join(" "))
}

fn bone(word: &str) -> String {
    const SILENT: &str = "аеиоуыэюяйьъaeiouy";
    let mut bone = String::new();
    for letter in word.chars() {
        let first = bone.is_empty();
        if first || (!SILENT.contains(letter) && !bone.ends_with(letter)) {
            bone.push(letter);
        }
    }
    bone
}

fn words(name: &str) -> Vec<String> {
    let plain = name.to_lowercase().replace('ё', "е");
    let mut words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_words_and_slips_of_the_pen_do_not_matter() {
        for (one, other) in [
            ("Ирина Савельева", "Савельева Ирина"),
            ("Ирина Савельева", "Ирина Савелева"),
            ("Пётр Семёнов", "Петр Семенов"),
            ("Anna Petrova", "Anna  PETROVA"),
        ] {
            assert_eq!(bones(one), bones(other), "{one}, {other}");
            assert!(alike(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn others_are_others() {
        assert!(!alike("Ирина Савельева", "Игорь Соловьёв"));
        assert!(!alike("Анна Гордеева", "Павел Гордеев"));
        assert_eq!(bones("Анна"), None);
    }
}
