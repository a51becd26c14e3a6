//! Whatever ends the program while it writes, no fact is lost: killed at any moment, on a full disk.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;

use folder::{Folder, command, run};
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// So many files are laid out in one run, so that a kill falls between two of them as well.
const FILES: usize = 8;

fn crooked(number: usize) -> String {
    let records = (0..40).map(|record| format!("Topic(id:\"topic-{number}-{record}\",name:\"Topic\"),"));
    format!("[{}]", records.collect::<String>())
}

fn straight(number: usize) -> String {
    let records = (0..40).map(|record| format!("    Topic(id: \"topic-{number}-{record}\", name: \"Topic\"),\n"));
    format!("[\n{}]\n", records.collect::<String>())
}

/// Moments spread over a run, the same in each run of this test.
struct Moments(u64);

impl Moments {
    /// A moment between the start of a run and a little after its end.
    fn next(&mut self, run: Duration) -> Duration {
        // Knuth's linear congruential generator; its upper bits are even enough.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        run.mul_f64(1.25 * f64::from((self.0 >> 32) as u32) / f64::from(u32::MAX))
    }
}

/// One test at a time, so that a run takes as long as it was measured to take.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long a run takes that nobody kills.
fn duration(folder: &Folder, words: &[&str], mut before: impl FnMut()) -> Duration {
    let one = |_| {
        before();
        let start = Instant::now();
        assert_eq!(run(folder, words).code, Some(0));
        start.elapsed()
    };
    (0..3).map(one).max().expect("three runs")
}

/// Runs the program and kills it after a while, without a chance to tidy up.
fn killed(folder: &Folder, words: &[&str], after: Duration) {
    let mut child = command(folder, words).spawn().expect("the program starts");
    sleep(after);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
}

/// Every file of a folder. What a killed run left beside is hidden, so that nobody reads it, and is taken away here.
fn contents(folder: &Folder, whole: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(&folder.0).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        if name.starts_with('.') {
            assert!(whole(&text), "{name} is half a file: {text}");
            std::fs::remove_file(path).expect("can be removed");
        } else {
            found.insert(name, text);
        }
    }
    found
}

#[test]
fn a_killed_fmt_leaves_whole_files() {
    let _turn = turn();
    let folder = Folder::new("kill-fmt");
    let reset = || (0..FILES).for_each(|number| drop(folder.file(&format!("{number}.ron"), &crooked(number))));
    let inode = || std::fs::metadata(folder.0.join("0.ron")).expect("it is there").ino();
    reset();
    let before = inode();
    let run = duration(&folder, &["fmt", "."], reset);
    assert_ne!(inode(), before, "a file is replaced, never written in place");
    let mut moments = Moments(1);
    let (mut untouched, mut between) = (0, 0);
    for round in 0..120 {
        reset();
        killed(&folder, &["fmt", "."], moments.next(run));
        let found = contents(&folder, |text| (0..FILES).any(|number| text == straight(number)));
        assert_eq!(found.len(), FILES, "round {round}");
        let done = (0..FILES).filter(|number| {
            let text = &found[&format!("{number}.ron")];
            assert!(*text == crooked(*number) || *text == straight(*number), "round {round}: {text}");
            *text == straight(*number)
        });
        match done.count() {
            0 => untouched += 1,
            FILES => {}
            _ => between += 1,
        }
    }
    assert!(untouched > 0 && between > 0, "the kills fall before ({untouched}) and between ({between}) files");
}

#[test]
fn a_killed_add_loses_no_record() {
    let _turn = turn();
    let folder = Folder::new("kill-add");
    folder.file("chancery.ron", "()\n");
    let before = straight(0);
    let after = before.replace("]\n", "    Topic(id: \"topic-new\", name: \"New\"),\n]\n");
    let words = ["add", "topic", "--id", "topic-new", "--name", "New", "--file", "0.ron"];
    let reset = || drop(folder.file("0.ron", &before));
    let run = duration(&folder, &words, reset);
    let mut moments = Moments(2);
    let (mut kept, mut added) = (0, 0);
    for round in 0..80 {
        reset();
        killed(&folder, &words, moments.next(run));
        let found = contents(&folder, |text| text == after);
        assert_eq!(found.len(), 2, "round {round}");
        let text = &found["0.ron"];
        assert!(*text == before || *text == after, "round {round}: {text}");
        match *text == before {
            true => kept += 1,
            false => added += 1,
        }
    }
    assert!(kept > 0 && added > 0, "the kills fall before ({kept}) and after ({added}) the change");
}

/// A small disk of its own; none where mounting is not allowed.
struct Disk(Folder);

impl Disk {
    fn new(name: &str) -> Option<Self> {
        let folder = Folder::new(name);
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"]).arg(&folder.0).output();
        mount.is_ok_and(|mount| mount.status.success()).then_some(Self(folder))
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut file = std::fs::File::create(self.0.0.join("filler.txt")).expect("can be made");
        while file.write_all(&[b'x'; 512]).is_ok() {}
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0.0).status();
    }
}

#[test]
fn a_full_disk_loses_no_fact() {
    let Some(disk) = Disk::new("full") else {
        // Written past the capture of the test's output, so that it is seen.
        let line = "SKIPPED: a small disk cannot be mounted here, so nothing shows what happens on a full one";
        let _ = writeln!(std::io::stderr(), "{line}");
        return;
    };
    let folder = &disk.0;
    folder.file("chancery.ron", "()\n");
    folder.file("0.ron", &crooked(0));
    disk.fill();
    let done = run(folder, &["fmt", "."]);
    assert_eq!(done.code, Some(5), "{done:?}");
    assert!(done.err.contains("0.ron was not laid out: no space left on device"), "{}", done.err);
    let done = run(folder, &["add", "topic", "--id", "topic-new", "--name", "New", "--file", "0.ron"]);
    assert_eq!(done.code, Some(5), "{done:?}");
    assert!(done.err.contains("0.ron could not be written: no space left on device"), "{}", done.err);
    let found = contents(folder, |_| false);
    assert_eq!(found["0.ron"], crooked(0));
    assert_eq!(found.len(), 3);
}
