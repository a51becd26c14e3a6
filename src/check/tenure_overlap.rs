//! Offices with one seat that two people hold at one time.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::{Day, PointDate};
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::model::Fact;
use crate::read::Spot;
use crate::record::{Body, Tenure};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: Code::TenureOverlap,
    severity: Severity::Warning,
    page: Page {
        what: "two tenures of an office with one seat overlap by more than the day of the handover.",
        why: "\"The foreign minister\" then means two people, and who is asked by office gets the meetings of both.",
        mend: "Correct the ends of the two tenures. Somebody who acted beside the holder has `acting: true`; an office that \
               several hold at one time has no `seats: 1`.",
        wrong: r#"Source(id: "register", title: "Register"),
Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Office(id: "office-a", title: "Office A", of: "person-a", seats: 1),
Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2001-01-01", until: "2004-06-30", source: "register#1"),
Tenure(id: "tenure-b", person: "person-b", office: "office-a", from: "2004-03-01", until: "2008-06-30", source: "register#2"),"#,
        right: r#"Source(id: "register", title: "Register"),
Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Office(id: "office-a", title: "Office A", of: "person-a", seats: 1),
Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2001-01-01", until: "2004-06-30", source: "register#1"),
Tenure(id: "tenure-b", person: "person-b", office: "office-a", from: "2004-06-30", until: "2008-06-30", source: "register#2"),"#,
    },
    run: Run::Facts(run),
};

/// A tenure with the days on which it certainly holds.
struct Held<'a> {
    first: Day,
    last: Day,
    fact: &'a Fact,
}

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let mut offices: BTreeMap<&Id, Vec<Held<'_>>> = BTreeMap::new();
    for fact in checked.facts().iter().filter(|fact| !fact.is_withdrawn()) {
        if let Some(Body::Tenure(tenure)) = fact.body.as_deref()
            && let Some(office) = one_seat(checked, tenure)
            && let Some((first, last)) = certain(tenure)
        {
            offices.entry(office).or_default().push(Held { first, last, fact });
        }
    }
    for held in offices.values_mut() {
        held.sort_by_key(|one| (one.first, one.last));
        overlaps(checked, held, findings);
    }
}

/// Reports each tenure that begins while an earlier one still holds.
fn overlaps(checked: &Checked<'_>, held: &[Held<'_>], findings: &mut Findings<'_>) {
    let mut longest: Option<&Held<'_>> = None;
    for one in held {
        if let Some(before) = longest.filter(|before| one.first < before.last) {
            report(checked, before, one, findings);
        }
        if longest.is_none_or(|before| before.last < one.last) {
            longest = Some(one);
        }
    }
}

fn report(checked: &Checked<'_>, before: &Held<'_>, later: &Held<'_>, findings: &mut Findings<'_>) {
    let states = |body: &Body| matches!(body, Body::Tenure(tenure) if tenure.from.is_some());
    let Some(item) = checked.record(later.fact, |record| states(record.body.as_ref())) else {
        return;
    };
    let spot = if states(item.record.body.as_ref()) { Spot::field("from") } else { Spot::own(&item.record.head.id) };
    let last = before.last.min(later.last);
    let message = format!(
        "`{}` and `{}` hold an office with one seat from {} to {last}",
        before.fact.id, later.fact.id, later.first
    );
    findings.between(
        item,
        spot,
        Some(&before.fact.id),
        message,
        "correct the end of one or the beginning of the other",
    );
}

/// The office of a tenure, if one person at a time holds it and this one did not only act in it.
fn one_seat<'a>(checked: &Checked<'a>, tenure: &Tenure) -> Option<&'a Id> {
    let office = checked.facts().get(tenure.office.as_str())?;
    let single = matches!(office.body.as_deref(), Some(Body::Office(office)) if office.seats == Some(1));
    (single && tenure.acting != Some(true)).then_some(&office.id)
}

/// The days on which a tenure certainly holds by what its own records state.
fn certain(tenure: &Tenure) -> Option<(Day, Day)> {
    let sure = |date: &Option<PointDate>| date.clone().filter(PointDate::is_sure);
    let attested = || tenure.held_on.iter().filter(|date| date.is_sure());
    let first = sure(&tenure.from).map(|from| from.last()).or_else(|| attested().map(PointDate::last).min())?;
    let last = sure(&tenure.until).map(|until| until.first()).or_else(|| attested().map(PointDate::first).max())?;
    (first <= last).then_some((first, last))
}
