//! Citations of an answer: each account once, numbered in the order in which rows name it.

use crate::id::Id;
use crate::model::{Account, Fact};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, HashMap};

/// A place in a source that stands behind a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
        let citation = account.citation.as_ref().filter(|_| !account.withdrawn)?;
        Some(Self {
            source: citation.source.clone(),
            locator: citation.locator.clone(),
            says: citation.says.clone(),
            quote: citation.quote.clone(),
            derived: account.evidence.derived.clone(),
        })
    }

    /// Every account that stands behind a fact.
    pub(super) fn all(fact: &Fact) -> Vec<Self> {
        fact.accounts.iter().filter_map(Self::of).collect()
    }
}

/// Accounts, numbered from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citations {
    all: Vec<CitedAt>,
    number: HashMap<CitedAt, usize>,
}

impl Citations {
    /// Takes accounts in and gives the number of each.
    pub(super) fn add(&mut self, accounts: &[CitedAt]) -> Vec<String> {
        let number = |account: &CitedAt| {
            if let Some(known) = self.number.get(account) {
                return known.to_string();
            }
            self.all.push(account.clone());
            self.number.insert(account.clone(), self.all.len());
            self.all.len().to_string()
        };
        accounts.iter().map(number).collect()
    }

    /// The accounts, in the order of their numbers.
    pub fn iter(&self) -> std::slice::Iter<'_, CitedAt> {
        self.all.iter()
    }
}

impl Serialize for Citations {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.all.iter().enumerate().map(|(at, account)| ((at + 1).to_string(), account)))
    }
}
