//! Who met whom: a network of actors alone, joined by how often they met.

use super::super::dot::picture::Picture;
use super::super::field::Value;
use super::edge::EdgeRow;
use super::{Network, node};
use crate::date::Day;
use crate::export::selection::Selection;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::row::{PairRow, Row};
use crate::query::{Answer, Rows};
use std::collections::BTreeSet;

/// How meetings became edges, for formats that say so.
const PROJECTION: &str = "Projection: everybody who met somebody is a node, and each two who met are joined by one edge \
    without a direction; its weight is the number of their meetings, the uncertain ones included.";

/// The pairs of an answer as a network; nobody where the answer is about something else.
pub(super) fn network<'v>(selection: &'v Selection<'v>, answer: &Answer) -> Network<'v> {
    let graph = selection.view.graph();
    let pairs = match &answer.rows {
        Rows::Pairs(pairs) => pairs.as_slice(),
        _ => &[],
    };
    let mut pairs: Vec<&PairRow> = pairs.iter().collect();
    pairs.sort_unstable_by_key(|pair| (&pair.who, &pair.with));
    let ends: BTreeSet<NodeId> =
        pairs.iter().flat_map(|pair| [&pair.who, &pair.with]).filter_map(|id| graph.node(id.as_str())).collect();
    let picture = Picture::new(selection.view);
    Network {
        title: selection.title.clone().unwrap_or_else(|| selection.name()),
        description: selection.sentences(PROJECTION),
        is_directed: false,
        nodes: ends.iter().map(|node| node::row(&picture, *node, selection.centres.contains(node))).collect(),
        edges: pairs.iter().enumerate().map(|(number, pair)| edge(graph, pair, number)).collect(),
        spells: pairs.iter().map(|pair| spells(graph, pair)).collect(),
        selection,
    }
}

fn edge(graph: &KnowledgeGraph, pair: &PairRow, number: usize) -> EdgeRow {
    let certainty = if pair.at_least > 0 { Certainty::Certain } else { pair.certainty() };
    let day = |day: Option<Day>| day.map_or(Value::Nothing, Value::day);
    let sources: BTreeSet<&Id> = pair.support.iter().map(|cited| &cited.source).collect();
    let plural = if pair.at_most == 1 { "" } else { "s" };
    let disputed =
        pair.events.iter().filter(|id| graph.facts().get(id.as_str()).is_some_and(|e| !e.disputed.is_empty()));
    EdgeRow {
        id: Value::Text(format!("e{number}")),
        source: Value::text(&pair.who),
        target: Value::text(&pair.with),
        kind: Value::text("met"),
        label: Value::Text(format!("{} meeting{plural}, {} – {}", pair.meetings, pair.first, pair.last)),
        start_first: day(pair.date_first),
        end_last: day(pair.date_last),
        certainty: Value::text(certainty),
        disputed: Value::list(disputed),
        weight: Value::number(pair.at_most),
        at_least: Value::number(pair.at_least),
        at_most: Value::number(pair.at_most),
        events: Value::list(&pair.events),
        accounts: Value::number(pair.support.len()),
        sources: Value::list(sources),
        ..EdgeRow::default()
    }
}

/// The days of each of their meetings, at the widest.
fn spells(graph: &KnowledgeGraph, pair: &PairRow) -> Vec<(Value, Value)> {
    let days = pair.events.iter().filter_map(|event| graph.days(graph.node(event.as_str())?));
    days.map(|days| (Value::day(days.first()), Value::day(days.last()))).collect()
}
