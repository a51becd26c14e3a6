//! Why a text names nothing that was wanted.

use crate::id::Id;
use crate::record::Kind;

/// How much of a text an error repeats, in characters.
const REPEATED: usize = 200;

/// Why a text did not resolve. Texts are repeated up to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No fact has such a name.
    #[error("`{text}` names nothing known (wanted: {wanted}){}", of_part(part))]
    Unknown {
        /// The text that was asked.
        text: String,
        /// What the question allows, in words.
        wanted: String,
        /// Of an office phrase: which part of it is unknown, in words.
        part: Option<Box<str>>,
        /// What may have been meant: at most five, the best first.
        suggestions: Vec<Suggestion>,
    },
    /// Several facts have the name, and not exactly one of them takes part in an event.
    #[error("`{text}` is ambiguous: it names {} facts", candidates.len())]
    Ambiguous {
        /// The text that was asked.
        text: String,
        /// The facts that it names, sorted by id.
        candidates: Vec<Id>,
    },
    /// The text names only facts that the question, or the text's own kind prefix, does not allow.
    #[error("`{text}` does not name {wanted}{}", listed(found))]
    WrongKind {
        /// The text that was asked.
        text: String,
        /// What the question allows, in words.
        wanted: String,
        /// What it names instead, sorted by id. Empty where a kind prefix contradicts the question and nothing of its kind has the name.
        found: Vec<(Id, Kind)>,
        /// What was wanted and is called so but for one letter, the best first.
        near: Box<[Suggestion]>,
    },
    /// Nobody of the name bore the title that stands before it.
    #[error("`{text}` names nobody: as far as is recorded, nobody called `{name}` was {title}")]
    Unfit {
        /// The text that was asked.
        text: String,
        /// The name in it, folded.
        name: String,
        /// The title in it, folded, with the ids of the states whose office it would be.
        title: String,
        /// Who has the name, sorted by id.
        bearers: Vec<Suggestion>,
    },
}

/// A fact that may have been meant. It never stands in for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The id, which as a text names just this fact.
    pub id: Id,
    /// The kind of the fact.
    pub kind: Kind,
    /// The name that is shown for it.
    pub name: String,
}

impl NameError {
    /// What is wanted and called nearly so, the best first.
    pub fn near(&self) -> &[Suggestion] {
        match self {
            Self::Unknown { suggestions, .. } => suggestions,
            Self::WrongKind { near, .. } => near,
            Self::Ambiguous { .. } | Self::Unfit { .. } => &[],
        }
    }
}

/// As much of a text as an error repeats.
pub(super) fn repeated(text: &str) -> String {
    match text.char_indices().nth(REPEATED) {
        None => text.to_owned(),
        Some(_) => text.chars().take(REPEATED).chain(['…']).collect(),
    }
}

#[expect(clippy::ref_option, reason = "the message hands the field over by reference")]
fn of_part(part: &Option<Box<str>>) -> String {
    part.as_ref().map(|part| format!(": {part}")).unwrap_or_default()
}

/// The first of the facts found, as the end of a message.
fn listed(found: &[(Id, Kind)]) -> String {
    let shown: Vec<String> = found.iter().take(5).map(|(id, kind)| format!("{kind} `{id}`")).collect();
    let more = found.len() - shown.len();
    match (shown.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!(", but {}", shown.join(", ")),
        (false, more) => format!(", but {} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(error: &NameError, expected: &str) {
        assert_eq!(error.to_string(), expected);
    }

    fn wrong_kind(found: &[(Id, Kind)]) -> NameError {
        NameError::WrongKind {
            text: "a".to_owned(),
            wanted: "a person".to_owned(),
            found: found.to_vec(),
            near: Box::default(),
        }
    }

    #[test]
    fn messages() {
        let state = ("country-a".parse().unwrap(), Kind::State);
        check(&wrong_kind(&[]), "`a` does not name a person");
        check(&wrong_kind(std::slice::from_ref(&state)), "`a` does not name a person, but state `country-a`");
        let many = wrong_kind(&vec![state; 7]).to_string();
        assert!(many.ends_with("state `country-a` and 2 more"), "{many}");
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(repeated("short"), "short");
        assert_eq!(repeated(&"長".repeat(1_000_000)).chars().count(), 201);
    }
}
