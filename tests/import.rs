//! Imports into folders: nothing twice, nothing of somebody's changed, and whatever ends the program in between, the folder
//! is as it was or complete.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;

use chancery::read::sha256;
use folder::{Folder, command, run};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Every file below a folder, by path, hidden ones too.
fn files(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(dir).expect("it lies there").to_string_lossy().into_owned();
                found.insert(name, fs::read_to_string(&path).expect("it can be read"));
            }
        }
    }
    found
}

/// Rows of so many days in so many years, one each.
fn rows(years: u32, days: u32) -> String {
    let mut text = String::new();
    for (year, day) in (0..years).flat_map(|year| (0..days).map(move |day| (year, day))) {
        let date = format!("20{}-{:02}-{:02}", 30 + year, 1 + day / 28 % 12, 1 + day % 28);
        writeln!(text, "Actor {}\tMake a visit\tActor B\t{date}", day % 7).expect("a text");
    }
    text
}

const IMPORT: [&str; 6] = ["import", "events", "rows.tsv", "--dataset", "set", "--to"];

fn words(dir: &str) -> Vec<&str> {
    IMPORT.iter().copied().chain([dir]).collect()
}

#[test]
fn the_same_input_adds_nothing_and_a_longer_one_what_is_new() {
    let folder = Folder::new("import-again");
    folder.file("rows.tsv", &rows(2, 20));
    let done = run(&folder, &words("facts"));
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.out.contains("read 40 = kept 40 + merged 0 + skipped 0\n"), "{}", done.out);
    let first = files(&folder.0.join("facts"));
    let names: Vec<&str> = first.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["chancery.ron", "set/actors.ron", "set/events-2030.ron", "set/events-2031.ron", "set/source.ron"]
    );
    assert_eq!(run(&folder, &["fmt", "--check", "facts"]).code, Some(0));
    assert_eq!(run(&folder, &["check", "--facts", "facts"]).code, Some(0));
    let done = run(&folder, &words("facts"));
    assert!(done.out.contains("no record is new in facts\n49 records lay there already\n"), "{}", done.out);
    assert_eq!(files(&folder.0.join("facts")), first);
    // Somebody's changes and comments stay, and so does the order.
    let changed = first["set/events-2031.ron"].replace("role: Host", "role: Chair").replacen('[', "// Mine.\n[", 1);
    fs::write(folder.0.join("facts/set/events-2031.ron"), &changed).expect("can be written");
    folder.file("rows.tsv", &(rows(2, 20) + "Actor C\tConsult\tActor A\t2031-12-01\n"));
    let done = run(&folder, &words("facts"));
    assert!(done.out.contains("3 records added to facts: set/actors.ron, set/events-2031.ron\n"), "{}", done.out);
    let after = files(&folder.0.join("facts"));
    let event = "    Meeting(\n        id: \"set-e41\",\n        when: \"[2031-11-28..2031-12-01]\",\n        \
                 participants: [\"set-actor-c\", \"set-actor-a\"],\n        source: \"set#41\",\n    ),\n]\n";
    let expected = changed.strip_suffix("]\n").expect("a list").to_owned() + event;
    assert_eq!(after["set/events-2031.ron"], expected);
    assert!(done.out.contains("28 records lay there already\n21 records lay there with other words"), "{}", done.out);
    assert_eq!(after["set/events-2030.ron"], first["set/events-2030.ron"]);
}

