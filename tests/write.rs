//! The usual layout by example: each folder of `tests/write` holds an input, what becomes of it, and the problems.
//!
//! `CHANCERY_UPDATE=1 cargo test --test write` writes the expectations; read them as a diff.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::read::{SourceText, built_in, read_texts};
use chancery::write::{Formatted, format, format_settings};
use std::fs;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/write");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    cases
}

fn text(bytes: impl Into<Vec<u8>>) -> SourceText {
    SourceText::new("input.ron", bytes.into())
}

/// Compares with a file, or writes it; nothing is expected where there is no file.
fn hold(path: &Path, seen: Option<&str>) {
    if std::env::var_os("CHANCERY_UPDATE").is_some() {
        match seen {
            Some(seen) => fs::write(path, seen).expect("can be written"),
            None => drop(fs::remove_file(path)),
        }
    }
    assert_eq!(fs::read_to_string(path).ok().as_deref(), seen, "{}", path.display());
}

#[test]
fn each_input_gets_its_layout() {
    let cases = cases();
    assert!(cases.len() >= 10, "the cases are found");
    for case in cases {
        let input = fs::read(case.join("input.ron")).expect("an input");
        let Formatted { text: output, problems } = format(&text(input));
        let lines: String = problems.iter().map(|problem| format!("{} {}\n", problem.span, problem.message)).collect();
        hold(&case.join("output.ron"), output.as_deref());
        hold(&case.join("problems.txt"), Some(lines.as_str()).filter(|lines| !lines.is_empty()));
        if let Some(output) = output {
            let again = format(&text(output.clone())).text;
            assert_eq!(again.as_ref(), Some(&output), "{}: laid out twice", case.display());
        }
    }
}

/// What a text of facts says, and how far it could be read.
fn said(name: &str, bytes: Vec<u8>) -> String {
    let loaded = read_texts([(name.to_owned(), bytes)]);
    let records: Vec<_> = loaded.records.iter().map(|one| &one.record).collect();
    format!("{records:?} {}", loaded.digest)
}

#[test]
fn the_built_in_facts_keep_what_they_say() {
    let own = built_in::FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let every_field = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records/every-field.ron");
    let every_field = fs::read_to_string(every_field).expect("it is there");
    for (name, before) in own.chain([("every-field.ron".to_owned(), every_field)]) {
        let after = format(&text(before.clone())).text.expect("whole");
        assert_eq!(said(&name, before.into_bytes()), said(&name, after.clone().into_bytes()), "{name}");
        assert_eq!(format(&text(after.clone())).text, Some(after), "{name}");
    }
}

#[test]
fn settings_are_laid_out() {
    let check = |before: &str, after: Option<&str>| {
        assert_eq!(format_settings(&text(before)).text.as_deref(), after, "{before}");
        if let Some(after) = after {
            assert_eq!(format_settings(&text(after)).text.as_deref(), Some(after), "{before}");
        }
    };
    check("( version : \"1\",name:\"A\" )", Some("(name: \"A\", version: \"1\")\n"));
    check(
        "// a\n\n\n// b\n(// c\nname:\"A\") // d\n// e",
        Some("// a\n\n// b\n( // c\n    name: \"A\",\n) // d\n// e\n"),
    );
    check("", None);
    check("// nothing\n", None);
    check("(nmae: \"A\")", None);
    check("(name: \"A\"", None);
}
