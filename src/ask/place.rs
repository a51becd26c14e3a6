//! Phrases of place: `in Kazan`, `at the Kazan summit`, `on the sidelines of the G20 summit`.

use super::said::Value;
use super::slot::{Aside, Meaning, Sphere, name_of, without};
use super::when;
use crate::graph::NodeId;
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

/// What sessions are of.
const FORUM: Wanted<'static> = Wanted { kinds: &[Kind::Forum, Kind::Organization], word: "a forum or organization" };

/// What opens the phrase of an event or forum.
const UNDER: [&str; 5] = ["on the sidelines of ", "on the margins of ", "as part of ", "during ", "under "];
/// What opens the phrase of a place before that of an event.
const IN: [&str; 3] = ["in ", "inside ", "within "];
/// What opens the phrase of an event before that of a place.
const AT: &str = "at ";

/// How sessions of forums are called by their place.
const SESSIONS: [&str; 4] = [" summit", " session", " conference", " congress"];

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
    either(either(name_of(name, &ABOVE, sphere), || session_at(name, sphere)), || session_of(name, sphere))
}

/// The one session of a forum at a place: `BRICS summit in Kazan`.
fn session_of(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    let lower = name.to_lowercase();
    let cut = |word: &&str| Some((lower.find(&format!("{word} in "))?, word.len() + " in ".len()));
    let Some((at, long)) = SESSIONS.iter().find_map(cut).filter(|_| lower.len() == name.len()) else {
        return Meaning::Nothing;
    };
    let (forum, place) = (name.get(..at).unwrap_or_default(), name.get(at + long..).unwrap_or_default());
    let (forum, place) = (name_of(forum, &FORUM, sphere), name_of(place, &PLACE, sphere));
    let (Meaning::Is(Value::Facts(forums), _), Meaning::Is(Value::Facts(places), _)) = (forum, place) else {
        return Meaning::Nothing;
    };
    let graph = sphere.graph;
    let of: Vec<NodeId> = forums.iter().filter_map(|forum| graph.node(forum.as_str())).collect();
    held(sphere, &places, |session| of.iter().any(|forum| graph.stands_under(session, *forum)))
}

fn session_at(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    let lower = name.to_lowercase();
    let place = SESSIONS.iter().find_map(|word| lower.strip_suffix(word)).and_then(|place| name.get(..place.len()));
    let Some(Meaning::Is(Value::Facts(places), _)) = place.map(|place| name_of(place, &PLACE, sphere)) else {
        return Meaning::Nothing;
    };
    held(sphere, &places, |_| true)
}

/// The one session that was held at some places and is wanted.
fn held(sphere: &Sphere<'_, '_>, places: &[Id], is_wanted: impl Fn(NodeId) -> bool) -> Meaning {
    let graph = sphere.graph;
    let around: Vec<NodeId> = places.iter().filter_map(|place| graph.node(place.as_str())).collect();
    let inside = |place: NodeId| around.iter().any(|around| graph.lies_in(place, *around));
    let fits = |node: NodeId| is_wanted(node) && graph.places_of(node).into_iter().any(inside);
    let sessions = graph.facts().of_kinds(&[Kind::Session]);
    let held: Vec<Id> =
        sessions.filter(|fact| graph.node(fact.id.as_str()).is_some_and(fits)).map(|fact| fact.id.clone()).collect();
    match held.as_slice() {
        [] => Meaning::Nothing,
        [_] => Meaning::Is(Value::Facts(held), Aside::default()),
        _ => Meaning::Several(held),
    }
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
