//! The README and the pages on keeping facts and on tables of events are true: every command in them runs as printed, one
//! after the other in one folder, and prints what the page shows.
//!
//! `CHANCERY_UPDATE=1 cargo test --test readme` writes what the commands print, and the diagram, anew.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command of a page, with the lines that it shows as printed.
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

    /// Writes a file that the page tells to save.
    fn save(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }

    /// Runs a command as a shell would and gives what it prints, notes left aside.
    fn run(&self, typed: &str, folder: &Path) -> String {
        // Building again inside a test would wait for itself: the program under test stands for `cargo run`.
        let typed = typed.replace("cargo run --release --", "chancery");
        let bin = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().expect("a folder");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
        let mut shell = Command::new("sh");
        shell.args(["-c", &typed]).current_dir(self.0.join(folder)).env("PATH", path).env_remove("CHANCERY_FACTS");
        // Whoever reads the page has told git a name, and may have told it much else.
        shell.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        for (variable, value) in [("NAME", "Person A"), ("EMAIL", "a@example.org")] {
            shell.env(format!("GIT_AUTHOR_{variable}"), value).env(format!("GIT_COMMITTER_{variable}"), value);
        }
        let output = shell.stdin(Stdio::null()).output().expect("a shell starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        let errors: String =
            errors.lines().filter(|line| !line.starts_with("note:")).map(|line| format!("{line}\n")).collect();
        assert!(!errors.contains("panicked"), "{typed}: {errors}");
        let printed = String::from_utf8(output.stdout).expect("output is text") + &errors;
        assert!(output.status.success() || !printed.is_empty(), "{typed} failed without a word");
        printed
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
        let _ = writeln!(std::io::stderr(), "SKIPPED: dot is not installed, `{typed}` was not run");
    }
    missing
}

/// A file that the page tells to save in the block after "Save this as", as far as the page was read.
#[derive(Default)]
struct Saving {
    name: Option<String>,
    text: Option<String>,
}

impl Saving {
    /// Takes the next line outside of console blocks; gives the file at the end of its block.
    fn line(&mut self, line: &str) -> Option<(String, String)> {
        if let Some((_, rest)) = line.split_once("Save this as `") {
            self.name = rest.split('`').next().map(str::to_owned);
        }
        match &mut self.text {
            None => {
                self.text = (line == "```ron" && self.name.is_some()).then(String::new);
                None
            }
            Some(text) if line != "```" => {
                *text += &format!("{line}\n");
                None
            }
            Some(_) => self.name.take().zip(self.text.take()),
        }
    }
}

/// A page with what its commands print now, and how many were run.
fn renewed(text: &str, place: &Place) -> (String, usize) {
    let (mut renewed, mut run) = (String::new(), 0);
    let (mut saving, mut folder) = (Saving::default(), PathBuf::new());
    for part in blocks(text) {
        let shown = match part {
            Ok(shown) => shown,
            Err(line) => {
                renewed += &format!("{line}\n");
                if let Some((name, text)) = saving.line(&line) {
                    place.save(&name, &text);
                }
                continue;
            }
        };
        renewed += &format!("$ {}\n", shown.typed);
        if let Some(to) = shown.typed.strip_prefix("cd ") {
            folder.push(to);
        } else if !is_left_out(&shown.typed) {
            renewed += &place.run(&shown.typed, &folder);
            run += 1;
        }
    }
    (renewed, run)
}

fn check_page(name: &str, least: usize) {
    let path = root().join(name);
    let text = std::fs::read_to_string(&path).expect("there is such a page");
    let place = Place::new(&name.replace('/', "-"));
    let (renewed, run) = renewed(&text, &place);
    assert!(run > least, "only {run} commands were found in {name}");
    if updates() {
        std::fs::write(&path, renewed).expect("the page can be written");
    } else {
        assert_eq!(text, renewed, "CHANCERY_UPDATE=1 cargo test --test readme writes {name} anew");
    }
}

#[test]
fn every_command_of_the_readme_prints_what_is_shown() {
    check_page("README.md", 8);
}

#[test]
fn every_command_on_keeping_facts_prints_what_is_shown() {
    check_page("docs/keeping-facts.md", 12);
}

#[test]
fn every_command_on_tables_of_events_prints_what_is_shown() {
    check_page("docs/importing-events.md", 8);
}

#[test]
fn every_command_on_drawing_prints_what_is_shown() {
    check_page("docs/drawing.md", 5);
}

#[test]
fn the_first_screen_says_that_the_facts_are_a_sample() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    assert!(readme.lines().take(25).any(|line| line.contains("built-in facts are a **sample**")));
}

#[test]
fn the_diagram_is_what_the_exporter_draws() {
    let place = Place::new("diagram");
    let drawn = place.run("chancery export dot Medvedev --during 2024-12", Path::new(""));
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
