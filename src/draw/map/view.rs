//! Views: which part of the globe a map shows, and where on the paper each place lies.

use super::clip::Frame;
use super::fine::path;
use super::outline::Spot;
use super::projection::Projection;
use crate::draw::scene::{Area, Point, Step};

/// Which part of the globe a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it but the polar seas.
    #[default]
    World,
    /// What is placed on it, with a margin.
    Fit,
}

/// A part of the globe on a part of the paper.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    projection: Projection,
    /// What is shown, on the plane of the projection, north up.
    frame: Frame,
    /// Where on the paper.
    pub(super) area: Area,
}

/// With 11° in the middle the edge of the map runs through the Bering Strait, where it cuts no country.
const MIDDLE: f64 = 11.0;
/// The land of countries lies between these.
const SOUTH: f64 = -57.0;
const NORTH: f64 = 84.0;
/// A map of one place shows about so much around it, on the plane, so that a reader knows where it is.
const LEAST: f64 = 0.7;
/// Places that lie farther apart than this, in degrees, are shown on the whole globe.
const FARTHEST: f64 = 190.0;
/// A margin around what is placed, as a share of it.
const MARGIN: f64 = 0.18;
/// The least and the greatest height of a map for its width.
const SHAPES: (f64, f64) = (0.4, 0.7);

impl View {
    /// The view of an extent in this width.
    pub(super) fn new(extent: Extent, spots: &[Spot], width: f64) -> Self {
        match extent {
            Extent::Fit if !spots.is_empty() && across(spots).1 <= FARTHEST => Self::around(spots, width),
            _ => Self::world(width),
        }
    }

    fn world(width: f64) -> Self {
        let projection = Projection { middle: MIDDLE };
        let edge = |lon: f64, lat: f64| projection.flat(Spot { lon, lat });
        let (west, east) = (edge(MIDDLE - 180.0, 0.0).x, edge(MIDDLE + 180.0, 0.0).x);
        let (south, north) = (edge(MIDDLE, SOUTH).y, edge(MIDDLE, NORTH).y);
        let frame = Frame { least: [west, south], most: [east, north] };
        Self { projection, frame, area: Area::new(0.0, 0.0, width, width * (north - south) / (east - west)) }
    }

    fn around(spots: &[Spot], width: f64) -> Self {
        let projection = Projection { middle: middle(spots) };
        let flat: Vec<_> = spots.iter().map(|spot| projection.flat(near(projection, *spot))).collect();
        let ends = |value: fn(&super::projection::Flat) -> f64| {
            let values = flat.iter().map(value);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| (least.min(value), most.max(value)))
        };
        let ((west, east), (south, north)) = (ends(|flat| flat.x), ends(|flat| flat.y));
        let across = ((east - west) * (1.0 + 2.0 * MARGIN)).max(LEAST);
        let down = ((north - south) * (1.0 + 2.0 * MARGIN)).max(LEAST * SHAPES.0);
        let shape = (down / across).clamp(SHAPES.0, SHAPES.1);
        // What is too flat gets more room above and below, and what is too high more at the sides.
        let (across, down) = (across.max(down / shape), down.max(across * shape));
        let centre = [f64::midpoint(west, east), f64::midpoint(south, north)];
        let frame = Frame {
            least: [centre[0] - across / 2.0, centre[1] - down / 2.0],
            most: [centre[0] + across / 2.0, centre[1] + down / 2.0],
        };
        Self { projection, frame, area: Area::new(0.0, 0.0, width, width * shape) }
    }

    /// Where on the paper a place lies, if the view shows it.
    pub(super) fn point(&self, spot: Spot) -> Option<Point> {
        let flat = self.projection.flat(near(self.projection, spot));
        self.frame.holds([flat.x, flat.y]).then(|| self.on_paper([flat.x, flat.y]))
    }

    fn on_paper(&self, flat: [f64; 2]) -> Point {
        let scale = self.area.width / (self.frame.most[0] - self.frame.least[0]);
        Point::new(
            self.area.x + (flat[0] - self.frame.least[0]) * scale,
            self.area.y + (self.frame.most[1] - flat[1]) * scale,
        )
    }

    /// What of an area is shown, as steps of a path. An area that crosses the edge of the globe comes in two parts.
    pub(super) fn area(&self, ring: &[Spot]) -> Vec<Step> {
        let ring = self.unwrapped(ring);
        let mut steps = Vec::new();
        for turn in [-360.0, 0.0, 360.0] {
            let part = self.globe().area(&turned(&ring, turn));
            let flat: Vec<[f64; 2]> = part.iter().map(|spot| self.flat(*spot)).collect();
            let shown = self.frame.area(&flat);
            if shown.len() > 2 {
                steps.extend(path(shown.iter().map(|place| self.on_paper(*place))));
                steps.push(Step::Close);
            }
        }
        steps
    }

    /// What of a line is shown, as steps of a path.
    pub(super) fn line(&self, line: &[Spot]) -> Vec<Step> {
        let mut steps = Vec::new();
        for part in off_the_date_line(line) {
            let part = self.unwrapped(&part);
            for turn in [-360.0, 0.0, 360.0] {
                for part in self.globe().line(&turned(&part, turn)) {
                    let flat: Vec<[f64; 2]> = part.iter().map(|spot| self.flat(*spot)).collect();
                    for shown in self.frame.line(&flat) {
                        steps.extend(path(shown.iter().map(|place| self.on_paper(*place))));
                    }
                }
            }
        }
        steps
    }

    /// All longitudes that the projection shows, and all latitudes.
    fn globe(&self) -> Frame {
        let middle = self.projection.middle;
        Frame { least: [middle - 180.0, -90.0], most: [middle + 180.0, 90.0] }
    }

    fn flat(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        let flat = self.projection.flat(Spot { lon, lat });
        [flat.x, flat.y]
    }

    /// Longitudes and latitudes without a leap from 180° east to 180° west.
    fn unwrapped(&self, line: &[Spot]) -> Vec<[f64; 2]> {
        let mut places: Vec<[f64; 2]> = Vec::with_capacity(line.len());
        for spot in line {
            let lon = match places.last() {
                Some([before, _]) => Projection { middle: *before }.near(spot.lon),
                None => self.projection.near(spot.lon),
            };
            places.push([lon, spot.lat]);
        }
        places
    }
}

