//! Where events took place, as far as a map can show it.

use super::outline::{Outline, Spot};
use crate::date::{Day, PointDate};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Certainty, Fact};
use crate::query::row::EventRow;
use crate::record::{Body, Kind, Place, Within};
use std::collections::{BTreeMap, BTreeSet};

/// A country or place with what took place in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Host {
    /// The state or place.
    pub(super) id: Option<Id>,
    /// What it is called.
    pub(super) name: String,
    /// The country of the outline, by number, where it is one.
    pub(super) country: Option<usize>,
    /// Where it lies.
    pub(super) spot: Spot,
    /// What took place there, and how surely.
    pub(super) events: BTreeMap<Id, Certainty>,
}

impl Host {
    /// How many events are certain, and how many there are.
    pub(super) fn numbers(&self) -> (usize, usize) {
        let certain = self.events.values().filter(|certainty| **certainty == Certainty::Certain).count();
        (certain, self.events.len())
    }

    /// The number as it reads.
    pub(super) fn count(&self) -> String {
        match self.numbers() {
            (least, most) if least == most => most.to_string(),
            (least, most) => format!("{least}–{most}"),
        }
    }
}

/// What is on the map, and what is not.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// The most frequent first.
    pub(super) hosts: Vec<Host>,
    /// Events of which nothing can be placed, and why: where they took place, or that it is not stated.
    pub(super) unplaced: BTreeMap<String, Vec<Id>>,
}

/// Where rows lie: a place or state for each of theirs, with its name and spot.
struct Found {
    id: Id,
    country: Option<usize>,
    spot: Spot,
}

impl Placed {
    /// By host country: the states that were visited, else those in which the places lay then.
    pub(super) fn by_country(rows: &[EventRow], graph: &KnowledgeGraph, outline: &Outline) -> Self {
        let find = |row: &EventRow| {
            let located = |states: &BTreeSet<Id>| -> Vec<Found> {
                states.iter().filter_map(|state| country(graph, outline, state.clone())).collect()
            };
            let goals: BTreeSet<Id> = row.to.iter().cloned().collect();
            let states = around(graph, row);
            let mut found = located(&goals);
            if found.is_empty() {
                // An organization has its seat in a state, and a state of the past is not on the map.
                found = located(&states);
            }
            let lost = goals.iter().chain(&states).next().or(row.places.first());
            (found, lost.map(|id| graph.facts().name(id).to_owned()))
        };
        Self::of(rows, graph, find)
    }

    /// By place, where a place or what it lies in has coordinates.
    pub(super) fn by_place(rows: &[EventRow], graph: &KnowledgeGraph) -> Self {
        let find = |row: &EventRow| {
            let lost = row.places.first().map(|place| graph.facts().name(place).to_owned());
            (row.places.iter().filter_map(|place| spot(graph, place)).collect(), lost)
        };
        Self::of(rows, graph, find)
    }

    fn of(rows: &[EventRow], graph: &KnowledgeGraph, find: impl Fn(&EventRow) -> (Vec<Found>, Option<String>)) -> Self {
        let mut hosts: BTreeMap<Id, Host> = BTreeMap::new();
        let mut unplaced: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for row in rows {
            let (found, lost) = find(row);
            if found.is_empty() {
                let place = lost.unwrap_or_else(|| "no place stated".to_owned());
                unplaced.entry(place).or_default().push(row.event.clone());
            }
            // Where accounts contradict each other on the place, none of several is certain.
            let is_open = row.disputed.iter().any(|aspect| aspect == "place" || aspect == "to");
            let certainty = if is_open { row.certainty.min(Certainty::Disputed) } else { row.certainty };
            for Found { id, country, spot } in found {
                let name = graph.facts().name(&id).to_owned();
                let host = hosts.entry(id.clone()).or_insert_with(|| Host {
                    id: Some(id),
                    name,
                    country,
                    spot,
                    events: BTreeMap::new(),
                });
                let known = host.events.entry(row.event.clone()).or_insert(certainty);
                *known = (*known).max(certainty);
            }
        }
        let mut hosts: Vec<Host> = hosts.into_values().collect();
        hosts.sort_by(|a, b| b.events.len().cmp(&a.events.len()).then_with(|| a.name.cmp(&b.name)));
        Self { hosts, unplaced }
    }
}

/// The country that a state is on the outline, by its code.
fn country(graph: &KnowledgeGraph, outline: &Outline, state: Id) -> Option<Found> {
    let codes = graph.facts().get(state.as_str()).and_then(|fact| fact.outside.get("iso3166"));
    let number = codes.into_iter().flatten().find_map(|code| outline.country(code))?;
    let spot = outline.countries.get(number)?.middle;
    Some(Found { id: state, country: Some(number), spot })
}

/// Where a place lies: by its own coordinates, else by those of the nearest place around it that has any.
pub(super) fn place_spot(graph: &KnowledgeGraph, place: &Id) -> Option<(Id, Spot)> {
    spot(graph, place).map(|found| (found.id, found.spot))
}

/// Places lie in each other no deeper than this; what is deeper is a circle.
const DEEPEST: usize = 12;

fn spot(graph: &KnowledgeGraph, place: &Id) -> Option<Found> {
    let mut next = vec![place.clone()];
    for _ in 0..DEEPEST {
        for id in &next {
            let body = body(graph, id);
            if let Some((lat, lon)) = body.and_then(|place| place.lat.zip(place.lon)) {
                let spot = Spot { lon: lon.get(), lat: lat.get() };
                return Some(Found { id: id.clone(), country: None, spot });
            }
        }
        let around = next.iter().filter_map(|id| body(graph, id)).flat_map(|place| place.within.iter());
        next = around.map(|within| within.place.clone()).collect();
    }
    None
}

fn body<'g>(graph: &'g KnowledgeGraph, id: &Id) -> Option<&'g Place> {
    match graph.facts().get(id.as_str()).and_then(|fact| fact.body.as_deref()) {
        Some(Body::Place(place)) => Some(place),
        _ => None,
    }
}

/// The states in which the places of a row lay then.
fn around(graph: &KnowledgeGraph, row: &EventRow) -> BTreeSet<Id> {
    let mut states = BTreeSet::new();
    let mut next: Vec<Id> = row.places.clone();
    for _ in 0..DEEPEST {
        let mut above = Vec::new();
        for id in &next {
            let is_state = graph.facts().get(id.as_str()).and_then(Fact::kind) == Some(Kind::State);
            if is_state {
                states.insert(id.clone());
            } else if let Some(place) = body(graph, id) {
                let then = place.within.iter().filter(|within| lay_then(within, row));
                above.extend(then.map(|within| within.place.clone()));
            }
        }
        next = above;
    }
    states
}

/// Whether a place can have lain in another on the days of a row.
fn lay_then(within: &Within, row: &EventRow) -> bool {
    let (first, last) = (row.date_first.unwrap_or(Day::MIN), row.date_last.unwrap_or(Day::MAX));
    let from = within.from.as_ref().map_or(Day::MIN, PointDate::first);
    let until = within.until.as_ref().map_or(Day::MAX, PointDate::last);
    from <= last && first <= until
}
