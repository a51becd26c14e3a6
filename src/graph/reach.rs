//! Reach: whom somebody met, whom these met, and so on.

use super::NodeId;
use super::contact::{Contacts, Encounter};
use crate::model::Certainty;
use std::collections::{BTreeMap, BTreeSet};

/// Who met whom, as a search by steps asks for it. Contacts are such; a table of events can be as well.
pub trait Acquaintances {
    /// Somebody.
    type Actor: Copy + Ord;
    /// An event.
    type Event: Copy + Ord;

    /// Everybody whom an actor met, a line a meeting.
    fn met(&self, actor: Self::Actor) -> impl Iterator<Item = Encounter<Self::Actor, Self::Event>>;
}

impl Acquaintances for Contacts<'_> {
    type Actor = NodeId;
    type Event = NodeId;

    fn met(&self, actor: NodeId) -> impl Iterator<Item = Encounter> {
        self.of(actor).into_iter()
    }
}

/// Somebody who is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached<A, E> {
    /// Who.
    pub actor: A,
    /// In how many steps, at least 1.
    pub steps: usize,
    /// How surely, by the surest way of so many steps.
    pub certainty: Certainty,
    /// Whom they met of those who are a step nearer, a line a meeting, in the order of actors and events.
    pub via: Vec<(A, E)>,
}

impl<A: Copy + Ord, E> Reached<A, E> {
    /// Through how many of those who are a step nearer.
    pub fn through(&self) -> usize {
        self.via.iter().map(|(actor, _)| *actor).collect::<BTreeSet<A>>().len()
    }
}

/// Everybody within so many meetings of somebody, the nearest first, then in the order of actors. Costs the meetings of
/// those who are nearer than the last step.
pub fn reach<M: Acquaintances>(among: &M, start: M::Actor, steps: usize) -> Vec<Reached<M::Actor, M::Event>> {
    let mut seen = BTreeSet::from([start]);
    let mut rim = BTreeMap::from([(start, Certainty::Certain)]);
    let mut found = Vec::new();
    for step in 1..=steps {
        let mut next: BTreeMap<M::Actor, Reached<M::Actor, M::Event>> = BTreeMap::new();
        for (nearer, so_far) in &rim {
            for met in among.met(*nearer).filter(|met| !seen.contains(&met.partner)) {
                let certainty = so_far.and(met.certainty);
                let fresh = Reached { actor: met.partner, steps: step, certainty, via: Vec::new() };
                let reached = next.entry(met.partner).or_insert(fresh);
                reached.certainty = reached.certainty.max(certainty);
                reached.via.push((*nearer, met.event));
            }
        }
        if next.is_empty() {
            break;
        }
        seen.extend(next.keys());
        rim = next.values().map(|reached| (reached.actor, reached.certainty)).collect();
        found.extend(next.into_values());
    }
    found
}
