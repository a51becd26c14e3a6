//! Titles: what stands before a name, and what people who hold offices are called.

use crate::record::Level;
use Level::*;

/// What is put before a name and says nothing of an office, folded. Military ranks are among them: facts know none.
const HONORIFICS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "comrade",
    "h e",
    "his excellency",
    "her excellency",
    "his majesty",
    "her majesty",
    "his royal highness",
    "her royal highness",
    "hrh",
    "h r h",
    "his highness",
    "her highness",
    "his holiness",
    "his eminence",
    "hon",
    "honourable",
    "honorable",
    "right honourable",
    "right honorable",
    "rt hon",
    "rev",
    "reverend",
    "late",
    "gen",
    "general",
    "lieutenant general",
    "major general",
    "colonel general",
    "army general",
    "col",
    "colonel",
    "marshal",
    "admiral",
    "mme",
    "madame",
    "monsieur",
    "herr",
    "frau",
    "senor",
    "senora",
];

/// Words for officials of a state, and the levels that they mean; none means all.
const GROUPS: &[(&str, &[Level])] = &[
    ("officials", &[]),
    ("representatives", &[]),
    ("leaders", &[HeadOfState, HeadOfGovernment, RulingPartyLeader]),
    ("heads of state", &[HeadOfState]),
    ("heads of government", &[HeadOfGovernment]),
    ("ministers", &[ForeignMinister, DefenceMinister, Minister]),
    ("foreign ministers", &[ForeignMinister]),
    ("defence ministers", &[DefenceMinister]),
    ("diplomats", &[ForeignMinister, Ambassador, Charge, Envoy]),
    ("ambassadors", &[Ambassador]),
    ("envoys", &[Envoy]),
    ("security advisers", &[SecurityAdviser]),
];

/// What people call offices.
pub(super) struct Title {
    /// The levels of offices that can be called so.
    pub(super) levels: &'static [Level],
    /// Whether an office of such a level is called so whatever its own title, or only if that has the words.
    pub(super) by: By,
}

/// By what an office has its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By its level alone.
    Level,
    /// By the words of its own title.
    Words,
}

const HEADS: &[Level] = &[HeadOfState, HeadOfGovernment];
const CHAIRS: &[Level] = &[RulingPartyLeader, Speaker, OrganizationHead, HeadOfGovernment, HeadOfState];
const SECRETARIES: &[Level] = &[RulingPartyLeader, OrganizationHead, SecurityAdviser, SeniorOfficial];

/// What people call offices, with the levels that an office can have that is called so.
const TITLES: &[(&str, By, &[Level])] = &[
    ("head of state", By::Level, &[HeadOfState]),
    ("head of government", By::Level, &[HeadOfGovernment]),
    ("prime minister", By::Level, &[HeadOfGovernment]),
    ("premier", By::Level, &[HeadOfGovernment]),
    ("foreign minister", By::Level, &[ForeignMinister]),
    ("minister of foreign affairs", By::Level, &[ForeignMinister]),
    ("minister for foreign affairs", By::Level, &[ForeignMinister]),
    ("external affairs minister", By::Level, &[ForeignMinister]),
    ("defence minister", By::Level, &[DefenceMinister]),
    ("minister of defence", By::Level, &[DefenceMinister]),
    ("minister for defence", By::Level, &[DefenceMinister]),
    ("minister", By::Level, &[ForeignMinister, DefenceMinister, Minister]),
    ("deputy minister", By::Level, &[DeputyMinister]),
    ("speaker", By::Level, &[Speaker]),
    ("ambassador", By::Level, &[Ambassador]),
    ("envoy", By::Level, &[Envoy]),
    ("charge d affaires", By::Level, &[Charge]),
    ("national security adviser", By::Level, &[SecurityAdviser]),
    ("security adviser", By::Level, &[SecurityAdviser]),
    ("president", By::Words, HEADS),
    ("vice president", By::Words, &[DeputyHead]),
    ("deputy prime minister", By::Words, &[DeputyHead, Minister]),
    ("deputy foreign minister", By::Words, &[DeputyMinister]),
    ("chancellor", By::Words, HEADS),
    ("secretary", By::Words, SECRETARIES),
    ("general secretary", By::Words, SECRETARIES),
    ("secretary general", By::Words, SECRETARIES),
    ("first secretary", By::Words, SECRETARIES),
    ("secretary of state", By::Words, &[ForeignMinister]),
    ("foreign secretary", By::Words, &[ForeignMinister, DeputyMinister]),
    ("secretary of defence", By::Words, &[DefenceMinister]),
    ("defence secretary", By::Words, &[DefenceMinister, DeputyMinister]),
    ("chairman", By::Words, CHAIRS),
    ("chairwoman", By::Words, CHAIRS),
    ("chair", By::Words, CHAIRS),
    ("vice chairman", By::Words, &[]),
    ("deputy chairman", By::Words, &[]),
    ("king", By::Words, &[HeadOfState]),
    ("queen", By::Words, &[HeadOfState]),
    ("emperor", By::Words, &[HeadOfState]),
    ("empress", By::Words, &[HeadOfState]),
    ("crown prince", By::Words, HEADS),
    ("prince", By::Words, HEADS),
    ("emir", By::Words, &[HeadOfState]),
    ("sultan", By::Words, &[HeadOfState]),
    ("pope", By::Words, &[HeadOfState]),
    ("supreme leader", By::Words, &[HeadOfState]),
    ("director", By::Words, &[OrganizationHead, SeniorOfficial]),
    ("director general", By::Words, &[OrganizationHead]),
    ("governor", By::Words, &[]),
    ("mayor", By::Words, &[]),
    ("commissioner", By::Words, &[]),
    ("high representative", By::Words, &[ForeignMinister]),
];

