//! The aspects of a fact by name: what a denial can deny and a ruling decide.

use super::Kind;
use super::fields::is_of_every_record;

/// Whether something took place at all.
const OCCURRENCE: &str = "occurrence";

/// The aspects of one participation in an event, each asked with `who`. All but the first two are fields of it.
const OF_PARTICIPANTS: &[&str] =
    &["participation", "capacity", "role", "for", "part", "presence", "reason", "lead", "when", "printed"];

/// The aspects of facts of a kind that are about the fact itself; the names of its fields, and for events whether they
/// took place.
pub fn aspects(kind: Kind) -> Vec<&'static str> {
    let occurrence = kind.is_event().then_some(OCCURRENCE);
    let fields = kind.fields().into_iter().map(|field| field.name).filter(|name| !is_of_every_record(name));
    occurrence.into_iter().chain(fields).collect()
}

/// The aspects of facts of a kind that are about somebody who took part.
pub fn aspects_of_participants(kind: Kind) -> &'static [&'static str] {
    if kind.is_event() { OF_PARTICIPANTS } else { &[] }
}
