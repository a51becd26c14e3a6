//! Facts of which pictures are drawn.

use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::read::read_texts;
use chancery::resolve::{load_built_in, resolve};
use std::sync::LazyLock;

/// Those that are built in.
pub(crate) static BUILT_IN: LazyLock<KnowledgeGraph> = LazyLock::new(|| KnowledgeGraph::new(load_built_in().facts));

/// The same, loaded anew.
pub(crate) fn built_in_again() -> KnowledgeGraph {
    KnowledgeGraph::new(load_built_in().facts)
}

/// Facts of a text, in which nothing is wrong.
pub(crate) fn graph(facts: &str) -> KnowledgeGraph {
    let read = resolve(read_texts([("a.ron".to_owned(), facts.into())]));
    assert!(read.problems.is_empty(), "{:?}", read.problems.first());
    KnowledgeGraph::new(read.facts)
}

/// Facts of a text, whatever is wrong in it.
pub(crate) fn graph_all_the_same(facts: &str) -> KnowledgeGraph {
    KnowledgeGraph::new(resolve(read_texts([("a.ron".to_owned(), facts.into())])).facts)
}

pub(crate) fn id(id: &str) -> Id {
    id.parse().unwrap()
}
