//! Compiled facts between processes: killed while they compile, asked while others compile and a file changes, with a
//! compiled file that is damaged, and where nothing can be written beside the facts.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;

use folder::{Done, Folder, command, run};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

const QUESTION: [&str; 6] = ["meetings", "Person A", "-f", "csv", "--columns", "event_id"];

/// People and sources that never change, and more of them so that compiling takes a while.
fn steady() -> String {
    let mut text = String::from(
        r#"[Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"), Source(id: "s", title: "S"),"#,
    );
    text.extend((0..300).map(|number| format!("Topic(id: \"topic-{number}\", name: \"Topic {number}\"),")));
    text + "]"
}

/// A file of one meeting; all have one length.
fn changing(number: usize) -> String {
    format!(
        r#"[Meeting(id: "m-{number:04}", when: "2024-01-01", participants: ["person-a", "person-b"], source: "s")]"#
    )
}

fn made(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("chancery.ron", "()");
    folder.file("a.ron", &steady());
    folder.file("b.ron", &changing(0));
    folder
}

fn compiled(folder: &Folder) -> PathBuf {
    folder.0.join(".chancery/compiled")
}

#[track_caller]
fn asked(folder: &Folder) -> Done {
    let done = run(folder, &QUESTION);
    assert_eq!(done.code, Some(0), "{done:?}");
    done
}

/// The numbers of the meetings in an answer.
fn meetings(answer: &str) -> Vec<usize> {
    answer.lines().filter_map(|line| line.strip_prefix("m-")?.parse().ok()).collect()
}

#[test]
fn compile_says_where_and_verify_compares() {
    let folder = made("verify");
    let done = run(&folder, &["compile"]);
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    assert_eq!(done.out, "./.chancery/compiled: 304 facts, 3 edges\n");
    let done = run(&folder, &["compile", "--verify"]);
    assert_eq!(done.out, "what is compiled is what was read: 304 facts, 3 edges\n");
    folder.file("b.ron", &changing(1));
    let done = run(&folder, &["compile", "--verify"]);
    assert_eq!((done.code, done.out.as_str()), (Some(1), ""));
    assert!(done.err.contains("files were changed since"), "{}", done.err);
    assert_eq!(meetings(&asked(&folder).out), [1]);
    // The question has compiled them anew.
    assert_eq!(run(&folder, &["compile", "--verify"]).code, Some(0));
}

#[test]
fn no_cache_reads_the_files_and_writes_nothing() {
    let folder = made("no-cache");
    run(&folder, &["compile"]);
    let cached = asked(&folder);
    let before = fs::read(compiled(&folder)).expect("there");
    let fresh = run(&folder, &[&QUESTION[..], &["--no-cache"]].concat());
    assert_eq!(fresh.out, cached.out);
    folder.file("b.ron", &changing(2));
    assert_eq!(meetings(&run(&folder, &[&QUESTION[..], &["--no-cache"]].concat()).out), [2]);
    assert!(fs::read(compiled(&folder)).expect("there") == before, "nothing was written");
    fs::remove_dir_all(folder.0.join(".chancery")).expect("there");
    // A small folder is read as fast, and compiled only when that is asked for.
    assert_eq!(meetings(&asked(&folder).out), [2]);
    assert!(!folder.0.join(".chancery").exists());
}

#[test]
fn a_damaged_file_is_answered_rightly_and_made_anew() {
    let folder = made("damaged");
    run(&folder, &["compile"]);
    let whole = fs::read(compiled(&folder)).expect("there");
    let right = asked(&folder).out;
    let check = |bytes: &[u8], what: &str| {
        fs::remove_file(compiled(&folder)).expect("there");
        fs::write(compiled(&folder), bytes).expect("can be written");
        assert_eq!(asked(&folder).out, right, "{what}");
        assert_eq!(asked(&folder).out, right, "{what}");
    };
    check(&whole[..whole.len() / 2], "cut off");
    assert_eq!(fs::read(compiled(&folder)).expect("there").len(), whole.len());
    check(b"something else", "foreign");
    check(&[b'#'; 8192], "foreign and long");
    for at in (0..whole.len()).step_by(4999).chain(4096..4096 + 8) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        check(&bytes, &format!("byte {at}"));
    }
    check(&[], "empty");
    assert_eq!(run(&folder, &["compile", "--verify"]).code, Some(0));
}

#[test]
fn where_nothing_can_be_written_beside_the_facts_the_cache_folder_serves() {
    let folder = made("cache");
    let cache = Folder::new("cache-of-user");
    // Not even root can make a folder where a file is.
    folder.file(".chancery", "a file");
    let with_cache = |words: &[&str]| {
        let mut command = command(&folder, words);
        let output = command.env("XDG_CACHE_HOME", &cache.0).output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"))
    };
    let (code, said) = with_cache(&["compile"]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with(cache.0.to_str().expect("text")) && said.contains(".compiled: 304 facts"), "{said}");
    assert_eq!(with_cache(&["compile", "--verify"]).0, Some(0));
    assert_eq!(meetings(&with_cache(&QUESTION).1), [0]);
    assert_eq!(folder.read(".chancery"), "a file");
}

