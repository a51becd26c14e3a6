//! Which part of an unknown office phrase is unknown, and what it may have meant: `foreign minister of Atlantis`.

use super::country;
use super::owner::{OWNERS, Owned, offices, owners, states_called};
use super::title::{group, title, titles};
use super::words::Words;
use super::{Careers, Post, Reader, Suggest};
use crate::date::Period;
use crate::id::Id;
use crate::names::error::Suggestion;
use crate::names::lookup::Lookup;
use crate::names::nearest::all_nearest;
use crate::names::resolve::{Step, Wanted};
use crate::names::suggest::MOST;
use crate::record::Kind;

/// What is wrong with a phrase.
pub(in crate::names) struct Part {
    /// Which part of it is unknown, in words.
    pub(in crate::names) why: String,
    /// What may have been meant, the best first.
    pub(in crate::names) suggestions: Vec<Suggestion>,
}

/// A phrase taken apart.
struct Split<'w> {
    owner: &'w [String],
    what: &'w [String],
}

/// Nobody is known by career: which part is unknown does not depend on people.
struct Nobody;

impl Careers for Nobody {
    fn is_active(&self, _: &Id) -> bool {
        false
    }

    fn posts(&self, _: &Id) -> Vec<Post> {
        Vec::new()
    }
}

/// The unknown part of a text that no name or phrase is, if it reads like an office of somebody.
pub(in crate::names) fn of_text(
    names: &dyn Lookup,
    text: &str,
    wanted: &Wanted<'_>,
    suggest: Suggest<'_>,
) -> Option<Part> {
    let words = Words::read(text);
    unknown(&Reader { names, careers: &Nobody, wanted, period: Period::ALL, text, words }, suggest)
}

/// The unknown part of a phrase, if it reads like an office or officials of somebody.
pub(super) fn unknown(reader: &Reader<'_>, suggest: Suggest<'_>) -> Option<Part> {
    let splits = splits(reader);
    let title_known = splits.iter().find(|split| is_title(split.what)).map(|split| of_nobody(reader, split, suggest));
    title_known.or_else(|| splits.iter().find_map(|split| without_title(reader, split, suggest)))
}

/// Every way to take the phrase apart: `X's Y`, `Y of X`, `X Y`.
fn splits<'r>(reader: &'r Reader<'_>) -> Vec<Split<'r>> {
    let words = reader.words.all.as_slice();
    let owned = reader.words.owned().map(|(owner, what)| Split { owner, what });
    let of = words.iter().enumerate().filter(|(_, word)| *word == "of" || *word == "from");
    let around = of.filter_map(|(at, _)| {
        let owner = words.get(at + 1..)?;
        Some(Split { owner: owner.strip_prefix(&["the".to_owned()]).unwrap_or(owner), what: words.get(..at)? })
    });
    let fronts = (1..words.len()).filter_map(|at| words.split_at_checked(at));
    let fronts = fronts.filter(|(owner, _)| owner.len() <= country::LONGEST && owner.iter().all(|word| word != "of"));
    let fronts = fronts.map(|(owner, what)| Split { owner, what });
    let all = owned.into_iter().chain(around).chain(fronts);
    all.filter(|split| !split.owner.is_empty() && !split.what.is_empty()).collect()
}

fn is_title(what: &[String]) -> bool {
    let what = what.join(" ");
    group(&what).is_some() || title(&what).is_some() || title(what.strip_suffix('s').unwrap_or(&what)).is_some()
}

/// An office or officials are asked about, and whose they are is unknown, or has no such office.
fn of_nobody(reader: &Reader<'_>, split: &Split<'_>, suggest: Suggest<'_>) -> Part {
    let (owner, what) = (split.owner.join(" "), split.what.join(" "));
    let known = owners(reader, split.owner);
    if known.is_empty() {
        let owner_written = as_written(reader, &owner);
        let why = format!("no state, party or organization is known that is called `{owner_written}`");
        return Part { why, suggestions: theirs(reader, &near_owners(reader, &owner, suggest), split.what) };
    }
    let mut suggestions = theirs(reader, &known, split.what);
    if suggestions.is_empty() {
        suggestions = as_suggestions(reader, &known);
    }
    Part { why: no_office(reader, &known, &what), suggestions }
}

