//! Buckets of time: decades, years, quarters and months, with their names and days.

use super::CalendarUnit;
use crate::date::{Day, Period};

/// The one bucket of a count without others.
pub(super) const ALL: &str = "all";
/// What is not dated is in no bucket of time.
pub(super) const NOT_STATED: &str = "not stated";

/// The name of the bucket in which a day lies.
pub(super) fn name(day: Day, unit: CalendarUnit) -> String {
    let (year, month, _) = day.ymd();
    match unit {
        CalendarUnit::Day => day.to_string(),
        CalendarUnit::Decade => format!("{:04}s", year / 10 * 10),
        CalendarUnit::Quarter => format!("{year:04}-Q{}", month.div_ceil(3)),
        CalendarUnit::Month => format!("{year:04}-{month:02}"),
        CalendarUnit::Year => format!("{year:04}"),
    }
}

/// The days of the bucket in which a day lies, within the calendar.
pub(super) fn around(day: Day, unit: CalendarUnit) -> Period {
    if unit == CalendarUnit::Day {
        return Period { first: day, last: day };
    }
    let (year, month, _) = day.ymd();
    let (year, month, months) = match unit {
        CalendarUnit::Decade => (year / 10 * 10, 1, 120),
        CalendarUnit::Quarter => (year, (month.saturating_sub(1)) / 3 * 3 + 1, 3),
        CalendarUnit::Month | CalendarUnit::Day => (year, month, 1),
        CalendarUnit::Year => (year, 1, 12),
    };
    let next = i32::from(month) - 1 + months;
    let next = u8::try_from(next % 12 + 1).ok().and_then(|month| Day::new(year + next / 12, month, 1));
    let first = Day::new(year, month, 1).unwrap_or(Day::FIRST);
    Period { first, last: next.map_or(Day::LAST, |next| next.plus_days(-1)) }
}

/// The buckets that have days in a period, in order; none where the period is open on a side. Grows with their number.
pub(super) fn within(period: Period, unit: CalendarUnit) -> Vec<(String, Period)> {
    let mut buckets = Vec::new();
    let mut next = Some(period.first).filter(|_| !period.first.is_open() && !period.last.is_open());
    while let Some(day) = next {
        let days = around(day, unit);
        buckets.extend(days.intersect(period).map(|days| (name(day, unit), days)));
        next = (days.last < period.last).then(|| days.last.plus_days(1));
    }
    buckets
}

/// One bucket in the words of a sentence.
pub(super) fn noun(unit: CalendarUnit) -> &'static str {
    match unit {
        CalendarUnit::Decade => "decade",
        CalendarUnit::Year => "year",
        CalendarUnit::Quarter => "quarter",
        CalendarUnit::Month => "month",
        CalendarUnit::Day => "day",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_follow_each_other_without_a_gap() {
        let check = |period: &str, unit: CalendarUnit, names: &[&str], last: &str| {
            let period = Period::parse(period, Day::FIRST).expect(period);
            let found = within(period, unit);
            assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), names, "{period}");
            assert_eq!(found.last().map(|(_, days)| days.to_string()).as_deref(), Some(last), "{period}");
            assert!(found.windows(2).all(|two| two[0].1.last.plus_days(1) == two[1].1.first), "{period}");
        };
        check(
            "2019-11..2020-02",
            CalendarUnit::Month,
            &["2019-11", "2019-12", "2020-01", "2020-02"],
            "2020-02-01..2020-02-29",
        );
        check(
            "2019-11-15..2020-05",
            CalendarUnit::Quarter,
            &["2019-Q4", "2020-Q1", "2020-Q2"],
            "2020-04-01..2020-05-31",
        );
        check("2019..2020", CalendarUnit::Decade, &["2010s", "2020s"], "2020-01-01..2020-12-31");
        check("2020-02-28..2020-03-01", CalendarUnit::Day, &["2020-02-28", "2020-02-29", "2020-03-01"], "2020-03-01");
        check("0001-01-01..0002-01-01", CalendarUnit::Year, &["0001", "0002"], "0002-01-01");
        check("9998..9999", CalendarUnit::Year, &["9998", "9999"], "9999-01-01..9999-12-31");
        check("9999-12-31", CalendarUnit::Decade, &["9990s"], "9999-12-31");
        assert_eq!(within(Period::ALL, CalendarUnit::Year), []);
    }
}
