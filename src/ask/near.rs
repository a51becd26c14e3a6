//! What is near to a sentence that has no shape: the same with a misspelt word put right, or the nearest shapes.

use super::pattern::each_word;
use super::reader::Reader;
use super::refusal::{Offer, Refusal};
use super::sentence::Sentence;
use super::shape::Shape;
use super::shapes::{own_words, shapes};
use super::when::is_period;
use crate::names::is_one_slip_away;

/// In longer sentences no misspelt word is looked for.
const CORRECTED: usize = 25;

/// How many shapes are named.
const NAMED: usize = 3;

/// Short words of English that nobody takes for each other, though they are one letter apart.
const NO_SLIPS: [(&str, &str); 3] = [("or", "on"), ("in", "on"), ("on", "in")];

/// How many corrections are tried.
const MOST_TRIED: usize = 200;

/// The same sentence with one word replaced by one that differs in one letter, if it can be read then.
pub(super) fn corrected(reader: &Reader<'_>, sentence: &Sentence) -> Option<Refusal> {
    if sentence.len() > CORRECTED {
        return None;
    }
    let mut tried = 0;
    for (at, word) in sentence.words.iter().enumerate() {
        let is_near = |own: &&str| is_one_slip_away(&word.key, own) && !NO_SLIPS.contains(&(word.key.as_str(), *own));
        let near: Vec<&str> = own_words().iter().copied().filter(is_near).collect();
        tried += near.len();
        if tried > MOST_TRIED {
            return None;
        }
        let offers: Vec<Offer> = near.into_iter().filter_map(|own| offer(reader, sentence, at, own)).collect();
        if !offers.is_empty() {
            return Some(Refusal::Misspelt { word: word.text.clone(), offers });
        }
    }
    None
}

fn offer(reader: &Reader<'_>, sentence: &Sentence, at: usize, own: &str) -> Option<Offer> {
    let question = sentence.with(at, at + 1, own);
    let corrected = Sentence::read(&question)?;
    let reads = reader.readings(&corrected).len() == 1 && reader.is_own_word(&corrected, at);
    reads.then(|| Offer { question, because: format!("`{own}`") })
}

/// The nearest shapes in words, and the longest beginning that is a question.
pub(super) fn shapes_near(reader: &Reader<'_>, sentence: &Sentence, beginning: Option<usize>) -> Refusal {
    let mut ranked: Vec<(i64, usize)> =
        shapes().iter().enumerate().map(|(number, shape)| (-likeness(sentence, shape), number)).collect();
    ranked.sort_unstable();
    let near = ranked.into_iter().filter(|(likeness, _)| *likeness < 0);
    let shapes = near.filter_map(|(_, number)| shapes().get(number)).take(NAMED).map(Shape::in_words).collect();
    let parts = |end| (sentence.text(0, end), sentence.text(end, sentence.len()));
    let beginning = beginning.map(parts);
    let offers = beginning.iter().map(|(whole, rest)| shorter(reader, whole, rest)).collect();
    Refusal::NoShape { beginning, shapes, offers }
}

/// The beginning of a question, with a bare year after it as a phrase of time.
fn shorter(reader: &Reader<'_>, whole: &str, rest: &str) -> Offer {
    let whole = whole.trim_end_matches('?');
    let question = format!("{whole} in {rest}");
    let reads = is_period(rest, reader.today) && reader.read(&question).is_ok();
    Offer { question: if reads { question } else { whole.to_owned() }, because: String::new() }
}

/// Where the longest beginning ends that can be read.
pub(super) fn beginning(reader: &Reader<'_>, sentence: &Sentence) -> Option<usize> {
    let ends = (2..sentence.len()).rev().take(CORRECTED);
    let reads = |end: &usize| {
        let words = sentence.words.iter().take(*end).cloned().collect();
        !reader.readings(&Sentence { words }).is_empty()
    };
    ends.into_iter().find(reads)
}

/// How many words of a sentence a shape has, less those that it misses; a word that is one letter off counts half.
fn likeness(sentence: &Sentence, shape: &Shape) -> i64 {
    let mut own = Vec::new();
    each_word(&shape.items, &mut |word| own.push(word));
    let score = |key: &str| match own.iter().position(|word| *word == key) {
        Some(_) => 4,
        None if own.iter().any(|word| is_one_slip_away(key, word)) => 2,
        None => 0,
    };
    let shared: i64 = sentence.words.iter().map(|word| score(&word.key)).sum();
    let first = sentence.key(0).is_some_and(|key| own.contains(&key));
    let missed = i64::try_from(needed(shape).iter().filter(|word| !has(sentence, word)).count()).unwrap_or(0);
    if shared == 0 { 0 } else { (shared + i64::from(first) - missed).max(0) }
}

fn has(sentence: &Sentence, word: &str) -> bool {
    sentence.words.iter().any(|own| own.key == word || is_one_slip_away(&own.key, word))
}

/// The words that no sentence of a shape goes without.
fn needed(shape: &Shape) -> Vec<&'static str> {
    let words = shape.items.iter().filter_map(|item| match item {
        super::pattern::Item::Word(word) => Some(*word),
        _ => None,
    });
    words.collect()
}
