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
            31..=45 => Self { size: 7.5, width: 84.0, lines: 2, office: 2, radius: 4.0 },
            46..=70 => Self { size: 7.5, width: 80.0, lines: 2, office: 0, radius: 3.5 },
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

/// On which side of its point a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Above.
    Above,
    /// Below.
    Below,
}

/// One line of a label.
struct Line {
    text: String,
    size: f64,
    weight: Weight,
    ink: Ink,
}

impl Label {
    pub(super) fn new(
        actor: &Actor,
        colour: Option<usize>,
        measures: &Measures,
        (ruler, side): (&Ruler, Side),
    ) -> Self {
        let asked = actor.standing == Standing::Asked;
        let radius = measures.radius * if asked { 1.3 } else { 1.0 };
        let (point, reach) = match actor.standing {
            Standing::Event => (super::symbol::event(radius), radius),
            _ => (symbol(colour, radius, if asked { 1.6 } else { 0.7 }), radius * 1.25),
        };
        let lines = lines(actor, measures, ruler);
        let width = lines.iter().map(|line| ruler.width(&line.text, line.size, line.weight)).fold(0.0, f64::max) + 2.0;
        let height: f64 = lines.iter().map(Line::height).sum();
        let top = if side == Side::Below { reach + 0.5 } else { -reach - 0.5 - height };
        let area = Area::new(-width / 2.0, top, width, height);
        let mut shapes = Vec::new();
        let mut down = top;
        for line in lines {
            let wide = ruler.width(&line.text, line.size, line.weight) + 2.0;
            shapes.push(Shape::blank(Area::new(-wide / 2.0, down, wide, line.height())));
            let at = Point::new(0.0, down + line.size * 0.92);
            down += line.height();
            let text = Text::new(at, line.text, line.size).anchored(Anchor::Middle).inked(line.ink);
            shapes.push(Shape::Text(Text { weight: line.weight, ..text }));
        }
        shapes.push(point);
        let room = Area::new(-reach, -reach, 2.0 * reach, 2.0 * reach).union(area).with_margin(0.7);
        Self { shapes, room }
    }
}

impl Line {
    fn height(&self) -> f64 {
        self.size * 1.18
    }
}

fn lines(actor: &Actor, measures: &Measures, ruler: &Ruler) -> Vec<Line> {
    let weight = if actor.standing == Standing::Asked { Weight::Bold } else { Weight::Regular };
    let names = wrap(ruler, &actor.name, measures.width, measures.size, weight, measures.lines);
    let name = |text| Line { text, size: measures.size, weight, ink: Ink::Text };
    let office = actor.below().filter(|_| measures.has_offices());
    // A date that is cut short would be another one.
    let most = if actor.standing == Standing::Event { 4 } else { measures.office };
    let offices = office.map(|text| wrap(ruler, &text, measures.width, SMALL, Weight::Regular, most));
    let small = |text| Line { text, size: SMALL, weight: Weight::Regular, ink: Ink::Muted };
    names.into_iter().map(name).chain(offices.into_iter().flatten().map(small)).collect()
}
