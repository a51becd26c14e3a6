//! Accounts: records with one id, ordered by what they cite, never by file.

use super::duplicate;
use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Citation, Kind};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All records of one fact.
pub(super) struct Group<'a> {
    /// The id by which the fact is known.
    pub(super) id: Id,
    /// The records, each with one of its citations.
    pub(super) members: Vec<Member<'a>>,
}

/// A record seen with one of its citations.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    /// The record.
    pub(super) item: &'a PlacedRecord,
    /// The citation; none for records without.
    pub(super) citation: Option<&'a Arc<Citation>>,
}

impl Member<'_> {
    /// Source, locator and voice: what makes two accounts the same one.
    pub(super) fn key(&self) -> Option<(&Id, Option<&str>, Option<&Id>)> {
        let citation = self.citation?;
        Some((&citation.source, citation.locator.as_deref(), citation.says.as_ref()))
    }

    /// Orders by what is cited, then by what is said, so that the order of files can't be seen.
    fn order(&self, other: &Self) -> Ordering {
        let natural =
            |member: &Self| member.key().map(|(source, at, says)| (source.clone(), at.map(natural_key), says.cloned()));
        natural(self)
            .cmp(&natural(other))
            .then_with(|| self.key().cmp(&other.key()))
            .then_with(|| self.item.digest.cmp(&other.item.digest))
    }
}

/// Sorts `p9` before `p12`: words as words, numbers as numbers.
fn natural_key(text: &str) -> (String, u64, String) {
    let letters = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (word, rest) = text.split_at(letters);
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, tail) = rest.split_at(digits);
    (word.to_owned(), number.parse().unwrap_or(0), tail.to_owned())
}

/// Groups the records by the fact that they speak of and reports what can't stand side by side.
pub(super) fn groups<'a>(
    loaded: &'a Loaded,
    identities: &Identities,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Group<'a>> {
    let mut by_id: BTreeMap<Id, Vec<&PlacedRecord>> = BTreeMap::new();
    for item in &loaded.records {
        by_id.entry(identities.canonical(&item.record.head.id)).or_default().push(item);
    }
    by_id
        .into_iter()
        .map(|(id, items)| {
            let items = of_one_kind(loaded, items, problems);
            let mut members: Vec<Member> = items.into_iter().flat_map(seen_with_citations).collect();
            members.sort_by(Member::order);
            let members = duplicate::without(loaded, members, problems);
            Group { id, members }
        })
        .collect()
}

fn seen_with_citations(item: &PlacedRecord) -> Vec<Member<'_>> {
    let citations = &item.record.evidence.source;
    if citations.is_empty() {
        return vec![Member { item, citation: None }];
    }
    let seen = |citation| Member { item, citation: Some(citation) };
    citations.iter().map(seen).collect()
}

/// Keeps the records of the first kind in the order of kinds; two kinds under one id are a problem.
fn of_one_kind<'a>(
    loaded: &Loaded,
    items: Vec<&'a PlacedRecord>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<&'a PlacedRecord> {
    let Some(kind) = items.iter().map(|item| item.record.body.kind()).min() else {
        return items;
    };
    let (kept, other): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.record.body.kind() == kind);
    let place = kept.first().map(|first| loaded.span_of(first).to_string()).unwrap_or_default();
    for item in other {
        problems.push(kind_clash(loaded, item, kind, &place));
    }
    kept
}

fn kind_clash(loaded: &Loaded, item: &PlacedRecord, kind: Kind, place: &str) -> Diagnostic {
    let id = &item.record.head.id;
    let message = format!(
        "`{id}` is already the id of {} at {place}, so this {} was left out",
        kind.with_article(),
        item.record.body.kind().tag()
    );
    loaded
        .problem(item, Spot::own(id), |span| Diagnostic::error(Code::KindClash, span, message))
        .with_hint("all ids share one name space: give one of the two another id")
}
