//! Questions in English: each is read as what it asks, or refused with what was meant.
//!
//! `CHANCERY_UPDATE=1 cargo test --test asking` writes what the questions in `tests/ask` give, and the table of shapes in
//! `docs/asking.md`, anew. Today is 2024-12-31 in all of them.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::panic, reason = "a question that is not read as it should be is shown")]

#[path = "asking/books.rs"]
mod books;
#[path = "asking/told.rs"]
mod told;
#[path = "asking/typos.rs"]
mod typos;

use chancery::ask::{Reader, Slot, Teller, page, shapes};
use chancery::graph::KnowledgeGraph;
use chancery::read::{read_built_in, read_folder};
use chancery::resolve::resolve;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn built_in() -> KnowledgeGraph {
    KnowledgeGraph::new(resolve(read_built_in()).facts)
}

fn small() -> KnowledgeGraph {
    KnowledgeGraph::new(resolve(read_folder(&root().join("tests/facts/asked"))).facts)
}

fn reader(graph: &KnowledgeGraph) -> Reader<'_> {
    Reader::new(graph, "2024-12-31".parse().expect("a day"))
}

/// Holds a file against what it should be, or writes it.
fn compare(path: &PathBuf, expected: &str) {
    if std::env::var_os("CHANCERY_UPDATE").is_some() {
        std::fs::write(path, expected).expect("the file can be written");
    }
    let found = std::fs::read_to_string(path).expect("the file can be read");
    assert!(found == expected, "{} is not up to date; CHANCERY_UPDATE=1 writes it", path.display());
}

/// Says everything that may be left out, and nothing of slots.
struct First;

impl Teller for First {
    fn choose(&mut self, among: usize) -> usize {
        among - 1
    }

    fn fill(&mut self, _: &'static str, _: Slot) -> String {
        "X".to_owned()
    }
}

#[test]
fn every_example_is_read_by_its_own_shape() {
    let graph = built_in();
    let reader = reader(&graph);
    let mut patterns = BTreeSet::new();
    for shape in shapes() {
        assert!(patterns.insert(shape.pattern), "{} stands twice", shape.pattern);
        let words = shape.tell(&mut First).replace([' ', '\'', ','], "");
        assert!(words.chars().all(char::is_alphanumeric), "{} is not written as a pattern", shape.pattern);
        let reading = reader.read(shape.example).unwrap_or_else(|error| panic!("{}: {error}", shape.example));
        assert_eq!(reading.shape.pattern, shape.pattern, "{}", shape.example);
    }
}

#[test]
fn the_page_of_shapes_is_up_to_date() {
    const BEGIN: &str = "<!-- shapes: written by CHANCERY_UPDATE=1 cargo test --test asking -->\n";
    let path = root().join("docs/asking.md");
    let text = std::fs::read_to_string(&path).expect("the page can be read");
    let head = text.split(BEGIN).next().expect("a beginning");
    compare(&path, &format!("{head}{BEGIN}{}", page()));
}

#[test]
fn the_questions_of_the_documents_are_read_and_stand_in_the_books() {
    let graph = built_in();
    let reader = reader(&graph);
    let mut read = 0;
    let written = books::all();
    for file in ["README.md", "docs/asking.md", "src/cli/examples.rs", "src/cli/topics/ask.txt"] {
        let text = std::fs::read_to_string(root().join(file)).expect("the file can be read");
        for question in text.lines().filter_map(|line| line.split_once("chancery ask '")?.1.split('\'').next()) {
            assert!(written.contains(question), "{file}: `{question}` stands in none of tests/ask");
            match reader.read(question) {
                Ok(_) => read += 1,
                // One is shown as it is refused.
                Err(refusal) => assert_eq!(question, "who did Xi meat in Kazan?", "{file}: {refusal}"),
            }
        }
    }
    assert!(read >= 7, "{read} questions were found");
}
