//! Word that passes from hand to hand: chains in which each meeting comes after the one before.

use super::path::{Found, idle, none, step};
use super::row::{Arrives, PathRow};
use super::{Path, Scope, Through, contacts::steps};
use crate::date::Day;
use crate::graph::{
    Arrival, Contacts, Encounter, Errand, KnowledgeGraph, NodeId, Pass, Relay, Route, ready_after, route, routes,
};
use crate::model::Certainty;
use std::cell::Cell;

/// How word passes from one to another in the period.
struct Passage<'a> {
    graph: &'a KnowledgeGraph,
    question: &'a Path,
    errand: Errand<NodeId>,
    through: Through,
    /// Whether somebody was passed over whom chains do not lead through.
    passed_over: &'a Cell<bool>,
}

/// Answers by which chain word passes first: certainly, or where possible rows are wanted possibly.
pub(super) fn passed(graph: &KnowledgeGraph, question: &Path, from: NodeId, to: NodeId) -> Found {
    let period = question.scope.period;
    let (within, most_steps) = (question.within, question.most_steps);
    let errand = Errand { from, to, leaves: period.first, until: period.last, within, most_steps };
    let (through, passed_over) = (Through::of_path(graph, question), Cell::new(false));
    let passage = Passage { graph, question, errand, through, passed_over: &passed_over };
    let mut found = passage.passed();
    if question.through.is_none() && passed_over.get() {
        let wider = Passage { through: Through::Any, passed_over: &Cell::new(false), ..passage }.passed();
        found.notices.extend(earlier(&found, &wider));
    }
    if found.chains.is_empty() {
        found.notices.extend([from, to].into_iter().filter_map(|end| idle(graph, end, &question.scope)));
    }
    found
}

/// That chains through others than people bring word earlier, if they do.
fn earlier(found: &Found, wider: &Found) -> Option<String> {
    let (own, others) = (arrives(found), arrives(wider)?);
    let is_earlier = own.is_none_or(|own| others < own);
    is_earlier
        .then(|| format!("Through states, parties or organizations it arrives by {others}: --through any shows how."))
}

/// The day of arrival: by when it has, or where that is not proven from when on it can have.
fn arrives(found: &Found) -> Option<Day> {
    let last = found.chains.first()?.last()?.arrives.as_ref()?;
    last.last.or(last.first)
}

impl Passage<'_> {
    fn passed(&self) -> Found {
        if self.question.scope.at_least == Certainty::Possible { self.possibly() } else { self.certainly() }
    }

    fn contacts<'s>(&'s self, scope: &'s Scope) -> Contacts<'s> {
        steps(self.graph, scope, self.through, [self.errand.from, self.errand.to], self.passed_over)
    }

    /// The chain by which word has passed whatever the days are.
    fn certainly(&self) -> Found {
        let contacts = self.contacts(&self.question.scope);
        let loose = Scope { at_least: Certainty::Possible, ..self.question.scope.clone() };
        let possibly = self.earliest(&loose, Arrival::Possible);
        let Some((mut found, arrives)) = self.found(&contacts, Arrival::Certain) else {
            let sure = if self.question.scope.at_least == Certainty::Certain { "certainly " } else { "" };
            let not = format!("No chain{} of recorded meetings {sure}follows in time.", self.limits());
            let may = possibly.map(|day| format!(" It is possible, at the earliest on {day}: --possible shows how."));
            return none(not + &may.unwrap_or_default());
        };
        let earlier = possibly.filter(|day| *day < arrives);
        found.notices.extend(
            earlier
                .map(|day| format!("Word arrives by {arrives}. It is possible from {day} on: --possible shows how.")),
        );
        found
    }

    /// The chain by which word can have passed first.
    fn possibly(&self) -> Found {
        let contacts = self.contacts(&self.question.scope);
        let Some((mut found, _)) = self.found(&contacts, Arrival::Possible) else {
            return none(format!("No chain{} of recorded meetings can follow in time.", self.limits()));
        };
        let sure = Scope { at_least: Certainty::Disputed, ..self.question.scope.clone() };
        let proven = self.earliest(&sure, Arrival::Certain);
        found.notices.push(proven.map_or("No chain of meetings proves that word arrives.".to_owned(), |day| {
            format!("Certain or disputed meetings prove that it arrives by {day}: without --possible they are shown.")
        }));
        found
    }

    /// What the question limits chains to, in words.
    fn limits(&self) -> String {
        let steps = self.question.most_steps.map(|most| format!(" of at most {most} steps"));
        let within = self.question.within.map(|within| format!(" within {within}"));
        steps.into_iter().chain(within).collect()
    }

    fn earliest(&self, scope: &Scope, arrival: Arrival) -> Option<Day> {
        let contacts = self.contacts(scope);
        let relay = Relay::new(&contacts, arrival, self.errand.until);
        route(&relay, &self.errand).map(|route| route.arrives())
    }

    /// The first chain, or all chains that are as good, with the day of arrival.
    fn found(&self, contacts: &Contacts<'_>, arrival: Arrival) -> Option<(Found, Day)> {
        let relay = Relay::new(contacts, arrival, self.errand.until);
        let first = route(&relay, &self.errand)?;
        let (total, chains) = match self.question.all {
            None => (1, vec![first.steps.clone()]),
            Some(most) => {
                let ways = routes(&relay, &self.errand, &first);
                (ways.count(), ways.list(most))
            }
        };
        let follow = Follow { graph: self.graph, contacts, arrival, errand: &self.errand, route: &first };
        let chains = chains.iter().map(|chain| follow.rows(chain)).collect();
        Some((Found { chains, total, steps: first.steps.len(), notices: Vec::new() }, first.arrives()))
    }
}

