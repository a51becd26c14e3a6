//! Every check: its page, its example, and a folder of input with the exact output.
//!
//! Each folder of `tests/diagnostics/` is named for a check and holds `facts/`, read as a facts folder, and
//! `expected.txt`, everything that all checks find there. After a wanted change one command writes all expectations and
//! `docs/checks.md` anew; read them before committing:
//!
//! ```text
//! CHANCERY_UPDATE=1 cargo test --test diagnostics
//! ```

#![expect(clippy::unwrap_used, reason = "a test stops where it can not go on")]

use chancery::check::{ALL, Finding, all_pages, check};
use chancery::diagnostic::{Code, Excerpt};
use chancery::read::{read_folder, read_texts};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What records cannot show: it is in the files, or in their length.
const WITHOUT_EXAMPLE: [Code; 4] = [Code::Unreadable, Code::Encoding, Code::QuoteTooLong, Code::FileNotFormatted];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn every_code_has_a_check_and_every_check_a_folder() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let checks: BTreeSet<&str> = ALL.iter().map(|check| check.name()).collect();
    assert_eq!(checks, codes);
    assert_eq!(checks.len(), ALL.len(), "a check is listed twice");
    let folders = fs::read_dir(root().join("tests/diagnostics")).unwrap();
    let folders: BTreeSet<String> = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let expected: BTreeSet<String> = checks.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(folders, expected, "tests/diagnostics has one folder a check");
    for name in checks {
        let file = root().join("src/check").join(format!("{}.rs", name.replace('-', "_")));
        assert!(file.is_file(), "{name} has no file of its own");
    }
}

#[test]
fn every_folder_gives_what_is_expected() {
    let wrong: Vec<String> = ALL.iter().filter_map(|one| gallery(one.name()).err()).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Holds the findings in one folder against what is expected, or writes them down.
fn gallery(name: &str) -> Result<(), String> {
    let folder = root().join("tests/diagnostics").join(name);
    let facts = folder.join("facts");
    let report = check(&read_folder(&facts), &[]);
    if !report.findings.iter().any(|finding| finding.problem.code.name() == name) {
        return Err(format!("{name}: its own check finds nothing"));
    }
    let mut seen: String = report.findings.iter().map(drawn).collect();
    for one in &report.accepted {
        let _ = writeln!(seen, "accepted by {}: {}", one.by, one.finding.problem.message);
    }
    let seen = seen.replace(&format!("{}/", facts.display()), "");
    let path = folder.join("expected.txt");
    if env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(path, seen).unwrap();
        return Ok(());
    }
    match fs::read_to_string(path) {
        Ok(expected) if expected == seen => Ok(()),
        Ok(expected) => Err(format!("{name}: expected\n{expected}\nbut seen\n{seen}")),
        Err(_) => Err(format!("{name}: there is no `expected.txt`; seen\n{seen}")),
    }
}

fn drawn(finding: &Finding) -> String {
    let problem = &finding.problem;
    let mut text = format!("{}[{}] {}: {}\n", problem.severity.name(), problem.code, problem.span, problem.message);
    text.extend(problem.excerpt.as_ref().map(marked));
    text.extend(problem.hint.as_ref().map(|hint| format!("  hint: {hint}\n")));
    text.extend(finding.fix.as_ref().map(|_| "  can be mended by --fix\n"));
    text.push('\n');
    text
}

/// The line of an excerpt over a line that marks its part.
fn marked(excerpt: &Excerpt) -> String {
    let before = excerpt.text[..excerpt.start].chars().count();
    let marked = excerpt.text[excerpt.start..excerpt.end].chars().count();
    format!("  | {}\n  | {}{}\n", excerpt.text.trim_end(), " ".repeat(before), "^".repeat(marked.max(1)))
}

#[test]
fn examples_are_wrong_and_right_as_they_say() {
    for one in ALL {
        let page = one.page;
        for text in [page.what, page.why, page.mend] {
            assert!(text.len() > 10 && text.ends_with('.'), "{}: {text}", one.name());
        }
        assert_eq!(page.wrong.is_empty(), WITHOUT_EXAMPLE.contains(&one.code), "{}", one.name());
        let found = |records: &str| -> Vec<Code> {
            let text = ("a.ron".to_owned(), format!("[\n{records}\n]\n").into_bytes());
            check(&read_texts([text]), &[]).findings.iter().map(|finding| finding.problem.code).collect()
        };
        if !page.wrong.is_empty() {
            assert!(found(page.wrong).contains(&one.code), "{} finds nothing in its example", one.name());
            // Examples are as short as can be, and their layout is not what they are about.
            let beside = [Code::UnusedSource, Code::FileNotFormatted];
            let left: Vec<Code> = found(page.right).into_iter().filter(|code| !beside.contains(code)).collect();
            assert_eq!(left, [], "{}: the mended example", one.name());
        }
    }
}

#[test]
fn loading_gives_the_severity_that_the_page_says() {
    for one in ALL {
        let report = check(&read_folder(&root().join("tests/diagnostics").join(one.name()).join("facts")), &[]);
        for finding in report.findings.iter().filter(|finding| finding.problem.code == one.code) {
            assert_eq!(finding.problem.severity, one.severity, "{}", one.name());
        }
    }
}

#[test]
fn the_page_in_the_documentation_is_that_of_the_program() {
    let path = root().join("docs/checks.md");
    if env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(&path, all_pages()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), all_pages(), "CHANCERY_UPDATE=1 cargo test --test diagnostics");
}
