//! The same answers by walks over all lines.

use super::{Line, Question};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) struct Naive<'l> {
    pub(crate) rows: Vec<(i32, &'l str, &'l str)>,
    first: i32,
    last: i32,
    lag: i32,
}

impl<'l> Naive<'l> {
    pub(crate) fn new(lines: &'l [Line], question: &Question, lag: u16) -> Self {
        let lag = i32::from(lag);
        let counts = |line: &&Line| {
            question.labels.contains(&line.label)
                && line.source != line.target
                && (question.first..=question.last + lag).contains(&line.day)
        };
        let mut rows: Vec<_> = lines.iter().filter(counts).map(|line| (line.day, line.source, line.target)).collect();
        rows.sort_by_key(|row| row.0);
        Self { rows, first: question.first, last: question.last, lag }
    }

    fn of(&self, who: &str) -> Vec<(i32, &'l str)> {
        let met = self.rows.iter().filter_map(|(day, one, other)| match () {
            () if *one == who => Some((*day, *other)),
            () if *other == who => Some((*day, *one)),
            () => None,
        });
        met.collect()
    }

    pub(crate) fn partners(&self, who: &str) -> Vec<(&'l str, usize, i32, i32)> {
        let mut met: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
        for (day, partner) in self.of(who) {
            met.entry(partner).or_default().push(day);
        }
        let mut rows: Vec<_> =
            met.iter().map(|(who, days)| (*who, days.len(), days[0], days[days.len() - 1])).collect();
        rows.sort_by_key(|row| (usize::MAX - row.1, row.0));
        rows
    }

    pub(crate) fn dates(&self, one: &str, other: &str) -> Vec<i32> {
        self.of(one).into_iter().filter(|(_, who)| *who == other).map(|(day, _)| day).collect()
    }

    pub(crate) fn within(&self, who: &'l str, steps: usize) -> Vec<&'l str> {
        let mut reached = BTreeSet::from([who]);
        for _ in 0..steps {
            let next: Vec<&str> = reached.iter().flat_map(|one| self.of(one)).map(|(_, partner)| partner).collect();
            reached.extend(next);
        }
        reached.remove(who);
        reached.into_iter().collect()
    }

    pub(crate) fn pairs(&self, limit: usize) -> Vec<(&'l str, &'l str, usize)> {
        let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (_, one, other) in &self.rows {
            *pairs.entry((one.min(other), one.max(other))).or_default() += 1;
        }
        let mut all: Vec<_> = pairs.into_iter().map(|((one, other), times)| (one, other, times)).collect();
        all.sort_by_key(|pair| (usize::MAX - pair.2, pair.0, pair.1));
        all.truncate(limit);
        all
    }

    pub(crate) fn distance(&self, from: &'l str, to: &str) -> Option<usize> {
        (0..8).find(|steps| from == to || self.within(from, *steps).contains(&to))
    }

    pub(crate) fn arrival(&self, from: &'l str, to: &str) -> Option<i32> {
        let mut know = BTreeSet::from([from]);
        for today in self.first..=self.last {
            let rows = self.rows.iter().filter(|(day, ..)| (day - self.lag..=*day).contains(&today));
            let told = |(_, one, other): &(i32, &'l str, &'l str)| match (know.contains(one), know.contains(other)) {
                (true, false) => Some(*other),
                (false, true) => Some(*one),
                _ => None,
            };
            let heard: Vec<&str> = rows.filter_map(told).collect();
            know.extend(heard);
            if know.contains(to) {
                return Some(today);
            }
        }
        None
    }
}
