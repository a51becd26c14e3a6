//! Publications: what is known of a source, as a citation needs it.

use crate::date::{Day, PointDate};
use crate::id::Id;
use crate::model::{Fact, Facts};
use crate::record::{Body, Genre, Source, SourceKind};
use serde::Serialize;

/// What a citation style tells apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublicationKind {
    /// An article of a newspaper or a news agency.
    NewspaperArticle,
    /// A page on the web.
    WebPage,
    /// What a government, parliament or organization says in its own name.
    GovernmentDocument,
    /// A data set or database.
    Dataset,
    /// A register that is kept up to date.
    Register,
    /// A paper in an archive.
    Manuscript,
    /// A book, or what is cited as one.
    Book,
    /// Any other text.
    #[default]
    Document,
}

impl PublicationKind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::NewspaperArticle,
        Self::WebPage,
        Self::GovernmentDocument,
        Self::Dataset,
        Self::Register,
        Self::Manuscript,
        Self::Book,
        Self::Document,
    ];

    /// The word in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::NewspaperArticle => "newspaper-article",
            Self::WebPage => "web-page",
            Self::GovernmentDocument => "government-document",
            Self::Dataset => "dataset",
            Self::Register => "register",
            Self::Manuscript => "manuscript",
            Self::Book => "book",
            Self::Document => "document",
        }
    }

    /// What the record of a source makes it. What an archive keeps is cited by the archive, whatever it is; then the
    /// genre decides where it has a style of its own, then the kind of source, then whether it lies on the web.
    fn of(source: &Source) -> Self {
        let kept = [&source.archive, &source.collection, &source.r#box, &source.folder];
        match (source.kind, source.genre) {
            (Some(SourceKind::Archive), _) => Self::Manuscript,
            _ if kept.into_iter().any(Option::is_some) => Self::Manuscript,
            (_, Some(Genre::Dataset)) => Self::Dataset,
            (_, Some(Genre::Register)) => Self::Register,
            (Some(SourceKind::Official), _) => Self::GovernmentDocument,
            (Some(SourceKind::Press), _) => Self::NewspaperArticle,
            (Some(SourceKind::Scholarly), _) | (_, Some(Genre::Memoir | Genre::Diary)) => Self::Book,
            (None, Some(Genre::News)) => Self::NewspaperArticle,
            _ if source.url.is_some() => Self::WebPage,
            (Some(SourceKind::Reference), _) => Self::Book,
            _ => Self::Document,
        }
    }
}

/// Where an archive keeps a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The document within the folder.
    pub document: Option<String>,
    /// The folder within the box.
    pub folder: Option<String>,
    /// The box within the collection.
    pub in_box: Option<String>,
    /// The collection within the archive.
    pub collection: Option<String>,
    /// The archive.
    pub archive: Option<String>,
}

impl Kept {
    fn of(source: &Source) -> Self {
        Self {
            document: source.document.clone(),
            folder: source.folder.clone(),
            in_box: source.r#box.clone(),
            collection: source.collection.clone(),
            archive: source.archive.clone(),
        }
    }

    /// The place within the collection, from the document to the box.
    pub fn place(&self) -> impl Iterator<Item = String> {
        let labelled = |label: &str, value: &Option<String>| value.as_ref().map(|value| format!("{label} {value}"));
        let parts = [self.document.clone(), labelled("folder", &self.folder), labelled("box", &self.in_box)];
        parts.into_iter().flatten()
    }

    /// From the document to the archive, as the Chicago Manual of Style orders it.
    pub fn parts(&self) -> impl Iterator<Item = String> {
        self.place().chain(self.collection.clone()).chain(self.archive.clone())
    }
}

/// How a source came of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierKind {
    /// It translates it.
    Translation,
    /// It prints it again.
    Reprint,
}

/// An earlier source of which one is a translation or a reprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// What became of it.
    pub kind: EarlierKind,
    /// Its title, in its own language; its id where no readable record describes it.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<PointDate>,
    /// Its language.
    pub lang: Option<String>,
}

impl Earlier {
    fn of(facts: &Facts, id: &Id, kind: EarlierKind) -> Self {
        match facts.get(id.as_str()).and_then(|fact| fact.body.as_deref()) {
            Some(Body::Source(source)) => Self {
                kind,
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                published: source.published.clone(),
                lang: source.lang.clone(),
            },
            _ => Self { kind, title: id.to_string(), publisher: None, published: None, lang: None },
        }
    }

    fn all(facts: &Facts, source: &Source) -> Vec<Self> {
        let translated = source.translation_of.as_ref().map(|id| Self::of(facts, id, EarlierKind::Translation));
        let reprinted = source.reprint_of.as_ref().map(|id| Self::of(facts, id, EarlierKind::Reprint));
        translated.into_iter().chain(reprinted).collect()
    }
}

/// What is known of a source, as a citation needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Publication {
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, in EDTF.
    pub published: Option<PointDate>,
    /// Its address.
    pub url: Option<String>,
    /// The address of a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// The day on which it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Day>,
    /// Document, folder, box, collection and archive, as far as they are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept_in: Vec<String>,
    /// How it is cited.
    #[serde(skip)]
    pub kind: PublicationKind,
    /// What kind of text.
    #[serde(skip)]
    pub genre: Option<Genre>,
    /// Its language.
    #[serde(skip)]
    pub lang: Option<String>,
    /// Where an archive keeps it, part by part.
    #[serde(skip)]
    pub kept: Kept,
    /// What it translates or prints again.
    #[serde(skip)]
    pub earlier: Vec<Earlier>,
}

impl Publication {
    /// What is known of a source; nothing of another fact.
    pub(super) fn of(facts: &Facts, fact: &Fact) -> Option<Self> {
        let Some(Body::Source(source)) = fact.body.as_deref() else {
            return None;
        };
        let kept = Kept::of(source);
        Some(Self {
            title: Some(source.title.clone()),
            author: source.author.clone(),
            publisher: source.publisher.clone(),
            published: source.published.clone(),
            url: source.url.clone(),
            archived: source.archived.clone(),
            accessed: source.accessed,
            kept_in: kept.parts().collect(),
            kind: PublicationKind::of(source),
            genre: source.genre,
            lang: source.lang.clone(),
            kept,
            earlier: Earlier::all(facts, source),
        })
    }
}
