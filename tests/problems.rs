//! A gallery of bad facts: what a keeper is told about each kind of mistake, and what is read all the same.
//!
//! Each folder of `tests/problems/` holds `facts/`, read as a facts folder, and `expected.txt`, the problems as they
//! are drawn below. After a wanted change of words, one command writes all expectations anew; read them before
//! committing:
//!
//! ```text
//! CHANCERY_UPDATE=1 cargo test --test problems
//! ```

#![allow(clippy::unwrap_used)]

use chancery::diagnostic::{Diagnostic, Excerpt};
use chancery::resolve::{Loading, load_folder};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn gallery() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() > 30, "the gallery has shrunk to {}", folders.len());
    let wrong: Vec<String> = folders.iter().filter_map(|folder| check(folder).err()).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Holds the problems of one folder against what is expected, or writes them down.
fn check(folder: &Path) -> Result<(), String> {
    let facts = folder.join("facts");
    let name = folder.file_name().unwrap().to_string_lossy();
    if fs::read_dir(&facts).is_ok_and(|mut files| files.next().is_none()) || !facts.is_dir() {
        return Err(format!("{name}: there are no files in `facts`"));
    }
    let seen = drawn(&load_folder(&facts), &format!("{}/", facts.display()));
    let path = folder.join("expected.txt");
    if env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(path, seen).unwrap();
        return Ok(());
    }
    match fs::read_to_string(path) {
        Ok(expected) if expected == seen => Ok(()),
        Ok(expected) => Err(format!("{name}: expected\n{expected}\nbut seen\n{seen}")),
        Err(_) => Err(format!("{name}: there is no `expected.txt`")),
    }
}

/// Every problem, then the ids of what was read.
fn drawn(loading: &Loading, root: &str) -> String {
    let mut text: String = loading.problems.iter().map(problem).collect();
    let read: Vec<&str> =
        loading.facts.iter().filter(|fact| fact.body.is_some()).map(|fact| fact.id.as_str()).collect();
    let _ = writeln!(text, "read: {} records: {}", read.len(), read.join(", "));
    text.replace(root, "")
}

fn problem(problem: &Diagnostic) -> String {
    let severity = problem.severity.name();
    let mut text = format!("{severity}[{}] {}: {}\n", problem.code, problem.span, problem.message);
    text.extend(problem.excerpt.as_ref().map(marked));
    text.extend(problem.hint.as_ref().map(|hint| format!("  hint: {hint}\n")));
    text.push('\n');
    text
}

/// The line of an excerpt over a line that marks its part.
fn marked(excerpt: &Excerpt) -> String {
    let before = excerpt.text[..excerpt.start].chars().count();
    let marked = excerpt.text[excerpt.start..excerpt.end].chars().count();
    format!("  | {}\n  | {}{}\n", excerpt.text.trim_end(), " ".repeat(before), "^".repeat(marked.max(1)))
}
