//! Where accounts contradict each other: each aspect in dispute, or ruled on, with what each side says.

use super::Conflicts;
use super::answer::{Answer, LeftOut, Rows};
use super::cite::CitedAt;
use super::people::event_name;
use super::row::ConflictRow;
use super::select;
use super::{Scope, Who};
use crate::date::EventDate;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Account, Aspect, Certainty, Fact};
use crate::record::{Body, Event, Many, TallyOf};
use std::collections::{BTreeMap, BTreeSet};

const SHOWN: &[&str] = &["fact", "aspect", "state", "sides", "why", "src"];

/// Answers where accounts contradict each other.
pub(super) fn conflicts(graph: &KnowledgeGraph, question: &Conflicts) -> Answer {
    let among = question.who.as_ref().map(|who| concerned(graph, who));
    let mut rows = Vec::new();
    for fact in graph.facts() {
        if among.as_ref().is_some_and(|among| !among.contains(&fact.id)) {
            continue;
        }
        if !question.only_ruled {
            rows.extend(fact.disputed.iter().map(|aspect| row(graph, fact, aspect, "disputed")));
        }
        rows.extend(fact.ruled.iter().map(|aspect| row(graph, fact, aspect, "ruled")));
    }
    rows.retain(|row| question.aspect.as_ref().is_none_or(|aspect| row.aspect.split(' ').next() == Some(aspect)));
    let none = rows.is_empty();
    let mut answer = Answer::new(graph, Rows::Conflicts(rows), LeftOut::default(), SHOWN);
    if none {
        answer.notices.push("No two loaded accounts contradict each other there.".to_owned());
    }
    answer
}

/// The facts that somebody has to do with: themselves, their tenures and their events.
fn concerned(graph: &KnowledgeGraph, who: &Who) -> BTreeSet<Id> {
    let events = select::events(graph, who, &Scope::default()).into_keys().map(|event| graph.fact(event).id.clone());
    let nodes = who.ids.iter().filter_map(|id| graph.node(id.as_str()));
    let tenures = nodes.flat_map(|node| graph.offices_of(node)).map(|holding| holding.fact(graph).id.clone());
    let told = graph.facts().iter().filter(|fact| tells_of(fact, &who.ids)).map(|fact| fact.id.clone());
    events.chain(tenures).chain(told).chain(who.ids.iter().cloned()).collect()
}

/// Whether an account of a tenure, a membership or a count is about one of them, be it the account that is not followed.
fn tells_of(fact: &Fact, ids: &[Id]) -> bool {
    let has = |id: &Id| ids.contains(id);
    fact.accounts.iter().any(|account| match account.says.as_ref() {
        Body::Tenure(tenure) => has(&tenure.person) || has(&tenure.office),
        Body::Membership(membership) => has(&membership.who) || has(&membership.of),
        Body::Tally(tally) => match &tally.of {
            TallyOf::Event(event) => has(event),
            TallyOf::Selection(of) => {
                [&of.who, &of.with, &of.by, &of.to].into_iter().flat_map(|who| who.iter()).any(has)
            }
        },
        _ => false,
    })
}

fn row(graph: &KnowledgeGraph, fact: &Fact, aspect: &Aspect, state: &'static str) -> ConflictRow {
    let ruling = fact.rulings.iter().find(|ruling| ruling.aspect == aspect.name);
    ConflictRow {
        fact: fact.id.clone(),
        name: event_name(graph, fact),
        aspect: aspect.to_string(),
        state,
        sides: sides(graph, fact, aspect),
        why: ruling.map(|ruling| ruling.why.clone()),
        certainty: if state == "ruled" { Certainty::Certain } else { Certainty::Disputed },
        cites: Vec::new(),
        support: CitedAt::all(fact),
    }
}

/// What is said of an aspect, each with the sources that say it.
fn sides(graph: &KnowledgeGraph, fact: &Fact, aspect: &Aspect) -> Vec<String> {
    let mut sides: BTreeMap<String, BTreeSet<&Id>> = BTreeMap::new();
    for account in fact.accounts.iter().filter(|account| !account.withdrawn) {
        let source = account.citation.as_ref().map(|citation| &citation.source);
        if let (Some(said), Some(source)) = (said(graph, account, aspect), source) {
            sides.entry(said).or_default().insert(source);
        }
    }
    let side = |(said, sources): (String, BTreeSet<&Id>)| {
        let sources: Vec<&str> = sources.into_iter().map(Id::as_str).collect();
        format!("{said}: {}", sources.join(", "))
    };
    sides.into_iter().map(side).collect()
}

/// What an account says of an aspect, in words.
fn said(graph: &KnowledgeGraph, account: &Account, aspect: &Aspect) -> Option<String> {
    match account.says.as_ref() {
        Body::Event(event) => said_of_event(graph, event, aspect),
        Body::Tenure(tenure) => match aspect.name.as_str() {
            "from" => tenure.from.as_ref().map(|day| day.cell()),
            "until" => tenure.until.as_ref().map(|day| day.cell()),
            "how_ended" => tenure.how_ended.map(|ended| ended.to_string()),
            "person" => Some(graph.facts().name(&tenure.person).to_owned()),
            "office" => Some(graph.facts().name(&tenure.office).to_owned()),
            _ => None,
        },
        Body::Membership(membership) => match aspect.name.as_str() {
            "from" => membership.from.as_ref().map(|day| day.cell()),
            "until" => membership.until.as_ref().map(|day| day.cell()),
            "kind" => membership.kind.map(|kind| kind.to_string()),
            _ => None,
        },
        Body::Tally(tally) => match aspect.name.as_str() {
            "number" => Some(tally.number.to_string()),
            "rule" => tally.rule.clone(),
            _ => None,
        },
        Body::Initiative(initiative) if aspect.name == "proposed_by" => names(graph, initiative.proposed_by.as_ref()?),
        _ => None,
    }
}

fn said_of_event(graph: &KnowledgeGraph, event: &Event, aspect: &Aspect) -> Option<String> {
    let shared = event.shared();
    if let Some(who) = &aspect.who {
        let part = event.participations().map(|(_, one)| one).find(|one| one.who == *who)?;
        return match aspect.name.as_str() {
            "reason" => part.reason.clone(),
            "capacity" => Some(part.capacities.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            _ => Some(part.presence.map_or("present".to_owned(), |presence| presence.to_string())),
        };
    }
    match (aspect.name.as_str(), event) {
        ("when", _) => shared.when.as_ref().map(EventDate::cell),
        ("place", _) => names(graph, &shared.place),
        ("requested_by", _) => shared.requested_by.as_ref().and_then(|ids| names(graph, ids)),
        ("medium", _) => shared.medium.map(|medium| medium.to_string()),
        ("time", _) => shared.time.clone(),
        ("occurrence", _) => Some(shared.status.map_or("held".to_owned(), |status| status.to_string())),
        ("rank", Event::Visit(visit)) => visit.rank.map(|rank| rank.to_string()),
        ("number", Event::Session(session)) => session.number.map(|number| number.to_string()),
        ("kind" | "format", event) => super::filter::format(event).map(str::to_owned),
        _ => None,
    }
}

fn names(graph: &KnowledgeGraph, ids: &Many<Id>) -> Option<String> {
    let names: Vec<&str> = ids.iter().map(|id| graph.facts().name(id)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
