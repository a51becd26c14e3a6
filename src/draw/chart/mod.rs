//! Charts: how many there were in each year, quarter or month, as bars.
//!
//! A bar is as high as the certain ones are many. A whisker reaches to those that are possible or disputed. What no source
//! claims to cover is hatched, as a bar that is missing there says nothing; `0` stands only where a source claims to be
//! complete.

mod column;
mod drawn;
mod ground;
mod key;
mod labels;
mod said;
mod stack;

pub use stack::Stack;

use super::heading::heading;
use super::sheet::{Panel, Sheet};
use super::text::Ruler;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::query::row::{EventRow, Table};
use crate::query::{Answer, CalendarUnit, CountBy, Query, Rows};
use column::Column;
use ground::Ground;
use std::collections::BTreeMap;

/// A chart that is too long to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{columns} bars are more than a picture of {} holds", Chart::MOST)]
pub struct TooLong {
    /// How many bars there would be.
    pub columns: usize,
}

/// A chart of counts.
#[derive(Debug)]
pub struct Chart<'a> {
    counts: &'a Answer,
    title: String,
    unit: CalendarUnit,
    stack: Option<Stack>,
    parts: Vec<String>,
    columns: Vec<Column>,
    grounds: Vec<Ground>,
}

impl<'a> Chart<'a> {
    /// So many bars can be told apart on one sheet.
    pub const MOST: usize = 240;

    /// The chart of a count per span of time. `events` is the answer of the question that is counted, with what is only
    /// possible: it tells the parts of bars, and is not needed where bars have none. Costs the events and the spans.
    ///
    /// # Errors
    /// If there are more than [`MOST`](Self::MOST) spans of time.
    pub fn new(
        counts: &'a Answer,
        graph: &KnowledgeGraph,
        unit: CalendarUnit,
        (stack, events): (Option<Stack>, &Answer),
    ) -> Result<Self, TooLong> {
        let rows = match &counts.rows {
            Rows::Counts(rows) => rows.as_slice(),
            _ => &[],
        };
        let spans = column::spans(rows, counts.period, unit);
        if spans.len() > Self::MOST {
            return Err(TooLong { columns: spans.len() });
        }
        let events: BTreeMap<&Id, &EventRow> = column::by_id(events);
        let parts = column::parts(rows, &events, stack);
        let mut columns = Vec::new();
        for (name, days) in spans {
            let row = rows.iter().find(|row| row.bucket == name);
            let empty = Column { name, days: Some(days), ..Column::default() };
            columns.push(row.map_or(empty, |row| column::column(row, Some(days), (&parts, &events), stack)));
        }
        let undated = rows.iter().filter(|row| !columns.iter().any(|column| column.name == row.bucket));
        let undated: Vec<Column> = undated.map(|row| column::column(row, None, (&parts, &events), stack)).collect();
        columns.extend(undated);
        let grounds = ground::grounds(&columns, &counts.coverage);
        Ok(Self { counts, title: heading(counts, graph), unit, stack, parts, columns, grounds })
    }

    /// The picture.
    pub fn panel(&self, sheet: &Sheet, ruler: &Ruler) -> Panel {
        drawn::panel(self, sheet, ruler)
    }

    /// The same in words: a row for each bar, with the parts of it.
    pub fn table(&self) -> Table {
        said::table(self)
    }

    /// What is counted, in the plural.
    fn noun(&self) -> String {
        let Some(Query::Count { of, counting }) = &self.counts.query else {
            return "events".to_owned();
        };
        let events = match &**of {
            Query::Timeline(_) => "events",
            query => query.name(),
        };
        match counting.by {
            CountBy::Event => events.to_owned(),
            CountBy::Encounter => "encounters".to_owned(),
            by => format!("{}s with {events}", by.name()),
        }
    }

    /// By which rule, where one is not an event.
    fn rule(&self) -> Option<&'static str> {
        let Rows::Counts(rows) = &self.counts.rows else {
            return None;
        };
        let is_event =
            matches!(&self.counts.query, Some(Query::Count { counting, .. }) if counting.by == CountBy::Event);
        rows.first().filter(|_| !is_event).map(|row| row.rule)
    }

    /// What the bars are numbers of, where that is not every event.
    fn title(&self) -> String {
        match &self.counts.query {
            Some(Query::Count { counting, .. }) if counting.by != CountBy::Event => {
                format!("{}: {}s", self.title, counting.by.name())
            }
            _ => self.title.clone(),
        }
    }
}
