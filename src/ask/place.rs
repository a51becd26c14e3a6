//! Phrases of place: `in Kazan`, `at the Kazan summit`, `on the sidelines of the G20 summit`.

use super::said::Value;
use super::slot::{Meaning, Sphere, name_of, without};
use super::{session, when};
use crate::id::Id;
use crate::names::Wanted;
use crate::query::wanted::{ABOVE, PLACE};
use crate::record::Kind;

/// What a phrase of place may name.
pub(super) const WHERE: Wanted<'static> = Wanted {
    kinds: &[
        Kind::Place,
        Kind::State,
        Kind::Forum,
        Kind::Organization,
        Kind::Visit,
        Kind::Meeting,
        Kind::Session,
        Kind::Activity,
    ],
    word: "a place, state, event or forum",
};

/// What opens the phrase of an event or forum.
const UNDER: [&str; 5] = ["on the sidelines of ", "on the margins of ", "as part of ", "during ", "under "];
/// What opens the phrase of a place before that of an event.
const IN: [&str; 3] = ["in ", "inside ", "within "];
/// What opens the phrase of an event before that of a place.
const AT: &str = "at ";

pub(super) fn may_begin(key: &str) -> bool {
    let openers = UNDER.iter().chain(&IN).chain([&AT]);
    openers.filter_map(|opener| opener.split(' ').next()).any(|opener| opener == key)
}

/// The name in a phrase.
pub(super) fn name_in(text: &str) -> &str {
    let openers = UNDER.iter().chain(&IN).chain([&AT]);
    openers.filter_map(|opener| without(text, opener)).next().unwrap_or_default()
}

/// What a phrase of place means.
pub(super) fn read(text: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    // `in October` is meant to be a period.
    if when::lacks_year(name_in(text)) {
        return Meaning::Nothing;
    }
    let opens = |openers: &[&str]| openers.iter().find_map(|opener| without(text, opener)).map(bare);
    if let Some(name) = opens(&UNDER) {
        return under(name, sphere);
    }
    if let Some(name) = opens(&IN) {
        return either(at(name, sphere), || under(name, sphere));
    }
    match opens(&[AT]) {
        Some(name) => either(under(name, sphere), || at(name, sphere)),
        None => Meaning::Nothing,
    }
}

fn bare(name: &str) -> &str {
    without(name, "the ").unwrap_or(name)
}

fn either(first: Meaning, second: impl FnOnce() -> Meaning) -> Meaning {
    if matches!(first, Meaning::Nothing) { second() } else { first }
}

fn at(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    one(name_of(name, &PLACE, sphere), Value::At)
}

fn under(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    one(event(name, sphere), Value::Under)
}

/// An event or forum by its name, or the one session that was held at a place: `Kazan summit`.
pub(super) fn event(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    either(either(name_of(name, &ABOVE, sphere), || session::at(name, sphere)), || session::of(name, sphere))
}

fn one(meaning: Meaning, value: fn(Id) -> Value) -> Meaning {
    match meaning {
        Meaning::Is(Value::Facts(ids), aside) => match <[Id; 1]>::try_from(ids) {
            Ok([id]) => Meaning::Is(value(id), aside),
            Err(ids) => Meaning::Several(ids),
        },
        other => other,
    }
}
