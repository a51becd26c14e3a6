//! Where the points of a network lie (`docs/decisions/0020-layout.md`).
//!
//! [`stress`] places points so that distances on paper are like distances in the network; [`fit`] brings these places, or
//! those that another program found, onto a sheet: [`spread`] gives crowds the room of what is empty, [`apart`] moves labels
//! until none overlaps another, and [`aside`] moves points off the lines of others. Everything is computed from a fixed
//! beginning, so that the same network is always drawn alike.

mod apart;
mod aside;
mod fit;
mod graphviz;
mod spread;
mod stress;

use super::scene::{Area, Point};

pub use graphviz::UnreadPlaces;

/// What a layout has to know of a network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// The points, each with the room that it and its label take around it: the area is relative to the point.
    pub rooms: Vec<Area>,
    /// To which group each point belongs, if to any.
    pub groups: Vec<Option<usize>>,
    /// Which points are joined, by their numbers, and how often.
    pub ties: Vec<(usize, usize, usize)>,
}

impl Sketch {
    /// Places found by the program's own layout, in units of one tie. Costs the square of the number of points, some
    /// hundred times.
    pub fn embedded(&self) -> Vec<Point> {
        stress::places(self)
    }

    /// The network as Graphviz's programs read it: points by number, with the size of their labels.
    pub fn for_graphviz(&self) -> String {
        graphviz::written(self)
    }

    /// The places that Graphviz found, from its output with `-Tplain`.
    ///
    /// # Errors
    /// If the text is no such output, or lacks a point.
    pub fn from_graphviz(&self, plain: &str) -> Result<Vec<Point>, UnreadPlaces> {
        graphviz::read(plain, self.rooms.len())
    }

    /// The places turned by a right angle where the sheet that they need is higher than wide.
    pub(super) fn along(&self, places: &[Point], width: f64) -> Vec<Point> {
        fit::along(self, places, width)
    }

    /// The places brought onto a sheet of this width, so that no two rooms overlap, and the height that they need. Rooms
    /// that are wider than the sheet stay within it as far as they can.
    pub fn fitted(&self, places: &[Point], width: f64) -> (Vec<Point>, f64) {
        fit::fitted(self, places, width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sketch(rooms: Vec<(f64, f64)>, ties: Vec<(usize, usize)>) -> Sketch {
        let number = rooms.len();
        Sketch {
            rooms: rooms.into_iter().map(|(width, height)| Area::new(-width / 2.0, -4.0, width, height)).collect(),
            groups: (0..number).map(|at| Some(at % 3)).collect(),
            ties: ties.into_iter().map(|(from, to)| (from % number, to % number, 1)).collect(),
        }
    }

    /// Nothing overlaps, nothing leaves the sheet, and the same comes out again.
    fn check(sketch: &Sketch, places: &[Point], width: f64) {
        let (at, height) = sketch.fitted(places, width);
        let rooms: Vec<Area> = sketch.rooms.iter().zip(&at).map(|(room, at)| room.moved(at.x, at.y)).collect();
        for (number, room) in rooms.iter().enumerate() {
            for other in rooms.iter().skip(number + 1) {
                assert!(!room.overlaps(other), "{room:?} {other:?}");
            }
            assert!(room.y >= -0.01 && room.y + room.height <= height + 0.01, "{room:?} {height}");
            assert!(room.width > width || (room.x >= -0.01 && room.x + room.width <= width + 0.01), "{room:?}");
        }
        assert_eq!((at, height), sketch.fitted(places, width));
    }

    proptest! {
        // Without optimization each takes a while.
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn labels_never_overlap(
            rooms in prop::collection::vec((5.0..90.0, 8.0..30.0), 1..40),
            ties in prop::collection::vec((0_usize..40, 0_usize..40), 0..80),
            width in 100.0..500.0,
        ) {
            let sketch = sketch(rooms, ties);
            check(&sketch, &sketch.embedded(), width);
        }

        #[test]
        fn wherever_others_put_them(
            rooms in prop::collection::vec((5.0..90.0, 8.0..30.0), 1..20),
            at in prop::collection::vec((-1e3..1e3, prop_oneof![Just(0.0), -1e3..1e3]), 20),
        ) {
            let sketch = sketch(rooms, Vec::new());
            let places: Vec<Point> = at.into_iter().map(|(x, y)| Point::new(x, y)).collect();
            check(&sketch, &places[..sketch.rooms.len()], 238.0);
        }
    }

    #[test]
    fn all_in_one_place_is_no_trouble() {
        let sketch = sketch(vec![(40.0, 20.0); 30], vec![(0, 0)]);
        check(&sketch, &[Point::new(1.0, 1.0); 30], 238.0);
        check(&Sketch::default(), &[], 238.0);
    }

    #[test]
    fn parts_that_no_line_joins_stand_close() {
        let sketch = sketch(vec![(40.0, 20.0); 4], vec![(0, 1), (2, 3)]);
        let places = [(0.0, 0.0), (1.0, 1.0), (0.0, 400.0), (1.0, 401.0)].map(|(x, y)| Point::new(x, y));
        let (at, height) = sketch.fitted(&places, 100.0);
        let foot = |points: [usize; 2]| points.map(|point| at[point].y).into_iter().fold(0.0, f64::max) + 16.0;
        let top = |points: [usize; 2]| points.map(|point| at[point].y).into_iter().fold(height, f64::min) - 4.0;
        assert!(top([2, 3]) - foot([0, 1]) <= 18.1, "{at:?}");
    }

    #[test]
    fn a_chain_is_drawn_as_one() {
        let sketch = sketch(vec![(10.0, 10.0); 5], vec![(0, 1), (1, 2), (2, 3), (3, 4)]);
        let places = sketch.embedded();
        let far = |from: usize, to: usize| places[from].distance(places[to]);
        assert!(far(0, 4) > far(0, 2) && far(0, 2) > far(0, 1), "{places:?}");
    }

    #[test]
    fn places_of_graphviz_are_read() {
        let sketch = sketch(vec![(10.0, 10.0); 2], vec![(0, 1)]);
        assert!(sketch.for_graphviz().starts_with("graph {\n"));
        let plain = "graph 1 2 3\nnode n1 1.5 0.25 1 1 n1 solid ellipse black lightgrey\nnode n0 0 1 1 1 n0\nstop\n";
        let places = sketch.from_graphviz(plain);
        assert_eq!(places, Ok(vec![Point::new(0.0, -1.0), Point::new(1.5, -0.25)]));
        assert_eq!(sketch.from_graphviz("graph 1 2 3\nstop\n"), Err(UnreadPlaces { missing: 0 }));
        assert_eq!(sketch.from_graphviz("node n0 nan inf\n"), Err(UnreadPlaces { missing: 0 }));
    }
}
