//! Initials: `V. Putin`, `X. Jinping`, `Lavrov S. V.`.

use super::{Reader, Ruled};
use crate::names::entry::NameEntry;
use crate::names::fold;
use crate::names::resolve::Step;
use crate::record::Kind;

/// Of a name that more people bear, initials are not looked at one by one.
const MOST: usize = 200;

/// A person by initials; several are ambiguous, even if only one of them takes part in anything.
pub(super) fn alone(reader: &Reader<'_>) -> Ruled {
    if !reader.wants(Kind::Person) {
        return None;
    }
    let found = bearers(reader, &reader.words.all)?;
    let text = reader.words.all.join(" ");
    Some(reader.only(&found, |shown| format!("{shown}, by the initials in `{text}`")))
}

/// Who has such initials and otherwise such names: nobody where there are no initials.
pub(super) fn bearers(reader: &Reader<'_>, words: &[String]) -> Option<Vec<u32>> {
    let (initials, full): (Vec<&str>, Vec<&str>) = words.iter().map(String::as_str).partition(|word| is_initial(word));
    let longest = full.iter().max_by_key(|word| word.len()).filter(|_| !initials.is_empty())?;
    let carriers = reader.names.carriers(Step::Word, longest, &[Kind::Person]);
    if carriers.len() > MOST {
        return Some(carriers);
    }
    let fits = |number: &u32| reader.names.entry(*number).is_some_and(|entry| has_name(&entry, &initials, &full));
    let found: Vec<u32> = carriers.into_iter().filter(fits).collect();
    (!found.is_empty()).then_some(found)
}

/// A letter that stands for a name.
pub(in crate::names) fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

fn has_name(entry: &NameEntry, initials: &[&str], full: &[&str]) -> bool {
    entry.names.iter().any(|name| {
        let folded = fold(name);
        let mut rest: Vec<&str> = folded.split(' ').collect();
        let all = full.iter().all(|word| take(&mut rest, word));
        all && rest.len() >= initials.len()
            && rest.iter().zip(initials).all(|(word, initial)| word.starts_with(initial))
    })
}

/// Takes a word out of those of a name.
fn take(rest: &mut Vec<&str>, word: &str) -> bool {
    let at = rest.iter().position(|own| *own == word);
    at.map(|at| rest.remove(at)).is_some()
}