/// Somebody is named, and what is said to be theirs is no office, though nearly one.
fn without_title(reader: &Reader<'_>, split: &Split<'_>, suggest: Suggest<'_>) -> Option<Part> {
    let (owner, what) = (split.owner.join(" "), split.what.join(" "));
    let near = all_nearest(&what, titles());
    let known = owners(reader, split.owner);
    let asks_office = reader.wanted.kinds == [Kind::Office];
    if near.is_empty() && (known.is_empty() || !asks_office) {
        return None;
    }
    let of = if known.is_empty() { near_owners(reader, &owner, suggest) } else { known.clone() };
    let near = near.into_iter().map(|title| title.split(' ').map(str::to_owned).collect::<Vec<_>>());
    let suggestions: Vec<Suggestion> = near.flat_map(|what| theirs(reader, &of, &what)).collect();
    let suggestions: Vec<Suggestion> = each_once(suggestions, |one| one.id.clone()).into_iter().take(MOST).collect();
    if known.is_empty() && suggestions.is_empty() {
        return None;
    }
    let why = match known.as_slice() {
        [] => format!("neither `{}` nor `{}` is known", as_written(reader, &what), as_written(reader, &owner)),
        known => no_office(reader, known, &what),
    };
    Some(Part { why, suggestions })
}

fn no_office(reader: &Reader<'_>, owners: &[u32], what: &str) -> String {
    let what = as_written(reader, what);
    format!("no office of {} is known that is called `{what}`", shown(reader, owners))
}

/// A part of the phrase in the letters in which it stands there, where it stands there so.
fn as_written(reader: &Reader<'_>, part: &str) -> String {
    let at = reader.text.is_ascii().then(|| reader.text.to_lowercase().find(part)).flatten();
    at.and_then(|at| reader.text.get(at..at + part.len())).unwrap_or(part).to_owned()
}

fn shown(reader: &Reader<'_>, owners: &[u32]) -> String {
    owners.iter().map(|number| reader.shown(*number)).collect::<Vec<_>>().join(" or ")
}

/// Who can own an office and is called nearly so.
fn near_owners(reader: &Reader<'_>, owner: &str, suggest: Suggest<'_>) -> Vec<u32> {
    let mut callings: Vec<&str> = all_nearest(owner, country::callings());
    callings.sort_unstable();
    let mut near: Vec<u32> = callings.iter().flat_map(|near| states_called(reader, near, |_| true)).collect();
    let likely = suggest(owner, OWNERS).all.into_iter();
    near.extend(likely.flat_map(|one| reader.names.carriers(Step::Id, one.id.as_str(), OWNERS)));
    each_once(near, |one| *one)
}

/// The first of those that are the same.
fn each_once<T, K: PartialEq>(all: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut seen = Vec::new();
    let mut kept = all;
    kept.retain(|one| {
        let key = key(one);
        let is_new = !seen.contains(&key);
        if is_new {
            seen.push(key);
        }
        is_new
    });
    kept
}

/// The offices of some that are called so; where officials are meant, those whose they are.
fn theirs(reader: &Reader<'_>, owners: &[u32], what: &[String]) -> Vec<Suggestion> {
    let is_group = group(&what.join(" ")).is_some();
    let of_one = |owner: &u32| {
        let found = offices(reader, &Owned { owners: vec![*owner], what });
        if found.is_empty() && is_group { vec![*owner] } else { found }
    };
    let found = each_once(owners.iter().flat_map(of_one).collect(), |one: &u32| *one);
    as_suggestions(reader, &found)
}

/// Those of some that are wanted.
fn as_suggestions(reader: &Reader<'_>, found: &[u32]) -> Vec<Suggestion> {
    let found = found.iter().filter_map(|number| reader.names.entry(*number));
    let wanted = found.filter(|entry| reader.wants(entry.kind)).take(MOST);
    wanted.map(|entry| Suggestion { id: entry.id.clone(), kind: entry.kind, name: entry.shown().to_owned() }).collect()
}
