//! Days written with numbers in another way than ISO 8601.

use super::error::quoted;
use super::{DateError, Day};

/// The refusal of `12/11/2024`, `11.12.24`, `2024/12/12`, `2024-1-5` and
/// their like, which names every day that can be meant; nothing if the text
/// is not three numbers.
pub(super) fn refused(text: &str) -> Option<DateError> {
    let parts = three_numbers(text)?;
    let readings = readings(parts)?;
    let error = |message: String| DateError::new(message);
    Some(match readings.as_slice() {
        [] => error(format!("{} is impossible: no calendar has this day", quoted(text))),
        [day] => error(format!("{} is not written as a date is here", quoted(text)))
            .with_hint(format!("{} is `{day}`", day.in_words())),
        [one, other, ..] => {
            let words = format!("{} or {}", one.in_words(), other.in_words());
            error(format!("{} may be {words}", quoted(text))).with_hint(format!("write `{one}` or `{other}`"))
        }
    })
}

/// Three numbers with the same mark between them.
fn three_numbers(text: &str) -> Option<[&str; 3]> {
    if text.len() > 10 {
        return None;
    }
    let mark = ['/', '.', '-'].into_iter().find(|mark| text.contains(*mark))?;
    let mut parts = text.split(mark).map(str::trim);
    let parts = [parts.next()?, parts.next()?, parts.next().filter(|_| parts.next().is_none())?];
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().all(number).then_some(parts)
}

/// The days that the numbers can mean, the month before the day first; nothing
/// if none of them can be a year.
fn readings(parts: [&str; 3]) -> Option<Vec<Day>> {
    let [first, second, third] = parts;
    let days = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => vec![day(first, second, third)],
        (1..=2, 1..=2, 2 | 4) => vec![day(third, first, second), day(third, second, first)],
        _ => return None,
    };
    let mut days: Vec<Day> = days.into_iter().flatten().collect();
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
        check("1.2.3.4", "");
        check("1/2.2024", "");
    }
}
