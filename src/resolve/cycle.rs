//! Chains that lead back to their own start: of `part_of`, of `of`, of `within`.

use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::model::Fact;
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::Body;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Reports circles at the record of their first id in byte order; of circles that share a fact one is enough, as
/// the others may be gone with it.
pub(super) fn check(loaded: &Loaded, facts: &[Fact], identities: &Identities, problems: &mut Vec<Diagnostic>) {
    let fields = [("part_of", part_of as Up), ("of", of), ("within", within)];
    // Most facts lead to none above them: all are looked at once, and these for each field.
    let leads_up = |fact: &&Fact| fields.iter().any(|(_, up)| !up(fact).is_empty());
    let leading: Vec<&Fact> = facts.par_iter().with_min_len(super::IN_ONE_GO).filter(leads_up).collect();
    for (field, up) in fields {
        let above = |fact: &Fact| up(fact).into_iter().map(|id| identities.canonical(id)).collect::<Vec<_>>();
        let facts = leading.par_iter().map(|fact| (&fact.id, above(fact)));
        let edges: HashMap<&Id, Vec<Id>> = facts.filter(|(_, above)| !above.is_empty()).collect();
        let circles = circles(&edges);
        let records = if circles.is_empty() { HashMap::new() } else { first_records(loaded, identities) };
        for circle in circles {
            problems.extend(problem(loaded, field, &circle, &records));
        }
    }
}

/// For every fact the first of its records in the order of files and lines.
fn first_records<'a>(loaded: &'a Loaded, identities: &Identities) -> HashMap<Id, &'a PlacedRecord> {
    let mut records = HashMap::new();
    for item in &loaded.records {
        records.entry(identities.canonical(&item.record.head.id)).or_insert(item);
    }
    records
}

type Up = fn(&Fact) -> Vec<&Id>;

fn part_of(fact: &Fact) -> Vec<&Id> {
    fact.event().map(|event| event.shared().part_of.iter().collect()).unwrap_or_default()
}

fn of(fact: &Fact) -> Vec<&Id> {
    let of = match fact.body.as_deref() {
        Some(Body::Party(party)) => party.of.as_ref(),
        Some(Body::Organization(organization)) => organization.of.as_ref(),
        Some(Body::Forum(forum)) => forum.of.as_ref(),
        _ => None,
    };
    of.into_iter().collect()
}

fn within(fact: &Fact) -> Vec<&Id> {
    match fact.body.as_deref() {
        Some(Body::Place(place)) => place.within.iter().map(|within| &within.place).collect(),
        _ => Vec::new(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    /// On the way, at this step.
    Open(usize),
    Done,
}

/// Finds circles by a depth-first walk with its own stack, so that a long chain can't exhaust the program's.
fn circles(edges: &HashMap<&Id, Vec<Id>>) -> Vec<Vec<Id>> {
    let mut marks: HashMap<Id, Mark> = HashMap::new();
    let mut found = Vec::new();
    let starts: BTreeSet<&Id> = edges.keys().copied().collect();
    for start in starts {
        if !marks.contains_key(start) {
            walk(start, edges, &mut marks, &mut found);
        }
    }
    found
}

fn walk(start: &Id, edges: &HashMap<&Id, Vec<Id>>, marks: &mut HashMap<Id, Mark>, found: &mut Vec<Vec<Id>>) {
    let mut path: Vec<(Id, usize)> = vec![(start.clone(), 0)];
    marks.insert(start.clone(), Mark::Open(0));
    // The first so many steps hold the ends of circles that were found.
    let mut circled = 0;
    while let Some((id, next)) = path.last_mut() {
        let above = edges.get(&*id).and_then(|above| above.get(*next)).cloned();
        *next += 1;
        let Some(above) = above else {
            marks.insert(id.clone(), Mark::Done);
            path.pop();
            circled = circled.min(path.len());
            continue;
        };
        match marks.get(&above) {
            Some(Mark::Done) => {}
            Some(Mark::Open(step)) => {
                if *step >= circled {
                    found.push(path.iter().skip(*step).map(|(id, _)| id.clone()).collect());
                    circled = path.len();
                }
            }
            None => {
                marks.insert(above.clone(), Mark::Open(path.len()));
                path.push((above, 0));
            }
        }
    }
}

fn problem(loaded: &Loaded, field: &str, circle: &[Id], records: &HashMap<Id, &PlacedRecord>) -> Option<Diagnostic> {
    let first = circle.iter().min()?;
    let item = records.get(first)?;
    let turn = circle.iter().position(|id| id == first).unwrap_or(0);
    let (tail, head) = circle.split_at(turn);
    let steps: Vec<&str> = head.iter().chain(tail).chain(Some(first)).map(Id::as_str).collect();
    let shown = if steps.len() > 8 {
        format!("{} → … ({} steps) → {first}", steps.get(..6).unwrap_or_default().join(" → "), steps.len() - 1)
    } else {
        steps.join(" → ")
    };
    let message = format!("`{field}` leads in a circle: {shown}");
    let next = head.iter().chain(tail).nth(1).unwrap_or(first);
    let problem =
        loaded.problem(item, Spot::used(field, next), |span| Diagnostic::error(Code::PartOfCycle, span, message));
    Some(problem.with_hint(format!("take one `{field}` of the circle out")))
}
