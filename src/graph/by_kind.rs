//! Facts by kind: questions about rare kinds, such as denials or counts, need not look at every event.

use super::KnowledgeGraph;
use super::csr::Rows;
use crate::model::Fact;
use crate::record::Kind;

/// The positions of facts, by kind.
#[derive(Clone, Debug, Default)]
pub(super) struct ByKind(Rows<u32>);

impl ByKind {
    /// Takes the kinds of all facts, in the order of their ids; stubs have none.
    pub(super) fn new(kinds: &[Option<Kind>]) -> Self {
        let all = kinds.iter().zip(0_u32..);
        let pairs: Vec<(u32, u32)> = all.filter_map(|(kind, position)| Some((row((*kind)?), position))).collect();
        Self(Rows::new(Kind::ALL.len(), &pairs))
    }
}

fn row(kind: Kind) -> u32 {
    kind as u32
}

impl KnowledgeGraph {
    /// Every fact of a kind, by id. Costs no more than there are of them.
    pub fn facts_of(&self, kind: Kind) -> impl Iterator<Item = &Fact> {
        self.by_kind.0.row(row(kind) as usize).iter().map(|position| self.facts.fact(*position as usize))
    }
}
