//! Templates: texts with columns in curly brackets.

use super::row::Scene;
use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;

/// A text with places for cells: `"visit-{row}"`. `{{` and `}}` are brackets that stand for themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    written: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Slot(String),
}

impl Template {
    /// Reads a template.
    pub(super) fn new(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, bracket) = rest.split_at(at);
            plain += before;
            let doubled = ["{{", "}}"].into_iter().find(|pair| bracket.starts_with(pair));
            if let Some(pair) = doubled {
                plain += &pair[..1];
                rest = &bracket[2..];
                continue;
            }
            let slot = bracket.strip_prefix('{').and_then(|inner| inner.split_once('}'));
            let Some((slot, after)) = slot.filter(|(slot, _)| !slot.trim().is_empty() && !slot.contains('{')) else {
                return Err(
                    "a column is written `{Column}`, and a bracket that stands for itself twice: `{{`".to_owned()
                );
            };
            parts.extend((!plain.is_empty()).then(|| Part::Text(std::mem::take(&mut plain))));
            parts.push(Part::Slot(slot.trim().to_owned()));
            rest = after;
        }
        plain += rest;
        parts.extend((!plain.is_empty()).then_some(Part::Text(plain)));
        Ok(Self { written: text.to_owned(), parts })
    }

    /// The text of the map.
    pub(super) fn written(&self) -> &str {
        &self.written
    }

    /// The columns that it names, and what else may stand for one.
    pub(super) fn slots(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Slot(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }

    /// The text for a row; nothing where every cell that it names says nothing.
    pub(super) fn fill<'r>(&'r self, scene: &Scene<'r>) -> Result<Option<Cow<'r, str>>, String> {
        match self.parts.as_slice() {
            [Part::Text(text)] => Ok(Some(Cow::Borrowed(text))),
            [Part::Slot(name)] => Ok(scene.text(name)?.filter(|text| !text.is_empty())),
            _ => self.joined(scene),
        }
    }

    fn joined<'r>(&'r self, scene: &Scene<'r>) -> Result<Option<Cow<'r, str>>, String> {
        let (mut filled, mut says) = (String::new(), false);
        for part in &self.parts {
            match part {
                Part::Text(text) => filled += text,
                Part::Slot(name) => {
                    let text = scene.text(name)?.unwrap_or_default();
                    says |= !text.is_empty();
                    filled += &text;
                }
            }
        }
        let filled = filled.trim();
        Ok((says && !filled.is_empty()).then(|| Cow::Owned(filled.to_owned())))
    }

    /// The text for a row, in which no cell may be empty.
    pub(super) fn whole<'r>(&'r self, scene: &Scene<'r>) -> Result<Cow<'r, str>, String> {
        for name in self.slots() {
            if scene.text(name)?.is_none_or(|text| text.is_empty()) {
                return Err(format!("`{}` needs `{name}`, which is empty", self.written));
            }
        }
        self.fill(scene)?.ok_or_else(|| format!("`{}` is empty", self.written))
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::new(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_hold_columns() {
        let check = |text: &str, expected: &[&str]| {
            let template = Template::new(text).unwrap();
            assert_eq!(template.slots().collect::<Vec<_>>(), expected, "{text}");
        };
        check("", &[]);
        check("visit-{row}", &["row"]);
        check("{ Date } {Time}", &["Date", "Time"]);
        check("{{Date}}", &[]);
        check("{{{Date}}}", &["Date"]);
        for wrong in ["{", "}", "{}", "{ }", "a}b", "{a{b}}", "{a"] {
            assert!(Template::new(wrong).is_err(), "{wrong}");
        }
    }
}
