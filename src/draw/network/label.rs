//! Labels: the lines below a point, and the room that they take.

use super::actor::{Actor, Standing};
use super::symbol::symbol;
use crate::draw::scene::{Anchor, Area, Ink, Point, Shape, Text, Weight};
use crate::draw::text::{Ruler, wrap};

/// How large things are in a network of so many points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measures {
    /// The size of names.
    size: f64,
    /// How wide a label is at most.
    width: f64,
    /// Lines of a name at most.
    lines: usize,
    /// Lines of an office at most.
    office: usize,
    /// How large points are.
    radius: f64,
}

/// The size of offices: the smallest that is read in print.
pub(super) const SMALL: f64 = 7.0;

impl Measures {
    /// For so many points on a sheet of this width.
    pub(super) fn of(points: usize, sheet: f64) -> Self {
        let measures = match points {
            0..=12 => Self { size: 8.0, width: 112.0, lines: 2, office: 2, radius: 5.0 },
            13..=30 => Self { size: 8.0, width: 92.0, lines: 2, office: 2, radius: 4.5 },
            31..=60 => Self { size: 7.5, width: 80.0, lines: 2, office: 1, radius: 4.0 },
            _ => Self { size: 7.0, width: 72.0, lines: 2, office: 0, radius: 3.0 },
        };
        Self { width: measures.width.min(sheet / 3.0), ..measures }
    }

    /// Whether offices stand below names.
    pub(super) fn has_offices(&self) -> bool {
        self.office > 0
    }
}

/// A point with its label, around the origin.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// The point, and the lines below.
    pub(super) shapes: Vec<Shape>,
    /// The room that it takes.
    pub(super) room: Area,
}

impl Label {
    pub(super) fn new(actor: &Actor, colour: Option<usize>, measures: &Measures, ruler: &Ruler) -> Self {
        let asked = actor.standing == Standing::Asked;
        let radius = measures.radius * if asked { 1.3 } else { 1.0 };
        let mut label = match actor.standing {
            Standing::Event => Self::around(super::symbol::event(radius), radius),
            _ => Self::around(symbol(colour, radius, if asked { 1.6 } else { 0.7 }), radius * 1.25),
        };
        let weight = if asked { Weight::Bold } else { Weight::Regular };
        let names = wrap(ruler, &actor.name, measures.width, measures.size, weight, measures.lines);
        label.lines(names, (measures.size, weight, Ink::Text), ruler);
        if let Some(office) = actor.office.as_ref().filter(|_| measures.has_offices()) {
            let lines = wrap(ruler, office, measures.width, SMALL, Weight::Regular, measures.office);
            label.lines(lines, (SMALL, Weight::Regular, Ink::Muted), ruler);
        }
        label.room.height += 1.5;
        label
    }

    fn around(shape: Shape, radius: f64) -> Self {
        Self { shapes: vec![shape], room: Area::new(-radius, -radius, 2.0 * radius, 2.0 * radius + 1.0) }
    }

    /// Lines below what is there.
    fn lines(&mut self, lines: Vec<String>, (size, weight, ink): (f64, Weight, Ink), ruler: &Ruler) {
        for line in lines {
            let bottom = self.room.y + self.room.height;
            let width = ruler.width(&line, size, weight) + 1.0;
            let area = Area::new(-width / 2.0, bottom, width, size * 1.15);
            let text = Text::new(Point::new(0.0, bottom + size * 0.9), line, size).anchored(Anchor::Middle);
            self.shapes.push(Shape::Text(Text { weight, ..text.inked(ink).on_paper() }));
            self.room = self.room.union(area);
        }
    }
}
