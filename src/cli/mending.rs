//! `--fix`: writes the certain mendings of findings into their files.

use super::Failure;
use super::ui::Ui;
use chancery::check::{Fix, Report, mended};
use chancery::read::{BYTE_ORDER_MARK, Loaded, SourceText, files};
use chancery::write::replace;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes every certain mending, each file as a whole; tells whether there was any.
pub(super) fn mend(report: &Report, loaded: &Loaded, folder: Option<&Path>, ui: &mut Ui) -> Result<bool, Failure> {
    let mut by_file: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for fix in report.findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        by_file.entry(fix.file()).or_default().push(fix);
    }
    let Some(folder) = folder else {
        return Err(Failure::Usage {
            message: "--fix: the built-in facts are part of the program".to_owned(),
            hint: Some("name your own: chancery check --fix --facts DIR".to_owned()),
        });
    };
    let paths: BTreeMap<String, PathBuf> =
        files(folder).0.into_iter().map(|file| (file.name.to_string(), file.path)).collect();
    for (name, fixes) in &by_file {
        let text = loaded.texts.iter().find(|text| &**text.name() == *name);
        if let (Some(text), Some(path)) = (text, paths.get(*name)) {
            file(path, text, fixes)?;
            let number = fixes.len();
            ui.note(&format!("mended {number} finding{} in {name}", if number == 1 { "" } else { "s" }));
        }
    }
    Ok(!by_file.is_empty())
}

/// Replaces one file, if it still holds what was read.
fn file(path: &Path, text: &SourceText, fixes: &[&Fix]) -> Result<(), Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let now = fs::read(path).map_err(|error| failed(error.into()))?;
    let mark = if now.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
    let expected = [mark, text.bytes()].concat();
    // The usual layout has no byte order mark.
    let mark = if fixes.iter().any(|fix| matches!(fix, Fix::Layout(_))) { &[] } else { mark };
    let new = [mark, &mended(text, fixes.iter().copied())].concat();
    replace(path, Some(&expected), &new).map_err(failed)
}
