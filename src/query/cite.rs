//! Citations of an answer: each account once, numbered in the order in which rows name it.

use super::publication::Publication;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Account, Fact, Facts};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// A place in a source that stands behind a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct CitedAt {
    /// The source.
    pub source: Id,
    /// The place in it.
    pub locator: Option<String>,
    /// Whom the source quotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Id>,
    /// The words of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What was worked out, by field, and how.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub derived: BTreeMap<String, String>,
}

impl CitedAt {
    fn of(account: &Account) -> Option<Self> {
        Self::of_any(account).filter(|_| !account.withdrawn)
    }

    /// What an account cites, taken back or not.
    pub(super) fn of_any(account: &Account) -> Option<Self> {
        let citation = account.citation.as_ref()?;
        Some(Self {
            source: citation.source.clone(),
            locator: citation.locator.as_ref().map(ToString::to_string),
            says: citation.says.clone(),
            quote: citation.quote.clone(),
            derived: account.evidence.derived.clone(),
        })
    }

    /// A source as a whole.
    pub(super) fn whole(source: Id) -> Self {
        Self { source, locator: None, says: None, quote: None, derived: BTreeMap::new() }
    }

    /// Every account that stands behind a fact.
    pub(super) fn all(fact: &Fact) -> Vec<Self> {
        fact.accounts.iter().filter_map(Self::of).collect()
    }

    /// Every account behind events that are counted. A table is cited once, as a whole: its rows may be many, and the line of
    /// each is in its id.
    pub(super) fn counted(graph: &KnowledgeGraph, events: &[NodeId]) -> Vec<Self> {
        let (mut all, mut tables) = (Vec::new(), BTreeSet::new());
        for event in events {
            match graph.row_cited(*event) {
                Some((source, _)) => drop(tables.insert(source)),
                None => all.extend(Self::all(graph.fact(*event))),
            }
        }
        all.extend(tables.into_iter().cloned().map(Self::whole));
        all
    }
}

/// What there is to say where rows of tables are counted.
pub(super) const OF_TABLES: &str = "Rows of tables are counted here and cited as a whole: `chancery contacts WHO --with WHO` lists them, each with its line.";

/// Accounts, numbered from 1, and what is known of their sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citations {
    list: Vec<CitedAt>,
    numbers: BTreeMap<CitedAt, usize>,
    publications: BTreeMap<Id, Publication>,
}

impl Citations {
    /// Takes accounts in and gives their numbers, each once.
    pub(super) fn add(&mut self, accounts: &[CitedAt]) -> Vec<String> {
        let mut given = BTreeSet::new();
        let number = |account: &CitedAt| {
            let number = *self.numbers.entry(account.clone()).or_insert_with(|| {
                self.list.push(account.clone());
                self.list.len()
            });
            given.insert(number).then(|| number.to_string())
        };
        accounts.iter().filter_map(number).collect()
    }

    /// The same sources without any account.
    pub(super) fn cleared(self) -> Self {
        Self { publications: self.publications, ..Self::default() }
    }

    /// Looks up what is known of the sources.
    pub(super) fn look_up(&mut self, facts: &Facts) {
        for source in self.list.iter().map(|account| &account.source) {
            if let Some(publication) = facts.get(source.as_str()).and_then(|fact| Publication::of(facts, fact)) {
                self.publications.entry(source.clone()).or_insert(publication);
            }
        }
    }

    /// The accounts, in the order of their numbers.
    pub fn iter(&self) -> std::slice::Iter<'_, CitedAt> {
        self.list.iter()
    }

    /// What is known of a source; nothing if no readable record describes it.
    pub fn publication(&self, source: &Id) -> Option<&Publication> {
        self.publications.get(source)
    }
}

/// A citation as machine formats print it: the place, and what is known of the source.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Cited<'c> {
    #[serde(flatten)]
    at: &'c CitedAt,
    #[serde(flatten)]
    publication: Option<&'c Publication>,
}

impl Serialize for Citations {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let cited = |at| Cited { at, publication: self.publication(&at.source) };
        to.collect_map(self.list.iter().enumerate().map(|(number, at)| ((number + 1).to_string(), cited(at))))
    }
}
