//! Chains: the fewest meetings from one actor to another.

use super::contact::{Contacts, Encounter, Hop};
use super::{KnowledgeGraph, NodeId, Ways};
use petgraph::visit::Bfs;
use std::collections::{HashMap, HashSet};

impl Contacts<'_> {
    /// A chain of fewest meetings from a start to a goal: of several the one whose meetings come first by day, then by
    /// id. `None` where no chain leads there.
    pub fn chain(&self, start: NodeId, goal: NodeId) -> Option<Vec<Encounter>> {
        let steps = self.steps_between(start, goal)?;
        let mut left = *steps.get(&start)?;
        let mut at = start;
        let mut chain = Vec::new();
        while left > 0 {
            let nearer = |encounter: &Encounter| steps.get(&encounter.partner) == Some(&(left - 1));
            let days = |event: NodeId| self.graph.days(event).map(|days| (days.first(), days.last()));
            let next =
                self.of(at).into_iter().filter(nearer).min_by_key(|one| (days(one.event), one.event, one.partner))?;
            at = next.partner;
            left -= 1;
            chain.push(next);
        }
        Some(chain)
    }

    /// Every chain of fewest meetings, told apart by the people on it; a step is the first meeting of two. With the
    /// number of steps. `None` where no chain leads there.
    pub fn chains(&self, start: NodeId, goal: NodeId) -> Option<(usize, Ways<NodeId, Encounter>)> {
        let steps = self.steps_between(start, goal)?;
        let all = *steps.get(&start)?;
        let next = |at: NodeId, left: usize| {
            let days = |event: NodeId| self.graph.days(event).map(|days| (days.first(), days.last()));
            let mut nearer: Vec<Encounter> = self.of(at);
            nearer.retain(|met| steps.get(&met.partner) == Some(&left));
            nearer.sort_by_key(|met| (met.partner, days(met.event), met.event));
            nearer.dedup_by_key(|met| met.partner);
            nearer.sort_by_key(|met| (days(met.event), met.event, met.partner));
            nearer.into_iter().map(|met| (met.partner, met)).collect()
        };
        Some((all, Ways::new(start, all, next)))
    }

    /// The number of steps to the goal, for everybody on a shortest chain, and others near the goal.
    ///
    /// Two breadth-first searches by petgraph run towards each other, as having met is mutual; of the two that one goes
    /// on which has less to look at. So nobody is looked at who is further from both ends than the half of the chain,
    /// while a single search would look at nearly everybody.
    fn steps_between(&self, start: NodeId, goal: NodeId) -> Option<HashMap<NodeId, usize>> {
        let (mut ahead, mut back) = (Wave::new(self, start), Wave::new(self, goal));
        while !ahead.touches(&back) {
            let next = if ahead.cost(self.graph) <= back.cost(self.graph) { &mut ahead } else { &mut back };
            if next.advance(self) == 0 {
                return None;
            }
        }
        // Where the waves touch, the steps to the goal are known; from there they are counted back to the start.
        let mut steps = back.steps;
        let rims = ahead.rims.iter().rev().skip(1);
        for (left, rim) in (back.rims.len()..).zip(rims) {
            let nearer = |met: &Encounter| steps.get(&met.partner) == Some(&(left - 1));
            let on_chain = rim.iter().filter(|actor| self.of(**actor).iter().any(nearer));
            let on_chain: Vec<(NodeId, usize)> = on_chain.map(|actor| (*actor, left)).collect();
            steps.extend(on_chain);
        }
        Some(steps)
    }
}

/// A breadth-first search that goes on from all actors at one distance to all at the next.
struct Wave {
    search: Bfs<Hop, HashSet<Hop>>,
    steps: HashMap<NodeId, usize>,
    /// The actors at each distance.
    rims: Vec<Vec<NodeId>>,
}

impl Wave {
    fn new(contacts: &Contacts<'_>, start: NodeId) -> Self {
        let search = Bfs::new(contacts, Hop::Actor(start));
        Self { search, steps: HashMap::from([(start, 0)]), rims: vec![vec![start]] }
    }

    fn rim(&self) -> &[NodeId] {
        self.rims.last().map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the waves have met: each has gone whole steps, so that they can only meet with their rims.
    fn touches(&self, other: &Self) -> bool {
        self.rim().iter().any(|actor| other.steps.contains_key(actor))
    }

    /// How many events the next step looks at.
    fn cost(&self, graph: &KnowledgeGraph) -> usize {
        self.rim().iter().map(|actor| graph.activity(*actor)).sum()
    }

    /// Goes one meeting further and tells how many actors that reaches for the first time.
    fn advance(&mut self, contacts: &Contacts<'_>) -> usize {
        // What waits in the search are the actors of the rim; after them, their participations.
        for _ in 0..2 {
            for _ in 0..self.search.stack.len() {
                self.search.next(contacts);
            }
        }
        let reached = self.search.stack.iter().filter_map(|hop| match hop {
            Hop::Actor(actor) => Some(*actor),
            Hop::Part(..) | Hop::Row(..) => None,
        });
        let rim: Vec<NodeId> = reached.collect();
        self.steps.extend(rim.iter().map(|actor| (*actor, self.rims.len())));
        self.rims.push(rim);
        self.rim().len()
    }
}