#[test]
fn what_cannot_be_written_changes_nothing() {
    let folder = Folder::new("import-refused");
    folder.file("rows.tsv", &rows(1, 3));
    fs::create_dir_all(folder.0.join("facts/set")).expect("can be made");
    folder.file("facts/chancery.ron", "(name: \"Mine\")\n");
    folder.file("facts/set/actors.ron", "[ Organization(");
    let before = files(&folder.0.join("facts"));
    let done = run(&folder, &words("facts"));
    assert_eq!(done.code, Some(5), "{done:?}");
    assert!(done.err.contains("actors.ron is broken, so that nothing can be added to it"), "{}", done.err);
    assert_eq!(files(&folder.0.join("facts")), before);
    let done = run(&folder, &["import", "events", "none.tsv", "--to", "facts"]);
    assert_eq!(done.code, Some(5));
    assert!(done.err.contains("none.tsv could not be read: no such file or directory"), "{}", done.err);
    let done = run(&folder, &["import", "events", ".", "--dataset", "x", "--to", "facts"]);
    assert_eq!(done.code, Some(5), "{done:?}");
    folder.file("words.txt", "some words\n");
    let done = run(&folder, &["import", "events", "words.txt", "--to", "facts"]);
    assert_eq!(done.code, Some(5));
    assert!(done.err.contains("words.txt is no file of machine-coded events"), "{}", done.err);
    let done = run(&folder, &words("rows.tsv"));
    assert_eq!(done.code, Some(5), "{done:?}");
    assert_eq!(run(&folder, &["import", "events", "rows.tsv"]).code, Some(2));
    assert_eq!(
        run(&folder, &["import", "events", "rows.tsv", "rows.tsv", "--dataset", "x", "--dry-run"]).code,
        Some(2)
    );
    assert_eq!(run(&folder, &["import", "rows.tsv", "--dry-run"]).code, Some(2));
    assert_eq!(files(&folder.0.join("facts")), before);
}

#[test]
fn an_import_into_a_part_of_facts_makes_no_settings_of_its_own() {
    let folder = Folder::new("import-part");
    folder.file("rows.tsv", &rows(1, 3));
    folder.file("chancery.ron", "(name: \"Mine\")\n");
    assert_eq!(run(&folder, &words("coded")).code, Some(0));
    let names: Vec<String> = files(&folder.0.join("coded")).into_keys().collect();
    assert_eq!(names, ["set/actors.ron", "set/events-2030.ron", "set/source.ron"]);
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = Folder::new("import-dry");
    folder.file("rows.tsv", &rows(1, 30));
    let before = files(&folder.0);
    let done = run(&folder, &[words("facts"), vec!["--dry-run"]].concat());
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.out.contains("nothing was written"), "{}", done.out);
    assert_eq!(files(&folder.0), before);
}

#[test]
fn a_half_done_exchange_is_completed_by_the_next_import() {
    let folder = Folder::new("import-half");
    let dir = folder.0.join("facts");
    folder.file("rows.tsv", &rows(3, 10));
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    let old = files(&dir);
    folder.file("rows.tsv", &(rows(3, 10) + &rows(3, 5).replace("Actor B", "Actor C")));
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    let new = files(&dir);
    let exchanged: Vec<&String> = new.keys().filter(|name| old.get(*name) != new.get(*name)).collect();
    assert!(exchanged.len() >= 3, "{exchanged:?}");
    folder.file("nothing.tsv", "Actor A\tTorture\tActor B\t2030-01-01\n");
    for done in 0..=exchanged.len() {
        // As a program leaves it that was killed after so many files.
        for (name, text) in &old {
            fs::write(dir.join(name), text).expect("can be written");
        }
        fs::create_dir_all(dir.join(".chancery-import/new/set")).expect("can be made");
        let mut journal = String::new();
        for (number, name) in exchanged.iter().enumerate() {
            let place = if number < done { dir.join(name) } else { dir.join(".chancery-import/new").join(name) };
            fs::write(place, &new[*name]).expect("can be written");
            writeln!(journal, "{} {name}", sha256(old[*name].as_bytes())).expect("a text");
        }
        fs::write(dir.join(".chancery-import/journal"), journal).expect("can be written");
        let run = run(&folder, &["import", "events", "nothing.tsv", "--dataset", "other", "--to", "facts"]);
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.err.contains("was interrupted, and is now complete"), "{}", run.err);
        let mut now = files(&dir);
        assert!(now.remove("other/source.ron").is_some(), "{now:?}");
        assert_eq!(now, new, "after {done} files");
        fs::remove_dir_all(dir.join("other")).expect("can be removed");
    }
    // What somebody changed meanwhile is left, and what was only prepared is taken away.
    let name = exchanged.first().expect("one");
    fs::create_dir_all(dir.join(".chancery-import/new/set")).expect("can be made");
    fs::write(dir.join(".chancery-import/new").join(name), "[]\n").expect("can be written");
    fs::write(dir.join(".chancery-import/journal"), format!("{} {name}\n", sha256(b"else"))).expect("can be written");
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    assert_eq!(files(&dir), new);
    fs::create_dir_all(dir.join(".chancery-import/new/set")).expect("can be made");
    fs::write(dir.join(".chancery-import/new").join(name), "[]\n").expect("can be written");
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    assert_eq!(files(&dir), new);
}

