//! Questions written by hand: each with its reading and the first rows of its answer, or why it is refused.

use crate::{built_in, compare, reader, root};
use chancery::ask::{Reader, Refusal};
use chancery::graph::KnowledgeGraph;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// How many rows are shown, and how long.
const ROWS: usize = 2;
const WIDTH: usize = 140;

fn books() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(root().join("tests/ask")).expect("the folder is there");
    let mut books: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    books.sort();
    books
}

fn questions(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("> "))
}

/// Every question of the books.
pub(crate) fn all() -> BTreeSet<String> {
    let texts = books().into_iter().map(|book| std::fs::read_to_string(book).expect("the file can be read"));
    texts.flat_map(|text| questions(&text).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn questions_are_answered_or_refused_as_written() {
    let graph = built_in();
    let reader = reader(&graph);
    let (mut all, mut refused) = (0, 0);
    for book in books() {
        let text = std::fs::read_to_string(&book).expect("the file can be read");
        let mut expected = String::new();
        for question in questions(&text) {
            let told = told(&graph, &reader, question);
            all += 1;
            refused += usize::from(told.starts_with("refused"));
            expected += &format!("> {question}\n{told}\n");
        }
        compare(&book, &expected);
    }
    assert!(all >= 200 && refused * 3 >= all, "{refused} of {all} are refused");
}

/// What is offered can be read, and what is offered as a correction is no other way to be refused.
#[test]
fn what_is_offered_can_be_asked() {
    let graph = built_in();
    let reader = reader(&graph);
    let mut offers = 0;
    for book in books() {
        let text = std::fs::read_to_string(&book).expect("the file can be read");
        for refusal in questions(&text).filter_map(|question| reader.read(question).err()) {
            for offer in refusal.offers() {
                let read = reader.read(&offer.question);
                assert!(read.is_ok(), "{}: {}", offer.question, read.expect_err("it is refused"));
                offers += 1;
            }
        }
    }
    assert!(offers > 50, "{offers} questions are offered");
}

fn told(graph: &KnowledgeGraph, reader: &Reader<'_>, question: &str) -> String {
    match reader.read(question) {
        Ok(reading) => {
            let mut answer = reading.asked.query.answer(graph);
            if let Some(end) = reading.asked.end {
                answer.keep_end(end);
            }
            let mut told = format!("read as: {}\n", reading.asked.understood(graph));
            reading.notices.iter().for_each(|notice| told += &format!("note: {notice}\n"));
            let table = answer.table(None).expect("its own columns");
            told += &match table.rows.len() {
                1 => "1 row\n".to_owned(),
                rows => format!("{rows} rows\n"),
            };
            for row in table.rows.iter().take(ROWS) {
                let cells: Vec<String> = row.iter().map(chancery::query::row::Cell::text).collect();
                let line: String = cells.join(" | ").replace('\n', " ").chars().take(WIDTH).collect();
                told += &format!("  {}\n", line.trim_end());
            }
            told
        }
        Err(refusal) => refused(graph, &refusal),
    }
}

fn refused(graph: &KnowledgeGraph, refusal: &Refusal) -> String {
    let mut told = format!("refused: {refusal}\n");
    refusal.hint().into_iter().for_each(|hint| told += &format!("hint: {hint}\n"));
    refusal.offers().iter().for_each(|offer| told += &format!("try: {}\n", offer.question));
    if let Refusal::Several { meant } = refusal {
        meant.iter().for_each(|one| told += &format!("or: {}\n", one.asked.understood(graph)));
    }
    told
}
