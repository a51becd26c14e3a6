//! Slips in columns.

use super::{Count, graph, names_it, slips, today};
use crate::cli::failure::Failure;
use chancery::ask::{Reader, shapes};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Answer, Page, SortBy};
use std::collections::BTreeMap;

/// An answer to each question, with rows.
fn answers(graph: &KnowledgeGraph) -> BTreeMap<&'static str, Answer> {
    let reader = Reader::new(graph, today());
    let mut answers = BTreeMap::new();
    for shape in shapes() {
        let asked = reader.read(shape.example).unwrap().asked;
        answers.entry(asked.query.name()).or_insert_with(|| asked.query.answer(graph));
    }
    answers
}

#[test]
fn a_slip_in_a_column() {
    let (graph, mut count) = (graph(), Count::default());
    let answers = answers(&graph);
    assert!(answers.len() > 15, "{:?}", answers.keys());
    for (question, mut answer) in answers {
        let all = answer.table(Some(&["\u{0}".to_owned()])).unwrap_err().columns;
        for right in &all {
            for slip in slips(right) {
                count.tried += 1;
                if all.contains(&slip.as_str()) {
                    count.valid += 1;
                    continue;
                }
                let sort = Some(SortBy { column: slip.clone(), descending: false });
                let sorted = answer.arrange(&Page { sort, limit: None });
                assert!(sorted.is_err(), "{question}: {slip} is taken");
                let error = answer.table(Some(std::slice::from_ref(&slip))).unwrap_err();
                let (message, hints) = Failure::from(error).words();
                count.refusal(&format!("{question}: {slip}"), names_it(&hints.join(" "), right), &message);
            }
        }
    }
    count.end(5_000);
}
