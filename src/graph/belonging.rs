//! What belongs to whom: offices to actors, organizations to states, parties to the states they rule.

use super::{EdgeKind, Entry, Holding, KnowledgeGraph, NodeId, NodeKind};
use crate::date::{Bounds, Day, Period, PointDate};
use crate::model::{Certainty, Part};
use crate::record::{Body, Capacity, Kind};
use std::collections::HashSet;

/// No chain of `of` in the field is longer; a longer one is a circle.
const LONGEST: usize = 32;

impl KnowledgeGraph {
    /// The actors that a participation was stated to be for: `for`, else the actors of the stated capacities. A stand-in
    /// took part for the absent person and for whom that person would have taken part.
    pub(super) fn stated_actors(&self, event: NodeId, part: &Part) -> Vec<NodeId> {
        let Some(actor) = part.stands_for.as_ref().map(|actor| self.node_of(actor)) else {
            return self.actors_of_capacities(part);
        };
        let mut actors: Vec<NodeId> = actor.into_iter().collect();
        if let Some(absent) = actor.and_then(|absent| self.replaced(event, absent)) {
            let own = absent.stands_for.as_ref().and_then(|actor| self.node_of(actor));
            actors.extend(own.map_or_else(|| self.actors_of_capacities(absent), |actor| vec![actor]));
        }
        actors
    }

    /// The own participation of somebody for whom another stood in.
    pub(super) fn replaced(&self, event: NodeId, absent: NodeId) -> Option<&Part> {
        if self.kind(absent) != NodeKind::Of(Kind::Person) {
            return None;
        }
        self.fact(event).parts.iter().find(|part| self.node_of(&part.who) == Some(absent))
    }

