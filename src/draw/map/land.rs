//! Land: the ground of a map, its coasts and borders.

use super::Borders;
use super::outline::{Country, Outline};
use super::view::View;
use crate::draw::scene::{Area, Fill, Ink, Mark, Shape, Step, Stroke};

const COAST: f64 = 0.35;
const BORDER: f64 = 0.3;

/// All land, as one area, so that nothing shines through where two countries meet.
pub(super) fn land(outline: &Outline, view: &View) -> Mark {
    let steps: Vec<Step> = outline.countries.iter().flat_map(|country| country_steps(outline, view, country)).collect();
    let fill = Some(Fill::Even(Ink::Ground));
    Mark::plain("land", vec![Shape::Path { steps, fill, stroke: None }])
}

/// What of a country is shown.
pub(super) fn country_steps(outline: &Outline, view: &View, country: &Country) -> Vec<Step> {
    country.rings.iter().flat_map(|ring| view.area(&outline.ring(ring))).collect()
}

/// Coasts, borders where they are wanted, and the edge of the map.
pub(super) fn lines(outline: &Outline, view: &View, borders: Borders) -> Mark {
    let (inner, coasts) = outline.borders_and_coasts();
    let path = |lines: &[&[super::outline::Spot]], width: f64| Shape::Path {
        steps: lines.iter().flat_map(|line| view.line(line)).collect(),
        fill: None,
        stroke: Some(Stroke::solid(Ink::Line, width)),
    };
    let mut shapes = vec![path(&coasts, COAST)];
    if borders == Borders::DeFacto {
        shapes.push(path(&inner, BORDER));
    }
    shapes.push(frame(view.area));
    Mark::plain("land", shapes)
}

fn frame(area: Area) -> Shape {
    Shape::Rect { area, radius: 0.0, fill: None, stroke: Some(Stroke::solid(Ink::Rule, 0.5)) }
}
