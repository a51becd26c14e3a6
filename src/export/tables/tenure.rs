//! Tenures: who held which office when.

use super::{Foreign, Table, date, facts, supporting};
use crate::date::{Day, Period};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::graph::Holding;
use crate::id::Id;
use crate::record::{Body, Kind};
use std::collections::BTreeMap;

fields! {
    /// A tenure.
    Tenure {
        id: Text "The id, unique in the package.",
        person: Id "The holder.",
        office: Id "The office.",
        from: Date "The first day, as stated (EDTF).",
        until: Date "The last day, as stated (EDTF); nothing where no source tells, which is no claim that it goes on.",
        held_on: List "Days on which the holding is attested, as stated (EDTF).",
        acting: Flag "Whether the holder only acted.",
        appointed: Date "The day of appointment (EDTF).",
        credentials: Date "The day on which an ambassador presented credentials (EDTF).",
        how_ended: Text "How it ended.",
        possible_first: Day "The first day on which it can have held; nothing if open.",
        possible_last: Day "The last day on which it can have held; nothing if open.",
        certain_first: Day "The first day on which it certainly held.",
        certain_last: Day "The last day on which it certainly held.",
        attested_last: Day "The last day on which it is attested, by its sources or by events.",
        disputed: List "The aspects in which accounts contradict each other.",
        ruled: List "The aspects in which the keeper decided between accounts.",
        accounts: Number "How many accounts support it.",
        notes: List "Notes by the keeper.",
        selected: Flag "Whether it was selected, and is not only referred to.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let people = facts(closure, &[Kind::Person]).filter_map(|(fact, _)| closure.graph.node(fact.id.as_str()));
    let holdings = people.flat_map(|person| closure.graph.offices_of(person));
    let holdings: BTreeMap<&Id, Holding> = holdings.map(|one| (&one.fact(closure.graph).id, one)).collect();
    let rows = facts(closure, &[Kind::Tenure]).filter_map(|(fact, selected)| {
        let Some(Body::Tenure(tenure)) = fact.body.as_deref() else { return None };
        let span = holdings.get(&fact.id).map(|holding| holding.span);
        let certain = span.and_then(|span| span.certain);
        let day = |days: Option<Period>, of: fn(Period) -> Day| days.map(of).map_or(Value::Nothing, Value::day);
        let possible = span.map(|span| span.possible);
        Some(Tenure {
            id: Value::text(&fact.id),
            person: Value::text(closure.id(&tenure.person)),
            office: Value::text(closure.id(&tenure.office)),
            from: date(tenure.from.as_ref()),
            until: date(tenure.until.as_ref()),
            held_on: Value::list(&tenure.held_on),
            acting: Value::flag(tenure.acting),
            appointed: date(tenure.appointed.as_ref()),
            credentials: date(tenure.credentials.as_ref()),
            how_ended: Value::maybe(tenure.how_ended),
            possible_first: day(possible, |days| days.first),
            possible_last: day(possible, |days| days.last),
            certain_first: day(certain, |days| days.first),
            certain_last: day(certain, |days| days.last),
            attested_last: span.and_then(|span| span.last_attested).map_or(Value::Nothing, Value::day),
            disputed: Value::list(&fact.disputed),
            ruled: Value::list(&fact.ruled),
            accounts: supporting(fact),
            notes: Value::list(&fact.notes),
            selected: Value::Flag(selected),
        })
    });
    const FOREIGN: &[Foreign] =
        &[Foreign { column: "person", table: "actors" }, Foreign { column: "office", table: "offices" }];
    Table::of::<Tenure>("tenures", "Who held which office when.", &["id"], rows.collect()).referring(FOREIGN)
}
