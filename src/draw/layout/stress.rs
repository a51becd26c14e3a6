//! Places by stress: distances on paper like distances in the network.
//!
//! Stress majorization after E. Gansner, Y. Koren and S. North, *Graph Drawing by Stress Majorization* (GD 2004), by one
//! point at a time, from a fixed beginning: points on a spiral, group by group. Points of one group are drawn nearer to
//! each other, and those that met often nearer than those that met once.

use super::Sketch;
use crate::draw::scene::Point;

/// So often every point is moved.
const ROUNDS: usize = 250;
/// How much nearer points of one group are, and how much farther those of two.
const WITHIN: f64 = 0.72;
const BETWEEN: f64 = 1.12;
/// The angle after which a spiral fills the plane evenly.
const GOLDEN: f64 = 2.399_963_229_728_653;

pub(super) fn places(sketch: &Sketch) -> Vec<Point> {
    let wanted = Distances::of(sketch);
    let mut places = spiral(sketch);
    for _ in 0..ROUNDS {
        for point in 0..places.len() {
            if let Some(place) = better(&places, point, &wanted)
                && let Some(own) = places.get_mut(point)
            {
                *own = place;
            }
        }
    }
    level(places)
}

/// The distances that are wanted between any two points.
struct Distances {
    number: usize,
    list: Vec<f64>,
}

impl Distances {
    fn of(sketch: &Sketch) -> Self {
        let number = sketch.rooms.len();
        let mut near: Vec<Vec<usize>> = vec![Vec::new(); number];
        for (from, to, _) in &sketch.ties {
            for (from, to) in [(from, to), (to, from)] {
                near.get_mut(*from).into_iter().for_each(|list| list.push(*to));
            }
        }
        let mut list = Vec::with_capacity(number * number);
        for from in 0..number {
            list.extend(steps(&near, from));
        }
        let farthest = list.iter().copied().filter(|steps| steps.is_finite()).fold(1.0, f64::max);
        let group = |point: usize| sketch.groups.get(point).copied().flatten();
        let mut distances = Self { number, list };
        for from in 0..number {
            for to in 0..number {
                let together = group(from).is_some() && group(from) == group(to);
                let steps = distances.get(from, to).min(farthest + 1.0);
                distances.set(from, to, steps * if together { WITHIN } else { BETWEEN });
            }
        }
        for (from, to, times) in &sketch.ties {
            #[expect(clippy::cast_precision_loss, reason = "two do not meet so often")]
            let nearer = 1.0 / (1.0 + 0.12 * (*times as f64).max(1.0).ln());
            distances.set(*from, *to, distances.get(*from, *to) * nearer);
            distances.set(*to, *from, distances.get(*from, *to));
        }
        distances
    }

    fn get(&self, from: usize, to: usize) -> f64 {
        self.list.get(from * self.number + to).copied().unwrap_or(1.0)
    }

    fn set(&mut self, from: usize, to: usize, distance: f64) {
        if let Some(own) = self.list.get_mut(from * self.number + to) {
            *own = distance;
        }
    }
}

/// In how many steps each point is reached.
fn steps(near: &[Vec<usize>], from: usize) -> Vec<f64> {
    let mut reached = vec![f64::INFINITY; near.len()];
    let mut edge = vec![from];
    let mut steps = 0.0;
    while !edge.is_empty() {
        let unreached = |point: &usize| reached.get(*point).is_some_and(|steps| steps.is_infinite());
        edge.retain(unreached);
        for point in &edge {
            reached.get_mut(*point).into_iter().for_each(|own| *own = steps);
        }
        edge = edge.iter().filter_map(|point| near.get(*point)).flatten().copied().collect();
        steps += 1.0;
    }
    reached
}

/// The points on a spiral, in the order of their groups.
fn spiral(sketch: &Sketch) -> Vec<Point> {
    let mut order: Vec<usize> = (0..sketch.rooms.len()).collect();
    order.sort_by_key(|point| (sketch.groups.get(*point).copied().flatten().unwrap_or(usize::MAX), *point));
    let mut places = vec![Point::default(); order.len()];
    for (number, point) in order.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "there are few points")]
        let (turn, radius) = (GOLDEN * number as f64, (number as f64 + 0.5).sqrt() * 0.5);
        if let Some(place) = places.get_mut(point) {
            *place = Point::new(radius * turn.cos(), radius * turn.sin());
        }
    }
    places
}

/// Where a point would lie better, as the others lie now.
fn better(places: &[Point], point: usize, wanted: &Distances) -> Option<Point> {
    let own = *places.get(point)?;
    let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
    for (other, place) in places.iter().enumerate().filter(|(other, _)| *other != point) {
        let distance = wanted.get(point, other);
        let weight = distance.powi(-2);
        let apart = own.distance(*place).max(1e-6);
        x += weight * (place.x + distance * (own.x - place.x) / apart);
        y += weight * (place.y + distance * (own.y - place.y) / apart);
        weights += weight;
    }
    (weights > 0.0).then(|| Point::new(x / weights, y / weights))
}

/// The places turned about their middle so that they are farthest apart from left to right.
fn level(places: Vec<Point>) -> Vec<Point> {
    #[expect(clippy::cast_precision_loss, reason = "there are few points")]
    let number = places.len().max(1) as f64;
    let x = places.iter().map(|place| place.x).sum::<f64>() / number;
    let y = places.iter().map(|place| place.y).sum::<f64>() / number;
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in &places {
        let (dx, dy) = (place.x - x, place.y - y);
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    let (sin, cos) = (0.5 * (2.0 * xy).atan2(xx - yy)).sin_cos();
    let turned = |place: Point| {
        let (dx, dy) = (place.x - x, place.y - y);
        Point::new(dx * cos + dy * sin, dy * cos - dx * sin)
    };
    places.into_iter().map(turned).collect()
}
