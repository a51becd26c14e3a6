//! A timeline as marks.

use super::item::Item;
use super::lane::Lane;
use super::packing;
use super::sign::{self, RADIUS};
use super::{Timeline, key};
use crate::draw::axis::{Tick, TimeAxis};
use crate::draw::scene::{Anchor, Halo, Ink, Mark, Point, Shape, Stroke, Text, Weight};
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
/// In less room no label is read.
const LEAST: f64 = 24.0;
/// So far reaches a line to what is possible of an event where nothing tells how far that is.
const ONWARD: f64 = 10.0;
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

/// A lane whose items have their rows.
struct Packed<'a> {
    lane: &'a Lane,
    ruler: &'a Ruler,
    width: f64,
    items: Vec<(Placed<'a>, usize)>,
    rows: usize,
    undated: Vec<String>,
}

/// An item with its place on the axis.
pub(super) struct Placed<'a> {
    pub(super) item: &'a Item,
    pub(super) axis: TimeAxis,
    /// What is written beside it; nothing where there is no room.
    label: String,
    label_width: f64,
}

impl<'a> Packed<'a> {
    fn new(lane: &'a Lane, axis: TimeAxis, ruler: &'a Ruler, room: f64) -> Self {
        let place = |item: &'a Item| Placed::new(item, axis, ruler, room);
        let (tenures, others): (Vec<&Item>, Vec<&Item>) = lane.items.iter().partition(|item| item.kind == Kind::Tenure);
        let mut items = Vec::new();
        let mut rows = 0;
        for group in [tenures, others] {
            let placed: Vec<Placed<'_>> = group.into_iter().map(place).collect();
            let packed = packing::rows(&placed.iter().map(Placed::stretch).collect::<Vec<_>>());
            let own = packed.iter().max().map_or(0, |row| row + 1);
            items.extend(placed.into_iter().zip(packed.into_iter().map(|row| row + rows)));
            rows += own;
        }
        let names: Vec<String> =
            lane.undated.iter().map(|item| plain(&format!("{} ({})", item.label, item.kind))).collect();
        let text = format!("No day is stated of: {}.", names.join("; "));
        let undated =
            if names.is_empty() { Vec::new() } else { wrap(ruler, &text, axis.width, SIZE, Weight::Regular, 3) };
        Self { lane, ruler, width: axis.width, items, rows, undated }
    }

    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    fn height(&self) -> f64 {
        HEAD + ROW * (self.rows.max(1) + self.undated.len()) as f64 + GAP
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

    /// What has no day, in words.
    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    fn no_days(&self, top: f64) -> Option<Mark> {
        let line = |(number, line): (usize, &String)| {
            let y = top + HEAD + ROW * ((self.rows.max(1) + number) as f64 + 0.75);
            Shape::Text(Text::new(Point::new(0.0, y), line.clone(), SIZE).inked(Ink::Muted).on_paper())
        };
        let shapes: Vec<Shape> = self.undated.iter().enumerate().map(line).collect();
        let events = self.lane.undated.iter().flat_map(|item| item.events.iter().cloned()).collect();
        (!shapes.is_empty()).then(|| Mark { class: "undated", events, shapes, ..Mark::default() })
    }
}

impl<'a> Placed<'a> {
    fn new(item: &'a Item, axis: TimeAxis, ruler: &Ruler, room: f64) -> Self {
        let sure = item.days.and_then(|days| days.certain);
        let inside = sure.map_or(0.0, |days| axis.end(days.last) - axis.start(days.first) - 4.0);
        // A bar holds what fits into it; several as one are always named, as nothing else tells how many they are.
        let room = match item.events.len() {
            1 if item.is_bar() => room.max(inside),
            1 => room,
            _ => room.max(LABELS[1]),
        };
        let label = if room >= LEAST {
            wrap(ruler, &plain(&item.label), room, SIZE, Weight::Regular, 1).concat()
        } else {
            String::new()
        };
        let label_width = ruler.width(&label, SIZE, Weight::Regular);
        Self { item, axis, label, label_width }
    }

    /// From where to where its sign reaches, what is only possible included.
    fn sign(&self) -> (f64, f64) {
        let (from, to) = self.possible();
        match self.point() {
            Some(x) => (from.min(x - RADIUS), to.max(x + RADIUS)),
            None => (from, to.max(from + 2.0)),
        }
    }

    /// From where to where it can have gone on; where a side is open, of tenures to the end of the axis, and of events a little
    /// farther than is certain.
    pub(super) fn possible(&self) -> (f64, f64) {
        let days = self.item.days.map_or(self.axis.days, |days| days.possible);
        let ends = (self.axis.start(days.first), self.axis.end(days.last));
        match self.certain().filter(|_| self.item.kind != Kind::Tenure) {
            Some((from, to)) => (
                if days.first.is_open() { ends.0.max(from - ONWARD) } else { ends.0 },
                if days.last.is_open() { ends.1.min(to + ONWARD) } else { ends.1 },
            ),
            None => ends,
        }
    }

    /// The days that are certain.
    pub(super) fn certain(&self) -> Option<(f64, f64)> {
        let days = self.item.days?.certain?;
        Some((self.axis.start(days.first), self.axis.end(days.last)))
    }

    /// Where the point is, if it is one: what takes a day, or so few that they could not be told apart.
    pub(super) fn point(&self) -> Option<f64> {
        if sign::is_long(self.item, self.axis) {
            return None;
        }
        let (from, to) = self.certain().unwrap_or(self.possible());
        Some(f64::midpoint(from, to))
    }

    /// Where the label stands.
    fn label(&self) -> Label {
        let (from, to) = self.sign();
        let (core, end) = (self.certain(), self.axis.left + self.axis.width);
        match core {
            Some((start, stop)) if self.item.is_bar() && stop - start >= self.label_width + 4.0 => {
                Label::Inside(start + 2.0)
            }
            _ if to + GAP + self.label_width <= end => Label::Right(to + GAP),
            _ if from - GAP - self.label_width >= self.axis.left => Label::Left(from - GAP),
            _ => Label::Inside((end - self.label_width).max(self.axis.left)),
        }
    }

    /// From where to where it takes room in its row.
    fn stretch(&self) -> (f64, f64) {
        let (from, to) = self.sign();
        let (from, to) = match self.label() {
            Label::Right(x) => (from, x + self.label_width),
            Label::Left(x) => (x - self.label_width, to),
            Label::Inside(x) => (from.min(x), to.max(x + self.label_width)),
        };
        (from - 1.0, to + 2.0)
    }

    fn mark(&self, middle: f64) -> Mark {
        let mut shapes = super::bars::shapes(self, middle);
        if !self.label.is_empty() {
            let (x, anchor, halo) = match self.label() {
                Label::Right(x) => (x, Anchor::Start, Halo::Paper),
                Label::Left(x) => (x, Anchor::End, Halo::Paper),
                Label::Inside(x) => (x, Anchor::Start, Halo::None),
            };
            let text = Text::new(Point::new(x, middle + SIZE * 0.35), self.label.clone(), SIZE).anchored(anchor);
            shapes.push(Shape::Text(Text { halo, ..text }));
        }
        Mark {
            class: "event",
            tip: Some(plain(&self.item.tip)),
            events: self.item.events.clone(),
            shapes,
            ..Mark::default()
        }
    }
}

/// On which side of its sign a label stands.
enum Label {
    Right(f64),
    Left(f64),
    Inside(f64),
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
