//! Lengths of time: `90d`, `3m`, `1y`.

use super::relative::{self, Unit};
use super::{Day, PeriodError};
use std::fmt;

/// A number of days, weeks, months, quarters or years, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    count: i32,
    unit: Unit,
}

impl Length {
    /// Reads `30d`, `2w`, `6m`, `1y`, `30 days`.
    ///
    /// # Errors
    /// If it is no such length, or longer than the calendar.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (count, unit) = relative::length(text)?;
        let length = count.parse().ok().filter(|count| *count > 0).map(|count| Self { count, unit });
        length
            .filter(|length| unit.after(Day::FIRST, length.count).is_some())
            .ok_or_else(|| relative::not_in_calendar(text))
    }

    /// The last day of such a stretch that begins on a day; of an open one, or beyond the calendar, an open day.
    pub fn last_from(self, first: Day) -> Day {
        if first.is_open() {
            return first;
        }
        self.unit.after(first, self.count).map_or(Day::MAX, |after| after.plus_days(-1))
    }

    /// The first day from which such a stretch reaches a day; of an open one an open day.
    pub fn first_to(self, last: Day) -> Day {
        if last.is_open() {
            return last;
        }
        // Months differ in length, so that the way back can miss by some days.
        let about = self.unit.after(last, -self.count).map_or(Day::FIRST, |before| before.plus_days(1));
        let mut first = about.plus_days(-4);
        while self.last_from(first) < last {
            first = first.plus_days(1);
        }
        first
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.count, self.unit.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn ends_are_included() {
        let check = |length: &str, first: &str, last: &str| {
            let length = Length::parse(length).expect("a length");
            assert_eq!(length.last_from(day(first)), day(last), "{length} from {first}");
        };
        check("1d", "2024-05-01", "2024-05-01");
        check("90d", "2024-01-01", "2024-03-30");
        check("2 weeks", "2024-05-01", "2024-05-14");
        check("1m", "2024-01-31", "2024-02-28");
        check("1y", "2024-02-29", "2025-02-27");
    }

    #[test]
    fn the_way_back_is_the_first_day_that_reaches() {
        for text in ["1d", "30d", "2w", "1m", "3m", "1q", "1y", "4y"] {
            let length = Length::parse(text).expect("a length");
            for ahead in 0..1_500 {
                let last = day("2023-12-01").plus_days(ahead);
                let first = length.first_to(last);
                assert!(length.last_from(first) >= last, "{text} to {last}");
                assert!(length.last_from(first.plus_days(-1)) < last, "{text} to {last}");
            }
        }
        let open = Length::parse("1y").expect("a length");
        assert_eq!((open.last_from(Day::MIN), open.first_to(Day::MAX)), (Day::MIN, Day::MAX));
        assert_eq!(open.last_from(Day::LAST), Day::MAX);
        assert_eq!(open.first_to(Day::FIRST), Day::FIRST);
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for text in ["", "0d", "-3d", "30", "3x", "d", "2024", "99999999999d", "999999y"] {
            assert!(Length::parse(text).is_err(), "{text}");
        }
    }
}
