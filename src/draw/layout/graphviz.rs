//! What Graphviz's programs read and write: [DOT](https://graphviz.org/doc/info/lang.html) by numbers, and
//! [plain](https://graphviz.org/docs/outputs/plain/) places. Names do not come into it.

use super::Sketch;
use crate::draw::scene::Point;
use std::fmt::Write;

/// Points in an inch, by which Graphviz counts.
const INCH: f64 = 72.0;

/// A text that does not tell where all points lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the program for layouts told no place for point {missing}")]
pub struct UnreadPlaces {
    /// The first point of which it is not told.
    pub missing: usize,
}

pub(super) fn written(sketch: &Sketch) -> String {
    let mut text = "graph {\nnode [shape=box fixedsize=true label=\"\"]\n".to_owned();
    for (number, room) in sketch.rooms.iter().enumerate() {
        // Writing to a text does not fail.
        let _ = writeln!(text, "n{number} [width={:.3} height={:.3}]", room.width / INCH, room.height / INCH);
    }
    for (from, to, _) in &sketch.ties {
        let _ = writeln!(text, "n{from} -- n{to}");
    }
    text + "}\n"
}

pub(super) fn read(plain: &str, number: usize) -> Result<Vec<Point>, UnreadPlaces> {
    let mut places: Vec<Option<Point>> = vec![None; number];
    for line in plain.lines() {
        if let Some((node, place)) = node(line)
            && let Some(slot) = places.get_mut(node)
        {
            *slot = Some(place);
        }
    }
    let told = |(missing, place): (usize, Option<Point>)| place.ok_or(UnreadPlaces { missing });
    places.into_iter().enumerate().map(told).collect()
}

/// The number and place of a line about a point; y grows upwards there.
fn node(line: &str) -> Option<(usize, Point)> {
    let mut words = line.split_whitespace();
    let number = words.next().filter(|word| *word == "node").and(words.next())?.strip_prefix('n')?.parse().ok()?;
    let mut next = || words.next()?.parse().ok().filter(|value: &f64| value.is_finite());
    let (x, y) = (next()?, next()?);
    Some((number, Point::new(x, -y)))
}
