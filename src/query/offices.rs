//! What somebody held, and who held an office.

use super::Rows;
use super::answer::Answer;
use super::cite::CitedAt;
use super::filter::Sieve;
use super::row::OfficeRow;
use super::{Offices, Scope, When, Who, capacity, unmet};
use crate::date::{Day, PointDate};
use crate::graph::{Holding, KnowledgeGraph, NodeId};
use crate::model::{Account, Aspect, Certainty, Fact};
use crate::names::fold;
use crate::record::{Body, Kind};
use std::collections::BTreeSet;

const SHOWN: &[&str] = &["person", "office", "of", "from", "until", "acting", "held", "src"];

/// The aspects of a tenure that each row claims, besides its ends: who held what, and that it was so.
const CLAIMED: [&str; 4] = ["occurrence", "person", "office", "held_on"];

/// Answers who held what.
pub(super) fn offices(graph: &KnowledgeGraph, question: &Offices) -> Answer {
    let mut sieve = Sieve::default();
    let mut rows: Vec<OfficeRow> = Vec::new();
    for holding in holdings(graph, question) {
        let Some(certainty) = lies_in(graph, &holding, &question.scope) else {
            continue;
        };
        let row = row(graph, &holding, certainty);
        if !graph.serves_capacity_only(&holding)
            && fits(graph, &holding, question)
            && sieve.degree(row.certainty, &question.scope)
        {
            rows.push(row);
        }
    }
    rows.sort_by_cached_key(|row| {
        (row.office.clone(), row.possible_first.unwrap_or(Day::MIN), row.person.clone(), row.tenure.clone())
    });
    rows.dedup_by(|a, b| a.tenure == b.tenure);
    let unmet = question.not_met_by.as_ref().map(|who| unmet::keep(graph, &mut rows, who, question.scope.period));
    let mut answer = Answer::new(graph, Rows::Offices(rows), sieve.left_out, SHOWN);
    answer.notices.extend(unmet.into_iter().flatten());
    answer
}

/// How surely a tenure lies in the period, or began in it, as the scope asks.
pub(super) fn lies_in(graph: &KnowledgeGraph, holding: &Holding, scope: &Scope) -> Option<Certainty> {
    match scope.when {
        When::During => holding.span.within(scope.period),
        When::Began => holding.began_in(graph, scope.period),
    }
}

fn holdings(graph: &KnowledgeGraph, question: &Offices) -> Vec<Holding> {
    let node = |id: &crate::id::Id| graph.node(id.as_str());
    if let Some(who) = &question.who {
        return who.ids.iter().filter_map(node).flat_map(|node| of_one(graph, node)).collect();
    }
    let offices: Vec<NodeId> = match &question.of {
        Some(of) => below(graph, of).into_iter().collect(),
        None => graph.of_kind(Kind::Office).collect(),
    };
    offices.into_iter().flat_map(|office| graph.holders_of(office)).collect()
}

/// The offices of those named and of what belongs to them, each once.
fn below(graph: &KnowledgeGraph, of: &Who) -> BTreeSet<NodeId> {
    of.ids.iter().filter_map(|id| graph.node(id.as_str())).flat_map(|of| graph.offices_below(of)).collect()
}

fn of_one(graph: &KnowledgeGraph, node: NodeId) -> Vec<Holding> {
    match graph.fact(node).kind() {
        Some(Kind::Person) => graph.offices_of(node).collect(),
        Some(Kind::Office) => graph.holders_of(node).collect(),
        _ => graph.offices_below(node).into_iter().flat_map(|office| graph.holders_of(office)).collect(),
    }
}

/// Whether the office belongs to whom the question names, has one of the ranks and carries the words that it gives.
fn fits(graph: &KnowledgeGraph, holding: &Holding, question: &Offices) -> bool {
    let belongs = match (&question.who, &question.of) {
        (Some(_), Some(of)) => below(graph, of).contains(&holding.office),
        _ => true,
    };
    let levels = &question.scope.levels;
    let ranked = levels.is_empty() || capacity::levels(graph, holding.office).iter().any(|own| levels.contains(own));
    belongs && ranked && question.office.as_ref().is_none_or(|text| carries(graph, holding.office, text))
}

