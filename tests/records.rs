//! Every field of every kind of record can be read, and no other.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chancery::diagnostic::Code;
use chancery::read::{Loaded, parse_item, read_texts, split};
use chancery::read::{SourceText, list};
use chancery::record::{Kind, Record};
use chancery::resolve::resolve;
use std::collections::BTreeSet;

const EVERY_FIELD: &str = include_str!("records/every-field.ron");
const DICTIONARY: &str = include_str!("../graph-data/README.md");

fn loaded(text: &str) -> Loaded {
    read_texts([("every-field.ron".to_owned(), text.as_bytes().to_vec())])
}

#[test]
fn every_field_is_read_without_a_problem() {
    let loading = resolve(loaded(EVERY_FIELD));
    assert_eq!(loading.problems, []);
    assert!(loading.facts.iter().all(|fact| fact.body.is_some()));
    let kinds: BTreeSet<Kind> = loading.facts.iter().filter_map(|fact| fact.kind()).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), Kind::ALL);
}

/// A record is refused with one field more, and the hint then lists every field of its kind: each must stand on some
/// record of the kind in the file.
#[test]
fn every_kind_refuses_other_fields_and_the_file_leaves_none_out() {
    let text = SourceText::new("every-field.ron", EVERY_FIELD.as_bytes().to_vec());
    let items: Vec<&str> =
        split(&text).items.iter().map(|item| std::str::from_utf8(text.slice(item.range.clone())).unwrap()).collect();
    for kind in Kind::ALL {
        let own: Vec<&&str> = items.iter().filter(|item| item.starts_with(&format!("{}(", kind.tag()))).collect();
        let problem = refusal(&own.first().unwrap().replacen('(', "(zzzzzzzz: 1, ", 1));
        assert_eq!(problem.0, format!("`{}` has no field `zzzzzzzz`", kind.tag()));
        for field in listed(&problem.1) {
            let written = |item: &&&str| item.contains(&format!("{field}: "));
            assert!(own.iter().any(written), "no {} has a `{field}`", kind.tag());
        }
    }
}

/// The same for the structs inside of records, and for the words of every closed list.
#[test]
fn every_struct_and_every_closed_list_is_complete() {
    for (start, end) in [
        ("Meeting(id: \"a\", participants: [(who: \"b\", ", ")])"),
        ("Meeting(id: \"a\", source: (source: \"b\", ", "))"),
        ("Source(id: \"a\", title: \"A\", covers: [(", ")])"),
        ("Party(id: \"a\", name: \"A\", ruling: [(of: \"b\", ", ")])"),
        ("Place(id: \"a\", name: \"A\", within: [(place: \"b\", ", ")])"),
        ("Visit(id: \"a\", legs: [(place: \"b\", ", ")])"),
        ("Tally(id: \"a\", number: 1, of: (", "))"),
        ("Person(id: \"a\", name: \"A\", former: [(name: \"b\", ", ")])"),
    ] {
        let (message, hint) = refusal(&format!("{start}zzzzzzzz: 1{end}"));
        assert!(message.ends_with("has no field `zzzzzzzz`"), "{start}: {message}");
        for field in listed(&hint) {
            assert!(EVERY_FIELD.contains(&format!("{field}: ")), "{start}: no `{field}`");
        }
    }
    for (start, end, count) in [
        ("State(id: \"a\", name: \"A\", kind: ", ")", 4),
        ("Organization(id: \"a\", name: \"A\", kind: ", ")", 10),
        ("Forum(id: \"a\", name: \"A\", kind: ", ")", 6),
        ("Office(id: \"a\", title: \"A\", of: \"b\", level: [", "])", 16),
        ("Tenure(id: \"a\", person: \"b\", office: \"c\", how_ended: ", ")", 5),
        ("Membership(id: \"a\", who: \"b\", of: \"c\", kind: ", ")", 8),
        ("Meeting(id: \"a\", medium: ", ")", 3),
        ("Meeting(id: \"a\", status: ", ")", 4),
        ("Meeting(id: \"a\", format: ", ")", 10),
        ("Meeting(id: \"a\", participants: [(who: \"b\", role: ", ")])", 8),
        ("Meeting(id: \"a\", participants: [(who: \"b\", part: ", ")])", 6),
        ("Meeting(id: \"a\", participants: [(who: \"b\", presence: ", ")])", 5),
        ("Visit(id: \"a\", rank: ", ")", 8),
        ("Visit(id: \"a\", occasion: [", "])", 9),
        ("Session(id: \"a\", of: \"b\", kind: ", ")", 7),
        ("Activity(id: \"a\", kind: ", ")", 13),
        ("Message(id: \"a\", kind: ", ")", 8),
        ("Document(id: \"a\", kind: ", ")", 8),
        ("Source(id: \"a\", title: \"A\", kind: ", ")", 7),
        ("Source(id: \"a\", title: \"A\", genre: ", ")", 11),
        ("Source(id: \"a\", title: \"A\", read: ", ")", 2),
        ("Source(id: \"a\", title: \"A\", grade: ", ")", 6),
        ("Source(id: \"a\", title: \"A\", covers: [(modes: [", "])])", 4),
        ("Source(id: \"a\", title: \"A\", covers: [(degree: ", ")])", 2),
        ("Source(id: \"a\", title: \"A\", covers: [(claimed_by: ", ")])", 2),
    ] {
        let (_, hint) = refusal(&format!("{start}Zzzzzzzz{end}"));
        let words = listed(&hint);
        assert_eq!(words.len(), count, "{start}: {hint}");
        for word in words {
            let is_written = EVERY_FIELD.split(|c: char| !c.is_ascii_alphanumeric()).any(|written| written == word);
            assert!(is_written, "{start}: no `{word}`");
        }
    }
}

/// The message and the hint of an item that cannot be read.
fn refusal(item: &str) -> (String, String) {
    let text = SourceText::new("a.ron", item.as_bytes().to_vec());
    let problem = parse_item::<Record>(&text, 0..item.len()).expect_err(item);
    (problem.message, problem.hint.unwrap_or_default())
}

/// The words in backticks of a hint.
fn listed(hint: &str) -> Vec<&str> {
    hint.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_examples_of_the_data_dictionary_can_be_read() {
    let mut examples = 0;
    for (before, block) in blocks(DICTIONARY) {
        let line = before.lines().count();
        let text = SourceText::new(format!("README.md after line {line}"), block.as_bytes().to_vec());
        let list = list::<Record>(&text);
        assert_eq!(list.problems, [], "{block}");
        assert!(!list.values.is_empty(), "{block}");
        let problems = resolve(loaded(block)).problems;
        let meant = |code| matches!(code, Code::UnknownId);
        assert!(problems.iter().all(|problem| meant(problem.code)), "{problems:#?}");
        examples += 1;
    }
    assert!(examples > 10, "{examples}");
}

/// The blocks of RON in a page, each with what stands before it.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let starts = page.match_indices("```ron\n").map(|(at, fence)| at + fence.len());
    starts.map(|at| (&page[..at], page[at..].split("```").next().unwrap())).collect()
}
