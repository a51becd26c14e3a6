//! Host countries and places as shades and circles.

use super::drawn::{Drawing, SIZE};
use super::labels::{self, Wanted};
use super::land::country_steps;
use super::placed::{Host, Placed};
use super::shade::Shades;
use super::view::View;
use super::{Borders, Map};
use crate::draw::legend::{Entry, Sign};
use crate::draw::scene::{Area, Fill, Ink, Mark, Point, Shape, Step, Stroke, Text};
use crate::draw::text::{Ruler, number, plain};
use crate::model::Certainty;
use crate::query::row::{Cell, Table};

/// A country that is smaller than this on paper is a circle, in square points.
const SMALL: f64 = 30.0;
/// The circle of a country that is too small for its shape.
const DOT: f64 = 3.2;
/// The largest circle that stands for a number, on a map as wide as this.
const LARGEST: f64 = 13.0;
const WIDE: f64 = 480.0;

/// The hosts on a view.
pub(super) fn draw(map: &Map<'_>, placed: &Placed, view: &View, ruler: &Ruler) -> Drawing {
    let most = placed.hosts.iter().map(|host| host.numbers().1).max().unwrap_or(0);
    let circles = Circles { most, largest: LARGEST * (view.area.width / WIDE).sqrt().min(1.0) };
    let mut drawing = Drawing { counted: counted(map, placed), notes: notes(placed), ..Drawing::default() };
    let shades = Shades::new(most);
    let shaded = map.borders == Borders::DeFacto && placed.hosts.iter().all(|host| host.country.is_some());
    let (mut seen, mut wanted) = (Vec::new(), Vec::new());
    for host in &placed.hosts {
        let count = host.numbers().1;
        let radius = if shaded { shade(map, host, (view, &shades), &mut drawing) } else { Some(circles.radius(count)) };
        let Some(at) = view.point(host.spot) else { continue };
        if let Some(radius) = radius {
            drawing.above.push(circle(host, at, radius, if shaded { shades.depth(count) } else { 5 }));
        }
        seen.push(host);
        wanted.push(Wanted { at, radius: radius.unwrap_or(0.0), texts: texts(host) });
    }
    let labels = labels::place(&wanted, view.area, ruler, SIZE);
    drawing.notes.extend(nameless(seen.into_iter().zip(&labels)));
    drawing.above.extend(marked(labels));
    if !placed.hosts.is_empty() {
        drawing.entries = if shaded { of_shades(&shades, map.noun()) } else { circles.entries(map.noun()) };
    }
    drawing
}

/// So many are named that have no name on the map.
const NAMED: usize = 8;

/// Those for whose name there was no room, with their numbers.
fn nameless<'h>(hosts: impl Iterator<Item = (&'h Host, &'h Option<labels::Placed>)>) -> Option<String> {
    let is_named = |host: &Host, label: &labels::Placed| label.text.starts_with(&plain(&host.name));
    let without = hosts.filter(|(host, label)| !label.as_ref().is_some_and(|label| is_named(host, label)));
    let names: Vec<String> = without.map(|(host, _)| format!("{} {}", host.name, host.count())).collect();
    let more = names.len().saturating_sub(NAMED);
    let named = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    (!names.is_empty()).then(|| format!("Without a name on the map: {named}{more}."))
}

/// Shades a country; where it is too small for that, the radius of the circle that stands for it.
fn shade(map: &Map<'_>, host: &Host, (view, shades): (&View, &Shades), drawing: &mut Drawing) -> Option<f64> {
    let country = host.country.and_then(|number| map.outline.countries.get(number))?;
    let steps = country_steps(map.outline, view, country);
    let is_small = size(&steps) < SMALL;
    let fill = Some(Fill::Even(Ink::Depth(shades.depth(host.numbers().1))));
    // A light edge, so that the border of two that are equally dark is seen.
    let stroke = Some(Stroke::solid(Ink::Paper, 0.9));
    let mark = mark(host, vec![Shape::Path { steps, fill, stroke }]);
    if is_small {
        // The circle stands for the events.
        drawing.below.push(Mark { events: Vec::new(), ..mark });
        Some(DOT)
    } else {
        drawing.below.push(mark);
        None
    }
}

fn circle(host: &Host, centre: Point, radius: f64, depth: usize) -> Mark {
    let fill = Some(Fill::Even(Ink::Depth(depth)));
    let stroke = Some(Stroke::solid(Ink::Text, 0.5));
    mark(host, vec![Shape::Circle { centre, radius, fill, stroke }])
}

fn mark(host: &Host, shapes: Vec<Shape>) -> Mark {
    Mark {
        class: "host",
        tip: Some(plain(&format!("{}: {}", host.name, host.count()))),
        events: host.events.keys().cloned().collect(),
        about: host.id.iter().cloned().collect(),
        shapes,
    }
}

/// Circles whose areas are as numbers.
struct Circles {
    /// The highest number.
    most: usize,
    /// Its radius at most.
    largest: f64,
}

