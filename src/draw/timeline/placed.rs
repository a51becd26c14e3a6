//! An item in its place: where its sign lies on the axis, and its label beside it.

use super::drawn::SIZE;
use super::item::Item;
use super::sign::{self, RADIUS};
use crate::draw::axis::TimeAxis;
use crate::draw::scene::{Anchor, Halo, Mark, Point, Shape, Text, Weight};
use crate::draw::text::{Ruler, plain, wrap};
use crate::record::Kind;

const GAP: f64 = 3.0;
/// In less room no label is read.
const LEAST: f64 = 24.0;
/// So wide are labels of several events as one at least.
const CROWD: f64 = 70.0;
/// So far reaches a line to what is possible of an event where nothing tells how far that is.
const ONWARD: f64 = 10.0;

/// An item with its place on the axis.
pub(super) struct Placed<'a> {
    pub(super) item: &'a Item,
    pub(super) axis: TimeAxis,
    /// What is written beside it; nothing where there is no room.
    label: String,
    label_width: f64,
}

impl<'a> Placed<'a> {
    pub(super) fn new(item: &'a Item, axis: TimeAxis, ruler: &Ruler, room: f64) -> Self {
        let sure = item.days.and_then(|days| days.certain);
        let inside = sure.map_or(0.0, |days| axis.end(days.last) - axis.start(days.first) - 4.0);
        // A bar holds what fits into it; several as one are always named, as nothing else tells how many they are.
        let room = match item.events.len() {
            // The days of a tenure stand behind its name.
            1 if item.kind == Kind::Tenure && room > 0.0 => axis.width,
            1 if item.is_bar() => room.max(inside),
            1 => room,
            _ => room.max(CROWD),
        };
        let mut placed = Self { item, axis, label: String::new(), label_width: 0.0 };
        placed.write(ruler, room);
        // Where neither side has so much room the label is as long as there is room for, and not on its sign.
        let least = if item.is_bar() { placed.beside().max(inside) } else { placed.beside() };
        if matches!(placed.label(), Label::Over(_)) && least >= LEAST {
            placed.write(ruler, least.min(room));
        }
        placed
    }

    /// Writes what there is room for.
    fn write(&mut self, ruler: &Ruler, room: f64) {
        self.label = match room >= LEAST {
            true => wrap(ruler, &plain(&self.item.label), room, SIZE, Weight::Regular, 1).concat(),
            false => String::new(),
        };
        self.label_width = ruler.width(&self.label, SIZE, Weight::Regular);
    }

    /// How much room there is at the wider side of its sign.
    fn beside(&self) -> f64 {
        let (from, to) = self.sign();
        (from - self.axis.left).max(self.axis.left + self.axis.width - to) - GAP
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

    /// The days that are certain, as far as the axis has them.
    pub(super) fn certain(&self) -> Option<(f64, f64)> {
        let days = self.item.days?.certain?.intersect(self.axis.days)?;
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
            _ => Label::Over((end - self.label_width).max(self.axis.left)),
        }
    }

    /// From where to where it takes room in its row.
    pub(super) fn stretch(&self) -> (f64, f64) {
        let (from, to) = self.sign();
        let (from, to) = match self.label() {
            Label::Right(x) => (from, x + self.label_width),
            Label::Left(x) => (x - self.label_width, to),
            Label::Inside(x) | Label::Over(x) => (from.min(x), to.max(x + self.label_width)),
        };
        (from - 1.0, to + 2.0)
    }

    /// The mark in a row with this middle.
    pub(super) fn mark(&self, middle: f64) -> Mark {
        let mut shapes = super::bars::shapes(self, middle);
        if !self.label.is_empty() {
            let (x, anchor, halo) = match self.label() {
                Label::Right(x) => (x, Anchor::Start, Halo::Paper),
                Label::Left(x) => (x, Anchor::End, Halo::Paper),
                Label::Inside(x) => (x, Anchor::Start, Halo::None),
                Label::Over(x) => (x, Anchor::Start, Halo::Paper),
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
    /// Neither side has room for it.
    Over(f64),
}
