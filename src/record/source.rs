//! Sources, and what they claim to cover.

use super::scalar::Many;
use super::vocabulary::{Claimant, Degree, Genre, Grade, Level, Mode, ReadExtent, SourceKind};
use super::written::record;
use crate::date::{Day, PointDate};
use crate::id::Id;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

record! {
    /// A publication.
    Source plain {
        must {
            /// Its title.
            title: String,
        }
        may {
            /// Who wrote it.
            author: Option<String>,
            /// Who published it.
            publisher: Option<String>,
            /// When it was published.
            published: Option<PointDate>,
            /// Its address.
            url: Option<String>,
            /// The address of a copy.
            archived: Option<String>,
            /// The day on which it was read.
            accessed: Option<Day>,
            /// The archive that keeps it.
            archive: Option<String>,
            /// The collection within the archive.
            collection: Option<String>,
            /// The box within the collection.
            r#box: Option<String>,
            /// The folder within the box.
            folder: Option<String>,
            /// The document within the folder.
            document: Option<String>,
            /// What kind of source.
            kind: Option<SourceKind>,
            /// What kind of text.
            genre: Option<Genre>,
            /// The party whose account it is.
            voice: Option<Id>,
            /// The source that it prints again.
            reprint_of: Option<Id>,
            /// Its language.
            lang: Option<String>,
            /// The source that it translates.
            translation_of: Option<Id>,
            /// How much of it was read.
            read: Option<ReadExtent>,
            /// How reliable it is.
            grade: Option<Grade>,
            /// What it claims to cover.
            covers: Vec<Cover>,
        }
    }
}

/// A field that a source claims to cover.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Deserialize, Hash, schemars::JsonSchema, BorshSerialize, BorshDeserialize,
)]
#[serde(deny_unknown_fields, default)]
pub struct Cover {
    /// Whose events.
    pub who: Many<Id>,
    /// With whom.
    pub with: Many<Id>,
    /// Visits by whom.
    pub by: Many<Id>,
    /// Visits to where.
    pub to: Many<Id>,
    /// Which kinds of records.
    pub kinds: Vec<super::Kind>,
    /// Which modes.
    pub modes: Vec<Mode>,
    /// Offices of which rank.
    pub levels: Vec<Level>,
    /// From when.
    pub from: Option<PointDate>,
    /// Until when.
    pub until: Option<PointDate>,
    /// How much of it.
    pub degree: Option<Degree>,
    /// Who says so.
    pub claimed_by: Option<Claimant>,
    /// A note.
    pub note: Option<String>,
}
