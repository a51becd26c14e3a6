//! Data packages of the Frictionless standards (specs.frictionlessdata.io, version 1): tables as CSV, a descriptor,
//! and a codebook for people.

use super::{Table, Tables, codebook};
use crate::export::ExportError;
use crate::export::document::{Cells, Document, csv};
use crate::export::field::{Field, Type};
use crate::export::selection::Selection;
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

/// How the tables of a package are written.
pub(in crate::export) struct Coding {
    /// How their files are called at the end.
    pub(in crate::export) extension: &'static str,
    /// Their media type.
    pub(in crate::export) media_type: &'static str,
    /// Writes one.
    pub(in crate::export) write: fn(&Table, Cells) -> Result<Vec<u8>, ExportError>,
}

/// Comma-separated values.
pub(in crate::export) const CSV: Coding = Coding {
    extension: "csv",
    media_type: "text/csv",
    write: |table, cells| {
        let head: Vec<&str> = table.fields.iter().map(|field| field.name).collect();
        csv(&head, table.rows.iter().cloned(), cells)
    },
};

/// Writes the tables of a selection, `datapackage.json` and `codebook.md`.
pub(in crate::export) fn package(
    selection: &Selection<'_>,
    coding: &Coding,
    cells: Cells,
) -> Result<Vec<Document>, ExportError> {
    let tables = Tables::new(selection);
    let mut documents = Vec::new();
    let mut resources = Vec::new();
    for table in &tables.tables {
        let bytes = (coding.write)(table, cells)?;
        let name = format!("{}.{}", table.name, coding.extension);
        resources.push(resource(table, coding, &name, &bytes));
        documents.push(Document { name, bytes });
    }
    let descriptor = descriptor(selection, resources);
    let mut bytes = serde_json::to_vec_pretty(&descriptor).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    documents.push(Document { name: "datapackage.json".to_owned(), bytes });
    let text = codebook::codebook(&tables, coding.extension);
    documents.push(Document { name: "codebook.md".to_owned(), bytes: text.into_bytes() });
    Ok(documents)
}

fn descriptor(selection: &Selection<'_>, resources: Vec<Json>) -> Json {
    let identity = selection.identity();
    let mut package = Map::new();
    let mut set = |key: &str, value: Json| package.insert(key.to_owned(), value);
    set("profile", json!("data-package"));
    set("name", json!(slug(&selection.name())));
    set("title", json!(selection.title.clone().unwrap_or_else(|| selection.name())));
    if let Some(version) = &identity.version {
        set("version", json!(version));
    }
    set(
        "description",
        json!(selection.sentences("Tables of facts that refer to each other; codebook.md explains them.")),
    );
    if let Some(licence) = &identity.licence {
        set("licenses", json!([{"name": plain(licence), "title": licence}]));
    }
    set("facts_digest", json!(identity.digest));
    set("resources", Json::Array(resources));
    Json::Object(package)
}

/// A name as the standard wants it: lower case, with `-` for whatever else.
fn slug(name: &str) -> String {
    let name = plain(&name.to_lowercase());
    if name.is_empty() { "chancery-facts".to_owned() } else { name }
}

fn plain(text: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '-' };
    text.chars().map(kept).collect::<String>().trim_matches('-').to_owned()
}

fn resource(table: &Table, coding: &Coding, name: &str, bytes: &[u8]) -> Json {
    let foreign = table.foreign.iter().map(|foreign| {
        // Within one table the standard writes no name.
        let resource = if foreign.table == table.name { "" } else { foreign.table };
        json!({"fields": foreign.column, "reference": {"resource": resource, "fields": "id"}})
    });
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": name,
        "description": table.about,
        "format": coding.extension,
        "mediatype": coding.media_type,
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", digest(bytes)),
        "schema": {
            "fields": table.fields.iter().map(|field| described(table, field)).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": table.key,
            "foreignKeys": foreign.collect::<Vec<_>>(),
        },
    })
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn described(table: &Table, field: &Field) -> Json {
    let mut described = json!({"name": field.name, "type": type_name(field), "description": field.about});
    if table.key.contains(&field.name)
        && let Some(object) = described.as_object_mut()
    {
        object.insert("constraints".to_owned(), json!({"required": true}));
    }
    described
}

/// Lists are texts, joined with `; `: the standard's arrays are JSON within a cell.
fn type_name(field: &Field) -> &'static str {
    match field.of {
        Type::Text | Type::Id | Type::Date | Type::List | Type::Ids => "string",
        Type::Number => "integer",
        Type::Real => "number",
        Type::Flag => "boolean",
        Type::Day => "date",
    }
}
