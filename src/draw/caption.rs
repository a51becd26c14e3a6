//! What stands under a picture: what was counted, what is covered, on whose word, and from which facts it was made.

use super::brief;
use super::period::period_in_words;
use super::text::plain;
use crate::date::Period;
use crate::export::{left_out_in_print, made_with, rules};
use crate::query::Answer;
use std::collections::{BTreeMap, BTreeSet};

/// So many publishers are named.
const NAMED: usize = 3;

/// The sentences under a picture, as few and short as they can be; `counted` says what is drawn, and `notes` how to read it.
pub(super) fn sentences(answer: &Answer, counted: &str, notes: &[String]) -> Vec<String> {
    let mut sentences = vec![format!("{counted}. {}.", period(answer))];
    sentences.extend(notes.iter().cloned());
    sentences.extend(brief::rules(answer));
    sentences.extend(brief::left_out(answer));
    sentences.push(brief::coverage(answer));
    sentences.extend(sources(answer));
    sentences.push(brief::made_with(answer));
    sentences.iter().map(|sentence| plain(sentence)).collect()
}

/// The same at length, for those to whom the picture is read aloud and for programs.
pub(super) fn description(answer: &Answer, counted: &str, notes: &[String]) -> Vec<String> {
    let mut sentences = vec![format!("{counted}. {}.", period(answer))];
    sentences.extend(notes.iter().cloned());
    sentences.extend(rules(answer));
    let out = left_out_in_print(answer);
    sentences.extend((!out.is_empty()).then(|| format!("Not drawn: {}.", out.join("; "))));
    sentences.push(format!(
        "Coverage: {}. What is not drawn may have taken place all the same.",
        answer.coverage.sentence.trim_end_matches('.')
    ));
    sentences.extend(sources(answer));
    sentences.push(format!("{}.", made_with(answer)));
    sentences.iter().map(|sentence| plain(sentence)).collect()
}

fn period(answer: &Answer) -> String {
    if answer.period == Period::ALL {
        return match (answer.coverage.first, answer.coverage.last) {
            (Some(first), Some(last)) => format!("At any time; events on record are of {first} to {last}"),
            _ => "At any time".to_owned(),
        };
    }
    format!("Period: {}", period_in_words(answer.period).unwrap_or_default())
}

/// How many sources the picture rests on, and the publishers of most of them.
fn sources(answer: &Answer) -> Option<String> {
    let sources: BTreeSet<_> = answer.citations.iter().map(|cited| &cited.source).collect();
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    let publications = sources.iter().filter_map(|source| answer.citations.publication(source));
    for publisher in publications.filter_map(|publication| publication.publisher.as_deref()) {
        *by.entry(publisher).or_default() += 1;
    }
    let mut order: Vec<(&str, usize)> = by.into_iter().collect();
    order.sort_by_key(|(name, number)| (std::cmp::Reverse(*number), *name));
    let named: Vec<&str> = order.iter().take(NAMED).map(|(name, _)| *name).collect();
    let more = order.len().saturating_sub(named.len());
    let publishers = match (named.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!(": {}", named.join(", ")),
        (false, more) => format!(", of {} and {more} more", named.join(", ")),
    };
    let word = if sources.len() == 1 { "source" } else { "sources" };
    (!sources.is_empty()).then(|| format!("{} {word}{publishers}.", sources.len()))
}
