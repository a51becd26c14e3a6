//! One civil day.

use std::fmt;
use std::str::FromStr;

use bytemuck::{Pod, Zeroable};
use jiff::SignedDuration;
use jiff::civil::Date;

use super::month::Month;
use super::vocabulary::MONTHS;
use super::{DateError, refusal};

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A civil day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// Real days lie in the years 0001 to 9999. [`Day::MIN`] and [`Day::MAX`]
/// stand for "no first day known" and "no last day known"; they sort before
/// and after every real day and print as `..`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Pod, Zeroable)]
#[repr(transparent)]
pub struct Day(i32);

impl Day {
    /// No first day is known: open towards the past.
    pub const MIN: Day = Day(i32::MIN);
    /// No last day is known: open towards the future.
    pub const MAX: Day = Day(i32::MAX);
    /// The first real day, 0001-01-01.
    pub const FIRST: Day = Day(-719_162);
    /// The last real day, 9999-12-31.
    pub const LAST: Day = Day(2_932_896);

    /// The day of this date, if the calendar has it and its year lies in
    /// 1 to 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        let month = i8::try_from(month).ok()?;
        let day = i8::try_from(day).ok()?;
        let date = Date::new(i16::try_from(year).ok()?, month, day).ok()?;
        let days = date.duration_since(EPOCH).as_hours() / 24;
        Day::from_number(i32::try_from(days).ok()?)
    }

    /// The day with this number, counted from 1970-01-01 as 0, if it is real.
    pub fn from_number(number: i32) -> Option<Day> {
        (Day::FIRST.0..=Day::LAST.0).contains(&number).then_some(Day(number))
    }

    /// The number of this day, counted from 1970-01-01 as 0; the ends of
    /// `i32` for the two open days.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day on which these seconds since 1970-01-01T00:00:00Z fall in UTC,
    /// or the nearest real day.
    pub fn from_unix_seconds(seconds: i64) -> Day {
        Day::nearest(seconds.div_euclid(86_400))
    }

    /// The English name of the month.
    pub fn month_name(self) -> &'static str {
        MONTHS.get(usize::from(self.month()).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// Year, month (1 to 12) and day of the month (1 to 31). An open day
    /// gives those of the nearest real day: ask [`Day::is_open`] first.
    pub fn ymd(self) -> (i32, u8, u8) {
        let days = i64::from(Day::nearest(i64::from(self.0)).0);
        let date = EPOCH.saturating_add(SignedDuration::from_hours(days * 24));
        let part = |number: i8| u8::try_from(number).unwrap_or(1);
        (i32::from(date.year()), part(date.month()), part(date.day()))
    }

    /// The year, as in [`Day::ymd`].
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// The month, 1 to 12, as in [`Day::ymd`].
    pub fn month(self) -> u8 {
        self.ymd().1
    }

    /// Whether this is no real day but stands for "not known".
    pub fn is_open(self) -> bool {
        self == Day::MIN || self == Day::MAX
    }

    /// So many days later, or earlier if negative; stops at the first and the
    /// last real day. An open day stays open.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Day {
        if self.is_open() {
            return self;
        }
        Day::nearest(i64::from(self.0) + i64::from(days))
    }

    /// Days from this day to the other, negative if the other is earlier;
    /// nothing if one of them is open.
    pub fn days_until(self, other: Day) -> Option<i32> {
        if self.is_open() || other.is_open() {
            return None;
        }
        other.0.checked_sub(self.0)
    }

    /// The day of this date, or why the calendar has none.
    pub(super) fn check(year: i32, month: u8, day: u8) -> Result<Day, String> {
        if let Some(found) = Day::new(year, month, day) {
            return Ok(found);
        }
        if !(1..=9999).contains(&year) {
            return Err(year_reason(year));
        }
        let index = usize::from(month).wrapping_sub(1);
        let Some(name) = MONTHS.get(index) else {
            return Err(format!("there is no month {month:02}"));
        };
        let length = Month::new(year, month).last().ymd().2;
        Err(format!("{name} {year:04} has {length} days"))
    }

    /// Monday of the week in which this day lies (ISO 8601 weeks).
    pub(super) fn monday(self) -> Day {
        // 1970-01-01 was a Thursday, the fourth day of its week.
        let past = (i64::from(self.0) + 3).rem_euclid(7);
        self.plus_days(-i32::try_from(past).unwrap_or(0))
    }

    /// The same day of the month so many months later, or the last day of
    /// that month if it is shorter; nothing beyond the calendar.
    pub(super) fn plus_months(self, months: i32) -> Option<Day> {
        let (_, _, day) = self.ymd();
        let month = Month::of(self).checked_plus(months)?;
        let last = month.last();
        Some(Day::new(month.year(), month.number(), day).unwrap_or(last))
    }

    /// The day as it is said: `11 December 2024`.
    pub(super) fn in_words(self) -> String {
        format!("{} {}", self.ymd().2, self.month_in_words())
    }

    /// The month of the day as it is said: `December 2024`.
    pub(super) fn month_in_words(self) -> String {
        format!("{} {:04}", self.month_name(), self.ymd().0)
    }

    fn nearest(number: i64) -> Day {
        let number = number.clamp(i64::from(Day::FIRST.0), i64::from(Day::LAST.0));
        Day(i32::try_from(number).unwrap_or(Day::FIRST.0))
    }
}

