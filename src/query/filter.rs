//! Filters: whether an event fits a scope, how surely, and if not why.

use super::LeftOut;
use super::forum_trip::{self, ForumTrips};
use super::said_by::said_by;
use super::scope::{KindFilter, Scope, StatusWanted, When};
use super::select;
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId, Room};
use crate::model::Certainty;
use crate::record::{Body, Event, Kind, Rank, Status};

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
    /// It would fit if nobody asked whose account it is, which nobody tells.
    NoVoice,
    /// It would fit if events on trips to forums were wanted.
    ForumTrip,
    /// It would fit if others than those on trips to forums were wanted.
    OtherTrip,
}

/// Whether an event fits the scope, by period, kind, status, place, what it is under and what it is about.
pub(super) fn event(graph: &KnowledgeGraph, event: NodeId, scope: &Scope, silent: &[Kind]) -> Verdict {
    if let Some(verdict) = row(graph, event, scope, silent) {
        return verdict;
    }
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
    let Some(rank) = rank(graph, event, scope) else {
        return Verdict::Foreign;
    };
    let voice = match voice(graph, event, scope) {
        Verdict::Fits(voice) => voice,
        other => return other,
    };
    match forum_trip::fits(graph, event, scope.forum_trips) {
        Some(trip) => Verdict::Fits(when.and(place).and(rank).and(voice).and(trip)),
        None if scope.forum_trips == ForumTrips::Only => Verdict::OtherTrip,
        None => Verdict::ForumTrip,
    }
}

/// The same for a row of a table, where the scope asks for nothing that its columns can't tell.
fn row(graph: &KnowledgeGraph, event: NodeId, scope: &Scope, silent: &[Kind]) -> Option<Verdict> {
    let (kind, class) = graph.row_class(event).filter(|_| asks_little(scope))?;
    let within = class.and_then(|class| class.within);
    if class.is_none() && scope.kinds.iter().any(|one| one.within.is_some()) {
        return None;
    }
    let wanted = kind_wanted(kind, within, &scope.kinds, silent);
    let when = match scope.when {
        When::During => graph.certainty_in(event, scope.period),
        When::Began => graph.certainty_began(event, scope.period),
    };
    let fits = when.filter(|_| wanted).map(|when| match status_fits(Status::Held, scope.status) {
        true => Verdict::Fits(when),
        false => Verdict::Announced,
    });
    Some(fits.unwrap_or(Verdict::Foreign))
}

/// Whether a scope asks for a period, kinds, modes and a degree, and for nothing else about events.
pub(super) fn asks_little(scope: &Scope) -> bool {
    scope.with_levels.is_empty()
        && scope.under.is_none()
        && scope.about.is_none()
        && scope.at.is_none()
        && scope.ranks.is_empty()
        && scope.said_by.is_empty()
        && scope.forum_trips == ForumTrips::default()
}

/// Whether an event is the account of one of those asked for.
fn voice(graph: &KnowledgeGraph, event: NodeId, scope: &Scope) -> Verdict {
    if scope.said_by.is_empty() {
        return Verdict::Fits(Certainty::Certain);
    }
    match said_by(graph, event, Room::of(graph, event).as_ref()) {
        None => Verdict::NoVoice,
        Some(told) if scope.said_by.iter().any(|voice| voice.in_rows() == told) => Verdict::Fits(Certainty::Certain),
        Some(_) => Verdict::Foreign,
    }
}

/// How surely an event is a visit of one of the ranks, or was part of one.
fn rank(graph: &KnowledgeGraph, event: NodeId, scope: &Scope) -> Option<Certainty> {
    if scope.ranks.is_empty() {
        return Some(Certainty::Certain);
    }
    let visits = std::iter::once(event).chain(graph.to(event, EdgeKind::PartOf));
    visits.filter_map(|visit| rank_of(graph, visit, scope)).max()
}

/// How surely a visit had one of the ranks: disputed if another account gives it a rank that was not asked for.
fn rank_of(graph: &KnowledgeGraph, visit: NodeId, scope: &Scope) -> Option<Certainty> {
    let fact = graph.fact(visit);
    if fact.kind() != Some(Kind::Visit) {
        return None;
    }
    let status = fact.timing.as_ref().map_or(Status::Held, |timing| timing.status);
    let own = |account: &crate::model::Account| match account.heard.as_ref() {
        Body::Event(Event::Visit(visit)) if account.supports(status) => visit.rank,
        _ => None,
    };
    let mut stated: Vec<Rank> = fact.accounts.iter().filter_map(own).filter(|rank| *rank != Rank::NotStated).collect();
    if stated.is_empty() {
        stated.push(Rank::NotStated);
    }
    let fits = |rank: &Rank| scope.ranks.contains(rank);
    if !stated.iter().any(fits) {
        return None;
    }
    // Two ranks that both were asked for dispute nothing that the question claims; a denial always does.
    let one_only = stated.iter().all(|rank| stated.first() == Some(rank));
    let denied = one_only && fact.disputes("rank", None);
    if denied || !stated.iter().all(fits) {
        return Some(Certainty::Disputed);
    }
    Some(if derived(graph, visit, "rank") { Certainty::Possible } else { Certainty::Certain })
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
    kind_wanted(event.kind(), format(event), wanted, silent)
}

/// Whether events of a kind, with the kind or format within it, are wanted.
pub(super) fn kind_wanted(kind: Kind, within: Option<&str>, wanted: &[KindFilter], silent: &[Kind]) -> bool {
    let fits = |one: &KindFilter| one.kind == kind && one.within.as_deref().is_none_or(|one| within == Some(one));
    match wanted {
        [] => silent.is_empty() || silent.contains(&kind),
        wanted => wanted.iter().any(fits),
    }
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
    let around = select::with_predecessors(graph, vec![around], scope);
    let inside = |place: &NodeId| around.iter().any(|around| graph.lies_in(*place, *around));
    let outside = |place: &NodeId| around.iter().any(|around| graph.lies_in(*around, *place));
    let fact = graph.fact(event);
    // Places that contradict each other may all lie there, and then nothing speaks against it.
    let everywhere = places.iter().all(inside) && !fact.denies("place");
    if fact.disputes("place", None) && !everywhere {
        let may = derived || places.iter().any(|place| inside(place) || outside(place));
        return if may { Verdict::Fits(Certainty::Disputed) } else { Verdict::Foreign };
    }
    let certain = places.iter().any(inside) && !derived;
    let possible = derived || places.iter().any(outside);
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
        if scope.only_disputed && certainty == Certainty::Certain {
            self.left_out.certain += 1;
            return false;
        }
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
            Verdict::NoVoice => self.left_out.no_voice += 1,
            Verdict::ForumTrip => self.left_out.forum_trips += 1,
            Verdict::OtherTrip => self.left_out.other_trips += 1,
            Verdict::Foreign => {}
        }
        None
    }
}
