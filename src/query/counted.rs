//! What a count finds in one bucket: how many there are, when the first and the last was, and the accounts behind it.

use super::cite::CitedAt;
use super::counting::span;
use super::ends::Ends;
use super::people::of_bounds;
use super::row::{CountRow, CountedEvent, EventRow};
use super::units::{self, Unit};
use super::{Counting, Per};
use crate::date::Day;
use crate::graph::RowPartner;
use crate::id::Id;
use std::collections::BTreeSet;

/// What was counted in one bucket.
#[derive(Default)]
pub(super) struct Bucket {
    /// Whether sources claim that there was nothing.
    pub(super) is_zero: bool,
    certain: Vec<Unit>,
    all: BTreeSet<String>,
    /// How many further ones are rows of tables.
    rows: usize,
    /// The sources of these.
    tables: BTreeSet<Id>,
    ends: Ends,
    events: Vec<CountedEvent>,
    /// The accounts behind it.
    pub(super) support: Vec<super::CitedAt>,
}

impl Bucket {
    /// Takes in a row that counts as a unit.
    pub(super) fn add(&mut self, unit: &Unit, certain: bool, row: &EventRow) {
        self.all.insert(unit.name.clone());
        if certain {
            self.certain.push(unit.clone());
        }
        self.events.push(CountedEvent { event: row.event.clone(), unit: unit.name.clone(), is_certain: certain });
        self.support.extend(row.support.iter().cloned());
        if !row.date.is_empty() {
            self.ends.add(row.date_first.unwrap_or(Day::MIN), row.date_last.unwrap_or(Day::MAX), &row.date);
        }
    }

    /// Takes in somebody met by rows of a table.
    pub(super) fn add_partner(&mut self, met: &RowPartner<'_>) {
        self.rows += met.times;
        self.tables.insert(met.source.clone());
        for days in [met.first, met.last] {
            self.ends.add(days.first(), days.last(), &of_bounds(&days));
        }
    }

    /// How many are certain: of two that may be one for all that is known of their days, one.
    pub(super) fn least(&self) -> usize {
        units::apart(&self.certain).len()
    }

    /// The events that were counted, in the order of their rows.
    pub(super) fn events(&self) -> Vec<CountedEvent> {
        let apart = units::apart(&self.certain);
        let settled = |counted: &CountedEvent| {
            let is_certain = counted.is_certain && apart.contains(counted.unit.as_str());
            CountedEvent { is_certain, ..counted.clone() }
        };
        self.events.iter().map(settled).collect()
    }

    /// How many there are with those that are not.
    pub(super) fn most(&self) -> usize {
        self.all.len() + self.rows
    }

    /// Whether nothing was counted.
    pub(super) fn is_empty(&self) -> bool {
        self.most() == 0
    }

    /// The row about the bucket.
    pub(super) fn row(self, bucket: String, counting: Counting) -> CountRow {
        let is_known = !self.is_empty() || self.is_zero;
        let known = |number: usize| is_known.then_some(number);
        let (at_least, at_most) = (known(self.least()), known(self.most()));
        let count = at_least.zip(at_most).map(|(least, most)| span(least, most)).unwrap_or_default();
        let events = self.events();
        let ends = if has_ends(counting.per) { self.ends } else { Ends::default() };
        let ((first, date_first), (last, date_last)) = (ends.first(), ends.last());
        let (rule, cites) = (counting.by.words(), Vec::new());
        let support = self.support.into_iter().chain(self.tables.into_iter().map(CitedAt::whole)).collect();
        CountRow { bucket, count, at_least, at_most, first, last, date_first, date_last, rule, cites, events, support }
    }
}

/// Whether buckets say when the first and the last was: those of people and states, and not those of time.
pub(super) fn has_ends(per: Option<Per>) -> bool {
    matches!(per, Some(Per::Who | Per::Capacity | Per::State))
}
