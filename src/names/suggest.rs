//! What an unknown text may have meant.

use super::asked::Called;
use super::error::Suggestion;
use super::fold::fold;
use super::index::Index;
use super::keys::sorted_words;
use super::resolve::Step;
use super::table::NameTable;
use crate::record::Kind;
use std::collections::{HashMap, HashSet};

/// How many suggestions are made.
pub(super) const MOST: usize = 5;

/// How many are made where more are one slip away: these are all likely.
const MOST_SLIPS: usize = 12;

/// How much of a text or name is compared, in characters.
const LONGEST: usize = 128;

/// How many words of a text are compared one by one.
const MOST_WORDS: usize = 8;

/// How far a likeness found by one word of several is put behind one by the whole text.
const ONE_OF_SEVERAL: usize = 7;

/// How far an id that a text begins is put behind: after what differs in few letters, before likeness by one of several words.
const BEGINS_ID: usize = 6;

/// How long a text has to be to be taken for the beginning of an id.
const LEAST_OF_ID: usize = 4;

/// What is near to a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Near {
    /// The facts, the best first.
    pub(super) all: Vec<Suggestion>,
    /// Those of them that are called so but for one letter.
    pub(super) slips: Vec<Suggestion>,
    /// Whether one of them is called so but for one letter.
    pub(super) is_slip: bool,
}

/// Facts of these kinds whose names are near, the best first, equal ones in the order of the kinds, then by id: at most five,
/// or twelve where so many are called so but for one letter.
pub(super) fn suggestions(table: &NameTable, called: &Called<'_>, kinds: &[Kind]) -> Near {
    let mut ranking = Ranking { table, kinds, best: HashMap::new(), slips: HashSet::new() };
    match called {
        Called::Name(text) => {
            ranking.scan_names(text);
            ranking.scan_ids(text);
        }
        Called::Outside { scheme, value } => ranking.scan_outside(scheme, value),
    }
    ranking.top()
}

/// The best likeness of each entry so far; less is nearer, and of equals what is as long as the text.
struct Ranking<'t> {
    table: &'t NameTable,
    kinds: &'t [Kind],
    best: HashMap<u32, (usize, usize)>,
    /// The entries that are called so but for one letter.
    slips: HashSet<u32>,
}

impl Ranking<'_> {
    fn scan_names(&mut self, text: &str) {
        // Folding leaves out what is no letter.
        let text: String = text.chars().take(4 * LONGEST).collect();
        let folded: String = fold(&text).chars().take(LONGEST).collect();
        if folded.is_empty() {
            return;
        }
        self.scan(self.table.index(Step::Name), &Typed::new(&folded), 0);
        if !folded.contains(' ') {
            self.scan(self.table.index(Step::Word), &Typed::new(&folded), 1);
            return;
        }
        self.scan(self.table.index(Step::Words), &Typed::new(&sorted_words(&folded)), 1);
        for word in folded.split(' ').take(MOST_WORDS) {
            self.scan(self.table.index(Step::Word), &Typed::new(word), ONE_OF_SEVERAL);
        }
    }

    /// Ids are near by letters; what begins one may begin many, so that it counts for less.
    fn scan_ids(&mut self, text: &str) {
        let typed = Spelling::new(text.chars().take(LONGEST).collect());
        let near = |id: &str| {
            let begins = typed.length >= LEAST_OF_ID && id.starts_with(&typed.text);
            typed.distance(id).map(|distance| 2 * distance).into_iter().chain(begins.then_some(BEGINS_ID)).min()
        };
        for (number, entry) in (0..).zip(self.table.entries()) {
            for id in std::iter::once(&entry.id).chain(&entry.also) {
                if let Some(score) = near(id.as_str()) {
                    self.note(number, (score, typed.gap(id.as_str())));
                    self.note_slip(number, typed.distance(id.as_str()) == Some(1));
                }
            }
        }
    }

    /// Outside ids that differ in one character are strangers to each other, so only letter case is forgiven.
    fn scan_outside(&mut self, scheme: &str, value: &str) {
        let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b);
        for (number, entry) in (0..).zip(self.table.entries()) {
            let mut ids = entry.outside.iter();
            if ids.any(|(s, v)| same(s, scheme) && same(v, value)) {
                self.note(number, (0, 0));
            }
        }
    }

    /// Compares a text with every key of an index; `behind` is added to twice the distance.
    fn scan(&mut self, index: &Index, typed: &Typed, behind: usize) {
        for (key, numbers) in index.iter() {
            let Some((distance, is_slip)) = typed.distance(key) else {
                continue;
            };
            let gap = typed.own.gap(key);
            for number in numbers {
                self.note(number, (2 * distance + behind, gap));
                self.note_slip(number, is_slip && behind < ONE_OF_SEVERAL);
            }
        }
    }

    fn note(&mut self, number: u32, score: (usize, usize)) {
        if self.table.is_of(number, self.kinds) {
            let best = self.best.entry(number).or_insert(score);
            *best = score.min(*best);
        }
    }

    fn note_slip(&mut self, number: u32, is_slip: bool) {
        if is_slip && self.table.is_of(number, self.kinds) {
            self.slips.insert(number);
        }
    }

    /// Of equal scores what is wanted first comes first: the person rather than the meetings that are named after them.
    /// Numbers follow the order of ids, so that the rest does too.
    fn top(self) -> Near {
        let wanted =
            |n: u32| self.table.numbered(n).and_then(|entry| self.kinds.iter().position(|one| *one == entry.kind));
        let mut ranked: Vec<_> = self.best.iter().map(|(n, score)| (*score, wanted(*n), *n)).collect();
        ranked.sort_unstable();
        let mut nearest: Vec<u32> = ranked.iter().take(MOST).map(|(.., n)| *n).collect();
        // Many events are named after one person.
        let is_event = |n: u32| self.table.numbered(n).is_some_and(|entry| entry.kind.is_event());
        let likely = |n: u32| self.slips.contains(&n) && !is_event(n);
        let mut slips: Vec<_> = ranked.iter().skip(MOST).filter(|(.., n)| likely(*n)).collect();
        slips.sort_by_key(|(_, wanted, n)| (*wanted, *n));
        nearest.extend(slips.iter().take(MOST_SLIPS - MOST).map(|(.., n)| *n));
        let all = nearest.iter().filter_map(|n| self.suggestion(*n)).collect();
        let slips = nearest.iter().filter(|n| self.slips.contains(n)).filter_map(|n| self.suggestion(*n)).collect();
        Near { all, slips, is_slip: !self.slips.is_empty() }
    }

    fn suggestion(&self, number: u32) -> Option<Suggestion> {
        let entry = self.table.numbered(number)?;
        Some(Suggestion { id: entry.id.clone(), kind: entry.kind, name: entry.shown().to_owned() })
    }
}

