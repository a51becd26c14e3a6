//! Sets of days, as stretches that neither meet nor overlap.

use crate::date::{Day, Period};

/// A set of days.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::query) struct Days(Vec<Period>);

impl Days {
    /// The days of all these stretches. Sorts them.
    pub(super) fn of(mut all: Vec<Period>) -> Self {
        all.sort_unstable();
        let mut joined: Vec<Period> = Vec::with_capacity(all.len());
        for next in all {
            match joined.last_mut() {
                Some(last) if next.first <= last.last.plus_days(1) => last.last = last.last.max(next.last),
                _ => joined.push(next),
            }
        }
        Self(joined)
    }

    /// The days of both.
    pub(super) fn union(self, other: Self) -> Self {
        let mut all = self.0;
        all.extend(other.0);
        Self::of(all)
    }

    /// The days that lie in both. Goes through each once.
    pub(super) fn intersect(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut common = Vec::new();
        while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
            common.extend(one.intersect(**two));
            if one.last < two.last {
                a.next()
            } else {
                b.next()
            };
        }
        Self(common)
    }

    /// The days of this set that do not lie in the other.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut gaps = Vec::new();
        let mut open = Some(Day::MIN);
        for taken in &other.0 {
            gaps.extend(open.and_then(|first| Period::new(first, before(taken.first)?)));
            open = (taken.last < Day::LAST).then(|| taken.last.plus_days(1));
        }
        gaps.extend(open.and_then(|first| Period::new(first, Day::MAX)));
        self.intersect(&Self(gaps))
    }

    /// Whether every day of a period lies in the set.
    pub(in crate::query) fn hold(&self, period: Period) -> bool {
        self.0.iter().any(|one| one.first <= period.first && period.last <= one.last)
    }

    /// Whether there is no day.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The stretches, in order.
    pub(super) fn stretches(&self) -> &[Period] {
        &self.0
    }
}

fn before(day: Day) -> Option<Day> {
    (day > Day::FIRST).then(|| day.plus_days(-1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stretch() -> impl Strategy<Value = Period> {
        let end =
            |open: Day| prop_oneof![6 => (0..40_i32).prop_map(|n| Day::FIRST.plus_days(n + 100)), 1 => Just(open)];
        (end(Day::MIN), end(Day::MAX)).prop_filter_map("reversed", |(first, last)| Period::new(first, last))
    }

    fn set() -> impl Strategy<Value = Days> {
        prop::collection::vec(stretch(), 0..5).prop_map(Days::of)
    }

    fn has(days: &Days, day: Day) -> bool {
        days.hold(Period { first: day, last: day })
    }

    proptest! {
        #[test]
        fn are_sets_of_days(a in set(), b in set()) {
            let (union, common, rest) = (a.clone().union(b.clone()), a.intersect(&b), a.minus(&b));
            for number in 90..150 {
                let day = Day::FIRST.plus_days(number);
                prop_assert_eq!(has(&union, day), has(&a, day) || has(&b, day));
                prop_assert_eq!(has(&common, day), has(&a, day) && has(&b, day));
                prop_assert_eq!(has(&rest, day), has(&a, day) && !has(&b, day));
            }
            prop_assert!(union.stretches().windows(2).all(|pair| pair[0].last.plus_days(1) < pair[1].first));
        }
    }
}
