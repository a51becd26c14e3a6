//! The shapes of points: each group has one with its colour, so that it is known in grey print as well.

use crate::draw::scene::{Area, Fill, Ink, Point, Shape, Step, Stroke};

/// The shape of a point around the origin, for a group by number; none is the shape of those in no group.
pub(in crate::draw) fn symbol(group: Option<usize>, radius: f64, outline: f64) -> Shape {
    let fill = Some(Fill::Even(group.map_or(Ink::Other, Ink::Group)));
    let stroke = Some(Stroke::solid(Ink::Text, outline));
    let ring = |corners: &[(f64, f64)]| {
        let point = |(x, y): &(f64, f64)| Point::new(x * radius, y * radius);
        let mut steps: Vec<Step> = corners.iter().map(|corner| Step::Line(point(corner))).collect();
        if let (Some(first), Some(corner)) = (steps.first_mut(), corners.first()) {
            *first = Step::Move(point(corner));
        }
        steps.push(Step::Close);
        Shape::Path { steps, fill, stroke }
    };
    match group {
        None | Some(0) => Shape::Circle { centre: Point::default(), radius, fill, stroke },
        Some(1) => {
            let half = radius * 0.9;
            Shape::Rect { area: Area::new(-half, -half, 2.0 * half, 2.0 * half), radius: 0.0, fill, stroke }
        }
        Some(2) => ring(&[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)]),
        Some(3) => ring(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
        Some(4) => ring(&[(0.0, 1.2), (1.1, -0.8), (-1.1, -0.8)]),
        Some(5) => ring(&[(-0.55, -1.0), (0.55, -1.0), (1.1, 0.0), (0.55, 1.0), (-0.55, 1.0), (-1.1, 0.0)]),
        Some(6) => ring(&[(0.0, -1.15), (1.09, -0.36), (0.68, 0.93), (-0.68, 0.93), (-1.09, -0.36)]),
        Some(_) => ring(&[
            (-0.4, -1.1),
            (0.4, -1.1),
            (0.4, -0.4),
            (1.1, -0.4),
            (1.1, 0.4),
            (0.4, 0.4),
            (0.4, 1.1),
            (-0.4, 1.1),
            (-0.4, 0.4),
            (-1.1, 0.4),
            (-1.1, -0.4),
            (-0.4, -0.4),
        ]),
    }
}

/// The shape of an event around the origin.
pub(super) fn event(radius: f64) -> Shape {
    Shape::Rect {
        area: Area::new(-1.5 * radius, -0.8 * radius, 3.0 * radius, 1.6 * radius),
        radius: 1.0,
        fill: Some(Fill::Even(Ink::Ground)),
        stroke: Some(Stroke::solid(Ink::Text, 0.8)),
    }
}
