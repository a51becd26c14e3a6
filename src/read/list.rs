//! Lists: all values of one text.

use super::parse::parse_item;
use super::split::split;
use super::text::SourceText;
use crate::diagnostic::Diagnostic;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// The values that a text lists, and what hinders others from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    /// The readable values, in order.
    pub values: Vec<Listed<T>>,
    /// The problems, in the order of their places.
    pub problems: Vec<Diagnostic>,
}

/// One value and the bytes that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// The value.
    pub value: T,
    /// Its bytes, without the comma after it.
    pub range: Range<usize>,
}

/// Reads a list of values; an unreadable one is a problem and hides no other.
pub fn list<T: DeserializeOwned>(text: &SourceText) -> List<T> {
    let split = split(text);
    let mut list = List { values: Vec::with_capacity(split.items.len()), problems: split.problems };
    for item in split.items {
        match parse_item(text, item.range.clone()) {
            Ok(value) => list.values.push(Listed { value, range: item.range }),
            Err(problem) => list.problems.push(problem),
        }
    }
    list.problems.sort_by(|a, b| a.span.cmp(&b.span));
    list
}
