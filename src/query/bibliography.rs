//! Bibliographies: the sources behind facts, each with the places in it, or the loaded facts as a whole.

use super::Cite;
use super::answer::{Answer, named};
use super::cite::CitedAt;
use super::publication::{Publication, PublicationKind};
use super::row::CiteRow;
use super::{LeftOut, Rows};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Fact, Identity};
use crate::record::Kind;
use std::collections::BTreeMap;

const SHOWN: &[&str] = &["key", "kind", "author", "title", "publisher", "published", "locators", "kept_in", "src"];
const SHOWN_OF_DATA: &[&str] = &["key", "title", "author", "publisher", "published", "version", "digest", "licence"];

/// Answers which sources stand behind facts, ordered by id.
pub(super) fn bibliography(graph: &KnowledgeGraph, question: &Cite) -> Answer {
    if question.of.is_empty() {
        return Answer::new(graph, Rows::Cited(vec![data_set(graph)]), LeftOut::default(), SHOWN_OF_DATA);
    }
    let mut behind: BTreeMap<Id, Vec<CitedAt>> = BTreeMap::new();
    let mut notices = Vec::new();
    for id in &question.of {
        let cited = cited(graph, id);
        notices.extend(notice(graph, id, &cited));
        for at in cited {
            let places = behind.entry(at.source.clone()).or_default();
            if !places.contains(&at) {
                places.push(at);
            }
        }
    }
    let rows = behind.into_iter().map(|(source, support)| row(graph, &source, support)).collect();
    let mut answer = Answer::new(graph, Rows::Cited(rows), LeftOut::default(), SHOWN);
    answer.notices = notices;
    answer
}

/// The accounts behind a fact. A source is cited itself, and so is what others cite without a readable record.
fn cited(graph: &KnowledgeGraph, id: &Id) -> Vec<CitedAt> {
    match graph.facts().get(id.as_str()) {
        Some(fact) if fact.kind() == Some(Kind::Source) || is_cited(graph, fact) => {
            vec![CitedAt::whole(fact.id.clone())]
        }
        Some(fact) => CitedAt::all(fact),
        None => Vec::new(),
    }
}

/// Whether a fact without a readable record is cited as a source.
fn is_cited(graph: &KnowledgeGraph, fact: &Fact) -> bool {
    let cites = |other: &Fact| CitedAt::all(other).iter().any(|at| at.source == fact.id);
    fact.kind().is_none() && graph.facts().iter().any(cites)
}

/// What there is to say about a fact, beside its sources.
fn notice(graph: &KnowledgeGraph, id: &Id, cited: &[CitedAt]) -> Option<String> {
    let withdrawn = graph.facts().get(id.as_str())?.accounts.iter().filter(|account| account.withdrawn).count();
    let name = named(graph, id);
    match (cited.is_empty(), withdrawn) {
        (false, 0) => None,
        (true, 0) => Some(format!("No source is cited for {name}.")),
        (_, 1) => Some(format!("1 account of {name} is left out: its source took it back.")),
        (_, more) => Some(format!("{more} accounts of {name} are left out: their sources took them back.")),
    }
}

fn row(graph: &KnowledgeGraph, source: &Id, support: Vec<CitedAt>) -> CiteRow {
    let facts = graph.facts();
    let publication = facts.get(source.as_str()).and_then(|fact| Publication::of(facts, fact));
    let mut row = CiteRow::of(source.to_string(), publication);
    for locator in support.iter().filter_map(|at| at.locator.as_ref()) {
        if !row.locators.contains(locator) {
            row.locators.push(locator.clone());
        }
    }
    CiteRow { support, ..row }
}

/// The loaded facts as a data set, whose author is that of the keeper's own source, if the settings name one.
fn data_set(graph: &KnowledgeGraph) -> CiteRow {
    let Identity { name, version, licence, keeper: source, digest, world, .. } = &graph.facts().identity;
    let keeper = source.as_ref().and_then(|id| graph.facts().get(id.as_str()));
    let keeper = keeper.and_then(|fact| Publication::of(graph.facts(), fact)).unwrap_or_default();
    let publication = Publication { title: Some(name.clone()), kind: PublicationKind::Dataset, ..keeper };
    CiteRow {
        version: version.clone(),
        digest: Some(digest.clone()),
        licence: licence.clone(),
        world: Some(world.clone()).filter(|world| !world.is_empty()),
        ..CiteRow::of(key_of(name, version.as_deref()), Some(publication))
    }
}

/// A key of the letters that ids are made of, so that no format has to escape it.
fn key_of(name: &str, version: Option<&str>) -> String {
    let whole = format!("{name} {}", version.unwrap_or_default()).to_lowercase();
    let words = whole.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let key = words.collect::<Vec<_>>().join("-");
    if key.is_empty() { "facts".to_owned() } else { key }
}
