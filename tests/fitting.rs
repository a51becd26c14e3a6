//! What other programs are told about this one is true: the hooks of pre-commit, the workflow, and what editors look for
//! in the text of `check`. Every command that stands there is run.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::panic, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;
#[path = "fitting/yaml.rs"]
mod yaml;

use folder::{Done, Folder, run};
use regex::Regex;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use yaml::{load, merged, read, text, texts};

const MISTAKES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/facts/fifty-mistakes");
const WORKFLOW: &str = "docs/examples/facts-workflow.yml";

/// Runs a line as a workflow does, with the program in reach.
fn shell(folder: &Folder, line: &str, environment: &[(String, String)]) -> Done {
    let bin = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().expect("a folder");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut bash = Command::new("bash");
    bash.args(["-e", "-c", line]).current_dir(&folder.0).env_remove("CHANCERY_FACTS").env("NO_COLOR", "1");
    bash.env("PATH", path).envs(environment.iter().cloned()).stdin(Stdio::null());
    let output = bash.output().expect("bash starts");
    let text = |bytes| String::from_utf8(bytes).expect("output is text");
    Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A hook as it runs on files that were staged: its exit code; a hook that none of them concerns is skipped.
fn hook(id: &str, folder: &Folder, files: &[&str]) -> Option<i32> {
    let hooks = load(".pre-commit-hooks.yaml");
    let hook = hooks.as_array().expect("a list").iter().find(|hook| hook["id"] == id).expect("it is there");
    let wanted = Regex::new(&text(&hook["files"])).expect("files is a pattern");
    let mut files: Vec<&str> = files.iter().copied().filter(|file| wanted.is_match(file)).collect();
    if files.is_empty() && hook["always_run"] != true {
        return None;
    }
    files.retain(|_| hook["pass_filenames"] != false);
    let entry = text(&hook["entry"]);
    let args = texts(&hook["args"]);
    let words: Vec<&str> = entry.split(' ').chain(args.iter().map(String::as_str)).chain(files).collect();
    assert_eq!(words[0], "chancery");
    run(folder, &words[1..]).code
}

#[test]
fn the_hooks_do_what_they_are_named_for() {
    let folder = Folder::new("fit-hooks");
    assert_eq!(run(&folder, &["init", "--example", "."]).code, Some(0));
    assert_eq!(hook("chancery-fmt", &folder, &["people.ron", "chancery.ron", "notes.txt"]), Some(0));
    assert_eq!(hook("chancery-check", &folder, &["people.ron"]), Some(0));
    folder.file("people.ron", &folder.read("people.ron").replace("    Person(", "  Person("));
    let crooked = folder.read("people.ron");
    assert_eq!(hook("chancery-check", &folder, &["people.ron"]), Some(1), "a layout of one's own is a warning");
    assert_eq!(hook("chancery-fmt", &folder, &["people.ron"]), Some(0));
    assert_ne!(folder.read("people.ron"), crooked, "a hook that changes files makes the commit fail");
    assert_eq!(hook("chancery-check", &folder, &["people.ron"]), Some(0));
    folder.file("people.ron", "[]\n");
    assert_eq!(hook("chancery-check", &folder, &["people.ron"]), Some(1), "other files miss the people");
    std::fs::remove_file(folder.0.join("people.ron")).expect("it can be deleted");
    assert_eq!(hook("chancery-fmt", &folder, &[]), None);
    assert_eq!(hook("chancery-check", &folder, &[]), Some(1), "pre-commit names no file that is deleted");
}

#[test]
fn the_hooks_are_whole_and_the_configuration_names_them() {
    let hooks = load(".pre-commit-hooks.yaml");
    let hooks = hooks.as_array().expect("a list");
    for hook in hooks {
        for field in ["id", "name", "description", "entry", "language", "files"] {
            assert!(hook[field].is_string(), "{field} of {hook}");
        }
        assert_eq!(hook["language"], "rust", "it is built from the checkout that pre-commit makes");
    }
    let configuration = load("docs/examples/pre-commit-config.yaml");
    let named = configuration["repos"][0]["hooks"].as_array().expect("hooks are named");
    let ids = |hooks: &[Value]| hooks.iter().map(|hook| text(&hook["id"])).collect::<Vec<_>>();
    assert_eq!(ids(named), ids(hooks));
}

#[test]
fn the_page_on_keeping_facts_shows_them_all() {
    let page = read("docs/keeping-facts.md");
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples")).expect("a folder");
    let names: Vec<String> = files.map(|file| file.expect("a file").file_name().display().to_string()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
    for name in names {
        assert!(page.contains(&format!("(examples/{name})")), "{name} is not linked");
        let is_long = matches!(name.as_str(), "facts-workflow.yml" | "tasks.json");
        assert!(is_long || page.contains(&read(&format!("docs/examples/{name}"))), "{name} is not shown as it is");
    }
}

/// The commands of a job, without the one that installs the program.
fn commands(workflow: &Value, job: &str) -> Vec<String> {
    let steps = workflow["jobs"][job]["steps"].as_array().expect("a job has steps");
    let lines = steps.iter().filter_map(|step| Some(step["run"].as_str()?.to_owned()));
    lines.filter(|line| !line.starts_with("cargo install --locked --git ")).collect()
}

/// What each command of a job leaves, and what the job tells about itself.
fn job(name: &str, folder: &Folder) -> (Vec<Done>, String) {
    let workflow = load(WORKFLOW);
    let shared = workflow["env"].as_object().expect("a table").iter();
    let mut environment: Vec<(String, String)> = shared.map(|(name, value)| (name.clone(), text(value))).collect();
    let summary = Folder::new(&format!("fit-summary-{}", folder.0.file_name().expect("a name").display()));
    environment.push(("GITHUB_STEP_SUMMARY".to_owned(), summary.file("all.md", "").display().to_string()));
    let done = commands(&workflow, name).iter().map(|line| shell(folder, line, &environment)).collect();
    (done, summary.read("all.md"))
}

fn codes(done: &[Done]) -> Vec<Option<i32>> {
    done.iter().map(|done| done.code).collect()
}

#[test]
fn the_workflow_reviews_a_change() {
    let good = merged("fit-good", |folder| {
        let words = ["add", "person", "--id", "person-b", "--name", "Person B", "--file", "people.ron"];
        assert_eq!(run(folder, &words).code, Some(0));
    });
    let (done, summary) = job("review", &good);
    assert_eq!(codes(&done), [Some(0), Some(0), Some(0)], "{done:?}");
    assert!(summary.contains("## Added") && summary.contains("| person-b | person | Person B |"), "{summary}");

    let bad = merged("fit-bad", |folder| {
        folder.file("more.ron", "[Call(id: \"call-a\", when: \"2001-02-30\", participants: [\"person-z\"])]\n");
    });
    let (done, summary) = job("review", &bad);
    assert_eq!(codes(&done), [Some(4), Some(1), Some(0)], "{done:?}");
    assert!(done[1].out.contains("::error file=more.ron,line=1,col="), "{}", done[1].out);
    assert!(summary.contains("0 added"), "what could not be read is not compared: {summary}");
    let (done, _) = job("findings", &bad);
    assert_eq!(codes(&done), [Some(0)], "{done:?}");
    let found: Value = serde_json::from_str(&bad.read("findings.sarif")).expect("SARIF is JSON");
    assert_eq!(
        found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "more.ron"
    );
}

#[test]
fn the_workflow_may_do_no_more_than_it_must() {
    let workflow = load(WORKFLOW);
    assert_eq!(workflow["permissions"], serde_json::json!({"contents": "read"}));
    let pinned = Regex::new("^[a-z-]+/[a-z/-]+@[0-9a-f]{40}$").expect("a pattern");
    for (name, job) in workflow["jobs"].as_object().expect("jobs") {
        let writes = job["permissions"].as_object().into_iter().flatten().filter(|(_, may)| *may == "write");
        let writes: Vec<&String> = writes.map(|(what, _)| what).collect();
        let is_findings = name == "findings";
        assert_eq!(writes, if is_findings { vec!["security-events"] } else { vec![] }, "{name}");
        assert_eq!(is_findings, job["if"] == "github.event_name == 'push'", "nothing of a stranger's branch writes");
        assert!(job["timeout-minutes"].is_u64(), "{name}");
        for uses in job["steps"].as_array().expect("steps").iter().filter_map(|step| step["uses"].as_str()) {
            assert!(pinned.is_match(uses), "{uses} is not pinned to a commit");
        }
    }
    // A checkout of the merged state alone would have nothing to compare with.
    assert_eq!(workflow["jobs"]["review"]["steps"][0]["with"]["fetch-depth"], 2);
}

/// A finding as an editor lists it: severity, check, message, file, line, column.
type Found = (String, String, String, String, u64, u64);

/// The findings as data.
fn findings() -> Vec<Found> {
    let folder = Folder::new("fit-findings");
    let report = run(&folder, &["check", "--facts", MISTAKES, "-f", "json"]).out;
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let number = |value: &Value| value.as_u64().expect("a number");
    let of = |one: &Value| {
        let [severity, check, message, file] = ["severity", "check", "message", "file"].map(|name| text(&one[name]));
        (severity, check, message, file, number(&one["line"]), number(&one["column"]))
    };
    let found: Vec<Found> = report["findings"].as_array().expect("a list").iter().map(of).collect();
    assert!(found.len() > 40, "{} findings", found.len());
    found
}

#[test]
fn the_problem_matcher_finds_what_is_there() {
    let tasks: Value = serde_json::from_str(&read("docs/examples/tasks.json")).expect("JSON");
    let task = &tasks["tasks"][0];
    let folder = Folder::new("fit-matcher");
    let words = texts(&task["args"]);
    assert_eq!(task["command"], "chancery");
    let words: Vec<&str> = words.iter().map(String::as_str).chain(["--facts", MISTAKES]).collect();
    let printed = run(&folder, &words).out;
    let patterns = task["problemMatcher"]["pattern"].as_array().expect("two lines");
    let pattern = |number: usize| Regex::new(&text(&patterns[number]["regexp"])).expect("a pattern");
    let (head, place) = (pattern(0), pattern(1));
    let group = |found: &regex::Captures<'_>, line: usize, name: &str| {
        let number = patterns[line][name].as_u64().unwrap_or_else(|| panic!("{name} is captured"));
        found.get(usize::try_from(number).expect("small")).expect("it took part").as_str().to_owned()
    };
    let lines: Vec<&str> = printed.lines().collect();
    let seen: Vec<Found> = lines
        .windows(2)
        .filter_map(|two| {
            let (head, place) = (head.captures(two[0])?, place.captures(two[1])?);
            let [severity, check, message] = ["severity", "code", "message"].map(|name| group(&head, 0, name));
            let [line, column] = ["line", "column"].map(|name| group(&place, 1, name).parse().expect("a number"));
            Some((severity, check, message, group(&place, 1, "file"), line, column))
        })
        .collect();
    assert_eq!(seen, findings());
}

#[test]
fn emacs_finds_what_is_there() {
    let lisp = read("docs/examples/chancery.el");
    let pattern = lisp.split("(chancery \"").nth(1).and_then(|rest| rest.split("\"\n").next()).expect("a pattern");
    // Emacs escapes what groups, where this reader escapes what does not; the text of Lisp doubles each backslash.
    let pattern = pattern.replace("\\\\", "\\").replace("\\(", "(").replace("\\)", ")").replace("\\|", "|");
    let pattern = Regex::new(&format!("(?m){}", pattern.replace("\\n", "\n"))).expect("a pattern");
    assert!(lisp.contains("3 4 5 (1 . 2)"), "file, line, column; what a warning and a note are");
    let folder = Folder::new("fit-emacs");
    let printed = run(&folder, &["check", "--facts", MISTAKES]).out;
    let seen: Vec<(String, String, u64, u64)> = pattern
        .captures_iter(&printed)
        .map(|found| {
            let severity = found.get(1).or_else(|| found.get(2)).map_or("error", |severity| severity.as_str());
            let number = |group: usize| found[group].parse().expect("a number");
            (severity.to_owned(), found[3].to_owned(), number(4), number(5))
        })
        .collect();
    let expected: Vec<_> =
        findings().into_iter().map(|(severity, _, _, file, line, at)| (severity, file, line, at)).collect();
    assert_eq!(seen, expected);
}

#[test]
fn vim_finds_what_is_there() {
    let vim = |words: &[&str], folder: &Folder| {
        let bin = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().expect("a folder");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
        let mut vim = Command::new("vim");
        vim.args(words).current_dir(&folder.0).env("PATH", path).env("CHANCERY_FACTS", MISTAKES);
        vim.stdin(Stdio::null()).output()
    };
    let folder = Folder::new("fit-vim");
    let version = vim(&["--version"], &folder).map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    if !version.is_ok_and(|version| version.contains("+quickfix")) {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "SKIPPED: vim is not installed, its format of errors was not tried");
        return;
    }
    let source = format!("source {}/docs/examples/chancery.vim", env!("CARGO_MANIFEST_DIR"));
    let list =
        "call writefile(map(getqflist(), 'bufname(v:val.bufnr) . \" \" . v:val.lnum . \" \" . v:val.col'), 'list')";
    vim(&["-es", "-u", "NONE", "-c", &source, "-c", "make", "-c", list, "-c", "qa!"], &folder).expect("vim runs");
    let expected: String =
        findings().iter().map(|(_, _, _, file, line, column)| format!("{file} {line} {column}\n")).collect();
    assert_eq!(folder.read("list"), expected);
}
