//! Zeros: which empty buckets of a count are known to be empty, and how many are not.

use super::Query;
use super::Rows;
use super::answer::Answer;
use super::bucket;
use super::coverage::{self, Days};
use super::spans::starts;
use super::{CalendarUnit, Per};
use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;

/// What is said of buckets without a row.
#[derive(Default)]
pub(super) struct Zeros {
    /// Those of which sources claim that there was nothing.
    pub(super) known: Vec<String>,
    /// How many others there are between the first and the last, in words.
    pub(super) unknown: Option<String>,
}

impl Zeros {
    /// Looks for them. Costs what coverage does, and grows with the number of buckets.
    pub(super) fn of(graph: &KnowledgeGraph, question: &Query, whole: &Answer, per: Option<Per>) -> Self {
        let Rows::Events(rows) = &whole.rows else {
            return Self::default();
        };
        // What has no place or voice, or no day of appearance, may have been one of those that are not found.
        let left = &whole.left_out;
        let hidden = left.no_place + left.no_voice + graph.facts().identity.undated;
        let starts: Vec<Option<(Day, Day)>> = rows.iter().flat_map(|row| starts(graph, row)).collect();
        let is_sure = hidden == 0 && starts.iter().all(Option::is_some);
        let complete = if is_sure { coverage::complete_days(graph, question) } else { Days::default() };
        let starts: Vec<Period> = starts.into_iter().flatten().map(|(first, last)| Period { first, last }).collect();
        let period = question.period();
        match (per, per.and_then(Per::unit)) {
            (_, Some(unit)) => Self::of_time(unit, period, &starts, &complete),
            (None, None) if rows.is_empty() && complete.hold(period) => {
                Self { known: vec![bucket::ALL.to_owned()], unknown: None }
            }
            _ => Self::default(),
        }
    }

    fn of_time(unit: CalendarUnit, period: Period, starts: &[Period], complete: &Days) -> Self {
        let buckets = bucket::within(closed(period, starts), unit).into_iter();
        let is_empty = |days: Period| starts.iter().all(|start| start.intersect(days).is_none());
        let empty = buckets.filter(|(_, days)| is_empty(*days));
        let (known, unknown): (Vec<_>, Vec<_>) = empty.partition(|(_, days)| complete.hold(*days));
        let unknown = (!unknown.is_empty()).then(|| {
            let plural = if unknown.len() == 1 { "" } else { "s" };
            let noun = bucket::noun(unit);
            format!(
                "Not listed: {} {noun}{plural} of which nothing is recorded, and no source claims that there was nothing.",
                unknown.len()
            )
        });
        Self { known: known.into_iter().map(|(name, _)| name).collect(), unknown }
    }
}

/// A period with an open side closed by what was found.
fn closed(period: Period, starts: &[Period]) -> Period {
    let first = starts.iter().map(|start| start.first).min().filter(|_| period.first.is_open());
    let last = starts.iter().map(|start| start.last).max().filter(|_| period.last.is_open());
    Period { first: first.unwrap_or(period.first), last: last.unwrap_or(period.last) }
}