/// When somebody held the office that a title names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// In the period asked about.
    Then,
    /// Before its end.
    Former,
}

/// The words, and what is left of them after each honorific at the front: `general secretary a` may be of a general.
pub(super) fn without_honorifics(words: &[String]) -> Vec<&[String]> {
    let mut starts = vec![words];
    let mut at = words;
    while let Some(rest) = after_one(at) {
        starts.push(rest);
        at = rest;
    }
    starts
}

/// What follows the longest honorific at the front.
fn after_one(words: &[String]) -> Option<&[String]> {
    let rests = HONORIFICS.iter().chain(&["the"]).filter_map(|honorific| after(words, honorific));
    rests.min_by_key(|rest| rest.len()).filter(|rest| !rest.is_empty())
}

/// Words for an office that was held.
const FORMER: &[&str] = &["former", "ex", "onetime", "erstwhile"];
/// Words for an office that is held.
const THEN: &[&str] = &["then", "acting", "current", "outgoing"];

/// When, if a word at the front says so, and the other words.
pub(super) fn tense(words: &[String]) -> (Tense, &[String]) {
    let says = |word: &str| after(words, word).filter(|rest| !rest.is_empty());
    let former = FORMER.iter().find_map(|word| says(word));
    let then = THEN.iter().find_map(|word| says(word));
    match (former, then) {
        (Some(rest), _) => (Tense::Former, rest),
        (None, Some(rest)) => (Tense::Then, rest),
        (None, None) => (Tense::Then, words),
    }
}

/// Every word or words that can begin a phrase.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    titles().chain(HONORIFICS.iter().copied()).chain(FORMER.iter().copied()).chain(THEN.iter().copied())
}

/// What people call offices and groups of officials.
pub(super) fn titles() -> impl Iterator<Item = &'static str> {
    TITLES.iter().map(|(word, ..)| *word).chain(GROUPS.iter().map(|(word, _)| *word))
}

/// What people mean by a title, if it is one.
pub(super) fn title(words: &str) -> Option<Title> {
    let known = TITLES.iter().find(|(known, ..)| *known == words);
    known.map(|(_, by, levels)| Title { levels, by: *by })
}

/// The levels of a group of officials, if the words name one.
pub(super) fn group(words: &str) -> Option<&'static [Level]> {
    GROUPS.iter().find(|(known, _)| *known == words).map(|(_, levels)| *levels)
}

/// What follows some words at the front.
fn after<'w>(words: &'w [String], front: &str) -> Option<&'w [String]> {
    let mut rest = words;
    for word in front.split(' ') {
        rest = rest.split_first().filter(|(first, _)| *first == word)?.1;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    fn check(text: &str, expected: &[&str]) {
        let words = words(text);
        let starts: Vec<String> = without_honorifics(&words).iter().map(|rest| rest.join(" ")).collect();
        assert_eq!(starts, expected, "{text}");
    }

    #[test]
    fn honorifics() {
        check("mr a", &["mr a", "a"]);
        check("right honourable dr a b", &["right honourable dr a b", "dr a b", "a b"]);
        check("mr", &["mr"]);
        check("general secretary a", &["general secretary a", "secretary a"]);
        check("a mr", &["a mr"]);
    }

    #[test]
    fn tables_are_folded() {
        let groups = GROUPS.iter().map(|(word, _)| *word).chain(TITLES.iter().map(|(word, ..)| *word));
        for word in groups.chain(HONORIFICS.iter().copied()) {
            assert_eq!(crate::names::fold(word), word);
        }
        for (group, levels) in GROUPS {
            let title = levels.is_empty() || group.ends_with('s') || group.starts_with("heads");
            assert!(title, "{group}");
        }
    }

    #[test]
    fn tenses() {
        assert_eq!(tense(&words("former president")), (Tense::Former, words("president").as_slice()));
        assert_eq!(tense(&words("then president")).0, Tense::Then);
        assert_eq!(tense(&words("former")).1, words("former").as_slice());
    }
}
