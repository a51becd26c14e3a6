//! Ties: two who met, with every event at which they did.

use crate::id::Id;
use crate::model::Certainty;
use crate::query::row::{AttendanceRow, EventRow, PairRow};
use crate::query::{Answer, Rows};
use std::collections::BTreeMap;

/// Two who met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// The two, in the order of their ids; of an actor and a session the actor.
    pub(super) ends: [Id; 2],
    /// At which events, by date, and how surely.
    pub(super) events: Vec<(Id, Certainty)>,
    /// When the first one was, as it reads.
    pub(super) first: String,
    /// When the last one was, as it reads.
    pub(super) last: String,
}

impl Tie {
    /// How sure the surest of its events is.
    pub(super) fn certainty(&self) -> Certainty {
        self.events.iter().map(|(_, certainty)| *certainty).max().unwrap_or(Certainty::Possible)
    }

    /// From which year to which, where the dates begin with years.
    pub(super) fn years(&self) -> Option<String> {
        let year =
            |date: &str| date.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned);
        let (first, last) = (year(&self.first)?, year(&self.last)?);
        Some(if first == last { first } else { format!("{first}–{last}") })
    }

    /// From when to when, as it reads.
    pub(super) fn dates(&self) -> String {
        match (self.first.as_str(), self.last.as_str()) {
            (first, last) if first == last => first.to_owned(),
            (first, last) => format!("{first} to {last}"),
        }
    }
}

/// The ties of an answer, in the order of their ends.
pub(super) fn of_rows(answer: &Answer) -> Vec<Tie> {
    match &answer.rows {
        Rows::Pairs(rows) => rows.iter().map(of_pair).collect(),
        Rows::Events(rows) => joined(rows.iter().flat_map(of_event)),
        Rows::Attendance(rows) => joined(rows.iter().map(of_attendance)),
        _ => Vec::new(),
    }
}

fn of_pair(row: &PairRow) -> Tie {
    Tie {
        ends: [row.who.clone(), row.with.clone()],
        events: row.events.iter().cloned().zip(row.degrees.iter().copied()).collect(),
        first: row.first.clone(),
        last: row.last.clone(),
    }
}

/// One meeting of two.
struct Met<'r> {
    ends: [&'r Id; 2],
    event: &'r Id,
    certainty: Certainty,
    date: &'r str,
}

fn of_event(row: &EventRow) -> impl Iterator<Item = Met<'_>> {
    row.who.iter().flat_map(move |one| {
        row.with.iter().map(move |other| Met {
            ends: [(&one.id).min(&other.id), (&one.id).max(&other.id)],
            event: &row.event,
            certainty: row.certainty.and(degree(one.certainty)).and(degree(other.certainty)),
            date: &row.date,
        })
    })
}

fn of_attendance(row: &AttendanceRow) -> Met<'_> {
    Met { ends: [&row.who.id, &row.event], event: &row.event, certainty: row.certainty, date: &row.date }
}

fn degree(word: &str) -> Certainty {
    match word {
        "certain" => Certainty::Certain,
        "disputed" => Certainty::Disputed,
        _ => Certainty::Possible,
    }
}

/// The meetings of the same two as one tie; they come by date.
fn joined<'r>(met: impl Iterator<Item = Met<'r>>) -> Vec<Tie> {
    let mut ties: BTreeMap<[&Id; 2], Tie> = BTreeMap::new();
    for Met { ends, event, certainty, date } in met.filter(|met| met.ends[0] != met.ends[1]) {
        let tie = ties.entry(ends).or_insert_with(|| Tie {
            ends: ends.map(Clone::clone),
            events: Vec::new(),
            first: date.to_owned(),
            last: String::new(),
        });
        match tie.events.iter_mut().find(|(own, _)| own == event) {
            Some((_, known)) => *known = (*known).max(certainty),
            None => tie.events.push((event.clone(), certainty)),
        }
        date.clone_into(&mut tie.last);
    }
    ties.into_values().collect()
}
