//! The question what the loaded sources claim to cover.

use super::claim::{self, Claim};
use super::days::Days;
use super::fit;
use super::words;
use crate::date::{Period, PointDate};
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::answer::Answer;
use crate::query::cite::CitedAt;
use crate::query::filter::{self, Verdict};
use crate::query::row::CoverRow;
use crate::query::select;
use crate::query::visits::visits;
use crate::query::{Covering, Scope, Visits, Who};
use crate::query::{LeftOut, Rows};
use crate::record::{Claimant, Degree, Kind, Mode};
use std::collections::BTreeSet;

const SHOWN: &[&str] = &["source", "about", "what", "days", "completeness", "claimed_by", "events", "note", "src"];
const SHOWN_OF_DAYS: &[&str] =
    &["source", "about", "what", "days", "gaps", "completeness", "claimed_by", "events", "note", "src"];

/// Answers what the loaded sources claim to cover, of somebody or at all.
pub(in crate::query) fn listed(graph: &KnowledgeGraph, question: &Covering) -> Answer {
    let claims = claim::all(graph);
    let concerned = question.who.as_ref().map(|who| fit::concerned(graph, &claims, who));
    let is_wanted = |number: usize| concerned.as_ref().is_none_or(|concerned| concerned.contains(&number));
    let wanted = claims.iter().enumerate().filter(|(number, _)| is_wanted(*number)).map(|(_, claim)| claim);
    let rows = wanted.filter_map(|claim| row(graph, claim, question.period)).collect();
    let shown = if question.period == Period::ALL { SHOWN } else { SHOWN_OF_DAYS };
    Answer::new(graph, Rows::Coverage(rows), LeftOut::default(), shown)
}

/// What a claim says of a period; nothing if it says nothing of it.
fn row(graph: &KnowledgeGraph, claim: &Claim<'_>, period: Period) -> Option<CoverRow> {
    let cover = claim.cover;
    let days = claim.days.intersect(period)?;
    let date = |date: &Option<PointDate>| date.as_ref().map(PointDate::cell);
    let gaps = Days::of(vec![period]).minus(&Days::of(vec![days]));
    Some(CoverRow {
        source: claim.source.id.clone(),
        who: cover.who.to_vec(),
        with: cover.with.to_vec(),
        by: cover.by.to_vec(),
        to: cover.to.to_vec(),
        what: words::what(claim),
        kinds: cover.kinds.iter().map(|kind| kind.name()).collect(),
        modes: cover.modes.iter().map(|mode| mode.name()).collect(),
        levels: cover.levels.iter().map(|level| level.name()).collect(),
        from: date(&cover.from),
        until: date(&cover.until),
        days: claim.days.to_string(),
        gaps: if period == Period::ALL { Vec::new() } else { gaps.stretches().iter().map(Period::to_string).collect() },
        completeness: claim.completeness.name(),
        degree: cover.degree.map(Degree::name),
        claimed_by: cover.claimed_by.map(Claimant::name),
        note: cover.note.clone(),
        events: events(graph, claim, days).len(),
        cites: Vec::new(),
        support: vec![CitedAt::whole(claim.source.id.clone())],
    })
}

/// The loaded events on some days of which a claim speaks, ranks left aside. Costs the events of those whom it names.
fn events(graph: &KnowledgeGraph, claim: &Claim<'_>, days: Period) -> BTreeSet<NodeId> {
    let scope = Scope { at_least: Certainty::Possible, ..Scope::during(days) };
    let sides = [&claim.cover.who, &claim.cover.with].into_iter().filter(|side| !side.is_empty());
    let mut sets: Vec<BTreeSet<NodeId>> = sides.map(|side| events_of(graph, &who(side), &scope)).collect();
    if claim.by.is_some() || claim.to.is_some() {
        sets.push(trips(graph, claim, &scope));
    }
    let first = sets.pop().unwrap_or_else(|| graph.calendar(days).into_iter().map(|entry| entry.event).collect());
    let common = first.into_iter().filter(|event| sets.iter().all(|set| set.contains(event)));
    common.filter(|event| speaks_of(graph, claim, *event, &scope)).collect()
}

/// The events of somebody, with the visits to them and what is addressed to them.
fn events_of(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> BTreeSet<NodeId> {
    let mut found: BTreeSet<NodeId> = select::events(graph, who, scope).into_keys().collect();
    for node in who.ids.iter().filter_map(|id| graph.node(id.as_str())) {
        found.extend(graph.from(node, EdgeKind::Visited).chain(graph.from(node, EdgeKind::AddressedTo)));
    }
    found
}

fn who(ids: &[Id]) -> Who {
    Who { ids: ids.to_vec() }
}

fn trips(graph: &KnowledgeGraph, claim: &Claim<'_>, scope: &Scope) -> BTreeSet<NodeId> {
    let by = claim.by.as_ref().map(|_| who(&claim.cover.by));
    let to = claim.to.as_ref().map(|_| who(&claim.cover.to));
    match visits(graph, &Visits { by, to, scope: scope.clone(), ..Visits::default() }).rows {
        Rows::Events(rows) => rows.iter().filter_map(|row| graph.node(row.event.as_str())).collect(),
        _ => BTreeSet::new(),
    }
}

/// Whether an event was held and is of a kind and mode of which a claim speaks.
fn speaks_of(graph: &KnowledgeGraph, claim: &Claim<'_>, event: NodeId, scope: &Scope) -> bool {
    let kinds: &[Kind] = &claim.cover.kinds;
    let modes: &[Mode] = &claim.cover.modes;
    let mode = graph.event(event).and_then(crate::graph::event_mode);
    let by_mode = modes.is_empty() || mode.is_some_and(|mode| modes.contains(&mode));
    by_mode && matches!(filter::event(graph, event, scope, kinds), Verdict::Fits(_))
}
