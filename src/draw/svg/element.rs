//! Elements of XML: names that are ours, values that are escaped.

use super::escape::escaped;
use std::fmt::Write;

/// An element that is being written.
pub(in crate::draw) struct Element {
    name: &'static str,
    attributes: String,
}

impl Element {
    /// An element of this name.
    pub(in crate::draw) fn new(name: &'static str) -> Self {
        Self { name, attributes: String::new() }
    }

    /// Gives it an attribute.
    pub(in crate::draw) fn set(&mut self, name: &'static str, value: &str) -> &mut Self {
        // Writing to a text does not fail.
        let _ = write!(self.attributes, " {name}=\"{}\"", escaped(value));
        self
    }

    /// Begins it.
    pub(in crate::draw) fn open(&self, out: &mut String) {
        let _ = writeln!(out, "<{}{}>", self.name, self.attributes);
    }

    /// Writes it with nothing in it.
    pub(in crate::draw) fn empty(&self, out: &mut String) {
        let _ = writeln!(out, "<{}{}/>", self.name, self.attributes);
    }

    /// Writes it around parts with a text each, without a blank between them.
    pub(in crate::draw) fn with_parts(&self, parts: &[(Self, &str)], out: &mut String) {
        let _ = write!(out, "<{}{}>", self.name, self.attributes);
        for (part, text) in parts {
            let _ = write!(out, "<{}{}>{}</{}>", part.name, part.attributes, escaped(text), part.name);
        }
        let _ = writeln!(out, "</{}>", self.name);
    }

    /// Writes it around a text.
    pub(in crate::draw) fn with_text(&self, text: &str, out: &mut String) {
        let _ = writeln!(out, "<{}{}>{}</{}>", self.name, self.attributes, escaped(text), self.name);
    }
}
