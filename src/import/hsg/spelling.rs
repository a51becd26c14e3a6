//! Spellings: which of them name one person, and which one spelling names two, by listed rules only.

use crate::names::slug;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Country id, spelling, another spelling (after a country id and a colon where that is another), and the reason.
const SAME: &str = include_str!("spellings.tsv");

/// A spelling of which the people from a day on are others than those before.
struct Split {
    country: &'static str,
    name: &'static str,
    /// The first day of the later one.
    since: &'static str,
    /// What tells the id of the later one.
    later: &'static str,
    reason: &'static str,
}

const SPLITS: &[Split] = &[
    Split {
        country: "colombia",
        name: "Ospina",
        since: "1930-01-01",
        later: "2",
        reason: "the president-elect of 1922 and the one of 1946 are two",
    },
    Split {
        country: "costa-rica",
        name: "Jose Figueres Ferrer",
        since: "1990-01-01",
        later: "2",
        reason: "the president of 1994 is the son of the one of 1970, whose name is printed",
    },
    Split {
        country: "greece",
        name: "Konstantinos Karamanlis",
        since: "1990-01-01",
        later: "2",
        reason: "the prime minister of 2004 is the nephew of the one of 1978",
    },
    Split {
        country: "iceland",
        name: "Bjarni Benediktsson",
        since: "1990-01-01",
        later: "2",
        reason: "the prime minister of 1969 died in 1970; the one of 2024 is another",
    },
    Split {
        country: "jordan",
        name: "Hussein",
        since: "1999-02-07",
        later: "2",
        reason: "the crown prince of 2023 is the great-grandson of the king, who died in 1999",
    },
];

/// The id of a visitor: country and spelling, and a number where one spelling is two people. Case, accents and
/// punctuation make no other spelling.
pub(super) fn visitor_id(country: &str, name: &str, day: &str) -> String {
    let id = plain_id(country, name);
    match split(country, name).filter(|split| day >= split.since) {
        Some(split) => format!("{id}-{}", split.later),
        None => id,
    }
}

fn plain_id(country: &str, name: &str) -> String {
    let id = slug(&format!("hsg {country} {name}"));
    if slug(name).is_empty() { format!("{id}-unnamed") } else { id }
}

fn split(country: &str, name: &str) -> Option<&'static Split> {
    SPLITS.iter().find(|split| split.country == country && slug(split.name) == slug(name))
}

/// Why a spelling is two people, if it is.
pub(super) fn why_two(country: &str, name: &str) -> Option<&'static str> {
    split(country, name).map(|split| split.reason)
}

/// Two ids that a rule says are one person's.
pub(super) struct Same {
    /// The one.
    pub(super) a: String,
    /// The other.
    pub(super) b: String,
    /// Why.
    pub(super) reason: &'static str,
}

/// All rules, in their order.
pub(super) fn rules() -> impl Iterator<Item = Same> {
    SAME.lines().filter_map(|line| {
        let mut columns = line.split('\t');
        let (country, name, other, reason) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        let (their_country, other) = other.split_once(':').unwrap_or((country, other));
        Some(Same { a: plain_id(country, name), b: plain_id(their_country, other), reason })
    })
}

/// The id under which the rules unite an id with others; itself where none does.
pub(super) fn first_of(id: &str) -> String {
    static FIRST: LazyLock<HashMap<String, String>> = LazyLock::new(|| rules().map(|rule| (rule.b, rule.a)).collect());
    let mut first = id;
    // A chain of rules is short; the bound keeps a circle, which a test forbids, from going on.
    for _ in 0..8 {
        match FIRST.get(first) {
            Some(next) => first = next,
            None => break,
        }
    }
    first.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_rule_about_two_ids_of_its_own() {
        let rules: Vec<Same> = rules().collect();
        assert_eq!(rules.len(), SAME.lines().count());
        let mut others: Vec<&str> = rules.iter().map(|rule| rule.b.as_str()).collect();
        others.sort_unstable();
        let number = others.len();
        others.dedup();
        assert_eq!(others.len(), number, "no spelling is united twice");
        for rule in &rules {
            assert!(rule.a != rule.b && !rule.reason.is_empty(), "{}", rule.b);
        }
    }

    #[test]
    fn fathers_and_sons_stay_two() {
        let joined = |a: &str, b: &str| rules().any(|rule| rule.a == a && rule.b == b || rule.a == b && rule.b == a);
        for (a, b) in [
            ("hsg-azerbaijan-heydar-aliyev", "hsg-azerbaijan-ilham-aliyev"),
            ("hsg-greece-andreas-papandreou", "hsg-greece-george-papandreou"),
            ("hsg-greece-george-papandreou", "hsg-greece-papandreou"),
        ] {
            assert!(!joined(a, b), "{a} {b}");
        }
        assert_ne!(
            visitor_id("iceland", "Bjarni Benediktsson", "1969-04-10"),
            visitor_id("iceland", "Bjarni Benediktsson", "2024-07-10")
        );
        assert_eq!(visitor_id("land-a", "Pérson Ä", ""), "hsg-land-a-person-a");
    }
}