/// A folded text as it is compared: in its own letters and in Latin ones.
struct Typed {
    own: Spelling,
    latin: Spelling,
}

struct Spelling {
    text: String,
    length: usize,
}

impl Typed {
    fn new(folded: &str) -> Self {
        Self { own: Spelling::new(folded.to_owned()), latin: Spelling::new(latin(folded)) }
    }

    /// How many letters differ from a folded name, if few enough do, and whether just one does. A text that begins the name
    /// counts as one letter away.
    fn distance(&self, key: &str) -> Option<(usize, bool)> {
        let begins = key.starts_with(&self.own.text) && key != self.own.text;
        let own = self.own.distance(key);
        let both_latin = key.is_ascii() && self.own.text.is_ascii();
        let other = if both_latin { None } else { self.latin.distance(&latin(key)) };
        let least = begins.then_some(1).into_iter().chain(own).chain(other).min()?;
        Some((least, own == Some(1) || other == Some(1)))
    }
}

impl Spelling {
    fn new(text: String) -> Self {
        let length = text.chars().count();
        Self { text, length }
    }

    /// How many letters longer or shorter a name is.
    fn gap(&self, key: &str) -> usize {
        key.chars().take(LONGEST).count().abs_diff(self.length)
    }

    /// At most a third of the letters, and one of two, may differ; swapped neighbours differ in one. One letter is near to two
    /// that hold it.
    fn distance(&self, key: &str) -> Option<usize> {
        let limit = match self.length {
            0 => return None,
            1 => usize::from(key.contains(&self.text)),
            length => (length / 3).max(1),
        };
        // Of a long text only the beginning is known.
        let cut: String;
        let key = if self.length < LONGEST {
            key
        } else {
            cut = key.chars().take(LONGEST).collect();
            &cut
        };
        let within = key.chars().take(self.length + limit + 1).count();
        if within.abs_diff(self.length) > limit {
            return None;
        }
        let distance = strsim::osa_distance(&self.text, key);
        (distance <= limit).then_some(distance)
    }
}

