//! Days written with numbers in another way than ISO 8601.

use super::coarse::Coarse;
use super::error::{Fault, quoted};
use super::{DateError, Day, Precision};

/// The refusal of `12/11/2024`, `11.12.24`, `2024/12/12`, `2024-1-5`,
/// `12/2024` and their like, which names every date that can be meant; nothing
/// if the text is not two or three such numbers.
pub(super) fn refused(text: &str) -> Option<DateError> {
    if text.len() > 10 || Coarse::read(text).is_some() {
        return None;
    }
    let (mark, numbers) = numbers(text)?;
    let readings = match numbers.as_slice() {
        [first, second] => months(mark, first, second)?,
        [first, second, third] => days(mark, [first, second, third])?,
        _ => return None,
    };
    Some(refusal(text, &readings))
}

fn refusal(text: &str, readings: &[Coarse]) -> DateError {
    let text = quoted(text);
    let join = |words: Vec<String>| words.join(" or ");
    let words = || join(readings.iter().map(|date| words(*date)).collect());
    let proposals = || join(readings.iter().map(|date| format!("`{date}`")).collect());
    match readings.len() {
        0 => {
            DateError::new(format!("{text} is impossible: the calendar has no such date")).with_fault(Fault::Impossible)
        }
        1 => DateError::new(format!("{text} is not written as a date is here")).with_hint(format!(
            "{} is {}",
            words(),
            proposals()
        )),
        _ => DateError::new(format!("{text} may be {}", words())).with_hint(format!("write {}", proposals())),
    }
}

fn words(date: Coarse) -> String {
    match date {
        Coarse::Day(day) => day.in_words(),
        other => other.span().0.month_in_words(),
    }
}

/// Numbers with the same mark between them, and the mark.
fn numbers(text: &str) -> Option<(char, Vec<&str>)> {
    let marks = ['/', '.', '-'];
    let mark = marks.into_iter().find(|mark| text.contains(*mark))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().all(number).then_some((mark, parts))
}

/// The month that two numbers mean; nothing if none of them can be a year.
fn months(mark: char, first: &str, second: &str) -> Option<Vec<Coarse>> {
    let found = match (first.len(), second.len()) {
        // With a hyphen, two digits are a code for a part of the year.
        (4, 2) if mark == '-' => return None,
        (4, 1..=2) => day(first, second, "1"),
        (1..=2, 4) => day(second, first, "1"),
        _ => return None,
    };
    let month = |day| Coarse::containing(day, Precision::Month);
    Some(found.and_then(month).into_iter().collect())
}

/// The days that three numbers can mean, the month before the day first;
/// nothing if none of them can be a year. Hyphens may also stand in an ISO
/// date without its century.
fn days(mark: char, [first, second, third]: [&str; 3]) -> Option<Vec<Coarse>> {
    let month_first = || day(third, first, second);
    let day_first = || day(third, second, first);
    let year_first = || day(first, second, third);
    let found = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => vec![year_first()],
        (2, 2, 2) if mark == '-' => vec![year_first(), month_first(), day_first()],
        (1..=2, 1..=2, 2 | 4) => vec![month_first(), day_first()],
        _ => return None,
    };
    let mut days: Vec<Coarse> = found.into_iter().flatten().map(Coarse::Day).collect();
    days.dedup();
    Some(days)
}

fn day(year: &str, month: &str, day: &str) -> Option<Day> {
    let number: i32 = year.parse().ok()?;
    // Two digits stand for 1969 to 2068, as POSIX reads them.
    let year = match (year.len(), number) {
        (2, ..69) => 2000 + number,
        (2, _) => 1900 + number,
        _ => number,
    };
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_named() {
        let check = |text: &str, expected: &str| {
            let found = refused(text).map(|error| {
                let hint = error.hint().unwrap_or_default();
                format!("{error}; {hint}")
            });
            let found = found.unwrap_or_default();
            assert!(found.contains(expected), "{text}: {found}");
            assert_eq!(found.is_empty(), expected.is_empty(), "{text}: {found}");
        };
        check("12/11/2024", "`2024-12-11` or `2024-11-12`");
        check("11.12.24", "12 November 2024 or 11 December 2024");
        check("11.12.69", "11 December 1969");
        check("13/11/2024", "13 November 2024 is `2024-11-13`");
        check("11/13/2024", "13 November 2024 is `2024-11-13`");
        check("12-12-2024", "12 December 2024 is `2024-12-12`");
        check("2024/12/12", "`2024-12-12`");
        check("2024-1-5", "`2024-01-05`");
        check("31/31/2024", "impossible");
        check("2024/02/30", "impossible");
        check("1/2/3", "");
        check("1.2", "");
        check("12/2024", "December 2024 is `2024-12`");
        check("2024-3", "`2024-03`");
        check("13.2024", "impossible");
        check("24-12-12", "12 December 2024 or 24 December 2012");
        check("2024-12-12", "");
        check("2024-02-30", "");
        check("1.2.3.4", "");
        check("1/2.2024", "");
    }
}
