//! Slices: the contacts of all pairs by one mode, or of one level.

use super::pairs::{Pairs, Two};
use super::{Company, EventRow, LeftOut, Panel, Scope};
use crate::graph::KnowledgeGraph;
use crate::model::Certainty;
use crate::query::matrix::Finder;
use crate::record::{Level, Mode};
use std::collections::BTreeMap;

/// Every mode of contact.
const MODES: [Mode; 4] = [Mode::InPerson, Mode::Phone, Mode::Video, Mode::Written];

/// One part of a panel: a mode and a level.
pub(super) type Part = (Option<Mode>, Option<Level>);

/// The contacts in one part of a panel.
pub(super) struct Slice {
    pub(super) part: Part,
    /// Which events it counts.
    pub(super) scope: Scope,
    /// The contacts of each pair that has any, by date.
    pub(super) met: BTreeMap<Two, Vec<EventRow>>,
    /// Events that are no contact of any pair.
    pub(super) left_out: LeftOut,
}

/// All together first, then each mode, then each level by any mode.
pub(super) fn parts(question: &Panel) -> Vec<Part> {
    let modes = MODES.into_iter().map(|mode| (Some(mode), None));
    let levels = question.levels.iter().map(|level| (None, Some(*level)));
    std::iter::once((None, None)).chain(modes).chain(levels).collect()
}

impl Slice {
    /// Costs the events of all states in the period. With a level, a contact is one in which both sides had somebody of
    /// it.
    pub(super) fn of(graph: &KnowledgeGraph, pairs: &Pairs, company: &Company<'_>, asked: &Scope, part: Part) -> Self {
        let scope = scope(asked, part);
        let mut finder = Finder::new(graph, &scope);
        let mut met = directed(&mut finder, pairs, company, |from, to| pairs.all.contains(&(from, to)));
        if !scope.levels.is_empty() {
            let mut back = directed(&mut finder, pairs, company, |from, to| met.contains_key(&(to, from)));
            for ((one, other), rows) in &mut met {
                let back = back.remove(&(*other, *one)).unwrap_or_default();
                *rows = std::mem::take(rows).into_iter().filter_map(|row| both(row, &back)).collect();
            }
        }
        let left_out = finder.left_out(met.values().flatten());
        Self { part, scope, met, left_out }
    }
}

fn scope(asked: &Scope, (mode, level): Part) -> Scope {
    let at_least = if asked.at_least == Certainty::Certain { Certainty::Certain } else { Certainty::Possible };
    Scope {
        modes: mode.map_or(MODES.to_vec(), |mode| vec![mode]),
        levels: level.into_iter().collect(),
        at_least,
        ..asked.clone()
    }
}

/// The contacts of each state with those others that are asked about, in this direction.
fn directed(
    finder: &mut Finder<'_>,
    pairs: &Pairs,
    company: &Company<'_>,
    is_asked: impl Fn(usize, usize) -> bool,
) -> BTreeMap<Two, Vec<EventRow>> {
    let mut found = BTreeMap::new();
    for (from, name) in pairs.names.iter().enumerate() {
        let met = finder.met(name, company, |to| is_asked(from, to));
        found.extend(met.into_iter().map(|(to, rows)| ((from, to), rows)));
    }
    found
}

/// A contact that is found from either side, no more surely than from the other.
fn both(row: EventRow, back: &[EventRow]) -> Option<EventRow> {
    let other = back.iter().find(|other| other.event == row.event)?;
    Some(EventRow { certainty: row.certainty.and(other.certainty), ..row })
}
