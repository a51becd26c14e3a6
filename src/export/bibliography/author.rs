//! Authors: the names in the field of a source, by parts where the record tells them apart.

use serde_json::{Value, json};

/// The longest family or given name that is taken for one, in words. `Ministry of Foreign Affairs, Press Office` is no
/// person.
const LONGEST: usize = 3;

/// One author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// Somebody written as `Family, Given`.
    Person { family: String, given: String },
    /// A name as a whole: which part of it is the family name, nobody tells.
    Whole(String),
}

impl Author {
    /// The authors that a text names, parted by `;`. `Family, Given` is read as such; any other name stays whole.
    pub(super) fn all(text: &str) -> Vec<Self> {
        text.split(';').map(str::trim).filter(|name| !name.is_empty()).map(Self::of).collect()
    }

    fn of(name: &str) -> Self {
        let is_short = |part: &str| (1..=LONGEST).contains(&part.split_whitespace().count());
        match name.split_once(',') {
            Some((family, given)) if !given.contains(',') && is_short(family) && is_short(given) => {
                Self::Person { family: family.trim().to_owned(), given: given.trim().to_owned() }
            }
            _ => Self::Whole(name.to_owned()),
        }
    }

    /// The name in the order in which it is spoken.
    fn spoken(&self) -> String {
        match self {
            Self::Person { family, given } => format!("{given} {family}"),
            Self::Whole(name) => name.clone(),
        }
    }

    /// The name as the Citation Style Language has it.
    pub(super) fn csl(&self) -> Value {
        match self {
            Self::Person { family, given } => json!({"family": family, "given": given}),
            Self::Whole(name) => json!({"literal": name}),
        }
    }
}

/// Names in a sentence: `A`, `A and B`, `A, B, and C`, `A et al.` where there are more, as the Chicago Manual of Style
/// (14.76) has them in notes.
pub(super) fn spoken(authors: &[Author]) -> Option<String> {
    match authors {
        [] => None,
        [one] => Some(one.spoken()),
        [one, other] => Some(format!("{} and {}", one.spoken(), other.spoken())),
        [one, other, last] => Some(format!("{}, {}, and {}", one.spoken(), other.spoken(), last.spoken())),
        [one, ..] => Some(format!("{} et al.", one.spoken())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_written_by_parts_is_read_by_parts() {
        let check = |text: &str, expected: Option<&str>| {
            let authors = Author::all(text);
            let is_person = matches!(authors.first(), Some(Author::Person { .. }));
            assert_eq!(spoken(&authors).as_deref(), expected, "{text}");
            assert_eq!(is_person, text.starts_with("Alpha,"), "{text}");
        };
        check("Alpha, Beta", Some("Beta Alpha"));
        check("Beta Alpha", Some("Beta Alpha"));
        check("Ministry of Alpha Affairs, Press Office", Some("Ministry of Alpha Affairs, Press Office"));
        check("A, B, C", Some("A, B, C"));
        check("A,", Some("A,"));
        check("Alpha, Beta; C", Some("Beta Alpha and C"));
        check("A; B; C", Some("A, B, and C"));
        check("A; B; C; D", Some("A et al."));
        check(" ; ", None);
    }
}
