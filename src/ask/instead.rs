//! What to ask instead of a question that has no truthful answer: the words of another, with what was said put into them.

use super::reader::Reader;
use super::refusal::Offer;
use super::said::Said;
use super::sentence::Sentence;
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::{Offices, Query, Rows, Scope, Visits};

/// Of what a question is put for, such as the offices of somebody, so many are named.
const NAMED: usize = 5;

/// The questions that a text in braces stands for: `{a}` is who was said there, `{offices}` are the offices that A held, of
/// those that O names, `{visits}` are the visits of A to S. Only what can be read is offered.
pub(super) fn offers(reader: &Reader<'_>, said: &Said, instead: &str) -> Vec<Offer> {
    let several = [("{offices}", offices as fn(&KnowledgeGraph, &Said) -> Vec<Id>), ("{visits}", visits)];
    let Some((name, all)) = several.into_iter().find(|(name, _)| instead.contains(name)) else {
        return offer(reader, said, instead).into_iter().collect();
    };
    let ids = all(reader.graph, said);
    ids.iter().take(NAMED).filter_map(|id| offer(reader, said, &instead.replace(name, id.as_str()))).collect()
}

/// A question with the ids of what was said in its slots and the days that were said, if it can be read.
fn offer(reader: &Reader<'_>, said: &Said, instead: &str) -> Option<Offer> {
    let mut question = instead.to_owned();
    for slot in ["a", "b", "s", "f", "o"].into_iter().filter(|slot| instead.contains(&format!("{{{slot}}}"))) {
        question = question.replace(&format!("{{{slot}}}"), said.one(slot)?.as_str());
    }
    let reads = |question: &str| Sentence::read(question).is_some_and(|read| reader.readings(&read).len() == 1);
    let scope = said.scope();
    let place = scope.at.map(|at| format!(" in {at}")).or_else(|| scope.under.map(|under| format!(" at {under}")));
    let days = said.period().filter(|period| *period != Period::ALL).map(|period| format!(" during {period}"));
    let (place, days) = (place.unwrap_or_default(), days.unwrap_or_default());
    // What was said of place and time stays, as far as the other question can have it.
    let kept = [format!("{place}{days}"), days, place, String::new()];
    let question = kept.iter().map(|kept| format!("{question}{kept}")).find(|question| reads(question))?;
    Some(Offer { question, because: String::new() })
}

/// The offices that were meant: the one that is named, else those of A that carry the words that were said, else all of A.
fn offices(graph: &KnowledgeGraph, said: &Said) -> Vec<Id> {
    if let Some(office) = said.one("o") {
        return vec![office];
    }
    let held = |office: Option<String>| {
        let scope = Scope { at_least: Certainty::Possible, ..Scope::default() };
        let question = Offices { who: said.who("a"), office, scope, ..Offices::default() };
        match Query::Offices(question).answer(graph).rows {
            Rows::Offices(rows) => rows.into_iter().map(|row| row.office).collect(),
            _ => Vec::new(),
        }
    };
    let mut found: Vec<Id> = said.words("o").map(|words| held(Some(words.to_owned()))).unwrap_or_default();
    if found.is_empty() {
        found = held(None);
    }
    found.dedup();
    found
}

/// The visits of A to S in the days and at the place that were said, the latest first.
fn visits(graph: &KnowledgeGraph, said: &Said) -> Vec<Id> {
    let question = Visits { by: said.who("a"), to: said.who("s"), scope: said.scope(), ..Visits::default() };
    match Query::Visits(question).answer(graph).rows {
        Rows::Events(rows) => rows.into_iter().rev().map(|row| row.event).collect(),
        _ => Vec::new(),
    }
}
