//! Topics and initiatives: what events and statements are about.

use super::{Table, date, facts, other_names, outside};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::record::{Body, Kind};

fields! {
    /// A topic or an initiative.
    Topic {
        id: Text "The id, unique in the package.",
        kind: Text "topic or initiative.",
        name: Text "The usual name.",
        other_names: List "Names in other languages: language: name.",
        detail: Text "Of an initiative: what kind, in words.",
        proposed_by: Ids "Of an initiative: who proposed it.",
        from: Date "Of an initiative: the day from which it stands (EDTF).",
        other_ids: List "Ids in other collections: collection: id.",
        disputed: List "The aspects in which accounts contradict each other.",
        notes: List "Notes by the keeper.",
        selected: Flag "Whether it was selected, and is not only referred to.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let rows = facts(closure, &[Kind::Topic, Kind::Initiative]).map(|(fact, selected)| {
        let shared = Topic {
            id: Value::text(&fact.id),
            kind: Value::maybe(fact.kind()),
            name: Value::text(fact.name()),
            other_names: fact.names().map_or(Value::Nothing, other_names),
            other_ids: outside(fact),
            disputed: Value::list(&fact.disputed),
            notes: Value::list(&fact.notes),
            selected: Value::Flag(selected),
            ..Topic::default()
        };
        match fact.body.as_deref() {
            Some(Body::Initiative(one)) => Topic {
                detail: Value::maybe(one.kind.as_ref()),
                proposed_by: Value::list(one.proposed_by.iter().flatten().map(|id| closure.id(id))),
                from: date(one.from.as_ref()),
                ..shared
            },
            _ => shared,
        }
    });
    Table::of::<Topic>("topics", "What events and statements are about.", &["id"], rows.collect())
}
