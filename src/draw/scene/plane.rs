//! The plane: places and rectangles, in points from the upper left corner.

/// A place on the plane; x grows to the right, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// A place.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The same place, farther right and down.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self::new(self.x + right, self.y + down)
    }

    /// A part of the way to another place: 0 is here, 1 is there.
    #[must_use]
    pub fn toward(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    /// How far another place is.
    pub fn distance(self, other: Self) -> f64 {
        (other.x - self.x).hypot(other.y - self.y)
    }

    /// How far a straight line is, at its nearest place.
    pub fn distance_to_line(self, from: Self, to: Self) -> f64 {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let square = dx * dx + dy * dy;
        let share = if square > 0.0 { ((self.x - from.x) * dx + (self.y - from.y) * dy) / square } else { 0.0 };
        self.distance(from.toward(to, share.clamp(0.0, 1.0)))
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

impl Area {
    /// A rectangle.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The same, elsewhere.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }
    }

    /// The same, larger by a margin on each side.
    #[must_use]
    pub fn with_margin(self, margin: f64) -> Self {
        Self::new(self.x - margin, self.y - margin, self.width + 2.0 * margin, self.height + 2.0 * margin)
    }

    /// Whether two rectangles have more in common than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Whether all of another rectangle lies within.
    pub fn contains(&self, other: &Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }

    /// Whether a straight line runs through it
    /// ([Liang and Barsky](https://dl.acm.org/doi/10.1145/357332.357333), *A New Concept and Method for Line Clipping*, 1984).
    pub fn is_crossed(&self, from: Point, to: Point) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let edges = [
            (-dx, from.x - self.x),
            (dx, self.x + self.width - from.x),
            (-dy, from.y - self.y),
            (dy, self.y + self.height - from.y),
        ];
        let (mut enters, mut leaves): (f64, f64) = (0.0, 1.0);
        for (along, room) in edges {
            if along == 0.0 && room < 0.0 {
                return false;
            }
            if along < 0.0 {
                enters = enters.max(room / along);
            } else if along > 0.0 {
                leaves = leaves.min(room / along);
            }
        }
        enters < leaves
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self::new(x, y, right - x, bottom - y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_areas() {
        let area = Area::new(10.0, 10.0, 20.0, 10.0);
        let check = |from: (f64, f64), to: (f64, f64), expected: bool| {
            let (from, to) = (Point::new(from.0, from.1), Point::new(to.0, to.1));
            assert_eq!(area.is_crossed(from, to), expected, "{from:?} {to:?}");
            assert_eq!(area.is_crossed(to, from), expected, "{to:?} {from:?}");
        };
        check((0.0, 0.0), (40.0, 30.0), true);
        check((0.0, 15.0), (40.0, 15.0), true);
        check((15.0, 12.0), (16.0, 13.0), true);
        check((0.0, 5.0), (40.0, 5.0), false);
        check((0.0, 15.0), (9.0, 15.0), false);
        check((0.0, 20.0), (20.0, 40.0), false);
        check((20.0, 0.0), (20.0, 5.0), false);
    }

    #[test]
    fn lines_are_as_far_as_their_nearest_place() {
        let (from, to) = (Point::new(0.0, 0.0), Point::new(10.0, 0.0));
        let check = |x: f64, y: f64, expected: f64| {
            assert!((Point::new(x, y).distance_to_line(from, to) - expected).abs() < 1e-9, "{x} {y}");
        };
        check(5.0, 3.0, 3.0);
        check(13.0, 4.0, 5.0);
        check(0.0, 0.0, 0.0);
        assert!((Point::new(3.0, 4.0).distance_to_line(from, from) - 5.0).abs() < 1e-9);
    }
}
