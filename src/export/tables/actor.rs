//! Actors: people, states, parties, organizations and forums.

use super::{Foreign, Table, code, date, facts, former_names, other_names, outside};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::export::network::detail;
use crate::model::Fact;
use crate::record::{Body, Kind};

fields! {
    /// An actor.
    Actor {
        id: Text "The id, unique in the package.",
        kind: Text "person, state, party, organization or forum; unknown where no record describes the id.",
        name: Text "The usual name.",
        full_name: Text "The full or official name.",
        family_name: Text "Of a person: the family name.",
        other_names: List "Names in other languages: language: name.",
        former_names: List "Names that are no longer used, with the last day of each.",
        detail: Text "What kind of state, organization or forum.",
        of: Id "The actor that it belongs to.",
        begin: Date "Birth, founding or first day (EDTF).",
        end: Date "Death or last day (EDTF).",
        succeeds: Ids "Of a state: those that it succeeds.",
        ruled: List "Of a party: the states that it ruled, with from and until (EDTF).",
        wikidata: Text "The id in Wikidata.",
        iso2: Text "Of a state: two letters of ISO 3166-1.",
        iso3: Text "Of a state: three letters of ISO 3166-1.",
        cow: Text "Of a state: its number by the Correlates of War project.",
        gw: Text "Of a state: its number by Gleditsch and Ward.",
        other_ids: List "Ids in other collections: collection: id.",
        earlier_ids: List "Other ids to which it answers.",
        disputed: List "The aspects in which accounts contradict each other.",
        notes: List "Notes by the keeper.",
        selected: Flag "Whether it was selected, and is not only referred to.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    const KINDS: &[Kind] = &[Kind::Person, Kind::State, Kind::Party, Kind::Organization, Kind::Forum];
    let rows = facts(closure, KINDS).map(|(fact, selected)| row(closure, fact, selected)).collect();
    let about = "People, states, parties, organizations and forums; and ids that stand for one but have no record.";
    Table::of::<Actor>("actors", about, &["id"], rows).referring(&[Foreign { column: "of", table: "actors" }])
}

fn row(closure: &Closure<'_>, fact: &Fact, selected: bool) -> Actor {
    let names = fact.names();
    let id = |id: &crate::id::Id| closure.id(id);
    let shared = Actor {
        id: Value::text(&fact.id),
        kind: Value::maybe(fact.kind()),
        name: Value::text(fact.name()),
        full_name: Value::maybe(names.and_then(|names| names.full.as_ref())),
        other_names: names.map_or(Value::Nothing, other_names),
        former_names: names.map_or(Value::Nothing, former_names),
        detail: Value::maybe(detail(fact)),
        wikidata: code(fact, "wikidata"),
        iso2: code(fact, "iso3166"),
        iso3: code(fact, "iso3"),
        cow: code(fact, "cow"),
        gw: code(fact, "gw"),
        other_ids: outside(fact),
        earlier_ids: Value::list(&fact.was),
        disputed: Value::list(&fact.disputed),
        notes: Value::list(&fact.notes),
        selected: Value::Flag(selected),
        ..Actor::default()
    };
    match fact.body.as_deref() {
        Some(Body::Person(one)) => Actor {
            family_name: Value::maybe(one.family.as_ref()),
            begin: date(one.born.as_ref()),
            end: date(one.died.as_ref()),
            ..shared
        },
        Some(Body::State(one)) => Actor {
            begin: date(one.from.as_ref()),
            end: date(one.until.as_ref()),
            succeeds: Value::list(one.succeeds.iter().map(id)),
            ..shared
        },
        Some(Body::Party(one)) => Actor {
            of: Value::maybe(one.of.as_ref().map(id)),
            ruled: Value::list(one.ruling.iter().map(|ruled| {
                let edge = |date: &Option<_>| date.as_ref().map_or("..".to_owned(), ToString::to_string);
                format!("{} {}/{}", id(&ruled.of), edge(&ruled.from), edge(&ruled.until))
            })),
            ..shared
        },
        Some(Body::Organization(one)) => {
            Actor { of: Value::maybe(one.of.as_ref().map(id)), begin: date(one.founded.as_ref()), ..shared }
        }
        Some(Body::Forum(one)) => {
            Actor { of: Value::maybe(one.of.as_ref().map(id)), begin: date(one.founded.as_ref()), ..shared }
        }
        _ => shared,
    }
}
