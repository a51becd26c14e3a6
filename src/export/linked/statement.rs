//! Statements: rows as triples. Every id, address and text becomes a term of RDF here, and the serializers of `oxttl`
//! and `oxjsonld` escape it.

use super::terms::{self, PREFIXES};
use super::{Base, TERMS};
use crate::export::field::{Field, Type, Value};
use crate::export::selection::Selection;
use crate::export::tables::{Table, Tables};
use crate::graph::EdgeKind;
use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{Literal, NamedNode, Term, Triple};
use std::collections::{BTreeMap, BTreeSet};

/// A row with its columns by name.
type Row<'t> = BTreeMap<&'static str, (&'t Field, &'t Value)>;

/// Terms that are no columns.
const FURTHER: &[(&str, &str)] = &[
    ("digest", "A digest of everything that the records of a collection say."),
    ("participation", "A part that somebody had in an event, or was expected to have."),
    ("account", "What one source says about a fact."),
];

/// Triples that are being collected.
pub(super) struct Writer<'b> {
    base: &'b Base,
    pub(super) triples: Vec<Triple>,
}

impl<'b> Writer<'b> {
    pub(super) fn new(base: &'b Base) -> Self {
        Self { base, triples: Vec::new() }
    }

    fn add(&mut self, subject: &NamedNode, predicate: NamedNode, object: impl Into<Term>) {
        self.triples.push(Triple::new(subject.clone(), predicate, object));
    }

    /// The node of a fact. Ids and numbers need no escape in an address; what does cannot be an id.
    fn node(&self, id: &str) -> NamedNode {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        let id: String = id.chars().map(|c| if plain(c) { c } else { '_' }).collect();
        NamedNode::new_unchecked(format!("{}{id}", self.base.text()))
    }

    /// What the data as a whole are.
    pub(super) fn dataset(&mut self, selection: &Selection<'_>) {
        let identity = selection.identity();
        // No fact has an id with a dot.
        let whole = self.node(".dataset");
        self.add(&whole, rdf::TYPE.into(), term("schema:Dataset"));
        let texts = [
            ("schema:name", Some(selection.title.clone().unwrap_or_else(|| selection.name()))),
            ("schema:version", identity.version.clone()),
            ("schema:license", identity.licence.clone()),
            ("schema:description", Some(selection.sentences("Facts as linked data."))),
            ("schema:creditText", Some(selection.maker().to_owned())),
        ];
        for (predicate, text) in texts {
            if let Some(text) = text {
                self.add(&whole, term(predicate), Literal::new_simple_literal(text));
            }
        }
        self.add(&whole, own("digest"), Literal::new_simple_literal(&identity.digest));
    }

