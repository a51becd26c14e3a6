//! Facts folders that no keeper would make and that cannot lie among the files of this project: each is made in a
//! temporary folder, gives its problem at its place, hides no other record and takes no long time.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use chancery::diagnostic::Code;
use chancery::resolve::{Loading, load_folder};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// More than any of these takes without optimization on a slow and busy machine, and less than a hang.
const LONGEST: Duration = Duration::from_secs(90);

const NEIGHBOUR: &str = "[\n    Person(id: \"person-a\", name: \"Person A\"),\n]\n";

/// A facts folder for one test with a readable file `a.ron`, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-hostile-{}-{test}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        let folder = Self(path);
        folder.write("a.ron", NEIGHBOUR);
        folder
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).unwrap();
    }

    fn check(&self, expected: &[(Code, &str)]) -> Loading {
        let loading = check(&self.0, expected);
        assert!(loading.facts.get("person-a").is_some_and(|fact| fact.body.is_some()), "the neighbour was lost");
        loading
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Loads a folder and compares code and place of every problem, the place without the folder.
fn check(dir: &Path, expected: &[(Code, &str)]) -> Loading {
    let begun = Instant::now();
    let loading = load_folder(dir);
    let taken = begun.elapsed();
    assert!(taken < LONGEST, "{taken:?}");
    let root = format!("{}/", dir.display());
    let place = |text: String| text.strip_prefix(&root).unwrap_or(&text).to_owned();
    let found: Vec<(Code, String)> =
        loading.problems.iter().map(|problem| (problem.code, place(problem.span.to_string()))).collect();
    let expected: Vec<(Code, String)> = expected.iter().map(|(code, place)| (*code, (*place).to_owned())).collect();
    assert_eq!(found, expected);
    loading
}

/// Counts the problems of each code where they are too many to list.
fn count(loading: &Loading, code: Code) -> usize {
    loading.problems.iter().filter(|problem| problem.code == code).count()
}

fn timed(folder: &Folder) -> Loading {
    let begun = Instant::now();
    let loading = load_folder(&folder.0);
    let taken = begun.elapsed();
    assert!(taken < LONGEST, "{taken:?}");
    loading
}

#[test]
fn a_line_of_ten_million_bytes() {
    let folder = Folder::new("line");
    let long = "x".repeat(10_000_000);
    folder.write(
        "b.ron",
        format!("[\nPerson(id: \"person-b\", name: \"{long}\", nmae: \"B\"),\nPerson(id: \"person-c\", name: \"C\")]"),
    );
    let loading = folder.check(&[(Code::Parse, "b.ron:2:10000034")]);
    assert!(loading.facts.get("person-c").is_some());
    assert!(loading.problems[0].excerpt.as_ref().unwrap().text.chars().count() < 200);
}

#[test]
fn a_million_nested_brackets() {
    for (open, close) in [("[", "]"), ("(", ")"), ("Some(", ")"), ("{1:", "}")] {
        let folder = Folder::new("nested");
        let [bomb, end] = [open, close].map(|unit| unit.repeat(1_000_000));
        for value in [bomb.clone(), format!("{bomb}1{end})")] {
            let text = format!("[\nPlace(id: \"b\", within: {value},\nPerson(id: \"person-b\", name: \"B\")\n]");
            folder.write("b.ron", text);
            let loading = timed(&folder);
            let [problem] = &loading.problems[..] else {
                panic!("{open}: {} problems", loading.problems.len());
            };
            assert_eq!((problem.code, problem.span.line), (Code::Parse, 2), "{open}");
            assert!(loading.facts.get("person-b").is_some() && loading.facts.get("person-a").is_some(), "{open}");
        }
    }
}

#[test]
fn a_file_of_brackets_alone() {
    let folder = Folder::new("alone");
    folder.write("b.ron", "[".repeat(1_000_000));
    folder.write("c.ron", "Some(".repeat(1_000_000));
    let loading = timed(&folder);
    assert!(loading.problems.iter().all(|problem| problem.code == Code::Parse));
    let has = |name: &str| loading.problems.iter().any(|problem| problem.span.file.ends_with(name));
    assert!(has("b.ron") && has("c.ron"));
}

#[test]
fn what_is_no_file() {
    let folder = Folder::new("no-file");
    fs::create_dir(folder.path("b.ron")).unwrap();
    fs::write(folder.path("b.ron/c.ron"), NEIGHBOUR.replace("person-a", "person-c")).unwrap();
    symlink("nowhere", folder.path("d.ron")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("e.ron")).status().unwrap().success());
    let loading = folder.check(&[(Code::Unreadable, "d.ron"), (Code::Unreadable, "e.ron")]);
    assert!(loading.facts.get("person-c").is_some(), "a folder may be called like a file");
}

#[test]
fn loops_of_links() {
    let folder = Folder::new("loops");
    fs::create_dir(folder.path("sub")).unwrap();
    symlink("..", folder.path("sub/up")).unwrap();
    symlink("self.ron", folder.path("self.ron")).unwrap();
    folder.check(&[(Code::Unreadable, "self.ron"), (Code::Unreadable, "sub/up")]);
}

