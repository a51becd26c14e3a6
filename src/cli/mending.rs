//! `--fix`: writes the certain mendings of findings into their files.

use super::Failure;
use super::ui::Ui;
use chancery::check::{Edit, Report, edited};
use chancery::read::{Loaded, SourceText, files};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What some editors write before UTF-8; it is no part of a text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes every certain mending, each file as a whole; tells whether there was any.
pub(super) fn mend(report: &Report, loaded: &Loaded, folder: Option<&Path>, ui: &mut Ui) -> Result<bool, Failure> {
    let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for edit in report.findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        by_file.entry(&edit.file).or_default().push(edit);
    }
    let Some(folder) = folder else {
        return Err(Failure::Usage {
            message: "--fix: the built-in facts are part of the program".to_owned(),
            hint: Some("name your own: chancery check --fix --facts DIR".to_owned()),
        });
    };
    let paths: BTreeMap<String, PathBuf> =
        files(folder).0.into_iter().map(|file| (file.name.to_string(), file.path)).collect();
    for (name, edits) in &by_file {
        let text = loaded.texts.iter().find(|text| &**text.name() == *name);
        if let (Some(text), Some(path)) = (text, paths.get(*name)) {
            file(path, text, edits, ui)?;
            let number = edits.len();
            ui.note(&format!("mended {number} finding{} in {name}", if number == 1 { "" } else { "s" }));
        }
    }
    Ok(!by_file.is_empty())
}

/// Replaces one file, if it still holds what was read. Behind a link the file itself is replaced.
fn file(path: &Path, text: &SourceText, edits: &[&Edit], ui: &mut Ui) -> Result<(), Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let real = fs::canonicalize(path).map_err(failed)?;
    let now = fs::read(&real).map_err(failed)?;
    let (mark, body) = match now.strip_prefix(BYTE_ORDER_MARK) {
        Some(body) => (BYTE_ORDER_MARK, body),
        None => (&[][..], now.as_slice()),
    };
    if body != text.bytes() {
        return Err(failed(io::Error::other("it has changed since it was read")));
    }
    let new = [mark, &edited(body, edits.iter().copied())].concat();
    ui.answer(Some(&real), &new)
}
