//! What the facts know of people: who takes part in anything, and who held which office.

use super::title::{By, Tense, title};
use super::words::title_words;
use crate::date::Period;
use crate::id::Id;
use crate::record::Level;

/// Words that make another office of the title that follows them.
const OTHER: &[&str] =
    &["vice", "deputy", "first", "assistant", "under", "former", "acting", "honorary", "co", "associate"];

/// One holding of an office by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The office.
    pub office: Id,
    /// Its title.
    pub title: String,
    /// Its ranks.
    pub levels: Vec<Level>,
    /// Whose office it is, and whose those are.
    pub of: Vec<Id>,
    /// The days on which the person can have held it.
    pub possible: Period,
    /// The days on which the person certainly held it, if any are stated or attested.
    pub certain: Option<Period>,
    /// From when to when, as it is stated, in words.
    pub held: String,
}

/// Who knows the people that names mean.
pub trait Careers {
    /// Whether a fact takes part in any event.
    fn is_active(&self, id: &Id) -> bool;

    /// Every office that a person held at any time.
    fn posts(&self, person: &Id) -> Vec<Post>;
}

impl Post {
    /// Whether people call the holder so: `title` is folded.
    pub(super) fn is_called(&self, words: &str) -> bool {
        let by_level = title(words).is_some_and(|meant| meant.by == By::Level && self.has_level(meant.levels));
        by_level || heads(&title_words(&self.title), words)
    }

    /// Whether the office has one of some levels. A president who heads the government as well is no prime minister.
    fn has_level(&self, meant: &[Level]) -> bool {
        let other = meant == [Level::HeadOfGovernment] && self.levels.contains(&Level::HeadOfState);
        !other && self.levels.iter().any(|level| meant.contains(level))
    }

    /// Whether a title given in this tense is true in the period.
    pub(super) fn fits(&self, tense: Tense, period: Period) -> bool {
        match tense {
            Tense::Then => self.possible.intersect(period).is_some(),
            Tense::Former => self.possible.first <= period.last && !self.certain.is_some_and(|c| covers(c, period)),
        }
    }
}

impl Post {
    /// Whether all of a period lies in the days on which the person can have held it.
    pub(super) fn spans(&self, period: Period) -> bool {
        covers(self.possible, period)
    }
}

fn covers(whole: Period, part: Period) -> bool {
    whole.first <= part.first && part.last <= whole.last
}

/// Whether the words of an office's own title begin with some words, or hold them where nothing makes them another
/// office: `federal chancellor of a` for `chancellor`, but not `vice president of a` for `president`.
pub(super) fn heads(own: &str, title: &str) -> bool {
    let (own, title): (Vec<&str>, Vec<&str>) = (own.split(' ').collect(), title.split(' ').collect());
    let at = own.windows(title.len()).position(|part| part == title);
    at.is_some_and(|at| {
        let (before, after) = (own.get(..at).unwrap_or_default(), own.get(at + title.len()..).unwrap_or_default());
        let ends = after.first().is_none_or(|next| ["of", "to", "for", "in", "and", "at"].contains(next));
        ends && before.len() <= 1 && before.iter().all(|word| !OTHER.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: &str, title: &str, expected: bool) {
        assert_eq!(heads(own, title), expected, "{own}: {title}");
    }

    #[test]
    fn titles() {
        check("president of a", "president", true);
        check("president", "president", true);
        check("federal chancellor of a", "chancellor", true);
        check("vice president of a", "president", false);
        check("vice president of a", "vice president", true);
        check("general secretary of party a", "general secretary", true);
        check("general secretary of party a", "secretary", true);
        check("prime minister of a", "minister", true);
        check("member of the office of the president of a", "president", false);
        check("presidential adviser", "president", false);
    }
}
