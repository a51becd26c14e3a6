//! Points moved aside from lines that are not theirs.
//!
//! A line that runs through a point looks as if it ended there, and joins on paper who never met. Each point on such a line,
//! or whose own lines run through others, is moved to the nearest place with fewer of these, as long as there is one that is
//! free. Lines under labels count as well, but less.

use super::Sketch;
use crate::draw::scene::{Area, Point};
use std::f64::consts::TAU;

/// What a line through a point counts, and one through a label.
const THROUGH: f64 = 10.0;
const UNDER: f64 = 1.0;
/// What a point of the way costs, so that of equal places the nearest is taken.
const WAY: f64 = 0.01;
/// Lines come no nearer to points than this.
const CLEAR: f64 = 1.5;
/// The gap that is left between two rooms.
const GAP: f64 = 2.0;

/// A network on its sheet.
pub(super) struct Laid<'s> {
    sketch: &'s Sketch,
    places: Vec<Point>,
    sheet: Area,
    /// The numbers of the ties of each point.
    ties: Vec<Vec<usize>>,
}

impl<'s> Laid<'s> {
    pub(super) fn new(sketch: &'s Sketch, places: Vec<Point>, (width, height): (f64, f64)) -> Self {
        let mut ties = vec![Vec::new(); places.len()];
        for (number, (from, to, _)) in sketch.ties.iter().enumerate() {
            for end in [from, to] {
                ties.get_mut(*end).into_iter().for_each(|own: &mut Vec<usize>| own.push(number));
            }
        }
        Self { sketch, places, sheet: Area::new(0.0, 0.0, width, height), ties }
    }

    /// Moves points aside, so many times each, and tells where all are then, and what is left.
    pub(super) fn aside(mut self, rounds: usize) -> (Vec<Point>, f64) {
        for _ in 0..rounds {
            let mut moved = false;
            for point in 0..self.places.len() {
                moved |= self.step(point);
            }
            if !moved {
                break;
            }
        }
        let cost = (0..self.places.len()).map(|point| self.cost(point)).sum();
        (self.places, cost)
    }

    /// Moves one point to a better place, if there is one.
    fn step(&mut self, point: usize) -> bool {
        let (Some(own), cost) = (self.places.get(point).copied(), self.cost(point)) else { return false };
        if cost < UNDER {
            return false;
        }
        let mut best = (cost - UNDER / 2.0, own);
        for place in self.around(own) {
            if !self.is_free(point, place) {
                continue;
            }
            self.put(point, place);
            let cost = self.cost(point) + own.distance(place) * WAY;
            if cost < best.0 {
                best = (cost, place);
            }
        }
        self.put(point, best.1);
        best.1 != own
    }

    fn put(&mut self, point: usize, place: Point) {
        self.places.get_mut(point).into_iter().for_each(|own| *own = place);
    }

    /// Places around one, the nearest first.
    fn around(&self, own: Point) -> Vec<Point> {
        // Where there are many, fewer are looked at.
        let (turns, ways): (i32, &[f64]) = match self.places.len() {
            ..=60 => (16, &[6.0, 12.0, 20.0, 32.0, 50.0, 75.0]),
            _ => (8, &[8.0, 18.0, 36.0]),
        };
        let place = |(way, turn): (f64, i32)| {
            let (sin, cos) = (TAU * f64::from(turn) / f64::from(turns)).sin_cos();
            own.moved(way * cos, way * sin)
        };
        ways.iter().flat_map(|way| (0..turns).map(move |turn| (*way, turn))).map(place).collect()
    }

    fn room(&self, point: usize, place: Point) -> Area {
        self.sketch.rooms.get(point).copied().unwrap_or_default().moved(place.x, place.y)
    }

    fn is_free(&self, point: usize, place: Point) -> bool {
        let room = self.room(point, place);
        let wide = room.with_margin(GAP);
        let mut others = self.places.iter().enumerate().filter(|(other, _)| *other != point);
        self.sheet.contains(&room) && !others.any(|(other, at)| wide.overlaps(&self.room(other, *at)))
    }

    /// What the lines of others through a point cost, and its own through others.
    fn cost(&self, point: usize) -> f64 {
        let own = self.ties.get(point).map(Vec::as_slice).unwrap_or_default();
        let through = |(tie, (from, to, _)): (usize, &(usize, usize, usize))| {
            if own.contains(&tie) { self.on_own_way(point, (*from, *to)) } else { self.between(point, (*from, *to)) }
        };
        self.sketch.ties.iter().enumerate().map(through).sum()
    }

    /// What one of a point's own lines costs: all others that it runs through.
    fn on_own_way(&self, point: usize, tie: (usize, usize)) -> f64 {
        let others = (0..self.places.len()).filter(|other| *other != tie.0 && *other != tie.1 && *other != point);
        others.map(|other| self.between(other, tie)).sum()
    }

    /// What a line costs that runs through a point or its label.
    fn between(&self, point: usize, (from, to): (usize, usize)) -> f64 {
        let at = |number: usize| self.places.get(number).copied().unwrap_or_default();
        let (place, from, to) = (at(point), at(from), at(to));
        let room = self.room(point, place);
        if !room.with_margin(CLEAR).is_crossed(from, to) {
            return 0.0;
        }
        // The point itself reaches from the middle to the nearest edge of its room.
        let edges = [place.x - room.x, place.y - room.y, room.x + room.width - place.x, room.y + room.height - place.y];
        let reach = edges.into_iter().fold(f64::INFINITY, f64::min);
        if place.distance_to_line(from, to) < reach + CLEAR { THROUGH } else { UNDER }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_leaves_the_line_of_others() {
        let rooms = vec![Area::new(-5.0, -5.0, 10.0, 10.0); 3];
        let sketch = Sketch { rooms, groups: vec![None; 3], ties: vec![(0, 2, 1)] };
        let places = vec![Point::new(20.0, 50.0), Point::new(60.0, 50.0), Point::new(100.0, 50.0)];
        let laid = Laid::new(&sketch, places.clone(), (120.0, 100.0));
        assert!((laid.cost(1) - THROUGH).abs() < 1e-9);
        let (places, cost) = laid.aside(4);
        assert!(cost < UNDER, "{cost}");
        assert!(places[1].distance_to_line(places[0], places[2]) > 5.0, "{places:?}");
    }
}