    /// Our own terms with what they mean.
    pub(super) fn vocabulary(&mut self, tables: &Tables<'_>) {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for table in &tables.tables {
            known.entry(class(table.name)).or_default().insert(table.about.to_owned());
            for field in table.fields.iter().filter(|field| !is_left_out(table.name, field.name)) {
                let about = format!("{}: {}", table.name, field.about);
                known.entry(camel(field.name)).or_default().insert(about);
            }
        }
        for kind in EdgeKind::ALL {
            let about = format!("relations: what `{kind}` leads to, as stated by some account");
            known.entry(camel(kind.name())).or_default().insert(about);
        }
        for (name, about) in FURTHER {
            known.entry((*name).to_owned()).or_default().insert((*about).to_owned());
        }
        for (name, abouts) in known {
            let subject = own(&name);
            let is_class = name.starts_with(|c: char| c.is_ascii_uppercase());
            let kind = if is_class { rdfs::CLASS } else { rdf::PROPERTY };
            self.add(&subject, rdf::TYPE.into(), NamedNode::from(kind));
            for about in abouts {
                self.add(&subject, rdfs::COMMENT.into(), Literal::new_language_tagged_literal_unchecked(about, "en"));
            }
        }
    }

    /// The rows of a table.
    pub(super) fn table(&mut self, table: &Table, happened: &BTreeSet<String>) {
        for values in &table.rows {
            let row: Row<'_> =
                table.fields.iter().zip(values).map(|(field, value)| (field.name, (field, value))).collect();
            match table.name {
                "relations" => self.relation(&row),
                _ => self.row(table, &row, happened),
            }
        }
    }

    fn row(&mut self, table: &Table, row: &Row<'_>, happened: &BTreeSet<String>) {
        let subject = self.node(&key(table.name, row));
        let kind = words(row, "kind");
        self.add(&subject, rdf::TYPE.into(), own(&class(table.name)));
        for class in terms::classes(table.name, kind.as_deref()) {
            self.add(&subject, rdf::TYPE.into(), term(class));
        }
        for field in table.fields.iter().filter(|field| !is_left_out(table.name, field.name)) {
            let Some((_, value)) = row.get(field.name) else { continue };
            let is_disputed = disputes(row, field.name);
            for object in self.objects(field, value) {
                for same in terms::of_column(table.name, field.name).iter().filter(|_| !is_disputed) {
                    self.add(&subject, term(same), object.clone());
                }
                self.add(&subject, own(&camel(field.name)), object);
            }
        }
        match table.name {
            "actors" | "offices" | "places" => self.wikidata(&subject, row),
            "events" => self.event(&subject, row, happened),
            "participations" => self.participation(&subject, row, happened),
            "accounts" => self.link(row, "fact", "account", &subject),
            _ => {}
        }
    }

    /// A triple from what a column names to a node.
    fn link(&mut self, row: &Row<'_>, column: &str, predicate: &str, object: &NamedNode) {
        if let Some(id) = words(row, column) {
            let subject = self.node(&id);
            self.add(&subject, own(predicate), object.clone());
        }
    }

    fn wikidata(&mut self, subject: &NamedNode, row: &Row<'_>) {
        let id = words(row, "wikidata").filter(|id| {
            id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
        });
        if let Some(id) = id {
            self.add(subject, term("schema:sameAs"), term(&format!("wd:{id}")));
        }
    }

    /// What only those may say who know that an event was held, and on what day.
    fn event(&mut self, subject: &NamedNode, row: &Row<'_>, happened: &BTreeSet<String>) {
        if words(row, "id").is_some_and(|id| happened.contains(&id)) {
            self.add(subject, rdf::TYPE.into(), term("prov:Activity"));
        }
        let status = match words(row, "status").as_deref() {
            Some("announced") => Some("schema:EventScheduled"),
            Some("postponed") => Some("schema:EventPostponed"),
            Some("cancelled") => Some("schema:EventCancelled"),
            _ => None,
        };
        if let Some(status) = status {
            self.add(subject, term("schema:eventStatus"), term(status));
        }
        let is_sure = words(row, "date_sure").as_deref() == Some("true") && !disputes(row, "when");
        for (first, last, predicate) in
            [("start_first", "start_last", "schema:startDate"), ("end_first", "end_last", "schema:endDate")]
        {
            let day = words(row, first).filter(|day| is_sure && words(row, last).as_ref() == Some(day));
            if let Some(day) = day {
                self.add(subject, term(predicate), Literal::new_typed_literal(day, xsd::DATE));
            }
        }
    }

    /// Who was at an event that was held, where nothing disputes it.
    fn participation(&mut self, subject: &NamedNode, row: &Row<'_>, happened: &BTreeSet<String>) {
        self.link(row, "event", "participation", subject);
        let (Some(event), Some(who)) = (words(row, "event"), words(row, "who")) else { return };
        let was_there = matches!(words(row, "presence").as_deref(), Some("present" | "video" | "phone"));
        let is_disputed = words(row, "disputed").as_deref() == Some("true");
        if !happened.contains(&event) || !was_there || is_disputed {
            return;
        }
        let (event, who) = (self.node(&event), self.node(&who));
        self.add(subject, rdf::TYPE.into(), term("prov:Association"));
        self.add(subject, term("prov:agent"), who.clone());
        self.add(&event, term("prov:qualifiedAssociation"), subject.clone());
        self.add(&event, term("schema:attendee"), who);
    }

    fn relation(&mut self, row: &Row<'_>) {
        let (Some(from), Some(kind), Some(to)) = (words(row, "from"), words(row, "kind"), words(row, "to")) else {
            return;
        };
        let (from, to) = (self.node(&from), self.node(&to));
        let nothing = Value::Nothing;
        let disputed = row.get("disputed").map_or(&nothing, |(_, value)| *value);
        if let Some(same) = terms::of_relation(&kind, disputed) {
            self.add(&from, term(same), to.clone());
        }
        self.add(&from, own(&camel(&kind)), to);
    }

    /// What stands in a column, as terms.
    fn objects(&self, field: &Field, value: &Value) -> Vec<Term> {
        let texts = match value {
            Value::List(texts) => texts.clone(),
            value => value.words().into_iter().collect(),
        };
        texts.into_iter().map(|text| self.object(field, text)).collect()
    }

    fn object(&self, field: &Field, text: String) -> Term {
        let typed = |kind: NamedNode| Literal::new_typed_literal(text.clone(), kind).into();
        match field.of {
            // `former:` and the like are said of an office, and name none themselves.
            Type::Id | Type::Ids if !text.contains(':') => self.node(&text).into(),
            Type::List if matches!(field.name, "other_names" | "other_titles") => in_language(text).into(),
            Type::Date => typed(term("edtf:EDTF")),
            Type::Number => typed(xsd::INTEGER.into()),
            Type::Real => typed(xsd::DECIMAL.into()),
            Type::Flag => typed(xsd::BOOLEAN.into()),
            Type::Day => typed(xsd::DATE.into()),
            Type::Text | Type::Id | Type::List | Type::Ids => Literal::new_simple_literal(text).into(),
        }
    }
}

