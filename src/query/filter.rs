//! Filters: whether an event fits a scope, how surely, and if not why.

use super::answer::LeftOut;
use super::scope::{KindFilter, Scope, StatusWanted, When};
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::model::Certainty;
use crate::record::{Event, Kind, Status};

/// What became of something that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It fits, so surely.
    Fits(Certainty),
    /// It does not fit, and nothing needs to be said about it.
    Foreign,
    /// It would fit but was not held.
    Announced,
    /// It would fit if it was at the place, but its place is not stated.
    NoPlace,
}

/// Whether an event fits the scope, by period, kind, status, place, what it is under and what it is about.
pub(super) fn event(graph: &KnowledgeGraph, event: NodeId, scope: &Scope, silent: &[Kind]) -> Verdict {
    let fact = graph.fact(event);
    let Some(body) = fact.event() else {
        return Verdict::Foreign;
    };
    let when = match scope.when {
        When::During => graph.certainty_in(event, scope.period),
        When::Began => graph.certainty_began(event, scope.period),
    };
    let Some(when) = when.filter(|_| kind_fits(body, &scope.kinds, silent)) else {
        return Verdict::Foreign;
    };
    if !under_fits(graph, event, scope) {
        return Verdict::Foreign;
    }
    let place = match place(graph, event, scope) {
        Verdict::Fits(place) => place,
        other => return other,
    };
    let status = fact.timing.as_ref().map_or(Status::Held, |timing| timing.status);
    if !status_fits(status, scope.status) {
        return Verdict::Announced;
    }
    Verdict::Fits(when.min(place))
}

fn under_fits(graph: &KnowledgeGraph, event: NodeId, scope: &Scope) -> bool {
    let node = |id: &Option<crate::id::Id>| id.as_ref().map(|id| graph.node(id.as_str()));
    let under = node(&scope.under).is_none_or(|above| above.is_some_and(|above| graph.stands_under(event, above)));
    let about = node(&scope.about)
        .is_none_or(|topic| topic.is_some_and(|topic| graph.to(event, EdgeKind::About).any(|one| one == topic)));
    under && about
}

/// The name of the kind or format within the kind of an event.
pub(super) fn format(event: &Event) -> Option<&'static str> {
    match event {
        Event::Meeting(meeting) => meeting.format.map(|format| format.name()),
        Event::Session(session) => session.kind.map(|kind| kind.name()),
        Event::Activity(activity) => activity.kind.map(|kind| kind.name()),
        Event::Message(message) => message.kind.map(|kind| kind.name()),
        Event::Document(document) => document.kind.map(|kind| kind.name()),
        Event::Visit(_) | Event::Call(_) | Event::Statement(_) => None,
    }
}

fn kind_fits(event: &Event, wanted: &[KindFilter], silent: &[Kind]) -> bool {
    if wanted.is_empty() {
        return silent.is_empty() || silent.contains(&event.kind());
    }
    wanted
        .iter()
        .any(|one| one.kind == event.kind() && one.within.as_deref().is_none_or(|within| format(event) == Some(within)))
}

fn status_fits(status: Status, wanted: StatusWanted) -> bool {
    match wanted {
        StatusWanted::Held => status == Status::Held,
        StatusWanted::Only(one) => status == one,
        StatusWanted::Any => true,
    }
}

/// Whether an event was at the place: certainly if every stated place is it or lies in it, possibly if it lies in one.
fn place(graph: &KnowledgeGraph, event: NodeId, scope: &Scope) -> Verdict {
    let Some(at) = &scope.at else {
        return Verdict::Fits(Certainty::Certain);
    };
    let Some(around) = graph.node(at.as_str()) else {
        return Verdict::Foreign;
    };
    let places: Vec<NodeId> = graph.places_of(event);
    if places.is_empty() {
        return Verdict::NoPlace;
    }
    let derived = derived(graph, event, "place");
    let certain = places.iter().any(|place| graph.lies_in(*place, around)) && !derived;
    let possible = derived || places.iter().any(|place| graph.lies_in(around, *place));
    if graph.fact(event).disputes("place", None) && (certain || possible) {
        return Verdict::Fits(Certainty::Disputed);
    }
    match Certainty::of(certain, possible) {
        Some(certainty) => Verdict::Fits(certainty),
        None => Verdict::Foreign,
    }
}

/// Whether all accounts worked a field out instead of stating it.
///
/// Dates are left out: their arithmetic counts as stated, and a doubt stands in the date itself.
pub(super) fn derived(graph: &KnowledgeGraph, event: NodeId, field: &str) -> bool {
    let accounts = &graph.fact(event).accounts;
    !accounts.is_empty() && accounts.iter().all(|account| account.evidence.derived.contains_key(field))
}

/// Sorts out what is not shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    /// What was left out so far.
    pub(super) left_out: LeftOut,
    /// The first events that fit but for their mode.
    pub(super) by_other_mode: Vec<NodeId>,
}

impl Sieve {
    /// Passes on what is sure enough to show and counts the rest.
    pub(super) fn degree(&mut self, certainty: Certainty, scope: &Scope) -> bool {
        if certainty >= scope.at_least {
            return true;
        }
        match certainty {
            Certainty::Possible => self.left_out.possible += 1,
            Certainty::Disputed | Certainty::Certain => self.left_out.disputed += 1,
        }
        false
    }

    /// Counts an event that fits but for its mode, and remembers the first ones.
    pub(super) fn other_mode(&mut self, event: NodeId) {
        const REMEMBERED: usize = 8;
        self.left_out.mode += 1;
        if self.by_other_mode.len() < REMEMBERED {
            self.by_other_mode.push(event);
        }
    }

    /// Passes on an event that fits and counts one that was only announced or has no place.
    pub(super) fn event(&mut self, verdict: Verdict) -> Option<Certainty> {
        match verdict {
            Verdict::Fits(certainty) => return Some(certainty),
            Verdict::Announced => self.left_out.announced += 1,
            Verdict::NoPlace => self.left_out.no_place += 1,
            Verdict::Foreign => {}
        }
        None
    }
}
