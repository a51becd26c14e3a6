//! The network of those who met: actors joined by the meetings of a scope, and how often each of them met.

use super::capacity;
use super::filter::{self, Sieve, Verdict};
use super::meetings::{InPerson, counts, is_greeting};
use super::select::{self, Chosen};
use super::{Scope, Who, tabled};
use crate::graph::{KnowledgeGraph, NodeId, Room, Seat};
use crate::model::Certainty;
use std::collections::{BTreeMap, BTreeSet};

/// One meeting of two.
#[derive(Clone, Copy)]
pub(super) struct Met {
    /// At which event.
    pub(super) event: NodeId,
    /// The two, with the numbers of their participations.
    pub(super) seats: [(NodeId, u32); 2],
    /// How surely.
    pub(super) certainty: Certainty,
}

/// The meetings of two in a scope.
pub(super) struct Projection {
    /// Each by itself, by date, each once.
    pub(super) met: Vec<Met>,
    /// How often each two met beside these, by rows of tables that nobody looked at one by one; in order.
    pub(super) rows: Vec<([NodeId; 2], usize)>,
}

impl Projection {
    /// Every meeting of two in a scope; what is left out is counted. Rows of tables are counted from their columns, unless it
    /// matters in what part somebody took part. Costs the events of the period.
    pub(super) fn of(graph: &KnowledgeGraph, scope: &Scope, among: &[Who], sieve: &mut Sieve) -> Self {
        let of_columns = tabled::suffice(graph, scope);
        if of_columns && among.is_empty() {
            let events = graph.recorded_calendar(scope.period).into_iter().map(|entry| entry.event);
            let met = events.flat_map(|event| met(graph, event, scope, sieve)).collect();
            return Self { met, rows: tabled::pairs(graph, scope, sieve) };
        }
        let events = graph.calendar(scope.period).into_iter().map(|entry| entry.event);
        let met = events.flat_map(|event| match of_columns && graph.row_cited(event).is_some() {
            true => tabled::met(graph, event, scope, sieve).into_iter().collect(),
            false => met(graph, event, scope, sieve),
        });
        Self { met: met.collect(), rows: Vec::new() }
    }

    /// How many events there are.
    pub(super) fn events(&self) -> usize {
        let events: BTreeSet<NodeId> = self.met.iter().map(|met| met.event).collect();
        events.len() + self.rows.iter().map(|(_, times)| times).sum::<usize>()
    }

