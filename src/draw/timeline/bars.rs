//! The shapes of an item in its row.

use super::placed::Placed;
use super::sign::{self, RADIUS};
use crate::draw::scene::{Area, Dash, Fill, Ink, Point, Shape, Stroke};
use crate::record::Kind;

const WHISKER: Stroke = Stroke { ink: Ink::Text, width: 0.8, dash: Dash::Dotted };

/// The sign of an item around the middle of its row: a point, a bar, or the days of which it was one.
pub(super) fn shapes(placed: &Placed<'_>, middle: f64) -> Vec<Shape> {
    let item = placed.item;
    let possible = placed.possible();
    if let Some(x) = placed.point() {
        let mut shapes = whiskers((x - RADIUS, x + RADIUS), possible, middle);
        shapes.push(sign::point(item.kind, item.certainty, Point::new(x, middle)));
        return shapes;
    }
    let high = if item.kind == Kind::Tenure { 8.0 } else { 5.0 };
    let bar = |(from, to): (f64, f64), (fill, stroke): (Fill, Stroke)| Shape::Rect {
        area: Area::new(from, middle - high / 2.0, (to - from).max(2.0), high),
        radius: 0.0,
        fill: Some(fill),
        stroke: Some(stroke),
    };
    match (placed.certain(), item.days) {
        (Some(certain), _) => {
            let mut shapes = whiskers(certain, possible, middle);
            shapes.push(bar(certain, sign::bar(item.kind, item.certainty)));
            shapes
        }
        // What is certain lies outside of the axis, and only what is possible reaches into it.
        (None, Some(days)) if days.certain.is_some() => whiskers((possible.1, possible.1), possible, middle),
        (None, Some(days)) => vec![bar(possible, sign::extent(item, days.precision))],
        (None, None) => Vec::new(),
    }
}

/// Lines from what is certain to what is possible, where that reaches farther.
fn whiskers(certain: (f64, f64), possible: (f64, f64), middle: f64) -> Vec<Shape> {
    let line = |from: f64, to: f64| Shape::Line {
        from: Point::new(from, middle),
        to: Point::new(to, middle),
        stroke: WHISKER,
    };
    let before = (certain.0 - possible.0 > 1.0).then(|| line(possible.0, certain.0));
    let after = (possible.1 - certain.1 > 1.0).then(|| line(certain.1, possible.1));
    before.into_iter().chain(after).collect()
}
