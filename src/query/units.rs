//! Units of a count: what each row counts as, and which may be one though nothing says so.

use super::CountBy;
use super::row::EventRow;
use super::spans::starts;
use crate::date::Day;
use crate::graph::{KnowledgeGraph, NodeId, Room};
use crate::id::Id;
use crate::model::Fact;
use crate::record::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// What a row counts as: rows of one name are one.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The name, which is not shown.
    pub(super) name: String,
    when: Option<When>,
}

/// What decides by days whether two rows are one.
#[derive(Clone, Debug)]
struct When {
    /// On how many days after one another two are still one.
    reach: i32,
    sides: Vec<NodeId>,
    places: Vec<Id>,
    first: Day,
    last: Day,
}

impl When {
    fn of(graph: &KnowledgeGraph, row: &EventRow) -> Self {
        let starts = starts(graph, row);
        let first = starts.iter().map(|days| days.map_or(Day::MIN, |days| days.0)).min();
        let last = starts.iter().map(|days| days.map_or(Day::MAX, |days| days.1)).max();
        let (first, last) = (first.unwrap_or(Day::MIN), last.unwrap_or(Day::MAX));
        Self { reach: 0, sides: Vec::new(), places: Vec::new(), first, last }
    }

    fn is_known(&self) -> bool {
        self.first == self.last
    }

    fn is_near(&self, other: &Self) -> bool {
        let among = self.sides == other.sides && self.places == other.places;
        among && self.first <= other.last.plus_days(self.reach) && other.first <= self.last.plus_days(self.reach)
    }
}

impl Unit {
    fn named(name: impl ToString) -> Self {
        Self { name: name.to_string(), when: None }
    }

    /// Whether the days leave open that two are one: those whose days are known are not, or have one name.
    fn may_be(&self, other: &Self) -> bool {
        let whens = self.when.as_ref().zip(other.when.as_ref());
        whens.is_some_and(|(one, other)| !(one.is_known() && other.is_known()) && one.is_near(other))
    }
}

/// The names of units of which no two can be one. Those whose days are known go first, as they are the surest.
pub(super) fn apart(units: &[Unit]) -> BTreeSet<&str> {
    let is_open = |unit: &&Unit| unit.when.as_ref().is_some_and(|when| !when.is_known());
    let (open, mut apart): (Vec<&Unit>, Vec<&Unit>) = units.iter().partition(is_open);
    for unit in open {
        if !apart.iter().any(|other| other.name == unit.name || unit.may_be(other)) {
            apart.push(unit);
        }
    }
    apart.into_iter().map(|unit| unit.name.as_str()).collect()
}

/// What each row counts as.
pub(super) struct Units(BTreeMap<Id, Unit>);

impl Units {
    /// Finds it for all rows, which come by day.
    pub(super) fn of(graph: &KnowledgeGraph, rows: &[EventRow], by: CountBy) -> Self {
        let units = match by {
            CountBy::Event => rows.iter().map(|row| (row.event.clone(), Unit::named(&row.event))).collect(),
            CountBy::Day => rows.iter().map(|row| (row.event.clone(), day(graph, row))).collect(),
            CountBy::Visit => rows.iter().filter_map(|row| Some((row.event.clone(), visit(graph, row)?))).collect(),
            CountBy::Encounter => encounters(graph, rows),
        };
        Self(units)
    }

    /// What a row counts as, if it counts.
    pub(super) fn of_row(&self, row: &EventRow) -> Option<&Unit> {
        self.0.get(&row.event)
    }
}

/// The first day of an event; where it is open, some day of its own, which may be that of another.
fn day(graph: &KnowledgeGraph, row: &EventRow) -> Unit {
    let when = When::of(graph, row);
    let name = if when.is_known() { when.first.to_string() } else { row.event.to_string() };
    Unit { name, when: Some(when) }
}

/// The visit that an event is, or is part of.
fn visit(graph: &KnowledgeGraph, row: &EventRow) -> Option<Unit> {
    let is_visit = |id: &&Id| graph.facts().get(id.as_str()).and_then(Fact::kind) == Some(Kind::Visit);
    std::iter::once(&row.event).chain(&row.part_of).find(is_visit).map(Unit::named)
}

/// Names each encounter by its first event: rows come by day, so that a later one joins an earlier one that it belongs to.
fn encounters(graph: &KnowledgeGraph, rows: &[EventRow]) -> BTreeMap<Id, Unit> {
    let mut units: BTreeMap<Id, Unit> = BTreeMap::new();
    let mut seen: Vec<(&EventRow, When)> = Vec::new();
    for row in rows {
        let (sides, places) = (sides(graph, row), row.places.clone());
        let when = When { reach: 1, sides, places, ..When::of(graph, row) };
        let earlier = seen.iter().rev().find(|(other, others)| is_one_encounter((other, others), (row, &when)));
        let name = earlier.and_then(|(other, _)| units.get(&other.event)).map(|unit| unit.name.clone());
        // Without a place nothing but a visit or session makes two meetings one.
        let by_days = Some(when.clone()).filter(|_| !row.places.is_empty());
        let name = name.unwrap_or_else(|| row.event.to_string());
        units.insert(row.event.clone(), Unit { name, when: by_days });
        seen.push((row, when));
    }
    units
}

fn is_one_encounter((earlier, before): (&EventRow, &When), (later, after): (&EventRow, &When)) -> bool {
    let under_one = later.part_of.iter().any(|above| earlier.part_of.contains(above));
    let known = before.is_known() && after.is_known();
    let next_day = known && !later.places.is_empty() && before.is_near(after);
    before.sides == after.sides && (under_one || next_day)
}

/// The sides in the room of an event.
fn sides(graph: &KnowledgeGraph, row: &EventRow) -> Vec<NodeId> {
    let room = graph.node(row.event.as_str()).and_then(|event| Room::of(graph, event));
    let seats = room.as_ref().map(|room| room.seats.as_slice()).unwrap_or_default();
    let sides: BTreeSet<NodeId> = seats.iter().flat_map(|seat| seat.side.actors.iter().copied()).collect();
    sides.into_iter().collect()
}
