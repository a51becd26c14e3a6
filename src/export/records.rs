//! Fact files: a selection as records that load again to the same facts.
//!
//! What accounts say is written as they say it, with every source, and so are judgements and whatever records refer to.
//! What loading works out of accounts, such as disputes, is worked out again.

use super::closure::Closure;
use super::selection::Selection;
use crate::model::{Account, Fact};
use crate::read::SourceText;
use crate::record::{Body, Kind, Spell, Spelled};
use crate::write::format;
use std::io;

/// Writes the records of a selection, kind by kind and by id, in the usual layout.
///
/// # Errors
/// If a record cannot be read as it would be written; nothing is written then.
pub(super) fn records(selection: &Selection<'_>) -> io::Result<Vec<u8>> {
    let closure = Closure::of(selection);
    let mut facts: Vec<&Fact> = closure.iter().map(|(fact, _)| fact).filter(|fact| fact.body.is_some()).collect();
    facts.sort_by_key(|fact| (fact.kind(), &fact.id));
    let about = selection.sentences("Facts with everything that they refer to.");
    // A line break would end the comment.
    let mut text = format!("// {}\n[\n", about.replace(char::is_control, " "));
    for record in facts.into_iter().flat_map(records_of) {
        text.push_str(&record);
        text.push_str(",\n");
    }
    text.push_str("]\n");
    let laid_out = format(&SourceText::new("export", text.into_bytes()));
    match (laid_out.text, laid_out.problems.first()) {
        (Some(text), None) => Ok(text.into_bytes()),
        (_, problem) => {
            let why = problem.map(|problem| problem.message.clone()).unwrap_or_default();
            Err(io::Error::other(format!("a record would not read back: {why}")))
        }
    }
}

/// Accounts that came from one record.
struct Together<'f> {
    says: &'f Body,
    accounts: Vec<&'f Account>,
}

/// The records of a fact: accounts that say the same for the same reasons are one, with several citations.
fn records_of(fact: &Fact) -> Vec<String> {
    let mut together: Vec<Together<'_>> = Vec::new();
    for account in &fact.accounts {
        let is_one = |one: &&mut Together<'_>| {
            let first = one.accounts.first();
            *one.says == *account.says && first.is_some_and(|first| belong(first, account))
        };
        match together.iter_mut().find(is_one) {
            Some(one) => one.accounts.push(account),
            None => together.push(Together { says: &account.says, accounts: vec![account] }),
        }
    }
    // Notes and outside ids are those of all records: each has room for one.
    let codes = fact.outside.values().map(Vec::len).max().unwrap_or(0);
    let number = together.len().max(fact.notes.len()).max(codes);
    let last = together.len().saturating_sub(1);
    (0..number).filter_map(|at| together.get(at.min(last)).map(|one| record(fact, one, at))).collect()
}

/// Whether two accounts can stand in one record: for the same reasons, and both with a citation.
fn belong(one: &Account, other: &Account) -> bool {
    one.citation.is_some()
        && other.citation.is_some()
        && one.evidence.derived == other.evidence.derived
        && one.evidence.credibility == other.evidence.credibility
}

fn record(fact: &Fact, one: &Together<'_>, at: usize) -> String {
    let mut fields: Vec<Spelled> = Vec::new();
    let mut add = |name: &'static str, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    add("id", fact.id.spell());
    if at == 0 {
        add("was", fact.was.to_vec().spell());
    }
    one.says.spelled().into_iter().for_each(|(name, value)| add(name, Some(value)));
    let evidence = one.accounts.first().map(|account| &account.evidence);
    add("derived", evidence.and_then(|evidence| table(evidence.derived.iter())));
    add("credibility", evidence.and_then(|evidence| evidence.credibility.spell()));
    add("note", fact.notes.get(at).and_then(Spell::spell));
    let codes = fact.outside.iter().filter_map(|(scheme, codes)| Some((scheme, codes.get(at)?)));
    add("ids", table(codes));
    let citations: Vec<_> = one.accounts.iter().filter_map(|account| account.citation.as_deref()).cloned().collect();
    add("source", citations.spell());
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{}({})", fact.kind().map_or("", Kind::tag), fields.join(", "))
}

fn table<'a>(rows: impl Iterator<Item = (&'a String, &'a String)>) -> Option<String> {
    crate::record::Table(rows.map(|(key, value)| (key.clone(), value.clone())).collect()).spell()
}
