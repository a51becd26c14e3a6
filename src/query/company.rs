//! Company: which of several names have to do with an event, so that only those are held against it.

use super::scope::{Scope, Who};
use super::select;
use crate::graph::{KnowledgeGraph, NodeId};
use std::collections::HashMap;

/// Names, and of each event those who have to do with it.
pub(super) struct Company<'q> {
    names: Vec<&'q Who>,
    at: HashMap<NodeId, Vec<usize>>,
}

impl<'q> Company<'q> {
    /// Costs the events of all the names in the period.
    pub(super) fn of(graph: &KnowledgeGraph, names: Vec<&'q Who>, scope: &Scope) -> Self {
        let mut at: HashMap<NodeId, Vec<usize>> = HashMap::new();
        for (number, name) in names.iter().enumerate() {
            for event in select::touched_events(graph, name, scope) {
                at.entry(event).or_default().push(number);
            }
        }
        Self { names, at }
    }

    /// The names that have to do with an event, each with its number, in their order.
    pub(super) fn at(&self, event: NodeId) -> impl Iterator<Item = (usize, &'q Who)> {
        let numbers = self.at.get(&event).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|number| Some((*number, *self.names.get(*number)?)))
    }
}
