//! Sides: whom a participant stood for.

use super::{KnowledgeGraph, NodeId, NodeKind};
use crate::date::Bounds;
use crate::model::{Certainty, Part};
use crate::record::Kind;

/// How a side is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Nothing tells.
    Unknown,
    /// From the offices held that day.
    Held(Certainty),
    /// By `for` or by a stated capacity.
    Stated,
}

/// Whom a participant stood for: actors at the ends of their chains of `of`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The actors, ordered by id; none where the side is not known.
    pub actors: Vec<NodeId>,
    /// How it is known.
    pub basis: Basis,
}

impl Side {
    fn unknown() -> Self {
        Self { actors: Vec::new(), basis: Basis::Unknown }
    }

    /// Whether two participants stood on one side, and how surely. Who stands for several counts with either.
    pub fn same(&self, other: &Self) -> Option<Certainty> {
        let within = |a: &Self, b: &Self| a.actors.iter().all(|actor| b.actors.contains(actor));
        if self.actors.is_empty() || other.actors.is_empty() || !(within(self, other) || within(other, self)) {
            return None;
        }
        Some(self.certainty().and(other.certainty()))
    }

    fn certainty(&self) -> Certainty {
        match self.basis {
            Basis::Stated => Certainty::Certain,
            Basis::Held(certainty) => certainty,
            Basis::Unknown => Certainty::Possible,
        }
    }
}

impl KnowledgeGraph {
    /// The side of a participation: `for`, else the actor of the stated capacity, else of the office held.
    pub fn side(&self, event: NodeId, part: &Part) -> Side {
        if let Some(side) = self.stand_in(event, part) {
            return side;
        }
        let stated = self.sided(self.stated_actors(event, part));
        if !stated.is_empty() {
            return Side { actors: stated, basis: Basis::Stated };
        }
        let Some(who) = self.node_of(&part.who) else {
            return Side::unknown();
        };
        if self.fact(who).kind().is_some_and(|kind| kind.is_actor() && kind != Kind::Person) {
            return Side { actors: vec![self.root(who)], basis: Basis::Stated };
        }
        self.days(event).map_or_else(Side::unknown, |days| self.side_by_office(who, &days))
    }

    /// A stand-in is on the side of the absent person.
    fn stand_in(&self, event: NodeId, part: &Part) -> Option<Side> {
        let absent = self.node_of(part.stands_for.as_ref()?)?;
        (self.kind(absent) == NodeKind::Of(Kind::Person)).then_some(())?;
        // Somebody who stood in for somebody else again is looked at as if alone: such a chain might be a circle.
        let own = self.replaced(event, absent).filter(|own| !self.is_stand_in(own));
        let side = match own {
            Some(own) => self.side(event, own),
            None => self.days(event).map_or_else(Side::unknown, |days| self.side_by_office(absent, &days)),
        };
        Some(side)
    }

    fn is_stand_in(&self, part: &Part) -> bool {
        let absent = part.stands_for.as_ref().and_then(|who| self.node_of(who));
        absent.is_some_and(|absent| self.kind(absent) == NodeKind::Of(Kind::Person))
    }

    fn side_by_office(&self, person: NodeId, days: &Bounds) -> Side {
        let held = |wanted: Certainty| {
            let holds = self.offices_of(person).filter(|holding| holding.span.covers(days) == Some(wanted));
            self.sided(holds.filter_map(|holding| self.owner(holding.office)).collect())
        };
        for certainty in [Certainty::Certain, Certainty::Possible] {
            let actors = held(certainty);
            if !actors.is_empty() {
                return Side { actors, basis: Basis::Held(certainty) };
            }
        }
        Side::unknown()
    }

    fn sided(&self, actors: Vec<NodeId>) -> Vec<NodeId> {
        let mut roots: Vec<NodeId> = actors.into_iter().map(|actor| self.root(actor)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }
}
