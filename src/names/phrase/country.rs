//! What states and their people are called in English: common names, adjectives, people, former names.
//!
//! The table is `countries.tsv`, a line a state: codes of ISO 3166-1, of ISO 3166-3 where the state is no more (none where
//! it ended before the standard); names, the usual one first; adjectives; the people, where that is more than the adjective
//! with an `s`; former names with their last day; the last day of the state. Why it is ours:
//! `docs/decisions/0017-names-in-questions.md`.

use crate::date::Day;
use crate::names::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// How many words a calling of a state has at most.
pub(super) const LONGEST: usize = 5;

const TABLE: &str = include_str!("countries.tsv");

/// A state as the language knows it, whether or not any fact does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Country {
    /// Codes of ISO 3166, in capital letters.
    pub(super) codes: Vec<&'static str>,
    /// Its names, the usual one first.
    pub(super) names: Vec<&'static str>,
    /// The last day of a state that is no more.
    pub(super) ended: Option<Day>,
}

/// What a word is to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calling {
    /// A name in use.
    Name,
    /// A name that it had until a day.
    Former(Day),
    /// The adjective.
    Adjective,
    /// Its people.
    People,
}

struct Countries {
    all: Vec<Country>,
    /// By folded text.
    called: HashMap<String, Vec<(usize, Calling)>>,
}

/// The states that are called so. A look into one table.
pub(super) fn called(folded: &str) -> impl Iterator<Item = (&'static Country, Calling)> {
    let countries = countries();
    let found = countries.called.get(folded).map_or(&[][..], Vec::as_slice).iter();
    found.filter_map(|(at, calling)| Some((countries.all.get(*at)?, *calling)))
}

/// The code of three letters (ISO 3166-1) of a state that is known by its code of two or three.
pub(in crate::names) fn three_letters(code: &str) -> Option<&'static str> {
    let country = countries().all.iter().find(|country| country.ended.is_none() && country.codes.contains(&code))?;
    country.codes.iter().copied().find(|code| code.len() == 3)
}

/// The code by which the table knows a state that has a code: of two letters, or of four where the state is no more.
pub(in crate::names) fn first_code(code: &str) -> Option<&'static str> {
    let country = countries().all.iter().find(|country| country.codes.contains(&code))?;
    country.codes.first().copied()
}

/// The code of two letters (ISO 3166-1) of the one state of today that has this name in English.
pub fn two_letters(name: &str) -> Option<&'static str> {
    let stands =
        |(country, calling): &(&'static Country, Calling)| *calling == Calling::Name && country.ended.is_none();
    let text = fold(name);
    let mut named = called(&text).filter(stands);
    let (Some((country, _)), None) = (named.next(), named.next()) else {
        return None;
    };
    country.codes.iter().copied().find(|code| code.len() == 2)
}

/// Every text by which a state is called, folded.
pub(super) fn callings() -> impl Iterator<Item = &'static str> {
    countries().called.keys().map(String::as_str)
}

fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES.get_or_init(read)
}

fn read() -> Countries {
    let mut countries = Countries { all: Vec::new(), called: HashMap::new() };
    for line in TABLE.lines() {
        let mut columns = line.split('\t');
        let mut column = || columns.next().unwrap_or_default();
        let codes = column().split_whitespace().collect();
        let names: Vec<&str> = list(column()).collect();
        let adjectives: Vec<&str> = list(column()).collect();
        let people: Vec<&str> = list(column()).collect();
        let former = column();
        let ended = column().parse().ok();
        countries.add(&names, Calling::Name);
        countries.add(&adjectives, Calling::Adjective);
        countries.add(&people, Calling::People);
        countries.add(&adjectives.iter().map(|adjective| plural(adjective)).collect::<Vec<_>>(), Calling::People);
        for (name, until) in list(former).filter_map(|text| text.rsplit_once(" until ")) {
            until.parse().into_iter().for_each(|day| countries.add(&[name], Calling::Former(day)));
        }
        countries.all.push(Country { codes, names, ended });
    }
    countries
}

impl Countries {
    /// Notes texts for the state whose line is read.
    fn add(&mut self, texts: &[impl AsRef<str>], calling: Calling) {
        for text in texts {
            let found = self.called.entry(fold(text.as_ref())).or_default();
            if !found.contains(&(self.all.len(), calling)) {
                found.push((self.all.len(), calling));
            }
        }
    }
}

fn list(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(';').map(str::trim).filter(|text| !text.is_empty())
}

