//! Codes of states in collections of data that follow from the code of ISO 3166.
//!
//! The table is `codes.tsv`, a line a state: its first code in `phrase/countries.tsv`, its number by the Correlates of War
//! project (State System Membership, v2016), its number by Gleditsch and Ward (with their list of microstates). `N since DAY; M`
//! is M before the day. Empty is a number that the state does not have or that lists disagree about. Numbers are facts; where
//! they are from and which were left out: `docs/decisions/0029-codes-of-states.md`.

use super::phrase::{first_code, three_letters};
use crate::date::Day;
use std::collections::HashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("codes.tsv");

/// The numbers of a state.
struct Numbers {
    cow: &'static str,
    gw: &'static str,
}

/// The code in a collection (`iso3`, `cow`, `gw`) of the state that has a code of ISO 3166; on a day, or the last. A look
/// into a table.
pub fn following_code(scheme: &str, iso: &str, on: Option<Day>) -> Option<&'static str> {
    match scheme {
        "iso3" => three_letters(iso),
        "cow" => on_day(numbers(iso)?.cow, on),
        "gw" => on_day(numbers(iso)?.gw, on),
        _ => None,
    }
}

fn numbers(iso: &str) -> Option<&'static Numbers> {
    static ALL: OnceLock<HashMap<&str, Numbers>> = OnceLock::new();
    ALL.get_or_init(|| TABLE.lines().map(read).collect()).get(first_code(iso)?)
}

fn read(line: &'static str) -> (&'static str, Numbers) {
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    (column(), Numbers { cow: column(), gw: column() })
}

/// The number that holds on a day, of those in a column, from the last.
fn on_day(column: &'static str, on: Option<Day>) -> Option<&'static str> {
    let holds = |text: &str| match text.split_once(" since ") {
        Some((number, since)) => {
            let since: Day = since.parse().ok()?;
            on.is_none_or(|day| day >= since).then_some(number.len())
        }
        None => Some(text.len()),
    };
    let found = column.split("; ").find_map(|text| text.get(..holds(text)?));
    found.filter(|number| !number.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scheme: &str, iso: &str, on: &str, expected: Option<&str>) {
        assert_eq!(following_code(scheme, iso, on.parse().ok()), expected, "{scheme} {iso} {on}");
    }

    #[test]
    fn codes_by_day() {
        check("cow", "CN", "", Some("710"));
        check("cow", "CHN", "", Some("710"));
        check("gw", "CN", "1950-01-01", Some("710"));
        check("iso3", "CN", "", Some("CHN"));
        check("cow", "DE", "", Some("255"));
        check("cow", "DE", "1990-10-03", Some("255"));
        check("cow", "DE", "1990-10-02", Some("260"));
        check("gw", "DE", "", Some("260"));
        check("cow", "SUHH", "", Some("365"));
        check("gw", "KI", "", Some("970"));
    }

    #[test]
    fn what_is_in_no_list_has_no_code() {
        check("cow", "VA", "", None);
        check("gw", "YE", "", None);
        check("cow", "HK", "", None);
        check("cow", "", "", None);
        check("cow", "ZZ", "", None);
        check("wikidata", "CN", "", None);
    }

    #[test]
    fn every_line_is_well_formed() {
        let mut seen = std::collections::HashSet::new();
        for line in TABLE.lines() {
            let (code, Numbers { cow, gw }) = read(line);
            assert!(first_code(code) == Some(code) && seen.insert(code), "{line}");
            for column in [cow, gw] {
                let is_number = |number: &str| number.parse::<u16>().is_ok_and(|n| (2..1000).contains(&n));
                assert!(column.is_empty() || on_day(column, None).is_some_and(is_number), "{line}");
                assert!(column.is_empty() || on_day(column, Some(Day::FIRST)).is_some_and(is_number), "{line}");
            }
            assert!(!(cow.is_empty() && gw.is_empty()), "{line}");
        }
        assert_eq!(seen.len(), 202);
    }
}
