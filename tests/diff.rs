//! Laws of comparing: by facts and not by lines, aspect by aspect, both ways; and revisions of git as a process reads them.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::diff::{Diff, State, diff};
use chancery::export::difference::{write_json, write_markdown, write_text};
use chancery::model::Facts;
use chancery::read::{read_built_in, read_texts};
use chancery::resolve::resolve;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{fs, io};

fn facts(content: &str) -> Facts {
    resolve(read_texts([("a.ron".to_owned(), content.as_bytes().to_vec())])).facts
}

fn compared(before: &str, after: &str) -> Diff {
    let (before, after) = (facts(before), facts(after));
    diff((State::of("a", &before), &before), (State::of("b", &after), &after))
}

/// The lines between the head and the numbers.
fn lines(diff: &Diff) -> Vec<String> {
    let text = written(diff, write_text);
    let all: Vec<&str> = text.lines().collect();
    all[2..all.len() - 1].iter().map(|line| (*line).to_owned()).collect()
}

fn written(diff: &Diff, write: impl Fn(&Diff, &mut dyn io::Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(diff, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("UTF-8")
}

const PEOPLE: &str = r#"Source(id: "s", title: "S"), Source(id: "t", title: "T"),
    Person(id: "a", name: "A"), Person(id: "b", name: "B"),"#;

/// What is told where one record becomes another.
fn check(before: &str, after: &str, expected: &[&str]) {
    let list = |records: &str| format!("[{PEOPLE} {records}]");
    assert_eq!(lines(&compared(&list(before), &list(after))), expected, "{before} → {after}");
}

#[test]
fn what_is_said_counts() {
    let meeting = |rest: &str| format!(r#"Meeting(id: "m", {rest}source: "s#p1"),"#);
    check("", "", &[]);
    check("", &meeting(""), &["+ meeting m"]);
    check(&meeting(""), "", &["- meeting m"]);
    check(&meeting(r#"when: "2031","#), &meeting(r#"when: "2032","#), &["~ meeting m", "    when: 2031 → 2032"]);
    check(
        &meeting(r#"participants: [(who: "a", role: Host)],"#),
        &meeting(r#"participants: [(who: "a", as: ["o", "private"]), "b"],"#),
        &[
            "~ meeting m",
            "    capacity of a: (nothing) → o, private",
            "    participation of a: participants role host → participants",
            "    participation of b: (nothing) → participants",
        ],
    );
    check(
        &meeting("status: Announced,"),
        &meeting("format: Talks,"),
        &[
            "~ meeting m",
            "    format: (nothing) → talks",
            "    occurrence: announced → held",
            "    status: announced → (nothing)",
        ],
    );
    check(
        r#"Person(id: "c", name: "C", names: {"ru": ["В", "Ц"]}, ids: {"wikidata": "Q1"}),"#,
        r#"Person(id: "c", name: "C", names: {"ru": ["В"], "zh": ["丙"]}, note: "x"),"#,
        &[
            "~ person c: C",
            "    ids: wikidata: Q1 → (nothing)",
            "    names: ru: В, Ц → ru: В; zh: 丙",
            "    note: (nothing) → x",
        ],
    );
    // Another kind under the same id is another fact.
    check(r#"Topic(id: "c", name: "C"),"#, r#"Person(id: "c", name: "C"),"#, &["+ person c: C", "- topic c: C"]);
    // A fact that was renamed is still the same.
    check(
        r#"Person(id: "d", name: "D"),"#,
        r#"Person(id: "c", was: "d", name: "D"),"#,
        &["~ person c: D", "    id: d → c", "    was: (nothing) → d"],
    );
}

#[test]
fn accounts_count() {
    let visit = |when: &str, source: &str| format!(r#"Visit(id: "v", when: "{when}", source: {source}),"#);
    check(
        &visit("2031", r#""s#p1""#),
        &visit("2031", r#"["s#p1", "t#p2"]"#),
        &["~ visit v", "    account added: t#p2"],
    );
    check(
        &visit("2031", r#""s#p1""#),
        &visit("2031", r#""t#p2""#),
        &["~ visit v", "    account added: t#p2", "    account withdrawn: s#p1"],
    );
    check(
        &visit("2031", r#"(source: "s", locator: "p1", quote: "x")"#),
        &visit("2031", r#"(source: "s", locator: "p1", quote: "y")"#),
        &["~ visit v", "    quote by s#p1: x → y"],
    );
    // The second account changes: the fact as a whole shows it only as a dispute.
    check(
        &(visit("2031-01-01", r#""s#p1""#) + &visit("2031-01-01", r#""t#p1""#)),
        &(visit("2031-01-01", r#""s#p1""#) + &visit("2031-01-02", r#""t#p1""#)),
        &["~ visit v", "    disputed: (nothing) → when", "    when by t#p1: 2031-01-01 → 2031-01-02"],
    );
}

#[test]
fn layout_order_and_files_do_not_count() {
    let one = r#"[ Source(id: "s", title: "S"), Visit(id: "v", when: "2031", to: "x", source: "s#1") ]"#;
    let other = "[\n// a comment\nVisit(source: [\"s#1\"], to: [\"x\"], when: \"2031\", id: \"v\"),\nSource(title: \"S\", id: \"s\"),\n]";
    let diff = compared(one, other);
    assert!(diff.is_empty(), "{diff:?}");
    assert_eq!(diff.unchanged, 2);
}

#[test]
fn the_way_back_is_the_same_turned_round() {
    let every = fs::read_to_string("tests/records/every-field.ron").expect("the file is there");
    let built_in = resolve(read_built_in()).facts;
    for (before, after) in
        [(facts(&every), built_in.clone()), (built_in.clone(), built_in), (facts("[]"), facts(&every))]
    {
        let state = |facts: &Facts| State::of("", facts);
        let there = diff((state(&before), &before), (state(&after), &after));
        let back = diff((state(&after), &after), (state(&before), &before));
        assert_eq!((&there.added, &there.withdrawn), (&back.withdrawn, &back.added));
        assert_eq!((there.changed.len(), there.unchanged), (back.changed.len(), back.unchanged));
        for (one, other) in there.changed.iter().zip(&back.changed) {
            let turned = |one: &chancery::diff::Change| (one.after.clone(), one.before.clone());
            let same = |one: &chancery::diff::Change| (one.before.clone(), one.after.clone());
            assert_eq!(
                one.aspects.iter().map(turned).collect::<Vec<_>>(),
                other.aspects.iter().map(same).collect::<Vec<_>>()
            );
        }
    }
}

/// Every field of every kind of record is told: what is silent could change unseen.
#[test]
fn no_field_changes_unseen() {
    let every = fs::read_to_string("tests/records/every-field.ron").expect("the file is there");
    let loaded = read_texts([("every-field.ron".to_owned(), every.clone().into_bytes())]);
    assert_eq!(loaded.problems, []);
    let whole = facts(&every);
    let state = || State::of("", &whole);
    let mut tried = 0;
    for item in &loaded.records {
        let text = &every[item.range.clone()];
        let fields = text.lines().filter(|line| line.starts_with("        ") && !line.starts_with("         "));
        for line in fields.filter(|line| line.trim_end().ends_with(',') && line.contains(": ")) {
            let name = line.trim().split(':').next().unwrap_or_default();
            if matches!(name, "id" | "source") {
                continue;
            }
            let without = every[..item.range.start].to_owned() + &text.replace(line, "") + &every[item.range.end..];
            let shorter = read_texts([("every-field.ron".to_owned(), without.into_bytes())]);
            if shorter.problems.is_empty() {
                tried += 1;
                let shorter = resolve(shorter).facts;
                let diff = diff((state(), &whole), (state(), &shorter));
                assert!(!diff.is_empty(), "{} {name}: {line}", item.record.head.id);
            }
        }
    }
    assert!(tried > 100, "only {tried} fields stand on lines of their own");
}

#[test]
fn no_text_of_a_fact_speaks_to_a_terminal_or_breaks_a_table() {
    let hostile = "a\\n\\u{1b}[2J\\u{202e}|<b>*";
    let before = format!(r#"[Person(id: "a", name: "x"), Topic(id: "t", name: "{hostile}")]"#);
    let after = format!(r#"[Person(id: "a", name: "{hostile}"), Topic(id: "u", name: "{hostile}")]"#);
    let diff = compared(&before, &after);
    let text = written(&diff, write_text);
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    let markdown = written(&diff, write_markdown);
    assert!(!markdown.contains(['\u{1b}', '\u{202e}']) && !markdown.contains("<b>"), "{markdown}");
    for row in markdown.lines().filter(|line| line.starts_with('|')) {
        let cells = row.replace("\\|", "").matches('|').count();
        assert!(cells == 4 || cells == 5, "{row}");
    }
    let json: serde_json::Value = serde_json::from_str(&written(&diff, write_json)).expect("JSON");
    assert_eq!(json["added"][0]["name"], "a\n\u{1b}[2J\u{202e}|<b>*");
    assert_eq!(json["changed"][0]["aspects"][0]["before"], "x");
}

/// A repository of this test's own, removed at the end.
struct Repository(PathBuf);

impl Repository {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-{}-{name}", std::process::id()));
        fs::create_dir_all(path.join("facts/sub")).expect("a folder can be made");
        let repository = Self(path);
        repository.git(&["init", "--quiet"]);
        repository
    }

    fn git(&self, words: &[&str]) {
        let own = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.0).args(own).args(words).stdin(Stdio::null());
        assert!(command.status().expect("git starts").success(), "{words:?}");
    }

    fn commit(&self, file: &str, content: &str) {
        fs::write(self.0.join(file), content).expect("a file can be written");
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "change"]);
    }

    fn diff(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.arg("diff").args(words).arg("--facts").arg(self.0.join("facts")).stdin(Stdio::null());
        command.env_remove("CHANCERY_FACTS").output().expect("the program starts")
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn revisions_are_read_without_touching_the_folder() {
    let repository = Repository::new("revisions");
    repository.commit("facts/chancery.ron", r#"(name: "Own", version: "1")"#);
    repository.commit("facts/a.ron", r#"[Person(id: "a", name: "A"), Person(id: "b", name: "B")]"#);
    repository.commit("facts/sub/ü.ron", r#"[Person(id: "c", name: "C")]"#);
    repository.commit("facts/.hidden.ron", "not facts");
    repository.commit("outside.ron", "not facts");
    repository.commit("facts/a.ron", r#"[Person(id: "a", name: "A", family: "A")]"#);
    // What lies in the folder now is none of the two.
    fs::write(repository.0.join("facts/a.ron"), "[]").expect("a file can be written");
    let output = repository.diff(&["HEAD~5..HEAD", "-f", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["added"].as_array().map(Vec::len), Some(2));
    let output = repository.diff(&["HEAD~4..HEAD"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let told: Vec<&str> = text.lines().skip(2).collect();
    let expected = [
        "~ person a: A",
        "    family: (nothing) → A",
        "- person b: B",
        "+ person c: C",
        "1 added, 1 withdrawn, 1 changed, 0 unchanged",
    ];
    assert_eq!(told, expected);
    assert!(text.starts_with("from HEAD~4 (Own 1: 2 facts, digest "), "{text}");
    assert_eq!(repository.diff(&["HEAD~3.."]).status.code(), Some(1));
    assert_eq!(repository.diff(&["HEAD~1..HEAD~2"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(repository.0.join("facts/a.ron")).expect("the file is there"), "[]");
}

#[test]
fn a_revision_alone_is_compared_with_the_folder_as_it_is() {
    let repository = Repository::new("since");
    repository.commit("facts/a.ron", r#"[Person(id: "a", name: "A")]"#);
    assert_eq!(repository.diff(&["HEAD"]).status.code(), Some(0));
    fs::write(repository.0.join("facts/b.ron"), r#"[Person(id: "b", name: "B")]"#).expect("a file can be written");
    let output = repository.diff(&["HEAD"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{text}");
    let told: Vec<&str> = text.lines().skip(2).collect();
    assert_eq!(told, ["+ person b: B", "1 added, 0 withdrawn, 0 changed, 1 unchanged"]);
}

#[test]
fn hostile_revisions_are_refused() {
    let repository = Repository::new("hostile");
    repository.commit("facts/a.ron", r#"[Person(id: "a", name: "A")]"#);
    let made = repository.0.join("made");
    let option = format!("--output={}..HEAD", made.display());
    for range in [
        option.as_str(),
        "-x..HEAD",
        "HEAD..--help",
        "HEAD..nowhere",
        "HEAD:facts..HEAD",
        "HEAD...HEAD",
        "HEAD\n..HEAD",
        "$(touch made)..HEAD",
        "HEAD^{/x}\n",
        "--help",
        "nowhere",
        "..",
    ] {
        let output = repository.diff(&["--", range]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        // `..` is the parent folder, and one side alone.
        assert_eq!(output.status.code(), Some(2), "{range}: {said}");
        assert!(said.starts_with("error: ") && !said.contains("panicked"), "{range}: {said}");
    }
    assert!(!made.exists() && !Path::new("made").exists());
}
