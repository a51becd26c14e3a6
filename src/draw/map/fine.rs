//! Lines without the corners that nobody could tell apart on paper.

use crate::draw::scene::{Point, Step};

/// Corners that are nearer to each other than this are one on paper, and those that are so near to a straight line none.
const FINE: f64 = 0.3;
const STRAIGHT: f64 = 0.12;

/// A line through points, without those that nobody could tell apart; the last one stays.
pub(super) fn path(points: impl Iterator<Item = Point>) -> impl Iterator<Item = Step> {
    let points: Vec<Point> = points.collect();
    let last = points.len().saturating_sub(1);
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for (place, point) in points.into_iter().enumerate() {
        if place == last || kept.last().is_none_or(|before| before.distance(point) >= FINE) {
            straighten(&mut kept, point);
            kept.push(point);
        }
    }
    kept.into_iter().enumerate().map(|(place, point)| if place == 0 { Step::Move(point) } else { Step::Line(point) })
}

/// Leaves out the last corner where the line to the next one runs as good as through it.
fn straighten(kept: &mut Vec<Point>, next: Point) {
    if let [.., before, last] = kept.as_slice()
        && last.distance_to_line(*before, next) < STRAIGHT
    {
        kept.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_that_are_seen_stay() {
        let check = |places: &[(f64, f64)], expected: usize| {
            let steps = path(places.iter().map(|(x, y)| Point::new(*x, *y)));
            assert_eq!(steps.count(), expected, "{places:?}");
        };
        check(&[(0.0, 0.0), (5.0, 0.05), (10.0, 0.0)], 2);
        check(&[(0.0, 0.0), (5.0, 1.0), (10.0, 0.0)], 3);
        check(&[(0.0, 0.0), (0.1, 0.0), (0.1, 5.0)], 2);
        check(&[(3.0, 3.0)], 1);
    }
}
