//! A tour as points and the ways between them.

use super::drawn::Drawing;
use super::hosts::texts_of;
use super::labels::Wanted;
use super::route::{Route, Station};
use super::view::View;
use crate::draw::legend::{Entry, Sign};
use crate::draw::scene::{Fill, Ink, Mark, Point, Shape, Step, Stroke};
use crate::draw::text::{Ruler, number, plain};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::row::{Cell, Table};
use std::collections::BTreeSet;

const DOT: f64 = 3.0;
/// How far a way bends off the straight line, as a share of it, so that there and back are two lines.
const BEND: f64 = 0.12;

/// The tour on a view.
pub(super) fn draw(route: &Route, view: &View, ruler: &Ruler) -> Drawing {
    let points: Vec<Option<Point>> = route.stations.iter().map(|station| view.point(station.spot)).collect();
    let point = |number: usize| points.get(number).copied().flatten();
    let ways = route.ways.iter().filter_map(|(from, to)| way(point(*from)?, point(*to)?));
    let mut above: Vec<Mark> = ways.collect();
    let mut wanted = Vec::new();
    for (station, at) in route.stations.iter().zip(&points) {
        if let Some(at) = *at {
            above.push(dot(station, at));
            wanted.push(Wanted { at, radius: DOT, texts: texts(station) });
        }
    }
    above.extend(texts_of(&wanted, view.area, ruler));
    Drawing { above, entries: entries(route), counted: counted(route), notes: notes(route), ..Drawing::default() }
}

fn dot(station: &Station, centre: Point) -> Mark {
    let ink = if station.numbers.is_empty() { Ink::Paper } else { Ink::Group(0) };
    let (fill, stroke) = (Some(Fill::Even(ink)), Some(Stroke::solid(Ink::Text, 0.6)));
    Mark {
        class: "station",
        tip: Some(plain(&format!("{} {}", station.name, station.stays.join(", ")))),
        events: station.events.clone(),
        shapes: vec![Shape::Circle { centre, radius: DOT, fill, stroke }],
        ..Mark::default()
    }
}

fn numbers(station: &Station) -> String {
    station.numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

fn texts(station: &Station) -> Vec<String> {
    let (name, numbers) = (plain(&station.name), numbers(station));
    if numbers.is_empty() {
        return vec![name];
    }
    let dated = format!("{numbers} {name}, {}", station.stays.join("; "));
    vec![dated, format!("{numbers} {name}"), numbers]
}

/// A bent line from one place to another, with an arrow in its middle.
fn way(from: Point, to: Point) -> Option<Mark> {
    let length = from.distance(to);
    if length < 1.0 {
        return None;
    }
    let (along, across) = (
        Point::new((to.x - from.x) / length, (to.y - from.y) / length),
        Point::new((to.y - from.y) / length, -(to.x - from.x) / length),
    );
    let middle = from.toward(to, 0.5);
    let over = middle.moved(across.x * length * BEND, across.y * length * BEND);
    // The middle of the curve lies halfway to the point that bends it.
    let top = middle.toward(over, 0.5);
    let head = 3.2;
    let corner =
        |ahead: f64, aside: f64| top.moved(along.x * ahead + across.x * aside, along.y * ahead + across.y * aside);
    let stroke = Stroke::solid(Ink::Group(0), 1.1);
    let line = Shape::Path { steps: vec![Step::Move(from), Step::Bend(over, to)], fill: None, stroke: Some(stroke) };
    let arrow = vec![
        Step::Move(corner(head, 0.0)),
        Step::Line(corner(-head, head * 0.8)),
        Step::Line(corner(-head, -head * 0.8)),
        Step::Close,
    ];
    let arrow = Shape::Path { steps: arrow, fill: Some(Fill::Even(Ink::Group(0))), stroke: None };
    Some(Mark::plain("way", vec![line, arrow]))
}

fn entries(route: &Route) -> Vec<Entry> {
    let dot = |ink: Ink| {
        let (fill, stroke) = (Some(Fill::Even(ink)), Some(Stroke::solid(Ink::Text, 0.6)));
        Sign::Shapes(vec![Shape::Circle { centre: Point::default(), radius: DOT, fill, stroke }])
    };
    let mut entries = Vec::new();
    if route.stations.iter().any(|station| !station.numbers.is_empty()) {
        entries.push(Entry::new(dot(Ink::Group(0)), "stay, numbered in order of time"));
    }
    if route.stations.iter().any(|station| station.numbers.is_empty()) {
        entries.push(Entry::new(dot(Ink::Paper), "stay without a stated day"));
    }
    if !route.ways.is_empty() {
        entries.push(Entry::new(Sign::Line(Stroke::solid(Ink::Group(0), 1.1)), "next stay; no route is stated"));
    }
    entries
}

fn counted(route: &Route) -> String {
    let events: BTreeSet<&Id> = route.stations.iter().flat_map(|station| &station.events).collect();
    let lost: usize = route.unplaced.values().map(Vec::len).sum();
    let shown = if lost == 0 { String::new() } else { format!("{} of ", events.len()) };
    format!("{shown}{} at {}", number(events.len() + lost, "event"), number(route.stations.len(), "place"))
}

fn notes(route: &Route) -> Vec<String> {
    let open = "Two stays began on one day; which came first is not stated.";
    route.is_open.then(|| open.to_owned()).into_iter().collect()
}

/// The route in words.
pub(super) fn table(route: &Route) -> Table {
    let mut table = Table { columns: vec!["number", "where", "when"], rows: Vec::new(), certainty: Vec::new() };
    for station in &route.stations {
        let stays = station.stays.clone();
        let when = if stays.is_empty() { Cell::Empty } else { Cell::List(stays) };
        table.rows.push(vec![Cell::Text(numbers(station)), Cell::Text(station.name.clone()), when]);
        table.certainty.push(Certainty::Certain);
    }
    for place in route.unplaced.keys() {
        table.rows.push(vec![Cell::Empty, Cell::Text(format!("{place} (not on the map)")), Cell::Empty]);
        table.certainty.push(Certainty::Certain);
    }
    table
}
