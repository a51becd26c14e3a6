//! Offices.

use super::{Foreign, Table, code, facts, outside};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::record::{Body, Kind};

fields! {
    /// An office.
    Office {
        id: Text "The id, unique in the package.",
        title: Text "What the post is called.",
        other_titles: List "Titles in other languages: language: title.",
        of: Id "The actor that the post belongs to.",
        to: Ids "Where an ambassador or envoy is sent.",
        level: List "Its ranks: head-of-state, foreign-minister …",
        seats: Number "How many can hold it at one time.",
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
    let rows = facts(closure, &[Kind::Office]).filter_map(|(fact, selected)| {
        let Some(Body::Office(office)) = fact.body.as_deref() else { return None };
        let titles = office.names.iter().flat_map(|(lang, all)| all.iter().map(move |one| format!("{lang}: {one}")));
        Some(Office {
            id: Value::text(&fact.id),
            title: Value::text(&office.title),
            other_titles: Value::list(titles),
            of: Value::text(closure.id(&office.of)),
            to: Value::list(office.to.iter().map(|id| closure.id(id))),
            level: Value::list(&office.level),
            seats: office.seats.map_or(Value::Nothing, |seats| Value::Number(u64::from(seats))),
            wikidata: code(fact, "wikidata"),
            other_ids: outside(fact),
            earlier_ids: Value::list(&fact.was),
            disputed: Value::list(&fact.disputed),
            notes: Value::list(&fact.notes),
            selected: Value::Flag(selected),
        })
    });
    let foreign = &[Foreign { column: "of", table: "actors" }];
    Table::of::<Office>("offices", "Posts.", &["id"], rows.collect()).referring(foreign)
}
