//! Labels moved until none overlaps another.
//!
//! First any two that overlap push each other apart, each by half, in the direction in which less is needed, as long as
//! that helps; it leaves the picture as it was, where there is room. Then what still overlaps is moved down below what it
//! would cover, from the top to the bottom of the sheet, which always ends: the second step alone would do, less nicely.

use crate::draw::scene::{Area, Point};

/// So often all pairs are looked at.
const ROUNDS: usize = 400;
/// The gap that is left between two.
const GAP: f64 = 4.0;

/// Places at which no two rooms overlap, within a width as far as rooms are not wider.
pub(super) fn apart(rooms: &[Area], mut places: Vec<Point>, width: f64) -> Vec<Point> {
    for _ in 0..ROUNDS {
        keep_within(rooms, &mut places, width);
        if !push(rooms, &mut places) {
            break;
        }
    }
    keep_within(rooms, &mut places, width);
    settle(rooms, &mut places);
    places
}

fn keep_within(rooms: &[Area], places: &mut [Point], width: f64) {
    for (room, place) in rooms.iter().zip(places) {
        let (least, most) = (-room.x, width - room.x - room.width);
        place.x = if least < most { place.x.clamp(least, most) } else { (least + most) / 2.0 };
    }
}

/// Pushes apart what overlaps, and tells whether anything did.
fn push(rooms: &[Area], places: &mut [Point]) -> bool {
    let mut pushed = false;
    for one in 0..rooms.len() {
        for other in one + 1..rooms.len() {
            let Some((right, down)) = needed(rooms, places, one, other) else { continue };
            pushed = true;
            for (point, half) in [(one, -0.5), (other, 0.5)] {
                if let Some(place) = places.get_mut(point) {
                    *place = place.moved(right * half, down * half);
                }
            }
        }
    }
    pushed
}

/// By how much the second of two has to move away from the first, if they overlap.
fn needed(rooms: &[Area], places: &[Point], one: usize, other: usize) -> Option<(f64, f64)> {
    let at = |point: usize| {
        let place = places.get(point)?;
        Some(rooms.get(point)?.with_margin(GAP / 2.0).moved(place.x, place.y))
    };
    let (one, other) = (at(one)?, at(other)?);
    if !one.overlaps(&other) {
        return None;
    }
    let (left, right) = (one.x + one.width - other.x, other.x + other.width - one.x);
    let (up, down) = (one.y + one.height - other.y, other.y + other.height - one.y);
    // Those that lie in one place part as their numbers do.
    let across = if left <= right { left } else { -right };
    let along = if up <= down { up } else { -down };
    Some(if across.abs() < along.abs() { (across, 0.0) } else { (0.0, along) })
}

/// Moves down, from the top, whatever still overlaps.
fn settle(rooms: &[Area], places: &mut [Point]) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    let top = |point: &usize| places.get(*point).zip(rooms.get(*point)).map_or(0.0, |(place, room)| place.y + room.y);
    order.sort_by(|one, other| top(one).total_cmp(&top(other)).then(one.cmp(other)));
    let mut settled: Vec<Area> = Vec::with_capacity(order.len());
    for point in order {
        let (Some(room), Some(place)) = (rooms.get(point), places.get_mut(point)) else { continue };
        while let Some(below) = covered(&settled, room.moved(place.x, place.y)) {
            place.y = below - room.y;
        }
        settled.push(room.moved(place.x, place.y));
    }
}

/// Below what a room would have to stand, if it covers anything.
fn covered(settled: &[Area], room: Area) -> Option<f64> {
    let covers = settled.iter().filter(|other| room.with_margin(0.2).overlaps(other));
    covers.map(|other| other.y + other.height + 0.5).reduce(f64::max)
}
