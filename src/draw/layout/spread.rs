//! Places spread over the sheet: what is crowded gets the room of what is empty.
//!
//! Each direction on its own, so that what lies left of another stays left of it: between its place and its number in the
//! order from one edge to the other.

use crate::draw::scene::Point;

/// The places, moved by this share (0 to 1) towards places at even distances, from 0 to 1 in both directions.
pub(super) fn spread(places: &[Point], share: f64) -> Vec<Point> {
    let across = evened(&places.iter().map(|place| place.x).collect::<Vec<f64>>(), share);
    let down = evened(&places.iter().map(|place| place.y).collect::<Vec<f64>>(), share);
    across.into_iter().zip(down).map(|(x, y)| Point::new(x, y)).collect()
}

fn evened(lengths: &[f64], share: f64) -> Vec<f64> {
    let least = lengths.iter().copied().fold(f64::INFINITY, f64::min);
    let range = lengths.iter().copied().fold(f64::NEG_INFINITY, f64::max) - least;
    let mut order: Vec<usize> = (0..lengths.len()).collect();
    let at = |number: &usize| lengths.get(*number).copied().unwrap_or_default();
    order.sort_by(|one, other| at(one).total_cmp(&at(other)).then(one.cmp(other)));
    let mut evened = vec![0.5; lengths.len()];
    for (rank, number) in order.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "there are few points")]
        let even = if order.len() > 1 { rank as f64 / (order.len() - 1) as f64 } else { 0.5 };
        let own = if range > 1e-9 { (at(number) - least) / range } else { 0.5 };
        if let Some(place) = evened.get_mut(*number) {
            *place = own + (even - own) * share;
        }
    }
    evened
}

#[cfg(test)]
mod tests {
    use super::evened;

    #[test]
    fn order_stays_and_crowds_part() {
        let lengths = [0.0, 1.0, 2.0, 100.0];
        assert_eq!(evened(&lengths, 0.0), [0.0, 0.01, 0.02, 1.0]);
        let spread = evened(&lengths, 0.5);
        assert!(spread.windows(2).all(|pair| pair[0] < pair[1]), "{spread:?}");
        assert!(spread[2] > 0.3, "{spread:?}");
        assert_eq!(evened(&[], 0.5), [0.0; 0]);
        assert_eq!(evened(&[7.0], 0.5), [0.5]);
    }
}
