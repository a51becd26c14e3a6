//! Who held which office, as phrases with a title before a name ask it.

use super::tenure::Holding;
use super::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::names::{Careers, Post};
use crate::record::Body;

/// How long a chain of owners is followed; a circle ends there.
const MOST_OWNERS: usize = 16;

impl Careers for KnowledgeGraph {
    fn is_active(&self, id: &Id) -> bool {
        self.node(id.as_str()).is_some_and(|node| self.activity(node) > 0)
    }

    fn posts(&self, person: &Id) -> Vec<Post> {
        let node = self.node(person.as_str());
        node.into_iter().flat_map(|node| self.offices_of(node)).filter_map(|holding| post(self, &holding)).collect()
    }
}

fn post(graph: &KnowledgeGraph, holding: &Holding) -> Option<Post> {
    let fact = graph.fact(holding.office);
    let Some(Body::Office(office)) = fact.body.as_deref() else {
        return None;
    };
    let owners = std::iter::successors(graph.owner(holding.office), |owner: &NodeId| graph.owner(*owner));
    let of = owners.take(MOST_OWNERS).map(|owner| graph.fact(owner).id.clone()).collect();
    Some(Post {
        office: fact.id.clone(),
        title: office.title.clone(),
        levels: office.level.to_vec(),
        of,
        possible: holding.span.possible,
        certain: holding.span.certain,
    })
}
