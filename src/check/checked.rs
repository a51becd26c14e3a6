//! What checks look at: texts, records, facts and the graph over them, and the way from a fact back to its records.

use crate::date::{Bounds, Day, PointDate};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Fact, Facts, Part};
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Body, Presence, Record, Status};
use std::collections::BTreeSet;

/// Chains of places are short; a longer one is a circle.
const LONGEST: usize = 32;

/// Everything that was loaded.
pub(super) struct Checked<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) graph: &'a KnowledgeGraph,
    /// The records of each fact, as positions among all records, in the order of files and lines.
    records: Vec<Vec<u32>>,
    /// Every event that was not cancelled or postponed, with its days.
    events: Vec<(&'a Fact, Bounds)>,
}

impl<'a> Checked<'a> {
    pub(super) fn new(loaded: &'a Loaded, graph: &'a KnowledgeGraph) -> Self {
        let mut records = vec![Vec::new(); graph.facts().len()];
        for (item, number) in loaded.records.iter().zip(0_u32..) {
            let position = graph.facts().position(item.record.head.id.as_str());
            let known = position.and_then(|at| Some((graph.facts().fact(at).kind(), records.get_mut(at)?)));
            if let Some((kind, list)) = known
                && kind == Some(item.record.body.kind())
            {
                list.push(number);
            }
        }
        let events = graph.facts().iter().filter_map(|fact| Some((fact, days_of(fact)?))).collect();
        Self { loaded, graph, records, events }
    }

    pub(super) fn facts(&self) -> &'a Facts {
        self.graph.facts()
    }

    /// Every fact with a record, in the order of files and lines, so that the later one of a pair is seen second.
    pub(super) fn in_order(&self) -> Vec<&'a Fact> {
        let first = self.records.iter().enumerate().filter_map(|(at, list)| Some((*list.first()?, at)));
        let mut first: Vec<(u32, usize)> = first.collect();
        first.sort_unstable();
        first.into_iter().map(|(_, at)| self.facts().fact(at)).collect()
    }

    /// Every event that was not cancelled or postponed, with its days.
    pub(super) fn events(&self) -> impl Iterator<Item = (&'a Fact, Bounds)> {
        self.events.iter().copied()
    }

    /// The records of a fact, in the order of files and lines.
    pub(super) fn records_of(&self, fact: &Fact) -> impl Iterator<Item = &'a PlacedRecord> {
        let numbers = self.facts().position(fact.id.as_str()).and_then(|at| self.records.get(at));
        let numbers = numbers.map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|number| self.loaded.records.get(*number as usize))
    }

    /// The first record of a fact that says something, else its first record.
    pub(super) fn record(&self, fact: &Fact, says: impl Fn(&Record) -> bool) -> Option<&'a PlacedRecord> {
        let saying = self.records_of(fact).find(|item| says(&item.record));
        saying.or_else(|| self.records_of(fact).next())
    }

    /// Whether two ids name one fact.
    pub(super) fn is_same(&self, a: &Id, b: &Id) -> bool {
        let position = |id: &Id| self.facts().position(id.as_str());
        a == b || (position(a).is_some() && position(a) == position(b))
    }

    /// Where a participation is written.
    pub(super) fn participation(&self, event: &Fact, part: &Part) -> Option<(&'a PlacedRecord, Spot<'a>)> {
        self.records_of(event).find_map(|item| {
            let Body::Event(written) = item.record.body.as_ref() else { return None };
            let found = written.participations().find(|(_, one)| self.is_same(&one.who, &part.who));
            found.map(|(slot, one)| (item, Spot::used(slot.name(), &one.who)))
        })
    }

    /// The states around a place on a day, by what is stated.
    pub(super) fn states(&self, place: &'a Id, day: Day) -> BTreeSet<&'a Id> {
        let mut states = BTreeSet::new();
        let mut open = vec![place];
        for _ in 0..LONGEST {
            let mut around = Vec::new();
            for fact in open.iter().filter_map(|id| self.facts().get(id.as_str())) {
                match fact.body.as_deref() {
                    Some(Body::State(_)) => {
                        states.insert(&fact.id);
                    }
                    Some(Body::Place(place)) => {
                        let then = place.within.iter().filter(|one| holds(one.from.as_ref(), one.until.as_ref(), day));
                        around.extend(then.map(|one| &one.place));
                    }
                    _ => {}
                }
            }
            if around.is_empty() {
                break;
            }
            open = around;
        }
        states
    }
}

/// The days of an event that was not cancelled or postponed.
fn days_of(fact: &Fact) -> Option<Bounds> {
    let timing = fact.timing.as_ref().filter(|_| !fact.is_withdrawn())?;
    matches!(timing.status, Status::Held | Status::Announced).then(|| timing.hull())
}

/// Whether a stated span can hold a day.
fn holds(from: Option<&PointDate>, until: Option<&PointDate>, day: Day) -> bool {
    from.is_none_or(|from| from.first() <= day) && until.is_none_or(|until| until.last() >= day)
}

/// Whether a participant is stated to have been there.
pub(super) fn was_there(part: &Part) -> bool {
    !matches!(part.presence, Presence::Absent | Presence::Expected)
}
