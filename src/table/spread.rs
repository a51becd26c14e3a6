//! Word that passes: when it can have reached somebody.

use super::Choice;
use super::columns::Columns;
use super::marks::Marks;
use crate::date::Day;

/// How word reached somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The first day on which it can have arrived.
    pub day: Day,
    /// The row by which.
    pub row: u32,
}

impl Choice<'_> {
    /// When word that somebody has from the first day of the period on can first have reached somebody else. It moves one
    /// hand a day: who hears it passes it on from the next day. Takes a walk over the rows until it arrives, once for each
    /// day that a row can have taken place on.
    pub fn arrival(&self, from: u32, to: u32) -> Option<Arrival> {
        let columns = &self.table.columns;
        let days: &[i32] = &columns.day;
        let lag = i32::from(self.table.meta.settings.lag);
        let mut walk = Walk::new(self, from, to);
        let mut at = days.partition_point(|day| *day < self.first);
        let mut today = (*days.get(at)?).saturating_sub(lag).max(self.first);
        let last = self.last.saturating_sub(lag);
        // The rows that can have taken place today lie together: those of today and of so many days after.
        let mut end = at;
        while at < days.len() && today <= last {
            at += days.get(at..)?.iter().take_while(|day| **day < today).count();
            end = end.max(at);
            let until = today.saturating_add(lag);
            end += days.get(end..)?.iter().take_while(|day| **day <= until).count();
            if let Some(row) = walk.day(at..end) {
                return Some(Arrival { day: Day::from_number(today)?, row });
            }
            // Days without a row pass without being looked at.
            let next = days.get(at).map_or(i32::MAX, |day| day.saturating_sub(lag));
            today = today.saturating_add(1).max(next);
        }
        None
    }
}

struct Walk<'c> {
    choice: &'c Choice<'c>,
    relations: Vec<bool>,
    know: Marks,
    /// Who heard it today, and may tell tomorrow.
    heard: Vec<u32>,
    to: u32,
}

impl<'c> Walk<'c> {
    fn new(choice: &'c Choice<'c>, from: u32, to: u32) -> Self {
        let mut know = Marks::new(choice.table.actors.len());
        know.add(from);
        Self { choice, relations: choice.relations(), know, heard: Vec::new(), to }
    }

    /// Passes word on in these rows; the first by which it arrives, if it does.
    fn day(&mut self, rows: std::ops::Range<usize>) -> Option<u32> {
        let Columns { source, target, relation, .. } = &self.choice.table.columns;
        let first = rows.start;
        let ends = source.get(rows.clone())?.iter().zip(target.get(rows.clone())?);
        for (((source, target), relation), row) in ends.zip(relation.get(rows)?).zip(first..) {
            let (one, other) = (self.know.has(*source), self.know.has(*target));
            if one == other || !self.counts(*relation, row) {
                continue;
            }
            let told = if one { *target } else { *source };
            if told == self.to {
                return u32::try_from(row).ok();
            }
            self.heard.push(told);
        }
        for actor in self.heard.drain(..) {
            self.know.add(actor);
        }
        None
    }

    fn counts(&self, relation: u16, row: usize) -> bool {
        self.relations.get(usize::from(relation)).is_some_and(|counts| *counts)
            && u32::try_from(row).is_ok_and(|row| self.choice.shows(row))
    }
}
