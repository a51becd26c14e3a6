//! Loads facts of one's own from RON, with all problems, and asks a question about them.
//!
//! Run with `cargo run --example own_facts`.
#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use chancery::graph::KnowledgeGraph;
use chancery::query::{Meetings, Query, Rows, Scope};
use chancery::read::read_texts;
use chancery::resolve::{Loading, resolve};
use std::error::Error;

/// One record is broken; it hides none of the others.
const FACTS: &str = r#"[
    Source(id: "paper", title: "A paper", published: "2001-05-04"),
    Person(id: "person-a", name: "Person A"),
    Person(id: "person-b", nmae: "Person B"),
    Meeting(id: "a-b", when: "2001-05", participants: ["person-a", "person-b"], source: "paper#p1"),
]"#;

fn main() -> Result<(), Box<dyn Error>> {
    let Loading { facts, problems } = resolve(read_texts([("own.ron".to_owned(), FACTS.into())]));
    for problem in &problems {
        println!("{}: {} ({})", problem.span, problem.message, problem.hint.as_deref().unwrap_or("no hint"));
    }

    let graph = KnowledgeGraph::new(facts);
    let who = "person-a".parse::<chancery::id::Id>()?.into();
    let answer = Query::Meetings(Meetings { who, with: None, scope: Scope::default() }).answer(&graph);
    let Rows::Events(rows) = &answer.rows else { return Err("meetings are events".into()) };
    for row in rows {
        let met: Vec<&str> = row.with.iter().map(|person| person.name.as_str()).collect();
        println!("{}: Person A met {}, {}", row.date, met.join(", "), row.certainty);
    }
    Ok(())
}
