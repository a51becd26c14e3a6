//! Parts that lie outside the days of their whole.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::{Bounds, EventDate};
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::model::Fact;
use crate::read::Spot;
use crate::record::{Body, Event};

pub(super) const CHECK: Check = Check {
    code: Code::PartOutsideWhole,
    severity: Severity::Error,
    page: Page {
        what: "an event lies outside the days of the event that it is part of, or a station or a participant's own days do.",
        why: "Questions about a visit or session count what is part of it. A part on another day belongs to another whole, or \
              one of the dates is wrong.",
        mend: "Correct one of the dates or the `part_of`. What took place on the margins stands in `beside`, what followed has \
               `after`.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04/2031-03-06", source: "paper-a#p1"),
Meeting(id: "meeting-a", when: "2031-03-08", part_of: "visit-a", source: "paper-a#p2"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04/2031-03-06", source: "paper-a#p1"),
Meeting(id: "meeting-a", when: "2031-03-05", part_of: "visit-a", source: "paper-a#p2"),"#,
    },
    run: Run::Facts(run),
};

const HINT: &str = "correct one of the two dates, or what it is part of";

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for (fact, days) in checked.events().filter(|(_, days)| days.is_sure()) {
        for whole in fact.event().into_iter().flat_map(|event| &event.shared().part_of) {
            part(checked, (fact, &days), whole, findings);
        }
        stations(checked, (fact, &days), findings);
        stays(checked, (fact, &days), findings);
    }
}

fn part(checked: &Checked<'_>, (fact, days): (&Fact, &Bounds), whole: &Id, findings: &mut Findings<'_>) {
    let around = checked.facts().get(whole.as_str()).and_then(|whole| whole.timing.as_ref());
    let Some(around) = around.map(crate::model::Timing::hull).filter(|around| are_apart(days, around)) else {
        return;
    };
    let names = |body: &Body| matches!(body, Body::Event(event) if event.shared().part_of.contains(whole));
    if let Some(item) = checked.record(fact, |record| names(record.body.as_ref())) {
        let message = format!(
            "`{}` ({}) lies outside of `{whole}` ({}), of which it is a part",
            fact.id,
            words(days),
            words(&around)
        );
        findings.between(item, Spot::used("part_of", whole), Some(whole), message, HINT);
    }
}

/// The stations of a visit.
fn stations(checked: &Checked<'_>, (fact, days): (&Fact, &Bounds), findings: &mut Findings<'_>) {
    let legs = |body: &Body| match body {
        Body::Event(Event::Visit(visit)) => visit.legs.clone(),
        _ => Vec::new(),
    };
    if fact.body.as_deref().is_none_or(|body| legs(body).is_empty()) {
        return;
    }
    for item in checked.records_of(fact) {
        let all = legs(item.record.body.as_ref());
        for leg in all.iter().filter(|leg| lies_outside(leg.when.as_ref(), days)) {
            let message = format!("the station at `{}` lies outside of the visit ({})", leg.place, words(days));
            findings.at(item, Spot::used("legs", &leg.place), message, HINT);
        }
    }
}

/// The participants' own days.
fn stays(checked: &Checked<'_>, (fact, days): (&Fact, &Bounds), findings: &mut Findings<'_>) {
    for part in fact.parts.iter().filter(|part| lies_outside(part.when.as_deref(), days)) {
        if let Some((item, spot)) = checked.participation(fact, part) {
            let message = format!("the own days of `{}` lie outside of `{}` ({})", part.who, fact.id, words(days));
            findings.at(item, spot, message, HINT);
        }
    }
}

fn lies_outside(when: Option<&EventDate>, days: &Bounds) -> bool {
    when.is_some_and(|when| are_apart(&when.bounds(None), days))
}

/// Whether two events can have no day in common.
fn are_apart(a: &Bounds, b: &Bounds) -> bool {
    a.is_sure() && b.is_sure() && (a.last() < b.first() || b.last() < a.first())
}

fn words(days: &Bounds) -> String {
    match days.first() == days.last() {
        true => days.first().to_string(),
        false => format!("{}..{}", days.first(), days.last()).replace("....", ".."),
    }
}
