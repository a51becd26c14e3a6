//! What a fact is called.

use super::join::{Clashes, JoinField};
use crate::date::PointDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The names of a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The name that answers print.
    pub name: String,
    /// The full or official name.
    pub full: Option<String>,
    /// Names in other languages and spellings, by language or language and script (`ru`, `zh-Hant`).
    pub names: BTreeMap<String, Vec<String>>,
    /// Names that it had before.
    pub former: Vec<FormerName>,
}

/// A name that is no longer used.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
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
    fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes) {
        if self.name != other.name {
            let spellings = self.names.entry("und".to_owned()).or_default();
            spellings.join_field(name, &vec![other.name.clone()], clashes);
        }
        self.full.join_field("full", &other.full, clashes);
        self.names.join_field(name, &other.names, clashes);
        self.former.join_field(name, &other.former, clashes);
    }
}
