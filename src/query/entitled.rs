//! Words of titles: whether any office is called so, so that a mistyped word does not pass for a title that nobody had.

use crate::graph::KnowledgeGraph;
use crate::names::{fold, nearest};
use crate::record::{Body, Kind};
use std::collections::BTreeSet;

/// Words that stand together in no title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoTitle {
    /// The same with each unknown word replaced by the nearest known one, if that is in a title.
    pub meant: Option<String>,
}

/// Whether all words of a text stand in one title or rank of an office, or in one title as it was printed.
///
/// Costs the offices; where none has the words, all participations.
///
/// # Errors
/// If they stand in none, with what may have been meant.
pub fn titled(graph: &KnowledgeGraph, text: &str) -> Result<(), NoTitle> {
    let titles = titles(graph);
    if holds(&titles, text) || is_printed(graph, text) {
        return Ok(());
    }
    let known: BTreeSet<&str> = titles.iter().flat_map(|title| title.split(' ')).collect();
    let better = |word: &str| match known.contains(word) {
        true => word.to_owned(),
        false => nearest(word, known.iter().copied()).unwrap_or(word).to_owned(),
    };
    let meant = fold(text).split(' ').map(better).collect::<Vec<_>>().join(" ");
    Err(NoTitle { meant: Some(meant).filter(|meant| holds(&titles, meant)) })
}

/// Whether all words of a text stand in one title or rank of an office. Costs the offices.
pub fn is_title(graph: &KnowledgeGraph, text: &str) -> bool {
    holds(&titles(graph), text)
}

/// What offices are called, folded: their titles in all languages, and their ranks.
fn titles(graph: &KnowledgeGraph) -> Vec<String> {
    let mut titles = Vec::new();
    for fact in graph.facts().of_kinds(&[Kind::Office]) {
        if let Some(Body::Office(office)) = fact.body.as_deref() {
            let ranks = office.level.iter().map(|level| fold(&level.name().replace('-', " ")));
            titles.extend(office.names.values().flatten().chain([&office.title]).map(|title| fold(title)));
            titles.extend(ranks);
        }
    }
    titles
}

fn holds(titles: &[String], text: &str) -> bool {
    titles.iter().any(|title| holds_all(title, text))
}

/// Whether all words of a text stand in a title, which is folded.
fn holds_all(title: &str, text: &str) -> bool {
    let words = fold(text);
    !words.is_empty() && words.split(' ').all(|word| title.split(' ').any(|own| own == word))
}

fn is_printed(graph: &KnowledgeGraph, text: &str) -> bool {
    let printed = graph.facts().iter().flat_map(|fact| &fact.parts).filter_map(|part| part.printed.as_ref());
    printed.into_iter().any(|printed| holds_all(&fold(printed), text))
}
