//! Degrees of certainty as lines and as words, alike in all pictures.

use super::legend::{Entry, Sign};
use super::scene::{Dash, Ink, Stroke};
use crate::model::Certainty;
use std::collections::BTreeSet;

/// Degrees, the surest first.
const ALL: [Certainty; 3] = [Certainty::Certain, Certainty::Disputed, Certainty::Possible];

/// How a line is broken.
pub(super) fn dash(certainty: Certainty) -> Dash {
    match certainty {
        Certainty::Certain => Dash::Solid,
        Certainty::Disputed => Dash::Dashed,
        Certainty::Possible => Dash::Dotted,
    }
}

/// How many are of each degree: `all certain`, or `3 certain, 1 disputed`.
pub(super) fn in_words(degrees: impl Iterator<Item = Certainty>) -> String {
    let degrees: Vec<Certainty> = degrees.collect();
    let counted = ALL.map(|degree| (degree, degrees.iter().filter(|own| **own == degree).count()));
    let found: Vec<(Certainty, usize)> = counted.into_iter().filter(|(_, number)| *number > 0).collect();
    match found.as_slice() {
        [(degree, 1)] => degree.name().to_owned(),
        [(degree, _)] => format!("all {}", degree.name()),
        several => {
            let told: Vec<String> =
                several.iter().map(|(degree, number)| format!("{number} {}", degree.name())).collect();
            told.join(", ")
        }
    }
}

/// What lines mean, where any is broken.
pub(super) fn legend(
    degrees: impl Iterator<Item = Certainty>,
    ink: Ink,
    words: fn(Certainty) -> &'static str,
) -> Vec<Entry> {
    let found: BTreeSet<Certainty> = degrees.collect();
    if found.iter().all(|degree| dash(*degree) == Dash::Solid) {
        return Vec::new();
    }
    let entry =
        |degree: &Certainty| Entry::new(Sign::Line(Stroke { ink, width: 1.2, dash: dash(*degree) }), words(*degree));
    found.iter().rev().map(entry).collect()
}

/// How to read dates, as far as any of them leaves something open.
pub(super) fn note_on_dates<'d>(dates: impl Iterator<Item = &'d str>) -> Option<String> {
    let dates: Vec<&str> = dates.collect();
    let any = |holds: fn(&str) -> bool| dates.iter().any(|date| holds(date));
    let signs = [
        (any(|date| date.trim_matches('.').contains("..")), "A..B: some day from A to B"),
        (any(|date| date.starts_with("..")), "..A: A or before"),
        (any(|date| date.ends_with("..")), "A..: A or later"),
        (any(|date| date.contains('–')), "A–B: from A to B"),
        (any(|date| date.contains('?')), "A?: A is not certain"),
    ];
    let told: Vec<&str> = signs.into_iter().filter(|(occurs, _)| *occurs).map(|(_, words)| words).collect();
    (!told.is_empty()).then(|| format!("{}.", told.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_counted_in_words() {
        let check = |degrees: &[Certainty], expected: &str| assert_eq!(in_words(degrees.iter().copied()), expected);
        check(&[Certainty::Certain], "certain");
        check(&[Certainty::Certain; 3], "all certain");
        check(&[Certainty::Disputed, Certainty::Certain, Certainty::Certain], "2 certain, 1 disputed");
    }

    #[test]
    fn only_broken_lines_are_explained() {
        let lines = |degrees: &[Certainty]| legend(degrees.iter().copied(), Ink::Line, Certainty::name).len();
        assert_eq!(lines(&[Certainty::Certain, Certainty::Certain]), 0);
        assert_eq!(lines(&[Certainty::Certain, Certainty::Disputed]), 2);
    }

    #[test]
    fn only_signs_in_dates_that_occur_are_explained() {
        let check = |dates: &[&str], expected: Option<&str>| {
            assert_eq!(note_on_dates(dates.iter().copied()).as_deref(), expected, "{dates:?}");
        };
        check(&["2031", "2031-01-05"], None);
        check(&["2031", "2031-01..2031-02"], Some("A..B: some day from A to B."));
        check(&["..2031-01-05–2031-01-05.."], Some("..A: A or before; A..: A or later; A–B: from A to B."));
        check(&["2031?"], Some("A?: A is not certain."));
    }
}