/// Follows a chain, to tell between which days word has passed at each step, and how surely.
struct Follow<'a> {
    graph: &'a KnowledgeGraph,
    contacts: &'a Contacts<'a>,
    arrival: Arrival,
    errand: &'a Errand<NodeId>,
    route: &'a Route<NodeId, NodeId>,
}

impl Follow<'_> {
    fn rows(&self, chain: &[Pass<NodeId, NodeId>]) -> Vec<PathRow> {
        let mut at = Hand { who: self.errand.from, first: self.route.leaves, last: Some(self.route.leaves) };
        let mut so_far = Certainty::Certain;
        let mut rows = Vec::with_capacity(chain.len());
        for (number, pass) in chain.iter().enumerate() {
            let (next, degree) = self.pass(at, pass);
            so_far = so_far.and(degree);
            let met = Encounter { event: pass.event, partner: pass.to, certainty: so_far };
            let row = step(self.graph, number + 1, at.who, met);
            rows.extend(row.map(|row| PathRow { arrives: Some(Arrives::between(next.first, next.last)), ..row }));
            let last = next.last.map(ready_after);
            at = Hand { first: ready_after(next.first), last, ..next };
        }
        rows
    }

    /// The last day on which word is in time.
    fn until(&self) -> Day {
        let until = self.errand.until;
        self.errand.within.map_or(until, |within| until.min(within.last_from(self.route.leaves)))
    }

    /// Who has word after a step, and between which days it got there.
    fn pass(&self, from: Hand, pass: &Pass<NodeId, NodeId>) -> (Hand, Certainty) {
        let at = |arrival: Arrival, ready: Day| {
            let relay = Relay::new(self.contacts, arrival, self.until());
            relay.at(from.who, ready, pass.event, pass.to)
        };
        let possibly = at(Arrival::Possible, from.first);
        let certainly = from.last.and_then(|ready| at(Arrival::Certain, ready));
        let first = match self.arrival {
            Arrival::Possible => pass.day,
            Arrival::Certain => possibly.map_or(pass.day, |(day, _)| day),
        };
        let degree = certainly.or(possibly).map_or(Certainty::Possible, |(_, degree)| degree);
        (Hand { who: pass.to, first, last: certainly.map(|(day, _)| day) }, degree)
    }
}

/// Somebody who has word, from the earliest and from the latest day on; the latter where it is proven.
#[derive(Clone, Copy)]
struct Hand {
    who: NodeId,
    first: Day,
    last: Option<Day>,
}
