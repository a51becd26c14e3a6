//! The days on which something can have begun and ended.

use super::{Day, Period};
use borsh::{BorshDeserialize, BorshSerialize};

/// First and last possible day of a start and of an end.
///
/// Written s0, s1, e0, e1 where the meaning of answers is laid down:
/// `s0 ≤ start ≤ s1`, `e0 ≤ end ≤ e1`, and of course `start ≤ end`. Bounds
/// made in this module keep `s0 ≤ e0` and `s1 ≤ e1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Bounds {
    /// s0: it began no earlier; [`Day::MIN`] if that is not known.
    pub start_first: Day,
    /// s1: it began no later; [`Day::MAX`] if that is not known.
    pub start_last: Day,
    /// e0: it ended no earlier; [`Day::MIN`] if that is not known.
    pub end_first: Day,
    /// e1: it ended no later; [`Day::MAX`] if that is not known.
    pub end_last: Day,
    /// Whether the days of the start are stated without a qualifier.
    pub start_sure: bool,
    /// Whether the days of the end are stated without a qualifier.
    pub end_sure: bool,
}

impl Bounds {
    /// Something of which no day is known.
    pub fn unknown() -> Bounds {
        Bounds {
            start_first: Day::MIN,
            start_last: Day::MAX,
            end_first: Day::MIN,
            end_last: Day::MAX,
            start_sure: true,
            end_sure: true,
        }
    }

    /// Something that began and ended on this day.
    pub fn day(day: Day) -> Bounds {
        Bounds { start_first: day, start_last: day, end_first: day, end_last: day, start_sure: true, end_sure: true }
    }

    /// Whether some of it lies in the period whatever the real days are:
    /// `s1 ≤ w1` and `e0 ≥ w0`.
    ///
    /// A qualified end proves nothing by itself. What remains is that the end
    /// came not before the start: `s0` then stands for `e0`, and `e1` for
    /// `s1`, if that side is sure, and an unlimited day if neither is.
    pub fn certainly_in(&self, period: Period) -> bool {
        self.proven_start_last() <= period.last && self.proven_end_first() >= period.first
    }

    /// Whether some of it can lie in the period: `s0 ≤ w1` and `e1 ≥ w0`.
    pub fn possibly_in(&self, period: Period) -> bool {
        self.start_first <= period.last && self.end_last >= period.first
    }

    /// Whether its first day lies in the period whatever the real days are.
    pub fn certainly_began_in(&self, period: Period) -> bool {
        let start_first = match self.start_sure {
            true => self.start_first,
            false => Day::MIN,
        };
        start_first >= period.first && self.proven_start_last() <= period.last
    }

    /// Whether its first day can lie in the period.
    pub fn possibly_began_in(&self, period: Period) -> bool {
        self.start_first <= period.last && self.start_last >= period.first
    }

    /// The days that both allow; nothing if no start and end satisfy both.
    ///
    /// An end is sure afterwards if the sure ones alone leave the same days:
    /// what only a qualified date narrows is not sure.
    pub fn intersect(&self, other: &Bounds) -> Option<Bounds> {
        Bounds::intersect_all([self, other])
    }