#[test]
fn a_name_that_is_not_utf8() {
    let folder = Folder::new("name");
    folder.write(OsStr::from_bytes(b"b\xFF.ron"), "[\nPerson(nmae: \"B\"),\nPerson(id: \"person-b\", name: \"B\")]");
    let loading = folder.check(&[(Code::Parse, "b\u{FFFD}.ron:2:8")]);
    assert!(loading.facts.get("person-b").is_some());
}

#[test]
fn a_file_that_may_not_be_read() {
    let folder = Folder::new("permission");
    folder.write("b.ron", NEIGHBOUR);
    fs::set_permissions(folder.path("b.ron"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(folder.path("b.ron")).is_ok() {
        // Written past the capture of the test runner, so that it is seen.
        let why = "SKIPPED: this user may read every file, so none can be made unreadable by its permissions";
        let _ = writeln!(std::io::stderr(), "{why}");
        return;
    }
    folder.check(&[(Code::Unreadable, "b.ron")]);
}

#[test]
fn folders_that_are_none() {
    let folder = Folder::new("none");
    fs::create_dir(folder.path("empty")).unwrap();
    folder.write("notes.txt", "Notes.");
    let loading = check(&folder.path("empty"), &[]);
    assert!(loading.facts.is_empty());
    let missing = folder.path("missing");
    check(&missing, &[(Code::Unreadable, &missing.display().to_string())]);
    let notes = folder.path("notes.txt");
    check(&notes, &[(Code::Unreadable, &notes.display().to_string())]);
    assert_eq!(check(&folder.path("a.ron"), &[]).facts.len(), 1);
}

#[test]
fn settings_that_cannot_be_read() {
    let folder = Folder::new("settings");
    fs::create_dir(folder.path("chancery.ron")).unwrap();
    folder.check(&[(Code::Unreadable, "chancery.ron")]);
    fs::remove_dir(folder.path("chancery.ron")).unwrap();
    folder.write("chancery.ron", b"(name: \"\xFF\")");
    folder.check(&[(Code::Encoding, "chancery.ron:1:9")]);
}

/// A list of records, one for each number.
fn list(count: usize, record: impl Fn(usize) -> String) -> String {
    let records: Vec<String> = (0..count).map(record).collect();
    format!("[\n{}\n]\n", records.join(",\n"))
}

#[test]
fn many_problems_in_one_record() {
    let folder = Folder::new("many");
    let ids: Vec<String> = (0..20_000).map(|number| format!("\"nobody-{number}\"")).collect();
    let twice: Vec<&str> = vec!["\"paper-a#p1\""; 20_000];
    let meeting = |source: &str| format!("Meeting(id: \"m\", participants: [{}], source: {source})", ids.join(", "));
    let text = format!(
        "[\n{},\n{},\nRemark(id: \"r\", about: \"m\", text: \"A.\", source: [{}]),\n]",
        meeting("\"paper-a\""),
        meeting("\"paper-b\""),
        twice.join(", ")
    );
    folder.write("b.ron", text);
    let loading = timed(&folder);
    assert_eq!(count(&loading, Code::UnknownId), 20_002);
    assert_eq!(count(&loading, Code::EqualDuplicate), 1);
}

#[test]
fn many_accounts_of_one_fact() {
    let folder = Folder::new("accounts");
    let account = |number: usize| {
        format!(
            "Meeting(id: \"m\", when: \"2031-03-{:02}\", participants: [\"p-{number}\"], complete: true, source: \"paper#p{}\")",
            number % 28 + 1,
            number % 3
        )
    };
    folder.write("b.ron", list(10_000, account));
    let loading = timed(&folder);
    assert_eq!(count(&loading, Code::ContradictingDuplicate), 3);
    assert_eq!(loading.facts.get("m").unwrap().parts.len(), 10_000);
}

#[test]
fn long_chains_and_circles() {
    let folder = Folder::new("chains");
    let size = 10_000;
    let place = |number: usize| {
        let next = (number + 1) % size;
        format!(
            "Place(id: \"place-{number:05}\", name: \"P\", within: [\"place-{:05}\", \"place-{next:05}\"])",
            number / 2
        )
    };
    folder.write("b.ron", list(size, place));
    let same =
        |number: usize| format!("SameAs(id: \"same-{number}\", a: \"m{number}\", b: \"k{:05}\")", size - number / 2);
    folder.write("c.ron", list(size, same));
    let different =
        |number: usize| format!("Different(id: \"different-{number}\", a: \"m{number}\", b: \"x{number}\")");
    folder.write("d.ron", list(size, different));
    let loading = timed(&folder);
    assert!(count(&loading, Code::PartOfCycle) > 0);
}

#[test]
fn many_denials_and_retractions_of_one_fact() {
    let folder = Folder::new("denials");
    let size = 5_000;
    let account =
        |number: usize| format!("Meeting(id: \"m\", participants: [\"p-{number}\"], source: \"paper#p{number}\")");
    folder.write("b.ron", list(size, account));
    let denial =
        |number: usize| format!("Denial(id: \"d-{number}\", of: \"m\", who: \"p-{number}\", source: \"paper\")");
    folder.write("c.ron", list(size, denial));
    let retraction = |number: usize| {
        format!("Retraction(id: \"r-{number}\", of: \"m\", withdraws: \"paper#p{number}\", source: \"paper\")")
    };
    folder.write("d.ron", list(size, retraction));
    let loading = timed(&folder);
    assert!(loading.facts.get("m").unwrap().accounts.iter().all(|account| account.withdrawn));
}
