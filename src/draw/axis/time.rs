//! Axes of days.

use crate::date::{Day, Period};
use crate::draw::scene::Weight;
use crate::draw::text::Ruler;

/// Days from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::draw) struct TimeAxis {
    /// The first and the last day; neither is open.
    pub(in crate::draw) days: Period,
    /// Where the first day begins.
    pub(in crate::draw) left: f64,
    /// How long all days are.
    pub(in crate::draw) width: f64,
}

/// A day that is marked on an axis.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::draw) struct Tick {
    /// Where it begins.
    pub(in crate::draw) x: f64,
    /// What it is called.
    pub(in crate::draw) label: String,
    /// The year, where a reader has to be told which.
    pub(in crate::draw) year: Option<String>,
}

/// What lies between two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(u8),
    Months(i32),
    Years(i32),
}

/// From the shortest to the longest; weeks are parts of a month, so that a month begins with a mark.
const STEPS: &[Step] = &[
    Step::Days(1),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
    Step::Years(1_000),
];

/// So much room is left between two names.
const GAP: f64 = 6.0;

impl TimeAxis {
    /// Where a day begins; days before the first and after the last lie at the ends.
    pub(in crate::draw) fn start(&self, day: Day) -> f64 {
        self.left + self.width * self.share(day, 0)
    }

    /// Where a day ends.
    pub(in crate::draw) fn end(&self, day: Day) -> f64 {
        self.left + self.width * self.share(day, 1)
    }

    fn share(&self, day: Day, more: i64) -> f64 {
        let day = day.max(self.days.first).min(self.days.last);
        let number = |day: Day| i64::from(day.number());
        let all = number(self.days.last) - number(self.days.first) + 1;
        let passed = number(day) - number(self.days.first) + more;
        #[expect(clippy::cast_precision_loss, reason = "a calendar has few days")]
        let share = passed as f64 / all.max(1) as f64;
        share
    }

    /// The marks, as many as have room for their names beside each other. Grows with their number.
    pub(in crate::draw) fn ticks(&self, ruler: &Ruler, size: f64) -> Vec<Tick> {
        let fitting = STEPS.iter().map(|step| self.by(*step)).find(|ticks| fit(ticks, ruler, size));
        fitting.unwrap_or_default()
    }

    fn by(&self, step: Step) -> Vec<Tick> {
        // More marks than points would never fit.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width in points")]
        let most = self.width.max(1.0) as usize;
        let mut ticks: Vec<Tick> = Vec::new();
        let mut next = Some(first(self.days.first, step));
        while let Some(day) = next.filter(|day| *day <= self.days.last && ticks.len() <= most) {
            if day >= self.days.first {
                let year = tells_year(day, step, ticks.is_empty()).then(|| day.year().to_string());
                ticks.push(Tick { x: self.start(day), label: label(day, step), year });
            }
            next = after(day, step);
        }
        ticks
    }
}

/// The last marked day that is not after a day.
fn first(day: Day, step: Step) -> Day {
    let (year, month, number) = day.ymd();
    let (year, month, number) = match step {
        Step::Days(days) => (year, month, (number - 1) / days * days + 1),
        Step::Months(months) => (year, u8::try_from((i32::from(month) - 1) / months * months + 1).unwrap_or(1), 1),
        Step::Years(years) => ((year / years * years).max(1), 1, 1),
    };
    Day::new(year, month, number).unwrap_or(day)
}

/// The next marked day.
fn after(day: Day, step: Step) -> Option<Day> {
    let (year, month, number) = day.ymd();
    match step {
        // The few days at the end of a month after its fourth week have no mark of their own.
        Step::Days(days) => {
            let later = Day::new(year, month, number + days).filter(|_| days == 1 || number + days < 29);
            later.or_else(|| after(Day::new(year, month, 1)?, Step::Months(1)))
        }
        Step::Months(months) => {
            let next = i32::from(month) - 1 + months;
            Day::new(year + next / 12, u8::try_from(next % 12 + 1).ok()?, 1)
        }
        // Marks stand at round years, and there is no year 0.
        Step::Years(years) => Day::new(year / years * years + years, 1, 1),
    }
}

fn label(day: Day, step: Step) -> String {
    let month = day.month_name().get(..3).unwrap_or_default();
    match step {
        Step::Days(_) => format!("{} {month}", day.ymd().2),
        Step::Months(_) => month.to_owned(),
        Step::Years(_) => day.year().to_string(),
    }
}

fn tells_year(day: Day, step: Step, is_first: bool) -> bool {
    match step {
        Step::Days(_) => is_first || day.ymd().1 == 1 && day.ymd().2 == 1,
        Step::Months(_) => is_first || day.month() == 1,
        Step::Years(_) => false,
    }
}

/// Whether the names, each in the middle of its mark, leave a gap between each other.
fn fit(ticks: &[Tick], ruler: &Ruler, size: f64) -> bool {
    let half = |tick: &Tick| ruler.width(&tick.label, size, Weight::Regular) / 2.0;
    let mut pairs = ticks.iter().zip(ticks.iter().skip(1));
    pairs.all(|(one, next)| next.x - one.x >= half(one) + half(next) + GAP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn axis(period: &str, width: f64) -> TimeAxis {
        TimeAxis { days: Period::parse(period, Day::FIRST).expect(period), left: 0.0, width }
    }

    #[test]
    fn ticks_fit_the_period() {
        let ruler = Ruler::new();
        let check = |period: &str, width: f64, expected: &[&str]| {
            let labels: Vec<String> = axis(period, width)
                .ticks(&ruler, 7.0)
                .into_iter()
                .map(|tick| tick.year.map_or(tick.label.clone(), |year| format!("{}/{year}", tick.label)))
                .collect();
            assert_eq!(labels, expected, "{period} in {width}");
        };
        check("2024-12-30..2025-01-02", 400.0, &["30 Dec/2024", "31 Dec", "1 Jan/2025", "2 Jan"]);
        check("2024-02", 150.0, &["1 Feb/2024", "8 Feb", "15 Feb", "22 Feb"]);
        check("2024-11..2025-02", 150.0, &["Nov/2024", "Dec", "Jan/2025", "Feb"]);
        check("2023-11-15..2024-08", 80.0, &["Jan/2024", "Apr", "Jul"]);
        check("2013..2016", 200.0, &["2013", "2014", "2015", "2016"]);
        check("1950..2024", 200.0, &["1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"]);
        check("0001..0009", 400.0, &["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }

    proptest! {
        #[test]
        fn days_go_from_left_to_right(first in -700_000..2_900_000_i32, length in 0..400_000_i32, width in 20.0..2000.0) {
            let days = Period { first: Day::from_number(first).expect("a day"), last: Day::from_number((first + length).min(2_932_000)).expect("a day") };
            let axis = TimeAxis { days, left: 3.0, width };
            prop_assert!((axis.start(days.first) - 3.0).abs() < 1e-6);
            prop_assert!((axis.end(days.last) - 3.0 - width).abs() < 1e-6);
            let ticks = axis.ticks(&Ruler::new(), 7.0);
            prop_assert!(ticks.windows(2).all(|pair| pair[0].x < pair[1].x));
            prop_assert!(ticks.iter().all(|tick| (3.0..=3.0 + width).contains(&tick.x)));
        }
    }
}