/// `Russians`, but `the Chinese`, `the British`, `the Swiss`.
fn plural(adjective: &str) -> String {
    let same = ["ese", "sh", "ch", "ss", "s"].iter().any(|end| adjective.ends_with(end));
    if same { adjective.to_owned() } else { format!("{adjective}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn check(text: &str, calling: Calling, expected: &[&str]) {
        let found = called(text).filter(|(_, one)| *one == calling).filter_map(|(country, _)| country.names.first());
        assert_eq!(found.copied().collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn codes_of_two_letters_become_three() {
        let check = |code: &str, expected: Option<&str>| assert_eq!(three_letters(code), expected, "{code}");
        check("CN", Some("CHN"));
        check("CHN", Some("CHN"));
        check("cn", None);
        check("", None);
        check("SUHH", None);
    }

    #[test]
    fn names_of_today_have_a_code() {
        let check = |name: &str, expected: Option<&str>| assert_eq!(two_letters(name), expected, "{name}");
        check("China", Some("CN"));
        check("the Gambia", Some("GM"));
        check("Russian", None);
        check("Soviet Union", None);
        check("Burma", None);
        check("Nowhere", None);
    }

    #[test]
    fn callings_of_states() {
        check("chinese", Calling::Adjective, &["China"]);
        check("chinese", Calling::People, &["China"]);
        check("russians", Calling::People, &["Russia"]);
        check("u s", Calling::Adjective, &["United States"]);
        check("danes", Calling::People, &["Denmark"]);
        check("korean", Calling::Adjective, &["North Korea", "South Korea"]);
        check("congolese", Calling::Adjective, &["Congo", "Democratic Republic of the Congo"]);
        check("soviet", Calling::Adjective, &["Soviet Union"]);
        check("burma", Calling::Former("1989-06-18".parse().unwrap()), &["Myanmar"]);
        check("nigerian", Calling::Adjective, &["Nigeria"]);
        check("nigerien", Calling::Adjective, &["Niger"]);
        check("rusian", Calling::Adjective, &[]);
    }

    #[test]
    fn every_line_is_well_formed() {
        let capitals = |code: &str| code.chars().all(|c| c.is_ascii_uppercase()) && (2..=4).contains(&code.len());
        let mut codes = HashSet::new();
        for line in TABLE.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            let column = |at: usize| columns.get(at).copied().unwrap_or_default();
            assert!((3..=6).contains(&columns.len()) && !line.ends_with(['\t', ' ', ';']), "{line}");
            assert!(column(0).split_whitespace().all(|code| capitals(code) && codes.insert(code)), "{line}");
            assert!(!column(1).is_empty() && !column(2).is_empty(), "{line}");
            assert!(list_of(column(4)).iter().all(|text| has_day(text)), "{line}");
            assert!(column(5).is_empty() || column(5).parse::<Day>().is_ok(), "{line}");
        }
    }

    fn list_of(column: &str) -> Vec<&str> {
        column.split(';').map(str::trim).filter(|text| !text.is_empty()).collect()
    }

    fn has_day(text: &str) -> bool {
        text.rsplit_once(" until ").is_some_and(|(name, day)| !name.is_empty() && day.parse::<Day>().is_ok())
    }

    /// The codes are those of the standard, and a state that is no more has one of its third part.
    #[test]
    fn codes_are_of_the_standard() {
        for country in &countries().all {
            let lives =
                |code: &str| rust_iso3166::from_alpha2(code).or_else(|| rust_iso3166::from_alpha3(code)).is_some();
            match (country.codes.as_slice(), country.ended) {
                (["XK"] | ["GB", "GBR", "UK"] | [], _) => {}
                (codes, None) => {
                    let same = rust_iso3166::from_alpha2(codes[0]).map(|found| found.alpha3);
                    assert_eq!(same, codes.get(1).copied(), "{codes:?}");
                }
                (codes, Some(_)) => {
                    let gone = rust_iso3166::iso3166_3::from_code(codes[0]).unwrap_or_else(|| panic!("{codes:?}"));
                    assert!(
                        codes[1..].iter().all(|code| [gone.former.alpha2, gone.former.alpha3].contains(code)),
                        "{codes:?}"
                    );
                    assert!(!codes.iter().any(|code| lives(code)), "{codes:?}");
                }
            }
        }
    }

    /// Every state that is a member of the standard and has more than a few people is in the table.
    #[test]
    fn few_codes_of_the_standard_are_missing() {
        let known: HashSet<&str> = countries().all.iter().flat_map(|country| country.codes.iter().copied()).collect();
        let missing = rust_iso3166::ALL.iter().filter(|country| !known.contains(country.alpha2)).count();
        // Dependencies and lands without inhabitants.
        assert!(missing < 55, "{missing} codes are missing");
    }

    /// What means two states is known, and nothing else does.
    #[test]
    fn only_these_mean_several() {
        let several = |text: &&str| {
            let states: HashSet<_> = called(text).filter_map(|(country, _)| country.names.first()).collect();
            states.len() > 1
        };
        let mut found: Vec<&str> = callings().filter(several).collect();
        found.sort_unstable();
        let expected = ["congo", "congolese", "dominican", "dominicans", "korea", "korean", "koreans"];
        assert_eq!(found, expected);
    }
}
