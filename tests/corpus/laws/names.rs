//! Names: folding is stable, and any text asked of any table gives its answer or says what is near.
//!
//! The first line is the text that is asked; each line below is a fact with its names between tabs. What begins with `@` is
//! a family name, and what begins with `#` an id of an outside scheme.

use chancery::date::Period;
use chancery::id::Id;
use chancery::names::{
    Careers, NameEntry, NameError, NameTable, Post, Resolved, Step, Wanted, fold, nearest, office_phrases,
};
use chancery::record::Kind;

/// More facts or bytes would only make the search slow.
const MOST_FACTS: usize = 24;
const MOST_BYTES: usize = 8192;

const KINDS: [Kind; 5] = [Kind::Person, Kind::State, Kind::Office, Kind::Place, Kind::Meeting];

/// Asks the first line of the facts below it.
pub(crate) fn hold(input: &[u8]) {
    let Ok(input) = str::from_utf8(input) else { return };
    if input.len() > MOST_BYTES {
        return;
    }
    let (text, rest) = input.split_once('\n').unwrap_or((input, ""));
    let entries: Vec<NameEntry> = rest.split('\n').take(MOST_FACTS).enumerate().filter_map(entry).collect();
    input.split(['\n', '\t']).for_each(folds);
    asks(&entries, text);
    reads(&entries, text);
    each_is_named(&entries);
    let words: Vec<&str> = rest.split(['\n', '\t']).take(MOST_FACTS).collect();
    offers(&words, text);
}

fn entry((number, line): (usize, &str)) -> Option<NameEntry> {
    let parts = || line.split('\t');
    let outside = parts().filter_map(|part| part.strip_prefix('#')?.split_once(':'));
    let is_name = |part: &&str| !part.is_empty() && !part.starts_with(['@', '#']);
    Some(NameEntry {
        id: format!("x-{number}").parse().ok()?,
        also: parts().filter_map(|part| part.strip_prefix("@@")?.parse().ok()).collect(),
        kind: *KINDS.get(number % KINDS.len())?,
        names: parts().filter(is_name).map(str::to_owned).collect(),
        family: parts().find_map(|part| part.strip_prefix('@')).map(str::to_owned),
        outside: outside.map(|(scheme, value)| (scheme.to_owned(), value.to_owned())).collect(),
    })
}

/// What was folded stays so, and has single spaces inside only.
fn folds(text: &str) {
    let once = fold(text);
    assert_eq!(fold(&once), once, "{text:?}");
    assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "), "{once:?}");
}

fn resolve(table: &NameTable, kinds: &[Kind], text: &str) -> Result<Resolved, NameError> {
    let wanted = Wanted { kinds, word: "a fact" };
    table.resolve(text, &wanted, &|id| id.as_str().ends_with(['1', '4']))
}

/// The order of the facts does not matter, and whatever is said names facts of the table.
fn asks(entries: &[NameEntry], text: &str) {
    let table = NameTable::new(entries.to_vec());
    let reversed = NameTable::new(entries.iter().rev().cloned().collect());
    for kinds in [Kind::ALL, &[Kind::Person], &[Kind::Place, Kind::Meeting]] {
        let answer = resolve(&table, kinds, text);
        assert_eq!(answer, resolve(&reversed, kinds, text), "{text:?}");
        match answer {
            Ok(found) => of_resolved(&table, kinds, &found),
            Err(error) => of_error(&table, &error),
        }
    }
}

/// Nobody held any office.
struct Nobody;

impl Careers for Nobody {
    fn is_active(&self, id: &Id) -> bool {
        id.as_str().ends_with(['1', '4'])
    }

    fn posts(&self, _: &Id) -> Vec<Post> {
        Vec::new()
    }
}

/// What is a name is read as one, what is not says how it was read, and nothing is named that is not there.
fn reads(entries: &[NameEntry], text: &str) {
    let table = NameTable::new(entries.to_vec());
    for kinds in [Kind::ALL, &[Kind::Person], &[Kind::State, Kind::Office]] {
        let by_name = resolve(&table, kinds, text);
        let phrase = table.phrase(text, &Wanted { kinds, word: "a fact" }, Period::ALL, &Nobody);
        match phrase {
            Ok(reading) => {
                assert!(by_name.map_or(reading.is_told(), |found| found.ids == reading.ids), "{reading:?}");
                assert!(reading.ids.iter().all(|id| table.entry(id).is_some()), "{reading:?}");
            }
            Err(error) => {
                assert!(by_name.is_err(), "{error:?}");
                of_error(&table, &error);
            }
        }
    }
}

fn of_resolved(table: &NameTable, kinds: &[Kind], found: &Resolved) {
    assert!(!found.ids.is_empty());
    assert!(found.ids.len() == 1 || found.step == Step::OutsideId, "{found:?}");
    for id in found.ids.iter().chain(&found.passed_over) {
        assert!(table.entry(id).is_some_and(|entry| kinds.contains(&entry.kind)), "{found:?}");
    }
}

fn of_error(table: &NameTable, error: &NameError) {
    assert!(!error.to_string().is_empty());
    let named: Vec<&Id> = match error {
        NameError::Unknown { suggestions, .. } => {
            assert!(suggestions.len() <= 12, "{error:?}");
            suggestions.iter().map(|one| &one.id).collect()
        }
        NameError::Ambiguous { candidates, .. } => {
            assert!(candidates.len() > 1, "{error:?}");
            candidates.iter().collect()
        }
        NameError::WrongKind { found, near, .. } => {
            found.iter().map(|(id, _)| id).chain(near.iter().map(|one| &one.id)).collect()
        }
        NameError::Unfit { bearers, .. } => bearers.iter().map(|one| &one.id).collect(),
    };
    assert!(named.iter().all(|id| table.entry(id).is_some()), "{error:?}");
}

/// Each fact is found by its id and by each of its names.
fn each_is_named(entries: &[NameEntry]) {
    let table = NameTable::new(entries.to_vec());
    // Ids and earlier ids stand above all names.
    let is_id = |name: &str| entries.iter().any(|one| one.also.iter().chain([&one.id]).any(|id| id.as_str() == name));
    for entry in entries {
        let found = resolve(&table, Kind::ALL, entry.id.as_str());
        assert!(found.is_ok_and(|found| found.ids == [entry.id.clone()]), "{entry:?}");
        for name in entry.names.iter().map(|name| fold(name)).filter(|name| !name.is_empty() && !is_id(name)) {
            assert!(is_named(&resolve(&table, Kind::ALL, &name), &entry.id), "{name:?} of {entry:?}");
        }
    }
}

fn is_named(answer: &Result<Resolved, NameError>, id: &Id) -> bool {
    match answer {
        Ok(found) => found.ids.contains(id) || found.passed_over.contains(id),
        Err(NameError::Ambiguous { candidates, .. }) => candidates.contains(id),
        Err(_) => false,
    }
}

/// A valid word is nearest to itself, and no phrase for an office comes twice.
fn offers(words: &[&str], text: &str) {
    let near = nearest(text, words.iter().copied());
    assert!(near.is_none_or(|near| words.contains(&near)), "{near:?}");
    let mut phrases = office_phrases(text, words.get(..words.len().min(3)).unwrap_or_default(), words);
    let number = phrases.len();
    phrases.sort_unstable();
    phrases.dedup();
    assert_eq!(phrases.len(), number, "{phrases:?}");
}