#[test]
fn a_kill_leaves_what_was_or_what_is_to_be() {
    let folder = made("kill");
    let start = Instant::now();
    run(&folder, &["compile"]);
    let takes = start.elapsed();
    for number in 1..40_usize {
        folder.file("b.ron", &changing(number));
        let mut child = command(&folder, &["compile"]).spawn().expect("the program starts");
        sleep(takes.mul_f64(1.3 * ((number * 37) % 40) as f64 / 40.0));
        let _ = child.kill();
        let _ = child.wait();
        assert_eq!(meetings(&asked(&folder).out), [number]);
    }
    // A kill may fall in the moment in which the new file has a name and not yet the right one. What is left then goes when
    // it is some minutes old.
    let left = || fs::read_dir(folder.0.join(".chancery")).expect("there").map(|entry| entry.expect("an entry").path());
    let beside = |path: &PathBuf| !path.ends_with("compiled") && !path.ends_with(".gitignore");
    fs::write(folder.0.join(".chancery/.compiled.left"), "left").expect("can be written");
    for path in left().filter(beside) {
        assert!(path.to_string_lossy().contains("/.compiled."), "{path:?}");
        let hour_ago = std::time::SystemTime::now() - Duration::from_secs(3600);
        fs::File::options().write(true).open(path).expect("there").set_modified(hour_ago).expect("can be set");
    }
    assert_eq!(run(&folder, &["compile"]).code, Some(0));
    assert_eq!(left().filter(beside).count(), 0);
}

/// How long the processes run beside each other: some seconds, or as many as are asked for.
fn soak() -> Duration {
    let seconds = std::env::var("CHANCERY_SOAK").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(5))
}

/// Puts a text in the place of a file: by another file, or in its own bytes.
fn put(folder: &Folder, number: usize) {
    let path = folder.0.join("b.ron");
    if number.is_multiple_of(2) {
        let beside = folder.0.join("b.new");
        fs::write(&beside, changing(number)).expect("can be written");
        fs::rename(beside, path).expect("can be renamed");
    } else {
        let mut file = fs::File::options().write(true).open(path).expect("there");
        file.write_all(changing(number).as_bytes()).expect("can be written");
    }
}

#[test]
fn two_compile_twenty_read_and_one_edits() {
    let folder = made("soak");
    run(&folder, &["compile"]);
    let (end, done) = (Instant::now() + soak(), AtomicBool::new(false));
    // The file holds `at_least`, and perhaps already `at_most`.
    let (at_least, at_most, answers) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let is_over = || done.load(Ordering::SeqCst) || Instant::now() > end;
    let until = |work: &(dyn Fn() + Sync)| {
        while !is_over() {
            work();
        }
    };
    let ask = || {
        let first = at_least.load(Ordering::SeqCst);
        let answer = asked(&folder);
        let last = at_most.load(Ordering::SeqCst);
        let seen = meetings(&answer.out);
        assert!(seen.len() == 1 && (first..=last).contains(&seen[0]), "{seen:?}, not of {first} to {last}");
        answers.fetch_add(1, Ordering::SeqCst);
    };
    let compile = || {
        let done = run(&folder, &["compile"]);
        assert!(done.code == Some(0) || done.err.contains("files were changed while they were read"), "{done:?}");
    };
    let edit = || {
        sleep(Duration::from_millis(150));
        let number = at_most.fetch_add(1, Ordering::SeqCst) + 1;
        put(&folder, number);
        at_least.store(number, Ordering::SeqCst);
    };
    scope(|threads| {
        threads.spawn(|| until(&edit));
        (0..2).for_each(|_| drop(threads.spawn(|| until(&compile))));
        (0..20).for_each(|_| drop(threads.spawn(|| until(&ask))));
    });
    assert!(answers.load(Ordering::SeqCst) >= 20 && at_least.load(Ordering::SeqCst) > 3);
    done.store(true, Ordering::SeqCst);
    assert_eq!(meetings(&asked(&folder).out), [at_least.load(Ordering::SeqCst)]);
    assert_eq!(run(&folder, &["compile"]).code, Some(0));
    assert_eq!(run(&folder, &["compile", "--verify"]).code, Some(0));
}

/// A command that the tests do not run by themselves stays out of the environment of the user.
#[test]
fn the_cache_folder_of_the_user_is_left_alone_beside_a_folder_that_can_be_written_to() {
    let (folder, cache) = (made("beside"), Folder::new("untouched"));
    let mut compile: Command = command(&folder, &["compile"]);
    assert!(compile.env("XDG_CACHE_HOME", &cache.0).status().expect("it runs").success());
    assert_eq!(fs::read_dir(&cache.0).expect("there").count(), 0);
}