    /// Each two who met, once.
    pub(super) fn pairs(&self) -> Vec<[NodeId; 2]> {
        let mut pairs: Vec<[NodeId; 2]> = self.met.iter().map(Met::pair).collect();
        pairs.extend(self.rows.iter().map(|(pair, _)| *pair));
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// Whether some of the meetings are rows of tables.
    pub(super) fn has_rows(&self, graph: &KnowledgeGraph) -> bool {
        !self.rows.is_empty() || self.met.iter().any(|met| graph.row_cited(met.event).is_some())
    }
}

impl Met {
    /// The two, in the order of ids.
    pub(super) fn pair(&self) -> [NodeId; 2] {
        let [(one, _), (other, _)] = self.seats;
        [one.min(other), one.max(other)]
    }
}

/// The meetings of two at one event.
fn met(graph: &KnowledgeGraph, event: NodeId, scope: &Scope, sieve: &mut Sieve) -> Vec<Met> {
    let verdict = filter::event(graph, event, scope, InPerson.kinds);
    let room = Room::of(graph, event).filter(|_| verdict != Verdict::Foreign);
    room.map(|room| met_in(&room, verdict, scope, sieve)).unwrap_or_default()
}

/// The meetings of two in a room.
fn met_in(room: &Room<'_>, verdict: Verdict, scope: &Scope, sieve: &mut Sieve) -> Vec<Met> {
    let pairs = pairs(room, scope);
    if pairs.is_empty() {
        return Vec::new();
    }
    let Some(event) = sieve.event(verdict) else {
        return Vec::new();
    };
    if is_greeting(room, scope) {
        sieve.left_out.greetings += 1;
        return Vec::new();
    }
    if room.is_multilateral() && !scope.multilateral {
        sieve.left_out.multilateral += 1;
        return Vec::new();
    }
    let modes = if scope.modes.is_empty() { InPerson.modes } else { &scope.modes };
    let by_mode = pairs.into_iter().filter(|(one, other, _)| modes.contains(&room.mode(one, other)));
    let met = by_mode.map(|(one, other, degree)| Met {
        event: room.event,
        seats: [(one.actor, one.number), (other.actor, other.number)],
        certainty: degree.and(event),
    });
    let mut met: Vec<Met> = met.collect();
    match met.iter().map(|met| met.certainty).max() {
        None => sieve.other_mode(room.event),
        Some(best) => {
            sieve.degree(best, scope);
        }
    }
    met.retain(|met| met.certainty >= scope.at_least);
    met
}

/// Who met whom in a room, each pair once, and how surely.
fn pairs<'r, 'g>(room: &'r Room<'g>, scope: &Scope) -> Vec<(&'r Seat<'g>, &'r Seat<'g>, Certainty)> {
    let mut pairs = Vec::new();
    for own in room.seats.iter().filter(|seat| counts(seat, scope)) {
        let others = room.partners(own).filter(|(seat, _)| counts(seat, scope) && seat.number > own.number);
        pairs.extend(others.map(|(other, degree)| (own, other, degree)));
    }
    pairs
}

/// Whose participations count for those who are ranked.
pub(super) struct Ranked<'g> {
    graph: &'g KnowledgeGraph,
    scope: &'g Scope,
    /// What each of the names stands for; nothing where everybody is ranked.
    among: Option<Vec<BTreeMap<NodeId, Chosen>>>,
}

impl<'g> Ranked<'g> {
    /// Those who took part as one of the names, or everybody, in a capacity that the scope asks for.
    pub(super) fn new(graph: &'g KnowledgeGraph, among: &[Who], scope: &'g Scope) -> Self {
        let chosen = |who: &Who| select::events(graph, who, scope);
        let among = (!among.is_empty()).then(|| among.iter().map(chosen).collect());
        Self { graph, scope, among }
    }

    /// How surely a participation is one of theirs.
    pub(super) fn certainty(&self, event: NodeId, number: u32) -> Option<Certainty> {
        let capacity = || match self.scope.asks_capacity() {
            true => capacity::fits(self.graph, event, self.graph.part(event, number)?, self.scope),
            false => Some(Certainty::Certain),
        };
        let Some(among) = &self.among else {
            return capacity();
        };
        let stands = |chosen: &BTreeMap<NodeId, Chosen>| match chosen.get(&event)? {
            Chosen::Whole => capacity(),
            parts @ Chosen::Parts(_) => parts.certainty(number),
        };
        among.iter().filter_map(stands).max()
    }
}

/// How many there are: certainly, and with those that are not certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    /// How many are certain.
    pub(super) least: usize,
    /// How many there are with the others.
    pub(super) most: usize,
}

/// Things with the surest degree of each.
pub(super) type Degrees = BTreeMap<NodeId, Certainty>;

/// Notes a thing, or that it is surer than was known.
pub(super) fn note(degrees: &mut Degrees, thing: NodeId, degree: Certainty) {
    let known = degrees.entry(thing).or_insert(degree);
    *known = (*known).max(degree);
}

impl Span {
    /// The same with others that are only possible.
    pub(super) fn and_possible(self, others: usize) -> Self {
        Self { most: self.most + others, ..self }
    }

    /// Counts things.
    pub(super) fn of(degrees: &Degrees) -> Self {
        let least = degrees.values().filter(|degree| **degree == Certainty::Certain).count();
        Self { least, most: degrees.len() }
    }

    /// Whether it is one number.
    pub(super) fn is_certain(self) -> bool {
        self.least == self.most
    }
}
