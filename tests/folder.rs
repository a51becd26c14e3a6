//! Which files of a folder are read, with links, loops and everything else that a folder can hold.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use chancery::diagnostic::Code;
use chancery::read::{self, files, read_file};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// A folder for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let name = format!("chancery-folder-{}-{test}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: impl AsRef<Path>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "[]").unwrap();
    }

    fn link(&self, target: &str, name: &str) {
        symlink(target, self.0.join(name)).unwrap();
    }

    /// Checks the names of the files and, of each problem, its file and a part of its message.
    fn check(&self, expected: &[&str], problems: &[(&str, &str)]) {
        let (files, found) = files(&self.0);
        let root = format!("{}/", self.0.display());
        let names: Vec<&str> = files.iter().map(|file| file.name.strip_prefix(&root).unwrap()).collect();
        assert_eq!(names, expected, "{found:#?}");
        assert_eq!(found.len(), problems.len(), "{found:#?}");
        for (problem, (file, words)) in found.iter().zip(problems) {
            assert_eq!(problem.code, Code::Unreadable);
            assert_eq!(problem.span.to_string(), format!("{root}{file}"));
            assert!(problem.message.contains(words), "{problem:#?}");
        }
        for file in files {
            assert_eq!(read_file(&file).unwrap().bytes(), b"[]");
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn fact_files_in_the_order_of_their_bytes() {
    let folder = Folder::new("plain");
    for name in [
        "b.ron",
        "a/z.ron",
        "a.ron",
        "a/b/c.ron",
        "a-b.ron",
        "Z.ron",
        "й.ron",
        "x.ron/y.ron",
        "chancery.ron",
        "a/chancery.ron",
        "w.map.ron",
        ".hidden.ron",
        ".git/x.ron",
        "x.txt",
        "ron",
        "x.RON",
    ] {
        folder.write(name);
    }
    let expected =
        ["Z.ron", "a-b.ron", "a.ron", "a/b/c.ron", "a/chancery.ron", "a/z.ron", "b.ron", "x.ron/y.ron", "й.ron"];
    folder.check(&expected, &[]);
}

#[test]
fn links_are_followed_once() {
    let folder = Folder::new("links");
    let outside = Folder::new("links-outside");
    folder.write("z/real.ron");
    folder.write("other.txt");
    outside.write("far.ron");
    outside.write("deep/far.ron");
    folder.link("z/real.ron", "again.ron");
    folder.link("z", "z-again");
    folder.link("other.txt", "named.ron");
    folder.link("other.txt", "named-too.ron");
    folder.link("z/real.ron", "not-named");
    folder.link(outside.0.to_str().unwrap(), "outside");
    folder.link(outside.0.join("deep").to_str().unwrap(), "outside-deep");
    symlink(&folder.0, outside.0.join("back")).unwrap();
    folder.check(
        &["named-too.ron", "outside/deep/far.ron", "outside/far.ron", "z/real.ron"],
        &[("outside/back", "leads back")],
    );
}

#[test]
fn loops_end() {
    let folder = Folder::new("loops");
    folder.write("a/b/c.ron");
    folder.link("..", "a/up");
    folder.link(".", "a/b/self");
    folder.link("/", "a/b/root");
    folder.link("round.ron", "round.ron");
    folder.check(
        &["a/b/c.ron"],
        &[
            ("a/b/root", "leads back"),
            ("a/b/self", "leads back"),
            ("a/up", "leads back"),
            ("round.ron", "cannot read this"),
        ],
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = Folder::new("unreadable");
    folder.write("good.ron");
    folder.link("nowhere", "dangling.ron");
    folder.link("nowhere", "dangling");
    let fifo = folder.0.join("pipe.ron");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    assert!(made.unwrap().success());
    folder.link("pipe.ron", "pipe-link.ron");
    folder.link("/dev/zero", "zero.ron");
    folder.check(
        &["good.ron"],
        &[
            ("dangling", "leads nowhere"),
            ("dangling.ron", "leads nowhere"),
            ("pipe.ron", "not a regular file"),
            ("zero.ron", "not a regular file"),
        ],
    );
    let (_, problems) = files(&fifo);
    assert_eq!(problems.len(), 1);
}

#[test]
fn names_need_not_be_utf8() {
    let folder = Folder::new("bytes");
    folder.write(OsStr::from_bytes(b"a\xFF.ron"));
    folder.write(OsStr::from_bytes(b"\xFEd/b.ron"));
    folder.check(&["a\u{FFFD}.ron", "\u{FFFD}d/b.ron"], &[]);
}

#[test]
fn a_folder_may_be_a_file_a_link_or_missing() {
    let folder = Folder::new("root");
    folder.write("facts/.inner/a.ron");
    folder.write("one.ron");
    folder.write("one.txt");
    folder.link("facts/.inner", "linked");
    for (dir, count, words) in [
        ("one.ron", 1, None),
        ("linked", 1, None),
        ("facts/.inner", 1, None),
        ("facts/.inner/", 1, None),
        ("facts/.inner/.", 1, None),
        ("facts", 0, None),
        ("one.txt", 0, Some("neither a folder nor")),
        ("missing", 0, Some("no such file")),
        ("missing.ron", 0, Some("no such file")),
    ] {
        let (files, problems) = files(&folder.0.join(dir));
        assert_eq!(files.len(), count, "{dir}: {problems:#?}");
        assert_eq!(problems.len(), usize::from(words.is_some()), "{dir}: {problems:#?}");
        assert!(problems.iter().all(|problem| problem.message.contains(words.unwrap_or_default())));
    }
}

#[test]
fn settings_of_a_folder() {
    let folder = Folder::new("settings");
    let of = |dir: &str| read::settings(&folder.0.join(dir));
    assert_eq!(of(""), Ok(read::Settings::default()));
    assert_eq!(of("missing"), Ok(read::Settings::default()));
    fs::write(folder.0.join("chancery.ron"), "(name: \"Facts A\")").unwrap();
    assert_eq!(of("").unwrap().name.as_deref(), Some("Facts A"));
    assert_eq!(of("chancery.ron"), Ok(read::Settings::default()));
    fs::remove_file(folder.0.join("chancery.ron")).unwrap();
    folder.link("nowhere", "chancery.ron");
    assert_eq!(of("").unwrap_err().code, Code::Unreadable);
}
