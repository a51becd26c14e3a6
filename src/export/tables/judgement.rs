//! Judgements: denials, retractions, identities, rulings, counts that sources claim, and remarks.

use super::{Foreign, Table, date, facts};
use crate::export::closure::Closure;
use crate::export::field::{Fields, Value, fields};
use crate::model::{Account, Fact};
use crate::record::{Body, Kind, TallyOf, Tell};

fields! {
    /// A denial, by one account.
    Denial {
        id: Text "The id of the denial.",
        number: Number "The number of the account, from 1.",
        of: Id "The fact that is denied.",
        who: Id "The participant concerned.",
        aspect: Text "The aspect that is denied; the occurrence where nothing is named.",
        source: Id "Who denies it.",
        locator: Text "The place in the source.",
        withdrawn: Flag "Whether the source took the denial back.",
    }

    /// A retraction, by one account.
    Retraction {
        id: Text "The id of the retraction.",
        number: Number "The number of the account, from 1.",
        of: Id "The fact concerned.",
        withdraws: List "The accounts that are withdrawn: source#place.",
        source: Id "The source that took them back.",
        locator: Text "The place in it.",
    }

    /// An identity, or that there is none.
    Identity {
        id: Text "The id of the record.",
        number: Number "The number of the account, from 1.",
        a: Id "One id, as it is written.",
        b: Id "The other id.",
        relation: Text "same-as or different.",
        fact: Id "The id under which the united facts stand in this package.",
        source: Id "Who says so.",
        locator: Text "The place in the source.",
    }

    /// The keeper's judgement on a dispute; never a source.
    Ruling {
        id: Text "The id of the ruling.",
        of: Id "The fact in dispute.",
        who: Id "The participant concerned.",
        aspect: Text "The aspect in dispute.",
        prefers: List "The accounts that the keeper follows: source#place.",
        over: List "Those not followed.",
        why: Text "Why.",
        by: Text "Who judged.",
        on: Day "On what day.",
    }

    /// A count that a source claims, by one account.
    Tally {
        id: Text "The id of the tally.",
        number: Number "The number of the account, from 1.",
        of: Text "What is counted: an event, or a selection in words.",
        count: Number "The number that the source gives.",
        what: Text "What it counts, in words.",
        on: Date "The day for which it stands (EDTF).",
        rule: Text "The rule by which the source counts, in words.",
        source: Id "The source.",
        locator: Text "The place in it.",
    }

    /// An assertion about facts, by one account.
    Remark {
        id: Text "The id of the remark.",
        number: Number "The number of the account, from 1.",
        about: Ids "What it is about.",
        text: Text "The assertion, in the keeper's words.",
        source: Id "The source.",
        locator: Text "The place in it.",
    }
}

const OF_SOURCES: &[Foreign] = &[Foreign { column: "source", table: "sources" }];

/// A row for each account of the facts of some kinds, with number, source and locator.
fn each<R: Fields>(
    closure: &Closure<'_>,
    kinds: &[Kind],
    row: impl Fn(&Fact, [Value; 3], &Account) -> Option<R>,
) -> Vec<R> {
    let accounts =
        facts(closure, kinds).flat_map(|(fact, _)| fact.accounts.iter().zip(1..).map(move |one| (fact, one)));
    let rows = accounts.filter_map(|(fact, (account, number))| {
        let citation = account.citation.as_deref();
        let source = Value::maybe(citation.map(|citation| closure.id(&citation.source)));
        let locator = Value::maybe(citation.and_then(|citation| citation.locator.as_ref()));
        row(fact, [Value::Number(number), source, locator], account)
    });
    rows.collect()
}

/// What sources deny.
pub(super) fn denials(closure: &Closure<'_>) -> Table {
    let rows = each(closure, &[Kind::Denial], |fact, [number, source, locator], account| {
        let Body::Denial(denial) = account.says.as_ref() else { return None };
        Some(Denial {
            id: Value::text(&fact.id),
            number,
            of: Value::text(closure.id(&denial.of)),
            who: Value::maybe(denial.who.as_ref().map(|id| closure.id(id))),
            aspect: Value::text(denial.aspect.as_deref().unwrap_or("occurrence")),
            source,
            locator,
            withdrawn: Value::Flag(account.withdrawn),
        })
    });
    const FOREIGN: &[Foreign] =
        &[Foreign { column: "source", table: "sources" }, Foreign { column: "who", table: "actors" }];
    Table::of::<Denial>("denials", "What sources say was not so.", &["id", "number"], rows).referring(FOREIGN)
}

