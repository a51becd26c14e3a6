//! A month of one year, for arithmetic on calendar units.

use super::Day;

/// A calendar month, counted from January of the year 0000.
///
/// Only months of the years 0001 to 9999 exist: arithmetic stops there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Month(i32);

impl Month {
    const FIRST: Month = Month(12);
    const LAST: Month = Month(9999 * 12 + 11);

    /// Month 1 to 12 of a year; anything else moves into the neighbouring
    /// years, and at most to the end of the calendar.
    pub(super) fn new(year: i32, month: u8) -> Month {
        Month::clamped(i64::from(year) * 12 + i64::from(month) - 1)
    }

    /// The month in which a day lies.
    pub(super) fn of(day: Day) -> Month {
        let (year, month, _) = day.ymd();
        Month::new(year, month)
    }

    /// So many months later, or earlier if negative; stops at the end of the
    /// calendar.
    pub(super) fn plus(self, months: i32) -> Month {
        Month::clamped(i64::from(self.0) + i64::from(months))
    }

    /// So many months later, if the calendar reaches that far.
    pub(super) fn checked_plus(self, months: i32) -> Option<Month> {
        let month = Month(self.0.checked_add(months)?);
        (Month::FIRST..=Month::LAST).contains(&month).then_some(month)
    }

    pub(super) fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// Number of the month in its year, 1 to 12.
    pub(super) fn number(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1)
    }

    pub(super) fn first(self) -> Day {
        Day::new(self.year(), self.number(), 1).unwrap_or(Day::FIRST)
    }

    pub(super) fn last(self) -> Day {
        match self.checked_plus(1) {
            Some(next) => next.first().plus_days(-1),
            None => Day::LAST,
        }
    }

    fn clamped(count: i64) -> Month {
        let count = count.clamp(i64::from(Month::FIRST.0), i64::from(Month::LAST.0));
        Month(i32::try_from(count).unwrap_or(Month::FIRST.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_know_their_days() {
        let check = |year, month, plus, days: &str| {
            let month = Month::new(year, month).plus(plus);
            assert_eq!(format!("{} {}", month.first(), month.last()), days);
        };
        check(2024, 2, 0, "2024-02-01 2024-02-29");
        check(2024, 1, -1, "2023-12-01 2023-12-31");
        check(2024, 11, 14, "2026-01-01 2026-01-31");
        check(9999, 12, 5, "9999-12-01 9999-12-31");
        check(1, 1, -5, "0001-01-01 0001-01-31");
        check(1, 1, i32::MAX, "9999-12-01 9999-12-31");
        assert_eq!(Month::new(9999, 12).checked_plus(1), None);
    }
}