    /// As [`Bounds::intersect`], for any number of bounds; their order does
    /// not matter. Nothing if there are none.
    pub fn intersect_all<'a>(all: impl IntoIterator<Item = &'a Bounds>) -> Option<Bounds> {
        let (mut start, mut end, mut none) = (Meet::default(), Meet::default(), true);
        for bounds in all {
            start.add(bounds.start_first, bounds.start_last, bounds.start_sure);
            end.add(bounds.end_first, bounds.end_last, bounds.end_sure);
            none = false;
        }
        let found = Bounds {
            start_first: start.all.0,
            start_last: start.all.1,
            end_first: end.all.0,
            end_last: end.all.1,
            start_sure: start.is_sure(),
            end_sure: end.is_sure(),
        };
        (!none && found.is_possible()).then(|| found.settled())
    }

    /// What is left where the qualified ends are not looked at: any day stands for them.
    #[must_use]
    pub fn unqualified(&self) -> Bounds {
        let any = Bounds::unknown();
        let (start, end) = (if self.start_sure { self } else { &any }, if self.end_sure { self } else { &any });
        let bounds = Bounds {
            start_first: start.start_first,
            start_last: start.start_last,
            end_first: end.end_first,
            end_last: end.end_last,
            start_sure: true,
            end_sure: true,
        };
        bounds.settled()
    }

    /// The days that either allows, and all between.
    #[must_use]
    pub fn hull(&self, other: &Bounds) -> Bounds {
        Bounds {
            start_first: self.start_first.min(other.start_first),
            start_last: self.start_last.max(other.start_last),
            end_first: self.end_first.min(other.end_first),
            end_last: self.end_last.max(other.end_last),
            start_sure: self.start_sure && other.start_sure,
            end_sure: self.end_sure && other.end_sure,
        }
    }

    /// The first day on which it can have been going on.
    pub fn first(&self) -> Day {
        self.start_first
    }

    /// The last day on which it can have been going on.
    pub fn last(&self) -> Day {
        self.end_last
    }

    /// Whether it began and ended on one known day.
    pub fn is_one_day(&self) -> bool {
        !self.start_first.is_open()
            && self.start_first == self.start_last
            && self.start_first == self.end_first
            && self.start_first == self.end_last
    }

    /// Whether neither start nor end is qualified.
    pub fn is_sure(&self) -> bool {
        self.start_sure && self.end_sure
    }

    /// Whether some start and some end, not before it, satisfy the bounds.
    fn is_possible(&self) -> bool {
        self.start_first <= self.start_last && self.end_first <= self.end_last && self.start_first <= self.end_last
    }

    /// The same with `s0 ≤ e0` and `s1 ≤ e1`, since an end is never before
    /// its start.
    pub(super) fn settled(mut self) -> Bounds {
        self.settle_first();
        self.settle_last();
        self
    }

    /// Between a sure and a qualified end the qualified one gives way: the
    /// sure one must not rest on it. Where it would give way without limit,
    /// it limits the other, and neither is sure.
    fn settle_first(&mut self) {
        if self.end_first >= self.start_first {
            return;
        }
        if self.start_sure || !self.end_sure {
            self.end_first = self.start_first;
        } else if self.end_first.is_open() {
            self.end_first = self.start_first;
            self.end_sure = false;
        } else {
            self.start_first = self.end_first;
        }
    }

    fn settle_last(&mut self) {
        if self.start_last <= self.end_last {
            return;
        }
        if self.end_sure || !self.start_sure {
            self.start_last = self.end_last;
        } else if self.start_last.is_open() {
            self.start_last = self.end_last;
            self.start_sure = false;
        } else {
            self.end_last = self.start_last;
        }
    }

    /// The last day on which it can have begun, as far as sure dates prove.
    fn proven_start_last(&self) -> Day {
        match (self.start_sure, self.end_sure) {
            (true, _) => self.start_last,
            (false, true) => self.end_last,
            (false, false) => Day::MAX,
        }
    }

    /// The first day on which it can have ended, as far as sure dates prove.
    fn proven_end_first(&self) -> Day {
        match (self.end_sure, self.start_sure) {
            (true, _) => self.end_first,
            (false, true) => self.start_first,
            (false, false) => Day::MIN,
        }
    }
}

/// The common days of several starts, or of several ends.
struct Meet {
    all: (Day, Day),
    sure: Option<(Day, Day)>,
}

impl Default for Meet {
    fn default() -> Self {
        Meet { all: (Day::MIN, Day::MAX), sure: None }
    }
}

impl Meet {
    fn add(&mut self, first: Day, last: Day, sure: bool) {
        let common = |days: (Day, Day)| (days.0.max(first), days.1.min(last));
        self.all = common(self.all);
        if sure {
            self.sure = Some(common(self.sure.unwrap_or((Day::MIN, Day::MAX))));
        }
    }

    fn is_sure(&self) -> bool {
        self.sure == Some(self.all)
    }
}

#[cfg(test)]
mod tests {
    use super::super::EventDate;
    use super::*;

    fn bounds(text: &str) -> Bounds {
        text.parse::<EventDate>().expect(text).bounds(None)
    }

    fn period(text: &str) -> Period {
        Period::parse(text, Day::FIRST).expect(text)
    }

