//! Imports into one folder beside each other: one at a time, whoever is killed meanwhile.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;

use chancery::write::{Intake, Turn};
use folder::{Folder, command, run};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Stdio};

fn rows(number: usize) -> String {
    let row = |number: usize| format!("Actor A\tConsult\tActor {number}\t2031-03-{:02}\n", number % 28 + 1);
    (0..number).map(row).collect()
}

/// An import that reads its rows from the test, and so goes on as long as the test wants.
fn begun(folder: &Folder, compiled: &[&str]) -> Child {
    let words = ["import", "events", "/dev/stdin", "--dataset", "slow", "--keep-mirrors", "--to", "facts"];
    let mut import = command(folder, &[&words, compiled].concat());
    let mut child = import.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let input = child.stdin.as_mut().expect("its input");
    input.write_all(rows(3).as_bytes()).expect("it reads");
    child
}

/// Waits until an import has its turn.
fn has_turn(dir: &Path) {
    while Turn::now(dir).expect("it can be looked at").is_some() {
        std::thread::yield_now();
    }
}

fn hidden(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with('.')).collect()
}

#[test]
fn a_second_import_waits_until_the_first_is_done() {
    for compiled in [&[] as &[&str], &["--compiled"]] {
        for is_old in [false, true] {
            let folder = Folder::new(&format!("turns-{}-{is_old}", compiled.len()));
            folder.file("rows.tsv", &rows(20));
            let dir = folder.0.join("facts");
            if is_old {
                folder.file("old.tsv", &rows(2));
                assert_eq!(run(&folder, &["import", "events", "old.tsv", "--to", "facts"]).code, Some(0));
            }
            let mut first = begun(&folder, compiled);
            has_turn(&dir);
            let words = ["import", "events", "rows.tsv", "--dataset", "quick", "--keep-mirrors", "--to", "facts"];
            let mut second = command(&folder, &[&words, compiled].concat());
            let mut second = second.stderr(Stdio::piped()).spawn().expect("the program starts");
            let mut said = BufReader::new(second.stderr.take().expect("its errors"));
            let mut line = String::new();
            said.read_line(&mut line).expect("it says something");
            assert!(line.contains("another import into facts is under way; this one begins when it is done"), "{line}");
            assert!(second.try_wait().expect("it can be asked").is_none(), "it waits");
            drop(first.stdin.take());
            assert!(first.wait().expect("it ends").success());
            assert!(second.wait().expect("it ends").success());
            drop(said.read_to_string(&mut line));
            let asked = run(&folder, &["stats", "--facts", "facts", "-f", "csv"]);
            for dataset in ["slow", "quick"] {
                let shown = run(&folder, &["show", &format!("{dataset}-e3"), "--facts", "facts"]);
                assert_eq!(shown.code, Some(0), "{shown:?} {asked:?}");
            }
            assert!(hidden(&dir).iter().all(|name| name == ".chancery"), "{:?}", hidden(&dir));
            assert_eq!(hidden(&folder.0), [""; 0]);
        }
    }
}

#[test]
fn a_killed_import_locks_nobody_out() {
    for compiled in [&[] as &[&str], &["--compiled"]] {
        let folder = Folder::new(&format!("turns-killed-{}", compiled.len()));
        folder.file("rows.tsv", &rows(20));
        let mut first = begun(&folder, compiled);
        has_turn(&folder.0.join("facts"));
        first.kill().expect("it can be killed");
        first.wait().expect("it ends");
        let done = run(&folder, &["import", "events", "rows.tsv", "--dataset", "quick", "--to", "facts"]);
        assert_eq!(done.code, Some(0), "{done:?}");
        assert!(!done.err.contains("under way"), "{}", done.err);
        assert_eq!(hidden(&folder.0), [""; 0]);
    }
}

#[test]
fn what_fails_leaves_no_folder() {
    let folder = Folder::new("turns-failed");
    folder.file("rows.tsv", &rows(20));
    folder.file("words.txt", "some words\n");
    for compiled in [&[] as &[&str], &["--compiled"]] {
        let words = ["import", "events", "rows.tsv", "words.txt", "--dataset", "set", "--to", "facts"];
        let done = run(&folder, &[&words, compiled].concat());
        assert_eq!(done.code, Some(5), "{done:?}");
        assert!(!folder.0.join("facts").exists());
        assert_eq!(hidden(&folder.0), [""; 0]);
    }
}

#[test]
fn there_is_one_turn_at_a_time() {
    let folder = Folder::new("turns-one");
    let dir = folder.0.join("facts");
    let first = Turn::now(&dir).expect("it can be locked").expect("nobody has it");
    assert!(Turn::now(&dir).expect("it can be looked at").is_none());
    // The folder is made while somebody waits beside it: the turn is that in the folder then.
    let waits = std::thread::spawn({
        let dir = dir.clone();
        move || Turn::wait(&dir).expect("it can be locked")
    });
    fs::create_dir(&dir).expect("can be made");
    let first = first.moved_in().expect("it can be locked");
    assert_eq!(hidden(&dir), [".chancery-import.lock"]);
    drop(first);
    let second = waits.join().expect("it has its turn");
    assert!(Turn::now(&dir).expect("it can be looked at").is_none());
    let intake = Intake::open(second, None).expect("it can be written to");
    assert!(Turn::now(&dir).expect("it can be looked at").is_none());
    drop(intake);
    assert!(Turn::now(&dir).expect("it can be looked at").is_some());
    assert_eq!(hidden(&dir), [""; 0]);
    assert_eq!(hidden(&folder.0), [""; 0]);
}
