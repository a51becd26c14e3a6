//! What is somebody's: `the Russian president`, `China's foreign minister`, `ministers of the US`; and states by what they
//! and their people are called.

use super::country::{self, Calling, Country};
use super::post::heads;
use super::title::{By, group, title};
use super::words::title_words;
use super::{Reader, Reading, Ruled};
use crate::names::asked::Called;
use crate::names::entry::NameEntry;
use crate::names::fold;
use crate::names::keys::outside_key;
use crate::names::resolve::{Step, find};
use crate::record::{Kind, Level};

/// Who can own an office.
pub(super) const OWNERS: &[Kind] = &[Kind::State, Kind::Party, Kind::Organization, Kind::Forum];

/// Somebody and what is theirs.
pub(super) struct Owned<'w> {
    pub(super) owners: Vec<u32>,
    pub(super) what: &'w [String],
}

/// An office: `the Russian president`, `China's foreign minister`, `the president of America`.
pub(super) fn office(reader: &Reader<'_>) -> Ruled {
    if !reader.wants(Kind::Office) {
        return None;
    }
    let found: Vec<u32> = owned(reader).iter().flat_map(|owned| offices(reader, owned)).collect();
    (!found.is_empty()).then(|| reader.only(&found, |shown| shown.to_owned()))
}

/// Officials of a state, party or organization: `Chinese officials`, `leaders of Russia`.
pub(super) fn officials(reader: &Reader<'_>) -> Ruled {
    let (of, levels) = owned(reader).into_iter().find_map(|owned| {
        let is_wanted = |number: &u32| reader.names.identity(*number).is_some_and(|(_, kind)| reader.wants(kind));
        let group = group(&owned.what.join(" "))?;
        owned.owners.iter().all(is_wanted).then_some((owned.owners, group))
    })?;
    let who = if levels.is_empty() { "officials" } else { "those officials" };
    let reading = reader.only(&of, |shown| format!("{who} of {shown}{}", in_words(levels)));
    Some(reading.map(|reading| Reading { officials: Some(levels), ..reading }))
}

fn in_words(levels: &[Level]) -> String {
    let names: Vec<&str> = levels.iter().map(|level| level.name()).collect();
    if names.is_empty() { String::new() } else { format!(" who are {}", names.join(", ")) }
}

/// A state by what it is or was called, or by its people: `America`, `Burma`, `the Chinese`.
pub(super) fn state(reader: &Reader<'_>) -> Ruled {
    if !reader.wants(Kind::State) {
        return None;
    }
    let text = reader.words.all.join(" ");
    let alone = |calling: Calling| calling != Calling::Adjective;
    let found = states_called(reader, &text, alone);
    let until = country::called(&text).find_map(|(_, calling)| match calling {
        Calling::Former(day) => Some(format!(", so called until {day}")),
        _ => None,
    });
    let understood = |shown: &str| format!("{shown}{}", until.unwrap_or_default());
    (!found.is_empty()).then(|| reader.only(&found, understood))
}

/// Every way to take a phrase apart into owner and what is owned.
fn owned<'r>(reader: &'r Reader<'_>) -> Vec<Owned<'r>> {
    let words = reader.words.all.as_slice();
    let mut found = Vec::new();
    let mut note = |owners: Vec<u32>, what: &'r [String]| {
        if !owners.is_empty() && !what.is_empty() {
            found.push(Owned { owners, what });
        }
    };
    if let Some((owner, what)) = reader.words.owned() {
        note(owners(reader, owner), what);
    } else {
        for at in 1..words.len().min(country::LONGEST + 1) {
            let Some((adjective, what)) = words.split_at_checked(at) else { continue };
            note(states_called(reader, &adjective.join(" "), |calling| calling != Calling::People), what);
        }
    }
    if let Some((what, owner)) = reader.words.around_of() {
        note(owners(reader, owner), what);
    }
    found
}

/// Whom a text names as an owner: by whole names, else as a state is called.
pub(super) fn owners(reader: &Reader<'_>, words: &[String]) -> Vec<u32> {
    let text = words.join(" ");
    let whole = find(reader.names, &Called::Name(&text), OWNERS).filter(|(step, _)| *step <= Step::Words);
    whole.map_or_else(|| states_called(reader, &text, |_| true), |(_, numbers)| numbers)
}

/// The states among the facts that a folded text stands for in one of some ways.
pub(super) fn states_called(reader: &Reader<'_>, folded: &str, ways: impl Fn(Calling) -> bool) -> Vec<u32> {
    let countries = country::called(folded).filter(|(_, calling)| ways(*calling));
    let mut found: Vec<u32> = countries.flat_map(|(country, _)| states(reader, country)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// A state among the facts: by its code, else by a name in use.
fn states(reader: &Reader<'_>, country: &Country) -> Vec<u32> {
    let with_code = |code: &&str| reader.names.carriers(Step::OutsideId, &outside_key("iso3166", code), &[Kind::State]);
    let coded: Vec<u32> = country.codes.iter().flat_map(with_code).collect();
    if !coded.is_empty() {
        return coded;
    }
    let named = |name: &&str| Some(reader.names.carriers(Step::Name, &fold(name), &[Kind::State]));
    country.names.iter().filter_map(named).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The offices of an owner that are called so, in the singular or plural.
pub(super) fn offices(reader: &Reader<'_>, owned: &Owned<'_>) -> Vec<u32> {
    let title = owned.what.join(" ");
    // All holders of an office that every state has are officials of it rather than one office.
    if reader.wants(Kind::State) && group(&title).is_some() {
        return Vec::new();
    }
    let one = title.strip_suffix('s').unwrap_or(&title);
    let mut found = Vec::new();
    for owner in owned.owners.iter().filter_map(|number| reader.names.entry(*number)) {
        for title in [title.as_str(), one] {
            found.extend(entitled(reader, &owner, title));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The offices whose phrases join a title, or a rank that it means, with a name of the owner.
fn entitled(reader: &Reader<'_>, owner: &NameEntry, words: &str) -> Vec<u32> {
    let under = |form: &str| -> Vec<u32> {
        let names = owner.names.iter().map(|name| title_words(name));
        let phrases = names.flat_map(|name| [format!("{form} of {name}"), format!("{name} {form}")]);
        phrases.flat_map(|phrase| reader.names.carriers(Step::Name, &phrase, &[Kind::Office])).collect()
    };
    let by_title = under(words);
    let Some(meant) = title(words).filter(|_| by_title.is_empty()) else {
        return by_title;
    };
    let heads_state = if meant.levels == [Level::HeadOfGovernment] { under("head of state") } else { Vec::new() };
    let is_called = |number: &u32| meant.by == By::Level || has_title(reader, *number, words);
    let ranked = meant.levels.iter().flat_map(|level| under(&level.name().replace('-', " ")));
    ranked.filter(|number| !heads_state.contains(number) && is_called(number)).collect()
}

/// Whether the own title of an office, which is its first name, has some words.
fn has_title(reader: &Reader<'_>, number: u32, words: &str) -> bool {
    reader.names.entry(number).is_some_and(|entry| heads(&title_words(entry.shown()), words))
}
