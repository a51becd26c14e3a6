//! Areas and lines, cut at the edges of a rectangle.
//!
//! Areas are cut edge by edge: Ivan Sutherland and Gary Hodgman, *Reentrant polygon clipping*, Communications of the ACM 17
//! (1974), 32–42, <https://doi.org/10.1145/360767.360802>.

/// A rectangle by its corners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// The least coordinates.
    pub(super) least: [f64; 2],
    /// The greatest.
    pub(super) most: [f64; 2],
}

type Corner = [f64; 2];

impl Frame {
    /// The part of an area that lies within, as one ring along the edges; empty where none does. Costs the corners.
    pub(super) fn area(&self, ring: &[Corner]) -> Vec<Corner> {
        let mut kept = ring.to_vec();
        for axis in [0, 1] {
            kept = cut(&kept, axis, |value| value - self.bound(axis).0);
            kept = cut(&kept, axis, |value| self.bound(axis).1 - value);
        }
        kept
    }

    /// The parts of a line that lie within. Costs the corners.
    pub(super) fn line(&self, line: &[Corner]) -> Vec<Vec<Corner>> {
        let mut parts: Vec<Vec<Corner>> = Vec::new();
        for (from, to) in line.iter().zip(line.iter().skip(1)) {
            let Some((from, to)) = self.stretch(*from, *to) else {
                continue;
            };
            match parts.last_mut().filter(|part| part.last() == Some(&from)) {
                Some(part) => part.push(to),
                None => parts.push(vec![from, to]),
            }
        }
        parts
    }

    /// Whether a place lies within.
    pub(super) fn holds(&self, place: Corner) -> bool {
        let [x, y] = place;
        (self.least[0]..=self.most[0]).contains(&x) && (self.least[1]..=self.most[1]).contains(&y)
    }

    fn bound(&self, axis: usize) -> (f64, f64) {
        match axis {
            0 => (self.least[0], self.most[0]),
            _ => (self.least[1], self.most[1]),
        }
    }

    /// What of a stretch lies within.
    fn stretch(&self, from: Corner, to: Corner) -> Option<(Corner, Corner)> {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for ((start, end), (least, most)) in [((from[0], to[0]), self.bound(0)), ((from[1], to[1]), self.bound(1))] {
            let way = end - start;
            if way == 0.0 && !(least..=most).contains(&start) {
                return None;
            }
            if way != 0.0 {
                let ends = ((least - start) / way, (most - start) / way);
                enter = enter.max(ends.0.min(ends.1));
                leave = leave.min(ends.0.max(ends.1));
            }
        }
        let at = |share: f64| match share {
            0.0 => from,
            1.0 => to,
            share => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
        };
        (enter < leave).then(|| (at(enter), at(leave)))
    }
}

/// The part of a ring on the side where a coordinate's depth is not negative.
fn cut(ring: &[Corner], axis: usize, depth: impl Fn(f64) -> f64) -> Vec<Corner> {
    let deep = |corner: &Corner| depth(if axis == 0 { corner[0] } else { corner[1] });
    let mut kept = Vec::with_capacity(ring.len());
    for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (start, end) = (deep(from), deep(to));
        if start >= 0.0 {
            kept.push(*from);
        }
        if (start >= 0.0) != (end >= 0.0) {
            let share = start / (start - end);
            kept.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNIT: Frame = Frame { least: [0.0, 0.0], most: [1.0, 1.0] };

    fn size(ring: &[Corner]) -> f64 {
        let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
        pairs.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn areas_are_cut_at_the_edges() {
        let check = |ring: &[Corner], expected: f64| {
            let found = UNIT.area(ring);
            assert!((size(&found) - expected).abs() < 1e-9, "{ring:?}: {found:?}");
        };
        check(&[[0.2, 0.2], [0.4, 0.2], [0.4, 0.4], [0.2, 0.4]], 0.04);
        check(&[[-1.0, -1.0], [2.0, -1.0], [2.0, 2.0], [-1.0, 2.0]], 1.0);
        check(&[[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5]], 0.25);
        check(&[[2.0, 2.0], [3.0, 2.0], [3.0, 3.0]], 0.0);
        check(&[], 0.0);
    }

    #[test]
    fn lines_are_cut_at_the_edges() {
        let check = |line: &[Corner], expected: &[&[Corner]]| assert_eq!(UNIT.line(line), expected, "{line:?}");
        check(&[[0.1, 0.1], [0.2, 0.2], [0.3, 0.1]], &[&[[0.1, 0.1], [0.2, 0.2], [0.3, 0.1]]]);
        check(&[[-1.0, 0.5], [2.0, 0.5]], &[&[[0.0, 0.5], [1.0, 0.5]]]);
        check(
            &[[0.5, 0.5], [0.5, 2.0], [0.75, 2.0], [0.75, 0.5]],
            &[&[[0.5, 0.5], [0.5, 1.0]], &[[0.75, 1.0], [0.75, 0.5]]],
        );
        check(&[[2.0, 2.0], [3.0, 3.0]], &[]);
    }

    fn corner() -> impl Strategy<Value = Corner> {
        [-2.0..3.0_f64, -2.0..3.0_f64]
    }

    proptest! {
        #[test]
        fn nothing_is_left_outside(ring in prop::collection::vec(corner(), 0..12)) {
            let near = Frame { least: [-1e-9, -1e-9], most: [1.0 + 1e-9, 1.0 + 1e-9] };
            prop_assert!(UNIT.area(&ring).iter().all(|corner| near.holds(*corner)));
            prop_assert!(UNIT.line(&ring).iter().flatten().all(|corner| near.holds(*corner)));
        }
    }
}
