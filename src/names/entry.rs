//! What one fact is called.

use crate::id::Id;
use crate::record::Kind;

/// All the names under which one fact can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameEntry {
    /// The id of the fact.
    pub id: Id,
    /// Ids that the fact had earlier.
    pub also: Vec<Id>,
    /// The kind of the fact.
    pub kind: Kind,
    /// Name, full name and aliases as written; the first is the one that is shown.
    pub names: Vec<String>,
    /// The family name of a person.
    pub family: Option<String>,
    /// Ids in outside schemes, such as `("wikidata", "Q7747")`.
    pub outside: Vec<(String, String)>,
}

impl NameEntry {
    /// The name to show: the first one, or the id where there is none.
    pub fn shown(&self) -> &str {
        self.names.first().map_or(self.id.as_str(), String::as_str)
    }
}
