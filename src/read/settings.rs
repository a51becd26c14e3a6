//! Settings: what a facts folder says about itself.

use super::folder::{FactFile, SETTINGS, read_file, shown};
use super::lexer::Lexer;
use super::parse::parse_item;
use super::text::SourceText;
use crate::diagnostic::Diagnostic;
use crate::id::Id;
use serde::Deserialize;
use std::path::{Path, PathBuf};

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
    /// The id of the keeper's own source, whose `covers` speaks for the folder.
    pub source: Option<Id>,
}

impl Settings {
    /// The names of its fields, in the order in which they are written.
    pub(crate) const FIELDS: &[&str] = &["name", "version", "licence", "source"];
}

/// The settings of a facts folder. A missing or empty file says nothing; a single file has none.
///
/// # Errors
///
/// A diagnostic if the file is there and cannot be read.
pub fn settings(dir: &Path) -> Result<Settings, Diagnostic> {
    text(dir)?.as_ref().map_or_else(|| Ok(Settings::default()), parse)
}

/// The text of the settings of a facts folder, if it has any.
pub(super) fn text(dir: &Path) -> Result<Option<SourceText>, Diagnostic> {
    match path(dir).filter(|path| path.symlink_metadata().is_ok()) {
        Some(path) => read_file(&FactFile { name: shown(&path), path }).map(Some),
        None => Ok(None),
    }
}

/// Where the settings of a facts folder lie, if it has any; a single file has none.
pub(crate) fn path(dir: &Path) -> Option<PathBuf> {
    dir.is_dir().then(|| dir.join(SETTINGS))
}

/// The settings that a text holds.
///
/// # Errors
///
/// A diagnostic at the first thing that cannot be read.
pub fn parse(text: &SourceText) -> Result<Settings, Diagnostic> {
    match Lexer::new(text.bytes(), 0).next() {
        None => Ok(Settings::default()),
        Some(_) => parse_item(text, 0..text.bytes().len()).map_err(|problem| match problem.hint {
            None => {
                problem.with_hint("settings are written `(name: \"…\", version: \"…\", licence: \"…\", source: \"…\")`")
            }
            Some(_) => problem,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(content: &str) -> Result<Settings, String> {
        parse(&SourceText::new("chancery.ron", content.as_bytes().to_vec()))
            .map_err(|problem| format!("{} {}", problem.span, problem.message))
    }

    #[test]
    fn silent_and_full_settings() {
        for silent in ["", "\u{FEFF}\r\n", "// nothing\n/* at all */", "()"] {
            assert_eq!(parsed(silent), Ok(Settings::default()), "{silent}");
        }
        let full = parsed(r#"#![enable(implicit_some)] (name: "A", version: "1", licence: "B", source: "c")"#);
        let source = full.map(|settings| settings.source);
        assert_eq!(source, Ok("c".parse().ok()));
    }

    #[test]
    fn problems_have_a_place() {
        for (content, expected) in [
            ("(\n  nmae: \"A\")", "chancery.ron:2:3 this `(…)` has no field `nmae`"),
            ("(version: 1)", "chancery.ron:1:11 a text in quotes is expected here"),
            ("(name: \"A\"", "chancery.ron:1:8 a bracket is not closed after this"),
            ("/* open", "chancery.ron:1:1 unclosed block comment"),
        ] {
            assert_eq!(parsed(content), Err(expected.to_owned()), "{content}");
        }
    }
}
