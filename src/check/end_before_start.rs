//! What ends before it begins. The date of an event that does so is refused by reading, under the same name.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::PointDate;
use crate::diagnostic::{Code, Severity};
use crate::model::Fact;
use crate::read::{PlacedRecord, Spot};
use crate::record::{Body, TallyOf};

pub(super) const CHECK: Check = Check {
    code: Code::EndBeforeStart,
    severity: Severity::Error,
    page: Page {
        what: "a life, tenure, membership or other span ends before it begins.",
        why: "No day lies in such a span: the person never held the office, the state never existed. An event whose date does \
              so is left out.",
        mend: "Look both dates up. The message names them.",
        wrong: r#"Source(id: "register", title: "Register"),
Person(id: "person-a", name: "Person A"),
Office(id: "office-a", title: "Office A", of: "person-a"),
Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2012-03", until: "2002-05", source: "register#1"),"#,
        right: r#"Source(id: "register", title: "Register"),
Person(id: "person-a", name: "Person A"),
Office(id: "office-a", title: "Office A", of: "person-a"),
Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2002-03", until: "2012-05", source: "register#1"),"#,
    },
    run: Run::Facts(run),
};

/// A span: the field that its end stands in, its start and its end.
type Span<'a> = (&'static str, Option<&'a PointDate>, Option<&'a PointDate>);

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for item in &checked.loaded.records {
        for span in spans(item.record.body.as_ref()) {
            report(item, span, findings);
        }
    }
    for fact in checked.facts().iter().filter(|fact| fact.accounts.len() > 1) {
        across_records(checked, fact, findings);
    }
}

/// Reports a span whose start one record gives and whose end another, where no record is wrong by itself.
fn across_records(checked: &Checked<'_>, fact: &Fact, findings: &mut Findings<'_>) {
    let reversed = |body: &Body| spans(body).into_iter().any(|span| is_reversed(&span));
    let joined = fact.body.as_deref().into_iter().flat_map(spans).find(is_reversed);
    let Some(span) = joined.filter(|_| !checked.records_of(fact).any(|item| reversed(item.record.body.as_ref())))
    else {
        return;
    };
    let states_end = |body: &Body| spans(body).into_iter().any(|own| own.0 == span.0 && own.2 == span.2);
    if let Some(item) = checked.record(fact, |record| states_end(record.body.as_ref())) {
        report(item, span, findings);
    }
}

fn report(item: &PlacedRecord, span: Span<'_>, findings: &mut Findings<'_>) {
    if let (field, Some(from), Some(until)) = span
        && is_reversed(&span)
    {
        let message = format!("this ends ({until}) before it begins ({from})");
        findings.at(item, Spot::field(field), message, "correct one of the two dates");
    }
}

fn is_reversed((_, from, until): &Span<'_>) -> bool {
    matches!((from, until), (Some(from), Some(until)) if until.last() < from.first())
}

/// The spans that a record gives.
fn spans(body: &Body) -> Vec<Span<'_>> {
    match body {
        Body::Person(one) => vec![("died", one.born.as_ref(), one.died.as_ref())],
        Body::State(one) => vec![("until", one.from.as_ref(), one.until.as_ref())],
        Body::Tenure(one) => vec![("until", one.from.as_ref(), one.until.as_ref())],
        Body::Membership(one) => vec![("until", one.from.as_ref(), one.until.as_ref())],
        Body::Party(party) => {
            party.ruling.iter().map(|one| ("ruling", one.from.as_ref(), one.until.as_ref())).collect()
        }
        Body::Place(place) => {
            place.within.iter().map(|one| ("within", one.from.as_ref(), one.until.as_ref())).collect()
        }
        Body::Source(source) => {
            source.covers.iter().map(|one| ("covers", one.from.as_ref(), one.until.as_ref())).collect()
        }
        Body::Tally(tally) => match &tally.of {
            TallyOf::Selection(one) => vec![("of", one.from.as_ref(), one.until.as_ref())],
            TallyOf::Event(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
