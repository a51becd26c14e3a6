//! Grounds: which days no source claims to cover.

use super::column::Column;
use crate::date::Period;
use crate::query::{Coverage, State};

/// A stretch of the axis that is covered alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ground {
    /// From which column on, and from which share of it.
    pub(super) from: f64,
    /// To which column, and to which share of it.
    pub(super) to: f64,
    /// Whether some of what is asked is covered, or nothing.
    pub(super) kind: GroundKind,
}

/// How little is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroundKind {
    /// No source claims to cover any of it.
    Uncovered,
    /// Some partners, kinds or modes are covered, others not.
    InPart,
}

/// The stretches where less is covered than all that is asked, in order.
pub(super) fn grounds(columns: &[Column], coverage: &Coverage) -> Vec<Ground> {
    let uncovered = coverage.uncovered.iter().map(|days| (*days, GroundKind::Uncovered));
    let in_part = coverage.days.iter().filter(|covered| covered.state == State::InPart);
    let in_part = in_part.map(|covered| (covered.days, GroundKind::InPart));
    let mut grounds: Vec<Ground> =
        uncovered.chain(in_part).flat_map(|(days, kind)| stretch(columns, days, kind)).collect();
    grounds.sort_by(|a, b| a.from.total_cmp(&b.from));
    grounds
}

/// Where some days lie among the columns, if they do.
fn stretch(columns: &[Column], days: Period, kind: GroundKind) -> Option<Ground> {
    let mut ends: Option<(f64, f64)> = None;
    for (place, column) in columns.iter().enumerate() {
        let Some((column, common)) = column.days.and_then(|own| Some((own, own.intersect(days)?))) else {
            continue;
        };
        let length = number(column, column.last) + 1.0;
        #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
        let place = place as f64;
        let from = place + number(column, common.first) / length;
        let to = place + (number(column, common.last) + 1.0) / length;
        ends = Some((ends.map_or(from, |ends| ends.0), to));
    }
    ends.map(|(from, to)| Ground { from, to, kind })
}

/// How many days of a column lie before a day.
fn number(column: Period, day: crate::date::Day) -> f64 {
    f64::from(column.first.days_until(day).unwrap_or(0))
}
