//! What there is to say beside the rows of meetings: where somebody may have looked for more.

use super::meetings::is_person;
use super::people::date_cell;
use super::{Meetings, Who};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::record::Kind;

/// What there is to say where two names turn out to be those of one person, so that no record is no surprise.
pub(super) fn with_oneself(graph: &KnowledgeGraph, question: &Meetings) -> Option<String> {
    let only = |who: &Who| match who.ids.as_slice() {
        [id] if is_person(graph, id.as_str()) => graph.node(id.as_str()),
        _ => None,
    };
    let (one, other) = (only(&question.who)?, only(question.with.as_ref()?)?);
    (one == other).then(|| "Both names are one person, and nobody meets themselves.".to_owned())
}

/// Names what the mode left out, if it is little: a call is the answer that somebody may have been looking for.
pub(super) fn in_other_modes(graph: &KnowledgeGraph, events: &[NodeId]) -> Option<String> {
    let name = |event: NodeId| {
        let fact = graph.fact(event);
        let kind = fact.kind().map_or("event", Kind::name);
        format!("the {kind} of {} ({})", date_cell(graph, event), fact.id)
    };
    let mut events = events.to_vec();
    events.sort_by_cached_key(|event| (graph.days(*event).map(|days| days.first()), graph.fact(*event).id.clone()));
    few(&events, name).map(|names| format!("By another mode: {names}."))
}

/// How many meetings there were of which nobody tells with whom.
pub(super) fn with_nobody_named(graph: &KnowledgeGraph, events: &[NodeId]) -> Option<String> {
    let names = match events.len() {
        0 => return None,
        1 => "1 meeting names".to_owned(),
        more => format!("{more} meetings name"),
    };
    let ids = few(events, |event| graph.fact(event).id.to_string()).map(|ids| format!(" ({ids})"));
    Some(format!("{names} nobody else who took part{}.", ids.unwrap_or_default()))
}

/// Each in words, if they are so few that they can be listed.
fn few(events: &[NodeId], word: impl Fn(NodeId) -> String) -> Option<String> {
    const NAMED: usize = 3;
    let words = || events.iter().map(|event| word(*event)).collect::<Vec<_>>().join(", ");
    (1..=NAMED).contains(&events.len()).then(words)
}
