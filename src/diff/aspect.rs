//! Aspects as text, and in what two lists of them differ.

use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Told};
use std::collections::{BTreeMap, BTreeSet};

/// One aspect that changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// `occurrence`, `participation`, `capacity` or the name of a field.
    pub aspect: String,
    /// The participant concerned.
    pub who: Option<Id>,
    /// The account that says it differently; none where the fact as a whole does.
    pub account: Option<String>,
    /// What was said before; none if nothing was.
    pub before: Option<String>,
    /// What is said now; none if nothing is.
    pub after: Option<String>,
}

/// What is said, by aspect and participant.
pub(super) type Aspects = BTreeMap<(String, Option<Id>), String>;

/// What a fact says as a whole.
pub(super) fn of_fact(fact: &Fact) -> Aspects {
    let mut aspects = fact.body.as_deref().map(of_body).unwrap_or_default();
    let mut add = |aspect: &str, text: String| {
        if !text.is_empty() {
            aspects.insert((aspect.to_owned(), None), text);
        }
    };
    add("id", fact.id.to_string());
    add("was", listed(&fact.was));
    let outside = fact.outside.iter().map(|(scheme, ids)| format!("{scheme}: {}", ids.join(", ")));
    add("ids", outside.collect::<Vec<_>>().join("; "));
    add("note", fact.notes.join("; "));
    add("disputed", listed(&fact.disputed));
    if let Some(timing) = &fact.timing {
        let status = if fact.is_withdrawn() { "taken back" } else { timing.status.name() };
        add("occurrence", status.to_owned());
    }
    aspects
}

/// What one record says.
pub(super) fn of_body(body: &Body) -> Aspects {
    let mut aspects = Aspects::new();
    for Told { aspect, who, text } in body.told() {
        // A field whose name is a word of Rust is declared with a mark before it.
        let aspect = aspect.strip_prefix("r#").unwrap_or(aspect).to_owned();
        aspects.entry((aspect, who)).and_modify(|known| *known = format!("{known}; {text}")).or_insert(text);
    }
    aspects
}

/// The aspects in which two lists differ, in the order of their names.
pub(super) fn changes(before: &Aspects, after: &Aspects) -> Vec<Change> {
    let keys: BTreeSet<&(String, Option<Id>)> = before.keys().chain(after.keys()).collect();
    let change = |key: &(String, Option<Id>)| {
        let (before, after) = (before.get(key).cloned(), after.get(key).cloned());
        let (aspect, who) = key.clone();
        (before != after).then_some(Change { aspect, who, account: None, before, after })
    };
    keys.into_iter().filter_map(change).collect()
}

fn listed<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
