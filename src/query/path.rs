//! The shortest chain of meetings between two people, and the chain by which word passes first.

use super::answer::Answer;
use super::cite::CitedAt;
use super::contacts::contacts;
use super::people::{date_cell, ids, person};
use super::row::PathRow;
use super::{LeftOut, Path, Rows, relay};
use crate::date::Day;
use crate::graph::{Encounter, KnowledgeGraph, NodeId, Room};
use crate::model::{Certainty, Part};

const SHOWN: &[&str] =
    &["chain", "step", "from", "from_as", "to", "to_as", "date", "event", "place", "present", "arrives", "held", "src"];

/// The chains that an answer lists, and what there is to say beside them.
#[derive(Default)]
pub(super) struct Found {
    /// Each chain's steps.
    pub(super) chains: Vec<Vec<PathRow>>,
    /// How many chains there are with those that are not listed.
    pub(super) total: usize,
    /// Of how many steps each.
    pub(super) steps: usize,
    /// What else there is to say.
    pub(super) notices: Vec<String>,
}

/// Answers by which chain two people are joined.
pub(super) fn path(graph: &KnowledgeGraph, question: &Path) -> Answer {
    let found = match (graph.node(question.from.as_str()), graph.node(question.to.as_str())) {
        (Some(from), Some(to)) if from == to => one_person(),
        (Some(from), Some(to)) if question.time_ordered => relay::passed(graph, question, from, to),
        (Some(from), Some(to)) => joined(graph, question, from, to),
        _ => none("No chain of recorded meetings joins the two.".to_owned()),
    };
    answer(graph, question, found)
}

fn answer(graph: &KnowledgeGraph, question: &Path, mut found: Found) -> Answer {
    let (listed, steps) = (found.chains.len(), found.steps);
    let more = if question.all.is_some() { found.total.saturating_sub(listed) } else { 0 };
    if question.all.is_some() && found.total > 0 {
        found.notices.push(counted(found.total, listed, steps));
        number(&mut found.chains);
    }
    let rows: Vec<PathRow> = found.chains.into_iter().flatten().collect();
    let left_out = LeftOut { limit: more.saturating_mul(steps), ..LeftOut::default() };
    let mut answer = Answer::new(graph, Rows::Path(rows), left_out, SHOWN);
    answer.total = answer.total.saturating_add(left_out.limit);
    answer.notices = found.notices;
    answer
}

/// How many chains there are of how many steps.
fn counted(total: usize, listed: usize, steps: usize) -> String {
    let chains = if total == 1 { "1 chain".to_owned() } else { format!("{total} chains") };
    let steps = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
    let shown = if listed < total { format!("; the first {listed} shown") } else { String::new() };
    let at_least = if total == usize::MAX { "At least " } else { "" };
    format!("{at_least}{chains} of {steps}, told apart by the people on them{shown}.")
}

fn number(chains: &mut [Vec<PathRow>]) {
    for (number, chain) in chains.iter_mut().enumerate() {
        chain.iter_mut().for_each(|row| row.chain = Some(number + 1));
    }
}

fn one_person() -> Found {
    none("Both names are one person: no step is needed.".to_owned())
}

/// No chain, and why.
pub(super) fn none(why: String) -> Found {
    Found { notices: vec![why], ..Found::default() }
}

/// The chains of fewest meetings, whatever the order of these.
fn joined(graph: &KnowledgeGraph, question: &Path, from: NodeId, to: NodeId) -> Found {
    let contacts = contacts(graph, &question.scope);
    let found = match question.all {
        None => contacts.chain(from, to).map(|chain| (chain.len(), 1, vec![chain])),
        Some(most) => contacts.chains(from, to).map(|(steps, ways)| (steps, ways.count(), ways.list(most))),
    };
    let Some((steps, total, chains)) = found else {
        return none("No chain of recorded meetings joins the two.".to_owned());
    };
    if let Some(most) = question.most_steps.filter(|most| steps > *most) {
        return none(format!("No chain of at most {most} steps joins the two; the shortest has {steps}."));
    }
    let rows = |chain: &Vec<Encounter>| rows(graph, from, chain);
    Found { chains: chains.iter().map(rows).collect(), total, steps, notices: Vec::new() }
}

fn rows(graph: &KnowledgeGraph, from: NodeId, chain: &[Encounter]) -> Vec<PathRow> {
    let mut at = from;
    let mut rows = Vec::with_capacity(chain.len());
    for (number, encounter) in chain.iter().enumerate() {
        rows.extend(step(graph, number + 1, at, *encounter));
        at = encounter.partner;
    }
    rows
}

/// The row about one step.
pub(super) fn step(graph: &KnowledgeGraph, number: usize, from: NodeId, met: Encounter) -> Option<PathRow> {
    let fact = graph.fact(met.event);
    let part = |who: NodeId| fact.parts.iter().find(|part| graph.node(part.who.as_str()) == Some(who));
    let person = |part: &Part| person(graph, met.event, part, Certainty::Certain);
    let days = graph.days(met.event);
    let day = |day: Option<Day>| day.filter(|day| !day.is_open());
    Some(PathRow {
        step: number,
        from: person(part(from)?),
        to: person(part(met.partner)?),
        event: fact.id.clone(),
        date: date_cell(graph, met.event),
        date_first: day(days.map(|days| days.first())),
        date_last: day(days.map(|days| days.last())),
        places: ids(graph, graph.places_of(met.event).into_iter()),
        present: Room::of(graph, met.event).map_or(0, |room| room.seats.len()),
        arrives: None,
        chain: None,
        certainty: met.certainty,
        cites: Vec::new(),
        support: CitedAt::all(fact),
    })
}
