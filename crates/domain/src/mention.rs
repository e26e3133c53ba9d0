//! Colleagues named in a comment: an @ and the name as it stands in the desk.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::AgentId;

/// Somebody named in a comment, under the name they had then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Who.
    pub id: AgentId,
    /// Their name.
    pub name: String,
}

/// Where these people are named in a text. Of two names that begin alike the longer one is meant; upper and lower case are
/// the same; a name is followed by no further letter, and an @ within a word names nobody.
#[must_use]
pub fn named_in<'a>(text: &str, people: &'a [Mention]) -> Vec<(Range<usize>, &'a Mention)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('@').map(|at| from + at) {
        let after = at + '@'.len_utf8();
        from = after;
        let before = text[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let fits = people
            .iter()
            .filter_map(|person| Some((starts_with(&text[after..], &person.name)?, person)));
        if let Some((length, person)) = fits.max_by_key(|(length, _)| *length) {
            found.push((at..after + length, person));
            from = after + length;
        }
    }
    found
}

/// Everybody named in a text, each once; namesakes are all meant.
#[must_use]
pub fn mentioned(text: &str, people: &[Mention]) -> Vec<Mention> {
    let named = named_in(text, people);
    let is_named = |person: &&Mention| {
        let name = person.name.to_lowercase();
        named.iter().any(|(_, one)| one.name.to_lowercase() == name)
    };
    people.iter().filter(is_named).cloned().collect()
}

/// How many bytes of the text are this name.
fn starts_with(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in name.chars() {
        let (_, is) = rest.next()?;
        if !is.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let next = rest.next();
    let ends = next.is_none_or(|(_, letter)| !letter.is_alphanumeric());
    (ends && !name.is_empty()).then(|| next.map_or(text.len(), |(place, _)| place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::At;

    fn people(names: &[&str]) -> Vec<Mention> {
        let named = |name: &&str| Mention {
            id: AgentId::at(At::UNIX_EPOCH),
            name: (*name).to_owned(),
        };
        names.iter().map(named).collect()
    }

    fn names(text: &str, people: &[Mention]) -> Vec<String> {
        mentioned(text, people)
            .into_iter()
            .map(|one| one.name)
            .collect()
    }

    #[test]
    fn the_longer_name_is_meant_and_case_does_not_matter() {
        let people = people(&["Анна", "Анна Петрова", "Олег"]);
        assert_eq!(names("@анна петрова, глянь", &people), ["Анна Петрова"]);
        assert_eq!(names("@Анна, и ты @Олег.", &people), ["Анна", "Олег"]);
        let at = named_in("(@Олег)", &people);
        assert_eq!(at[0].0, 1..1 + "@Олег".len());
    }

    #[test]
    fn an_address_or_a_longer_word_names_nobody() {
        let people = people(&["Олег", "example"]);
        for text in ["oleg@example.ru", "@Олегович", "@ Олег", "Олег", "@"] {
            assert_eq!(names(text, &people), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn namesakes_are_all_meant() {
        assert_eq!(mentioned("@Олег!", &people(&["Олег", "Олег"])).len(), 2);
    }
}
