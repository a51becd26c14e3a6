//! Why something is held to be so: each account side by side, what speaks against it, and how the keeper judged.

use super::accounts::Case;
use super::answer::Answer;
use super::dissent::Objections;
use super::meetings::{self, InPerson};
use super::near;
use super::row::WhyRow;
use super::{LeftOut, Rows};
use super::{Meetings, Scope, Who};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use serde::Serialize;

/// Which facts are to be accounted for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// One fact.
    Fact(Id),
    /// Every one of these meetings in person.
    Met(Box<Meetings>),
}

const SHOWN: &[&str] =
    &["fact", "account", "source", "locator", "aspect", "says", "quote", "derived", "against", "ruling", "supports"];

/// Answers what each account says.
pub(super) fn why(graph: &KnowledgeGraph, question: &Why) -> Answer {
    match question {
        Why::Fact(id) => of_one(graph, id),
        Why::Met(question) => of_meetings(graph, question),
    }
}

fn of_one(graph: &KnowledgeGraph, id: &Id) -> Answer {
    let rows = rows(graph, [id].into_iter());
    let bare = rows.is_empty();
    let mut answer = Answer::new(graph, Rows::Why(rows), LeftOut::default(), SHOWN);
    answer.notices.extend(bare.then(|| format!("No account tells anything of {id}.")));
    answer
}

impl Why {
    /// Every meeting in person of both, also those that are only possible.
    pub fn met(who: Who, with: Who) -> Self {
        let scope = Scope { at_least: Certainty::Possible, ..Scope::default() };
        Self::Met(Box::new(Meetings { who, with: Some(with), scope }))
    }
}

/// The accounts of every meeting; where there is none, what comes closest.
fn of_meetings(graph: &KnowledgeGraph, question: &Meetings) -> Answer {
    let met = meetings::meetings(graph, question, InPerson);
    let events = events(&met.rows);
    let none = events.is_empty();
    let mut answer = Answer::new(graph, Rows::Why(rows(graph, events.into_iter())), met.left_out, SHOWN);
    if none {
        let with = question.with.iter();
        answer.notices.extend(with.flat_map(|with| near::nearest(graph, &question.who, with, &question.scope)));
    } else {
        answer.notices.extend(met.notices);
    }
    answer
}

/// The events that rows are about.
pub(super) fn events(rows: &Rows) -> Vec<&Id> {
    match rows {
        Rows::Events(rows) => rows.iter().map(|row| &row.event).collect(),
        _ => Vec::new(),
    }
}

/// The accounts of facts, fact by fact.
fn rows<'i>(graph: &KnowledgeGraph, ids: impl Iterator<Item = &'i Id>) -> Vec<WhyRow> {
    let objections = Objections::of(graph);
    let facts = ids.filter_map(|id| graph.facts().get(id.as_str()));
    facts.flat_map(|fact| Case::of(graph, fact, &objections).rows()).collect()
}
