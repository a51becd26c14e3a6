//! Help: every example in it runs.
//!
//! They run in a shell, in a folder of their own with what they speak of: `facts` as `init --example` makes them, a copy of
//! it, and tables.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");

/// A folder of this test's own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("chancery-help-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn run(&self, line: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().expect("it lies in a folder");
        let old = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(program.to_owned()).chain(std::env::split_paths(&old));
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(&self.0).stdin(Stdio::null());
        shell
            .env("PATH", std::env::join_paths(paths).expect("paths"))
            .env_remove("CHANCERY_FACTS")
            .env_remove("CHANCERY_TODAY");
        shell.output().expect("the shell starts")
    }

    fn help(&self, words: &str) -> String {
        let output = self.run(&format!("chancery help {words}"));
        assert!(output.status.success(), "help {words}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("help is UTF-8")
    }

    /// What examples speak of.
    fn fill(&self) {
        assert!(self.run("chancery init --example facts && cp -r facts before").status.success());
        let copies = [
            ("import/events/icews", "events.2031.tab"),
            ("import/events/gdelt2", "20310102.export.CSV"),
            ("import/events/dyads", "events.tsv"),
            ("import/events/dyads", "quads.tsv"),
        ];
        for (from, to) in copies {
            fs::copy(format!("{TESTS}/{from}/input.tsv"), self.0.join(to)).expect("a table can be copied");
        }
        fs::write(self.0.join("table.csv"), "date,who,with\n2031-01-02,Person A,Person B\n")
            .expect("a table can be written");
        for name in ["visits", "travels"] {
            let copied = self.run(&format!("mkdir -p {name} && cp -r '{TESTS}/import/hsg/{name}' {name}/data"));
            assert!(copied.status.success(), "{name}");
        }
        fs::copy(format!("{TESTS}/import/hsg/visits/2030.xml"), self.0.join("visits/data/1970s.xml"))
            .expect("visits are there");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The names in the list of commands, and those of topics.
fn names(help: &str, from: &str, until: &str) -> Vec<String> {
    let list = help.split(from).nth(1).and_then(|rest| rest.split(until).next()).expect("there is a list");
    let lines = list.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn examples(help: &str) -> Vec<String> {
    let after = help.split("Examples:\n").nth(1).unwrap_or_default();
    let lines = after.lines().map_while(|line| line.strip_prefix("  "));
    lines.filter(|line| line.contains("chancery ")).map(str::to_owned).collect()
}

#[test]
fn every_example_runs() {
    let folder = Folder::new();
    folder.fill();
    let root = folder.help("");
    let mut pages = vec![String::new(), "import csv".to_owned(), "import events".to_owned(), "import hsg".to_owned()];
    pages.extend(names(&root, "Commands:\n", "\n\n"));
    let topics = names(&folder.help("topics"), ":\n", "\n\n");
    assert!(pages.len() > 35 && topics.len() == 14, "commands or topics were lost: {pages:?} {topics:?}");
    let mut failed = Vec::new();
    for page in pages.iter().chain(&topics) {
        let examples = examples(&folder.help(page));
        assert!(!examples.is_empty(), "`help {page}` has no examples");
        for example in examples {
            let output = folder.run(&example);
            // These say by their code that they found something.
            let may_find =
                ["chancery check", "chancery diff", "chancery fmt --check"].iter().any(|of| example.starts_with(of));
            if !(output.status.success() || may_find && output.status.code() == Some(1)) {
                failed.push(format!("{example}: {}", String::from_utf8_lossy(&output.stderr)));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn topics_are_offered() {
    let folder = Folder(std::env::temp_dir().join("chancery-help-none"));
    fs::create_dir_all(&folder.0).expect("a folder can be made");
    let output = folder.run("chancery help glosary");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("hint: chancery help glossary"));
}