/// Whether all words of a text stand in the title of an office, in its other names or in one of its ranks.
fn carries(graph: &KnowledgeGraph, office: NodeId, text: &str) -> bool {
    let Some(Body::Office(office)) = graph.fact(office).body.as_deref() else {
        return false;
    };
    let wanted = fold(text);
    let holds_all = |title: &str| {
        let words = fold(title);
        wanted.split(' ').all(|word| words.split(' ').any(|own| own == word))
    };
    let ranks = office.level.iter().any(|level| holds_all(&level.name().replace('-', " ")));
    !wanted.is_empty()
        && (ranks || holds_all(&office.title) || office.names.values().flatten().any(|name| holds_all(name)))
}

fn row(graph: &KnowledgeGraph, holding: &Holding, certainty: Certainty) -> OfficeRow {
    let fact = holding.fact(graph);
    let stated = |date: &Option<PointDate>| date.as_ref().map(PointDate::cell);
    let (from, until, acting) = match fact.body.as_deref() {
        Some(Body::Tenure(tenure)) => (stated(&tenure.from), stated(&tenure.until), tenure.acting == Some(true)),
        _ => (None, None, false),
    };
    let day = |day: Day| (!day.is_open()).then_some(day);
    let names = |aspects: &[Aspect]| aspects.iter().map(|aspect| aspect.name.clone()).collect();
    OfficeRow {
        tenure: fact.id.clone(),
        person: graph.fact(holding.person).id.clone(),
        office: graph.fact(holding.office).id.clone(),
        of: graph.owner(holding.office).map(|of| graph.fact(of).id.clone()),
        from,
        until,
        possible_first: day(holding.span.possible.first),
        possible_last: day(holding.span.possible.last),
        last_attested: holding.span.last_attested,
        acting,
        disputed: names(&fact.disputed),
        ruled: names(&fact.ruled),
        certainty: degree(fact, certainty),
        cites: Vec::new(),
        support: CitedAt::all(fact),
    }
}

/// How sure it is that the office was held. Where accounts give two ends, they dispute only the days on which they differ;
/// where an end is denied, nobody knows which days those are.
fn degree(fact: &Fact, certainty: Certainty) -> Certainty {
    let disputes = |name: &str| fact.disputes(name, None);
    let end = |name: &str| disputes(name) && (certainty == Certainty::Possible || !differ(fact, name));
    let disputed = CLAIMED.into_iter().any(disputes) || ["from", "until"].into_iter().any(end);
    if disputed { certainty.and(Certainty::Disputed) } else { certainty }
}

/// Whether accounts of a tenure give an end in more than one way.
fn differ(fact: &Fact, name: &str) -> bool {
    let end = |account: &Account| match account.heard.as_ref() {
        Body::Tenure(tenure) if !account.withdrawn => match name {
            "from" => tenure.from.clone(),
            _ => tenure.until.clone(),
        },
        _ => None,
    };
    fact.accounts.iter().filter_map(end).collect::<BTreeSet<_>>().len() > 1
}

/// A holding in words, seen from one of its ends: the other end's name and the days.
pub(super) fn holding_words(graph: &KnowledgeGraph, holding: &Holding, other: NodeId) -> String {
    let row = row(graph, holding, Certainty::Certain);
    let attested = row.last_attested.map(|day| format!(", last attested {day}")).unwrap_or_default();
    let days = match (&row.from, &row.until) {
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) => format!("from {from}, end not stated{attested}"),
        (None, Some(until)) => format!("start not stated, until {until}"),
        (None, None) => format!("start and end not stated{attested}"),
    };
    format!("{} ({days})", graph.fact(other).name())
}
