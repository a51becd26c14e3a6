//! Accounts: records with one id, ordered by what they cite, never by file.

use super::duplicate;
use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Citation, Kind};
use rayon::prelude::*;
use std::cmp::Ordering;
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

impl<'a> Member<'a> {
    /// Source, locator and voice: what makes two accounts the same one.
    pub(super) fn key(&self) -> Option<(&'a Id, Option<&'a str>, Option<&'a Id>)> {
        let citation = self.citation?;
        Some((&citation.source, citation.locator.as_deref(), citation.says.as_ref()))
    }

    /// Orders by what is cited, then by what is said, so that the order of files can't be seen.
    fn order(&self, other: &Self) -> Ordering {
        fn natural<'a>(member: &Member<'a>) -> Option<(&'a Id, Option<Natural<'a>>, Option<&'a Id>)> {
            member.key().map(|(source, at, says)| (source, at.map(natural_key), says))
        }
        natural(self)
            .cmp(&natural(other))
            .then_with(|| self.key().cmp(&other.key()))
            .then_with(|| self.item.digest.cmp(&other.item.digest))
    }
}

/// A word, the number behind it, and the rest.
type Natural<'a> = (&'a str, u64, &'a str);

/// Sorts `p9` before `p12`: words as words, numbers as numbers.
fn natural_key(text: &str) -> Natural<'_> {
    let letters = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (word, rest) = text.split_at(letters);
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, tail) = rest.split_at(digits);
    (word, number.parse().unwrap_or(0), tail)
}

/// A record with the id of the fact that it speaks of, behind the first bytes of it.
pub(super) type OfFact<'a> = ([u64; 2], &'a Id, &'a PlacedRecord);

/// The first bytes of an id as numbers that order as they do, so that most ids are told apart without a look at them.
fn first_bytes(id: &Id) -> [u64; 2] {
    let mut bytes = id.as_str().bytes();
    [(); 2].map(|()| (0..8).fold(0, |number, _| number << 8 | u64::from(bytes.next().unwrap_or_default())))
}

/// The records in the order of the ids of their facts, and for each fact in that of files and lines.
pub(super) fn by_fact<'a>(loaded: &'a Loaded, identities: &'a Identities) -> Vec<OfFact<'a>> {
    let of_fact = |item: &'a PlacedRecord| {
        let id = identities.known_as(&item.record.head.id);
        (first_bytes(id), id, item)
    };
    let mut all: Vec<OfFact<'a>> = loaded.records.par_iter().map(of_fact).collect();
    // A stable sort keeps the order of the records of one fact.
    all.par_sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    all
}

/// The accounts in the records of one fact, of which there is one at least; what can't stand side by side is reported.
pub(super) fn group<'a>(loaded: &Loaded, records: &[OfFact<'a>], problems: &mut Vec<Diagnostic>) -> Group<'a> {
    let id = records.first().map_or_else(Id::nothing, |(_, id, _)| Id::clone(id));
    let items = of_one_kind(loaded, records.iter().map(|(_, _, item)| *item).collect(), problems);
    let mut members: Vec<Member<'a>> = items.into_iter().flat_map(seen_with_citations).collect();
    members.sort_by(Member::order);
    Group { id, members: duplicate::without(loaded, members, problems) }
}

fn seen_with_citations(item: &PlacedRecord) -> impl Iterator<Item = Member<'_>> {
    let citations = &item.record.evidence.source;
    let bare = citations.is_empty().then_some(Member { item, citation: None });
    bare.into_iter().chain(citations.iter().map(move |citation| Member { item, citation: Some(citation) }))
}

/// Keeps the records of the first kind in the order of kinds; two kinds under one id are a problem.
fn of_one_kind<'a>(
    loaded: &Loaded,
    items: Vec<&'a PlacedRecord>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<&'a PlacedRecord> {
    if let [_] = items.as_slice() {
        return items;
    }
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
