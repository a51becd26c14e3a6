//! Places brought onto a sheet.

use super::Sketch;
use super::apart::apart;
use super::aside::Laid;
use super::spread::spread;
use crate::draw::scene::{Area, Point};

/// How much of the sheet rooms fill at most before it is made higher.
const FILLED: f64 = 0.33;
/// How high a sheet is for its width, at least and at most, as long as nothing else asks for more.
const LOWEST: f64 = 0.45;
const HIGHEST: (f64, f64) = (1.25, 2.2);
/// So high is the page of a journal, without what stands above and below the network.
const PAGE: f64 = 600.0;

/// Shares by which places are spread over the sheet; the one is taken that leaves the fewest lines through others.
const SHARES: [f64; 3] = [0.0, 0.4, 0.75];
/// What a sheet costs that is by its width higher than it was meant to be, for each point on it.
const HIGHER: f64 = 6.0;

pub(super) fn fitted(sketch: &Sketch, places: &[Point], width: f64) -> (Vec<Point>, f64) {
    if places.is_empty() {
        return (Vec::new(), 0.0);
    }
    let height = wanted(sketch, width);
    #[expect(clippy::cast_precision_loss, reason = "there are few points")]
    let number = places.len() as f64;
    let mut best: Option<(f64, Vec<Point>, f64)> = None;
    for share in SHARES {
        let (places, high) = onto(sketch, &spread(places, share), (width, height));
        let (mut places, cost) = Laid::new(sketch, places, (width, high)).aside(rounds(sketch));
        let high = high - close_gaps(sketch, &mut places);
        let cost = cost + number * (share + HIGHER * (high - height).max(0.0) / width);
        if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            best = Some((cost, places, high));
        }
    }
    best.map_or((Vec::new(), 0.0), |(_, places, high)| (places, high))
}

/// How often each point is moved aside: less often where there are many, and not at all where lines are so many that there
/// is no place off all of them.
fn rounds(sketch: &Sketch) -> usize {
    const LOOKS: usize = 3_000_000;
    let each = sketch.rooms.len() * sketch.ties.len() * 100;
    (LOOKS / each.max(1)).min(6)
}

/// The places, turned where the sheet is higher than wide: what reaches farther across than down lies along its longer edge.
pub(super) fn along(sketch: &Sketch, places: &[Point], width: f64) -> Vec<Point> {
    let is_high = wanted(sketch, width) > width;
    places.iter().map(|place| if is_high { Point::new(place.y, place.x) } else { *place }).collect()
}

/// How high a sheet is meant to be.
fn wanted(sketch: &Sketch, width: f64) -> f64 {
    let filled: f64 = sketch.rooms.iter().map(|room| room.width * room.height).sum();
    let lowest = if sketch.rooms.len() > 4 { LOWEST } else { 0.28 };
    let highest = (PAGE / width.max(1.0)).clamp(HIGHEST.0, HIGHEST.1);
    (filled / FILLED / width.max(1.0)).clamp(width * lowest, width * highest)
}

/// The places, which reach from 0 to 1, on a sheet of this size; it becomes higher where rooms do not fit into it.
fn onto(sketch: &Sketch, places: &[Point], (width, height): (f64, f64)) -> (Vec<Point>, f64) {
    let stretch = |share: f64, from: f64, to: f64| from + (to - from) * share;
    let place = |(place, room): (&Point, &Area)| {
        Point::new(
            stretch(place.x, -room.x, width - room.x - room.width),
            stretch(place.y, -room.y, height - room.y - room.height),
        )
    };
    let rough: Vec<Point> = places.iter().zip(&sketch.rooms).map(place).collect();
    let mut places = apart(&sketch.rooms, rough, width);
    let rooms = || places.iter().zip(&sketch.rooms).map(|(place, room)| room.moved(place.x, place.y));
    let top = rooms().map(|room| room.y).fold(f64::INFINITY, f64::min);
    let bottom = rooms().map(|room| room.y + room.height).fold(f64::NEG_INFINITY, f64::max);
    places.iter_mut().for_each(|place| place.y -= top);
    (places, bottom - top)
}

/// What is left between parts of a network above each other that no line joins.
const BETWEEN: f64 = 18.0;

/// Moves parts of a network that no line joins towards each other, and tells by how much less is needed.
fn close_gaps(sketch: &Sketch, places: &mut [Point]) -> f64 {
    let y = |point: usize| places.get(point).map_or(0.0, |place| place.y);
    let rooms = places.iter().zip(&sketch.rooms).map(|(at, room)| (at.y + room.y, at.y + room.y + room.height));
    let ties = sketch.ties.iter().map(|(from, to, _)| (y(*from).min(y(*to)), y(*from).max(y(*to))));
    let mut stretches: Vec<(f64, f64)> = rooms.chain(ties).collect();
    stretches.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut bottom, mut closed) = (f64::NEG_INFINITY, Vec::new());
    for (from, to) in stretches {
        if bottom.is_finite() && from - bottom > BETWEEN {
            closed.push((from, from - bottom - BETWEEN));
        }
        bottom = bottom.max(to);
    }
    for (place, room) in places.iter_mut().zip(&sketch.rooms) {
        let top = place.y + room.y;
        place.y -= closed.iter().filter(|(from, _)| *from <= top).map(|(_, by)| by).sum::<f64>();
    }
    closed.iter().map(|(_, by)| by).sum()
}
