//! The projection of maps: Equal Earth, which keeps areas, so that no country looks larger than it is.
//!
//! Bojan Šavrič, Tom Patterson and Bernhard Jenny, *The Equal Earth map projection*, International Journal of Geographical
//! Information Science 33 (2019), 454–465, <https://doi.org/10.1080/13658816.2018.1504949>, equations 1 to 5.

use super::outline::Spot;

/// A place on the plane of the projection: the equator is about 5.4 long, north is up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Flat {
    /// To the east.
    pub(super) x: f64,
    /// To the north.
    pub(super) y: f64,
}

const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Equal Earth around a meridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Projection {
    /// The meridian in the middle, in degrees east.
    pub(super) middle: f64,
}

impl Projection {
    /// Where a place lies. Its longitude is taken as it is: what lies more than 180° from the middle comes beyond the edge.
    pub(super) fn flat(self, spot: Spot) -> Flat {
        let root = 3.0_f64.sqrt();
        let theta = (root / 2.0 * spot.lat.to_radians().sin()).asin();
        let (square, lambda) = (theta * theta, (spot.lon - self.middle).to_radians());
        let sixth = square * square * square;
        let slope = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
        let y = theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square));
        Flat { x: 2.0 * root * lambda * theta.cos() / (3.0 * slope), y }
    }

    /// A longitude by which a place lies no more than 180° from the middle.
    pub(super) fn near(self, lon: f64) -> f64 {
        self.middle + (lon - self.middle + 180.0).rem_euclid(360.0) - 180.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flat(lon: f64, lat: f64) -> (f64, f64) {
        let flat = Projection { middle: 0.0 }.flat(Spot { lon, lat });
        (flat.x, flat.y)
    }

    #[test]
    fn places_lie_where_proj_has_them() {
        // PROJ 9.5.1, `proj +proj=eqearth +R=1`.
        let check = |lon: f64, lat: f64, x: f64, y: f64| {
            let found = flat(lon, lat);
            assert!((found.0 - x).abs() < 1e-5 && (found.1 - y).abs() < 1e-5, "{lon} {lat}: {found:?}");
        };
        check(0.0, 0.0, 0.0, 0.0);
        check(180.0, 0.0, 2.706_630, 0.0);
        check(0.0, 90.0, 0.0, 1.317_363);
        check(116.4, 39.9, 1.552_261, 0.772_869);
        check(-77.0, -12.0, -1.145_730, -0.242_166);
    }

    proptest! {
        /// A small square of the globe has the area of what it becomes, wherever it lies.
        #[test]
        fn areas_are_kept(lon in -179.0..178.0_f64, lat in -85.0..85.0_f64) {
            const SIDE: f64 = 0.01;
            let corner = |east: f64, north: f64| flat(lon + east * SIDE, lat + north * SIDE);
            let corners = [corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0)];
            let turned = |a: (f64, f64), b: (f64, f64)| a.0 * b.1 - b.0 * a.1;
            let around = corners.iter().zip(corners.iter().cycle().skip(1));
            let area = around.map(|(a, b)| turned(*a, *b)).sum::<f64>() / 2.0;
            let height = (lat + SIDE).to_radians().sin() - lat.to_radians().sin();
            let real = SIDE.to_radians() * height;
            prop_assert!((area / real - 1.0).abs() < 1e-3, "{area} {real}");
        }

        #[test]
        fn near_is_near(middle in -180.0..180.0_f64, lon in -720.0..720.0_f64) {
            let near = Projection { middle }.near(lon);
            prop_assert!((near - middle).abs() <= 180.0 + 1e-9);
            prop_assert!(((near - lon) / 360.0 - ((near - lon) / 360.0).round()).abs() < 1e-9);
        }
    }
}
