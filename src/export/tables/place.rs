//! Places.

use super::{Table, code, facts, former_names, other_names, outside};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::record::{Body, Kind, Within};

fields! {
    /// A place.
    Place {
        id: Text "The id, unique in the package.",
        name: Text "The usual name.",
        full_name: Text "The full or official name.",
        other_names: List "Names in other languages: language: name.",
        former_names: List "Names that are no longer used, with the last day of each.",
        kind: Text "What kind of place, in words.",
        latitude: Real "Degrees north.",
        longitude: Real "Degrees east.",
        within: List "The places and states around it, with from and until where stated (EDTF).",
        wikidata: Text "The id in Wikidata.",
        other_ids: List "Ids in other collections: collection: id.",
        earlier_ids: List "Other ids to which it answers.",
        disputed: List "The aspects in which accounts contradict each other.",
        notes: List "Notes by the keeper.",
        selected: Flag "Whether it was selected, and is not only referred to.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let rows = facts(closure, &[Kind::Place]).filter_map(|(fact, selected)| {
        let Some(Body::Place(place)) = fact.body.as_deref() else { return None };
        Some(Place {
            id: Value::text(&fact.id),
            name: Value::text(&place.names.name),
            full_name: Value::maybe(place.names.full.as_ref()),
            other_names: other_names(&place.names),
            former_names: former_names(&place.names),
            kind: Value::maybe(place.kind.as_ref()),
            latitude: place.lat.map_or(Value::Nothing, |degrees| Value::Real(degrees.get())),
            longitude: place.lon.map_or(Value::Nothing, |degrees| Value::Real(degrees.get())),
            within: Value::list(place.within.iter().map(|one| around(closure, one))),
            wikidata: code(fact, "wikidata"),
            other_ids: outside(fact),
            earlier_ids: Value::list(&fact.was),
            disputed: Value::list(&fact.disputed),
            notes: Value::list(&fact.notes),
            selected: Value::Flag(selected),
        })
    });
    let about = "Buildings, towns, regions and waters. Where an event took place stands in `relations` (`held_at`).";
    Table::of::<Place>("places", about, &["id"], rows.collect())
}

fn around(closure: &Closure<'_>, one: &Within) -> String {
    let id = closure.id(&one.place);
    let edge = |date: &Option<_>| date.as_ref().map_or("..".to_owned(), ToString::to_string);
    match (&one.from, &one.until) {
        (None, None) => id.to_string(),
        (from, until) => format!("{id} {}/{}", edge(from), edge(until)),
    }
}
