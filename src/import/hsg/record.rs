//! Records as they are made: plain texts and values into the fields of a draft.

use crate::record::{Kind, Shape};
use crate::write::{Draft, literal, structure};

/// A record that is being made. What cannot stand in a field is remembered and told at the end.
pub(super) struct Making {
    draft: Draft,
    fault: Option<String>,
}

impl Making {
    /// A record of a kind with its id.
    pub(super) fn new(kind: Kind, id: &str) -> Self {
        Self { draft: Draft::new(kind), fault: None }.text("id", id)
    }

    /// A text, an id or a date; an empty one is left out.
    pub(super) fn text(self, field: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.value(field, &quoted(text)) }
    }

    /// Texts, ids or dates of a field that takes several.
    pub(super) fn texts<'a>(self, field: &str, texts: impl IntoIterator<Item = &'a str>) -> Self {
        texts.into_iter().fold(self, |making, text| making.text(field, text))
    }

    /// A text under a key of a table.
    pub(super) fn under(self, field: &str, key: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.value(field, &format!("{key}={}", quoted(text))) }
    }

    /// A value as fact files have it: a word, a flag or a structure.
    pub(super) fn value(mut self, field: &str, value: &str) -> Self {
        if let Err(error) = self.draft.add(field, value) {
            self.fault.get_or_insert(format!("`{field}`: {error}"));
        }
        self
    }

    /// The record, if it can be read.
    ///
    /// # Errors
    ///
    /// Why it cannot, in a sentence without a full stop.
    pub(super) fn done(self) -> Result<Draft, String> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        self.draft.check().map_err(|problem| problem.message)?;
        Ok(self.draft)
    }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    literal(Shape::Text, text)
}

/// A structure of texts, ids and dates, without those that are empty.
pub(super) fn of_texts<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    structure(fields.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, quoted(text))))
}