/// What sources took back.
pub(super) fn retractions(closure: &Closure<'_>) -> Table {
    let rows = each(closure, &[Kind::Retraction], |fact, [number, source, locator], account| {
        let Body::Retraction(retraction) = account.says.as_ref() else { return None };
        Some(Retraction {
            id: Value::text(&fact.id),
            number,
            of: Value::text(closure.id(&retraction.of)),
            withdraws: Value::list(&retraction.withdraws),
            source,
            locator,
        })
    });
    Table::of::<Retraction>("retractions", "What sources took back.", &["id", "number"], rows).referring(OF_SOURCES)
}

/// What is, or is not, the same.
pub(super) fn identities(closure: &Closure<'_>) -> Table {
    let kinds = &[Kind::SameAs, Kind::Different];
    let rows = each(closure, kinds, |fact, [number, source, locator], account| {
        let (a, b, together) = match account.says.as_ref() {
            Body::SameAs(one) => (&one.a, &one.b, Some(closure.id(&one.a))),
            Body::Different(one) => (&one.a, &one.b, None),
            _ => return None,
        };
        Some(Identity {
            id: Value::text(&fact.id),
            number,
            a: Value::text(a),
            b: Value::text(b),
            relation: Value::maybe(fact.kind()),
            fact: Value::maybe(together),
            source,
            locator,
        })
    });
    let about = "Which ids mean the same, and which must not be united.";
    Table::of::<Identity>("identities", about, &["id", "number"], rows).referring(OF_SOURCES)
}

/// How the keeper judged.
pub(super) fn rulings(closure: &Closure<'_>) -> Table {
    let rows = facts(closure, &[Kind::Ruling]).filter_map(|(fact, _)| {
        let Some(Body::Ruling(ruling)) = fact.body.as_deref() else { return None };
        Some(Ruling {
            id: Value::text(&fact.id),
            of: Value::text(closure.id(&ruling.of)),
            who: Value::maybe(ruling.who.as_ref().map(|id| closure.id(id))),
            aspect: Value::text(&ruling.aspect),
            prefers: Value::list(&ruling.prefers),
            over: Value::list(&ruling.over),
            why: Value::text(&ruling.why),
            by: Value::maybe(ruling.by.as_ref()),
            on: ruling.on.map_or(Value::Nothing, Value::day),
        })
    });
    let about = "How the keeper judged disputes; a ruling is no source.";
    let foreign = &[Foreign { column: "who", table: "actors" }];
    Table::of::<Ruling>("rulings", about, &["id"], rows.collect()).referring(foreign)
}

/// What sources count.
pub(super) fn tallies(closure: &Closure<'_>) -> Table {
    let rows = each(closure, &[Kind::Tally], |fact, [number, source, locator], account| {
        let Body::Tally(tally) = account.says.as_ref() else { return None };
        Some(Tally {
            id: Value::text(&fact.id),
            number,
            of: Value::text(counted(&tally.of)),
            count: Value::Number(tally.number),
            what: Value::maybe(tally.what.as_ref()),
            on: date(tally.on.as_ref()),
            rule: Value::maybe(tally.rule.as_ref()),
            source,
            locator,
        })
    });
    let about = "Counts that sources claim; they stand beside what is counted here, never instead.";
    Table::of::<Tally>("tallies", about, &["id", "number"], rows).referring(OF_SOURCES)
}

fn counted(of: &TallyOf) -> String {
    let mut told = Vec::new();
    of.tell("of", &mut told);
    told.into_iter().map(|told| told.text).collect::<Vec<_>>().join(", ")
}

/// What is asserted about facts.
pub(super) fn remarks(closure: &Closure<'_>) -> Table {
    let rows = each(closure, &[Kind::Remark], |fact, [number, source, locator], account| {
        let Body::Remark(remark) = account.says.as_ref() else { return None };
        Some(Remark {
            id: Value::text(&fact.id),
            number,
            about: Value::list(remark.about.iter().map(|id| closure.id(id))),
            text: Value::text(&remark.text),
            source,
            locator,
        })
    });
    let about = "Assertions about facts, shown and never computed with.";
    Table::of::<Remark>("remarks", about, &["id", "number"], rows).referring(OF_SOURCES)
}
