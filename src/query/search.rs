//! Search: where all words of a text stand, in names, titles, quotes and texts.

use super::answer::Answer;
use super::cite::CitedAt;
use super::people::event_name;
use super::row::SearchRow;
use super::{LeftOut, Rows};
use crate::graph::KnowledgeGraph;
use crate::model::{Certainty, Fact};
use crate::names::fold;
use crate::record::{Body, Event};

const SHOWN: &[&str] = &["kind", "id", "name", "field", "text", "src"];

/// How much of a long text is shown around the first word found, in characters.
const AROUND: usize = 70;

/// Answers where words stand. Reads every name and text: search is the one question that looks at all facts.
pub(super) fn search(graph: &KnowledgeGraph, text: &str) -> Answer {
    let words: Vec<String> = fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut rows = Vec::new();
    if !words.is_empty() {
        for fact in graph.facts() {
            rows.extend(find(graph, fact, &words));
        }
        let saying = graph.rows_saying(|text| holds(text, &words)).into_iter();
        rows.extend(saying.filter_map(|row| find(graph, graph.fact(row), &words)));
    }
    rows.sort_by_key(|row| (rank(row.field), row.kind, row.id.clone()));
    Answer::new(graph, Rows::Search(rows), LeftOut::default(), SHOWN)
}

/// Names come before titles, titles before texts.
fn rank(field: &str) -> usize {
    ["name", "title", "text", "quote", "note"].iter().position(|known| *known == field).unwrap_or(2)
}

/// The first field of a fact in which all words stand.
fn find(graph: &KnowledgeGraph, fact: &Fact, words: &[String]) -> Option<SearchRow> {
    let (field, text) = fields(fact).into_iter().find(|(_, text)| holds(text, words))?;
    Some(SearchRow {
        id: fact.id.clone(),
        kind: fact.kind().map_or("unknown", crate::record::Kind::name),
        name: event_name(graph, fact),
        field,
        text: around(text, words),
        certainty: if fact.disputed.is_empty() && !fact.is_withdrawn() {
            Certainty::Certain
        } else {
            Certainty::Disputed
        },
        cites: Vec::new(),
        support: CitedAt::all(fact),
    })
}

fn fields(fact: &Fact) -> Vec<(&'static str, &str)> {
    let mut fields: Vec<(&'static str, &str)> = Vec::new();
    if let Some(names) = fact.names() {
        fields.extend(names.all().map(|name| ("name", name)));
    }
    match fact.body.as_deref() {
        Some(Body::Office(office)) => {
            fields.push(("title", office.title.as_str()));
            fields.extend(office.names.values().flatten().map(|name| ("title", name.as_str())));
        }
        Some(Body::Source(source)) => fields.push(("title", source.title.as_str())),
        Some(Body::Remark(remark)) => fields.push(("text", remark.text.as_str())),
        Some(Body::Event(event)) => {
            fields.extend(event.shared().name.as_deref().map(|name| ("name", name)));
            if let Event::Statement(statement) = event {
                fields.extend(statement.text.as_deref().map(|text| ("text", text)));
                fields.extend(statement.stance.as_deref().map(|text| ("stance", text)));
            }
        }
        _ => {}
    }
    fields.extend(fact.parts.iter().filter_map(|part| Some(("printed", part.printed.as_deref()?))));
    let citations = fact.accounts.iter().filter_map(|account| account.citation.as_ref());
    fields.extend(citations.filter_map(|citation| Some(("quote", citation.quote.as_deref()?))));
    fields.extend(fact.notes.iter().map(|note| ("note", note.as_ref())));
    fields
}

fn holds(text: &str, words: &[String]) -> bool {
    let folded = fold(text);
    words.iter().all(|word| folded.contains(word.as_str()))
}

/// The text around the first word, cut at words.
fn around(text: &str, words: &[String]) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    let hit = all.iter().position(|word| words.iter().any(|wanted| fold(word).contains(wanted.as_str()))).unwrap_or(0);
    let (mut first, mut end) = (hit, (hit + 1).min(all.len()));
    let length = |first: usize, end: usize| {
        all.get(first..end).unwrap_or_default().iter().map(|word| word.chars().count() + 1).sum::<usize>()
    };
    while length(first, end) < AROUND && (first > 0 || end < all.len()) {
        first = first.saturating_sub(1);
        end = (end + 1).min(all.len());
    }
    let before = if first > 0 { "… " } else { "" };
    let after = if end < all.len() { " …" } else { "" };
    format!("{before}{}{after}", all.get(first..end).unwrap_or_default().join(" "))
}
