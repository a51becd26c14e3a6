//! Networks: a view as nodes and edges with attributes, for programs that know graphs. One file a format.

mod cytoscape;
mod edge;
mod gephi;
mod gexf;
mod graphml;
mod json;
mod mermaid;
mod node;
mod pairs;
mod xml;

pub(super) use cytoscape::cytoscape;
pub(super) use gephi::gephi;
pub(super) use gexf::gexf;
pub(super) use graphml::graphml;
pub(super) use json::json;
pub(super) use mermaid::mermaid;
pub(super) use node::detail;

use super::dot::picture::Picture;
use super::field::Value;
use super::selection::{Counted, Selection};
use crate::date::Bounds;
use crate::model::{Account, Fact};
use edge::EdgeRow;
use node::NodeRow;

/// How facts became nodes and edges, for formats that say so.
const PROJECTION: &str = "Projection: every actor, office, place, event, initiative, topic and source in the selection \
    is a node, and every typed relation between two of them is a directed edge, read in its direction; \
    edges that stand on an event have its days, others those of the tenure or membership.";

/// A view as nodes and edges.
pub(super) struct Network<'v> {
    /// What is said of it as a whole.
    pub(super) title: String,
    /// How it came about.
    pub(super) description: String,
    /// Whether edges lead from one end to the other.
    pub(super) is_directed: bool,
    /// The nodes, by id.
    pub(super) nodes: Vec<NodeRow>,
    /// The edges, by their ends, kind and basis.
    pub(super) edges: Vec<EdgeRow>,
    /// The stretches of time in which each edge holds, one or more an edge, from and until; nothing where they are
    /// open.
    pub(super) spells: Vec<Vec<(Value, Value)>>,
    selection: &'v Selection<'v>,
}

impl<'v> Network<'v> {
    /// Costs the nodes and edges of the view and the accounts behind them.
    pub(super) fn new(selection: &'v Selection<'v>) -> Self {
        if let Some(Counted::Pairs(answer)) = selection.counted {
            return pairs::network(selection, answer);
        }
        let picture = Picture::new(selection.view);
        let edges = edge::rows(&picture);
        Self {
            is_directed: true,
            spells: edges.iter().map(|edge| vec![(edge.start_first.clone(), edge.end_last.clone())]).collect(),
            title: selection.title.clone().unwrap_or_else(|| selection.name()),
            description: selection.sentences(PROJECTION),
            nodes: node::rows(&picture, &selection.centres),
            edges,
            selection,
        }
    }
}

/// Where the supporting accounts of a fact stand, of those that `is_meant` by their number; each place once.
fn places_in_sources(fact: &Fact, is_meant: impl Fn(usize) -> bool) -> Value {
    let supports = |account: &Account| match &fact.timing {
        Some(timing) => account.supports(timing.status),
        None => !account.withdrawn,
    };
    let meant = fact.accounts.iter().enumerate().filter(|(number, account)| is_meant(*number) && supports(account));
    let mut places: Vec<String> =
        meant.filter_map(|(_, account)| Some(account.citation.as_ref()?.locus().to_string())).collect();
    places.sort_unstable();
    places.dedup();
    Value::list(places)
}

/// The four days that bound something dated: first and last possible start, first and last possible end.
fn bounds(days: Option<&Bounds>) -> [Value; 4] {
    days.map_or_else(Default::default, |days| {
        [days.start_first, days.start_last, days.end_first, days.end_last].map(Value::day)
    })
}
