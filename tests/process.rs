//! The program as a process among others: closed pipes, colours, output files, no writing where nothing was asked for.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn chancery(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(words).env_remove("CHANCERY_FACTS").env_remove("NO_COLOR").env("TERM", "xterm").stdin(Stdio::null());
    command
}

fn output(mut command: Command) -> Output {
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// A folder of this test's own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    for words in [["events", "-f", "csv"], ["events", "-f", "json"], ["export", "dot", "--"], ["--help", "-q", "-q"]] {
        let words: Vec<&str> = words.into_iter().filter(|word| *word != "--").collect();
        let mut child =
            chancery(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        // The reader goes before the program writes.
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("stderr is piped").read_to_string(&mut said).expect("stderr is text");
        let status = child.wait().expect("the program ends");
        assert!(!said.contains("panicked") && !said.contains("error"), "{words:?}: {said}");
        assert_eq!(status.code(), Some(0), "{words:?}");
    }
}

#[test]
fn a_closed_standard_error_does_not_stop_an_answer() {
    let mut child =
        chancery(&["meetings", "Xi"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    drop(child.stderr.take());
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("Medvedev"));
}

#[test]
fn colours_only_where_wanted() {
    let plain = |words: &[&str]| !text(&output(chancery(words)).stdout).contains('\u{1b}');
    assert!(plain(&["meetings", "Xi"]), "a pipe is no terminal");
    assert!(plain(&["meetings", "Xi", "--color", "never"]));
    assert!(!plain(&["meetings", "Xi", "--color", "always"]));
    for format in ["json", "jsonl", "csv", "tsv"] {
        assert!(plain(&["meetings", "Xi", "--color", "always", "-f", format]), "{format}");
    }
    let mut quiet = chancery(&["meetings", "Xi"]);
    quiet.env("NO_COLOR", "1");
    assert!(!text(&output(quiet).stdout).contains('\u{1b}'));
}

#[test]
fn an_output_file_is_replaced_as_a_whole() {
    let folder = Folder::new("output");
    let path = folder.0.join("answer.json");
    std::fs::write(&path, "old").expect("can be written");
    let target = path.to_str().expect("a plain path");
    let done = output(chancery(&["meetings", "Xi", "-f", "json", "-o", target]));
    assert!(done.status.success() && done.stdout.is_empty());
    let written = std::fs::read_to_string(&path).expect("can be read");
    assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok());
    let names: Vec<_> = std::fs::read_dir(&folder.0).expect("a folder").filter_map(Result::ok).collect();
    assert_eq!(names.len(), 1, "nothing is left beside it");

    let nowhere = folder.0.join("missing").join("answer.json");
    let failed = output(chancery(&["meetings", "Xi", "-o", nowhere.to_str().expect("a plain path")]));
    assert_eq!(failed.status.code(), Some(5));
    assert!(text(&failed.stderr).contains("could not be written"));
}

#[cfg(unix)]
#[test]
fn devices_are_written_to_and_standard_output_has_a_name() {
    let words = ["meetings", "Xi", "--during", "1990", "-q"];
    let plain = output(chancery(&words));
    for (file, expected) in [("/dev/null", String::new()), ("/dev/stdout", text(&plain.stdout))] {
        let done = output(chancery(&[&words[..], &["-o", file]].concat()));
        assert_eq!(text(&done.stdout), expected, "{file}");
        assert!(done.status.success() && !text(&done.stderr).contains("error"), "{file}");
    }
    // What others have written to the same file stays.
    let folder = Folder::new("appended");
    let path = folder.0.join("all.txt");
    let shared = std::fs::File::create(&path).expect("a file can be made");
    for part in ["/dev/stdout", "/dev/stdout"] {
        let mut command = chancery(&[&words[..], &["-o", part]].concat());
        assert!(command.stdout(shared.try_clone().expect("a second handle")).status().expect("starts").success());
    }
    assert_eq!(std::fs::read_to_string(&path).expect("text"), text(&plain.stdout).repeat(2));
    let mut closed = chancery(&["events", "-f", "json", "-o", "/dev/stdout"]);
    let mut child = closed.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("the program ends").code(), Some(0));
}

