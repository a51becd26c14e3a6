//! Parts of the calendar named absolutely: `2024`, `2024-Q4`, `1970s`,
//! `12 December 2024`.

use super::coarse::Coarse;
use super::day::digits;
use super::error::quoted;
use super::month::Month;
use super::vocabulary::month_number;
use super::written::Written;
use super::{DateError, Day, Period, PeriodError};

/// Longest text of one of these forms, in bytes.
const LONGEST: usize = 40;

/// What a text says if it has the form of something; nothing if it has not.
pub(super) type Reading = Option<Result<Period, PeriodError>>;

/// Reads an absolute part of the calendar.
pub(super) fn read(text: &str) -> Reading {
    if text.len() > LONGEST || !text.is_ascii() {
        return None;
    }
    part_of_year(text)
        .or_else(|| decade(text))
        .or_else(|| named(text).map(|date| Ok(period(date?.span()))))
        .or_else(|| edtf(text))
}

fn period((first, last): (Day, Day)) -> Period {
    Period { first, last }
}

/// A day or coarse date, with or without a qualifier.
fn edtf(text: &str) -> Reading {
    let date = Written::read(&text.to_ascii_uppercase())?;
    Some(date.map(|date| period(date.span())).map_err(Into::into))
}

/// `2024-Q4`, `2024Q4`, `Q4 2024`, `2024-H2`.
fn part_of_year(text: &str) -> Reading {
    let gap = [' ', '-'];
    let (year, part) = match text.get(..4).and_then(|year| digits(year, 4)) {
        Some(year) => (year, text.get(4..)?.trim_start_matches(gap)),
        None => {
            let (part, year) = text.split_at_checked(text.len().checked_sub(4)?)?;
            (digits(year, 4)?, part.trim_end_matches(gap))
        }
    };
    let (letter, number) = part.split_at_checked(1)?;
    let number = u8::try_from(digits(number, 1)?).ok()?;
    let (count, what) = match letter {
        "Q" | "q" => (4, "quarters"),
        "H" | "h" => (2, "halves"),
        _ => return None,
    };
    if year == 0 || !(1..=count).contains(&number) {
        let reason = format!("a year has {count} {what}, and years run from 0001 to 9999");
        return Some(Err(DateError::impossible(text, &reason).into()));
    }
    let length = 12 / count;
    let first = Month::new(i32::from(year), (number - 1) * length + 1);
    let last = first.plus(i32::from(length) - 1);
    Some(Ok(period((first.first(), last.last()))))
}

/// `1970s`, `the 1970s`.
fn decade(text: &str) -> Reading {
    let text = text.split_once(' ').filter(|(the, _)| the.eq_ignore_ascii_case("the")).map_or(text, |(_, rest)| rest);
    let year = digits(text.strip_suffix(['s', 'S'])?, 4)?;
    let (tens, hundreds) = (year / 10, year / 100);
    if year % 100 == 0 {
        let message = format!("{} may be ten years or a hundred", quoted(text));
        let hint = format!("write `{tens:03}X` or `{hundreds:02}XX`");
        return Some(Err(PeriodError::new(message).with_hint(hint)));
    }
    if year % 10 != 0 {
        let message = format!("{} is no decade", quoted(text));
        let hint = format!("write `{tens:03}0s` or `{year:04}`");
        return Some(Err(PeriodError::new(message).with_hint(hint)));
    }
    Some(Ok(period(Coarse::Decade(tens).span())))
}

/// `Dec 2024`, `12 December 2024`, `December 12, 2024`: one month by its name,
/// one year with four digits, at most one day.
pub(super) fn named(text: &str) -> Option<Result<Coarse, DateError>> {
    if text.len() > LONGEST {
        return None;
    }
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
        let (place, number) = match (month_number(word), digits(word, 4)) {
            (Some(number), _) => (&mut month, u16::from(number)),
            (None, Some(number)) => (&mut year, number),
            (None, None) => (&mut day, day_of_month(word)?),
        };
        if place.replace(number).is_some() {
            return None;
        }
    }
    let (Some(month), Some(year)) = (month, year) else {
        return month.map(|_| Err(without_year(text)));
    };
    let iso = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    Coarse::read(&iso)
}

fn without_year(text: &str) -> DateError {
    DateError::new(format!("{} has no year", quoted(text)))
        .with_hint("a year has four digits: `Dec 2024`, `12 December 2024`")
}

/// `12` or `12th`.
fn day_of_month(word: &str) -> Option<u16> {
    let endings = ["st", "nd", "rd", "th"];
    let parts = word.len().checked_sub(2).and_then(|at| word.split_at_checked(at));
    let ended = parts.filter(|(_, ending)| endings.iter().any(|known| known.eq_ignore_ascii_case(ending)));
    let number = ended.map_or(word, |(number, _)| number);
    digits(number, 1).or_else(|| digits(number, 2))
}
