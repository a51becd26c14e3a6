//! Contacts: who met whom, as a graph that petgraph searches.

use super::{KnowledgeGraph, NodeId, Room, Seat};
use crate::date::Period;
use crate::model::Certainty;
use crate::record::{Kind, MeetingFormat, Mode, Status};
use crate::table::Class;
use petgraph::visit::{GraphBase, IntoNeighbors, Visitable};
use std::collections::HashSet;
use std::fmt;
use std::rc::Rc;

/// What counts as having met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRule {
    /// When.
    pub period: Period,
    /// By which means.
    pub modes: Vec<Mode>,
    /// At which kinds of events.
    pub kinds: Vec<Kind>,
    /// Whether greetings count.
    pub greetings: bool,
    /// Whether members of delegations count beside principals.
    pub delegations: bool,
    /// Whether events of more than two sides count.
    pub multilateral: bool,
    /// How surely it must have been.
    pub at_least: Certainty,
}

impl Default for ContactRule {
    /// Meetings of two sides in person, of principals, that are certain or disputed.
    fn default() -> Self {
        Self {
            period: Period::ALL,
            modes: vec![Mode::InPerson],
            kinds: vec![Kind::Meeting],
            greetings: false,
            delegations: false,
            multilateral: false,
            at_least: Certainty::Disputed,
        }
    }
}

/// One meeting of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Encounter<A = NodeId, E = NodeId> {
    /// The event.
    pub event: E,
    /// Whom it was with.
    pub partner: A,
    /// How surely.
    pub certainty: Certainty,
}

/// The graph of who met whom: actors, joined through the participations at which they met.
///
/// Its nodes are actors and, between them, participations, so that a step from actor to actor is two edges. Nothing is
/// copied: neighbours are looked up in the knowledge graph as they are asked for.
#[derive(Clone)]
pub struct Contacts<'g> {
    pub(super) graph: &'g KnowledgeGraph,
    pub(super) rule: ContactRule,
    among: Option<Rc<Fits<'g>>>,
    with: Option<Rc<Wanted<'g>>>,
}

/// How surely an event counts.
type Fits<'g> = dyn Fn(NodeId) -> Option<Certainty> + 'g;

/// Whether an actor counts as a partner.
type Wanted<'g> = dyn Fn(NodeId) -> bool + 'g;

impl fmt::Debug for Contacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contacts").field("rule", &self.rule).finish_non_exhaustive()
    }
}

/// A node of the graph of contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hop {
    /// An actor.
    Actor(NodeId),
    /// An actor's participation in an event.
    Part(NodeId, u32),
    /// The way through a row of a table to the other actor.
    Row(NodeId, NodeId),
}

impl<'g> Contacts<'g> {
    /// The contacts that a rule counts.
    pub fn new(graph: &'g KnowledgeGraph, rule: ContactRule) -> Self {
        Self { graph, rule, among: None, with: None }
    }

    /// Of these only those at events that fit, as surely as they do.
    #[must_use]
    pub fn among(mut self, fits: impl Fn(NodeId) -> Option<Certainty> + 'g) -> Self {
        self.among = Some(Rc::new(fits));
        self
    }

    /// Of these only those with actors who are wanted.
    #[must_use]
    pub fn with(mut self, wanted: impl Fn(NodeId) -> bool + 'g) -> Self {
        self.with = Some(Rc::new(wanted));
        self
    }

    /// Whether an actor counts as a partner.
    fn wants(&self, partner: NodeId) -> bool {
        self.with.as_ref().is_none_or(|wanted| wanted(partner))
    }

    /// Everybody whom an actor met, event by event in the order of days. Costs the actor's events in the period and
    /// their participants.
    pub fn of(&self, actor: NodeId) -> Vec<Encounter> {
        self.of_during(actor, self.rule.period)
    }

    /// As [`of`](Self::of), of the events that can touch some of the days asked about. Costs the actor's events on these
    /// days and their participants.
    pub fn of_during(&self, actor: NodeId, days: Period) -> Vec<Encounter> {
        let parts = self.parts(actor, days);
        let mut met: Vec<Encounter> = parts.into_iter().flat_map(|(event, part)| self.partners(event, part)).collect();
        let rows = self.rows(actor, days);
        if !rows.is_empty() {
            met.extend(rows);
            let first = |one: &Encounter| self.graph.days(one.event).map(|days| days.first());
            met.sort_by_cached_key(|one| (first(one), one.event));
        }
        met
    }

