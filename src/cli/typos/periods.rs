//! Slips in periods and spans of time.

use super::{Count, names_it, slips, today};
use chancery::date::{Length, Period};

const PERIODS: &[&str] = &[
    "2024",
    "2024-10",
    "2024-10-05",
    "2024-Q4",
    "2024-H2",
    "1970s",
    "Dec 2024",
    "12 December 2024",
    "December 12, 2024",
    "2023-07..2024-03",
    "2023-07 to 2024-03",
    "2022..",
    "since 2022",
    "until 2019",
    "before 2022",
    "after 2022",
    "today",
    "yesterday",
    "last month",
    "next month",
    "this year",
    "last week",
    "this quarter",
    "last 30 days",
    "next 30 days",
    "last 3 months",
    "between 2022 and 2024",
    "from 2022 to 2024",
    "around March 2023",
    "circa 2023",
    "Jan 2024",
    "Sept 2023",
    "April 2024",
    "May 2024",
    "3 June 2024",
    "July 4, 2024",
];

/// The one word of letters that a slip changed.
fn changed_word<'r>(right: &'r str, slip: &str) -> Option<&'r str> {
    let (own, others): (Vec<&str>, Vec<&str>) = (right.split(' ').collect(), slip.split(' ').collect());
    let mut changed = own.iter().zip(&others).filter(|(own, other)| own != other).map(|(own, _)| *own);
    let word = changed.next().filter(|_| changed.next().is_none() && own.len() == others.len())?;
    let word = word.trim_end_matches(',');
    word.chars().all(char::is_alphabetic).then_some(word)
}

#[test]
fn a_slip_in_a_period() {
    let mut count = Count::default();
    for right in PERIODS {
        for slip in slips(right) {
            count.tried += 1;
            let Err(error) = Period::parse(&slip, today()) else {
                // The days are printed in every answer.
                count.valid += 1;
                continue;
            };
            // Which digit was meant nobody can know; a word can be told.
            let hint = error.hint().unwrap_or_default();
            let says = changed_word(right, &slip).is_none_or(|word| names_it(&hint, word));
            count.refusal(&format!("{right}: {slip}"), says, &format!("{error}; {hint}"));
        }
    }
    count.end(1_000);
}

#[test]
fn a_slip_in_a_span_of_time() {
    let mut count = Count::default();
    for right in ["30d", "6 months", "1 year", "2 weeks", "90 days"] {
        for slip in slips(right) {
            count.tried += 1;
            match (Length::parse(&slip), Period::last(&slip, today())) {
                (Ok(_), Ok(_)) => count.valid += 1,
                (Err(one), Err(_)) => count.refusal(&slip, one.hint().is_some(), &one.to_string()),
                (one, other) => panic!("{slip}: {one:?}, {other:?}"),
            }
        }
    }
    count.end(100);
}
