//! Sources, with what they claim to cover.

use super::{Foreign, Table, date, facts, outside};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::model::Fact;
use crate::record::{Body, Kind, Source as Record, Tell, Told};

fields! {
    /// A source.
    Source {
        id: Text "The id, unique in the package.",
        title: Text "Its title.",
        author: Text "Who wrote it.",
        publisher: Text "Who published it.",
        published: Date "When it was published (EDTF).",
        url: Text "Its address.",
        archived: Text "The address of a copy.",
        accessed: Day "The day on which it was read.",
        archive: Text "The archive that keeps it.",
        collection: Text "The collection within the archive.",
        container: Text "The box within the collection.",
        folder: Text "The folder within the box.",
        document: Text "The document within the folder.",
        kind: Text "official, press, archive, scholarly, reference, machine or own.",
        genre: Text "What kind of text.",
        voice: Id "The party whose account it is.",
        reprint_of: Id "The source that it prints again.",
        lang: Text "Its language.",
        translation_of: Id "The source that it translates.",
        read: Text "How much of it was read: whole or part.",
        grade: Text "How reliable it is, A to F.",
        covers: List "What it claims to cover.",
        other_ids: List "Ids in other collections: collection: id.",
        earlier_ids: List "Other ids to which it answers.",
        notes: List "Notes by the keeper.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let rows = facts(closure, &[Kind::Source]).filter_map(|(fact, _)| match fact.body.as_deref() {
        Some(Body::Source(source)) => Some(row(closure, fact, source)),
        _ => None,
    });
    const FOREIGN: &[Foreign] = &[
        Foreign { column: "voice", table: "actors" },
        Foreign { column: "reprint_of", table: "sources" },
        Foreign { column: "translation_of", table: "sources" },
    ];
    Table::of::<Source>("sources", "Publications that accounts cite.", &["id"], rows.collect()).referring(FOREIGN)
}

fn row(closure: &Closure<'_>, fact: &Fact, source: &Record) -> Source {
    let id = |id: &Option<crate::id::Id>| Value::maybe(id.as_ref().map(|id| closure.id(id)));
    Source {
        id: Value::text(&fact.id),
        title: Value::text(&source.title),
        author: Value::maybe(source.author.as_ref()),
        publisher: Value::maybe(source.publisher.as_ref()),
        published: date(source.published.as_ref()),
        url: Value::maybe(source.url.as_ref()),
        archived: Value::maybe(source.archived.as_ref()),
        accessed: source.accessed.map_or(Value::Nothing, Value::day),
        archive: Value::maybe(source.archive.as_ref()),
        collection: Value::maybe(source.collection.as_ref()),
        container: Value::maybe(source.r#box.as_ref()),
        folder: Value::maybe(source.folder.as_ref()),
        document: Value::maybe(source.document.as_ref()),
        kind: Value::maybe(source.kind),
        genre: Value::maybe(source.genre),
        voice: id(&source.voice),
        reprint_of: id(&source.reprint_of),
        lang: Value::maybe(source.lang.as_ref()),
        translation_of: id(&source.translation_of),
        read: Value::maybe(source.read),
        grade: Value::maybe(source.grade),
        covers: covers(source),
        other_ids: outside(fact),
        earlier_ids: Value::list(&fact.was),
        notes: Value::list(&fact.notes),
    }
}

fn covers(source: &Record) -> Value {
    let mut told: Vec<Told> = Vec::new();
    source.covers.iter().for_each(|cover| cover.tell("covers", &mut told));
    Value::list(told.into_iter().map(|told| told.text))
}
