//! The outline of the countries, as `src/draw/map/world.py` writes it from Natural Earth (public domain).

use std::collections::BTreeMap;
use std::sync::LazyLock;

const WORLD: &str = include_str!("world.txt");
/// Steps of the outline are hundredths of a degree.
const HUNDREDTH: f64 = 100.0;

/// A place on the globe, in degrees.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spot {
    /// Degrees east.
    pub(super) lon: f64,
    /// Degrees north.
    pub(super) lat: f64,
}

/// Land and borders.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// Lines; each is the edge of one country, or the border of two.
    pub(super) arcs: Vec<Vec<Spot>>,
    /// Countries and what is drawn like one.
    pub(super) countries: Vec<Country>,
}

/// A country, as far as the outline has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Country {
    /// Its two letters of ISO 3166; `-` where it has none.
    pub(super) code: String,
    /// Its three letters.
    pub(super) code3: String,
    /// A place well inside of its largest part.
    pub(super) middle: Spot,
    /// Its edges; none where it is too small for the outline.
    pub(super) rings: Vec<Vec<Step>>,
}

/// An arc of a ring, and whether it is gone backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    arc: usize,
    turned: bool,
}

impl Outline {
    /// The outline that the program carries; it is read when it is first asked for.
    pub(super) fn world() -> &'static Self {
        static READ: LazyLock<Outline> = LazyLock::new(|| Outline::read(WORLD));
        &READ
    }

    /// Reads an outline. Costs its length.
    fn read(text: &str) -> Self {
        let mut outline = Self::default();
        for line in text.lines() {
            match line.split_once(' ') {
                Some(("arc", steps)) => outline.arcs.push(arc(steps)),
                Some(("country" | "point", rest)) => outline.countries.extend(country(rest)),
                _ => {}
            }
        }
        outline
    }

    /// A country by one of its codes, in letters of either case.
    pub(super) fn country(&self, code: &str) -> Option<usize> {
        let is = |own: &str| own != "-" && own.eq_ignore_ascii_case(code);
        self.countries.iter().position(|country| is(&country.code) || is(&country.code3))
    }

    /// The edge of a ring; the last place is the first.
    pub(super) fn ring(&self, steps: &[Step]) -> Vec<Spot> {
        let mut ring: Vec<Spot> = Vec::new();
        for step in steps {
            let arc = self.arcs.get(step.arc).map(Vec::as_slice).unwrap_or_default();
            let skipped = usize::from(!ring.is_empty());
            match step.turned {
                true => ring.extend(arc.iter().rev().skip(skipped)),
                false => ring.extend(arc.iter().skip(skipped)),
            }
        }
        ring
    }

    /// The lines between two countries, by number, and the lines between land and water.
    pub(super) fn borders_and_coasts(&self) -> (Vec<&[Spot]>, Vec<&[Spot]>) {
        let mut used: BTreeMap<usize, usize> = BTreeMap::new();
        for step in self.countries.iter().flat_map(|country| &country.rings).flatten() {
            *used.entry(step.arc).or_default() += 1;
        }
        let lines = |wanted: fn(usize) -> bool| {
            let numbers = used.iter().filter(move |(_, times)| wanted(**times)).map(|(arc, _)| arc);
            numbers.filter_map(|arc| self.arcs.get(*arc)).map(Vec::as_slice).collect()
        };
        (lines(|times| times > 1), lines(|times| times == 1))
    }
}

fn arc(steps: &str) -> Vec<Spot> {
    let (mut x, mut y) = (0, 0);
    let step = |step: &str| {
        let (east, north) = step.split_once(',')?;
        x += east.parse::<i32>().ok()?;
        y += north.parse::<i32>().ok()?;
        Some(Spot { lon: f64::from(x) / HUNDREDTH, lat: f64::from(y) / HUNDREDTH })
    };
    steps.split(' ').filter_map(step).collect()
}

fn country(line: &str) -> Option<Country> {
    let mut words = line.split(' ');
    let (code, code3) = (words.next()?.to_owned(), words.next()?.to_owned());
    let middle = Spot { lon: words.next()?.parse().ok()?, lat: words.next()?.parse().ok()? };
    let rings = words.next().map(|rings| rings.split('|').map(ring).collect()).unwrap_or_default();
    Some(Country { code, code3, middle, rings })
}

fn ring(arcs: &str) -> Vec<Step> {
    let step = |arc: &str| {
        let turned = arc.starts_with('~');
        Some(Step { arc: arc.trim_start_matches('~').parse().ok()?, turned })
    };
    arcs.split(',').filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_is_whole() {
        let outline = Outline::world();
        let lines = WORLD.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(outline.arcs.len() + outline.countries.len(), lines, "every line is read");
        assert!(outline.countries.len() > 230, "{}", outline.countries.len());
        for country in &outline.countries {
            for ring in &country.rings {
                let edge = outline.ring(ring);
                assert!(edge.len() > 3 && edge.first() == edge.last(), "a ring of {} is closed", country.code);
            }
            assert!(country.middle.lon.abs() <= 180.0 && country.middle.lat.abs() <= 90.0, "{}", country.code);
        }
    }

    #[test]
    fn countries_are_found_by_either_code() {
        let outline = Outline::world();
        let check = |code: &str, lon: f64, lat: f64| {
            let found = outline.country(code).and_then(|number| outline.countries.get(number));
            let near = |one: f64, other: f64| (one - other).abs() < 15.0;
            assert!(
                found.is_some_and(|one| near(one.middle.lon, lon) && near(one.middle.lat, lat)),
                "{code}: {found:?}"
            );
        };
        check("CN", 104.0, 35.0);
        check("chn", 104.0, 35.0);
        check("RU", 96.0, 62.0);
        check("SG", 103.8, 1.3);
        check("VA", 12.4, 41.9);
        check("TV", 179.0, -8.5);
        check("XK", 21.0, 42.5);
        assert_eq!(outline.country("-"), None, "what has no code is nobody's");
        assert_eq!(outline.country("SU"), None, "states of the past are not on it");
    }

    #[test]
    fn every_code_is_one_of_the_standard() {
        for country in Outline::world().countries.iter().filter(|country| !["-", "XK"].contains(&&*country.code)) {
            let known = rust_iso3166::from_alpha2(&country.code).expect(&country.code);
            assert_eq!(known.alpha3, country.code3);
        }
    }
}