impl Circles {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    fn radius(&self, number: usize) -> f64 {
        // Where all are few the largest circle need not be large.
        let largest = self.largest.min(3.0 + 1.4 * self.most as f64);
        (largest * (number as f64 / self.most.max(1) as f64).sqrt()).max(1.6)
    }

    fn entries(&self, noun: &str) -> Vec<Entry> {
        // A sign in a legend has room for four points to each side.
        let number = (1..=self.most).rev().find(|number| self.radius(*number) <= 4.0).unwrap_or(1);
        let (fill, stroke) = (Some(Fill::Even(Ink::Depth(5))), Some(Stroke::solid(Ink::Text, 0.5)));
        let radius = self.radius(number).min(4.0);
        let sign = Sign::Shapes(vec![Shape::Circle { centre: Point::default(), radius, fill, stroke }]);
        let areas = if self.most == number { "" } else { "; areas are as numbers" };
        vec![Entry::new(sign, format!("{noun}: {number}{areas}"))]
    }
}

fn texts(host: &Host) -> Vec<String> {
    let name = plain(&host.name);
    // A name that is long is left to the table.
    let whole = (name.chars().count() <= 24).then(|| format!("{name} {}", host.count()));
    whole.into_iter().chain([host.count()]).collect()
}

/// Labels as marks.
pub(super) fn texts_of(wanted: &[Wanted], bounds: Area, ruler: &Ruler) -> Option<Mark> {
    marked(labels::place(wanted, bounds, ruler, SIZE))
}

fn marked(labels: Vec<Option<labels::Placed>>) -> Option<Mark> {
    let texts = labels.into_iter().flatten().map(|label| {
        let text = Text::new(label.at, label.text, SIZE).anchored(label.anchor);
        Shape::Text(if label.on_sign { text } else { text.on_paper() })
    });
    let shapes: Vec<Shape> = texts.collect();
    (!shapes.is_empty()).then(|| Mark::plain("label", shapes))
}

/// The area within a path, in square points; what is cut off does not count.
fn size(steps: &[Step]) -> f64 {
    let (mut size, mut start, mut last) = (0.0, Point::default(), Point::default());
    let mut add = |from: Point, to: Point| size += (from.x * to.y - to.x * from.y) / 2.0;
    for step in steps {
        match step {
            Step::Move(to) => (start, last) = (*to, *to),
            Step::Line(to) | Step::Bend(_, to) => {
                add(last, *to);
                last = *to;
            }
            Step::Close => add(last, start),
        }
    }
    size.abs()
}

fn of_shades(shades: &Shades, noun: &str) -> Vec<Entry> {
    let classes = shades.classes();
    let name = |(place, text): (usize, &String)| if place == 0 { format!("{noun}: {text}") } else { text.clone() };
    let entry = |(place, (number, text)): (usize, &(usize, String))| {
        Entry::new(Sign::Swatch(Fill::Even(Ink::Depth(shades.depth(*number)))), name((place, text)))
    };
    classes.iter().enumerate().map(entry).collect()
}

fn counted(map: &Map<'_>, placed: &Placed) -> String {
    let lost: usize = placed.unplaced.values().map(Vec::len).sum();
    let (all, noun) = (map.answer.rows.len(), map.noun().trim_end_matches('s'));
    let events = match all.saturating_sub(lost) {
        0 => return format!("None of {} could be placed", number(all, noun)),
        shown if lost > 0 => format!("{shown} of {}", number(all, noun)),
        _ => number(all, noun),
    };
    let hosts = placed.hosts.len();
    let what = match placed.hosts.iter().all(|host| host.country.is_some()) {
        true if hosts == 1 => "1 country".to_owned(),
        true => format!("{hosts} countries"),
        false => number(hosts, "place"),
    };
    format!("{events} in {what}")
}

fn notes(placed: &Placed) -> Vec<String> {
    let several = placed.hosts.iter().map(|host| host.events.len()).sum::<usize>();
    let mut ids: Vec<_> = placed.hosts.iter().flat_map(|host| host.events.keys()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut notes = Vec::new();
    if several > ids.len() {
        notes.push("What took place in several of them counts in each.".to_owned());
    }
    if placed.hosts.iter().any(|host| host.numbers().0 != host.numbers().1) {
        notes.push("A span a–b: a are certain, b with those that are disputed or possible.".to_owned());
    }
    notes
}

/// The map in words.
pub(super) fn table(placed: &Placed) -> Table {
    let mut table = Table { columns: vec!["where", "count"], rows: Vec::new(), certainty: Vec::new() };
    for host in &placed.hosts {
        table.rows.push(vec![Cell::Text(host.name.clone()), Cell::Text(host.count())]);
        let (least, most) = host.numbers();
        table.certainty.push(if least == most { Certainty::Certain } else { Certainty::Possible });
    }
    for (place, events) in &placed.unplaced {
        table.rows.push(vec![Cell::Text(format!("{place} (not on the map)")), Cell::Text(events.len().to_string())]);
        table.certainty.push(Certainty::Certain);
    }
    table
}
