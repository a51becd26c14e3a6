//! Legends: what each sign means, for the signs that occur.

use super::scene::{Area, Fill, Ink, Point, Shape, Stroke, Text, Weight};
use super::text::{Ruler, wrap};

/// What a sign looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    /// A short line.
    Line(Stroke),
    /// A small rectangle.
    Swatch(Fill),
    /// Shapes around the origin, at most four points to each side.
    Shapes(Vec<Shape>),
}

/// A sign and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The sign.
    pub sign: Sign,
    /// Its meaning.
    pub text: String,
}

impl Entry {
    /// A sign with its meaning.
    pub fn new(sign: Sign, text: impl Into<String>) -> Self {
        Self { sign, text: text.into() }
    }
}

/// The signs of a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// In the order in which they are explained.
    pub entries: Vec<Entry>,
}

/// The size of letters.
pub(super) const SIZE: f64 = 7.0;
const LINE: f64 = SIZE * Ruler::LEADING;
/// How wide a sign is, with the gap behind it.
const SIGN: f64 = 22.0;
const GAP: f64 = 12.0;

impl Legend {
    /// The shapes, in rows of this width from the origin down, and their height.
    pub(super) fn shapes(&self, ruler: &Ruler, width: f64) -> (Vec<Shape>, f64) {
        let (mut shapes, mut at) = (Vec::new(), Point::new(0.0, 0.0));
        for entry in &self.entries {
            let room = (width - SIGN).max(1.0);
            let text = wrap(ruler, &entry.text, room, SIZE, Weight::Regular, 1).join("");
            let needed = SIGN + ruler.width(&text, SIZE, Weight::Regular);
            if at.x > 0.0 && at.x + needed > width {
                at = Point::new(0.0, at.y + LINE);
            }
            shapes.extend(sign(&entry.sign, at));
            let base = Point::new(at.x + SIGN, at.y + SIZE);
            shapes.push(Shape::Text(Text::new(base, text, SIZE)));
            at.x += needed + GAP;
        }
        let height = if self.entries.is_empty() { 0.0 } else { at.y + LINE };
        (shapes, height)
    }
}

fn sign(sign: &Sign, at: Point) -> Vec<Shape> {
    let middle = at.y + SIZE * 0.62;
    match sign {
        Sign::Line(stroke) => {
            let (from, to) = (Point::new(at.x, middle), Point::new(at.x + SIGN - 5.0, middle));
            vec![Shape::Line { from, to, stroke: *stroke }]
        }
        Sign::Swatch(fill) => {
            let area = Area::new(at.x + 4.0, middle - 3.5, SIGN - 10.0, 7.0);
            vec![Shape::Rect { area, radius: 0.0, fill: Some(*fill), stroke: Some(Stroke::solid(Ink::Text, 0.4)) }]
        }
        Sign::Shapes(shapes) => {
            let centre = Point::new(at.x + (SIGN - 5.0) / 2.0, middle);
            shapes.iter().map(|shape| shape.clone().moved(centre.x, centre.y)).collect()
        }
    }
}
