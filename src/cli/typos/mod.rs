//! One letter changed in a word of the command line: it is never taken for another word, and the right one is suggested.
//!
//! Of one slip: a letter replaced, left out, doubled, or swapped with the next. What is a word of its kind all the same is
//! read as that word, which `Read as:` names; a sample of that goes through the program in `tests/process.rs`.

mod columns;
mod commands;
mod names;
mod periods;
mod values;

use super::{examples, usage};
use chancery::date::Day;
use chancery::graph::KnowledgeGraph;
use chancery::read::read_built_in;
use chancery::resolve::resolve;
use clap::Command;

/// Every word that came of another by one slip.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let mut with = |others: &[char]| {
            let (before, after) = (&letters[..at], &letters[at + 1..]);
            slips.push(before.iter().chain(others).chain(after).collect::<String>());
        };
        others(*letter).into_iter().for_each(|other| with(&[other]));
        with(&[]);
        with(&[*letter, *letter]);
        if let Some(next) = letters.get(at + 1) {
            slips.push(letters[..at].iter().chain([next, letter]).chain(&letters[at + 2..]).collect());
        }
    }
    slips.retain(|slip| slip != word && !slip.is_empty());
    slips.sort();
    slips.dedup();
    slips
}

/// What is typed instead of a letter.
fn others(letter: char) -> Vec<char> {
    match letter {
        '0'..='8' => vec![char::from_u32(letter as u32 + 1).unwrap()],
        '9' => vec!['0'],
        'a'..='y' | 'A'..='Y' => vec![char::from_u32(letter as u32 + 1).unwrap(), 'k'],
        _ => vec!['e'],
    }
}

/// What became of the slips.
#[derive(Default)]
struct Count {
    tried: usize,
    valid: usize,
    refused: usize,
    suggested: usize,
    missed: Vec<String>,
}

impl Count {
    /// Notes what a refusal says about a slip.
    fn refusal(&mut self, slip: &str, says_it: bool, text: &str) {
        self.refused += 1;
        if says_it {
            self.suggested += 1;
        } else {
            self.missed.push(format!("{slip}: {text}"));
        }
    }

    fn end(self, at_least: usize) {
        let Self { tried, valid, refused, suggested, missed } = self;
        assert!(tried >= at_least, "{tried} slips are tried, of which {valid} are words");
        assert!(missed.is_empty(), "the right word is suggested for {suggested} of {refused}, not for {missed:#?}");
    }
}

/// Every command with the words that lead to it.
fn paths(command: &Command, path: &[String], give: &mut dyn FnMut(&[String], &Command)) {
    give(path, command);
    for sub in command.get_subcommands() {
        let below: Vec<String> = path.iter().cloned().chain([sub.get_name().to_owned()]).collect();
        paths(sub, &below, give);
    }
}

struct Line {
    root: Command,
}

impl Line {
    fn new() -> Self {
        let mut root = examples::command();
        root.build();
        Self { root }
    }

    /// What the program says to these words, if it does not take them.
    fn refusal(&mut self, words: &[String]) -> Option<String> {
        let typed = std::iter::once("chancery").chain(words.iter().map(String::as_str));
        let error = self.root.try_get_matches_from_mut(typed).err()?;
        error.use_stderr().then(|| plain(&usage::told(&error, words, &self.root)))
    }
}

/// A text without colours.
fn plain(text: &str) -> String {
    let parts = text.split('\u{1b}').enumerate();
    parts.map(|(at, part)| if at == 0 { part } else { part.split_once('m').map_or(part, |(_, rest)| rest) }).collect()
}

/// Whether an error or hint has a word as a whole, or as what the program lists.
fn names_it(text: &str, word: &str) -> bool {
    let says = |line: &&str| !line.starts_with("Usage:") && !line.starts_with("For more");
    let mut words = text.lines().filter(says).flat_map(|line| line.split(|c: char| " '`\",;:?()[]".contains(c)));
    words.any(|own| own == word)
}

fn graph() -> KnowledgeGraph {
    KnowledgeGraph::new(resolve(read_built_in()).facts)
}

fn today() -> Day {
    "2024-12-31".parse().unwrap()
}
