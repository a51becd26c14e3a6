//! Signs: which colour and shape a kind of event has, and how its certainty shows.

use super::item::{Item, Precision};
use crate::draw::axis::TimeAxis;
use crate::draw::degree::dash;
use crate::draw::network::symbol;
use crate::draw::scene::{Fill, Ink, Point, Shape, Stroke};
use crate::model::Certainty;
use crate::record::Kind;

/// How large a point is.
pub(super) const RADIUS: f64 = 2.7;

/// The group whose colour and shape a kind has; tenures and what is rare have none.
fn group(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Meeting => Some(0),
        Kind::Visit => Some(1),
        Kind::Session => Some(2),
        Kind::Message => Some(3),
        Kind::Call => Some(4),
        Kind::Statement => Some(5),
        Kind::Document => Some(6),
        Kind::Activity => Some(7),
        _ => None,
    }
}

/// The colour of a kind.
pub(super) fn ink(kind: Kind) -> Ink {
    group(kind).map_or(Ink::Other, Ink::Group)
}

/// The point of a kind: full where it is certain, hollow where it is not.
pub(super) fn point(kind: Kind, certainty: Certainty, centre: Point) -> Shape {
    let shape = symbol(group(kind), RADIUS, 0.5).moved(centre.x, centre.y);
    if certainty == Certainty::Certain {
        return shape;
    }
    let (hollow, line) = (Some(Fill::Even(Ink::Paper)), Some(outline(kind, certainty)));
    match shape {
        Shape::Path { steps, .. } => Shape::Path { steps, fill: hollow, stroke: line },
        Shape::Rect { area, radius, .. } => Shape::Rect { area, radius, fill: hollow, stroke: line },
        Shape::Circle { centre, radius, .. } => Shape::Circle { centre, radius, fill: hollow, stroke: line },
        other => other,
    }
}

/// The edge of a sign.
fn outline(kind: Kind, certainty: Certainty) -> Stroke {
    let ink = if group(kind).is_none() { Ink::Line } else { ink(kind) };
    Stroke { ink, width: 0.9, dash: dash(certainty) }
}

/// Whether the days on which it was, or can have been, are drawn as a bar; fewer could not be told from a point.
pub(super) fn is_long(item: &Item, axis: TimeAxis) -> bool {
    let days = item.days.map(|days| days.certain.unwrap_or(days.possible));
    item.is_bar() || days.is_some_and(|days| axis.end(days.last) - axis.start(days.first) >= 3.0 * RADIUS)
}

/// How the bar of days that are certain is filled and edged.
pub(super) fn bar(kind: Kind, certainty: Certainty) -> (Fill, Stroke) {
    match certainty {
        Certainty::Certain => (Fill::Even(ink(kind)), Stroke::solid(Ink::Text, 0.4)),
        _ => (Fill::Even(Ink::Paper), outline(kind, certainty)),
    }
}

/// How the days are filled and edged of which it is not known on which it was.
pub(super) fn extent(item: &Item, precision: Precision) -> (Fill, Stroke) {
    let fill = match precision {
        Precision::Coarse => Fill::Even(Ink::Ground),
        Precision::Open => Fill::Hatched(ink(item.kind)),
    };
    (fill, outline(item.kind, item.certainty))
}
