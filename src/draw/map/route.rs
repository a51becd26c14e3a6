//! Routes: the stations of a tour, in the order in which it came to them.

use super::outline::Spot;
use super::placed::place_spot;
use crate::date::{Day, EventDate};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::query::row::EventRow;
use crate::record::{Body, Event, Kind, Leg};
use std::collections::BTreeMap;

/// A place of a tour.
#[derive(Clone, Debug)]
pub(super) struct Station {
    /// What it is called.
    pub(super) name: String,
    /// Where it lies.
    pub(super) spot: Spot,
    /// The numbers of its stays among all, from 1; none where no stay there is dated.
    pub(super) numbers: Vec<usize>,
    /// From when to when each stay was, as it reads.
    pub(super) stays: Vec<String>,
    /// What took place there.
    pub(super) events: Vec<Id>,
}

/// A tour.
#[derive(Clone, Debug, Default)]
pub(super) struct Route {
    /// Its places, by the first stay; those without a dated stay last.
    pub(super) stations: Vec<Station>,
    /// From which place to which it went, by their numbers.
    pub(super) ways: Vec<(usize, usize)>,
    /// Whether two stays at different places began on one day, so that nothing tells which came first.
    pub(super) is_open: bool,
    /// Events of which nothing can be placed, by what is stated of their place.
    pub(super) unplaced: BTreeMap<String, Vec<Id>>,
}

/// Somebody was somewhere.
struct Stop {
    place: Id,
    spot: Spot,
    /// The first and the last day, where these are known.
    days: Option<(Day, Day)>,
    event: Id,
}

impl Route {
    /// The route of what is under one event: stays at the places of events and of visits' stations that have a date.
    pub(super) fn of(rows: &[EventRow], graph: &KnowledgeGraph) -> Self {
        let mut route = Self::default();
        let mut stops = Vec::new();
        for row in rows {
            let found: Vec<Stop> = stops_of(row, graph);
            if found.is_empty() {
                let place = row.places.first().map(|place| graph.facts().name(place).to_owned());
                let place = place.unwrap_or_else(|| "no place stated".to_owned());
                route.unplaced.entry(place).or_default().push(row.event.clone());
            }
            stops.extend(found);
        }
        stops.sort_by_key(|stop| stop.days.map_or((Day::MAX, Day::MAX), |days| days));
        let mut stay: Option<(Id, Day, Day)> = None;
        let mut at: Option<usize> = None;
        let mut number = 0;
        for stop in &stops {
            let place = route.station(stop, graph);
            let Some((first, last)) = stop.days else {
                continue;
            };
            if let Some((here, _, until)) = &mut stay
                && *here == stop.place
            {
                *until = (*until).max(last);
                let until = *until;
                route.prolong(place, until);
                continue;
            }
            route.is_open |= stay.as_ref().is_some_and(|(_, began, _)| *began == first);
            route.ways.extend(at.map(|from| (from, place)));
            number += 1;
            route.begin(place, number, (first, last));
            (stay, at) = (Some((stop.place.clone(), first, last)), Some(place));
        }
        route
    }

    /// The number of the station where somebody was, with the event noted.
    fn station(&mut self, stop: &Stop, graph: &KnowledgeGraph) -> usize {
        let name = graph.facts().name(&stop.place).to_owned();
        let known = self.stations.iter().position(|one| one.name == name && one.spot == stop.spot);
        let place = known.unwrap_or(self.stations.len());
        if known.is_none() {
            let (numbers, stays, events) = (Vec::new(), Vec::new(), Vec::new());
            self.stations.push(Station { name, spot: stop.spot, numbers, stays, events });
        }
        if let Some(station) = self.stations.get_mut(place)
            && !station.events.contains(&stop.event)
        {
            station.events.push(stop.event.clone());
        }
        place
    }

    fn begin(&mut self, place: usize, number: usize, (first, last): (Day, Day)) {
        if let Some(station) = self.stations.get_mut(place) {
            station.numbers.push(number);
            station.stays.push(days(first, last));
        }
    }

    fn prolong(&mut self, place: usize, until: Day) {
        let stay = self.stations.get_mut(place).and_then(|station| station.stays.last_mut());
        if let Some(stay) = stay {
            let first = stay.get(..10).unwrap_or_default().to_owned();
            *stay = if first == until.to_string() { first } else { format!("{first} to {until}") };
        }
    }
}

fn days(first: Day, last: Day) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// Where a row was: of a visit each station, of another event its place.
fn stops_of(row: &EventRow, graph: &KnowledgeGraph) -> Vec<Stop> {
    let own = row.date_first.zip(row.date_last);
    let legs = legs(row, graph);
    let places: Vec<(&Id, Option<(Day, Day)>)> = if legs.is_empty() {
        // Of an event at several places nothing tells when it was at which.
        row.places.iter().map(|place| (place, own.filter(|_| row.places.len() == 1))).collect()
    } else {
        let days = |leg: &Leg| leg.when.as_ref().and_then(bounded).or(own.filter(|_| legs.len() == 1));
        legs.iter().map(|leg| (&leg.place, days(leg))).collect()
    };
    let stop = |(place, days): (&Id, Option<(Day, Day)>)| {
        let (place, spot) = place_spot(graph, place)?;
        Some(Stop { place, spot, days, event: row.event.clone() })
    };
    places.into_iter().filter_map(stop).collect()
}

fn bounded(when: &EventDate) -> Option<(Day, Day)> {
    let (first, last) = (when.first(), when.last());
    (!first.is_open() && !last.is_open()).then_some((first, last))
}

fn legs<'g>(row: &EventRow, graph: &'g KnowledgeGraph) -> &'g [Leg] {
    match graph.facts().get(row.event.as_str()).and_then(|fact| fact.body.as_deref()) {
        Some(Body::Event(Event::Visit(visit))) if row.kind == Kind::Visit => &visit.legs,
        _ => &[],
    }
}