/// Kills runs at moments spread over one, and looks at what each left.
fn killed(folder: &Folder, rounds: u32, mut reset: impl FnMut(), mut look: impl FnMut(u32)) {
    let words = words("facts");
    let time = |reset: &mut dyn FnMut()| {
        reset();
        let start = Instant::now();
        assert_eq!(run(folder, &words).code, Some(0));
        start.elapsed()
    };
    let mut whole = (0..2).map(|_| time(&mut reset)).max().expect("two runs");
    for round in 0..rounds {
        reset();
        let mut child = command(folder, &words).spawn().expect("the program starts");
        // Two in three at the end, where files are exchanged.
        let part = f64::from(round) / f64::from(rounds);
        let moment = if round % 3 == 0 { part } else { 0.6 + 0.5 * part };
        sleep(whole.mul_f64(moment).max(Duration::from_millis(1)));
        // A machine that is busier than it was lets a run take longer.
        if moment >= 0.9 && child.try_wait().expect("it can be asked").is_none() {
            whole = whole.mul_f64(1.3);
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        look(round);
    }
}

#[test]
fn a_killed_import_into_a_new_folder_leaves_none_or_all_of_it() {
    let folder = Folder::new("import-kill-new");
    let dir = folder.0.join("facts");
    folder.file("rows.tsv", &rows(4, 40));
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    let complete = files(&dir);
    let (mut none, mut all) = (0, 0);
    let reset = || drop(fs::remove_dir_all(&dir));
    killed(&folder, 50, reset, |round| match dir.exists() {
        false => none += 1,
        true => {
            all += 1;
            assert_eq!(files(&dir), complete, "round {round}");
        }
    });
    assert!(none > 0 && all > 0, "the kills fall before ({none}) and after ({all}) the end");
    drop(fs::remove_dir_all(&dir));
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    let left: Vec<String> = files(&folder.0).into_keys().filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, [""; 0], "what killed runs left beside is taken away");
}

#[test]
fn a_killed_import_into_an_old_folder_leaves_it_or_is_completed() {
    let folder = Folder::new("import-kill-old");
    let dir = folder.0.join("facts");
    folder.file("rows.tsv", &rows(8, 10));
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    let old = files(&dir);
    folder.file("rows.tsv", &(rows(8, 10) + &rows(8, 20).replace("Actor B", "Actor C")));
    assert_eq!(run(&folder, &words("facts")).code, Some(0));
    let new = files(&dir);
    folder.file("nothing.tsv", "Actor A\tTorture\tActor B\t2030-01-01\n");
    let (mut before, mut after) = (0, 0);
    let reset = || {
        drop(fs::remove_dir_all(&dir));
        for (name, text) in &old {
            let path = dir.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("can be made");
            fs::write(path, text).expect("can be written");
        }
    };
    killed(&folder, 50, reset, |round| {
        let left = files(&dir);
        let decided = left.contains_key(".chancery-import/journal");
        let shown: BTreeMap<String, String> = left.into_iter().filter(|(name, _)| !name.starts_with('.')).collect();
        assert!(decided || shown == old || shown == new, "round {round}");
        // The next import, of whatever else, makes it the one or the other.
        let next = ["import", "events", "nothing.tsv", "--dataset", "other", "--to", "facts"];
        assert_eq!(run(&folder, &next).code, Some(0), "round {round}");
        let mut now = files(&dir);
        now.remove("other/source.ron");
        assert!(now == if decided { new.clone() } else { shown }, "round {round}");
        if now == old { before += 1 } else { after += 1 }
    });
    assert!(before > 0 && after > 0, "the kills fall before ({before}) and after ({after}) the decision");
}
