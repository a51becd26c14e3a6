//! What a fact is called.

use super::join::{Clashes, JoinField};
use super::table::Table;
use crate::date::PointDate;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

/// The names of a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Names {
    /// The name that answers print.
    pub name: String,
    /// The full or official name.
    pub full: Option<String>,
    /// Names in other languages and spellings, by language or language and script (`ru`, `zh-Hant`).
    pub names: Table<Vec<String>>,
    /// Names that it had before.
    pub former: Vec<FormerName>,
}

/// A name that is no longer used.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Hash, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The last day on which it was used.
    #[serde(default)]
    pub until: Option<PointDate>,
}

impl Names {
    /// Every name, the printed one first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str())
            .chain(self.full.as_deref())
            .chain(self.names.values().flatten().map(String::as_str))
            .chain(self.former.iter().map(|former| former.name.as_str()))
    }
}

impl JoinField for Names {
    /// Names are never in dispute: another spelling is another name.
    fn join_field(&mut self, name: &'static str, others: &[&Self], clashes: &mut Clashes) {
        let spellings: Vec<String> =
            others.iter().map(|other| &other.name).filter(|one| **one != self.name).cloned().collect();
        if !spellings.is_empty() {
            self.names.0.entry("und".to_owned()).or_default().join_field(name, &[&spellings], clashes);
        }
        self.full.join_field("full", &others.iter().map(|other| &other.full).collect::<Vec<_>>(), clashes);
        self.names.join_field(name, &others.iter().map(|other| &other.names).collect::<Vec<_>>(), clashes);
        self.former.join_field(name, &others.iter().map(|other| &other.former).collect::<Vec<_>>(), clashes);
    }
}
