//! In what capacity somebody took part: the office stated or held, its rank, and the channel that follows from it.

use super::filter::derived;
use super::scope::Scope;
use super::words::{Channel, Stated};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Certainty, Part};
use crate::names::fold;
use crate::record::{Body, Capacity, Kind, Level, OrganizationKind};

/// How surely somebody took part in a capacity that the scope asks for; certainly, where it asks for none.
///
/// The claim uses the capacity: where that is disputed the claim is, and where all accounts worked it out the claim is
/// possible. Rank and channel follow from the stated capacities and, where none is stated, from the offices held.
pub(super) fn fits(graph: &KnowledgeGraph, event: NodeId, part: &Part, scope: &Scope) -> Option<Certainty> {
    if !scope.asks_capacity() {
        return Some(Certainty::Certain);
    }
    let stated = scope
        .capacity
        .as_ref()
        .map_or(Some(Certainty::Certain), |wanted| is_stated(graph, part, wanted).then_some(Certainty::Certain))?;
    let level = |office: NodeId| levels(graph, office).iter().any(|level| scope.levels.contains(level));
    let envoy = |capacity: &Capacity| matches!(capacity, Capacity::EnvoyOf(_)) && scope.levels.contains(&Level::Envoy);
    let ranked = in_office(graph, event, part, scope, scope.levels.is_empty(), &level, &envoy)?;
    let runs = |office: NodeId| channel(graph, office).is_some_and(|channel| scope.channels.contains(&channel));
    let sent =
        |capacity: &Capacity| envoy_channel(graph, capacity).is_some_and(|channel| scope.channels.contains(&channel));
    let run = in_office(graph, event, part, scope, scope.channels.is_empty(), &runs, &sent)?;
    Some(stated.and(ranked).and(run).and(of_aspect(graph, event, part)))
}

/// What a scope asks of the capacity of those on the other side.
pub(super) fn of_others(scope: &Scope) -> Scope {
    Scope { levels: scope.with_levels.clone(), in_capacity: scope.in_capacity, ..Scope::default() }
}

/// How surely anybody took part in an event in a capacity that the scope asks for.
pub(super) fn of_event(graph: &KnowledgeGraph, event: NodeId, scope: &Scope) -> Option<Certainty> {
    if !scope.asks_capacity() {
        return Some(Certainty::Certain);
    }
    graph.fact(event).parts.iter().filter_map(|part| fits(graph, event, part, scope)).max()
}

