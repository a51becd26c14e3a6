//! Citations: the place in a source that supports an account.

use super::measure::Credibility;
use super::scalar::{Loose, Many, refusal, through_map};
use crate::date::PointDate;
use crate::id::{Id, IdError};
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;
use serde::de::MapAccess;
use smol_str::SmolStr;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A source and, where known, a place in it: `cd-2024-12-13#p3`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Locus {
    /// The source.
    pub source: Id,
    /// The place in it: a paragraph, page, item or caption.
    pub locator: Option<SmolStr>,
}

impl FromStr for Locus {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (source, locator) = match text.split_once('#') {
            Some((source, locator)) => (source, Some(SmolStr::new(locator))),
            None => (text, None),
        };
        Ok(Self { source: source.parse()?, locator: locator.filter(|text| !text.is_empty()) })
    }
}

impl fmt::Display for Locus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.locator {
            Some(locator) => write!(f, "{}#{locator}", self.source),
            None => write!(f, "{}", self.source),
        }
    }
}

/// The support for an account: where it stands, and what is said there in whose words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = super::schema::or_text)]
pub struct Citation {
    /// The source.
    pub source: Id,
    /// The place in it: a paragraph, page, item or caption.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub locator: Option<SmolStr>,
    /// The words of the source, at most a sentence.
    #[serde(default)]
    pub quote: Option<String>,
    /// The language of the quote.
    #[serde(default)]
    pub lang: Option<String>,
    /// Whom the source quotes.
    #[serde(default)]
    pub says: Option<Id>,
    /// The day on which this part became public, where it differs from the source's.
    #[serde(default)]
    pub appeared: Option<Box<PointDate>>,
}

impl Citation {
    /// Source and locator.
    pub fn locus(&self) -> Locus {
        Locus { source: self.source.clone(), locator: self.locator.clone() }
    }

    /// Whether it stands at a place in a source; a source without a place stands for all of it.
    pub fn stands_at(&self, locus: &Locus) -> bool {
        self.source == locus.source && (locus.locator.is_none() || locus.locator == self.locator)
    }
}

impl Loose for Citation {
    const EXPECTED: &'static str = "a citation such as \"SOURCE#LOCATOR\", or a list of citations";

    fn from_text(text: &str) -> Result<Self, String> {
        let Locus { source, locator } = text.parse().map_err(|error| refusal(&error))?;
        Ok(Self { source, locator, quote: None, lang: None, says: None, appeared: None })
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        through_map(map)
    }
}

/// What stands behind a record: its citations and the reasons for what was derived.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Evidence {
    /// The citations; each is an account of its own.
    pub source: Many<Arc<Citation>>,
    /// For each field that the source does not state: how it was worked out.
    pub derived: std::collections::BTreeMap<String, String>,
    /// Credibility of the information, 1 (confirmed) to 6 (cannot be judged), as the NATO system grades it.
    pub credibility: Option<Credibility>,
}
