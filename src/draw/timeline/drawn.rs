//! A timeline as marks.

use super::item::Item;
use super::lane::Lane;
use super::packing;
use super::placed::Placed;
use super::{Timeline, key};
use crate::draw::axis::{Tick, TimeAxis};
use crate::draw::scene::{Anchor, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::sheet::{Panel, Sheet};
use crate::draw::text::{Ruler, number, plain, wrap};
use crate::id::Id;
use crate::record::Kind;
use std::collections::BTreeSet;

pub(super) const SIZE: f64 = 7.0;
/// The height of a row.
pub(super) const ROW: f64 = 9.6;
const HEAD: f64 = 12.0;
const GAP: f64 = 3.0;
/// So wide are labels at most; where these make a picture too high the next is tried, at last none.
const LABELS: [f64; 4] = [120.0, 70.0, 40.0, 0.0];
/// So high is a picture at most for its width, as long as shorter labels help.
const HIGHEST: f64 = 1.3;

pub(super) fn panel(timeline: &Timeline, sheet: &Sheet, ruler: &Ruler) -> Panel {
    let axis = TimeAxis { days: timeline.days, left: 0.0, width: sheet.width() };
    let all = |room: f64| -> Vec<Packed<'_>> {
        timeline.lanes.iter().map(|lane| Packed::new(lane, axis, ruler, room)).collect()
    };
    let high = |lanes: &Vec<Packed<'_>>| lanes.iter().map(Packed::height).sum::<f64>() > sheet.width() * HIGHEST;
    let (mut packed, mut room) = (all(LABELS[0]), LABELS[0]);
    for next in LABELS.into_iter().skip(1) {
        if !high(&packed) {
            break;
        }
        (packed, room) = (all(next), next);
    }
    let mut marks = Vec::new();
    let mut down = 0.0;
    for lane in &packed {
        marks.extend(lane.marks(down, timeline.lanes.len() > 1));
        down += lane.height();
    }
    let ticks = axis.ticks(ruler, SIZE);
    // The names of the axis, and years below them where these are told apart.
    let foot = SIZE * if ticks.iter().any(|tick| tick.year.is_some()) { 2.9 } else { 1.7 };
    marks.insert(0, grid(axis, ticks, ruler, down));
    Panel {
        title: timeline.title.clone(),
        counted: counted(timeline),
        notes: notes(room),
        height: down + foot,
        marks,
        legend: key::legend(timeline, axis),
        columns: None,
        table: None,
    }
}

/// Thin lines at the marks of the axis, and their names below.
fn grid(axis: TimeAxis, ticks: Vec<Tick>, ruler: &Ruler, bottom: f64) -> Mark {
    let right = axis.left + axis.width;
    let stroke = |ink: Ink| Stroke::solid(ink, 0.4);
    let mut shapes = Vec::new();
    let ends = (Point::new(axis.left, bottom), Point::new(right, bottom));
    for tick in ticks {
        let (from, to) = (Point::new(tick.x, 0.0), Point::new(tick.x, bottom + 2.0));
        shapes.push(Shape::Line { from, to, stroke: stroke(Ink::Rule) });
        for (text, lines) in [(Some(tick.label), 1.35), (tick.year, 2.6)] {
            let Some(text) = text else {
                continue;
            };
            let half = ruler.width(&text, SIZE, Weight::Regular) / 2.0;
            let x = tick.x.max(axis.left + half).min(right - half);
            let text = Text::new(Point::new(x, bottom + SIZE * lines), text, SIZE).anchored(Anchor::Middle);
            shapes.push(Shape::Text(text));
        }
    }
    shapes.push(Shape::Line { from: ends.0, to: ends.1, stroke: stroke(Ink::Text) });
    Mark::plain("axis", shapes)
}

/// Whether an item can have been on some day of the axis: tenures are told of that ended before it begins.
fn is_on(item: &Item, axis: TimeAxis) -> bool {
    item.days.is_some_and(|days| days.possible.intersect(axis.days).is_some())
}

/// A lane whose items have their rows.
struct Packed<'a> {
    lane: &'a Lane,
    ruler: &'a Ruler,
    width: f64,
    items: Vec<(Placed<'a>, usize)>,
    rows: usize,
    /// What has no place on the axis, in words.
    beside: Vec<String>,
    /// The events of that.
    unplaced: Vec<Id>,
}

