//! Standing: under whom somebody counts where it matters for whom, not when, as in claims of coverage.

use super::{EdgeKind, KnowledgeGraph, NodeId, NodeKind};
use crate::date::Period;
use crate::record::{Body, Kind, Level};
use std::collections::BTreeSet;

/// The edges that lead from a part to the whole.
const UPWARDS: [EdgeKind; 4] = [EdgeKind::Of, EdgeKind::PartOf, EdgeKind::SessionOf, EdgeKind::Within];

/// Under whom somebody or something counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is a person, who counts under others by office.
    pub is_person: bool,
    /// For each of those whose official a person is or ever was, that one with all above it, and the person; for
    /// anything else one set, of itself and all above it. Never empty.
    pub under: Vec<BTreeSet<NodeId>>,
    /// The days on which a person possibly held an office, each with those under whom the office counts.
    pub held: Vec<(Period, BTreeSet<NodeId>)>,
    /// The ranks of each office that a person holds or ever held, by tenure or stated capacity, or of an office itself.
    /// An office without a rank has an empty list.
    pub ranks: BTreeSet<Vec<Level>>,
}

impl KnowledgeGraph {
    /// The sources that claim to cover something, by id.
    pub fn sources_claiming(&self) -> &[NodeId] {
        &self.claiming
    }

    /// Under whom a node counts. Costs what it finds.
    pub fn standing(&self, node: NodeId) -> Standing {
        let is_person = self.kind(node) == NodeKind::Of(Kind::Person);
        let (mut under, mut held) = (Vec::new(), Vec::new());
        if is_person {
            for actor in self.served(node) {
                let mut all = self.counted_under(actor);
                all.insert(node);
                under.push(all);
            }
            let offices = self.offices_of(node);
            held = offices.map(|one| (one.span.possible, self.counted_under(one.office))).collect();
        }
        if under.is_empty() {
            under.push(self.counted_under(node));
        }
        Standing { is_person, under, held, ranks: self.ranks(node) }
    }

    /// A node and everything above it, on whatever day: what an office, organization, party, event or place belongs to.
    pub fn counted_under(&self, node: NodeId) -> BTreeSet<NodeId> {
        let mut found = BTreeSet::new();
        let mut open = vec![node];
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(self.outgoing(next).filter(|edge| UPWARDS.contains(&edge.kind)).map(|edge| edge.to));
                open.extend(self.ruled(next).filter_map(|(state, _)| state));
            }
        }
        found
    }

    /// The actors whose official a person is or ever was, by tenure or stated capacity.
    fn served(&self, person: NodeId) -> BTreeSet<NodeId> {
        let held = self.offices_of(person).filter_map(|holding| self.owner(holding.office));
        // A stand-in stands for the absent person too, who is no actor to serve.
        held.chain(self.actors_stated(person)).filter(|actor| self.kind(*actor) != NodeKind::Of(Kind::Person)).collect()
    }

    fn ranks(&self, node: NodeId) -> BTreeSet<Vec<Level>> {
        let offices: BTreeSet<NodeId> = match self.kind(node) {
            NodeKind::Of(Kind::Office) => BTreeSet::from([node]),
            NodeKind::Of(Kind::Person) => {
                self.offices_of(node).map(|holding| holding.office).chain(self.offices_stated(node)).collect()
            }
            _ => BTreeSet::new(),
        };
        offices.into_iter().map(|office| self.levels(office)).collect()
    }

    fn levels(&self, office: NodeId) -> Vec<Level> {
        match self.fact(office).body.as_deref() {
            Some(Body::Office(office)) => office.level.clone(),
            _ => Vec::new(),
        }
    }
}