    /// Whom an actor met by rows of tables: each is a contact of two principals, and possible.
    fn rows(&self, actor: NodeId, days: Period) -> Vec<Encounter> {
        if self.rule.at_least > Certainty::Possible || self.graph.tables().is_none() {
            return Vec::new();
        }
        let Some(days) = self.rule.period.intersect(days) else {
            return Vec::new();
        };
        let rule = &self.rule;
        let fits = |class: &Class| {
            let format = |format: MeetingFormat| class.kind == Kind::Meeting && class.within == Some(format.name());
            rule.kinds.contains(&class.kind)
                && rule.modes.contains(&class.mode)
                && (rule.greetings || !format(MeetingFormat::Greeting))
                && (rule.multilateral || !format(MeetingFormat::Multilateral))
        };
        let met = self.graph.row_contacts(actor, days, fits).into_iter();
        let among = |event: NodeId| self.among.as_ref().is_none_or(|fits| fits(event).is_some());
        let met = met.filter(|(event, partner)| among(*event) && self.wants(*partner));
        met.map(|(event, partner)| Encounter { event, partner, certainty: Certainty::Possible }).collect()
    }

    fn parts(&self, actor: NodeId, days: Period) -> Vec<(NodeId, u32)> {
        let Some(days) = self.rule.period.intersect(days) else {
            return Vec::new();
        };
        let entries = self.graph.recorded_at(actor, days).into_iter();
        entries.filter_map(|entry| Some((entry.event, entry.part?))).filter(|(event, _)| self.counts(*event)).collect()
    }

    fn counts(&self, event: NodeId) -> bool {
        let fact = self.graph.fact(event);
        let held = fact.timing.as_ref().is_some_and(|timing| timing.status == Status::Held);
        held && fact.kind().is_some_and(|kind| self.rule.kinds.contains(&kind)) && self.certainty(event).is_some()
    }

    fn certainty(&self, event: NodeId) -> Option<Certainty> {
        let lies = self.graph.certainty_in(event, self.rule.period)?;
        let certainty = self.among.as_ref().map_or(Some(lies), |fits| Some(lies.and(fits(event)?)))?;
        (certainty >= self.rule.at_least).then_some(certainty)
    }

    fn partners(&self, event: NodeId, part: u32) -> Vec<Encounter> {
        let Some(room) = Room::of(self.graph, event).filter(|room| self.admits(room)) else {
            return Vec::new();
        };
        let Some(own) = room.seats.iter().find(|seat| seat.number == part && self.takes(seat)) else {
            return Vec::new();
        };
        let Some(event_certainty) = self.certainty(event) else {
            return Vec::new();
        };
        let mut met: Vec<Encounter> = room
            .partners(own)
            .filter(|(seat, _)| self.takes(seat) && self.rule.modes.contains(&room.mode(own, seat)))
            .map(|(seat, certainty)| Encounter {
                event,
                partner: seat.actor,
                certainty: certainty.and(event_certainty),
            })
            .filter(|encounter| encounter.certainty >= self.rule.at_least && self.wants(encounter.partner))
            .collect();
        met.sort_unstable();
        met
    }

    fn admits(&self, room: &Room<'_>) -> bool {
        let greeting = room.format == Some(MeetingFormat::Greeting);
        (self.rule.greetings || !greeting) && (self.rule.multilateral || !room.is_multilateral())
    }

    fn takes(&self, seat: &Seat<'_>) -> bool {
        seat.is_principal() || self.rule.delegations && seat.meets()
    }
}

impl GraphBase for Contacts<'_> {
    type NodeId = Hop;
    type EdgeId = (Hop, Hop);
}

impl IntoNeighbors for &Contacts<'_> {
    type Neighbors = std::vec::IntoIter<Hop>;

    fn neighbors(self, hop: Hop) -> Self::Neighbors {
        let next: Vec<Hop> = match hop {
            // A row of a table has two actors, so that the step to the other one is a node by itself: by whom it is reached.
            Hop::Actor(actor) => {
                let days = self.rule.period;
                let parts = self.parts(actor, days).into_iter().map(|(event, part)| Hop::Part(event, part));
                parts.chain(self.rows(actor, days).into_iter().map(|met| Hop::Row(met.event, met.partner))).collect()
            }
            Hop::Row(_, partner) => vec![Hop::Actor(partner)],
            Hop::Part(event, part) => {
                self.partners(event, part).into_iter().map(|one| Hop::Actor(one.partner)).collect()
            }
        };
        next.into_iter()
    }
}

impl Visitable for Contacts<'_> {
    type Map = HashSet<Hop>;

    fn visit_map(&self) -> Self::Map {
        HashSet::new()
    }

    fn reset_map(&self, map: &mut Self::Map) {
        map.clear();
    }
}
