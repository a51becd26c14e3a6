//! Paths, as short as they can be written.

use super::number::number;
use crate::draw::scene::{Point, Step};
use std::fmt::Write;

/// Paths of more steps than this are outlines of land: a tenth of a point, which no printer tells apart, is fine enough.
const LONG: usize = 40;

/// The steps as [path data](https://www.w3.org/TR/SVG11/paths.html#PathData): of long paths each step from the one before.
pub(super) fn data(steps: &[Step]) -> String {
    let is_bent = steps.iter().any(|step| matches!(step, Step::Bend(..)));
    if steps.len() > LONG && !is_bent { from_each_other(steps) } else { from_the_corner(steps) }
}

fn from_the_corner(steps: &[Step]) -> String {
    let at = |point: &Point| format!("{} {}", number(point.x), number(point.y));
    let step = |step: &Step| match step {
        Step::Move(to) => format!("M{}", at(to)),
        Step::Line(to) => format!("L{}", at(to)),
        Step::Bend(over, to) => format!("Q{} {}", at(over), at(to)),
        Step::Close => "Z".to_owned(),
    };
    steps.iter().map(step).collect::<Vec<_>>().join(" ")
}

/// Steps in whole tenths, so that what is rounded off does not add up. Steps that lead nowhere are left out.
fn from_each_other(steps: &[Step]) -> String {
    let mut data = String::with_capacity(steps.len() * 8);
    let (mut at, mut start) = ((0, 0), (0, 0));
    for step in steps {
        match step {
            Step::Move(to) => {
                let to = tenths(*to);
                // Writing to a text does not fail.
                let _ = write!(data, "M{}", pair(to));
                (at, start) = (to, to);
                data.push('l');
            }
            Step::Line(to) | Step::Bend(_, to) => {
                let to = tenths(*to);
                let way = (to.0 - at.0, to.1 - at.1);
                if way != (0, 0) {
                    let text = pair(way);
                    let needs_gap = !data.ends_with('l') && !text.starts_with('-');
                    let _ = write!(data, "{}{text}", if needs_gap { " " } else { "" });
                }
                at = to;
            }
            Step::Close => {
                data.truncate(data.trim_end_matches('l').len());
                data.push('z');
                at = start;
            }
        }
    }
    data.truncate(data.trim_end_matches('l').len());
    data
}

fn tenths(point: Point) -> (i64, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "a sheet is not so large")]
    let whole = |length: f64| (length * 10.0).round() as i64;
    (whole(point.x), whole(point.y))
}

/// Two lengths of tenths: `1.2-.5`.
fn pair((x, y): (i64, i64)) -> String {
    let (x, y) = (tenth(x), tenth(y));
    if y.starts_with('-') { format!("{x}{y}") } else { format!("{x} {y}") }
}

fn tenth(length: i64) -> String {
    let sign = if length < 0 { "-" } else { "" };
    let (whole, rest) = (length.abs() / 10, length.abs() % 10);
    match (whole, rest) {
        (0, 0) => "0".to_owned(),
        (whole, 0) => format!("{sign}{whole}"),
        (0, rest) => format!("{sign}.{rest}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paths_are_steps_of_tenths() {
        let mut steps = vec![Step::Move(Point::new(10.04, 0.5))];
        steps.extend((0..LONG).map(|place| Step::Line(Point::new(if place % 2 == 0 { 11.26 } else { 9.5 }, 0.0))));
        steps.push(Step::Close);
        let data = data(&steps);
        assert!(data.starts_with("M10 .5l1.3-.5-1.8 0 1.8 0"), "{data}");
        assert!(data.ends_with('z'), "{data}");
        assert_eq!(from_each_other(&[Step::Move(Point::new(-0.04, 2.0)), Step::Close]), "M0 2z");
        assert_eq!(from_each_other(&[Step::Move(Point::new(1.0, 2.0))]), "M1 2");
    }

    #[test]
    fn short_and_bent_paths_keep_their_corners() {
        let steps = [Step::Move(Point::new(1.0, 2.0)), Step::Bend(Point::new(0.5, 0.25), Point::new(3.0, 4.0))];
        assert_eq!(data(&steps), "M1 2 Q0.5 0.25 3 4");
    }
}