fn near(projection: Projection, spot: Spot) -> Spot {
    Spot { lon: projection.near(spot.lon), ..spot }
}

fn turned(line: &[[f64; 2]], turn: f64) -> Vec<[f64; 2]> {
    line.iter().map(|[lon, lat]| [lon + turn, *lat]).collect()
}

/// A line without its stretches along the 180th meridian, where the outline cuts countries and no border runs.
fn off_the_date_line(line: &[Spot]) -> Vec<Vec<Spot>> {
    let on = |spot: &Spot| spot.lon.abs() > 179.99;
    let mut parts: Vec<Vec<Spot>> = vec![Vec::new()];
    for (place, spot) in line.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| line.get(before));
        if before.is_some_and(|before| on(before) && on(spot)) {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(*spot);
        }
    }
    parts
}

/// The meridian in the middle of places, opposite of the widest gap between them.
fn middle(spots: &[Spot]) -> f64 {
    let (west, width) = across(spots);
    Projection { middle: 0.0 }.near(west + width / 2.0)
}

/// The westernmost of places, and how far the others reach to the east of it: around the globe, but for the widest gap.
fn across(spots: &[Spot]) -> (f64, f64) {
    let mut lons: Vec<f64> = spots.iter().map(|spot| spot.lon.rem_euclid(360.0)).collect();
    lons.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (lons.first().copied(), lons.last().copied()) else {
        return (MIDDLE, 0.0);
    };
    let gaps = lons.iter().zip(lons.iter().skip(1)).map(|(west, east)| (east - west, *east));
    let (gap, west) =
        gaps.fold((first + 360.0 - last, first), |widest, gap| if gap.0 > widest.0 { gap } else { widest });
    (west, 360.0 - gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(lon: f64, lat: f64) -> Spot {
        Spot { lon, lat }
    }

    #[test]
    fn the_middle_is_among_the_places() {
        let check = |lons: &[f64], expected: f64| {
            let spots: Vec<Spot> = lons.iter().map(|lon| spot(*lon, 0.0)).collect();
            assert!((middle(&spots) - expected).abs() < 1e-9, "{lons:?}: {}", middle(&spots));
        };
        check(&[10.0], 10.0);
        check(&[10.0, 50.0], 30.0);
        check(&[170.0, -170.0], -180.0);
        check(&[-100.0, -60.0, -80.0], -80.0);
        check(&[], MIDDLE);
    }

    #[test]
    fn a_view_shows_what_it_was_made_for() {
        let lists: [&[Spot]; 4] = [
            &[spot(37.6, 55.8), spot(116.4, 39.9)],
            &[spot(179.0, -18.0), spot(-175.0, -21.0)],
            &[spot(2.3, 48.9)],
            &[spot(-58.4, -34.6), spot(139.7, 35.7), spot(31.2, 30.0)],
        ];
        for spots in lists {
            let view = View::new(Extent::Fit, spots, 400.0);
            for spot in spots {
                let point = view.point(*spot).expect("it is shown");
                assert!(point.x > 0.0 && point.x < 400.0 && point.y > 0.0 && point.y < view.area.height, "{spot:?}");
            }
        }
        assert!(View::new(Extent::World, &[], 400.0).point(spot(-169.0, 65.7)).is_some(), "Chukotka");
    }

    #[test]
    fn an_area_over_the_date_line_comes_in_two_parts() {
        let view = View::new(Extent::World, &[], 400.0);
        let ring = [spot(-175.0, 0.0), spot(-165.0, 0.0), spot(-165.0, 5.0), spot(-175.0, 5.0), spot(-175.0, 0.0)];
        let parts = view.area(&ring).iter().filter(|step| matches!(step, Step::Move(_))).count();
        assert_eq!(parts, 2);
        let line = [spot(180.0, 0.0), spot(180.0, 9.0), spot(170.0, 9.0)];
        assert_eq!(off_the_date_line(&line).iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
    }
}
