//! Rows of a bibliography.

use super::column::{Cell, Column, Row};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::{CitedAt, Publication};
use serde::Serialize;

/// A source, or the loaded facts as a whole, as a bibliography lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CiteRow {
    /// The key by which a bibliography names it: the id of the source, or the data set's name and version.
    pub key: String,
    /// How it is cited: `newspaper-article`, `web-page` …; `unknown` where no readable record describes it.
    pub kind: &'static str,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, in EDTF.
    pub published: Option<String>,
    /// What kind of text.
    pub genre: Option<&'static str>,
    /// Its language.
    pub lang: Option<String>,
    /// The places in it that stand behind the facts asked about.
    pub locators: Vec<String>,
    /// Document, folder, box, collection and archive, as far as they are known.
    pub kept_in: Vec<String>,
    /// Its address.
    pub url: Option<String>,
    /// The address of a copy.
    pub archived: Option<String>,
    /// The day on which it was read.
    pub accessed: Option<Day>,
    /// The version, of a data set.
    pub version: Option<String>,
    /// The digest of everything that its records say, of a data set.
    pub digest: Option<String>,
    /// The licence, of a data set.
    pub licence: Option<String>,
    /// Which of its accounts were asked, of a data set; nothing where it is all of them.
    pub world: Option<String>,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The same for styles of citation; none where no readable record describes the source.
    #[serde(skip)]
    pub publication: Option<Publication>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl CiteRow {
    /// A row of which only the key and what is known of the publication stand fast.
    pub(in crate::query) fn of(key: String, publication: Option<Publication>) -> Self {
        let known = publication.clone().unwrap_or_default();
        Self {
            key,
            kind: publication.as_ref().map_or("unknown", |known| known.kind.name()),
            title: known.title,
            author: known.author,
            publisher: known.publisher,
            published: known.published.map(|date| date.to_string()),
            genre: known.genre.map(crate::record::Genre::name),
            lang: known.lang,
            locators: Vec::new(),
            kept_in: known.kept_in,
            url: known.url,
            archived: known.archived,
            accessed: known.accessed,
            version: None,
            digest: None,
            licence: None,
            world: None,
            cites: Vec::new(),
            publication,
            support: Vec::new(),
        }
    }
}

/// Texts, or an empty cell where there are none.
fn list(texts: &[String]) -> Cell {
    match texts {
        [] => Cell::Empty,
        [one] => Cell::Text(one.clone()),
        texts => Cell::List(texts.to_vec()),
    }
}

impl Row for CiteRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "key", cell: |row, _| Cell::Text(row.key.clone()) },
        Column { name: "kind", cell: |row, _| Cell::Text(row.kind.to_owned()) },
        Column { name: "author", cell: |row, _| Cell::maybe(row.author.clone()) },
        Column { name: "title", cell: |row, _| Cell::maybe(row.title.clone()) },
        Column { name: "publisher", cell: |row, _| Cell::maybe(row.publisher.clone()) },
        Column { name: "published", cell: |row, _| Cell::maybe(row.published.clone()) },
        Column { name: "version", cell: |row, _| Cell::maybe(row.version.clone()) },
        Column { name: "digest", cell: |row, _| Cell::maybe(row.digest.clone()) },
        Column { name: "licence", cell: |row, _| Cell::maybe(row.licence.clone()) },
        Column { name: "world", cell: |row, _| Cell::maybe(row.world.clone()) },
        Column { name: "genre", cell: |row, _| Cell::maybe(row.genre) },
        Column { name: "lang", cell: |row, _| Cell::maybe(row.lang.clone()) },
        Column { name: "locators", cell: |row, _| list(&row.locators) },
        Column { name: "kept_in", cell: |row, _| list(&row.kept_in) },
        Column { name: "url", cell: |row, _| Cell::maybe(row.url.clone()) },
        Column { name: "archived", cell: |row, _| Cell::maybe(row.archived.clone()) },
        Column { name: "accessed", cell: |row, _| Cell::maybe(row.accessed.map(|day| day.to_string())) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        Certainty::Certain
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        Vec::new()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
