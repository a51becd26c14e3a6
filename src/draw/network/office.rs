//! In what office somebody took part in an event, in words.

use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Certainty, Part};
use crate::record::Capacity;

/// The offices in which somebody took part: as accounts state them, else those certainly held that day, in brackets.
pub(super) fn office(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> Option<String> {
    let name = |id: &Id| graph.facts().name(id).to_owned();
    let stated: Vec<String> = part.capacities.iter().map(|stated| title(&stated.capacity, name)).collect();
    if !stated.is_empty() {
        return Some(stated.join("; "));
    }
    let (who, days) = (graph.node(part.who.as_str())?, graph.days(event)?);
    let held = graph.offices_of(who).filter(|holding| holding.span.covers(&days) == Some(Certainty::Certain));
    let mut held: Vec<String> = held.map(|holding| name(&graph.fact(holding.office).id)).collect();
    held.sort();
    held.dedup();
    (!held.is_empty()).then(|| format!("[{}]", held.join("; ")))
}

fn title(capacity: &Capacity, name: impl Fn(&Id) -> String) -> String {
    match capacity {
        Capacity::Office(id) => name(id),
        Capacity::Former(id) => format!("former {}", name(id)),
        Capacity::Elect(id) => format!("{} (elect)", name(id)),
        Capacity::EnvoyOf(id) => format!("envoy of {}", name(id)),
        Capacity::Private => "private person".to_owned(),
    }
}