/// A folded text in Latin letters, cut to what is compared.
fn latin(folded: &str) -> String {
    let cut: String = folded.chars().take(LONGEST).collect();
    if cut.is_ascii() {
        return cut;
    }
    fold(&deunicode::deunicode_with_tofu(&cut, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::NameEntry;

    fn entry(id: &str, names: &[&str]) -> NameEntry {
        NameEntry {
            id: id.parse().unwrap(),
            also: Vec::new(),
            kind: Kind::Person,
            names: names.iter().map(ToString::to_string).collect(),
            family: None,
            outside: vec![("wikidata".to_owned(), format!("Q-{id}"))],
        }
    }

    fn check(text: &str, expected: &[&str]) {
        let table = NameTable::new(vec![
            entry("dmitry-medvedev", &["Dmitry Medvedev"]),
            entry("li-tieying", &["Li Tieying", "李铁映"]),
            entry("li-peng", &["Li Peng"]),
            entry("sergey-x", &["Сергей Икс"]),
            entry("puding", &["普丁"]),
            entry("unnamed", &[]),
        ]);
        let seen = suggestions(&table, &Called::Name(text), &[Kind::Person]).all;
        let seen: Vec<&str> = seen.iter().map(|found| found.id.as_str()).collect();
        assert_eq!(seen, expected, "{text}");
        assert!(suggestions(&table, &Called::Name(text), &[Kind::State]).all.is_empty());
    }

    #[test]
    fn by_distance_prefix_and_script() {
        check("Medvedef", &["dmitry-medvedev"]);
        check("Медведев", &["dmitry-medvedev"]);
        check("Dmitri Medvedew", &["dmitry-medvedev"]);
        check("Medvedev, Dmitrij", &["dmitry-medvedev"]);
        check("medv", &["dmitry-medvedev"]);
        check("Sergei", &["sergey-x"]);
        check("Li", &["li-peng", "li-tieying"]);
        check("Li Pneg", &["li-peng", "li-tieying"]);
        check("李铁", &["li-tieying"]);
        check("丁", &["puding"]);
        check("普", &["puding"]);
        check("李", &["li-peng", "li-tieying"]);
        check("unnamde", &["unnamed"]);
        check("li-tieyin", &["li-tieying", "li-peng"]);
        check("unna", &["unnamed"]);
        check("unn", &[]);
        check("Zzzzzz", &[]);
        check("?!", &[]);
        check("", &[]);
    }

    #[test]
    fn by_id_and_of_equals_the_one_as_long() {
        check("unamed", &["unnamed"]);
        check("sergey-y", &["sergey-x"]);
        let table = NameTable::new(vec![entry("a-long", &["Ann Bee visits the sea"]), entry("b", &["Ann Bees"])]);
        let seen = suggestions(&table, &Called::Name("Ann Bee"), &[Kind::Person]).all;
        let seen: Vec<&str> = seen.iter().map(|found| found.id.as_str()).collect();
        assert_eq!(seen, ["b", "a-long"]);
    }

    #[test]
    fn of_equals_the_kind_that_is_wanted_first() {
        let meeting = NameEntry { kind: Kind::Meeting, ..entry("a-meeting", &["Somebody and Bee"]) };
        let table = NameTable::new(vec![meeting, entry("person", &["Ann Bee"])]);
        for (kinds, expected) in [
            ([Kind::Person, Kind::Meeting], ["person", "a-meeting"]),
            ([Kind::Meeting, Kind::Person], ["a-meeting", "person"]),
        ] {
            let seen = suggestions(&table, &Called::Name("Beee"), &kinds).all;
            assert_eq!(seen.iter().map(|found| found.id.as_str()).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn all_that_are_one_slip_away() {
        let names: Vec<String> = (0..9).map(|number| format!("be{number}")).collect();
        let table = NameTable::new(names.iter().map(|name| entry(name, &[name])).collect());
        let seen = |text: &str| {
            let near = suggestions(&table, &Called::Name(text), &[Kind::Person]);
            (near.all.len(), near.is_slip)
        };
        assert_eq!((seen("bex"), seen("be"), seen("bxx")), ((9, true), (9, true), (0, false)));
    }

    /// A name beyond what is compared is found by what comes before.
    #[test]
    fn long_names() {
        let name = "Declaration of somebody ".repeat(8);
        let table = NameTable::new(vec![entry("paper", &[&name])]);
        for slip in [name.replacen("Decl", "Dekl", 1), format!("{}zz", name.trim()), name.replacen("body", "boddy", 1)]
        {
            assert_eq!(suggestions(&table, &Called::Name(&slip), &[Kind::Person]).all.len(), 1, "{slip}");
        }
    }

    #[test]
    fn outside_ids_only_by_letter_case() {
        let table = NameTable::new(vec![entry("a", &[]), entry("b", &[])]);
        let called = Called::Outside { scheme: "Wikidata", value: "q-A" };
        let seen = suggestions(&table, &called, &[Kind::Person]).all;
        assert_eq!(seen.len(), 1);
        assert_eq!(seen[0].name, "a");
    }

    #[test]
    fn long_texts_cost_little() {
        check(&"Ж".repeat(1_000_000), &[]);
    }
}
