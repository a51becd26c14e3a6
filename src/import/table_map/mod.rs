//! Tables: any delimited text or workbook, by a map that says what its columns mean.
//!
//! A [`Map`] is a RON file beside the table. [`import`] reads the table row by row and makes the records that the map
//! describes; [`guess`] writes a first map for a table; [`reference()`] documents the fields of maps.
//! `docs/importing.md` shows two tables from beginning to end.

mod cast;
mod check;
mod check_recipe;
mod clock;
mod column;
mod date_text;
mod decoded;
mod delimited;
mod fact_file;
mod group;
mod guess;
mod made;
mod making;
mod map;
mod notes;
mod quotes;
mod reference;
mod register;
mod row;
mod run;
mod section;
mod sheet;
mod split;
mod table;
mod template;
mod templates;
mod thing;

pub use guess::guess;
pub use notes::Note;
pub use reference::reference;

use super::{Sink, Tally};
use crate::diagnostic::Diagnostic;
use crate::read::{SourceText, parse_item};
use std::io::{self, Read};

/// What a user says about a table.
#[derive(Clone, Debug)]
pub struct Map {
    outline: map::Outline,
    text: SourceText,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// A diagnostic at the first thing that can't be in a map.
    pub fn parse(text: SourceText) -> Result<Self, Diagnostic> {
        let outline: map::Outline = parse_item(&text, 0..text.bytes().len())?;
        check::Checker { text: &text, map: &outline }.check()?;
        Ok(Self { outline, text })
    }
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What became of its rows. One that the map leaves out is skipped; one that repeats another, or joins its group, is
    /// merged.
    pub tally: Tally,
    /// What the user should know about rows that went in, in the order of the table.
    pub notes: Vec<Note>,
    /// How many more notes there were, beyond ten thousand.
    pub more_notes: u64,
}

/// Why a table was not read, or not to its end.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The map names what the table does not have.
    #[error("{}", .0.message)]
    Map(Box<Diagnostic>),
    /// The table can't be read at all, or its first records can't be made.
    #[error("{0}")]
    Table(String),
    /// Reading failed, or the sink could not keep a record.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Reads a table and gives the records that it makes to a sink.
///
/// Delimited text is read as a stream. In memory are the names that were met, the ids that were made, 16 bytes a row
/// unless `repeats` is `Keep`, and the rows of open groups. A workbook is held as a whole.
///
/// `name` is what the user calls the table. Records of what is named in cells go before the records that name them. A
/// row goes in as a whole or is skipped with its reason.
///
/// # Errors
/// If the table can't be read, lacks a column of the map, or the sink fails. Single rows are no errors.
pub fn import(input: impl Read, name: &str, map: &Map, sink: &mut dyn Sink) -> Result<Imported, ImportError> {
    run::run(input, name, map, sink)
}