impl<'a> Packed<'a> {
    fn new(lane: &'a Lane, axis: TimeAxis, ruler: &'a Ruler, room: f64) -> Self {
        let place = |item: &'a Item| Placed::new(item, axis, ruler, room);
        let (shown, outside): (Vec<&Item>, Vec<&Item>) = lane.items.iter().partition(|item| is_on(item, axis));
        let (tenures, others): (Vec<&Item>, Vec<&Item>) = shown.into_iter().partition(|item| item.kind == Kind::Tenure);
        let mut items = Vec::new();
        let mut rows = 0;
        for group in [tenures, others] {
            let placed: Vec<Placed<'_>> = group.into_iter().map(place).collect();
            let packed = packing::rows(&placed.iter().map(Placed::stretch).collect::<Vec<_>>());
            let own = packed.iter().max().map_or(0, |row| row + 1);
            items.extend(placed.into_iter().zip(packed.into_iter().map(|row| row + rows)));
            rows += own;
        }
        let undated: Vec<String> = lane.undated.iter().map(|item| format!("{} ({})", item.label, item.kind)).collect();
        let earlier: Vec<String> = outside.iter().map(|item| item.label.clone()).collect();
        let told = [("No day is stated of", undated), ("Not in these days", earlier)];
        let sentence = |(what, names): (&str, Vec<String>)| {
            let text = plain(&format!("{what}: {}.", names.join("; ")));
            if names.is_empty() { Vec::new() } else { wrap(ruler, &text, axis.width, SIZE, Weight::Regular, 3) }
        };
        let beside = told.into_iter().flat_map(sentence).collect();
        let unplaced = lane.undated.iter().chain(outside).flat_map(|item| item.events.iter().cloned()).collect();
        Self { lane, ruler, width: axis.width, items, rows, beside, unplaced }
    }

    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    fn height(&self) -> f64 {
        HEAD + ROW * (self.rows.max(1) + self.beside.len()) as f64 + GAP
    }

    fn marks(&self, top: f64, is_one_of_many: bool) -> Vec<Mark> {
        let name = wrap(self.ruler, &plain(&self.lane.name), self.width, SIZE + 0.5, Weight::Bold, 1).concat();
        let head = Text::new(Point::new(0.0, top + SIZE + 1.0), name, SIZE + 0.5).bold().on_paper();
        let mut shapes = vec![Shape::Text(head)];
        if is_one_of_many && top > 0.0 {
            let (from, to) = (Point::new(0.0, top - 1.0), Point::new(self.width, top - 1.0));
            shapes.insert(0, Shape::Line { from, to, stroke: Stroke::solid(Ink::Rule, 0.6) });
        }
        let mut marks = vec![Mark::plain("lane", shapes)];
        for (placed, row) in &self.items {
            #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
            let middle = top + HEAD + ROW * (*row as f64 + 0.5);
            marks.push(placed.mark(middle));
        }
        marks.extend(self.no_days(top));
        marks
    }

    /// What has no place on the axis, in words.
    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    fn no_days(&self, top: f64) -> Option<Mark> {
        let line = |(number, line): (usize, &String)| {
            let y = top + HEAD + ROW * ((self.rows.max(1) + number) as f64 + 0.75);
            Shape::Text(Text::new(Point::new(0.0, y), line.clone(), SIZE).inked(Ink::Muted).on_paper())
        };
        let shapes: Vec<Shape> = self.beside.iter().enumerate().map(line).collect();
        let events = self.unplaced.clone();
        (!shapes.is_empty()).then(|| Mark { class: "undated", events, shapes, ..Mark::default() })
    }
}

fn counted(timeline: &Timeline) -> String {
    let items = || timeline.lanes.iter().flat_map(|lane| lane.items.iter().chain(&lane.undated));
    let count = |wanted: fn(&Item) -> bool| {
        let ids: BTreeSet<&Id> = items().filter(|item| wanted(item)).flat_map(|item| &item.events).collect();
        ids.len()
    };
    let (tenures, events) = (count(|item| item.kind == Kind::Tenure), count(|item| item.kind != Kind::Tenure));
    match (events, tenures) {
        (events, 0) => number(events, "event"),
        (0, tenures) => number(tenures, "tenure"),
        (events, tenures) => format!("{} and {}", number(events, "event"), number(tenures, "tenure")),
    }
}

fn notes(room: f64) -> Vec<String> {
    let crowded = "There is no room for what each event is called; the table says it.";
    (room == 0.0).then(|| crowded.to_owned()).into_iter().collect()
}
