//! What was loaded, in numbers.

use super::answer::Answer;
use super::row::StatRow;
use super::{LeftOut, Rows};
use crate::graph::KnowledgeGraph;
use crate::model::{List, Mark};
use crate::record::Kind;
use crate::table::Tables;

const SHOWN: &[&str] = &["what", "number", "note"];

/// Answers how many facts of each kind there are, and how they hang together.
pub(super) fn stats(graph: &KnowledgeGraph) -> Answer {
    let mut rows = Vec::new();
    let kinds = Kind::ALL.iter().copied().map(Some);
    for kind in std::iter::once(None).chain(kinds) {
        let number = graph.facts().listed(kind.map_or(List::Stubs, List::Of)).len() as u64;
        if number == 0 {
            continue;
        }
        let note = match kind {
            None if graph.facts().identity.world.is_empty() => "ids that are used but have no readable record",
            None => "ids that are used but of which these accounts do not tell",
            Some(_) => "",
        };
        rows.push(row(kind.map_or("unknown", Kind::name), number, note));
    }
    let in_tables = graph.tables().map_or(0, |tables| tables.shown());
    if in_tables > 0 {
        rows.push(row("rows of tables", in_tables as u64, "machine-coded events"));
    }
    let accounts = graph.facts().accounts() + graph.tables().map_or(0, Tables::accounts);
    let disputed = graph.facts().listed(List::Marked(Mark::Disputed)).len();
    rows.push(row("accounts", accounts as u64, "a record seen with one of its citations"));
    rows.push(row("disputed facts", disputed as u64, "facts of which accounts contradict each other"));
    rows.push(row("nodes", graph.node_count() as u64, "facts with a name of their own"));
    rows.push(row("edges", graph.edge_count() as u64, "typed, from one node to another"));
    let components = graph.components() as u64;
    rows.push(row("components", components, "groups of nodes that no edge joins to others"));
    Answer::new(graph, Rows::Stats(rows), LeftOut::default(), SHOWN)
}

fn row(what: &str, number: u64, note: &str) -> StatRow {
    StatRow { what: what.to_owned(), number, note: note.to_owned(), cites: Vec::new(), support: Vec::new() }
}
