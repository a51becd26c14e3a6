//! Places brought onto a sheet.

use super::Sketch;
use super::apart::apart;
use crate::draw::scene::{Area, Point};

/// How much of the sheet rooms fill at most before it is made higher.
const FILLED: f64 = 0.33;
/// How high a sheet is for its width, at least and at most, as long as nothing else asks for more.
const LOWEST: f64 = 0.45;
const HIGHEST: f64 = 1.25;

pub(super) fn fitted(sketch: &Sketch, places: &[Point], width: f64) -> (Vec<Point>, f64) {
    let filled: f64 = sketch.rooms.iter().map(|room| room.width * room.height).sum();
    let lowest = if sketch.rooms.len() > 4 { LOWEST } else { 0.28 };
    let height = (filled / FILLED / width.max(1.0)).clamp(width * lowest, width * HIGHEST);
    let (across, down) = (Extent::of(places, |place| place.x), Extent::of(places, |place| place.y));
    let place = |(place, room): (&Point, &Area)| {
        Point::new(
            across.onto(place.x, -room.x, width - room.x - room.width),
            down.onto(place.y, -room.y, height - room.y - room.height),
        )
    };
    let rough: Vec<Point> = places.iter().zip(&sketch.rooms).map(place).collect();
    let mut places = apart(&sketch.rooms, rough, width);
    let rooms = || places.iter().zip(&sketch.rooms).map(|(place, room)| room.moved(place.x, place.y));
    let top = rooms().map(|room| room.y).fold(f64::INFINITY, f64::min);
    let bottom = rooms().map(|room| room.y + room.height).fold(f64::NEG_INFINITY, f64::max);
    if places.is_empty() {
        return (places, 0.0);
    }
    places.iter_mut().for_each(|place| place.y -= top);
    (places, bottom - top)
}

/// From where to where places reach in one direction.
struct Extent {
    least: f64,
    most: f64,
}

impl Extent {
    fn of(places: &[Point], length: impl Fn(&Point) -> f64) -> Self {
        let lengths = || places.iter().map(&length);
        Self { least: lengths().fold(f64::INFINITY, f64::min), most: lengths().fold(f64::NEG_INFINITY, f64::max) }
    }

    /// A place on a stretch of the sheet.
    fn onto(&self, length: f64, from: f64, to: f64) -> f64 {
        let range = self.most - self.least;
        let share = if range > 1e-9 { (length - self.least) / range } else { 0.5 };
        from + (to - from) * share
    }
}
