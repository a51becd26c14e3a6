//! Trips to forums: whether an event took place on one.
//!
//! The nearest visit that says why it took place decides: it is a trip to a forum if `Forum` stands among its occasions
//! and `Bilateral` does not. Where no visit says so, an event counts as on such a trip if it, or what it is part of, was
//! a session or stands under or beside one, away from home for somebody who took part.

use super::filter::derived;
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId, Room};
use crate::model::Certainty;
use crate::record::{Event, Kind, Occasion};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// Whether events on trips to forums and sessions count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum ForumTrips {
    /// They count as all others do.
    #[default]
    Include,
    /// They do not count.
    Exclude,
    /// Nothing else counts.
    Only,
}

impl ForumTrips {
    /// What a rule says of them.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Include => "included",
            Self::Exclude => "left out",
            Self::Only => "only these",
        }
    }
}

impl Serialize for ForumTrips {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(match self {
            Self::Include => "include",
            Self::Exclude => "exclude",
            Self::Only => "only",
        })
    }
}

/// How surely an event is one that is wanted; nothing if it certainly is not.
pub(super) fn fits(graph: &KnowledgeGraph, event: NodeId, wanted: ForumTrips) -> Option<Certainty> {
    let asked = match wanted {
        ForumTrips::Include => return Some(Certainty::Certain),
        ForumTrips::Exclude => false,
        ForumTrips::Only => true,
    };
    let found = trip(graph, event);
    // What is not certain may be the one or the other.
    (found.to_forum == asked || found.degree != Certainty::Certain).then_some(found.degree)
}

/// What an event took place on.
#[derive(Clone, Copy, Debug)]
struct Trip {
    to_forum: bool,
    degree: Certainty,
}

/// What an event took place on. Costs what it is part of, and the participants.
fn trip(graph: &KnowledgeGraph, event: NodeId) -> Trip {
    let mut above = vec![event];
    let mut level = vec![event];
    while !level.is_empty() {
        let stated: Vec<Trip> = level.iter().filter_map(|visit| stated(graph, *visit)).collect();
        let forums = stated.iter().filter(|trip| trip.to_forum);
        // Of several visits that met at one event one to a forum is enough.
        let decides = forums.max_by_key(|trip| trip.degree).or(stated.iter().max_by_key(|trip| trip.degree));
        if let Some(trip) = decides {
            return *trip;
        }
        let next: BTreeSet<NodeId> = level.iter().flat_map(|node| graph.to(*node, EdgeKind::PartOf)).collect();
        level = next.into_iter().filter(|node| !above.contains(node)).collect();
        above.extend(&level);
    }
    let beside = above.iter().flat_map(|node| graph.to(*node, EdgeKind::Beside));
    let forums = above.iter().copied().chain(beside).filter(|node| is_forum(graph, *node));
    let away = forums.filter_map(|forum| away(graph, event, forum)).max();
    Trip { to_forum: away.is_some(), degree: away.unwrap_or(Certainty::Certain) }
}

/// What a visit says of itself, if it says why it took place.
fn stated(graph: &KnowledgeGraph, visit: NodeId) -> Option<Trip> {
    let occasions = match graph.event(visit) {
        Some(Event::Visit(visit)) if !visit.occasion.is_empty() => &visit.occasion,
        _ => return None,
    };
    let degree = match graph.fact(visit).disputes("occasion", None) {
        true => Certainty::Disputed,
        false if derived(graph, visit, "occasion") => Certainty::Possible,
        false => Certainty::Certain,
    };
    let to_forum = occasions.contains(&Occasion::Forum) && !occasions.contains(&Occasion::Bilateral);
    Some(Trip { to_forum, degree })
}

fn is_forum(graph: &KnowledgeGraph, node: NodeId) -> bool {
    matches!(graph.fact(node).kind(), Some(Kind::Session | Kind::Forum))
}

/// How surely somebody who took part in an event came from elsewhere to the session or forum.
fn away(graph: &KnowledgeGraph, event: NodeId, forum: NodeId) -> Option<Certainty> {
    let room = Room::of(graph, event);
    let seats = room.iter().flat_map(|room| &room.seats);
    let sides: BTreeSet<NodeId> = seats.flat_map(|seat| seat.side.actors.iter().copied()).collect();
    let home = home(graph, forum);
    let comes_from_elsewhere = match (home.is_empty(), sides.is_empty()) {
        (false, false) => return sides.iter().any(|side| !home.contains(side)).then_some(Certainty::Certain),
        // Wherever it was held, not all of several sides were at home, and who visits is not.
        (true, _) => sides.len() > 1 || graph.fact(event).kind() == Some(Kind::Visit),
        _ => false,
    };
    Some(if comes_from_elsewhere { Certainty::Certain } else { Certainty::Possible })
}

/// The states in which a session was held, or of those who held it where no place is stated.
fn home(graph: &KnowledgeGraph, forum: NodeId) -> BTreeSet<NodeId> {
    let is_state = |node: &NodeId| graph.fact(*node).kind() == Some(Kind::State);
    let mut around = graph.places_of(forum);
    let mut next = 0;
    while let Some(place) = around.get(next).copied() {
        next += 1;
        let wider: Vec<NodeId> = graph.to(place, EdgeKind::Within).filter(|wider| !around.contains(wider)).collect();
        around.extend(wider);
    }
    let states: BTreeSet<NodeId> = around.into_iter().filter(is_state).collect();
    if !states.is_empty() {
        return states;
    }
    graph.to(forum, EdgeKind::HostedBy).map(|host| graph.root(host)).filter(is_state).collect()
}
