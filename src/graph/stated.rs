//! In what capacities, and for whom, a person was ever stated to take part.

use super::csr::{Grouped, Rows};
use super::{KnowledgeGraph, NodeId, NodeKind};
use crate::record::{Capacity, Kind};
use rayon::prelude::*;

/// By person, over all time, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Stated {
    /// The offices of stated capacities.
    pub(super) offices: Rows<NodeId>,
    /// Those for whom somebody took part.
    pub(super) actors: Rows<NodeId>,
}

/// So many events are looked at by one thread in one go.
const IN_ONE_GO: usize = 4096;

/// Somebody with an office, or with somebody for whom they took part.
type Pairs = Vec<(u32, NodeId)>;

impl Stated {
    /// Takes a pass over all participations.
    pub(super) fn new(graph: &KnowledgeGraph) -> Self {
        let events: Vec<NodeId> = graph.nodes().filter(|node| graph.kind(*node).is_event()).collect();
        let pieces: Vec<(Pairs, Pairs)> = events.par_chunks(IN_ONE_GO).map(|events| graph.stated_at(events)).collect();
        let (offices, actors): (Vec<Pairs>, Vec<Pairs>) = pieces.into_iter().unzip();
        let rows = |pairs: Vec<Pairs>| -> Rows<NodeId> {
            let mut grouped = Grouped::of_pieces(graph.node_count(), &pairs);
            grouped.for_each_row(|_, row| row.sort_unstable());
            grouped.without_repeats().into()
        };
        let (offices, actors) = rayon::join(|| rows(offices), || rows(actors));
        Self { offices, actors }
    }
}

impl KnowledgeGraph {
    /// The people of some events with the offices of their stated capacities, and with those for whom they took part.
    fn stated_at(&self, events: &[NodeId]) -> (Pairs, Pairs) {
        let (mut offices, mut actors) = (Pairs::new(), Pairs::new());
        for event in events.iter().filter(|event| self.days(**event).is_some()) {
            for part in &self.fact(*event).parts {
                let person = self.node_of(&part.who);
                let Some(person) = person.filter(|one| self.kind(*one) == NodeKind::Of(Kind::Person)) else {
                    continue;
                };
                let office = |capacity: &Capacity| match capacity {
                    Capacity::Office(office) => self.node_of(office),
                    _ => None,
                };
                let own = part.capacities.iter().filter_map(|stated| office(&stated.capacity));
                offices.extend(own.map(|office| (person.0, office)));
                actors.extend(self.stated_actors(*event, part).into_iter().map(|actor| (person.0, actor)));
            }
        }
        for pairs in [&mut offices, &mut actors] {
            pairs.sort_unstable();
            pairs.dedup();
        }
        (offices, actors)
    }

    /// The offices in whose capacity a person was ever stated to take part.
    pub(super) fn offices_stated(&self, person: NodeId) -> impl Iterator<Item = NodeId> {
        self.stated.offices.row(person.index()).iter().copied()
    }

    /// Those for whom a person was ever stated to take part.
    pub(super) fn actors_stated(&self, person: NodeId) -> impl Iterator<Item = NodeId> {
        self.stated.actors.row(person.index()).iter().copied()
    }
}
