//! Phrases of time: `in 2023`, `since last month`, `between 2022 and 2024`, `ever`, `as of 2024-05-01`.

use crate::date::{Day, Period, PeriodError};

/// Words before a period that change nothing about it.
const WITHIN: [&str; 7] = ["in", "on", "during", "over", "throughout", "within", "for"];

/// Words that begin a period of their own form.
const OPENERS: [&str; 30] = [
    "since",
    "until",
    "till",
    "before",
    "after",
    "between",
    "from",
    "through",
    "around",
    "about",
    "circa",
    "last",
    "this",
    "next",
    "past",
    "previous",
    "current",
    "coming",
    "today",
    "yesterday",
    "tomorrow",
    "ever",
    "the",
    "as",
    "up",
    "q1",
    "q2",
    "q3",
    "recently",
    "lately",
];

/// Words that stand for no days in particular.
const VAGUE: [&str; 5] = ["recently", "lately", "recent", "few", "several"];

/// The names of months, by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a phrase says.
pub(super) type Phrase = Result<Period, PeriodError>;

/// Whether a word can begin a phrase of time.
pub(super) fn may_begin(key: &str) -> bool {
    WITHIN.contains(&key) || OPENERS.contains(&key)
}

/// Reads a phrase of time; none if it does not look like one, so that it may be something else.
pub(super) fn read(text: &str, today: Day) -> Option<Phrase> {
    let lower = text.to_lowercase();
    if lower == "ever" {
        return Some(Ok(Period::ALL));
    }
    let (within, rest) = match text.split_once(' ') {
        Some((first, rest)) if WITHIN.contains(&first.to_lowercase().as_str()) => (true, rest),
        _ => (false, text),
    };
    // A bare year may belong to a name.
    if !within && !is_opener(rest) && !is_relative(rest) {
        return None;
    }
    let read = Period::parse(rest, today);
    // `in from 2022` is no English, though both halves are.
    let stands_alone = !within || !is_opener(rest) || is_relative(rest);
    match read {
        Ok(period) if stands_alone => Some(Ok(period)),
        Ok(_) => None,
        Err(error) => looks_like_time(rest, within).then_some(Err(error)),
    }
}

/// Reads a phrase of time for a question about what stood on a day: `as of DAY` is that day.
pub(super) fn read_standing(text: &str, today: Day) -> Option<Phrase> {
    match as_of(text) {
        Some(day) => Some(Period::parse(day, today)),
        None => read(text, today),
    }
}

/// Reads a day or period behind a word of its own.
pub(super) fn read_bare(text: &str, today: Day) -> Option<Phrase> {
    let read = Period::parse(text, today);
    (read.is_ok() || looks_like_time(text, true)).then_some(read)
}

/// What follows `as of`.
pub(super) fn as_of(text: &str) -> Option<&str> {
    text.get(..6).filter(|start| start.eq_ignore_ascii_case("as of ")).and_then(|_| text.get(6..))
}

/// Whether a whole text is a period and so no name.
pub(super) fn is_period(text: &str, today: Day) -> bool {
    let is_short = text.len() <= 40;
    let may = text.bytes().any(|byte| byte.is_ascii_digit()) || is_relative(text);
    is_short && may && (Period::parse(text, today).is_ok() || is_digits(text))
}

/// Whether a text is a month, or a day of one, of no year: `October`, `Oct 23`.
pub(super) fn lacks_year(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let fits = |word: &&str| is_month(word) || is_day_of_month(word);
    words.len() <= 3 && words.iter().any(|word| is_month(word)) && words.iter().all(fits)
}

