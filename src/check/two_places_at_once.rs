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

/// Somebody in some states on a day.
struct Stay<'a> {
    who: &'a Id,
    day: Day,
    fact: &'a Fact,
    part: &'a Part,
    /// Where, as a position among the days of events.
    states: usize,
}

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let mut places: Vec<BTreeSet<&Id>> = Vec::new();
    let mut stays = Vec::new();
    for (fact, days) in checked.events() {
        let sure = days.is_one_day() && days.is_sure() && in_person(fact);
        let Some(event) = fact.event().filter(|_| sure) else { continue };
        let there = states(checked, event, days.first());
        if there.is_empty() {
            continue;
        }
        let present = fact.parts.iter().filter(|part| was_there(part) && part.when.is_none() && !is_remote(part));
        stays.extend(present.map(|part| Stay { who: &part.who, day: days.first(), fact, part, states: places.len() }));
        places.push(there);
    }
    stays.sort_by(|a, b| (a.who, a.day, &a.fact.id).cmp(&(b.who, b.day, &b.fact.id)));
    for day in stays.chunk_by(|a, b| (a.who, a.day) == (b.who, b.day)) {
        apart(checked, day, &places, findings);
    }
}

/// Reports the first pair of a day that shares no state: one finding a person and day.
fn apart(checked: &Checked<'_>, day: &[Stay<'_>], places: &[BTreeSet<&Id>], findings: &mut Findings<'_>) {
    let there = |stay: &Stay<'_>| places.get(stay.states);
    let are_apart = |a: &Stay<'_>, b: &Stay<'_>| match (there(a), there(b)) {
        (Some(here), Some(elsewhere)) => here.is_disjoint(elsewhere),
        _ => false,
    };
    let compared = day.get(..day.len().min(COMPARED)).unwrap_or_default();
    let pair = compared.iter().enumerate().find_map(|(at, first)| {
        let other = compared.iter().skip(at + 1).find(|other| are_apart(first, other))?;
        Some((first, other))
    });
    let Some((first, other)) = pair else { return };
    let list = |stay| there(stay).map(|all| all.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "));
    let mut pair = [first, other].map(|stay| (checked.participation(stay.fact, stay.part), stay));
    pair.sort_by_key(|(place, _)| place.as_ref().map(|(item, _)| (item.text, item.range.start)));
    let [(_, earlier), (Some((item, spot)), later)] = pair else { return };
    let message = format!(
        "on {} `{}` is in {} for `{}` and in {} for `{}`",
        first.day,
        first.who,
        list(later).unwrap_or_default(),
        later.fact.id,
        list(earlier).unwrap_or_default(),
        earlier.fact.id
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
fn states<'a>(checked: &Checked<'a>, event: &Event, day: Day) -> BTreeSet<&'a Id> {
    let places = &event.shared().place;
    match event {
        Event::Visit(visit) if places.is_empty() => visit.to.iter().flat_map(|to| checked.states(to, day)).collect(),
        _ => places.iter().flat_map(|place| checked.states(place, day)).collect(),
    }
}
