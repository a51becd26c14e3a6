//! The ways in which a period may be written.

use super::calendar::Reading;
use super::coarse::Coarse;
use super::error::quoted;
use super::vocabulary::near;
use super::{Day, EventDate, Period, PeriodError, PointDate, Precision, calendar, numeric, refusal, relative};

const EXAMPLES: &str = "write a period like `2024`, `2024-10`, `2024-Q4`, `Dec 2024`, \
     `2023-07..2024-03`, `since 2022` or `last 30 days`";

/// Longest text in which a mistyped word is looked for, in bytes.
const CORRECTED: usize = 80;

/// Ways to write a period that has, or may have, parts of its own.
const WHOLE: [fn(&str, Day) -> Reading; 11] =
    [set, refused, between, since, until, before, after, around, open_interval, range, interval];

/// Reads a period written in any way.
pub(super) fn parse(text: &str, today: Day) -> Result<Period, PeriodError> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.is_empty() {
        return Err(PeriodError::new("an empty text is no period").with_hint(EXAMPLES));
    }
    read(&text, today).unwrap_or_else(|| Err(unknown(&text, today)))
}

fn read(text: &str, today: Day) -> Reading {
    let whole = WHOLE.iter().find_map(|form| form(text, today));
    whole.or_else(|| read_one(text, today))
}

/// One stretch without parts, as it may stand at an end of a range.
fn one(text: &str, today: Day) -> Result<Period, PeriodError> {
    read_one(text, today).unwrap_or_else(|| Err(unknown(text, today)))
}

fn read_one(text: &str, today: Day) -> Reading {
    refused(text, today).or_else(|| relative::read(text, today)).or_else(|| calendar::read(text))
}

/// Days in a form that has two readings, and days with a time.
fn refused(text: &str, _: Day) -> Reading {
    let error = numeric::refused(text).map(PeriodError::from);
    let time = || {
        refusal::time_of_day(text)?;
        let message = format!("{} has a time of day, but a period is whole days", quoted(text));
        let hint = format!("write `{}`", text.get(..10).unwrap_or_default());
        Some(PeriodError::new(message).with_hint(hint))
    };
    error.or_else(|| years_or_season(text)).or_else(time).map(Err)
}

/// `2022-23` is two years for most people, and the autumn of 2022 in EDTF.
fn years_or_season(text: &str) -> Option<PeriodError> {
    let (year, code) = text.split_once('-').filter(|(year, code)| year.len() == 4 && code.len() == 2)?;
    let season = Coarse::read(text)?.ok().filter(|date| date.precision() == Precision::Season)?;
    if code <= year.get(2..)? {
        return None;
    }
    let century = year.get(..2)?;
    let (first, last) = season.span();
    let message = format!("{} may be the years {year} to {century}{code}, or {}", quoted(text), season.cell());
    let months = Period { first, last };
    let hint = format!("write `{year}..{century}{code}`, or for the season in either half of the world `{months}`");
    Some(PeriodError::new(message).with_hint(hint))
}

/// EDTF with a set in it. What lies between the choices of a set was not
/// asked about, so that a set with a gap is no period.
fn set(text: &str, _: Day) -> Reading {
    if !text.contains('[') {
        return None;
    }
    let date = match text.to_ascii_uppercase().parse::<EventDate>() {
        Ok(date) => date,
        Err(error) => return Some(Err(error.into())),
    };
    if let Some((first, last)) = text.parse::<PointDate>().ok().and_then(|set| set.gap()) {
        let message = format!("{} leaves out {}", quoted(text), Period { first, last });
        let whole = Period::new(date.first(), date.last()).map(|whole| whole.to_string());
        let hint = format!("the whole stretch is `{}`", whole.unwrap_or_default());
        return Some(Err(PeriodError::new(message).with_hint(hint)));
    }
    Some(between_days(text, date.first(), date.last()))
}

