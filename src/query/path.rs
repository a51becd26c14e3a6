//! The shortest chain of meetings between two actors, and the chain by which word passes first.

use super::answer::Answer;
use super::cite::CitedAt;
use super::contacts::steps;
use super::people::{date_cell, ids, person};
use super::row::PathRow;
use super::through::{Through, is_corporate};
use super::{LeftOut, Path, Rows, Scope, relay};
use crate::date::{Day, Period};
use crate::graph::{Encounter, KnowledgeGraph, NodeId, Room};
use crate::model::{Certainty, Part};
use std::cell::Cell;

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

/// Answers by which chain two actors are joined.
pub(super) fn path(graph: &KnowledgeGraph, question: &Path) -> Answer {
    let found = match (graph.node(question.from.as_str()), graph.node(question.to.as_str())) {
        (Some(from), Some(to)) if from == to => one_actor(graph, from),
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
    format!("{at_least}{chains} of {steps}, told apart by those on them{shown}.")
}

fn number(chains: &mut [Vec<PathRow>]) {
    for (number, chain) in chains.iter_mut().enumerate() {
        chain.iter_mut().for_each(|row| row.chain = Some(number + 1));
    }
}

fn one_actor(graph: &KnowledgeGraph, actor: NodeId) -> Found {
    let one = if is_corporate(graph, actor) { "actor" } else { "person" };
    none(format!("Both names are one {one}: no step is needed."))
}

/// No chain, and why.
pub(super) fn none(why: String) -> Found {
    Found { notices: vec![why], ..Found::default() }
}

/// The chains of fewest meetings, whatever the order of these.
fn joined(graph: &KnowledgeGraph, question: &Path, from: NodeId, to: NodeId) -> Found {
    let passed_over = Cell::new(false);
    let through = Through::of_path(graph, question);
    let contacts = steps(graph, &question.scope, through, [from, to], &passed_over);
    let found = match question.all {
        None => contacts.chain(from, to).map(|chain| (chain.len(), 1, vec![chain])),
        Some(most) => contacts.chains(from, to).map(|(steps, ways)| (steps, ways.count(), ways.list(most))),
    };
    let others = question.through.is_none() && passed_over.get();
    let wider = wider(graph, question, [from, to], found.as_ref().map(|(steps, ..)| *steps), others);
    let mut found = match found {
        None => none("No chain of recorded meetings joins the two.".to_owned()),
        Some((steps, ..)) if question.most_steps.is_some_and(|most| steps > most) => too_long(question, steps),
        Some((steps, total, chains)) => {
            let rows = |chain: &Vec<Encounter>| rows(graph, from, chain);
            Found { chains: chains.iter().map(rows).collect(), total, steps, notices: Vec::new() }
        }
    };
    found.notices.extend(wider);
    if found.chains.is_empty() {
        found.notices.extend([from, to].into_iter().filter_map(|end| idle(graph, end, &question.scope)));
    }
    found
}

fn too_long(question: &Path, steps: usize) -> Found {
    let most = question.most_steps.unwrap_or(steps);
    none(format!("No chain of at most {most} steps joins the two; the shortest has {steps}."))
}

/// A shorter chain that a wider question would find, and by which options: through others than people, or by meetings that
/// are only possible. These are looked for where no chain is found; others where some were passed over.
fn wider(
    graph: &KnowledgeGraph,
    question: &Path,
    ends: [NodeId; 2],
    found: Option<usize>,
    others: bool,
) -> Option<String> {
    let own = Through::of_path(graph, question);
    let through = if question.through.is_none() { Through::Any } else { own };
    let is_open = found.is_none() && question.scope.at_least != Certainty::Possible;
    let possible = Scope { at_least: Certainty::Possible, ..question.scope.clone() };
    let tries = [
        (others, &question.scope, through, "--through any"),
        (is_open, &possible, own, "--possible"),
        (is_open && through != own, &possible, through, "--possible --through any"),
    ];
    let most = found.map_or(usize::MAX, |steps| steps - 1).min(question.most_steps.unwrap_or(usize::MAX));
    tries.into_iter().filter(|(tried, ..)| *tried).find_map(|(_, scope, through, options)| {
        let chain = steps(graph, scope, through, ends, &Cell::new(false)).chain(ends[0], ends[1])?;
        (chain.len() <= most).then(|| shorter(chain.len(), found, options))
    })
}

/// That a wider question finds a chain of so many steps.
fn shorter(steps: usize, found: Option<usize>, options: &str) -> String {
    let steps = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
    let shorter = if found.is_some() { "A shorter chain" } else { "A chain" };
    format!("{shorter} of {steps} {}: {options} shows it.", words_of(options))
}

/// What options let chains lead through, or rest on.
fn words_of(options: &str) -> &'static str {
    match options {
        "--possible" => "rests on meetings that are only possible",
        "--through any" => "leads through states, parties or organizations",
        _ => "leads through states, parties or organizations, by meetings that are only possible",
    }
}

/// What there is to say of a state, party or organization that is itself listed at nothing in the period: what its officials
/// did is found by another question.
pub(super) fn idle(graph: &KnowledgeGraph, actor: NodeId, scope: &Scope) -> Option<String> {
    let took_part = || graph.events_at(actor, scope.period).iter().any(|entry| entry.part.is_some());
    let id = &graph.fact(actor).id;
    (is_corporate(graph, actor) && !took_part()).then(|| {
        let name = super::answer::named(graph, id);
        let when = if scope.period == Period::ALL { "" } else { " in the period" };
        let officials = format!("`chancery meetings {id}` lists what its officials did");
        format!("{name} itself is listed as a participant of nothing{when}: {officials}.")
    })
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
