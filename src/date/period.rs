//! The days that a question is about.

use std::fmt;

use super::{Day, PeriodError, phrase, relative};

/// A stretch of days, both ends included.
///
/// [`Day::MIN`] as first and [`Day::MAX`] as last day leave that side open.
/// [`Period::new`] makes only periods that end no earlier than they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

impl Period {
    /// All days.
    pub const ALL: Period = Period { first: Day::MIN, last: Day::MAX };

    /// The days from first to last; nothing if the last comes before the
    /// first or one of them is open on the wrong side.
    pub fn new(first: Day, last: Day) -> Option<Period> {
        let good = first <= last && first != Day::MAX && last != Day::MIN;
        good.then_some(Period { first, last })
    }

    /// Reads a period as a person writes it, in any case of letters:
    /// `2024`, `2024-Q4`, `Dec 2024`, `2023-07..2024-03`, `since 2022`,
    /// `last month`, `last 30 days`, or EDTF.
    ///
    /// So many days, weeks, months or years "last" end with today, "next"
    /// begin with it; weeks begin on Monday. Before and after a year are
    /// outside of it. What is impossible, reversed or has two readings is
    /// refused.
    pub fn parse(text: &str, today: Day) -> Result<Period, PeriodError> {
        phrase::parse(text, today)
    }

    /// Reads a length, `30d`, `2w`, `6m`, `1y` or `30 days`: so many units that
    /// end today.
    pub fn last(text: &str, today: Day) -> Result<Period, PeriodError> {
        relative::last(text, today)
    }

    /// Whether the day lies in the period.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days that lie in both.
    pub fn intersect(self, other: Period) -> Option<Period> {
        Period::new(self.first.max(other.first), self.last.min(other.last))
    }
}

impl fmt::Display for Period {
    /// `2024-12-01..2024-12-31`, `..2019-12-31`, `2024-12-12`, or `..`: text
    /// that reads back to the same period.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (Day::MIN, Day::MAX) => f.write_str(".."),
            (Day::MIN, last) => write!(f, "..{last}"),
            (first, Day::MAX) => write!(f, "{first}.."),
            (first, last) if first == last => first.fmt(f),
            (first, last) => write!(f, "{first}..{last}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_meet() {
        let check = |one: &str, other: &str, common: Option<&str>| {
            let read = |text: &str| Period::parse(text, Day::FIRST).expect(text);
            let found = read(one).intersect(read(other));
            assert_eq!(found, common.map(read), "{one} and {other}");
        };
        check("2024", "2024-12..", Some("2024-12"));
        check("2024", "2025", None);
        check("..2024", "2024..", Some("2024"));
        check("..", "2024", Some("2024"));
        check("..", "..", Some(".."));
    }

    #[test]
    fn ends_are_included() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        let month = Period::new(day("2024-12-01"), day("2024-12-31")).expect("a period");
        assert!(month.contains(day("2024-12-01")) && month.contains(day("2024-12-31")));
        assert!(!month.contains(day("2025-01-01")));
        assert_eq!(Period::new(day("2024-12-02"), day("2024-12-01")), None);
        assert_eq!(Period::new(Day::MAX, Day::MAX), None);
        assert!(Period::ALL.contains(Day::FIRST));
    }
}