#[test]
fn files_are_named_as_they_would_be_typed_where_one_is() {
    let folder = Folder::new("named");
    std::fs::create_dir_all(folder.0.join("events")).expect("a folder can be made");
    std::fs::write(folder.0.join("chancery.ron"), "(name: \"A\")\n").expect("a file can be written");
    std::fs::write(folder.0.join("events/a.ron"), "[\n    Meeting(id: \"a\", when: \"2001\"),\n]\n").expect("a file");
    for (here, words, file) in [
        ("", ["check"].as_slice(), "events/a.ron"),
        ("", &["check", "--facts", "."], "events/a.ron"),
        ("", &["check", "events"], "events/a.ron"),
        ("events", &["check"], "../events/a.ron"),
        ("events", &["check", "a.ron"], "../events/a.ron"),
        ("events", &["check", "--facts", "."], "a.ron"),
    ] {
        let mut command = chancery(words);
        command.args(["-f", "github"]).current_dir(folder.0.join(here));
        let found = text(&output(command).stdout);
        assert!(found.starts_with(&format!("::error file={file},line=2,")), "{words:?} in `{here}`: {found}");
    }
    std::fs::write(folder.0.join("events/a.ron"), "[]\n").expect("a file can be written");
    let mut empty = chancery(&["stats"]);
    empty.current_dir(&folder.0);
    let empty = output(empty);
    assert_eq!(empty.status.code(), Some(4));
    assert!(
        text(&empty.stderr).starts_with("note: no record lies there; `chancery add KIND`"),
        "{}",
        text(&empty.stderr)
    );
    let mut lost = chancery(&["check", "--only", "parse"]);
    lost.current_dir(std::env::temp_dir());
    assert!(text(&output(lost).stderr).contains("checking the built-in facts"), "whose facts these are is said");
}

#[test]
fn facts_come_from_where_they_are_named() {
    let own = env!("CARGO_MANIFEST_DIR").to_owned() + "/tests/facts/two-people";
    let mut by_variable = chancery(&["meetings", "person-a", "-f", "json"]);
    by_variable.env("CHANCERY_FACTS", &own);
    let by_variable = output(by_variable);
    let by_option = output(chancery(&["meetings", "person-a", "-f", "json", "--facts", &own]));
    assert!(by_variable.status.success());
    assert!(!text(&by_variable.stderr).contains("built-in"));
    let rows = |output: &Output| {
        let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        value.get("rows").cloned().expect("rows")
    };
    assert_eq!(rows(&by_variable), rows(&by_option));

    // The nearest folder upwards that has settings is asked without being named.
    let folder = Folder::new("nearest");
    std::fs::create_dir_all(folder.0.join("deep/er")).expect("a folder can be made");
    std::fs::write(folder.0.join("chancery.ron"), "(name: \"Near\")").expect("can be written");
    std::fs::copy(own + "/facts.ron", folder.0.join("facts.ron")).expect("can be copied");
    let mut near = chancery(&["meetings", "person-a", "-f", "json"]);
    near.current_dir(folder.0.join("deep/er"));
    assert_eq!(rows(&output(near)), rows(&by_option));
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let once = output(chancery(&["timeline", "Medvedev", "-f", "json"]));
    let again = output(chancery(&["timeline", "Medvedev", "-f", "json"]));
    assert_eq!(text(&once.stdout), text(&again.stdout));
}

