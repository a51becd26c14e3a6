//! The reader: from a sentence to what it asks, or to why it cannot be read.

use super::asked::{Asked, Reading};
use super::matching::{Match, Matcher};
use super::refusal::{Meant, Refusal};
use super::said::Said;
use super::sentence::{Sentence, Word};
use super::shape::Shape;
use super::shapes::shapes;
use super::slot::{Meaning, Slot, Sphere};
use super::{advice, near, recovery, when};
use crate::date::{Day, Period};
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

    /// What a shape asks where its slots are filled with these texts, each read by itself; none if one does not resolve, or
    /// they do not go together.
    pub fn asked(&self, shape: &Shape, told: &[(&'static str, Slot, String)]) -> Option<Asked> {
        let sphere = self.sphere(Period::ALL);
        let read = |(name, slot, text): &(&'static str, Slot, String)| match slot.read(text, &sphere) {
            Meaning::Is(value, _) => Some((*name, value)),
            _ => None,
        };
        let values = told.iter().map(read).collect::<Option<_>>()?;
        (shape.make)(&Said { values, today: self.today })
    }

    pub(super) fn sphere(&self, period: Period) -> Sphere<'_, 'g> {
        Sphere { graph: self.graph, directory: &self.directory, today: self.today, period }
    }

    /// The days that a sentence asks about: those of the first phrase of time in it, the longest that begins there.
    pub(super) fn period_of(&self, sentence: &Sentence) -> Period {
        let begins = (0..sentence.len()).filter(|at| sentence.key(*at).is_some_and(when::may_begin));
        let mut spans = begins.flat_map(|from| (from + 1..=sentence.len()).rev().map(move |to| (from, to)));
        let read = |(from, to)| when::read_standing(&sentence.text(from, to), self.today)?.ok();
        spans.find_map(read).unwrap_or(Period::ALL)
    }

    /// Every meaning of a sentence, each once. As with names, where what was said is whole in one reading and only a word of
    /// something longer in another, it is the whole that is meant.
    pub(super) fn readings(&self, sentence: &Sentence) -> Vec<Reading> {
        let turned = self.turned(sentence);
        let sphere = self.sphere(self.period_of(sentence));
        let matcher = Matcher::new(turned.as_ref().unwrap_or(sentence), &sphere);
        let found: Vec<Match> = shapes().iter().flat_map(|shape| matcher.whole(shape)).collect();
        let fewest = found.iter().map(|found| found.parts).min();
        let mut readings: Vec<Reading> = Vec::new();
        for found in found.into_iter().filter(|found| Some(found.parts) == fewest) {
            let asked = (found.shape.make)(&found.said);
            if let Some(asked) = asked.filter(|asked| readings.iter().all(|other| other.asked != *asked)) {
                readings.push(reading(found, asked));
            }
        }
        readings
    }

    /// Whether a word of a sentence that can be read is none of a name.
    pub(super) fn is_own_word(&self, sentence: &Sentence, at: usize) -> bool {
        let sphere = self.sphere(self.period_of(sentence));
        let matcher = Matcher::new(sentence, &sphere);
        let mut found = shapes().iter().flat_map(|shape| matcher.whole(shape));
        let is_named = |found: &Match| found.names.iter().any(|(from, to)| (*from..*to).contains(&at));
        // Where a phrase of time stands first nothing is known of the places of words.
        found.next().is_none_or(|first| !is_named(&first) || found.any(|other| !is_named(&other)))
    }

    /// A sentence that begins with a phrase of time, with the phrase at its end: `in 2023, who met …`.
    fn turned(&self, sentence: &Sentence) -> Option<Sentence> {
        const LONGEST_PHRASE: usize = 6;
        if !sentence.key(0).is_some_and(when::may_begin) {
            return None;
        }
        let is_phrase = |end: &usize| matches!(when::read(&sentence.text(0, *end), self.today), Some(Ok(_)));
        let end = (1..sentence.len().min(LONGEST_PHRASE + 1)).rev().find(is_phrase)?;
        let (phrase, rest) = sentence.words.split_at(end);
        let comma = |word: &&Word| word.key == ",";
        let phrase = phrase.iter().rev().skip_while(comma).count();
        let words = rest.iter().skip_while(comma).chain(sentence.words.iter().take(phrase));
        Some(Sentence { words: words.cloned().collect() })
    }

    fn several(&self, readings: impl Iterator<Item = Reading>) -> Refusal {
        let meant = |reading: Reading| Meant { understood: reading.asked.understood(self.graph), asked: reading.asked };
        Refusal::Several { meant: readings.map(meant).collect() }
    }

    fn recover(&self, sentence: &Sentence) -> Refusal {
        if let Some(advice) = advice::advice(self, sentence) {
            return advice;
        }
        if let Some(corrected) = near::corrected(self, sentence) {
            return corrected;
        }
        let beginning = near::beginning(self, sentence);
        recovery::gap(self, sentence, beginning).unwrap_or_else(|| near::shapes_near(self, sentence, beginning))
    }
}

fn reading(found: Match, asked: Asked) -> Reading {
    Reading { shape: found.shape, asked, notices: found.notices }
}
