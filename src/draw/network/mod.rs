//! Networks: who met whom, as points and the ties between them.

mod actor;
mod dot;
mod group;
mod key;
mod label;
mod marks;
mod office;
mod plan;
mod said;
mod symbol;
mod tie;
mod title;

pub use plan::Plan;
pub(super) use symbol::symbol;
pub(super) use title::title;

use super::sheet::Sheet;
use super::text::Ruler;
use crate::date::Day;
use crate::graph::KnowledgeGraph;
use crate::query::Answer;
use crate::query::row::Table;
use actor::Actor;
use group::Groups;
use std::io;
use tie::Tie;

/// By what the points of a network are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cluster {
    /// By the state that they stood for.
    #[default]
    State,
    /// By the party that they belong to.
    Party,
    /// Not at all.
    None,
}

/// A network that is too large to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{actors} actors are more than a picture can hold; {} can be read", Network::MOST)]
pub struct TooMany {
    /// How many there are.
    pub actors: usize,
}

/// A network, before it is known where its points lie.
#[derive(Clone, Debug)]
pub struct Network<'a> {
    answer: &'a Answer,
    graph: &'a KnowledgeGraph,
    actors: Vec<Actor>,
    ties: Vec<Tie>,
    groups: Groups,
    cluster: Cluster,
    /// The day whose offices and parties are shown, where those of the events are not.
    as_of: Option<Day>,
}

impl<'a> Network<'a> {
    /// So many actors can be read on one sheet.
    pub const MOST: usize = 150;

    /// The network of an answer: pairs of those who met, rows of events with those asked about on one side, or who
    /// attended what. Other answers give an empty one. Costs the rows and the participations in their events.
    ///
    /// # Errors
    /// If more than [`MOST`](Self::MOST) actors are in it.
    pub fn new(answer: &'a Answer, graph: &'a KnowledgeGraph, cluster: Cluster) -> Result<Self, TooMany> {
        let ties = tie::of_rows(answer);
        let actors = actor::of_ties(answer, graph, &ties, cluster);
        if actors.len() > Self::MOST {
            return Err(TooMany { actors: actors.len() });
        }
        let groups = Groups::of(&actors);
        Ok(Self { answer, graph, actors, ties, groups, cluster, as_of: None })
    }

    /// The same with the offices and parties of a day, rather than the offices of the last event and all parties ever.
    #[must_use]
    pub fn as_of(mut self, day: Day) -> Self {
        for actor in &mut self.actors {
            actor.stand(self.graph, self.cluster, day);
        }
        Self { groups: Groups::of(&self.actors), as_of: Some(day), ..self }
    }

    /// Whether nobody in it is joined to anybody.
    pub fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }

    /// The labels, and what a layout has to know of them.
    pub fn plan<'n>(&'n self, sheet: &Sheet, ruler: &'n Ruler) -> Plan<'n> {
        Plan::new(self, sheet, ruler)
    }

    /// The same in words, with the offices below names, where the answer's own table lacks them.
    pub fn table(&self) -> Option<Table> {
        said::table(self)
    }

    /// Writes the network in the DOT language, for Graphviz and whatever else reads it.
    ///
    /// # Errors
    /// If the writer fails.
    pub fn dot(&self, out: &mut dyn io::Write) -> io::Result<()> {
        dot::write(self, out)
    }
}
