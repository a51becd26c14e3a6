//! Settings: what a facts folder says about itself.

use super::folder::{FactFile, SETTINGS, read_file};
use super::lexer::Lexer;
use super::parse::parse_item;
use super::text::SourceText;
use crate::diagnostic::Diagnostic;
use serde::Deserialize;
use std::path::Path;

/// The content of `chancery.ron` at the root of a facts folder. Every field may be silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What the facts are called.
    pub name: Option<String>,
    /// Their version, in the keeper's own counting.
    pub version: Option<String>,
    /// The licence under which they may be used.
    pub licence: Option<String>,
    /// The id of the keeper's own source, whose `covers` speaks for the folder. Not checked here.
    pub source: Option<String>,
}

/// The settings of a facts folder. A missing or empty file says nothing; a single file has none.
///
/// # Errors
///
/// A diagnostic if the file is there and cannot be read.
pub fn settings(dir: &Path) -> Result<Settings, Diagnostic> {
    let path = dir.join(SETTINGS);
    if !dir.is_dir() || path.symlink_metadata().is_err() {
        return Ok(Settings::default());
    }
    let name = path.to_string_lossy().into();
    read_file(&FactFile { path, name }).and_then(|text| parse(&text))
}

/// The settings that a text holds.
///
/// # Errors
///
/// A diagnostic at the first thing that cannot be read.
pub fn parse(text: &SourceText) -> Result<Settings, Diagnostic> {
    match Lexer::new(text.bytes(), 0).next() {
        None => Ok(Settings::default()),
        Some(_) => parse_item(text, 0..text.bytes().len()),
    }
}
