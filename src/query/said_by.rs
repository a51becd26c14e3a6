//! Whose account a row is: both sides', the host's, the guest's, one side's or a third party's.

use crate::graph::{EdgeKind, KnowledgeGraph, NodeId, Room};
use crate::record::{Body, Role};
use std::collections::BTreeSet;

/// The voices of an event's sources, against the sides in its room.
pub(super) fn said_by(graph: &KnowledgeGraph, event: NodeId, room: Option<&Room<'_>>) -> Option<&'static str> {
    let voices = voices(graph, event);
    if voices.is_empty() {
        return None;
    }
    let parts = graph.fact(event).parts.iter();
    let mut sides: BTreeSet<NodeId> = parts.flat_map(|part| graph.side(event, part).actors).collect();
    // The receiving state of a visit is a side of it, though nobody of it need be named.
    sides.extend(graph.to(event, EdgeKind::Visited));
    let among: Vec<NodeId> = voices.into_iter().filter(|voice| sides.contains(voice)).collect();
    let hosts = hosts(graph, event, room);
    Some(match among.as_slice() {
        [] => "third",
        [one] if hosts.contains(one) => "host",
        [_] if !hosts.is_empty() => "guest",
        [_] => "one side",
        _ => "both sides",
    })
}

/// Whose accounts the event's sources are. A reprint has no voice of its own.
fn voices(graph: &KnowledgeGraph, event: NodeId) -> BTreeSet<NodeId> {
    let accounts = graph.fact(event).accounts.iter().filter(|account| !account.withdrawn);
    let sources = accounts.filter_map(|account| account.citation.as_ref()).map(|citation| citation.source.as_str());
    sources.filter_map(|source| voice(graph, source)).map(|voice| graph.root(voice)).collect()
}

fn voice(graph: &KnowledgeGraph, id: &str) -> Option<NodeId> {
    let mut at = graph.facts().get(id)?;
    // A chain of reprints is short; a longer one is a circle.
    for _ in 0..8 {
        let Some(Body::Source(source)) = at.body.as_deref() else {
            return None;
        };
        match &source.reprint_of {
            Some(original) => at = graph.facts().get(original.as_str())?,
            None => return graph.node(source.voice.as_ref()?.as_str()),
        }
    }
    None
}

/// How many sources there are among these, a reprint being none beside what it prints again.
pub(super) fn originals<'i>(graph: &KnowledgeGraph, sources: impl Iterator<Item = &'i str>) -> usize {
    let original = |id: &'i str| {
        let mut at = graph.facts().get(id);
        // A chain of reprints is short; a longer one is a circle.
        for _ in 0..8 {
            match at.and_then(|fact| fact.body.as_deref()) {
                Some(Body::Source(source)) if source.reprint_of.is_some() => {
                    at = source.reprint_of.as_ref().and_then(|original| graph.facts().get(original.as_str()));
                }
                _ => break,
            }
        }
        at.map_or(id, |fact| graph.facts().get(fact.id.as_str()).map_or(id, |fact| fact.id.as_str())).to_owned()
    };
    sources.map(original).collect::<BTreeSet<String>>().len()
}

/// The sides that hosted: by role, by `hosted_by`, or as the receiving state of the visit that the event is part of.
pub(super) fn hosts(graph: &KnowledgeGraph, event: NodeId, room: Option<&Room<'_>>) -> BTreeSet<NodeId> {
    let seats = room.map(|room| room.seats.as_slice()).unwrap_or_default();
    let by_role = seats.iter().filter(|seat| seat.part.role == Some(Role::Host));
    let mut hosts: BTreeSet<NodeId> = by_role.flat_map(|seat| seat.side.actors.iter().copied()).collect();
    hosts.extend(graph.to(event, EdgeKind::HostedBy).map(|host| graph.root(host)));
    hosts.extend(graph.to(event, EdgeKind::Visited));
    if hosts.is_empty() {
        let above = graph.to(event, EdgeKind::PartOf);
        hosts.extend(above.flat_map(|visit| graph.to(visit, EdgeKind::Visited)));
    }
    hosts
}
