//! Shapes: rows about events turned into rows for statistics programs.

use super::Rows;
use super::answer::Answer;
use super::row::DyadRow;
use crate::graph::KnowledgeGraph;

/// In which shape rows about events are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A row for each participant.
    Long,
    /// A row for each pair of sides.
    Dyads,
}

impl Answer {
    /// Turns rows about events into rows of another shape; others stay as they are. To be called before
    /// [`arrange`](Self::arrange).
    pub fn reshape(&mut self, graph: &KnowledgeGraph, shape: Shape) {
        let Rows::Events(rows) = &self.rows else {
            return;
        };
        self.rows = match shape {
            Shape::Long => Rows::Long(rows.iter().flat_map(|row| super::long::long(graph, row)).collect()),
            Shape::Dyads => {
                let pairs: Vec<Vec<DyadRow>> = rows.iter().map(|row| super::dyads::dyads(graph, row)).collect();
                let without = pairs.iter().filter(|pairs| pairs.is_empty()).count();
                if without > 0 {
                    let what = format!("{without} of {} gave no pair", rows.len());
                    self.notices.push(format!("{what}: fewer than two sides are known of them."));
                }
                Rows::Dyads(pairs.into_iter().flatten().collect())
            }
        };
        self.count();
        self.cite();
    }
}
