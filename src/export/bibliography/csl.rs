//! Items of the Citation Style Language, version 1.0.2, as JSON.

use super::author::Author;
use super::date;
use crate::export::terminal::is_unseen;
use crate::query::row::CiteRow;
use crate::query::{Publication, PublicationKind};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes a list of items, indented, with a line break at the end.
pub(super) fn write(rows: &[CiteRow], out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Value> = rows.iter().map(item).collect();
    let text = serde_json::to_string_pretty(&items)?;
    out.write_all(shown(&text).as_bytes())?;
    writeln!(out)
}

/// JSON in which what could steer a terminal is escaped; it reads back to the same. Such letters stand in texts only,
/// but for the line breaks.
fn shown(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter == '\n' || !is_unseen(letter) {
            shown.push(letter);
            continue;
        }
        let mut units = [0; 2];
        for unit in letter.encode_utf16(&mut units) {
            // Writing into a String cannot fail.
            let _ = write!(shown, "\\u{unit:04x}");
        }
    }
    shown
}

/// An item in the making.
#[derive(Default)]
struct Item(Map<String, Value>);

impl Item {
    fn set(&mut self, variable: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(variable.to_owned(), value.into());
        }
    }

    fn text(&mut self, variable: &str, value: Option<&str>) {
        self.set(variable, value);
    }
}

fn item(row: &CiteRow) -> Value {
    let mut item = Item::default();
    item.text("id", Some(&row.key));
    match &row.publication {
        Some(publication) => describe(&mut item, row, publication),
        None => {
            item.text("type", Some("document"));
            item.text("title", Some(&row.key));
            item.text("note", Some("no readable record describes this source"));
        }
    }
    Value::Object(item.0)
}

fn describe(item: &mut Item, row: &CiteRow, publication: &Publication) {
    item.text("type", Some(item_type(publication.kind)));
    item.text("title", publication.title.as_deref());
    let authors = Author::all(publication.author.as_deref().unwrap_or_default());
    item.set("author", (!authors.is_empty()).then(|| authors.iter().map(Author::csl).collect::<Vec<_>>()));
    let container = matches!(publication.kind, PublicationKind::NewspaperArticle | PublicationKind::WebPage);
    item.text(if container { "container-title" } else { "publisher" }, publication.publisher.as_deref());
    item.set("issued", publication.published.as_ref().map(date::csl));
    item.set("accessed", publication.accessed.map(|day| json!({"date-parts": [date::day_parts(day)]})));
    item.text("URL", publication.url.as_deref());
    item.text("language", publication.lang.as_deref());
    item.text("genre", publication.genre.map(|genre| genre.name()));
    item.text("version", row.version.as_deref());
    kept(item, publication);
    if let Some(earlier) = publication.earlier.first() {
        item.text("original-title", Some(&earlier.title));
        item.text("original-publisher", earlier.publisher.as_deref());
        item.set("original-date", earlier.published.as_ref().map(date::csl));
    }
    let notes = notes(row, publication);
    item.set("note", (!notes.is_empty()).then(|| notes.join("; ")));
}

fn item_type(kind: PublicationKind) -> &'static str {
    match kind {
        PublicationKind::NewspaperArticle => "article-newspaper",
        PublicationKind::WebPage => "webpage",
        PublicationKind::GovernmentDocument => "report",
        PublicationKind::Dataset => "dataset",
        PublicationKind::Manuscript => "manuscript",
        PublicationKind::Book => "book",
        PublicationKind::Register | PublicationKind::Document => "document",
    }
}

/// The archive, the collection, and the place within it.
fn kept(item: &mut Item, publication: &Publication) {
    let place: Vec<String> = publication.kept.place().collect();
    item.text("archive", publication.kept.archive.as_deref());
    item.text("archive_collection", publication.kept.collection.as_deref());
    item.set("archive_location", (!place.is_empty()).then(|| place.join(", ")));
}

/// What the language has no variable for.
fn notes(row: &CiteRow, publication: &Publication) -> Vec<String> {
    let locators = (!row.locators.is_empty()).then(|| format!("cited: {}", row.locators.join(", ")));
    let copy = publication.archived.as_ref().map(|address| format!("copy at {address}"));
    let digest = row.digest.as_ref().map(|digest| format!("digest {digest}"));
    let licence = row.licence.as_ref().map(|licence| format!("licence {licence}"));
    [locators, copy, digest, licence, row.world.clone()].into_iter().flatten().collect()
}
