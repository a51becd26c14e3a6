//! The columns of rows.

use super::Row;
use super::chunk::Part;
use super::gathered::Now;
use crate::column::{Column, Maybe};
use crate::date::Day;

/// Rows in columns, by day of report and line.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) source: Column<u32>,
    pub(super) target: Column<u32>,
    pub(super) day: Column<i32>,
    pub(super) relation: Column<u16>,
    pub(super) line: Column<u32>,
    /// Where each took place; empty where the format does not tell.
    pub(super) place: Column<Maybe>,
}

impl Columns {
    pub(super) fn row(&self, at: usize) -> Option<Row> {
        let (source, target, day): (&[u32], &[u32], &[i32]) = (&self.source, &self.target, &self.day);
        let (relation, line): (&[u16], &[u32]) = (&self.relation, &self.line);
        Some(Row {
            number: u32::try_from(at).ok()?,
            source: *source.get(at)?,
            target: *target.get(at)?,
            day: Day::from_number(*day.get(at)?)?,
            relation: *relation.get(at)?,
            line: *line.get(at)?,
        })
    }

    /// How many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        let columns = [&self.source, &self.target, &self.line].map(|column| column.bytes().len());
        columns.iter().sum::<usize>() + self.day.bytes().len() + self.relation.bytes().len() + self.place.bytes().len()
    }

    /// The rows that are not marked.
    pub(super) fn without(self, marked: &[bool]) -> Self {
        Self {
            source: left(&self.source, marked),
            target: left(&self.target, marked),
            day: left(&self.day, marked),
            relation: left(&self.relation, marked),
            line: left(&self.line, marked),
            place: left(&self.place, marked),
        }
    }
}

/// Columns to which rows are added in the order of lines.
#[derive(Debug, Default)]
pub(super) struct Growing {
    source: Vec<u32>,
    target: Vec<u32>,
    day: Vec<i32>,
    relation: Vec<u16>,
    line: Vec<u32>,
    /// The places of the first rows; those of the others are not stated.
    place: Vec<Maybe>,
}

impl Growing {
    /// Adds the rows of a part, whose first line has this number.
    pub(super) fn take(&mut self, part: &Part, first: u32) {
        let before = self.day.len();
        self.source.extend(part.rows.iter().map(|row| row.source));
        self.target.extend(part.rows.iter().map(|row| row.target));
        self.day.extend(part.rows.iter().map(|row| row.day));
        self.relation.extend(part.rows.iter().map(|row| row.relation));
        self.line.extend(part.rows.iter().map(|row| first.saturating_add(row.line.into())));
        if !part.places.is_empty() {
            self.place.resize(before, Maybe::NONE);
            self.place.extend(part.places.iter().map(|place| Maybe::from(place.checked_sub(1))));
        }
    }

    /// Gives the rows of each stretch, in the numbers of a worker, those of the table; `None` where one has none.
    pub(super) fn renumber(&mut self, stretches: &[(usize, usize)], now: &[Now]) -> Option<()> {
        let mut start = 0;
        for (worker, rows) in stretches {
            let (now, range) = (now.get(*worker)?, start..start + rows);
            start = range.end;
            for column in [&mut self.source, &mut self.target] {
                replace(column.get_mut(range.clone())?, &now.actors)?;
            }
            for relation in self.relation.get_mut(range.clone())? {
                *relation = *now.relations.get(usize::from(*relation))?;
            }
            let told = range.start.min(self.place.len())..range.end.min(self.place.len());
            for place in self.place.get_mut(told)? {
                if let Some(number) = place.get() {
                    *place = Maybe::from(Some(*now.places.get(number as usize)?));
                }
            }
        }
        Some(())
    }

    /// The rows by day and line; those of a day keep the order in which they came, which is that of lines.
    pub(super) fn sorted(mut self) -> Columns {
        if !self.place.is_empty() {
            self.place.resize(self.line.len(), Maybe::NONE);
        }
        let order = if self.day.is_sorted() { None } else { Some(by_day(&self.day)) };
        Columns {
            source: arranged(self.source, order.as_deref()),
            target: arranged(self.target, order.as_deref()),
            relation: arranged(self.relation, order.as_deref()),
            line: arranged(self.line, order.as_deref()),
            place: arranged(self.place, order.as_deref()),
            day: arranged(self.day, order.as_deref()),
        }
    }
}

fn replace(numbers: &mut [u32], now: &[u32]) -> Option<()> {
    for number in numbers {
        *number = *now.get(*number as usize)?;
    }
    Some(())
}

/// The order of rows by day. Days are few, so that counting them is enough.
fn by_day(days: &[i32]) -> Vec<u32> {
    let first = days.iter().copied().min().unwrap_or_default();
    let bucket = |day: i32| usize::try_from(day - first).unwrap_or_default();
    let buckets = days.iter().copied().max().map_or(0, |last| bucket(last) + 1);
    let mut next = vec![0_u32; buckets + 1];
    for day in days {
        if let Some(count) = next.get_mut(bucket(*day) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut next {
        sum += *count;
        *count = sum;
    }
    let mut order = vec![0_u32; days.len()];
    for (day, row) in days.iter().zip(0_u32..) {
        let Some(place) = next.get_mut(bucket(*day)) else { continue };
        if let Some(at) = order.get_mut(*place as usize) {
            *at = row;
        }
        *place += 1;
    }
    order
}

fn arranged<T: bytemuck::Pod>(items: Vec<T>, order: Option<&[u32]>) -> Column<T> {
    match order {
        None => items.into(),
        Some(order) => order.iter().filter_map(|at| items.get(*at as usize).copied()).collect::<Vec<T>>().into(),
    }
}

fn left<T: bytemuck::Pod>(items: &[T], marked: &[bool]) -> Column<T> {
    items.iter().zip(marked).filter(|(_, marked)| !**marked).map(|(item, _)| *item).collect::<Vec<T>>().into()
}
