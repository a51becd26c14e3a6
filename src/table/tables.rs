//! The tables of a collection, with their rows numbered one after the other.

use super::{Choice, Class, Row, Shape, Table};
use crate::date::{Day, Period};
use std::ops::Range;
use std::sync::Arc;

/// Tables whose rows are numbered one after the other.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    all: Vec<Shown>,
}

/// A table, and which of its rows are shown.
#[derive(Clone, Debug)]
struct Shown {
    table: Arc<Table>,
    /// The number of its first row among those of all tables.
    first: u32,
    /// How many of its rows there are: those that were reported by some day.
    rows: u32,
    /// The last day of report.
    until: Day,
    /// Rows of which records speak, in order: they are facts of their own.
    hidden: Vec<u32>,
}

impl Tables {
    /// No more than what was reported by a day.
    pub fn new(tables: impl IntoIterator<Item = Arc<Table>>, until: Day) -> Self {
        let mut all: Vec<Shown> = Vec::new();
        for table in tables {
            let first = all.last().map_or(0, |last| last.first + last.rows);
            let rows = table.between(Day::MIN, until).end;
            all.push(Shown { table, first, rows, until, hidden: Vec::new() });
        }
        Self { all }
    }

    /// Hides the rows whose ids fit: records speak of them, so that they are facts of their own.
    pub fn hide(&mut self, lines: impl Fn(&Table) -> Vec<u32>) {
        for shown in &mut self.all {
            shown.hidden = lines(&shown.table).into_iter().filter_map(|line| shown.table.at_line(line)).collect();
            shown.hidden.sort_unstable();
            shown.hidden.dedup();
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The tables.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Table>> {
        self.all.iter().map(|shown| &shown.table)
    }

    /// How many rows there are, hidden ones among them.
    pub fn len(&self) -> usize {
        self.all.last().map_or(0, |last| last.first as usize + last.rows as usize)
    }

    /// How many accounts the rows that are shown have: one for each line.
    pub fn accounts(&self) -> usize {
        self.all.iter().map(Shown::accounts).sum()
    }

    /// How many rows are shown.
    pub fn shown(&self) -> usize {
        self.all.iter().map(Shown::shown).sum()
    }

    /// Each table with the number of its rows that are shown, and how many accounts these have.
    pub fn shown_of_each(&self) -> impl Iterator<Item = (&Table, usize, usize)> {
        self.all.iter().map(|one| (&*one.table, one.shown(), one.accounts()))
    }

    /// The rows of which a text or a position fits, by number, without hidden ones. Looks at the relation of every row.
    pub fn saying(&self, fits: impl Fn(&str) -> bool) -> Vec<u32> {
        let says = |shape: &Shape| matches!(shape, Shape::Statement { text, stance } if fits(text) || fits(stance));
        let numbers = self.all.iter().flat_map(|one| {
            let wanted: Vec<bool> = one.table.relations().iter().map(|relation| says(&relation.shape)).collect();
            let rows = (0..one.rows).zip(one.table.columns.relation.iter());
            let rows = rows.filter(move |(_, relation)| wanted.get(usize::from(**relation)) == Some(&true));
            rows.map(|(row, _)| row).filter(|row| one.shows(*row)).map(|row| one.first + row)
        });
        numbers.collect()
    }

    /// The rows that cite a source, by number, without hidden ones.
    pub fn citing(&self, source: &str) -> impl Iterator<Item = u32> {
        let on_it = self.all.iter().filter(move |one| one.table.settings().source.as_str() == source);
        on_it.flat_map(|one| (0..one.rows).filter(|row| one.shows(*row)).map(|row| one.first + row))
    }

    /// The row of a number: its table, and its number in it.
    pub fn row(&self, number: u32) -> Option<(&Table, u32, Row)> {
        let at = self.all.partition_point(|shown| shown.first <= number).checked_sub(1)?;
        let shown = self.all.get(at)?;
        let row = number - shown.first;
        (row < shown.rows).then(|| Some((&*shown.table, row, shown.table.row(row)?))).flatten()
    }

    /// The number of the row that an id names.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.all.iter().find_map(|shown| {
            let line = line(&shown.table, id)?;
            let row = shown.table.at_line(line).filter(|row| *row < shown.rows)?;
            Some(shown.first + row)
        })
    }

    /// The contacts of each table that possibly took place in a period, of the classes that fit, with the number of the
    /// table's first row.
    pub fn choose(&self, period: Period, fits: impl Fn(&Class) -> bool) -> Vec<(Choice<'_>, u32)> {
        let chosen = self.all.iter().map(|shown| {
            let choice = Choice::of(&shown.table, period, shown.until, &fits);
            (choice.without(&shown.hidden), shown.first)
        });
        chosen.collect()
    }

    /// The rows of each table that possibly took place in a period, by number, without hidden ones.
    pub fn touching(&self, period: Period) -> Vec<u32> {
        let numbers = self.all.iter().flat_map(|shown| {
            let (first, last) = shown.days(period);
            let rows: Range<u32> = shown.table.between(first, last);
            rows.filter(|row| shown.hidden.binary_search(row).is_err()).map(|row| shown.first + row)
        });
        numbers.collect()
    }

    /// The rows of an actor, by its id, that possibly took place in a period, by number, without hidden ones.
    pub fn of_actor(&self, id: &str, period: Period) -> Vec<u32> {
        let mut numbers = Vec::new();
        for shown in &self.all {
            let Some(actor) = shown.table.actor(id) else { continue };
            let (first, last) = shown.days(period);
            let met = Choice::of(&shown.table, period, shown.until, |_| true).without(&shown.hidden);
            numbers.extend(met.rows(actor).map(|row| shown.first + row));
            let others = shown.table.others(actor, first, last).iter();
            let others = others.filter(|row| shown.hidden.binary_search(row).is_err());
            numbers.extend(others.map(|row| shown.first + row));
        }
        numbers.sort_unstable();
        numbers
    }

    /// The rows at a place, by its id, that possibly took place in a period, by number, without hidden ones.
    pub fn of_place(&self, id: &str, period: Period) -> Vec<u32> {
        let numbers = self.all.iter().flat_map(|shown| {
            let (first, last) = shown.days(period);
            let within = shown.table.between(first, last);
            let rows = shown.table.rows_at(id).iter().filter(move |row| within.contains(*row));
            rows.filter(|row| shown.shows(**row)).map(|row| shown.first + row)
        });
        numbers.collect()
    }

    /// How many rows a place has, by its id, hidden ones among them.
    pub fn activity_at(&self, id: &str) -> usize {
        let own = |shown: &Shown| shown.table.rows_at(id).partition_point(|row| *row < shown.rows);
        self.all.iter().map(own).sum()
    }

    /// How many rows an actor has, by its id, hidden ones among them.
    pub fn activity(&self, id: &str) -> usize {
        let own = |shown: &Shown| {
            let actor = shown.table.actor(id)?;
            let met = Choice::of(&shown.table, Period::ALL, shown.until, |_| true).activity(actor);
            Some(met + shown.table.others(actor, Day::MIN, shown.until).len())
        };
        self.all.iter().filter_map(own).sum()
    }

    /// The first and last day on which a row can have taken place.
    pub fn extent(&self) -> Option<(Day, Day)> {
        let ends = |shown: &Shown| {
            let lag = i32::from(shown.table.settings().lag);
            let last = shown.table.row(shown.rows.checked_sub(1)?)?.day;
            Some((shown.table.row(0)?.day.plus_days(-lag), last))
        };
        self.all.iter().filter_map(ends).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    }
}

impl Shown {
    /// Whether no record speaks of a row.
    fn shows(&self, row: u32) -> bool {
        self.hidden.binary_search(&row).is_err()
    }

    fn shown(&self) -> usize {
        self.rows as usize - self.hidden.iter().filter(|row| **row < self.rows).count()
    }

    fn accounts(&self) -> usize {
        self.shown() + self.table.twins.before(self.rows).filter(|row| self.shows(*row)).count()
    }

    /// The days of report of what possibly took place in a period.
    fn days(&self, period: Period) -> (Day, Day) {
        let lag = i32::from(self.table.settings().lag);
        (period.first, period.last.plus_days(lag).min(self.until))
    }
}

/// The line that the id of a row names.
fn line(table: &Table, id: &str) -> Option<u32> {
    let digits = id.strip_prefix(table.settings().source.as_str())?.strip_prefix("-e")?;
    let plain = !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}
