//! Entities, their ids, and dates as precise as they are known.

use crate::date::{Day, PointDate};
use crate::export::closure::Closure;
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Kind};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// An entity that is being written.
pub(super) struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    pub(super) fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: BTreeMap::new() }
    }

    /// Adds values of a property, each once; empty texts are none. What is longer than the model allows is cut, and
    /// stands whole among the texts of the entity.
    pub(super) fn with(mut self, property: &'static str, values: impl IntoIterator<Item = impl ToString>) -> Self {
        for value in values.into_iter().map(|value| value.to_string()).filter(|value| !value.is_empty()) {
            let short = cut(&value, longest(property));
            if short != value && longest(property) < LONGEST_TEXT {
                self.add(if is_link(self.schema) { "description" } else { "notes" }, cut(&value, LONGEST_TEXT));
            }
            self.add(property, short);
        }
        self
    }

    fn add(&mut self, property: &'static str, value: String) {
        let known = self.properties.entry(property).or_default();
        if !known.contains(&value) {
            known.push(value);
        }
    }

    pub(super) fn json(self) -> Json {
        let stated = self.properties.into_iter().filter(|(_, values)| !values.is_empty());
        let properties: BTreeMap<&str, Vec<String>> = stated.collect();
        json!({"id": self.id, "schema": self.schema, "properties": properties})
    }
}

/// How long the model allows texts to be.
const LONGEST_TEXT: usize = 65_000;

/// How many characters the model allows in a value of a property.
fn longest(property: &str) -> usize {
    match property {
        "name" | "alias" | "previousName" => 384,
        // The limit is 250 for a text in which line breaks have become commas.
        "location" | "full" => 125,
        "notes" | "description" | "summary" => LONGEST_TEXT,
        "sourceUrl" => 4096,
        _ => 1024,
    }
}

fn cut(text: &str, longest: usize) -> String {
    match text.chars().nth(longest) {
        Some(_) => text.chars().take(longest - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// Whether entities of a schema are links, which have a description and no notes.
fn is_link(schema: &str) -> bool {
    matches!(schema, "Occupancy" | "Membership" | "UnknownLink" | "Representation" | "Documentation")
}

/// The ids of entities: those of facts behind the name of the collection, so that two collections do not mix.
pub(super) struct Ids<'c, 'v> {
    pub(super) closure: &'c Closure<'v>,
    prefix: String,
}

impl<'c, 'v> Ids<'c, 'v> {
    /// The version of a collection is no part of the ids, which stay the same from one version to the next.
    pub(super) fn new(closure: &'c Closure<'v>) -> Self {
        let name = &closure.graph.facts().identity.name;
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let prefix: String = name.chars().take(60).map(plain).collect();
        let prefix = prefix.trim_matches('-');
        Self { closure, prefix: if prefix.is_empty() { "chancery" } else { prefix }.to_owned() }
    }

    /// The id of a fact's entity.
    pub(super) fn of(&self, id: &Id) -> String {
        format!("{}-{}", self.prefix, self.closure.id(id))
    }

    /// The id of a link that belongs to a fact.
    pub(super) fn link(&self, fact: &Fact, what: &str, number: usize) -> String {
        format!("{}-{}.{what}.{number}", self.prefix, fact.id)
    }

    /// The fact of an id.
    pub(super) fn fact(&self, id: &Id) -> Option<&'v Fact> {
        self.closure.graph.facts().get(id.as_str())
    }

    /// The id of an entity that is some body or person in the model.
    pub(super) fn legal(&self, id: &Id) -> Option<String> {
        self.fact(id)?.kind().filter(|kind| kind.is_actor()).map(|_| self.of(id))
    }

    /// The id of an entity that is an organization in the model: everything that acts, but no person.
    pub(super) fn organization(&self, id: &Id) -> Option<String> {
        self.fact(id)?.kind().filter(|kind| kind.is_actor() && *kind != Kind::Person).map(|_| self.of(id))
    }

    /// The id of the entity of a fact of one kind.
    pub(super) fn of_kind(&self, id: &Id, kind: Kind) -> Option<String> {
        self.fact(id)?.kind().filter(|own| *own == kind).map(|_| self.of(id))
    }

    /// The thing that a fact is in the model, or that has to do with it: of a tenure the holder, of a membership the
    /// member.
    pub(super) fn thing(&self, id: &Id) -> Option<String> {
        let fact = self.fact(id)?;
        match fact.body.as_deref()? {
            Body::Tenure(tenure) => self.legal(&tenure.person),
            Body::Membership(membership) => self.legal(&membership.who),
            body if is_thing(body.kind()) || body.kind() == Kind::Source => Some(self.of(id)),
            _ => None,
        }
    }

    /// The addresses of the sources that support a fact.
    pub(super) fn urls(&self, fact: &Fact) -> Vec<String> {
        let cited = super::evidence::sources(fact);
        let url = |id: &Id| match self.fact(id)?.body.as_deref() {
            Some(Body::Source(source)) => source.url.clone(),
            _ => None,
        };
        cited.into_iter().filter_map(url).filter(|url| is_web(url)).collect()
    }
}

/// Whether facts of a kind are things in the model, and no links.
pub(super) fn is_thing(kind: Kind) -> bool {
    kind.is_actor() || kind.is_event() || matches!(kind, Kind::Office | Kind::Place)
}

/// Whether a text is an address in the web that the model takes as one.
pub(super) fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && url.chars().all(|c| c.is_ascii_graphic()))
}

/// A date as precisely as it is certain: a day, a month, a year, or nothing.
pub(super) fn partial(first: Day, last: Day) -> Option<String> {
    if first.is_open() || last.is_open() {
        return None;
    }
    let ((year, month, _), (last_year, last_month, _)) = (first.ymd(), last.ymd());
    Some(match (first == last, year == last_year, month == last_month) {
        (true, ..) => first.to_string(),
        (_, true, true) => format!("{year:04}-{month:02}"),
        (_, true, _) => format!("{year:04}"),
        _ => return None,
    })
}

/// The same of a date that a record states; one that the source calls doubtful is left to the texts.
pub(super) fn stated(date: Option<&PointDate>) -> Option<String> {
    date.filter(|date| date.is_sure()).and_then(|date| partial(date.first(), date.last()))
}
