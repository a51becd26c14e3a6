//! The words of a phrase: folded, without quotes, `the` in front and the possessive ending.

use crate::names::fold;

/// Longer phrases are names or nothing.
const MOST: usize = 16;

/// A phrase, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Folded, in British spelling.
    pub(super) all: Vec<String>,
    /// How many words stand before the ending `'s` of an owner that is not the last word.
    pub(super) owner: Option<usize>,
    /// Whether a possessive ending was taken from the last word.
    pub(super) possessive: bool,
}

impl Words {
    /// Takes a phrase apart; nothing is left of one that is too long.
    pub(super) fn read(text: &str) -> Self {
        let mut words = Self::default();
        let text: String = text.chars().map(straight).collect();
        for written in text.split_whitespace().take(MOST + 1) {
            let (stem, owns) = unowned(written.trim_matches('"'));
            words.all.extend(fold(stem).split(' ').filter(|word| !word.is_empty()).map(spelling));
            if owns && words.owner.is_none() {
                words.owner = Some(words.all.len());
            }
        }
        words.possessive = words.owner == Some(words.all.len());
        words.owner = words.owner.filter(|_| !words.possessive);
        words.drop_the();
        if words.all.len() > MOST { Self::default() } else { words }
    }

    fn drop_the(&mut self) {
        if self.all.len() > 1 && self.all.first().is_some_and(|word| word == "the") {
            self.all.remove(0);
            self.owner = self.owner.map(|owner| owner.saturating_sub(1)).filter(|owner| *owner > 0);
        }
    }

    /// The words of the owner and of what is theirs, in `X's Y`.
    pub(super) fn owned(&self) -> Option<(&[String], &[String])> {
        self.all.split_at_checked(self.owner?)
    }

    /// The words before and after the first `of`.
    pub(super) fn around_of(&self) -> Option<(&[String], &[String])> {
        let at = self.all.iter().position(|word| word == "of" || word == "from")?;
        let (before, after) = (self.all.get(..at)?, self.all.get(at + 1..)?);
        let after = after.strip_prefix(&["the".to_owned()]).unwrap_or(after);
        (!before.is_empty() && !after.is_empty()).then_some((before, after))
    }
}

/// A title as phrases are: folded, in British spelling, without `the`.
pub(super) fn title_words(title: &str) -> String {
    let words: Vec<String> = fold(title).split(' ').filter(|word| *word != "the").map(spelling).collect();
    words.join(" ")
}

/// A word without `'s`, or without the apostrophe of `the Russians'`.
fn unowned(word: &str) -> (&str, bool) {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("'S")).or_else(|| plural_owner(word));
    match stem.filter(|stem| !stem.is_empty()) {
        Some(stem) => (stem, true),
        None => (word, false),
    }
}

fn plural_owner(word: &str) -> Option<&str> {
    word.strip_suffix('\'').filter(|stem| stem.ends_with(['s', 'S']))
}

/// Quotation marks and apostrophes as a typewriter has them.
fn straight(c: char) -> char {
    match c {
        '‘' | '’' | 'ʼ' | '＇' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        c => c,
    }
}

/// Words that are spelt in two ways.
fn spelling(word: &str) -> String {
    match word {
        "defense" => "defence",
        "advisor" => "adviser",
        "advisors" => "advisers",
        word => word,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, owner: Option<usize>, possessive: bool) {
        let words = Words::read(text);
        assert_eq!(
            (words.all.join(" ").as_str(), words.owner, words.possessive),
            (expected, owner, possessive),
            "{text}"
        );
    }

    #[test]
    fn words() {
        check("the “Russian” President", "russian president", None, false);
        check("China’s Foreign Minister", "china foreign minister", Some(1), false);
        check("the United States' defense secretary", "united states defence secretary", Some(2), false);
        check("Xi’s", "xi", None, true);
        check("H.E. Mr. V. Putin", "h e mr v putin", None, false);
        check("the", "the", None, false);
        check("'s ' \" the's", "s the", None, true);
        check("", "", None, false);
        check(&"a ".repeat(100_000), "", None, false);
    }

    #[test]
    fn parts() {
        let words = Words::read("ministers of the US");
        let (before, after) = words.around_of().unwrap();
        assert_eq!((before.join(" "), after.join(" ")), ("ministers".to_owned(), "us".to_owned()));
        assert_eq!(Words::read("of the US").around_of(), None);
        assert_eq!(Words::read("president of").around_of(), None);
    }
}
