//! Accounts: what one source says about one fact.

use super::{Foreign, Table};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::model::{Account, Fact};
use crate::record::Told;

fields! {
    /// An account.
    AccountRow {
        fact: Id "The fact that it is about: a row of any other table.",
        number: Number "Its number among the accounts of the fact, from 1.",
        source: Id "The source; nothing for a fact that needs no evidence.",
        locator: Text "The place in the source.",
        quote: Text "The words of the source.",
        lang: Text "The language of the quote.",
        says: Id "Whom the source quotes.",
        appeared: Date "The day on which this part became public, where it differs from the source's (EDTF).",
        credibility: Number "1 (confirmed) to 6 (cannot be judged).",
        status: Text "What it can support: held, announced, postponed or cancelled.",
        withdrawn: Flag "Whether its source took it back.",
        told: List "What it says, aspect by aspect: aspect: text, or aspect of participant: text.",
        derived: List "What the source does not state, and how it was worked out: field: reason.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let accounts = closure.iter().flat_map(|(fact, _)| fact.accounts.iter().enumerate().map(move |one| (fact, one)));
    let rows = accounts.map(|(fact, (number, account))| row(closure, fact, number, account)).collect();
    const FOREIGN: &[Foreign] =
        &[Foreign { column: "source", table: "sources" }, Foreign { column: "says", table: "actors" }];
    let about = "What one source says about one fact; what accounts contradict each other in is `disputed` there.";
    Table::of::<AccountRow>("accounts", about, &["fact", "number"], rows).referring(FOREIGN)
}

fn row(closure: &Closure<'_>, fact: &Fact, number: usize, account: &Account) -> AccountRow {
    let citation = account.citation.as_deref();
    let evidence = &account.evidence;
    AccountRow {
        fact: Value::text(&fact.id),
        number: Value::number(number + 1),
        source: Value::maybe(citation.map(|citation| closure.id(&citation.source))),
        locator: Value::maybe(citation.and_then(|citation| citation.locator.as_ref())),
        quote: Value::maybe(citation.and_then(|citation| citation.quote.as_ref())),
        lang: Value::maybe(citation.and_then(|citation| citation.lang.as_ref())),
        says: Value::maybe(citation.and_then(|citation| citation.says.as_ref()).map(|id| closure.id(id))),
        appeared: Value::maybe(citation.and_then(|citation| citation.appeared.as_deref())),
        credibility: evidence.credibility.map_or(Value::Nothing, |grade| Value::Number(u64::from(grade.get()))),
        status: Value::maybe(account.status),
        withdrawn: Value::Flag(account.withdrawn),
        told: Value::list(account.says.told().iter().map(told)),
        derived: Value::list(evidence.derived.iter().map(|(field, how)| format!("{field}: {how}"))),
    }
}

fn told(told: &Told) -> String {
    match &told.who {
        Some(who) => format!("{} of {who}: {}", told.aspect, told.text),
        None => format!("{}: {}", told.aspect, told.text),
    }
}
