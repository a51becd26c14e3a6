//! A map as marks, whatever it shows.

use super::land::{land, lines};
use super::outline::Spot;
use super::placed::Host;
use super::view::View;
use super::{Borders, Extent, Map, Shown, hosts, tour};
use crate::draw::legend::{Entry, Legend};
use crate::draw::scene::{Ink, Mark, Point, Shape, Text};
use crate::draw::sheet::{Panel, Sheet};
use crate::draw::text::{Ruler, wrap};
use crate::id::Id;
use crate::query::row::Table;
use std::collections::BTreeMap;

pub(super) const SIZE: f64 = 7.0;

/// What stands on the land, and what there is to say of it.
#[derive(Default)]
pub(super) struct Drawing {
    /// Areas below borders and coasts.
    pub(super) below: Vec<Mark>,
    /// Signs and labels above them.
    pub(super) above: Vec<Mark>,
    pub(super) entries: Vec<Entry>,
    pub(super) counted: String,
    pub(super) notes: Vec<String>,
}

pub(super) fn panel(map: &Map<'_>, extent: Extent, sheet: &Sheet, ruler: &Ruler) -> Panel {
    let view = View::new(extent, &spots(map), sheet.width());
    let drawing = match &map.shown {
        Shown::Hosts(placed) => hosts::draw(map, placed, &view, ruler),
        Shown::Route(route) => tour::draw(route, &view, ruler),
    };
    let mut marks = vec![land(map.outline, &view)];
    marks.extend(drawing.below);
    marks.push(lines(map.outline, &view, map.borders));
    marks.extend(drawing.above);
    let mut height = view.area.height;
    marks.extend(unplaced(map, (view.area.width, ruler), &mut height));
    let mut notes = drawing.notes;
    notes.push(on_borders(map));
    let legend = Legend { entries: drawing.entries };
    let (title, counted, table) = (map.title.clone(), drawing.counted, Some(table(map)));
    Panel { title, counted, notes, height, marks, legend, columns: None, table }
}

/// Where things lie that the map has to show.
fn spots(map: &Map<'_>) -> Vec<Spot> {
    match &map.shown {
        Shown::Hosts(placed) => placed.hosts.iter().flat_map(|host| around(map, host)).collect(),
        Shown::Route(route) => route.stations.iter().map(|station| station.spot).collect(),
    }
}

/// What has to be seen of a host: of a country that is shaded its largest part, of any other its place.
fn around(map: &Map<'_>, host: &Host) -> Vec<Spot> {
    let country = host.country.filter(|_| map.borders == Borders::DeFacto);
    let rings = country.and_then(|number| map.outline.countries.get(number)).map(|country| &country.rings);
    let edges = rings.into_iter().flatten().map(|ring| map.outline.ring(ring));
    edges.max_by_key(Vec::len).unwrap_or_else(|| vec![host.spot])
}

fn table(map: &Map<'_>) -> Table {
    match &map.shown {
        Shown::Hosts(placed) => hosts::table(placed),
        Shown::Route(route) => tour::table(route),
    }
}

fn on_borders(map: &Map<'_>) -> String {
    let land = "Land: Natural Earth 4.1, 1:110m, in the Equal Earth projection.";
    match map.borders {
        Borders::DeFacto => {
            format!("{land} Borders are those of 2018, by who holds the ground, and no position of the authors.")
        }
        Borders::None => land.to_owned(),
    }
}

/// What could not be placed, in words below the map.
fn unplaced(map: &Map<'_>, (width, ruler): (f64, &Ruler), height: &mut f64) -> Option<Mark> {
    let unplaced = match &map.shown {
        Shown::Hosts(placed) => &placed.unplaced,
        Shown::Route(route) => &route.unplaced,
    };
    if unplaced.is_empty() {
        return None;
    }
    let text = crate::draw::plain(&told(unplaced));
    let lines = wrap(ruler, &text, width, SIZE, crate::draw::Weight::Regular, 8);
    let mut shapes = Vec::new();
    for line in lines {
        *height += SIZE * Ruler::LEADING;
        shapes.push(Shape::Text(Text::new(Point::new(0.0, *height), line, SIZE).inked(Ink::Muted)));
    }
    *height += SIZE * 0.4;
    let events = unplaced.values().flatten().cloned().collect();
    Some(Mark { class: "unplaced", events, shapes, ..Mark::default() })
}

/// So many places are named.
const NAMED: usize = 6;

fn told(unplaced: &BTreeMap<String, Vec<Id>>) -> String {
    let mut places: Vec<(&String, usize)> = unplaced.iter().map(|(place, events)| (place, events.len())).collect();
    places.sort_by_key(|(place, number)| (std::cmp::Reverse(*number), *place));
    let all: usize = places.iter().map(|(_, number)| number).sum();
    let named: Vec<String> = places.iter().take(NAMED).map(|(place, number)| format!("{place} {number}")).collect();
    let more = places.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more places") };
    format!("Not on the map, as the facts do not tell where: {all} ({}{more}).", named.join(", "))
}
