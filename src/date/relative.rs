//! Periods counted from today: `yesterday`, `last month`, `next 30 days`.

use super::calendar::Reading;
use super::error::quoted;
use super::month::Month;
use super::{Day, Period, PeriodError};

/// Longest text of one of these forms, in bytes.
const LONGEST: usize = 60;

/// A unit of the calendar; weeks begin on Monday (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    fn from_word(word: &str) -> Option<Unit> {
        match word.strip_suffix('s').unwrap_or(word) {
            "day" | "d" => Some(Unit::Day),
            "week" | "w" => Some(Unit::Week),
            "month" | "m" => Some(Unit::Month),
            "quarter" | "q" => Some(Unit::Quarter),
            "year" | "y" => Some(Unit::Year),
            _ => None,
        }
    }

    /// The unit in which a day lies, or one so many units away.
    fn around(self, day: Day, away: i32) -> Option<Period> {
        let (year, month, _) = day.ymd();
        match self {
            Unit::Day => Period::new(day.plus_days(away), day.plus_days(away)),
            Unit::Week => {
                let monday = day.monday().plus_days(away * 7);
                Period::new(monday, monday.plus_days(6))
            }
            Unit::Month => months(Month::of(day).checked_plus(away)?, 1),
            Unit::Quarter => {
                let first = Month::new(year, (month - 1) / 3 * 3 + 1);
                months(first.checked_plus(away * 3)?, 3)
            }
            Unit::Year => months(Month::new(year, 1).checked_plus(away * 12)?, 12),
        }
    }

    /// The word for one of it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Year => "year",
        }
    }

    /// The day so many units later, if the calendar reaches that far.
    pub(super) fn after(self, day: Day, count: i32) -> Option<Day> {
        let days = |days: i32| Day::from_number(day.number().checked_add(days)?);
        match self {
            Unit::Day => days(count),
            Unit::Week => days(count.checked_mul(7)?),
            Unit::Month => day.plus_months(count),
            Unit::Quarter => day.plus_months(count.checked_mul(3)?),
            Unit::Year => day.plus_months(count.checked_mul(12)?),
        }
    }
}

fn months(first: Month, count: i32) -> Option<Period> {
    Period::new(first.first(), first.plus(count - 1).last())
}

/// Reads a period counted from today.
pub(super) fn read(text: &str, today: Day) -> Reading {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(' ').skip_while(|word| *word == "the").collect();
    let found = match words.as_slice() {
        ["today"] => Unit::Day.around(today, 0),
        ["yesterday"] => Unit::Day.around(today, -1),
        ["tomorrow"] => Unit::Day.around(today, 1),
        [which, unit] => Unit::from_word(unit)?.around(today, direction(which)?),
        [which, count, unit] => {
            let unit = Unit::from_word(unit)?;
            let direction = direction(which).filter(|direction| *direction != 0)?;
            let number = count.bytes().all(|byte| byte.is_ascii_digit());
            number.then(|| counted(count, unit, direction, today))?
        }
        _ => return None,
    };
    Some(found.ok_or_else(|| out_of_reach(text)))
}

fn direction(word: &str) -> Option<i32> {
    match word {
        "last" | "past" | "previous" => Some(-1),
        "this" | "current" => Some(0),
        "next" | "coming" => Some(1),
        _ => None,
    }
}

/// So many units that end, or begin, with today.
fn counted(count: &str, unit: Unit, direction: i32, today: Day) -> Option<Period> {
    let count: i32 = count.parse().ok().filter(|count| *count > 0)?;
    let away = unit.after(today, count * direction)?;
    match direction {
        -1 => Period::new(away.plus_days(1), today),
        1 => Period::new(today, away.plus_days(-1)),
        _ => None,
    }
}

fn out_of_reach(text: &str) -> PeriodError {
    PeriodError::new(format!("{} is no stretch of days in the calendar", quoted(text)))
        .with_hint("write a number from 1 on: `last 30 days`, `next 3 months`")
}

/// Reads `30d`, `2w`, `6m`, `1y`, `30 days`: so many units that end today.
pub(super) fn last(text: &str, today: Day) -> Result<Period, PeriodError> {
    let (count, unit) = length(text)?;
    counted(&count, unit, -1, today).ok_or_else(|| not_in_calendar(text))
}

/// Reads a number and a unit: `30d`, `2w`, `6m`, `1y`, `30 days`.
pub(super) fn length(text: &str) -> Result<(String, Unit), PeriodError> {
    let text = text.trim();
    let lower = match text.len() {
        ..=LONGEST => text.to_ascii_lowercase(),
        _ => String::new(),
    };
    let letters = |letter: char| !letter.is_ascii_digit();
    let (count, unit) = lower.split_at(lower.find(letters).unwrap_or(lower.len()));
    let number = count.parse::<u32>().is_ok();
    match Unit::from_word(unit.trim()) {
        Some(unit) if number => Ok((count.to_owned(), unit)),
        _ => Err(not_a_length(text, count, unit)),
    }
}

/// A number of units that the calendar does not have.
pub(super) fn not_in_calendar(text: &str) -> PeriodError {
    let message = format!("{} is no stretch of days in the calendar", quoted(text.trim()));
    PeriodError::new(message).with_hint("write a number from 1 on: `30d`")
}

fn not_a_length(text: &str, count: &str, unit: &str) -> PeriodError {
    let error = PeriodError::new(format!("{} is not a number of days or months", quoted(text)));
    let short = (1..=5).contains(&count.len()) && unit.is_empty();
    error.with_hint(match short {
        true => format!("give the unit: `{count}d`, `{count}w`, `{count}m` or `{count}y`"),
        false => "write `30d`, `2w`, `6m` or `1y`".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_end_today() {
        let today = "2024-12-12".parse().expect("a day");
        let check = |text: &str, expected: &str| {
            let found = match last(text, today) {
                Ok(period) => period.to_string(),
                Err(error) => error.hint().unwrap_or_default().to_owned(),
            };
            assert!(found.contains(expected), "{text}: {found}");
        };
        check("30d", "2024-11-13..2024-12-12");
        check("1d", "2024-12-12");
        check("2w", "2024-11-29..2024-12-12");
        check("6m", "2024-06-13..2024-12-12");
        check("1Y", "2023-12-13..2024-12-12");
        check("2 quarters", "2024-06-13..2024-12-12");
        check("30 days", "2024-11-13..2024-12-12");
        check("30", "`30d`");
        check("0d", "from 1 on");
        check("99999y", "from 1 on");
        check("9999999999999d", "`30d`");
        check("d", "`30d`");
        check("", "`30d`");
        check("30x", "`30d`");
        check("３０d", "`30d`");
    }
}
