//! What lies in what: places in places, events under events and forums.

use super::{EdgeKind, KnowledgeGraph, NodeId};
use std::collections::HashSet;

impl KnowledgeGraph {
    /// Whether a place is another one or lies in it.
    pub fn lies_in(&self, place: NodeId, around: NodeId) -> bool {
        self.reaches(place, around, &[EdgeKind::Within])
    }

    /// Where an event was: of places that lie in each other the innermost, as accounts that can all be true say no less.
    pub fn places_of(&self, event: NodeId) -> Vec<NodeId> {
        let all: Vec<NodeId> = self.to(event, EdgeKind::HeldAt).collect();
        let holds_another = |place: NodeId| all.iter().any(|other| *other != place && self.lies_in(*other, place));
        all.iter().copied().filter(|place| !holds_another(*place)).collect()
    }

    /// Whether an event is another one, is part of it, or stands under a forum.
    pub fn stands_under(&self, event: NodeId, above: NodeId) -> bool {
        self.reaches(event, above, &[EdgeKind::PartOf, EdgeKind::SessionOf])
    }

    /// The events under an event, a forum or what holds sessions, itself left out, in the order of ids.
    pub fn under(&self, above: NodeId) -> Vec<NodeId> {
        let mut seen = HashSet::from([above]);
        let mut found = vec![above];
        let mut next = 0;
        while let Some(node) = found.get(next).copied() {
            next += 1;
            for below in self.from(node, EdgeKind::PartOf).chain(self.from(node, EdgeKind::SessionOf)) {
                if seen.insert(below) {
                    found.push(below);
                }
            }
        }
        found.remove(0);
        found.sort_unstable();
        found
    }

    fn reaches(&self, from: NodeId, goal: NodeId, kinds: &[EdgeKind]) -> bool {
        let mut seen = HashSet::from([from]);
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == goal {
                return true;
            }
            let above = kinds.iter().flat_map(|kind| self.to(node, *kind));
            open.extend(above.filter(|above| seen.insert(*above)));
        }
        false
    }
}
