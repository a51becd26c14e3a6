//! The reader: from a sentence to what it asks, or to why it cannot be read.

use super::asked::{Asked, Reading};
use super::matching::{Match, Matcher};
use super::refusal::{Meant, Refusal};
use super::sentence::Sentence;
use super::shapes::shapes;
use super::slot::Sphere;
use super::{near, recovery};
use crate::date::Day;
use crate::graph::KnowledgeGraph;
use crate::query::Directory;

/// Reads questions about one graph.
#[derive(Debug)]
pub struct Reader<'g> {
    pub(super) graph: &'g KnowledgeGraph,
    pub(super) directory: Directory<'g>,
    pub(super) today: Day,
}

impl<'g> Reader<'g> {
    /// A reader for the facts of a graph; "last month" and "is" count from `today`.
    pub fn new(graph: &'g KnowledgeGraph, today: Day) -> Self {
        Self { graph, directory: Directory::new(graph), today }
    }

    /// Reads a question. Looks up a few names for each word that a shape leaves to its slots, never all names.
    ///
    /// # Errors
    /// If it has no shape, more than one meaning, or a word in it names nothing: with what was meant, as far as it is near.
    pub fn read(&self, question: &str) -> Result<Reading, Refusal> {
        let Some(sentence) = Sentence::read(question) else {
            return Err(Refusal::TooLong);
        };
        if sentence.words.is_empty() {
            return Err(Refusal::Empty);
        }
        let mut readings = self.readings(&sentence);
        match (readings.pop(), readings.is_empty()) {
            (Some(reading), true) => Ok(reading),
            (Some(last), false) => Err(self.several(readings.into_iter().chain([last]))),
            (None, _) => Err(self.recover(&sentence)),
        }
    }

    pub(super) fn sphere(&self) -> Sphere<'_, 'g> {
        Sphere { graph: self.graph, directory: &self.directory, today: self.today }
    }

    /// Every meaning of a sentence, each once.
    pub(super) fn readings(&self, sentence: &Sentence) -> Vec<Reading> {
        let sphere = self.sphere();
        let matcher = Matcher::new(sentence, &sphere);
        let mut readings: Vec<Reading> = Vec::new();
        for found in shapes().iter().flat_map(|shape| matcher.whole(shape)) {
            let asked = (found.shape.make)(&found.said);
            if let Some(asked) = asked.filter(|asked| readings.iter().all(|other| other.asked != *asked)) {
                readings.push(reading(found, asked));
            }
        }
        readings
    }

    fn several(&self, readings: impl Iterator<Item = Reading>) -> Refusal {
        let meant = |reading: Reading| Meant { understood: reading.asked.understood(self.graph), asked: reading.asked };
        Refusal::Several { meant: readings.map(meant).collect() }
    }

    fn recover(&self, sentence: &Sentence) -> Refusal {
        if let Some(corrected) = near::corrected(self, sentence) {
            return corrected;
        }
        recovery::gap(self, sentence).unwrap_or_else(|| near::shapes_near(self, sentence))
    }
}

fn reading(found: Match, asked: Asked) -> Reading {
    Reading { shape: found.shape, asked, notices: found.notices }
}
