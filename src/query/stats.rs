//! What was loaded, in numbers.

use super::answer::Answer;
use super::row::StatRow;
use super::{LeftOut, Rows};
use crate::graph::KnowledgeGraph;
use crate::record::Kind;
use std::collections::BTreeMap;

const SHOWN: &[&str] = &["what", "number", "note"];

/// Answers how many facts of each kind there are, and how they hang together.
pub(super) fn stats(graph: &KnowledgeGraph) -> Answer {
    let mut rows = Vec::new();
    let mut kinds: BTreeMap<Option<Kind>, u64> = BTreeMap::new();
    for fact in graph.facts() {
        *kinds.entry(fact.kind()).or_default() += 1;
    }
    for (kind, number) in kinds {
        let note = match kind {
            None if graph.facts().identity.world.is_empty() => "ids that are used but have no readable record",
            None => "ids that are used but of which these accounts do not tell",
            Some(_) => "",
        };
        rows.push(row(kind.map_or("unknown", Kind::name), number, note));
    }
    let accounts: usize = graph.facts().iter().map(|fact| fact.accounts.len()).sum();
    let disputed = graph.facts().iter().filter(|fact| !fact.disputed.is_empty()).count();
    rows.push(row("accounts", accounts as u64, "a record seen with one of its citations"));
    rows.push(row("disputed facts", disputed as u64, "facts of which accounts contradict each other"));
    rows.push(row("nodes", graph.node_count() as u64, "facts with a name of their own"));
    rows.push(row("edges", graph.edges().len() as u64, "typed, from one node to another"));
    let components = graph.components() as u64;
    rows.push(row("components", components, "groups of nodes that no edge joins to others"));
    Answer::new(graph, Rows::Stats(rows), LeftOut::default(), SHOWN)
}

fn row(what: &str, number: u64, note: &str) -> StatRow {
    StatRow { what: what.to_owned(), number, note: note.to_owned(), cites: Vec::new(), support: Vec::new() }
}