/// `between A and B`, `from A to B`.
fn between(text: &str, today: Day) -> Reading {
    let (from, to) = match strip_word(text, "between") {
        Some(rest) => split_word(rest, " and ")?,
        None => split_word(strip_word(text, "from")?, " to ")?,
    };
    Some(joined(from, to, today))
}

/// The EDTF intervals `../B` and `A/..`.
fn open_interval(text: &str, today: Day) -> Reading {
    let start = text.strip_prefix("../").map(|to| ("", to));
    let (from, to) = start.or_else(|| Some((text.strip_suffix("/..")?, "")))?;
    Some(joined(from.trim(), to.trim(), today))
}

/// `A..B`, `A..`, `..B`, `A to B`, `A – B`.
fn range(text: &str, today: Day) -> Reading {
    let (from, to) = text.split_once("..").or_else(|| split_word(text, " to ")).or_else(|| text.split_once('–'))?;
    Some(joined(from.trim(), to.trim(), today))
}

/// The EDTF intervals `A/B`, `A/` and `/B`.
fn interval(text: &str, today: Day) -> Reading {
    let (from, to) = text.split_once('/').filter(|ends| *ends != ("", ""))?;
    if let Some(error) = refusal::of_slashes(text, from, to) {
        return Some(Err(error.into()));
    }
    Some(joined(from.trim(), to.trim(), today))
}

fn joined(from: &str, to: &str, today: Day) -> Result<Period, PeriodError> {
    let first = match from {
        "" => Day::MIN,
        from => one(from, today)?.first,
    };
    let last = match to {
        "" => Day::MAX,
        to => one(to, today)?.last,
    };
    between_days(&format!("{from}..{to}"), first, last).map_err(|error| match error.hint() {
        None => error.with_hint(format!("the other way round it is `{to}..{from}`")),
        Some(_) => error,
    })
}

fn between_days(text: &str, first: Day, last: Day) -> Result<Period, PeriodError> {
    let message = || format!("{} ends before it begins", quoted(text));
    Period::new(first, last).ok_or_else(|| PeriodError::new(message()))
}

fn since(text: &str, today: Day) -> Reading {
    let rest = strip_word(text, "since").or_else(|| strip_word(text, "from"))?;
    Some(one(rest, today).map(|from| Period { last: Day::MAX, ..from }))
}

fn until(text: &str, today: Day) -> Reading {
    let words = ["until", "till", "through", "up to"];
    let rest = words.iter().find_map(|word| strip_word(text, word))?;
    Some(one(rest, today).map(|to| Period { first: Day::MIN, ..to }))
}

fn before(text: &str, today: Day) -> Reading {
    let rest = strip_word(text, "before")?;
    Some(one(rest, today).and_then(|limit| {
        let last = limit.first.plus_days(-1);
        if last == limit.first {
            return Err(PeriodError::new(format!("no day lies before {}", quoted(rest))));
        }
        between_days(text, Day::MIN, last)
    }))
}

fn after(text: &str, today: Day) -> Reading {
    let rest = strip_word(text, "after")?;
    Some(one(rest, today).and_then(|limit| {
        let first = limit.last.plus_days(1);
        if first == limit.last {
            return Err(PeriodError::new(format!("no day lies after {}", quoted(rest))));
        }
        between_days(text, first, Day::MAX)
    }))
}

/// `around A`: a day, month, year or decade by and large, as EDTF writes it with `~`.
fn around(text: &str, today: Day) -> Reading {
    let rest = ["around", "circa"].iter().find_map(|word| strip_word(text, word))?;
    Some(one(rest, today).and_then(|exact| {
        let date = PointDate::within(exact.first, exact.last).map(|date| date.to_string());
        let about = date
            .filter(|date| !date.contains(['[', '~', '?', '%']))
            .and_then(|date| calendar::read(&format!("{date}~")));
        about.unwrap_or_else(|| {
            let message = format!("{} is neither a day, a month nor a year", quoted(rest));
            Err(PeriodError::new(message).with_hint("name the first and the last day: `2023-11..2024-02`"))
        })
    }))
}

