//! What is recorded where an answer is empty all the same: an absence, an announcement, a denial.

use super::State;
use super::question::{Pair, Question, Slot};
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId, event_mode};
use crate::id::Id;
use crate::model::{Fact, Part};
use crate::query::filter::{self, Verdict};
use crate::query::select::{self, Chosen};
use crate::query::{Query, Scope, StatusWanted, Who, visits};
use crate::record::{Mode, Presence, Status};
use std::collections::{BTreeMap, BTreeSet};

/// The events that speak of what is asked without being an answer, by why they are none.
pub(super) type Recorded = BTreeMap<State, BTreeSet<Id>>;

/// Looks for them. Costs the events of those asked about, in the period.
pub(super) fn recorded(graph: &KnowledgeGraph, query: &Query, question: &Question) -> Recorded {
    let (query, mut found) = (query.counted(), Recorded::new());
    // Chains, rankings and partners in common are made of several events, none of which alone would be the answer.
    let is_of_several = matches!(query, Query::Common(_) | Query::Path(_) | Query::Reach(_) | Query::Rank(_));
    let (Some(scope), false) = (query.scope(), is_of_several) else {
        return found;
    };
    let scope = Scope { status: StatusWanted::Any, ..scope.clone() };
    for pair in &question.pairs {
        for (event, parts) in concerning(graph, pair, &scope, &question.slots) {
            if let Some(state) = state(graph, event, &parts, query) {
                found.entry(state).or_default().insert(graph.fact(event).id.clone());
            }
        }
    }
    found
}

/// The participations of each side in one event.
type Sides<'g> = [Vec<&'g Part>; 2];

/// The events that have to do with both sides of a pair.
fn concerning<'g>(graph: &'g KnowledgeGraph, pair: &Pair, scope: &Scope, slots: &[Slot]) -> Vec<(NodeId, Sides<'g>)> {
    let (Some(one), other) = pair else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (event, chosen) in select::events(graph, one, scope) {
        let is_asked = slots.iter().any(|slot| slot.takes(graph.event(event)));
        if !is_asked || !matches!(filter::event(graph, event, scope, &[]), Verdict::Fits(_)) {
            continue;
        }
        let others =
            other.as_ref().map(|other| (parts_of(graph, event, other, scope), leads_to(graph, event, other, scope)));
        match others {
            None => found.push((event, [chosen_parts(graph, event, &chosen), Vec::new()])),
            Some((parts, leads)) if leads || !parts.is_empty() => {
                found.push((event, [chosen_parts(graph, event, &chosen), parts]));
            }
            Some(_) => {}
        }
    }
    found
}

fn chosen_parts<'g>(graph: &'g KnowledgeGraph, event: NodeId, chosen: &Chosen) -> Vec<&'g Part> {
    let Chosen::Parts(numbers) = chosen else {
        return Vec::new();
    };
    numbers.keys().filter_map(|number| graph.part(event, *number)).collect()
}

fn parts_of<'g>(graph: &'g KnowledgeGraph, event: NodeId, who: &Who, scope: &Scope) -> Vec<&'g Part> {
    let parts = graph.fact(event).parts.iter();
    parts.filter(|part| select::stands_for(graph, who, event, part, scope).is_some()).collect()
}

/// Whether a visit leads to somebody's land or place.
fn leads_to(graph: &KnowledgeGraph, event: NodeId, to: &Who, scope: &Scope) -> bool {
    to.ids.iter().any(|to| visits::destination(graph, event, to.as_str(), scope).is_some())
}

fn state(graph: &KnowledgeGraph, event: NodeId, sides: &Sides<'_>, query: &Query) -> Option<State> {
    let fact = graph.fact(event);
    if is_denied(graph, event, fact, sides) {
        return Some(State::Denied);
    }
    let status = fact.timing.as_ref().map_or(Status::Held, |timing| timing.status);
    if status != Status::Held {
        let asked_for_held = query.scope().is_some_and(|scope| scope.status == StatusWanted::Held);
        return asked_for_held.then_some(State::AnnouncedOnly);
    }
    let absent = |parts: &Vec<&Part>| !parts.is_empty() && parts.iter().all(|part| is_absent(fact, part, query));
    sides.iter().any(absent).then_some(State::Absent)
}

/// Whether a denial speaks against the event or against the participation of one of those asked about.
fn is_denied(graph: &KnowledgeGraph, event: NodeId, fact: &Fact, sides: &Sides<'_>) -> bool {
    let of_part = |part: &&Part| fact.disputes("participation", Some(&part.who));
    let is_disputed = fact.disputes("occurrence", None) || sides.iter().flatten().any(of_part);
    is_disputed && graph.from(event, EdgeKind::Denies).next().is_some()
}

/// Whether somebody is recorded as not having been there: absent, or linked up where presence in person is asked for.
fn is_absent(fact: &Fact, part: &Part, query: &Query) -> bool {
    let is_in_person = fact.event().and_then(event_mode) == Some(Mode::InPerson);
    let asks_for_others = query.scope().is_some_and(|scope| scope.modes.iter().any(|mode| *mode != Mode::InPerson));
    match part.presence {
        Presence::Absent => true,
        Presence::Video | Presence::Phone => is_in_person && !asks_for_others && !matches!(query, Query::Contacts(_)),
        Presence::Present | Presence::Expected => false,
    }
}