/// Whether a word is a number of one or two digits, counted or not: `23`, `23rd`.
fn is_day_of_month(word: &str) -> bool {
    let lower = word.to_lowercase();
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether days are meant by some word of a text.
fn has_time(text: &str) -> bool {
    text.split(' ').any(|word| is_digits(word) || is_month(word) || is_vague(word))
}

fn is_month(word: &str) -> bool {
    let lower = word.trim_end_matches('.').to_lowercase();
    let is = |month: &&str| lower.starts_with(*month) && Period::parse(&format!("{lower} 2000"), Day::FIRST).is_ok();
    MONTHS.iter().any(is)
}

fn is_vague(word: &str) -> bool {
    VAGUE.iter().any(|vague| vague.eq_ignore_ascii_case(word))
}

/// Whether a range of days is meant: what `between Person A and Person B` is not.
fn is_range_of_names(rest: &str) -> bool {
    let lower = rest.to_lowercase();
    let ends = lower.strip_prefix("between ").and_then(|ends| ends.split_once(" and "));
    let ends = ends.or_else(|| lower.strip_prefix("from ").and_then(|ends| ends.split_once(" to ")));
    ends.is_some_and(|(first, _)| !has_time(first) && !is_relative(first))
}

/// Whether a text is meant to be a period, though it is none.
fn looks_like_time(rest: &str, within: bool) -> bool {
    let words: Vec<&str> = rest.split(' ').collect();
    let dated = has_time(rest);
    match words.as_slice() {
        _ if is_range_of_names(rest) => false,
        [one] => has_time(one),
        [_, _, _, _, _, _, _, ..] => false,
        _ if !within && is_opener(rest) => dated || is_relative(rest),
        _ => dated,
    }
}

/// Whether a word consists of digits and what stands between them in dates.
fn is_digits(word: &str) -> bool {
    let begins = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    begins && word.chars().all(|c| c.is_ascii_digit() || "-/.~?%XxQqHhs".contains(c))
}

fn is_opener(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    OPENERS.contains(&first.as_str()) && first != "the"
}

fn is_relative(text: &str) -> bool {
    const RELATIVE: [&str; 10] =
        ["last", "this", "next", "past", "previous", "current", "coming", "today", "yesterday", "tomorrow"];
    let first = text.split(' ').find(|word| !word.eq_ignore_ascii_case("the")).unwrap_or_default();
    RELATIVE.contains(&first.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let today = "2024-12-12".parse().expect("a day");
        let read = match read(text, today) {
            None => "nothing".to_owned(),
            Some(Ok(period)) => period.to_string(),
            Some(Err(error)) => format!("error: {error}"),
        };
        assert!(read.starts_with(expected), "{text}: {read}");
    }

    #[test]
    fn phrases() {
        check("in 2023", "2023-01-01..2023-12-31");
        check("2023", "nothing");
        check("in December 2024", "2024-12-01..2024-12-31");
        check("On December 12, 2024", "2024-12-12");
        check("between 2022 and 2023", "2022-01-01..2023-12-31");
        check("from 2022 to 2023", "2022-01-01..2023-12-31");
        check("since 2022", "2022-01-01..");
        check("in the last 30 days", "2024-11-13..2024-12-12");
        check("last month", "2024-11-01..2024-11-30");
        check("around 2023", "2022-01-01..2024-12-31");
        check("ever", "..");
        check("in the 1970s", "1970-01-01..1979-12-31");
        check("in since 2022", "nothing");
        check("in 2023-13", "error: ");
        check("on 12/11/2024", "error: ");
        check("since 2024-02-30", "error: ");
        check("in October", "error: `October` has no year");
        check("on Oct 23", "error: `Oct 23` has no year");
        check("since May", "error: `May` has no year");
        check("recently", "error: ");
        check("in recent months", "error: ");
        check("in the past few years", "error: ");
        check("between Person A and Person B in 2024", "nothing");
        check("between early 2022 and 2024", "error: ");
        check("from Person A to Person B in 2024", "nothing");
        check("in Kazan", "nothing");
        check("since Kazan", "nothing");
        check("", "nothing");
    }

    #[test]
    fn months_without_year() {
        for (text, is) in
            [("October", true), ("Oct 23", true), ("23rd Oct.", true), ("May 2024", false), ("Octavia", false)]
        {
            assert_eq!(lacks_year(text), is, "{text}");
        }
    }

    #[test]
    fn periods_are_no_names() {
        let today = "2024-12-12".parse().expect("a day");
        for (text, is) in
            [("2024", true), ("2024-13", true), ("last month", true), ("brics-summit-2024", false), ("March", false)]
        {
            assert_eq!(is_period(text, today), is, "{text}");
        }
    }
}
