//! People who are in two states on one day.

use super::checked::{Checked, was_there};
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::Day;
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::model::{Fact, Part};
use crate::record::{Event, Medium, Status};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: Code::TwoPlacesAtOnce,
    severity: Severity::Warning,
    page: Page {
        what: "somebody takes part in person in two events of one day in different states.",
        why: "It can be a morning here and an evening there; more often one day is wrong, one took place by telephone, or \
              somebody else took part.",
        mend: "Correct the day, the place, the medium or the person. If both are right, accept the finding with an `Expect` \
               record. Looked at are visits, meetings, sessions and activities that were held, in person, on one exact day.",
        wrong: r#"State(id: "state-a", name: "State A"),
State(id: "state-b", name: "State B"),
Person(id: "person-a", name: "Person A"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "2031-03-04", place: "state-a", participants: "person-a", source: "paper-a#p1"),
Meeting(id: "meeting-b", when: "2031-03-04", place: "state-b", participants: "person-a", source: "paper-a#p2"),"#,
        right: r#"State(id: "state-a", name: "State A"),
State(id: "state-b", name: "State B"),
Person(id: "person-a", name: "Person A"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "2031-03-04", place: "state-a", participants: "person-a", source: "paper-a#p1"),
Meeting(id: "meeting-b", when: "2031-03-05", place: "state-b", participants: "person-a", source: "paper-a#p2"),"#,
    },
    run: Run::Facts(run),
};

/// Of somebody's events on one day so many are compared with each other.
const COMPARED: usize = 32;

/// Somebody in an event of a day.
struct Stay<'a> {
    who: &'a Id,
    day: Day,
    fact: &'a Fact,
    event: &'a Event,
    part: &'a Part,
}

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let mut stays = Vec::new();
    for (fact, days) in checked.events() {
        let sure = days.is_one_day() && days.is_sure() && in_person(fact);
        let Some(event) = fact.event().filter(|_| sure) else { continue };
        let present = fact.parts.iter().filter(|part| was_there(part) && part.when.is_none() && !is_remote(part));
        stays.extend(present.map(|part| Stay { who: &part.who, day: days.first(), fact, event, part }));
    }
    stays.sort_by(|a, b| (a.day, a.who, &a.fact.id).cmp(&(b.day, b.who, &b.fact.id)));
    for day in stays.chunk_by(|a, b| (a.day, a.who) == (b.day, b.who)).filter(|day| day.len() > 1) {
        let placed = day.iter().map(|stay| (stay, states(checked, stay.event, stay.day)));
        let placed: Vec<Placed<'_, '_>> = placed.filter(|(_, there)| !there.is_empty()).take(COMPARED).collect();
        apart(checked, &placed, findings);
    }
}

/// A stay with the states that it was in.
type Placed<'s, 'a> = (&'s Stay<'a>, BTreeSet<&'a Id>);

/// Reports the first pair of a day that shares no state: one finding a person and day.
fn apart(checked: &Checked<'_>, day: &[Placed<'_, '_>], findings: &mut Findings<'_>) {
    let pair = day.iter().enumerate().find_map(|(at, first)| {
        let other = day.iter().skip(at + 1).find(|other| first.1.is_disjoint(&other.1))?;
        Some((first, other))
    });
    let Some((first, other)) = pair else { return };
    let list = |there: &BTreeSet<&Id>| there.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let mut pair = [first, other].map(|(stay, there)| (checked.participation(stay.fact, stay.part), stay, list(there)));
    pair.sort_by_key(|(place, ..)| place.as_ref().map(|(item, _)| (item.text, item.range.start)));
    let [(_, earlier, before), (Some((item, spot)), later, after)] = pair else { return };
    let message = format!(
        "on {} `{}` is in {after} for `{}` and in {before} for `{}`",
        later.day, later.who, later.fact.id, earlier.fact.id
    );
    findings.between(item, spot, Some(&earlier.fact.id), message, "correct a day, a place, the medium or the person");
}

fn in_person(fact: &Fact) -> bool {
    let held =
        fact.timing.as_ref().is_some_and(|timing| timing.status == Status::Held && timing.alternatives.len() == 1);
    let event = fact.event();
    let kind = matches!(event, Some(Event::Visit(_) | Event::Meeting(_) | Event::Session(_) | Event::Activity(_)));
    let medium = event.and_then(|event| event.shared().medium);
    held && kind && medium.is_none_or(|medium| medium == Medium::InPerson)
}

fn is_remote(part: &Part) -> bool {
    use crate::record::Presence::{Phone, Video};
    matches!(part.presence, Phone | Video)
}

/// The states in which an event took place; of a visit without a place those that were visited.
fn states<'a>(checked: &Checked<'a>, event: &'a Event, day: Day) -> BTreeSet<&'a Id> {
    let places = &event.shared().place;
    match event {
        Event::Visit(visit) if places.is_empty() => visit.to.iter().flat_map(|to| checked.states(to, day)).collect(),
        _ => places.iter().flat_map(|place| checked.states(place, day)).collect(),
    }
}
