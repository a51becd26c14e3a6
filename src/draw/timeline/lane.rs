//! Lanes: what is dated about one of those asked about.

use super::item::Item;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::query::row::EventRow;
use crate::query::{Answer, Query, Rows, Who};
use std::collections::{BTreeMap, BTreeSet};

/// What is dated about one of those asked about.
#[derive(Clone, Debug, Default)]
pub(super) struct Lane {
    /// Whose lane it is.
    pub(super) name: String,
    /// What is dated.
    pub(super) items: Vec<Item>,
    /// What has no day.
    pub(super) undated: Vec<Item>,
}

impl Lane {
    fn of<'r>(
        name: String,
        rows: impl Iterator<Item = &'r EventRow>,
        (answer, told): (&Answer, &[&Id]),
        graph: &KnowledgeGraph,
    ) -> Self {
        let items = rows.map(|row| Item::of(row, graph, &answer.names, told));
        let (items, undated) = items.partition(|item| item.days.is_some());
        Self { name, items: crowds_joined(items), undated }
    }
}

/// So many of a kind on the same days are drawn apart.
const APART: usize = 3;

/// More of one kind and degree on the same days than can be drawn apart become one.
fn crowds_joined(items: Vec<Item>) -> Vec<Item> {
    let mut alike: BTreeMap<_, Vec<Item>> = BTreeMap::new();
    let mut apart = Vec::new();
    for item in items {
        if item.is_bar() {
            apart.push(item);
        } else {
            alike.entry((item.days, item.kind, item.certainty)).or_default().push(item);
        }
    }
    for crowd in alike.into_values() {
        if crowd.len() > APART {
            apart.extend(Item::joined(crowd));
        } else {
            apart.extend(crowd);
        }
    }
    apart
}

/// A lane for each answer.
pub(super) fn one_each(answers: &[Answer], graph: &KnowledgeGraph) -> Vec<Lane> {
    answers.iter().map(|answer| Lane::of(name(answer, graph), rows(answer).iter(), (answer, &[]), graph)).collect()
}

/// A lane for each of two, and between them one for what is about both.
pub(super) fn of_pair(answers: &[Answer], graph: &KnowledgeGraph) -> Vec<Lane> {
    let [one, other] = answers else {
        return one_each(answers, graph);
    };
    let ids = |answer: &Answer| rows(answer).iter().map(|row| row.event.clone()).collect::<BTreeSet<Id>>();
    let both: BTreeSet<Id> = ids(one).intersection(&ids(other)).cloned().collect();
    let own = |answer: &Answer| {
        let rows = rows(answer).iter().filter(|row| !both.contains(&row.event));
        Lane::of(name(answer, graph), rows, (answer, &[]), graph)
    };
    let shared = rows(one).iter().filter(|row| both.contains(&row.event));
    let pair: Vec<&Id> = answers.iter().flat_map(asked).flat_map(|who| &who.ids).collect();
    vec![own(one), Lane::of("Both".to_owned(), shared, (one, &pair), graph), own(other)]
}

fn rows(answer: &Answer) -> &[EventRow] {
    match &answer.rows {
        Rows::Events(rows) => rows,
        _ => &[],
    }
}

fn asked(answer: &Answer) -> &[Who] {
    match &answer.query {
        Some(Query::Timeline(question) | Query::Events(question)) => &question.who,
        _ => &[],
    }
}

/// What the one asked about is called.
fn name(answer: &Answer, graph: &KnowledgeGraph) -> String {
    let names: Vec<&str> = asked(answer).iter().flat_map(|who| &who.ids).map(|id| graph.facts().name(id)).collect();
    names.join(", ")
}