/// How sure the stated capacity of somebody is.
fn of_aspect(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> Certainty {
    if part.capacities.is_empty() {
        return Certainty::Certain;
    }
    if graph.fact(event).disputes("capacity", Some(&part.who)) {
        return Certainty::Disputed;
    }
    let worked_out = ["as", "capacity"].into_iter().any(|field| derived(graph, event, field));
    if worked_out { Certainty::Possible } else { Certainty::Certain }
}

/// Whether an account states the capacity: one of the offices, or all words in a title or in the title as printed.
fn is_stated(graph: &KnowledgeGraph, part: &Part, wanted: &Stated) -> bool {
    let node = |id: &Id| graph.node(id.as_str());
    let offices: Vec<NodeId> = wanted.offices.iter().filter_map(node).collect();
    let stated = part.capacities.iter().filter_map(|stated| match &stated.capacity {
        Capacity::Office(office) => node(office),
        _ => None,
    });
    let carries = |office: NodeId| wanted.words.as_ref().is_some_and(|words| carries(graph, office, words));
    let printed = || {
        let printed = part.printed.as_ref().zip(wanted.words.as_ref());
        printed.is_some_and(|(printed, words)| holds_all(printed, words))
    };
    stated.into_iter().any(|office| offices.contains(&office) || carries(office)) || printed()
}

/// Whether all words of a text stand in a title of an office.
fn carries(graph: &KnowledgeGraph, office: NodeId, words: &str) -> bool {
    let Some(Body::Office(body)) = graph.fact(office).body.as_deref() else {
        return false;
    };
    holds_all(&body.title, words) || body.names.values().flatten().any(|name| holds_all(name, words))
}

fn holds_all(title: &str, words: &str) -> bool {
    let (title, words) = (fold(title), fold(words));
    !words.is_empty() && words.split(' ').all(|word| title.split(' ').any(|own| own == word))
}

/// How surely somebody took part in an office that passes the test: by stated capacity, else by an office held.
fn in_office(
    graph: &KnowledgeGraph,
    event: NodeId,
    part: &Part,
    scope: &Scope,
    unasked: bool,
    office: &dyn Fn(NodeId) -> bool,
    other: &dyn Fn(&Capacity) -> bool,
) -> Option<Certainty> {
    let passes = |capacity: &Capacity| match capacity {
        Capacity::Office(id) => graph.node(id.as_str()).is_some_and(office),
        capacity => other(capacity),
    };
    if unasked || part.capacities.iter().any(|stated| passes(&stated.capacity)) {
        return Some(Certainty::Certain);
    }
    if scope.in_capacity || !part.capacities.is_empty() {
        return None;
    }
    let (person, days) = (graph.node(part.who.as_str())?, graph.days(event)?);
    let held = graph.offices_of(person).filter(|holding| office(holding.office));
    held.filter_map(|holding| holding.span.covers(&days)).max()
}

/// The ranks of an office.
pub(super) fn levels(graph: &KnowledgeGraph, office: NodeId) -> &[Level] {
    match graph.fact(office).body.as_deref() {
        Some(Body::Office(office)) => &office.level,
        _ => &[],
    }
}

/// The ranks of a capacity.
pub(super) fn levels_of(graph: &KnowledgeGraph, capacity: &Capacity) -> Vec<Level> {
    match capacity {
        Capacity::Office(office) => {
            graph.node(office.as_str()).map(|office| levels(graph, office).to_vec()).unwrap_or_default()
        }
        Capacity::EnvoyOf(_) => vec![Level::Envoy],
        Capacity::Former(_) | Capacity::Elect(_) | Capacity::Private => Vec::new(),
    }
}

/// The channel of a capacity.
pub(super) fn channel_of(graph: &KnowledgeGraph, capacity: &Capacity) -> Option<Channel> {
    match capacity {
        Capacity::Office(office) => channel(graph, graph.node(office.as_str())?),
        capacity => envoy_channel(graph, capacity),
    }
}

/// An envoy comes through the channel of whom they are sent by.
fn envoy_channel(graph: &KnowledgeGraph, capacity: &Capacity) -> Option<Channel> {
    match capacity {
        Capacity::EnvoyOf(actor) => of_owner(graph, graph.node(actor.as_str())?),
        _ => None,
    }
}

/// The channel of an office: by what kind of actor it belongs to, and for offices of a state or its government by rank.
fn channel(graph: &KnowledgeGraph, office: NodeId) -> Option<Channel> {
    let owner = of_owner(graph, graph.owner(office)?)?;
    let has = |level: Level| levels(graph, office).contains(&level);
    Some(match owner {
        Channel::State if has(Level::Speaker) => Channel::Legislature,
        Channel::State if has(Level::DefenceMinister) => Channel::Military,
        Channel::State if has(Level::SecurityAdviser) => Channel::Security,
        Channel::State if has(Level::RulingPartyLeader) && levels(graph, office).len() == 1 => Channel::Party,
        owner => owner,
    })
}

fn of_owner(graph: &KnowledgeGraph, owner: NodeId) -> Option<Channel> {
    Some(match graph.fact(owner).body.as_deref()? {
        Body::State(_) => Channel::State,
        Body::Party(_) => Channel::Party,
        Body::Organization(organization) => match organization.kind {
            Some(OrganizationKind::Government) => Channel::State,
            Some(OrganizationKind::Legislature) => Channel::Legislature,
            Some(OrganizationKind::Military) => Channel::Military,
            Some(OrganizationKind::Security) => Channel::Security,
            Some(OrganizationKind::Party) => Channel::Party,
            None if graph.fact(graph.root(owner)).kind() == Some(Kind::State) => Channel::State,
            _ => Channel::Other,
        },
        _ => Channel::Other,
    })
}