/// Why no date lies in this year.
pub(super) fn year_reason(year: i32) -> String {
    format!("there is no year {year:04} here, years run from 0001 to 9999")
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_open() {
            return f.write_str("..");
        }
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Day::MIN => f.write_str("Day(MIN)"),
            Day::MAX => f.write_str("Day(MAX)"),
            day => write!(f, "Day({day})"),
        }
    }
}

impl FromStr for Day {
    type Err = DateError;

    /// Reads `YYYY-MM-DD` and nothing else; a day that the calendar does not
    /// have is refused with the reason.
    fn from_str(text: &str) -> Result<Day, DateError> {
        match full_digits(text) {
            Some((year, month, day)) => {
                Day::check(year, month, day).map_err(|reason| DateError::impossible(text, &reason))
            }
            None => Err(refusal::not_a_day(text)),
        }
    }
}

/// The numbers of a text of the form `YYYY-MM-DD`.
fn full_digits(text: &str) -> Option<(i32, u8, u8)> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    let small = |number: u16| u8::try_from(number).ok();
    Some((i32::from(year), small(month)?, small(day)?))
}

/// The number written with exactly so many ASCII digits.
pub(super) fn digits(text: &str, count: usize) -> Option<u16> {
    if text.len() != count || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let check = |year, month, day, number| {
            let found = Day::new(year, month, day).expect("a day");
            assert_eq!(found.number(), number);
            assert_eq!(found.ymd(), (year, month, day));
            assert_eq!(found.to_string().parse::<Day>(), Ok(found));
        };
        check(1970, 1, 1, 0);
        check(1969, 12, 31, -1);
        check(2000, 2, 29, 11_016);
        check(1, 1, 1, Day::FIRST.number());
        check(9999, 12, 31, Day::LAST.number());
    }

    #[test]
    fn texts_are_read_strictly() {
        let check = |text: &str, expected: &str| {
            let found = match text.parse::<Day>() {
                Ok(day) => day.to_string(),
                Err(error) => error.to_string(),
            };
            assert!(found.contains(expected), "{text}: {found}");
        };
        check("2024-12-12", "2024-12-12");
        check("2024-02-30", "February 2024 has 29 days");
        check("2023-02-29", "February 2023 has 28 days");
        check("2024-13-01", "there is no month 13");
        check("2024-00-01", "there is no month 00");
        check("2024-01-00", "January 2024 has 31 days");
        check("0000-01-01", "there is no year 0000");
        check("2024-12", "is not a day");
        check("2024-12-12 ", "is not a day");
        check("-001-12-12", "is not a day");
        check("", "is not a day");
    }

    #[test]
    fn arithmetic_stays_in_the_calendar() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        assert_eq!(day("2024-02-28").plus_days(2), day("2024-03-01"));
        assert_eq!(day("9999-12-31").plus_days(1), Day::LAST);
        assert_eq!(day("2024-01-01").plus_days(i32::MIN), Day::FIRST);
        assert_eq!(Day::MAX.plus_days(-1), Day::MAX);
        assert_eq!(day("2024-03-31").plus_months(-1), Some(day("2024-02-29")));
        assert_eq!(day("2024-03-31").plus_months(i32::MAX), None);
        assert_eq!(day("2024-01-01").days_until(day("2024-12-31")), Some(365));
        assert_eq!(day("2024-01-01").days_until(Day::MAX), None);
        assert_eq!(Day::from_unix_seconds(-1), day("1969-12-31"));
        assert_eq!(Day::from_unix_seconds(i64::MAX), Day::LAST);
        assert_eq!(day("2024-12-12").monday(), day("2024-12-09"));
        assert_eq!(day("2024-12-09").monday(), day("2024-12-09"));
        assert_eq!(day("1969-12-28").monday(), day("1969-12-22"));
    }

    #[test]
    fn open_days_lie_outside_all_days() {
        assert!(Day::MIN < Day::FIRST && Day::LAST < Day::MAX);
        assert!(Day::MIN.is_open() && Day::MAX.is_open() && !Day::LAST.is_open());
        assert_eq!(Day::MAX.to_string(), "..");
    }
}
