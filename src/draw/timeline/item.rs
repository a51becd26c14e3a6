//! What lies in a lane: one event or tenure, on the days that its accounts leave open.

use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::row::{EventRow, Names, Person};
use crate::record::Kind;

/// One event or tenure, or several events of one kind on the same days.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Their ids.
    pub(super) events: Vec<Id>,
    /// What it is.
    pub(super) kind: Kind,
    /// How sure it is.
    pub(super) certainty: Certainty,
    /// What to write beside it.
    pub(super) label: String,
    /// What it is in full, with its date.
    pub(super) tip: String,
    /// On which days; nothing where no day is known.
    pub(super) days: Option<Days>,
}

/// On which days something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    /// All days on which it can have been; a side is open where nothing is known.
    pub(super) possible: Period,
    /// The days on which it went on whatever the real dates are; of a single day that is not known there are none.
    pub(super) certain: Option<Period>,
    /// How the days between are known.
    pub(super) precision: Precision,
}

/// How days are known that are not known to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precision {
    /// As a whole month or year.
    Coarse,
    /// As some days, or as dates that contradict each other.
    Open,
}

impl Item {
    /// The item of a row, in a lane that tells of these that they took part.
    pub(super) fn of(row: &EventRow, graph: &KnowledgeGraph, names: &Names, told: &[&Id]) -> Self {
        let label = label(row, names, told);
        let what = row.what.clone().unwrap_or_else(|| label.clone());
        Self {
            events: vec![row.event.clone()],
            kind: row.kind,
            certainty: row.certainty,
            tip: format!("{}, {}: {what} ({})", row.date, row.kind, row.certainty.name()),
            label,
            days: days(row, graph),
        }
    }

    /// Several of one kind on the same days, as one.
    pub(super) fn joined(all: Vec<Self>) -> Option<Self> {
        let number = all.len();
        let mut events = Vec::with_capacity(number);
        let mut first = None;
        for item in all {
            events.extend(item.events.iter().cloned());
            first.get_or_insert(item);
        }
        let first = first?;
        let noun = plural(first.kind);
        let date = first.tip.split(',').next().unwrap_or_default();
        let tip = format!("{date}: {number} {noun} ({})", first.certainty.name());
        Some(Self { events, label: format!("{number} {noun}"), tip, ..first })
    }

    /// Whether it goes on for a time by its nature, and is a bar however short.
    pub(super) fn is_bar(&self) -> bool {
        matches!(self.kind, Kind::Visit | Kind::Tenure)
    }
}

/// What several of a kind are called.
pub(super) fn plural(kind: Kind) -> String {
    match kind.name().strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{}s", kind.name()),
    }
}

fn days(row: &EventRow, graph: &KnowledgeGraph) -> Option<Days> {
    let bounds = graph.node(row.event.as_str()).and_then(|event| graph.days(event));
    let Some(bounds) = bounds.filter(|_| row.kind != Kind::Tenure) else {
        return attested(row);
    };
    let possible = Period { first: bounds.start_first, last: bounds.end_last };
    if possible.first.is_open() && possible.last.is_open() {
        return None;
    }
    let certain = Period::new(bounds.start_last, bounds.end_first);
    let certain = certain.filter(|days| !days.first.is_open() && !days.last.is_open());
    let precision = if is_coarse(&row.date) { Precision::Coarse } else { Precision::Open };
    Some(Days { possible, certain, precision })
}

/// The days on which an office was certainly held; where its end is not stated it can have gone on.
fn attested(row: &EventRow) -> Option<Days> {
    let certain = Period { first: row.date_first?, last: row.date_last? };
    let first = if row.date.starts_with("..") { Day::MIN } else { certain.first };
    let last = if row.date.ends_with("..") { Day::MAX } else { certain.last };
    Some(Days { possible: Period { first, last }, certain: Some(certain), precision: Precision::Open })
}

/// Whether a date is a month or a year: `2024-10`, `2024`.
fn is_coarse(date: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match date.split_once('-') {
        Some((year, month)) => digits(year) && year.len() == 4 && digits(month) && month.len() == 2,
        None => digits(date) && date.len() == 4,
    }
}

/// So many names stand in a label.
const NAMED: usize = 2;

/// What to write beside an event, in few words: of a meeting whom, of a visit where to, of an office which. Where the lane
/// tells whom already, where it was.
fn label(row: &EventRow, names: &Names, told: &[&Id]) -> String {
    let name = |id: &Id| names.get(id).cloned().unwrap_or_else(|| id.to_string());
    let own = || row.what.clone().unwrap_or_else(|| row.kind.name().to_owned());
    let others: Vec<&Person> = row.with.iter().filter(|one| !told.contains(&&one.id)).collect();
    match row.kind {
        Kind::Visit => row.to.first().or(row.place.as_ref()).map_or_else(own, name),
        Kind::Meeting | Kind::Call | Kind::Message if !others.is_empty() => people(&others),
        Kind::Meeting | Kind::Call | Kind::Message if !row.with.is_empty() => {
            row.place.as_ref().map(name).unwrap_or_default()
        }
        _ => own(),
    }
}

fn people(people: &[&Person]) -> String {
    match people {
        few if few.len() <= NAMED => few.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "),
        [first, others @ ..] => format!("{} and {} others", first.name, others.len()),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_coarse;

    #[test]
    fn months_and_years_are_coarse() {
        let check = |date: &str, expected: bool| assert_eq!(is_coarse(date), expected, "{date}");
        check("2024", true);
        check("2024-10", true);
        check("2024-10-05", false);
        check("2024-10..2024-11", false);
        check("..2024", false);
        check("", false);
    }
}
