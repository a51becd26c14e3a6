//! Parsing: the text of one item becomes a value.

use super::digest::Digester;
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
    plain::read(item).map_or_else(|| by_ron(text, range, item), Ok)
}

/// The same, with a digest of what the item says.
pub(super) fn parse_digested<T: DeserializeOwned>(
    text: &SourceText,
    range: Range<usize>,
    digester: &mut Digester,
) -> Result<(T, [u8; 32]), Diagnostic> {
    let item = encoding::decoded(text, range.clone())?;
    let of_ron = |digester: &mut Digester| Ok((by_ron(text, range, item)?, digester.of_item(item.as_bytes())));
    plain::digested(item, digester).map_or_else(|| of_ron(digester), Ok)
}

fn by_ron<T: DeserializeOwned>(text: &SourceText, range: Range<usize>, item: &str) -> Result<T, Diagnostic> {
    ron_options().from_str(item).map_err(|error| explain::explain(text, &range, &error))
}

#[cfg(test)]
mod tests;
