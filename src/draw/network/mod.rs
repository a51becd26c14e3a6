//! Networks: who met whom, as points and the ties between them.

mod actor;
mod drawn;
mod office;
mod symbol;
mod tie;

use super::sheet::{Panel, Sheet};
use super::text::Ruler;
use crate::graph::KnowledgeGraph;
use crate::query::Answer;
use actor::Actor;
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
#[error("{actors} actors are more than a picture of {} holds", Network::MOST)]
pub struct TooMany {
    /// How many there are.
    pub actors: usize,
}

/// A network, before it is known where its points lie.
#[derive(Debug)]
pub struct Network<'a> {
    answer: &'a Answer,
    actors: Vec<Actor>,
    ties: Vec<Tie>,
    cluster: Cluster,
}

impl<'a> Network<'a> {
    /// So many actors can be read on one sheet.
    pub const MOST: usize = 150;

    /// The network of an answer: pairs of those who met, rows of events with those asked about on one side, or who
    /// attended what. Other answers give an empty one. Costs the rows and the participations in their events.
    ///
    /// # Errors
    /// If more than [`MOST`](Self::MOST) actors are in it.
    pub fn new(answer: &'a Answer, graph: &KnowledgeGraph, cluster: Cluster) -> Result<Self, TooMany> {
        let ties = tie::of_rows(answer);
        let actors = actor::of_ties(answer, graph, &ties, cluster);
        if actors.len() > Self::MOST {
            return Err(TooMany { actors: actors.len() });
        }
        Ok(Self { answer, actors, ties, cluster })
    }

    /// The picture, with points where the program's own layout puts them.
    pub fn panel(&self, sheet: &Sheet, ruler: &Ruler) -> Panel {
        drawn::panel(self, sheet, ruler)
    }
}