/// What follows a first word, in whatever case that is written.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    let rest = rest.strip_prefix(' ')?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// The parts before and after a word, in whatever case that is written.
fn split_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    // Folding ASCII only keeps every letter at its place.
    let at = text.to_ascii_lowercase().find(word)?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

/// The refusal of a text in no known form.
fn unknown(text: &str, today: Day) -> PeriodError {
    match refusal::of_digits(&text.to_ascii_uppercase()) {
        Some(mistake) if better(text, today).is_empty() => mistake.into(),
        _ => PeriodError::new(format!("{} is not a period", quoted(text))).with_near(text, today),
    }
}

/// What to write instead of a text in no known form.
pub(super) fn hint(text: &str, today: Day) -> String {
    let better: Vec<String> = better(text, today).iter().map(|better| format!("`{better}`")).collect();
    if better.is_empty() { EXAMPLES.to_owned() } else { format!("did you mean {}?", better.join(" or ")) }
}

/// The nearest texts that are periods.
fn better(text: &str, today: Day) -> Vec<String> {
    let corrected = corrected(text, today);
    if !corrected.is_empty() {
        return corrected;
    }
    let last = || Some(relative::last(text, today).ok()?.to_string());
    two_dates(text, today).or_else(last).into_iter().collect()
}

/// The text with a mistyped word replaced by each known one that is near, where it is a period then; else with each mistyped
/// word replaced.
fn corrected(text: &str, today: Day) -> Vec<String> {
    if text.len() > CORRECTED {
        return Vec::new();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let with = |word: &str, known: &str| word.replacen(word.trim_end_matches(','), known, 1);
    let known = |word: &&str| near(word.trim_end_matches(','));
    let is_good = |better: &String| matches!(read(better, today), Some(Ok(_)));
    let mut better = Vec::new();
    for (at, word) in words.iter().enumerate() {
        better.extend(known(word).into_iter().map(|known| {
            let new = with(word, known);
            let all = words.iter().enumerate().map(|(own, word)| if own == at { new.as_str() } else { word });
            all.collect::<Vec<_>>().join(" ")
        }));
    }
    better.retain(is_good);
    if better.is_empty() {
        let first = |word: &&str| known(word).first().map_or((*word).to_owned(), |known| with(word, known));
        let all = words.iter().map(first).collect::<Vec<_>>().join(" ");
        better.extend(Some(all).filter(|all| all != text && is_good(all)));
    }
    better
}

/// `2023-2024` and `2023 - 2024` as a range, if it does not end before it begins.
fn two_dates(text: &str, today: Day) -> Option<String> {
    let parts = text.split_once(" - ").or_else(|| text.split_once('-'));
    let (from, to) = parts.filter(|_| text.len() <= CORRECTED)?;
    let good = [from, to].map(|part| matches!(calendar::read(part.trim()), Some(Ok(_))));
    let range = format!("{}..{}", from.trim(), to.trim());
    (good == [true, true] && matches!(read(&range, today), Some(Ok(_)))).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        // A Thursday.
        "2024-12-12".parse().expect("a day")
    }

    #[test]
    fn periods_are_read() {
        let check = |text: &str, expected: &str| {
            let found = parse(text, today()).map(|period| period.to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{text}");
        };
        let year = "2024-01-01..2024-12-31";
        check("2024", year);
        check("  2024 ", year);
        check("2024-10", "2024-10-01..2024-10-31");
        check("2024-10-05", "2024-10-05");
        check("2024-Q4", "2024-10-01..2024-12-31");
        check("q1 2024", "2024-01-01..2024-03-31");
        check("2024Q2", "2024-04-01..2024-06-30");
        check("2024-H2", "2024-07-01..2024-12-31");
        check("1970s", "1970-01-01..1979-12-31");
        check("the 1970s", "1970-01-01..1979-12-31");
        check("202X", "2020-01-01..2029-12-31");
        check("202x", "2020-01-01..2029-12-31");
        check("20XX", "2000-01-01..2099-12-31");
        let month = "2024-12-01..2024-12-31";
        check("Dec 2024", month);
        check("december 2024", month);
        check("DEC. 2024", month);
        check("2024-12-XX", month);
        check("12 December 2024", "2024-12-12");
        check("December 12, 2024", "2024-12-12");
        check("12th  dec 2024", "2024-12-12");
        check("12TH DEC 2024", "2024-12-12");
        check("THE 1970S", "1970-01-01..1979-12-31");
        check("2023-07..2024-03", "2023-07-01..2024-03-31");
        check("2023-07 to 2024-03", "2023-07-01..2024-03-31");
        check("2023-07 TO Mar 2024", "2023-07-01..2024-03-31");
        check("from 2023-07 to 2024-03", "2023-07-01..2024-03-31");
        check("between 2023 and 2024", "2023-01-01..2024-12-31");
        check("2023–2024", "2023-01-01..2024-12-31");
        check("2022..", "2022-01-01..");
        check("..2022", "..2022-12-31");
        check("..", "..");
        check("2022/2023", "2022-01-01..2023-12-31");
        check("2022/..", "2022-01-01..");
        check("2022/", "2022-01-01..");
        check("../2022", "..2022-12-31");
        check("/2022", "..2022-12-31");
        check("2024-11~", "2024-10-01..2024-12-31");
        check("2024?", year);
        check("2024-21", "2024-03-01..2024-11-30");
        check("[2023-03-28..2023-04-04]", "2023-03-28..2023-04-04");
        check("[2023,2024]", "2023-01-01..2024-12-31");
        check("[2023..]", "2023-01-01..");
        check("since 2022", "2022-01-01..");
        check("Since Dec 2022", "2022-12-01..");
        check("until 2019", "..2019-12-31");
        check("before 2022", "..2021-12-31");
        check("after 2022", "2023-01-01..");
        check("since last month", "2024-11-01..");
        check("around 2023", "2022-01-01..2024-12-31");
        check("Around Nov 2024", "2024-10-01..2024-12-31");
        check("circa 2024-12-12", "2024-12-11..2024-12-13");
    }

    #[test]
    fn periods_are_counted_from_today() {
        let check = |text: &str, expected: &str| {
            let found = parse(text, today()).map(|period| period.to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{text}");
        };
        check("today", "2024-12-12");
        check("Yesterday", "2024-12-11");
        check("this week", "2024-12-09..2024-12-15");
        check("last week", "2024-12-02..2024-12-08");
        check("next week", "2024-12-16..2024-12-22");
        check("this month", "2024-12-01..2024-12-31");
        check("last month", "2024-11-01..2024-11-30");
        check("next month", "2025-01-01..2025-01-31");
        check("this quarter", "2024-10-01..2024-12-31");
        check("last quarter", "2024-07-01..2024-09-30");
        check("next quarter", "2025-01-01..2025-03-31");
        check("this year", "2024-01-01..2024-12-31");
        check("last year", "2023-01-01..2023-12-31");
        check("next year", "2025-01-01..2025-12-31");
        check("last 30 days", "2024-11-13..2024-12-12");
        check("the last 1 day", "2024-12-12");
        check("next 30 days", "2024-12-12..2025-01-10");
        check("last 2 weeks", "2024-11-29..2024-12-12");
        check("last 3 months", "2024-09-13..2024-12-12");
        check("next 2 years", "2024-12-12..2026-12-11");
        check("2024-12-01..today", "2024-12-01..2024-12-12");
    }

    #[test]
    fn refusals_say_why_and_what_instead() {
        let check = |text: &str, message: &str, hint: &str| {
            let error = parse(text, today()).expect_err(text);
            let found = error.hint().unwrap_or_default();
            assert!(error.to_string().contains(message), "{text}: {error}");
            assert!(found.contains(hint), "{text}: {found}");
        };
        check("", "empty", "`2024`");
        check("12/11/2024", "11 December 2024 or 12 November 2024", "`2024-12-11` or `2024-11-12`");
        check("11.12.24", "11 December 2024", "`2024-11-12`");
        check("13/11/2024", "not written", "`2024-11-13`");
        check("2022-23", "the years 2022 to 2023, or autumn 2022", "`2022..2023`, or for the season");
        check("2019-24", "the years 2019 to 2024, or winter 2019", "`2018-12-01..2020-02-29`");
        check("since 2022-23", "the years 2022 to 2023", "");
        check("2024-13", "there is no month 13", "");
        check("2024-02-30", "February 2024 has 29 days", "");
        check("30 February 2024", "February 2024 has 29 days", "");
        check("2024-02-30..", "February 2024 has 29 days", "");
        check("2024-Q5", "4 quarters", "");
        check("2024-H3", "2 halves", "");
        check("2024..2023", "ends before it begins", "`2023..2024`");
        check("2024 to 2023", "ends before it begins", "`2023..2024`");
        check("2024/2023", "ends before it begins", "`2023..2024`");
        check("today..2023", "ends before it begins", "`2023..today`");
        check("[2006,2009]", "leaves out 2007-01-01..2008-12-31", "`2006-01-01..2009-12-31`");
        check("1900s", "ten years or a hundred", "`190X` or `19XX`");
        check("1975s", "no decade", "`1970s`");
        check("Decmber 2024", "not a period", "`December 2024`");
        check("Decmber 12, 2024", "not a period", "`December 12, 2024`");
        check("yesteday", "not a period", "`yesterday`");
        check("sinse 2022", "not a period", "`since 2022`");
        check("last moth", "not a period", "`last month`");
        check("2023-2024", "not a period", "`2023..2024`");
        check("2024-2023", "not a period", "write a period like");
        check("12 Dec", "no year", "`Dec 2024`");
        check("last 0 days", "no stretch", "from 1 on");
        check("last 9999999 years", "no stretch", "from 1 on");
        check("last 99999999999999999999 days", "no stretch", "from 1 on");
        check("before 0001", "no day lies before", "");
        check("after 9999", "no day lies after", "");
        check("0000", "0001 to 9999", "");
        check("12024", "0001 to 9999", "");
        check("2024-12-12T10:00", "time of day", "`2024-12-12`");
        check("2024-25", "hemisphere", "`[2024-03..2024-05]`");
        check("2024-1x", "not a date", "`[2024-10..2024-12]`");
        check("20241212", "without hyphens", "`2024-12-12`");
        check("30d", "not a period", "`2024-11-13..2024-12-12`");
        check("2024/12", "not written", "`2024-12`");
        check("12/2024", "not written", "`2024-12`");
        check("2024-3", "not written", "`2024-03`");
        check("2024-11-11/14", "no year", "`2024-11-11/2024-11-14`");
        check("since 12/11/2024", "may be", "`2024-12-11` or `2024-11-12`");
        check("last two weeks", "not a period", "`last 30 days`");
        check("this 3 days", "not a period", "`last 30 days`");
        check("/", "not a period", "`2024`");
        check("1/2/3/4", "more than one `/`", "");
        check("whenever", "not a period", "`last 30 days`");
        check("since", "not a period", "`since 2022`");
        check("昨日", "not a period", "`2024`");
    }

    #[test]
    fn long_text_takes_linear_time() {
        let check = |text: String| assert!(parse(&text, today()).is_err());
        for piece in ["2", "last ", "[2024,", "..", "/", " to ", "é", "from ", "2024 to "] {
            check(piece.repeat(1_000_000));
        }
    }
}
