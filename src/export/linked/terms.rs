//! Terms of others that say the same as columns of our tables.

use crate::export::field::Value;
use crate::export::tables::Table;
use std::collections::BTreeSet;

/// Vocabularies of others, by the names that stand for them.
pub(super) const PREFIXES: &[(&str, &str)] = &[
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("wd", "http://www.wikidata.org/entity/"),
    ("wdt", "http://www.wikidata.org/prop/direct/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Columns, and the terms that say the same of their rows.
const COLUMNS: &[(&str, &str, &[&str])] = &[
    ("actors", "name", &["rdfs:label", "schema:name"]),
    ("actors", "full_name", &["schema:alternateName"]),
    ("actors", "other_names", &["schema:alternateName"]),
    ("actors", "family_name", &["schema:familyName"]),
    ("actors", "iso2", &["wdt:P297"]),
    ("actors", "iso3", &["wdt:P298"]),
    ("offices", "title", &["rdfs:label", "schema:name"]),
    ("offices", "other_titles", &["schema:alternateName"]),
    ("offices", "of", &["org:postIn"]),
    ("tenures", "person", &["org:member"]),
    ("memberships", "who", &["org:member"]),
    ("memberships", "of", &["org:organization"]),
    ("places", "name", &["rdfs:label", "schema:name"]),
    ("places", "full_name", &["schema:alternateName"]),
    ("places", "other_names", &["schema:alternateName"]),
    ("places", "latitude", &["schema:latitude"]),
    ("places", "longitude", &["schema:longitude"]),
    ("topics", "name", &["rdfs:label", "schema:name"]),
    ("topics", "other_names", &["schema:alternateName"]),
    ("events", "name", &["rdfs:label", "schema:name"]),
    ("events", "about", &["schema:about"]),
    ("events", "hosted_by", &["schema:organizer"]),
    ("sources", "title", &["rdfs:label", "schema:name"]),
    ("sources", "author", &["schema:author"]),
    ("sources", "publisher", &["schema:publisher"]),
    ("sources", "published", &["schema:datePublished"]),
    ("sources", "url", &["schema:url"]),
    ("sources", "lang", &["schema:inLanguage"]),
    ("accounts", "source", &["prov:hadPrimarySource"]),
    ("accounts", "quote", &["prov:value"]),
];

/// The terms of others for a column.
pub(super) fn of_column(table: &str, column: &str) -> &'static [&'static str] {
    COLUMNS.iter().find(|(own, name, _)| (*own, *name) == (table, column)).map_or(&[], |(.., terms)| terms)
}

/// Kinds of relations, the aspect by which they can be disputed, and the term that says the same.
const RELATIONS: &[(&str, &str, &str)] =
    &[("held_at", "place", "schema:location"), ("part_of", "part_of", "schema:superEvent")];

/// The term of others for a relation that nothing disputes.
pub(super) fn of_relation(kind: &str, disputed: &Value) -> Option<&'static str> {
    let (_, aspect, term) = RELATIONS.iter().find(|(own, ..)| *own == kind)?;
    let is_disputed = matches!(disputed, Value::List(aspects) if aspects.iter().any(|one| one == aspect));
    (!is_disputed).then_some(*term)
}

/// What a row is, in terms of others.
pub(super) fn classes(table: &str, kind: Option<&str>) -> &'static [&'static str] {
    match (table, kind) {
        ("actors", Some("person")) => &["schema:Person", "prov:Agent"],
        ("actors", Some("state")) => &["schema:Country", "org:Organization", "prov:Agent"],
        ("actors", Some("party" | "organization" | "forum")) => &["org:Organization", "prov:Agent"],
        ("offices", _) => &["org:Post"],
        ("tenures" | "memberships", _) => &["org:Membership"],
        ("places", _) => &["schema:Place"],
        ("events", _) => &["schema:Event"],
        ("sources", _) => &["schema:CreativeWork", "prov:Entity"],
        ("accounts", _) => &["prov:Entity"],
        _ => &[],
    }
}

/// The events that were held, and of which nothing disputes that they were.
pub(super) fn happened(events: &Table) -> BTreeSet<String> {
    let column = |name: &str| events.fields.iter().position(|field| field.name == name).unwrap_or(usize::MAX);
    let (id, status, disputed, accounts) = (column("id"), column("status"), column("disputed"), column("accounts"));
    let is_sure = |row: &&Vec<Value>| {
        let denied =
            matches!(row.get(disputed), Some(Value::List(aspects)) if aspects.iter().any(|one| one == "occurrence"));
        row.get(status) == Some(&Value::Text("held".to_owned()))
            && !denied
            && row.get(accounts) != Some(&Value::Number(0))
    };
    events.rows.iter().filter(is_sure).filter_map(|row| row.get(id)?.words()).collect()
}