    fn actors_of_capacities(&self, part: &Part) -> Vec<NodeId> {
        let of = |capacity: &Capacity| match capacity {
            Capacity::Office(office) => self.node_of(office).and_then(|office| self.owner(office)),
            Capacity::EnvoyOf(actor) => self.node_of(actor),
            Capacity::Former(_) | Capacity::Elect(_) | Capacity::Private => None,
        };
        let mut actors: Vec<NodeId> = part.capacities.iter().filter_map(|stated| of(&stated.capacity)).collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    /// What a node is `of`.
    pub fn owner(&self, node: NodeId) -> Option<NodeId> {
        self.to(node, EdgeKind::Of).next()
    }

    /// A node and everything above it by its chain of `of`, and the states that a party on the way has ruled.
    pub(super) fn above(&self, actor: NodeId) -> Vec<NodeId> {
        let mut found = vec![actor];
        let mut next = 0;
        while let Some(node) = found.get(next).copied()
            && found.len() <= LONGEST
        {
            next += 1;
            let ruled = self.ruled(node).filter_map(|(state, _)| state);
            for above in self.owner(node).into_iter().chain(ruled) {
                if !found.contains(&above) {
                    found.push(above);
                }
            }
        }
        found
    }

    /// The actor on whose side something stands: the state at the end of its chain of `of`, or the last actor of it.
    pub fn root(&self, actor: NodeId) -> NodeId {
        let mut at = actor;
        for _ in 0..LONGEST {
            let ruled = || self.ruled(at).find_map(|(state, _)| state);
            match self.owner(at).or_else(ruled) {
                Some(above) if above != actor => at = above,
                _ => return at,
            }
        }
        actor
    }

    /// The states that a party rules, each with the days on which it certainly and possibly does.
    pub(super) fn ruled(&self, party: NodeId) -> impl Iterator<Item = (Option<NodeId>, Ruling)> {
        let list = match self.fact(party).body.as_deref() {
            Some(Body::Party(party)) => party.ruling.as_slice(),
            _ => &[],
        };
        list.iter().map(|ruled| {
            let from = ruled.from.as_ref();
            let until = ruled.until.as_ref();
            let possible = Period {
                first: from.map_or(Day::MIN, PointDate::first),
                last: until.map_or(Day::MAX, PointDate::last),
            };
            // Without a first day nothing says since when the party rules, only that it does as of its sources.
            let certain = Period {
                first: from.map_or(Day::MAX, PointDate::last),
                last: until.map_or(Day::MAX, PointDate::first),
            };
            (self.node_of(&ruled.of), Ruling { possible, certain })
        })
    }

    /// Whether an actor belongs to another on some day of an event: it is the same, or an organization whose chain of
    /// `of` ends there, or a party while it rules.
    pub fn belongs(&self, actor: NodeId, to: NodeId, days: &Bounds) -> Option<Certainty> {
        let mut at = actor;
        for _ in 0..LONGEST {
            if at == to {
                return Some(Certainty::Certain);
            }
            if matches!(self.fact(at).body.as_deref(), Some(Body::Party(_))) {
                return self
                    .ruled(at)
                    .filter(|(state, _)| *state == Some(to))
                    .filter_map(|(_, ruling)| ruling.covers(days))
                    .max();
            }
            at = self.owner(at)?;
        }
        None
    }

    /// What belongs to an actor: itself, and every organization and party below it, whenever it did.
    pub(super) fn below(&self, actor: NodeId) -> Vec<NodeId> {
        let mut found = vec![actor];
        let mut seen = HashSet::from([actor]);
        let mut next = 0;
        while let Some(node) = found.get(next).copied() {
            next += 1;
            let below = self.from(node, EdgeKind::Of).chain(self.parties_of(node));
            found.extend(below.filter(|below| !self.is_office(*below) && seen.insert(*below)));
        }
        found
    }

    fn is_office(&self, node: NodeId) -> bool {
        self.kind(node) == NodeKind::Of(Kind::Office)
    }

    /// The parties that have ruled a state, however little else ties them to it.
    fn parties_of(&self, state: NodeId) -> impl Iterator<Item = NodeId> {
        self.ruling_parties.iter().filter(move |[ruled, _]| *ruled == state).map(|[_, party]| *party)
    }

    /// The offices of an actor and of what belongs to it, by id.
    pub fn offices_below(&self, actor: NodeId) -> Vec<NodeId> {
        let owned = self.below(actor).into_iter().flat_map(|owner| self.from(owner, EdgeKind::Of));
        let mut offices: Vec<NodeId> = owned.filter(|node| self.is_office(*node)).collect();
        offices.sort_unstable();
        offices.dedup();
        offices
    }

    /// Whether somebody took part in an event as an official of an actor: by stated capacity, or by an office held on
    /// that day, as the rule has it.
    pub fn official(&self, event: NodeId, part: &Part, actor: NodeId, rule: Officials) -> Option<Certainty> {
        let days = self.days(event)?;
        let stated =
            self.stated_actors(event, part).into_iter().filter_map(|one| self.belongs(one, actor, &days)).max();
        if stated == Some(Certainty::Certain) || rule == Officials::ByCapacity {
            return stated;
        }
        // A stand-in is an official wherever the absent person would have been one.
        let people = [Some(&part.who), part.stands_for.as_ref()];
        let people = people.into_iter().flatten().filter_map(|who| self.node_of(who));
        let holdings = people.flat_map(|person| self.offices_of(person));
        let held = holdings.filter_map(|holding| self.official_by(&holding, actor, &days)).max();
        stated.max(held)
    }

    fn official_by(&self, holding: &Holding, actor: NodeId, days: &Bounds) -> Option<Certainty> {
        if self.serves_capacity_only(holding) {
            return None;
        }
        let owner = self.owner(holding.office)?;
        let belongs = self.belongs(owner, actor, days)?;
        Some(belongs.and(holding.span.covers(days)?))
    }

    /// The participations of everybody who was or can have been an official of an actor, possibly within a period.
    pub fn officials_at(&self, actor: NodeId, period: Period) -> Vec<Entry> {
        let mut found = self.acting_for(actor, period);
        for office in self.offices_below(actor) {
            for holding in self.holders_of(office) {
                if let Some(both) = holding.span.possible.intersect(period) {
                    found.extend(self.events_at(holding.person, both));
                    // Those who stood in for the holder.
                    found.extend(self.acting_for(holding.person, both));
                }
            }
        }
        found.retain(|entry| entry.part.is_some());
        found.sort_unstable_by_key(|entry| (entry.first, entry.event, entry.part));
        found.dedup_by_key(|entry| (entry.event, entry.part));
        found
    }
}

/// Whom a question takes for an official.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Officials {
    /// Whoever took part for the actor or that day held an office of it.
    ByOffice,
    /// Only whoever took part in a stated capacity of the actor.
    ByCapacity,
}

/// The days on which a party rules.
#[derive(Clone, Copy)]
pub(super) struct Ruling {
    possible: Period,
    certain: Period,
}

impl Ruling {
    fn covers(&self, days: &Bounds) -> Option<Certainty> {
        Certainty::of(days.certainly_in(self.certain), days.possibly_in(self.possible))
    }
}