#[test]
fn names_in_files_cannot_speak_to_the_terminal() {
    let folder = Folder::new("escape");
    let facts =
        "[ Person(id: \"person-a\", name: \"Person \\u{1b}[31mA\"), Person(id: \"person-b\", name: \"B\\u{202e}\"),
        Source(id: \"s\", title: \"S\\u{7}\"),
        Meeting(id: \"m\", when: \"2001\", participants: [\"person-a\", \"person-b\"], source: \"s#\\u{1b}]0;x\") ]";
    std::fs::write(folder.0.join("facts.ron"), facts).expect("can be written");
    let path = folder.0.to_str().expect("a plain path");
    for words in [["meetings", "person-a"], ["meetings", "nobody"], ["show", "person-a"], ["search", "person"]] {
        let done = output(chancery(&[&words[..], &["--facts", path]].concat()));
        let all = text(&done.stdout) + &text(&done.stderr);
        assert!(!all.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{words:?}: {all:?}");
    }
}

/// A sample; all words with all slips are tried in process (`src/cli/typos`).
#[test]
fn slips_are_never_answered_and_the_right_word_is_named() {
    let cases: &[(&[&str], &str)] = &[
        (&["metings", "Xi"], "meetings"),
        (&["meetings", "Xi", "--wiht", "Putin"], "--with"),
        (&["meetings", "Xi", "--colums", "date"], "--columns"),
        (&["meetings", "Xi", "--columns", "dat"], "`date`"),
        (&["meetings", "Xi", "--sort", "dtae"], "`date`"),
        (&["meetings", "Xi", "-f", "jsno"], "json"),
        (&["meetings", "Xi", "--kind", "metting"], "`meeting`"),
        (&["meetings", "Xi", "--with-level", "ministr"], "`minister`"),
        (&["meetings", "Xi", "--last", "30x"], "30d"),
        (&["meetings", "Xi", "--during", "Decmber 2024"], "December 2024"),
        (&["meetings", "Xi", "--source", "cd-2024-12-14"], "cd-2024-12-13"),
        (&["meetings", "Xi", "--as", "presidnt"], "president"),
        (&["meetings", "Xi", "-output"], "--output"),
        (&["visits", "-o-verlapping"], "./-verlapping"),
        (&["meetings", "Medvedef"], "dmitry-medvedev"),
        (&["meetings", "foriegn minister of china"], "china-foreign-minister"),
        (&["offices", "--of", "chna"], "china"),
        (&["offices", "--of", "china", "--office", "ministr"], "minister"),
        (&["events", "--at", "Kazam"], "kazan"),
        (&["ask", "who did Xi meat in Kazan?"], "meet"),
        (&["ask", "who did Xi meet in Kazam?"], "kazan"),
        (&["help", "meetigns"], "meetings"),
        (&["help", "check", "missing-citaton"], "missing-citation"),
        (&["schema", "answr"], "answer"),
        (&["completions", "bsah"], "bash"),
    ];
    for (words, right) in cases {
        let done = output(chancery(words));
        let said = text(&done.stderr);
        assert!(matches!(done.status.code(), Some(2 | 3)) && done.stdout.is_empty(), "{words:?}: {said}");
        assert!(said.contains(right), "{words:?}: {said}");
    }
    // What is valid is named.
    let done = output(chancery(&["meetings", "Xi", "--during", "2023", "--limit", "1"]));
    assert!(text(&done.stdout).starts_with("Read as: ") && text(&done.stdout).contains("2023-01-01..2023-12-31"));
}

#[test]
fn an_empty_variable_is_as_good_as_none() {
    for words in
        [&["meetings", "Xi", "--during", "2024", "-f", "csv"][..], &["ask", "who did Xi meet today", "--dry-run"]]
    {
        let usual = output(chancery(words));
        let mut command = chancery(words);
        command.env("CHANCERY_FACTS", "").env("CHANCERY_TODAY", "");
        let empty = output(command);
        assert_eq!((usual.status.code(), text(&usual.stdout)), (empty.status.code(), text(&empty.stdout)), "{words:?}");
        assert_eq!(text(&usual.stderr), text(&empty.stderr), "{words:?}");
    }
}

/// Nobody prints a scroll by mistake.
#[test]
fn a_picture_that_fits_on_no_sheet_says_so() {
    let said = |words: &[&str]| text(&output(chancery(words)).stderr);
    let tall = ["draw", "sequence", "Xi", "--width-mm", "84"];
    assert!(said(&tall).contains("mm high, and a sheet of A4 297 mm; --during"), "{}", said(&tall));
    assert!(!said(&[&tall[..], &["-f", "html"]].concat()).contains("A4"), "a page of the web scrolls");
    assert!(!said(&[&tall[..], &["--during", "2024-10"]].concat()).contains("A4"));
}
