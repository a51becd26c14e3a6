//! Timelines: a lane for each of those asked about, with bars for visits and tenures and points for what took a day.
//!
//! A day that is not known is drawn as the days on which it can have been, not as one of them.

mod bars;
mod drawn;
mod item;
mod key;
mod lane;
mod packing;
mod placed;
mod sign;

use super::heading::heading;
use super::sheet::{Panel, Sheet};
use super::text::Ruler;
use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;
use crate::query::Answer;
use crate::record::Kind;
use lane::Lane;

/// How lanes are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    /// One for each of those asked about.
    #[default]
    OneEach,
    /// One for each of two, and between them one for what is about both.
    Pair,
}

/// A timeline that is too crowded to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{events} events are more than a timeline of {} holds", Timeline::MOST)]
pub struct TooFull {
    /// How many there are.
    pub events: usize,
}

/// A timeline.
#[derive(Debug)]
pub struct Timeline {
    title: String,
    lanes: Vec<Lane>,
    days: Period,
}

impl Timeline {
    /// So many events can be told apart on one sheet.
    pub const MOST: usize = 1_000;

    /// The timeline of an answer about everything dated; `each` has the answers to the same question about each of those
    /// asked about alone. Costs the rows.
    ///
    /// # Errors
    /// If there are more than [`MOST`](Self::MOST) events.
    pub fn new(answer: &Answer, each: &[Answer], graph: &KnowledgeGraph, lanes: Lanes) -> Result<Self, TooFull> {
        let lanes = match lanes {
            Lanes::OneEach => lane::one_each(each, graph),
            Lanes::Pair => lane::of_pair(each, graph),
        };
        let events = lanes.iter().map(|lane| lane.items.len()).sum();
        if events > Self::MOST {
            return Err(TooFull { events });
        }
        let days = shown(answer.period, &lanes);
        Ok(Self { title: heading(answer, graph), lanes, days })
    }

    /// The picture.
    pub fn panel(&self, sheet: &Sheet, ruler: &Ruler) -> Panel {
        drawn::panel(self, sheet, ruler)
    }
}

/// The days that the axis shows: those asked about, and where the period is open on a side, those of events; those of
/// tenures only where there are no others, as they would reach far beyond.
fn shown(asked: Period, lanes: &[Lane]) -> Period {
    let items = || lanes.iter().flat_map(|lane| &lane.items);
    let has_events = items().any(|item| item.kind != Kind::Tenure);
    let wanted = items().filter(|item| item.kind != Kind::Tenure || !has_events);
    let known: Vec<Day> = wanted
        .filter_map(|item| item.days)
        .flat_map(|days| {
            let certain = days.certain.map(|certain| [certain.first, certain.last]);
            certain.into_iter().flatten().chain([days.possible.first, days.possible.last])
        })
        .filter(|day| !day.is_open())
        .collect();
    let first = known.iter().min().copied().unwrap_or(Day::FIRST);
    let last = known.iter().max().copied().unwrap_or(Day::FIRST);
    // Some room before the first and after the last.
    let margin = first.days_until(last).unwrap_or(0) / 40 + 2;
    let (first, last) = (first.plus_days(-margin), last.plus_days(margin));
    let first = if asked.first.is_open() { first } else { asked.first };
    let last = if asked.last.is_open() { last } else { asked.last };
    Period::new(first, last).unwrap_or(Period { first, last: first })
}
