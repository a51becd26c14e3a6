//! What a new record would do to the facts: the problems that were not there without it.

use chancery::check::check;
use chancery::diagnostic::{Code, Diagnostic, Severity};
use chancery::read::{files, read_file, read_texts};
use std::path::Path;

/// What was found.
pub(crate) struct Verdict {
    /// The problems that the record brings.
    pub(crate) problems: Vec<Diagnostic>,
}

impl Verdict {
    /// Whether the record must not be added: it is wrong, or says what is written already.
    pub(crate) fn refuses(&self) -> bool {
        let refuses =
            |problem: &Diagnostic| problem.severity == Severity::Error || problem.code == Code::EqualDuplicate;
        self.problems.iter().any(refuses)
    }
}

/// Checks the facts without and with the new text of a file, and tells what is new.
pub(crate) fn judge(folder: &Path, file: &Path, text: &str) -> Verdict {
    let texts = texts(folder);
    let real = file.canonicalize().ok();
    let name = files(folder).0.into_iter().find(|one| real.is_some() && one.path.canonicalize().ok() == real);
    let name = name.map_or_else(|| file.to_string_lossy().into_owned(), |one| one.name.to_string());
    let others: Vec<(String, Vec<u8>)> = texts.iter().filter(|(other, _)| *other != name).cloned().collect();
    let before = problems(texts);
    let after = problems(others.into_iter().chain([(name, text.as_bytes().to_vec())]).collect());
    Verdict { problems: after.into_iter().filter(|problem| !before.contains(problem)).collect() }
}

fn texts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |file| read_file(&file).ok().map(|text| (text.name().to_string(), text.bytes().to_vec()));
    files(folder).0.into_iter().filter_map(read).collect()
}

/// What the checks find, notes aside: that nothing cites a source is true of each one that was just written.
fn problems(mut texts: Vec<(String, Vec<u8>)>) -> Vec<Diagnostic> {
    texts.sort();
    let found = check(&read_texts(texts), &[]).findings.into_iter().map(|finding| finding.problem);
    found.filter(|problem| problem.severity != Severity::Note).collect()
}