    #[test]
    fn events_lie_in_periods() {
        let check = |date: &str, asked: &str, expected: &str| {
            let (date_bounds, asked_period) = (bounds(date), period(asked));
            let found = match date_bounds.certainly_in(asked_period) {
                true => "certain",
                false if date_bounds.possibly_in(asked_period) => "possible",
                false => "no",
            };
            assert_eq!(found, expected, "{date} in {asked}");
        };
        check("2024-12-12", "2024-12", "certain");
        check("2024-12-12", "2024-11", "no");
        check("2024-12", "2024", "certain");
        check("2024", "2024-12", "possible");
        check("2024-11-11/2024-11-14", "2024-11-12", "certain");
        check("2024-11-11/2024-11-14", "2024-11-14..", "certain");
        check("2024-11/2024-12", "2024-12", "certain");
        check("2024-11/2024-12", "2024-11", "certain");
        check("2024-11/2025-01", "2024-12", "certain");
        check("2024?", "2024", "possible");
        check("2024?", "..", "certain");
        check("2024-12-12~", "2024-12-13", "possible");
        check("2024-12-12~", "2024-12-14", "no");
        check("2024-11-11/2024-11-14~", "2024-11-11..2024-11-12", "certain");
        check("2024-11-11/2024-11-14~", "2024-11-12", "possible");
        check("2024-11-11~/2024-11-14", "2024-11-01..2024-11-14", "certain");
        check("2024-11-11~/2024-11-14", "2024-11-01..2024-11-13", "possible");
        check("2024-11-11~/2024-11-14?", "2024-11", "possible");
        check("2024-11/2024-11-14~", "2024-11", "certain");
        check("2024-11/2024-11-14~", "2024-11-01..2024-11-15", "possible");
        check("2024-03?/2024", "2024", "certain");
        check("2024?/", "2023..", "possible");
        check("2024?/", "..2025", "possible");
        check("../2024?", "..2025", "possible");
        check("2024/", "2024", "certain");
        check("2024/", "2025", "possible");
        check("[..2024]", "2024", "possible");
        check("[..2024]", "..2024", "certain");
    }

    #[test]
    fn beginnings_lie_in_periods() {
        let check = |date: &str, asked: &str, certain: bool, possible: bool| {
            let (date_bounds, asked_period) = (bounds(date), period(asked));
            assert_eq!(date_bounds.certainly_began_in(asked_period), certain, "{date}");
            assert_eq!(date_bounds.possibly_began_in(asked_period), possible, "{date}");
        };
        check("2024-11-11/2024-11-14", "2024-11-11", true, true);
        check("2024-11-11/2024-11-14", "2024-11-12", false, false);
        check("2024-11/2024-12", "2024-12", false, false);
        check("2024", "2024-12", false, true);
        check("2024?", "2024", false, true);
        check("2024?/2025", "..2025", true, true);
        check("../2024", "2024", false, true);
    }

    #[test]
    fn bounds_meet() {
        let check = |one: &str, other: &str, common: Option<&str>| {
            let found = bounds(one).intersect(&bounds(other));
            assert_eq!(found, common.map(bounds), "{one} and {other}");
            assert_eq!(bounds(other).intersect(&bounds(one)), found);
        };
        check("2024", "2024-12-12", Some("2024-12-12"));
        check("2024-12-12", "2024-12-13", None);
        check("2024?", "2024-12-12", Some("2024-12-12"));
        check("2024", "2024-12-12?", Some("2024-12-12?"));
        check("2024-11/", "2024-11-14", Some("2024-11-14"));
        check("2024-11-11/2024-11-14", "2024-11-11/2024-11-15", None);
        check("[2024-01..]", "[..2024-06]", Some("[2024-01..2024-06]"));
        check("2024/..", "/2024-06", Some("[2024-01..2024-06]/2024-06"));
    }

    #[test]
    fn order_of_several_does_not_matter() {
        let check = |texts: [&str; 3]| {
            let [a, b, c] = texts.map(bounds);
            let found = Bounds::intersect_all([&a, &b, &c]);
            assert_eq!(found, Bounds::intersect_all([&c, &a, &b]));
            assert_eq!(found, Bounds::intersect_all([&b, &c, &a]));
        };
        check(["2024", "[2024-03..2025]", "[2024-03?..2024-12]"]);
        check(["2024-03?/2024", "2024", "2024-03~"]);
        assert_eq!(Bounds::intersect_all([]), None);
    }
}