/// `ru: …` as a text in that language.
fn in_language(text: String) -> Literal {
    match text.split_once(": ") {
        Some((lang, name)) => {
            let tagged = Literal::new_language_tagged_literal(name, lang);
            tagged.unwrap_or_else(|_| Literal::new_simple_literal(name))
        }
        None => Literal::new_simple_literal(text),
    }
}

/// Columns that say nothing of their own: keys, what the tables `relations` and `accounts` say, and what is no more
/// than a number within a list.
fn is_left_out(table: &str, column: &str) -> bool {
    match table {
        "accounts" | "participations" => column == "number",
        "denials" | "retractions" | "identities" | "tallies" | "remarks" => {
            matches!(column, "id" | "number" | "source" | "locator" | "withdrawn")
        }
        "relations" => true,
        _ => column == "id",
    }
}

/// The id of the node of a row; no fact has an id with a dot.
fn key(table: &str, row: &Row<'_>) -> String {
    let column = |name: &str| words(row, name).unwrap_or_default();
    match table {
        "participations" => format!("{}.part.{}", column("event"), column("number")),
        "accounts" => format!("{}.account.{}", column("fact"), column("number")),
        _ => column("id"),
    }
}

fn words(row: &Row<'_>, column: &str) -> Option<String> {
    row.get(column).and_then(|(_, value)| value.words())
}

/// Whether accounts contradict each other in an aspect of a row.
fn disputes(row: &Row<'_>, aspect: &str) -> bool {
    let disputed = row.get("disputed").map(|(_, value)| *value);
    matches!(disputed, Some(Value::List(aspects)) if aspects.iter().any(|one| one == aspect))
}

/// A term of others: `schema:name`.
fn term(name: &str) -> NamedNode {
    let (prefix, local) = name.split_once(':').unwrap_or(("c", name));
    let address = PREFIXES.iter().find(|(own, _)| *own == prefix).map_or(TERMS, |(_, address)| address);
    NamedNode::new_unchecked(format!("{address}{local}"))
}

/// A term of ours.
fn own(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{TERMS}{name}"))
}

/// `start_first` as terms are written: `startFirst`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &capital(word))
}

/// What a row of a table is called: `Tenure` for `tenures`.
fn class(table: &str) -> String {
    let one = match table.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => table.trim_end_matches('s').to_owned(),
    };
    capital(&one)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}
