//! Parsing: the text of one item becomes a value.

use super::text::SourceText;
use super::{encoding, explain, plain};
use crate::diagnostic::Diagnostic;
use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// How fact files are read and written: with the extensions that need no `Some` and no brackets around newtypes.
pub fn ron_options() -> Options {
    Options::default().with_default_extension(
        Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES,
    )
}

/// Parses one item of a list.
///
/// A type may refuse a text with a message of its own; a line in it that begins with `hint: ` becomes the hint.
///
/// # Errors
///
/// A diagnostic at the first token that cannot be read.
pub fn parse_item<T: DeserializeOwned>(text: &SourceText, range: Range<usize>) -> Result<T, Diagnostic> {
    let item = encoding::decoded(text, range.clone())?;
    if let Some(value) = plain::read(item) {
        return Ok(value);
    }
    ron_options().from_str(item).map_err(|error| explain::explain(text, &range, &error))
}

#[cfg(test)]
mod tests;
