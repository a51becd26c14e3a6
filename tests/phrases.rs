//! Phrases on the built-in facts: what names are in the sentences that people write.
//!
//! Each line of `tests/phrases/built-in.txt` is a phrase, at need `@ PERIOD`, and behind `=>` what it means: ids and what was
//! understood, `?` before candidates of an ambiguous phrase, `!` before those who have the name but never bore the title,
//! `-` before suggestions. `CHANCERY_UPDATE=1 cargo test --test phrases` writes what is behind `=>`; read it as a diff.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::names::{NameError, Reading, Suggestion, Wanted};
use chancery::query::Directory;
use chancery::record::Kind;
use chancery::resolve::load_built_in;
use std::fs;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/phrases/built-in.txt");

const WHO: Wanted<'_> = Wanted {
    kinds: &[Kind::Person, Kind::State, Kind::Party, Kind::Organization, Kind::Forum, Kind::Office],
    word: "a person, office or actor",
};

#[test]
fn phrases_of_the_built_in_facts() {
    let graph = KnowledgeGraph::new(load_built_in().facts);
    let directory = Directory::new(&graph);
    let expected = fs::read_to_string(FILE).expect("the file is there");
    let asked = expected.lines().map(|line| line.split(" => ").next().unwrap_or_default());
    let seen: String = asked.map(|asked| format!("{asked} => {}\n", meaning(&directory, asked))).collect();
    assert!(seen.lines().count() > 80, "phrases were lost");
    if std::env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(FILE, &seen).expect("the file can be written");
        return;
    }
    for (seen, expected) in seen.lines().zip(expected.lines()) {
        assert_eq!(seen, expected);
    }
}

fn meaning(directory: &Directory<'_>, asked: &str) -> String {
    let (text, period) = asked.split_once(" @ ").unwrap_or((asked, ".."));
    let period = Period::parse(period, Day::FIRST).expect("a period of the file is one");
    match directory.phrase(text, &WHO, period).map_err(|error| error.error) {
        Ok(reading) => told(&reading),
        Err(NameError::Ambiguous { candidates, .. }) => format!("? {}", ids(candidates.iter())),
        Err(NameError::Unfit { title, bearers, .. }) => format!("! {title}: {}", of_suggestions(&bearers)),
        Err(NameError::Unknown { suggestions, .. }) => {
            format!("- {}", of_suggestions(&suggestions)).trim_end().to_owned()
        }
        Err(NameError::WrongKind { found, .. }) => format!("wrong {}", ids(found.iter().map(|(id, _)| id))),
    }
}

fn told(reading: &Reading) -> String {
    let officials = if reading.officials.is_some() { "officials of " } else { "" };
    let others = if reading.passed_over.is_empty() { "" } else { " (and others)" };
    let understood = reading.understood.as_ref().map(|words| format!(": {words}")).unwrap_or_default();
    format!("{officials}{}{others}{understood}", ids(reading.ids.iter()))
}

fn ids<'i>(ids: impl Iterator<Item = &'i Id>) -> String {
    ids.map(Id::as_str).collect::<Vec<_>>().join(" ")
}

fn of_suggestions(suggestions: &[Suggestion]) -> String {
    ids(suggestions.iter().map(|near| &near.id))
}
