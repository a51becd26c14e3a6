//! Word that passes: when it can have reached somebody.

use super::Choice;
use super::columns::Columns;
use super::marks::Marks;
use crate::date::Day;
use std::ops::Range;

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
        let days = days.get(..days.partition_point(|day| *day <= self.last))?;
        let lag = i32::from(self.table.meta.settings.lag);
        let mut walk = Walk::new(self, from, to);
        let mut at = days.partition_point(|day| *day < self.first);
        let mut today = (*days.get(at)?).saturating_sub(lag).max(self.first);
        // The rows that can have taken place today lie together: those of today and of so many days after.
        let mut end = at;
        while at < days.len() && today <= self.ends {
            at = ahead(days, at, |day| day < today);
            end = ahead(days, end.max(at), |day| day <= today.saturating_add(lag));
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

/// The first place from one on whose day is not passed any more. It is near: steps grow until they reach beyond it.
fn ahead(days: &[i32], from: usize, passes: impl Fn(i32) -> bool) -> usize {
    let (mut from, mut step) = (from, 16);
    while days.get(from + step).is_some_and(|day| passes(*day)) {
        from += step;
        step *= 2;
    }
    let near = days.get(from..days.len().min(from + step)).unwrap_or_default();
    from + near.partition_point(|day| passes(*day))
}

struct Walk<'c> {
    choice: &'c Choice<'c>,
    relations: Vec<bool>,
    know: Marks,
    /// Who hears it today, and may tell tomorrow.
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
    ///
    /// Who tells whom is different in every row, and guessing it wrong would cost more than to work it out: so there is no
    /// branch on it, and who is told nothing new is written down and written over.
    fn day(&mut self, rows: Range<usize>) -> Option<u32> {
        let Columns { source, target, relation, .. } = &self.choice.table.columns;
        let first = rows.start;
        self.heard.resize(self.heard.len().max(rows.len()), 0);
        let ends = source.part(rows.clone()).iter().zip(target.part(rows.clone()));
        let mut told = 0;
        for (((source, target), relation), row) in ends.zip(relation.part(rows)).zip(first..) {
            let (one, other) = (self.know.has(*source), self.know.has(*target));
            let mut tells = (one != other) & self.relations.get(usize::from(*relation)).is_some_and(|counts| *counts);
            if !self.choice.hidden.is_empty() {
                tells &= u32::try_from(row).is_ok_and(|row| self.choice.shows(row));
            }
            let to = if one { *target } else { *source };
            if tells & (to == self.to) {
                return u32::try_from(row).ok();
            }
            if let Some(place) = self.heard.get_mut(told) {
                *place = to;
            }
            told += usize::from(tells);
        }
        for actor in self.heard.iter().take(told) {
            self.know.add(*actor);
        }
        None
    }
}
