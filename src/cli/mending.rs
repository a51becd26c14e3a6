//! `--fix`: writes the certain mendings of findings into their files.

use super::Failure;
use super::ui::Ui;
use chancery::check::{Edit, Report, edited};
use chancery::read::{BYTE_ORDER_MARK, Loaded, SourceText, files};
use chancery::write::{format, replace};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
            file(path, text, edits)?;
            let number = edits.len();
            ui.note(&format!("mended {number} finding{} in {name}", if number == 1 { "" } else { "s" }));
        }
    }
    Ok(!by_file.is_empty())
}

/// Replaces one file, if it still holds what was read.
fn file(path: &Path, text: &SourceText, edits: &[&Edit]) -> Result<(), Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let now = fs::read(path).map_err(|error| failed(error.into()))?;
    let mark = if now.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
    let expected = [mark, text.bytes()].concat();
    replace(path, Some(&expected), &mended(text, mark, edits)).map_err(failed)
}

/// A text with every mending: parts are replaced first, and the whole is laid out last.
fn mended(text: &SourceText, mark: &[u8], edits: &[&Edit]) -> Vec<u8> {
    let bytes = text.bytes();
    let (whole, parts): (Vec<&Edit>, Vec<&Edit>) = edits.iter().partition(|edit| edit.is_whole(bytes.len()));
    let new = edited(bytes, parts);
    if whole.is_empty() {
        return [mark, &new].concat();
    }
    format(&SourceText::new(&**text.name(), new.clone())).text.map_or(new, String::into_bytes)
}
