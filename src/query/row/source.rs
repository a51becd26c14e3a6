//! Rows about sources.

use super::column::{Cell, Column, Row, ids, name};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// A source, and how much rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SourceRow {
    /// The source.
    pub source: Id,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title; none where no readable record describes it.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, in EDTF.
    pub published: Option<String>,
    /// What kind of source.
    pub kind: Option<&'static str>,
    /// What kind of text.
    pub genre: Option<&'static str>,
    /// The party whose account it is.
    pub voice: Option<Id>,
    /// The source that it prints again.
    pub reprint_of: Option<Id>,
    /// The sources that print it again.
    pub reprinted_by: Vec<Id>,
    /// Its language.
    pub lang: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// How many accounts it gives.
    pub accounts: u64,
    /// How many facts these are of.
    pub facts: u64,
    /// How many of these facts are events.
    pub events: u64,
    /// How many facts rest on it alone, reprints of it not counted.
    pub alone: u64,
    /// How many of its accounts it took back.
    pub withdrawn: u64,
    /// The numbers of the citations: none, as the row is the source itself.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for SourceRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "source", cell: |row, _| Cell::Text(row.source.to_string()) },
        Column { name: "publisher", cell: |row, _| Cell::maybe(row.publisher.clone()) },
        Column { name: "title", cell: |row, _| Cell::maybe(row.title.clone()) },
        Column { name: "published", cell: |row, _| Cell::maybe(row.published.clone()) },
        Column { name: "kind", cell: |row, _| Cell::maybe(row.kind) },
        Column { name: "voice", cell: |row, names| Cell::maybe(row.voice.as_ref().map(|voice| name(voice, names))) },
        Column { name: "reprint_of", cell: |row, _| Cell::maybe(row.reprint_of.as_ref().map(Id::to_string)) },
        Column { name: "accounts", cell: |row, _| Cell::Number(row.accounts) },
        Column { name: "facts", cell: |row, _| Cell::Number(row.facts) },
        Column { name: "events", cell: |row, _| Cell::Number(row.events) },
        Column { name: "alone", cell: |row, _| Cell::Number(row.alone) },
        Column { name: "withdrawn", cell: |row, _| Cell::Number(row.withdrawn) },
        Column { name: "author", cell: |row, _| Cell::maybe(row.author.clone()) },
        Column { name: "genre", cell: |row, _| Cell::maybe(row.genre) },
        Column { name: "reprinted_by", cell: |row, _| ids(&row.reprinted_by) },
        Column { name: "lang", cell: |row, _| Cell::maybe(row.lang.clone()) },
        Column { name: "url", cell: |row, _| Cell::maybe(row.url.clone()) },
    ];

    fn certainty(&self) -> Certainty {
        Certainty::Certain
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        std::iter::once(&self.source).chain(&self.voice).chain(&self.reprint_of).chain(&self.reprinted_by).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
