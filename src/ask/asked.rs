//! What a sentence asks.

use super::shape::Shape;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::query::{End, Query};

/// What a sentence asks: a question, and what a command line has options for beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub query: Query,
    /// Which row alone is wanted, if only one is.
    pub end: Option<End>,
    /// The source whose accounts alone are asked, if one is named.
    pub source: Option<Id>,
}

impl From<Query> for Asked {
    fn from(query: Query) -> Self {
        Self { query, end: None, source: None }
    }
}

impl Asked {
    /// The question in words, with the names and ids that it was resolved to.
    pub fn understood(&self, graph: &KnowledgeGraph) -> String {
        let words = self.query.understood(graph);
        let words = match self.end {
            Some(End::First) => format!("the first of the {words}"),
            Some(End::Last) => format!("the last of the {words}"),
            None => words,
        };
        match &self.source {
            Some(source) => format!("{words}, only as {source} tells it"),
            None => words,
        }
    }
}

/// A sentence that was understood.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The shape that it has.
    pub shape: &'static Shape,
    /// What it asks.
    pub asked: Asked,
    /// What there is to say about names that could have meant others.
    pub notices: Vec<String>,
}
