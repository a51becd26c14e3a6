//! Checking: what in a map can be no map of any table, or none of this one.

use super::decoded::encoding;
use super::map::{Input, Outline, Reading, Recipe};
use super::row::{BUILT_IN, Header};
use super::split::shortened;
use super::templates;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::names::{nearest, slug};
use crate::read::SourceText;

/// A map with its text, in which problems have their place.
pub(super) struct Checker<'t> {
    pub text: &'t SourceText,
    pub map: &'t Outline,
}

pub(super) type Checked = Result<(), Diagnostic>;

impl Checker<'_> {
    /// What has to hold whatever the table is.
    pub(super) fn check(&self) -> Checked {
        self.input(&self.map.input)?;
        self.reading(&self.map.dates)?;
        if let Some(id) = self.map.names.values().find(|id| id.parse::<Id>().is_err()) {
            return Err(self.at(id, format!("`{id}` is no id")));
        }
        if self.map.records.is_empty() {
            return Err(self.at("records", "the map makes no record"));
        }
        if self.map.group.as_ref().is_some_and(|group| group.by.is_empty()) {
            return Err(self.at("by", "a group needs something that its rows have in common"));
        }
        self.map.folder.iter().try_for_each(|folder| self.path(folder))?;
        for recipe in &self.map.first {
            let slot = templates::of_recipe(recipe).into_iter().flat_map(|template| template.slots()).next();
            if let Some(slot) = slot.filter(|slot| *slot != "file") {
                return Err(self.at(slot, format!("what is made `first` has no row, and so no `{slot}`")));
            }
        }
        [&self.map.first, &self.map.records].into_iter().try_for_each(|recipes| self.recipes(recipes))
    }

    /// Whether a table has all columns that the map names.
    pub(super) fn columns(&self, header: &Header) -> Checked {
        for template in templates::all(self.map) {
            let unknown = template.slots().find(|slot| !header.knows(slot));
            if let Some(slot) = unknown {
                let near = nearest(slot, header.names().iter().map(String::as_str).chain(BUILT_IN));
                let columns: Vec<String> =
                    header.names().iter().take(50).map(|name| format!("`{}`", shortened(name))).collect();
                let hint = match near {
                    Some(near) => format!("did you mean `{}`?", shortened(near)),
                    None => format!("it has {}", columns.join(", ")),
                };
                return Err(self.at(slot, format!("the table has no column `{}`", shortened(slot))).with_hint(hint));
            }
        }
        let own = |recipe: &Recipe| {
            recipe
                .fields
                .values()
                .flat_map(templates::of_value)
                .any(|template| template.slots().any(|slot| slot == "when"))
        };
        match self.map.records.iter().any(own) && !header.names().iter().any(|name| name == "when") {
            true => Err(self.at("{when}", "`{when}` is known only after the fields were read, and not within them")),
            false => Ok(()),
        }
    }

    fn input(&self, input: &Input) -> Checked {
        if let Some(name) = input.encoding.as_ref().filter(|name| encoding(name).is_none()) {
            return Err(self.at(name, format!("no encoding is called `{name}`")).with_hint(
                "names are those of the web: `utf-8`, `utf-16le`, `windows-1252`, `iso-8859-2`, `gb18030` …",
            ));
        }
        for (name, sign) in [
            ("delimiter", input.delimiter),
            ("quote", input.quote),
            ("escape", input.escape),
            ("comment", input.comment),
        ] {
            if sign.is_some_and(|sign| !sign.is_ascii() || matches!(sign, '\n' | '\r' | '\0')) {
                return Err(self.at(name, format!("`{name}` has to be one sign of ASCII")));
            }
        }
        match input.delimiter.unwrap_or(',') == input.quote.unwrap_or('"') {
            true => Err(self.at("delimiter", "`delimiter` and `quote` can't be the same")),
            false => Ok(()),
        }
    }

    pub(super) fn reading(&self, reading: &Reading) -> Checked {
        if reading.pivot.is_some_and(|pivot| !(1..=9900).contains(&pivot)) {
            return Err(self.at("pivot", "`pivot` is a year, such as 1950"));
        }
        match reading.months.iter().find(|(_, number)| !(1..=12).contains(*number)) {
            Some((name, _)) => Err(self.at(name, "months are numbered 1 to 12")),
            None => Ok(()),
        }
    }

    /// A path of slugs, so that no file lies outside the folder.
    pub(super) fn path(&self, path: &str) -> Checked {
        match path.split('/').all(|name| !name.is_empty() && name == slug(name)) {
            true => Ok(()),
            false => Err(self.at(path, format!("`{path}` is no name of a file: `a-z 0-9 -`, and `/` between folders"))),
        }
    }

    /// A problem at a word of the map; at its beginning where the word is not found.
    pub(super) fn at(&self, word: &str, message: impl Into<String>) -> Diagnostic {
        let bytes = self.text.bytes();
        let found = bytes.windows(word.len().max(1)).position(|part| part == word.as_bytes()).unwrap_or_default();
        self.text.error(Code::Parse, found..found + word.len(), message)
    }
}
