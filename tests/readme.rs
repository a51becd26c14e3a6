//! The README is true: every command in it runs as printed, and prints what the README shows.
//!
//! `CHANCERY_UPDATE=1 cargo test --test readme` writes what the commands print, and the diagram, anew.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command of the README, with the lines that it shows as printed.
struct Shown {
    typed: String,
    printed: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn updates() -> bool {
    std::env::var_os("CHANCERY_UPDATE").is_some()
}

/// Splits a text into what stands outside of console blocks, as it is, and the commands inside.
fn blocks(text: &str) -> Vec<Result<Shown, String>> {
    let mut parts: Vec<Result<Shown, String>> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let fence = if inside { "```" } else { "```console" };
        if line == fence {
            inside = !inside;
            parts.push(Err(line.to_owned()));
        } else if !inside {
            parts.push(Err(line.to_owned()));
        } else if let Some(typed) = line.strip_prefix("$ ") {
            parts.push(Ok(Shown { typed: typed.to_owned(), printed: Vec::new() }));
        } else if let Some(Ok(shown)) = parts.last_mut() {
            shown.printed.push(line.to_owned());
        }
    }
    parts
}

/// A folder with the program in it, in which the commands are run.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-readme-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    /// Writes the files that the text tells to save, each in the block after "Save this as".
    fn save_files(&self, text: &str) {
        for part in text.split("Save this as `").skip(1) {
            let (name, rest) = part.split_once('`').expect("the name ends");
            let file = rest.split("```ron\n").nth(1).and_then(|block| block.split("```").next()).expect("a block");
            let path = self.0.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            std::fs::write(path, file).expect("the file can be written");
        }
    }

    /// Runs a command as a shell would and gives what it prints, notes left aside.
    fn run(&self, typed: &str) -> String {
        // Building again inside a test would wait for itself: the program under test stands for `cargo run`.
        let typed = typed.replace("cargo run --release --", "chancery");
        let bin = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().expect("a folder");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
        let mut shell = Command::new("sh");
        shell.args(["-c", &typed]).current_dir(&self.0).env("PATH", path).env_remove("CHANCERY_FACTS");
        let output = shell.stdin(Stdio::null()).output().expect("a shell starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        let errors: String =
            errors.lines().filter(|line| !line.starts_with("note:")).map(|line| format!("{line}\n")).collect();
        assert!(!errors.contains("panicked"), "{typed}: {errors}");
        assert!(output.status.success() || !errors.is_empty(), "{typed} failed without a word");
        String::from_utf8(output.stdout).expect("output is text") + &errors
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What is not run here, and why. It is said loudly where something that should be there is missing.
fn is_left_out(typed: &str) -> bool {
    // These are the test run itself, and an installation into the user's home.
    if ["cargo test", "cargo install"].iter().any(|start| typed.starts_with(start)) {
        return true;
    }
    let needs_dot = typed.starts_with("dot ");
    let missing = needs_dot && Command::new("dot").arg("-V").output().is_err();
    if missing {
        let _ = writeln!(std::io::stderr(), "SKIPPED: dot is not installed, `{typed}` of the README was not run");
    }
    missing
}

#[test]
fn every_command_prints_what_is_shown() {
    let path = root().join("README.md");
    let text = std::fs::read_to_string(&path).expect("there is a README");
    let place = Place::new("commands");
    place.save_files(&text);
    let mut renewed = String::new();
    let mut run = 0;
    for part in blocks(&text) {
        let shown = match part {
            Ok(shown) => shown,
            Err(line) => {
                renewed += &format!("{line}\n");
                continue;
            }
        };
        renewed += &format!("$ {}\n", shown.typed);
        if is_left_out(&shown.typed) {
            continue;
        }
        renewed += &place.run(&shown.typed);
        run += 1;
    }
    assert!(run > 8, "only {run} commands were found");
    if updates() {
        std::fs::write(&path, renewed).expect("the README can be written");
    } else {
        assert_eq!(text, renewed, "CHANCERY_UPDATE=1 cargo test --test readme writes the README anew");
    }
}

#[test]
fn the_diagram_is_what_the_exporter_draws() {
    let place = Place::new("diagram");
    let drawn = place.run("chancery export dot Medvedev --during 2024-12");
    let path = root().join("docs/images/medvedev-2024-12.dot");
    if updates() {
        std::fs::write(&path, &drawn).expect("the drawing can be written");
        let svg = path.with_extension("svg");
        let status = Command::new("dot").arg("-Tsvg").arg(&path).arg("-o").arg(svg).status();
        assert!(status.is_ok_and(|status| status.success()), "Graphviz draws the diagram");
    }
    assert_eq!(std::fs::read_to_string(&path).expect("there is a drawing"), drawn);
}

#[test]
fn the_fact_shown_is_one_of_the_facts() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let start = readme.find("```ron\n").expect("a fact is shown") + "```ron\n".len();
    let fact = readme.get(start..).and_then(|rest| rest.split("```").next()).expect("the block ends");
    let loaded = chancery::read::read_texts([("readme.ron".to_owned(), format!("[{fact}]").into())]);
    assert_eq!(loaded.problems, []);
    let shown = &loaded.records.first().expect("one record").record;
    let facts = chancery::resolve::load_built_in().facts;
    let known = facts.get(shown.head.id.as_str()).expect("it is built in");
    let source = shown.evidence.source.first().expect("it names its source");
    let account = known.accounts.iter().find(|account| account.citation.as_ref() == Some(source));
    let people = |body: &chancery::record::Body| match body {
        chancery::record::Body::Event(event) => event.participations().map(|(_, one)| one.clone()).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(people(&shown.body), people(&account.expect("one of its accounts is the one shown").says));
}

#[test]
fn the_library_example_is_the_one_that_runs() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let shown = readme.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let library = std::fs::read_to_string(root().join("src/lib.rs")).expect("there is a library");
    let documentation = library.lines().filter_map(|line| line.strip_prefix("//!"));
    let documentation: String = documentation.map(|line| format!("{}\n", line.trim_start())).collect();
    assert!(documentation.contains(shown), "the example of the README is not the one in src/lib.rs, which is run");
}
