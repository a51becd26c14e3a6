//! Chains that lead back to their own start: of `part_of`, of `of`, of `within`.

use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::model::Fact;
use crate::read::Loaded;
use crate::record::Body;
use std::collections::{BTreeSet, HashMap};

/// Reports each circle once, at the record of its first id in byte order.
pub(super) fn check(loaded: &Loaded, facts: &[Fact], identities: &Identities, problems: &mut Vec<Diagnostic>) {
    for (field, up) in [("part_of", part_of as Up), ("of", of), ("within", within)] {
        let edges: HashMap<&Id, Vec<Id>> = facts
            .iter()
            .map(|fact| (&fact.id, up(fact).into_iter().map(|id| identities.canonical(id)).collect::<Vec<_>>()))
            .filter(|(_, above)| !above.is_empty())
            .collect();
        for circle in circles(&edges) {
            problems.extend(problem(loaded, field, &circle, identities));
        }
    }
}

type Up = fn(&Fact) -> Vec<&Id>;

fn part_of(fact: &Fact) -> Vec<&Id> {
    fact.event().map(|event| event.shared().part_of.iter().collect()).unwrap_or_default()
}

fn of(fact: &Fact) -> Vec<&Id> {
    let of = match &fact.body {
        Some(Body::Party(party)) => party.of.as_ref(),
        Some(Body::Organization(organization)) => organization.of.as_ref(),
        Some(Body::Forum(forum)) => forum.of.as_ref(),
        _ => None,
    };
    of.into_iter().collect()
}

fn within(fact: &Fact) -> Vec<&Id> {
    match &fact.body {
        Some(Body::Place(place)) => place.within.iter().map(|within| &within.place).collect(),
        _ => Vec::new(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Open,
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
    marks.insert(start.clone(), Mark::Open);
    while let Some((id, next)) = path.last_mut() {
        let above = edges.get(&*id).and_then(|above| above.get(*next)).cloned();
        *next += 1;
        let Some(above) = above else {
            marks.insert(id.clone(), Mark::Done);
            path.pop();
            continue;
        };
        match marks.get(&above) {
            Some(Mark::Done) => {}
            Some(Mark::Open) => {
                let circle = path.iter().skip_while(|(id, _)| *id != above);
                found.push(circle.map(|(id, _)| id.clone()).collect());
            }
            None => {
                marks.insert(above.clone(), Mark::Open);
                path.push((above, 0));
            }
        }
    }
}

fn problem(loaded: &Loaded, field: &str, circle: &[Id], identities: &Identities) -> Option<Diagnostic> {
    let first = circle.iter().min()?;
    let item = loaded.records.iter().find(|item| identities.canonical(&item.record.head.id) == *first)?;
    let turn = circle.iter().position(|id| id == first).unwrap_or(0);
    let (tail, head) = circle.split_at(turn);
    let steps: Vec<&str> = head.iter().chain(tail).chain(Some(first)).map(Id::as_str).collect();
    let shown = if steps.len() > 8 {
        format!("{} → … ({} steps) → {first}", steps.get(..6).unwrap_or_default().join(" → "), steps.len() - 1)
    } else {
        steps.join(" → ")
    };
    let message = format!("`{field}` leads in a circle: {shown}");
    let problem = loaded.problem(item, first.as_str(), |span| Diagnostic::error(Code::Cycle, span, message));
    Some(problem.with_hint(format!("take one `{field}` of the circle out")))
}
