//! Counts that sources claim, beside our own.

use super::{Query, Who};
use crate::date::{Day, Period, PointDate};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Kind, Tally, TallyOf, TallySelection};

/// Counts that sources claim of the same people and of days within the period asked about; they stand beside ours, never
/// instead. In the order of the days up to which they count.
pub(super) fn claimed(graph: &KnowledgeGraph, question: &Query) -> Vec<String> {
    let period = question.scope().map_or(Period::ALL, |scope| scope.period);
    let of_fact = |fact| {
        let tally = tally(fact)?;
        let TallyOf::Selection(of) = &tally.of else {
            return None;
        };
        (speaks_of(of, question) && days(tally, of).intersect(period).is_some()).then_some((fact, tally))
    };
    let mut found: Vec<(&Fact, &Tally)> = graph.facts().of_kinds(&[Kind::Tally]).filter_map(of_fact).collect();
    found.sort_by_key(|(fact, tally)| (tally.on.as_ref().map_or(Day::MAX, PointDate::last), &fact.id));
    found.into_iter().flat_map(|(fact, _)| claims(fact)).collect()
}

fn tally(fact: &Fact) -> Option<&Tally> {
    match fact.body.as_deref() {
        Some(Body::Tally(tally)) => Some(tally),
        _ => None,
    }
}

/// Whether a count is one of what the question asks about.
fn speaks_of(of: &TallySelection, question: &Query) -> bool {
    let names = |ids: &[Id], who: &Who| who.ids.iter().any(|id| ids.contains(id));
    match question {
        Query::Meetings(one) | Query::Contacts(one) => match &one.with {
            Some(with) => {
                names(&of.who, &one.who) && names(&of.with, with) || names(&of.who, with) && names(&of.with, &one.who)
            }
            None => names(&of.who, &one.who) && of.with.is_empty(),
        },
        Query::Visits(one) => {
            let to = one.to.as_ref().map_or(of.to.is_empty(), |to| names(&of.to, to));
            to && one.by.as_ref().is_some_and(|by| names(&of.by, by))
        }
        _ => false,
    }
}

/// The days within which a count counts.
fn days(tally: &Tally, of: &TallySelection) -> Period {
    let first = of.from.as_ref().map_or(Day::MIN, PointDate::first);
    let last = of.until.as_ref().or(tally.on.as_ref()).map_or(Day::MAX, PointDate::last);
    Period { first, last }
}

/// What is claimed: a line for each number, and each rule of counting, that accounts give.
pub(super) fn claims(fact: &Fact) -> Vec<String> {
    let mut lines: Vec<(&Tally, Vec<&str>)> = Vec::new();
    for account in fact.accounts.iter().filter(|account| !account.withdrawn) {
        let (Body::Tally(tally), Some(citation)) = (account.says.as_ref(), &account.citation) else {
            continue;
        };
        let same = |known: &Tally| known.number == tally.number && known.rule == tally.rule;
        match lines.iter_mut().find(|(known, _)| same(known)) {
            Some((_, sources)) => sources.push(citation.source.as_str()),
            None => lines.push((tally, vec![citation.source.as_str()])),
        }
    }
    lines.into_iter().map(|(tally, sources)| line(tally, &sources)).collect()
}

fn line(tally: &Tally, sources: &[&str]) -> String {
    let what = tally.what.as_deref().unwrap_or("counted");
    let on = tally.on.as_ref().map(|on| format!(", as of {}", on.cell())).unwrap_or_default();
    let rule = tally.rule.as_ref().map(|rule| format!("; its rule: {rule}")).unwrap_or_default();
    format!("Claimed by {}: {} ({what}{on}{rule}).", sources.join(", "), tally.number)
}
