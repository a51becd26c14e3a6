//! Sessions as they are called: by what they are of, and where or when they were held.

use super::said::Value;
use super::slot::{Aside, Meaning, Sphere, name_of, without};
use super::when;
use crate::date::Period;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Fact;
use crate::names::Wanted;
use crate::query::wanted::PLACE;
use crate::record::{Event, Kind, SessionKind};

/// What sessions are of.
const FORUM: Wanted<'static> = Wanted { kinds: &[Kind::Forum, Kind::Organization], word: "a forum or organization" };

/// What sessions of those who lead are called.
const SUMMIT: &str = " summit";
/// How sessions of forums are called by their place.
const SESSIONS: [&str; 4] = [SUMMIT, " session", " conference", " congress"];

/// The one session of a forum, at a place or in days where they are said: `BRICS summit in Kazan`, `2024 BRICS summit`.
pub(super) fn of(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    let Some(called) = Called::read(name) else {
        return Meaning::Nothing;
    };
    let Meaning::Is(Value::Facts(forums), _) = name_of(called.forum, &FORUM, sphere) else {
        return Meaning::Nothing;
    };
    let graph = sphere.graph;
    let of: Vec<NodeId> = forums.iter().filter_map(|forum| graph.node(forum.as_str())).collect();
    let Some(narrowed) = called.narrowed(sphere) else {
        return Meaning::Nothing;
    };
    sessions(graph, |fact, session| {
        let is_of = of.iter().any(|forum| graph.stands_under(session, *forum));
        is_of && is_called(fact, called.word) && narrowed.iter().all(|by| by.fits(fact, session, graph))
    })
}

/// A session by the name of what it is a session of.
struct Called<'t> {
    /// The days before the name: `2024 BRICS summit`.
    year: Option<&'t str>,
    forum: &'t str,
    /// What the session is called.
    word: &'static str,
    /// Where or when it was held.
    held: Option<&'t str>,
}

impl<'t> Called<'t> {
    fn read(name: &'t str) -> Option<Self> {
        let lower = name.to_lowercase();
        let cut = |word: &&'static str| {
            let at = lower.find(*word)?;
            let rest = name.get(at + word.len()..).filter(|_| lower.len() == name.len())?;
            let held = [" in ", " of "].iter().find_map(|opener| without(rest, opener));
            let held = held.or_else(|| rest.is_empty().then_some(""))?;
            Some((name.get(..at)?, *word, held))
        };
        let (front, word, held) = SESSIONS.iter().find_map(cut)?;
        let (year, forum) = match front.split_once(' ') {
            Some((year, forum)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
                (Some(year), forum)
            }
            _ => (None, front),
        };
        Some(Self { year, forum, word, held: Some(held).filter(|held| !held.is_empty()) })
    }

    /// By what the sessions of the forum are narrowed; none if that is neither a place nor days.
    fn narrowed(&self, sphere: &Sphere<'_, '_>) -> Option<Vec<By>> {
        let days = |text: &str| when::read_bare(text, sphere.today)?.ok().map(By::Days);
        let place = |text: &str| match name_of(text, &PLACE, sphere) {
            Meaning::Is(Value::Facts(places), _) => Some(By::Places(nodes(&places, sphere.graph))),
            _ => None,
        };
        let year = self.year.map(days).into_iter();
        year.chain(self.held.map(|held| place(held).or_else(|| days(held)))).collect()
    }
}

/// What a session is narrowed by.
enum By {
    Places(Vec<NodeId>),
    Days(Period),
}

impl By {
    fn fits(&self, fact: &Fact, session: NodeId, graph: &KnowledgeGraph) -> bool {
        match self {
            By::Places(places) => is_inside(session, places, graph),
            By::Days(days) => fact.timing.as_ref().is_some_and(|timing| timing.hull().certainly_in(*days)),
        }
    }
}

/// Whether a session can be called so: a meeting of ministers is no summit.
fn is_called(fact: &Fact, word: &str) -> bool {
    let kind = match fact.event() {
        Some(Event::Session(session)) => session.kind,
        _ => None,
    };
    word != SUMMIT || kind.is_none_or(|kind| kind == SessionKind::Summit)
}

/// The one session that was held at a place: `Kazan summit`.
pub(super) fn at(name: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    let lower = name.to_lowercase();
    let place = SESSIONS.iter().find_map(|word| lower.strip_suffix(word)).and_then(|place| name.get(..place.len()));
    let Some(Meaning::Is(Value::Facts(places), _)) = place.map(|place| name_of(place, &PLACE, sphere)) else {
        return Meaning::Nothing;
    };
    let around = nodes(&places, sphere.graph);
    sessions(sphere.graph, |_, session| is_inside(session, &around, sphere.graph))
}

fn nodes(places: &[Id], graph: &KnowledgeGraph) -> Vec<NodeId> {
    places.iter().filter_map(|place| graph.node(place.as_str())).collect()
}

fn is_inside(session: NodeId, around: &[NodeId], graph: &KnowledgeGraph) -> bool {
    let inside = |place: NodeId| around.iter().any(|around| graph.lies_in(place, *around));
    graph.places_of(session).into_iter().any(inside)
}

/// The one session that is wanted.
fn sessions(graph: &KnowledgeGraph, is_wanted: impl Fn(&Fact, NodeId) -> bool) -> Meaning {
    let fits = |fact: &&Fact| graph.node(fact.id.as_str()).is_some_and(|node| is_wanted(fact, node));
    let sessions = graph.facts().of_kinds(&[Kind::Session]);
    let held: Vec<Id> = sessions.filter(fits).map(|fact| fact.id.clone()).collect();
    match held.as_slice() {
        [] => Meaning::Nothing,
        [_] => Meaning::Is(Value::Facts(held), Aside::default()),
        _ => Meaning::Several(held),
    }
}
