//! Who held which office, as phrases with a title before a name ask it.

use super::tenure::Holding;
use super::{KnowledgeGraph, NodeId};
use crate::date::PointDate;
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
        held: held(graph, holding),
    })
}

/// From when to when a tenure was held, as far as it is stated.
fn held(graph: &KnowledgeGraph, holding: &Holding) -> String {
    let tenure = super::tenure::tenure(holding.fact(graph));
    let (from, until) = tenure.map_or((None, None), |tenure| (tenure.from.as_ref(), tenure.until.as_ref()));
    let attested = holding.span.last_attested.map(|day| format!(", last attested {day}")).unwrap_or_default();
    match (from.map(PointDate::cell), until.map(PointDate::cell)) {
        (Some(from), Some(until)) => format!("from {from} to {until}"),
        (Some(from), None) => format!("from {from} (end not stated{attested})"),
        (None, Some(until)) => format!("until {until} (start not stated)"),
        (None, None) => format!("on days that are not stated{attested}"),
    }
}
