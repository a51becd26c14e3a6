//! Phrases of time: `in 2023`, `since last month`, `between 2022 and 2024`, `ever`, `as of 2024-05-01`.

use crate::date::{Day, Period, PeriodError};

/// Words before a period that change nothing about it.
const WITHIN: [&str; 7] = ["in", "on", "during", "over", "throughout", "within", "for"];

/// Words that begin a period of their own form.
const OPENERS: [&str; 28] = [
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
];

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

/// Whether a text is meant to be a period, though it is none.
fn looks_like_time(rest: &str, within: bool) -> bool {
    let words: Vec<&str> = rest.split(' ').collect();
    let has_digits = words.iter().any(|word| is_digits(word));
    match words.as_slice() {
        [one] => is_digits(one),
        [_, _, _, _, _, _, _, ..] => false,
        _ if !within && is_opener(rest) => has_digits || is_relative(rest),
        _ => has_digits,
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
        check("in Kazan", "nothing");
        check("since Kazan", "nothing");
        check("", "nothing");
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
