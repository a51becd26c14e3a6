//! The tables of `docs/importing.md`, imported by their maps; what comes out is compared with files.

use crate::kept::{Kept, imported, map};
use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::import::table_map::{Imported, import};
use chancery::query::{Meetings, Query, Scope};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Everything that an import gives, as one text.
fn shown(imported: &Imported, kept: &Kept) -> String {
    let tally = &imported.tally;
    let mut shown = format!(
        "// read {} = kept {} + merged {} + skipped {}\n",
        tally.read,
        tally.kept,
        tally.merged,
        tally.skipped.len()
    );
    for skipped in &tally.skipped {
        writeln!(shown, "// {}:{}: {}", skipped.file, skipped.line, skipped.reason).unwrap();
    }
    for note in &imported.notes {
        writeln!(shown, "// note: {}:{}: {}", note.file, note.line, note.text).unwrap();
    }
    for (name, text) in kept.texts() {
        write!(shown, "\n// {name}\n{}", String::from_utf8(text).unwrap()).unwrap();
    }
    shown
}

fn check(name: &str) {
    let folder = root().join("examples/import");
    let table = fs::read(folder.join(format!("{name}.csv"))).unwrap();
    let map = map(&fs::read_to_string(folder.join(format!("{name}.map.ron"))).unwrap());
    let mut kept = Kept::default();
    let imported = import(table.as_slice(), &format!("{name}.csv"), &map, &mut kept).unwrap();
    assert!(imported.tally.is_balanced());
    assert_eq!(kept.bytes, table.len() as u64);
    let expected = root().join(format!("tests/import_csv/{name}.txt"));
    let seen = shown(&imported, &kept);
    if std::env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(&expected, &seen).unwrap();
    }
    assert_eq!(seen, fs::read_to_string(expected).unwrap());
    let problems = kept.facts(&[]).problems;
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn engagements() {
    check("engagements");
}

#[test]
fn conversations() {
    check("conversations");
}

#[test]
fn uncertain_rows_are_possible() {
    let folder = root().join("examples/import");
    let map = map(&fs::read_to_string(folder.join("conversations.map.ron")).unwrap());
    let (_, kept) = imported(&fs::read(folder.join("conversations.csv")).unwrap(), &map);
    let graph = KnowledgeGraph::new(kept.facts(&[]).facts);
    let who = |name: &str| name.parse::<Id>().unwrap().into();
    let during = |text: &str| Scope::during(Period::parse(text, Day::MIN).unwrap());
    let counts = |text: &str| {
        let meetings = Meetings { who: who("person-a"), with: None, scope: during(text) };
        let answer = Query::Meetings(meetings).answer(&graph);
        (answer.count.certain, answer.left_out.possible)
    };
    // `C-004` has no date, and so may have been on any day.
    assert_eq!(counts("1974-05-03"), (1, 1));
    assert_eq!(counts("1974-05-10"), (0, 2));
    assert_eq!(counts("1974-06-08"), (0, 2));
}
