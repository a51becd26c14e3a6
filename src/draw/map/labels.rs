//! Labels of places, none on another.

use crate::draw::scene::{Anchor, Area, Point, Weight};
use crate::draw::text::Ruler;

/// What wants a label.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Where it lies.
    pub(super) at: Point,
    /// How large its sign is; 0 where the label itself is the sign, and stands on the place.
    pub(super) radius: f64,
    /// What to say, the best first.
    pub(super) texts: Vec<String>,
}

/// A label that has room.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    /// On the line on which letters stand.
    pub(super) at: Point,
    /// On which side of it.
    pub(super) anchor: Anchor,
    /// What it says.
    pub(super) text: String,
    /// Whether it stands within its sign.
    pub(super) on_sign: bool,
}

const GAP: f64 = 2.0;

/// A label for each that wants one, in this order, where one of its texts has room within the bounds. Grows with the square
/// of their number.
pub(super) fn place(wanted: &[Wanted], bounds: Area, ruler: &Ruler, size: f64) -> Vec<Option<Placed>> {
    let signs: Vec<Area> = wanted.iter().map(sign).collect();
    let mut taken: Vec<Area> = Vec::new();
    let mut labels = Vec::new();
    for (number, one) in wanted.iter().enumerate() {
        let mut choices = one.texts.iter().flat_map(|text| choices(one, text, ruler, size));
        let is_free = |label: &Placed, area: &Area| {
            // A label within its sign is on no other one.
            let is_own = |other: usize| label.on_sign && other == number;
            let mut signs = signs.iter().enumerate().filter(|(other, sign)| sign.width > 0.0 && !is_own(*other));
            !signs.any(|(_, other)| other.overlaps(area)) && !taken.iter().any(|other| other.overlaps(area))
        };
        let found = choices.find(|(label, area)| bounds.contains(area) && is_free(label, area));
        labels.push(found.map(|(label, area)| {
            taken.push(area);
            label
        }));
    }
    labels
}

fn sign(one: &Wanted) -> Area {
    Area::new(one.at.x, one.at.y, 0.0, 0.0).with_margin(one.radius)
}

/// Where a text can stand: on the place, or right, left, below and above of its sign, or within one that is large enough.
fn choices(one: &Wanted, text: &str, ruler: &Ruler, size: f64) -> Vec<(Placed, Area)> {
    let width = ruler.width(text, size, Weight::Regular);
    let label = |x: f64, y: f64, anchor: Anchor| {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        // Letters reach from above three quarters of their size to a quarter below the line.
        let area = Area::new(left - 0.5, y - size * 0.8, width + 1.0, size * 1.05);
        (Placed { at: Point::new(x, y), anchor, text: text.to_owned(), on_sign: false }, area)
    };
    let (Point { x, y }, far, middle) = (one.at, one.radius + GAP, size * 0.35);
    let beside = [
        label(x + far, y + middle, Anchor::Start),
        label(x - far, y + middle, Anchor::End),
        label(x, y + far + size * 0.75, Anchor::Middle),
        label(x, y - far - size * 0.2, Anchor::Middle),
    ];
    let on = (one.radius == 0.0).then(|| label(x, y + middle, Anchor::Middle));
    let fits = one.radius > 0.0 && (width + 1.0).hypot(size * 1.05) <= 2.0 * one.radius;
    let within = fits.then(|| label(x, y + middle, Anchor::Middle));
    let within = within.map(|(label, area)| (Placed { on_sign: true, ..label }, area));
    on.into_iter().chain(beside).chain(within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wanted() -> impl Strategy<Value = Wanted> {
        let sign = prop_oneof![Just(0.0), 1.0..9.0_f64];
        (0.0..200.0_f64, 0.0..100.0_f64, sign, prop::collection::vec("[a-z]{1,9}", 1..3))
            .prop_map(|(x, y, radius, texts)| Wanted { at: Point::new(x, y), radius, texts })
    }

    fn box_of(label: &Placed, ruler: &Ruler) -> Area {
        let width = ruler.width(&label.text, 7.0, Weight::Regular);
        let left = match label.anchor {
            Anchor::Start => label.at.x,
            Anchor::Middle => label.at.x - width / 2.0,
            Anchor::End => label.at.x - width,
        };
        Area::new(left, label.at.y - 5.5, width, 7.0)
    }

    proptest! {
        #[test]
        fn no_label_lies_on_another(wanted in prop::collection::vec(wanted(), 0..25)) {
            let (ruler, bounds) = (Ruler::new(), Area::new(0.0, 0.0, 200.0, 100.0));
            let labels: Vec<Placed> = place(&wanted, bounds, &ruler, 7.0).into_iter().flatten().collect();
            let boxes: Vec<Area> = labels.iter().map(|label| box_of(label, &ruler)).collect();
            for (number, one) in boxes.iter().enumerate() {
                prop_assert!(bounds.contains(one));
                prop_assert!(boxes.iter().skip(number + 1).all(|other| !other.overlaps(one)), "{:?}", labels);
            }
        }
    }

    #[test]
    fn what_stands_alone_has_its_first_label() {
        let one =
            Wanted { at: Point::new(100.0, 50.0), radius: 3.0, texts: vec!["State A 3".to_owned(), "3".to_owned()] };
        let labels = place(&[one], Area::new(0.0, 0.0, 200.0, 100.0), &Ruler::new(), 7.0);
        assert_eq!(labels.first().and_then(|label| label.as_ref()).map(|label| label.text.as_str()), Some("State A 3"));
    }

    #[test]
    fn a_number_stands_within_a_sign_that_leaves_no_room_beside_it() {
        let bounds = Area::new(0.0, 0.0, 40.0, 40.0);
        let of_radius = |radius: f64| {
            let one =
                Wanted { at: Point::new(20.0, 20.0), radius, texts: vec!["State A 12".to_owned(), "12".to_owned()] };
            place(&[one], bounds, &Ruler::new(), 7.0).into_iter().flatten().next()
        };
        assert_eq!(of_radius(12.0).map(|label| (label.text, label.on_sign)), Some(("12".to_owned(), true)));
        assert_eq!(of_radius(4.0).map(|label| label.on_sign), Some(false));
    }
}
