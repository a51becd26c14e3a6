//! Citations of an answer: each account once, numbered in the order in which rows name it.

use crate::date::Day;
use crate::id::Id;
use crate::model::{Account, Fact, Facts};
use crate::record::{Body, Source};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A place in a source that stands behind a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

/// What is known of a source, as a citation needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, in EDTF.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The address of a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// The day on which it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Day>,
    /// Document, folder, box, collection and archive, as far as they are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept_in: Vec<String>,
}

impl Publication {
    fn of(fact: &Fact) -> Option<Self> {
        let Some(Body::Source(source)) = &fact.body else {
            return None;
        };
        Some(Self {
            title: Some(source.title.clone()),
            author: source.author.clone(),
            publisher: source.publisher.clone(),
            published: source.published.as_ref().map(ToString::to_string),
            url: source.url.clone(),
            archived: source.archived.clone(),
            accessed: source.accessed,
            kept_in: kept_in(source),
        })
    }
}

/// Where an archive keeps a source, from the document to the archive, as the Chicago Manual of Style orders it.
fn kept_in(source: &Source) -> Vec<String> {
    let labelled = |label: &str, value: &Option<String>| value.as_ref().map(|value| format!("{label} {value}"));
    let parts = [
        source.document.clone(),
        labelled("folder", &source.folder),
        labelled("box", &source.r#box),
        source.collection.clone(),
        source.archive.clone(),
    ];
    parts.into_iter().flatten().collect()
}

/// Accounts, numbered from 1, and what is known of their sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citations {
    list: Vec<CitedAt>,
    numbers: BTreeMap<CitedAt, usize>,
    publications: BTreeMap<Id, Publication>,
}

impl Citations {
    /// Takes accounts in and gives the number of each.
    pub(super) fn add(&mut self, accounts: &[CitedAt]) -> Vec<String> {
        let number = |account: &CitedAt| {
            let number = *self.numbers.entry(account.clone()).or_insert_with(|| {
                self.list.push(account.clone());
                self.list.len()
            });
            number.to_string()
        };
        accounts.iter().map(number).collect()
    }

    /// The same sources without any account.
    pub(super) fn cleared(self) -> Self {
        Self { publications: self.publications, ..Self::default() }
    }

    /// Looks up what is known of the sources.
    pub(super) fn look_up(&mut self, facts: &Facts) {
        for source in self.list.iter().map(|account| &account.source) {
            if let Some(publication) = facts.get(source.as_str()).and_then(Publication::of) {
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

impl Serialize for Citations {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        /// A citation as machine formats print it: the place, and what is known of the source.
        #[derive(Serialize)]
        struct Cited<'c> {
            #[serde(flatten)]
            at: &'c CitedAt,
            #[serde(flatten)]
            publication: Option<&'c Publication>,
        }
        let cited = |at| Cited { at, publication: self.publication(&at.source) };
        to.collect_map(self.list.iter().enumerate().map(|(number, at)| ((number + 1).to_string(), cited(at))))
    }
}
