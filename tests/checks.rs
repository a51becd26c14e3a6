//! Laws of checks: every planted mistake is found once at its line, a broken record changes no other answer, mending
//! changes nothing else, and each format holds what was found.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::check::{ALL, Report, check, mended};
use chancery::diagnostic::{Code, Severity};
use chancery::export::findings::{write_github, write_json, write_sarif};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Events, Meetings, Query, Scope};
use chancery::read::{Loaded, built_in::FILES, read_built_in, read_folder, read_texts};
use chancery::resolve::resolve;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts").join(name)
}

fn texts(content: &str) -> Loaded {
    read_texts([("a.ron".to_owned(), content.as_bytes().to_vec())])
}

/// File, line and check of every finding.
fn found(report: &Report) -> Vec<(String, u32, &'static str)> {
    let name = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    let one =
        |problem: &chancery::diagnostic::Diagnostic| (name(&problem.span.file), problem.span.line, problem.code.name());
    let mut all: Vec<_> = report.findings.iter().map(|finding| one(&finding.problem)).collect();
    all.sort();
    all
}

/// File, line and check that the comments at the ends of lines name.
fn planted(loaded: &Loaded) -> Vec<(String, u32, &'static str)> {
    let mut all = Vec::new();
    for text in &loaded.texts {
        let content = String::from_utf8(text.bytes().to_vec()).expect("UTF-8");
        let file = text.name().rsplit('/').next().unwrap_or_default().to_owned();
        for (line, number) in content.lines().zip(1..) {
            let code = line.rsplit_once(" // ").and_then(|(_, name)| Code::from_name(name.trim()));
            all.extend(code.map(|code| (file.clone(), number, code.name())));
        }
    }
    all.sort();
    all
}

#[test]
fn fifty_mistakes_in_twenty_files_give_fifty_findings_at_their_lines() {
    let loaded = read_folder(&folder("fifty-mistakes"));
    let planted = planted(&loaded);
    let kinds: BTreeSet<&str> = planted.iter().map(|one| one.2).collect();
    assert_eq!((planted.len(), loaded.texts.len()), (50, 20));
    assert!(kinds.len() >= 20, "{kinds:?}");
    let report = check(&loaded, &[]);
    assert_eq!(found(&report), planted);
    let order: Vec<_> = report.findings.iter().map(|finding| loaded.order_of(&finding.problem.span)).collect();
    assert!(order.is_sorted(), "in the order of files and lines");
}

#[test]
fn each_check_finds_alone_what_it_finds_among_all() {
    let loaded = read_folder(&folder("fifty-mistakes"));
    let all = check(&loaded, &[]);
    // What was to be accepted can only be missing where it was looked for.
    let expected_missing = check(&loaded, &[Code::UnusedExpect, Code::BeforeBirth]);
    assert_eq!(expected_missing.findings.last().map(|finding| finding.problem.code), Some(Code::UnusedExpect));
    for one in ALL.iter().filter(|one| one.code != Code::UnusedExpect) {
        let alone = check(&loaded, &[one.code]);
        let expected: Vec<_> = found(&all).into_iter().filter(|finding| finding.2 == one.name()).collect();
        assert_eq!(found(&alone), expected, "{}", one.name());
    }
}

/// Ten thousand meetings of a hundred people.
fn meetings() -> Vec<String> {
    let meeting = |n: u32| {
        let (year, month, day) = (2000 + n % 20, 1 + n / 20 % 12, 1 + n / 240 % 28);
        format!(
            "Meeting(id: \"m{n}\", when: \"{year}-{month:02}-{day:02}\", participants: [\"p{}\", \"p{}\"], source: \"s#p{n}\"),",
            n % 100,
            (n * 7 + 1) % 100
        )
    };
    (0..10_000).map(meeting).collect()
}

fn file(records: &[String]) -> String {
    let people = (0..100).fold(String::new(), |mut text, n| {
        let _ = writeln!(text, "Person(id: \"p{n}\", name: \"Person {n}\"),");
        text
    });
    format!("[\nSource(id: \"s\", title: \"Source\"),\n{people}{}\n]\n", records.join("\n"))
}

/// What is answered about everybody but those of the broken record, the digest of the facts left aside.
fn answers(content: &str, but: &[&str]) -> Vec<Value> {
    let graph = KnowledgeGraph::new(resolve(texts(content)).facts);
    let who = (0..100).map(|n| format!("p{n}")).filter(|who| !but.contains(&who.as_str()));
    let of = |who: String| {
        let who = vec![who.parse::<chancery::id::Id>().expect("an id").into()];
        let answer = Query::Timeline(Events { who, scope: Scope::default() }).answer(&graph);
        serde_json::to_value(&answer.rows).expect("rows are data")
    };
    who.map(of).collect()
}

#[test]
fn one_broken_record_among_ten_thousand_changes_no_other_answer() {
    let mut records = meetings();
    let whole = answers(&file(&records), &["p34", "p39"]);
    records[5_034] = records[5_034].replace("when:", "wehn:");
    let broken = file(&records);
    let report = check(&texts(&broken), &[]);
    let of_facts: Vec<_> = found(&report).into_iter().filter(|finding| finding.2 != "file-not-formatted").collect();
    assert_eq!(of_facts, [("a.ron".to_owned(), 5_034 + 103, "parse")]);
    assert_eq!(answers(&broken, &["p34", "p39"]), whole);
    let graph = KnowledgeGraph::new(resolve(texts(&broken)).facts);
    let who = "p34".parse::<chancery::id::Id>().expect("an id").into();
    let met = Query::Meetings(Meetings { who, with: None, scope: Scope::default() }).answer(&graph);
    assert_eq!(met.rows.len(), 199, "the broken one alone is missing");
}

#[test]
fn the_built_in_facts_pass() {
    let report = check(&read_built_in(), &[]);
    let strict: Vec<_> = report.findings.iter().filter(|finding| finding.fails(Severity::Warning)).collect();
    assert!(strict.is_empty(), "{strict:#?}");
    assert_eq!(report.files, FILES.len());
}

#[test]
fn mending_takes_out_the_copy_and_nothing_else() {
    let check_one = |content: &str, expected: &str| {
        let loaded = texts(content);
        let report = check(&loaded, &[Code::EqualDuplicate]);
        let fixes: Vec<_> = report.findings.iter().filter_map(|finding| finding.fix.clone()).collect();
        let new = mended(&loaded.texts[0], &fixes);
        assert_eq!(String::from_utf8_lossy(&new), expected);
        let again = check(&texts(&String::from_utf8_lossy(&new)), &[Code::EqualDuplicate]);
        assert!(again.findings.iter().all(|finding| finding.fix.is_none()), "{content}");
        let digest = |content: &str| {
            let facts = resolve(texts(content)).facts;
            facts.iter().map(|fact| format!("{} {:?}", fact.id, fact.body)).collect::<Vec<_>>()
        };
        assert_eq!(digest(content), digest(expected));
    };
    let one = "Visit(id: \"v\", when: \"2031\", source: \"s#1\")";
    let source = "Source(id: \"s\", title: \"S\")";
    check_one(&format!("[\n    {source},\n    {one},\n    {one},\n]\n"), &format!("[\n    {source},\n    {one},\n]\n"));
    check_one(&format!("[\n    {source},\n    {one},\n    {one}\n]\n"), &format!("[\n    {source},\n    {one},\n]\n"));
    check_one(&format!("[{source}, {one}, {one}, {one}]"), &format!("[{source}, {one}, ]"));
    check_one(&format!("[\r\n{source},\r\n{one},\r\n{one},\r\n]"), &format!("[\r\n{source},\r\n{one},\r\n]"));
    let commented = format!("[\n{source},\n{one},\n// a comment before\n{one},\n]\n");
    check_one(&commented, &format!("[\n{source},\n{one},\n// a comment before\n]\n"));
    let within = format!("[\n{source},\n{one},\n{}\n]\n", one.replace("when", "/* why */ when"));
    check_one(&within, &within);
}

/// A report with hostile texts in every place that a keeper can write in.
fn hostile() -> Report {
    let name = "%\r\n::error::x,y:z\"<b>\u{1b}[2J\u{202e}";
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', "\\r");
    let content = format!(
        "[\nPerson(id: \"a\", name: \"{escaped}\"),\nPerson(id: \"b\", name: \"{escaped}\"),\n\
         Expect(id: \"e\", check: \"alias-collision\", of: \"a\", why: \"{escaped}\"),\n\
         Expect(id: \"f\", check: \"{escaped}\", of: \"a\", why: \"x\"),\n]\n"
    );
    check(&read_texts([(format!("dir with space/{name}.ron"), content.into_bytes())]), &[])
}

fn written(report: &Report, write: impl Fn(&Report, &mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(report, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_workflow_command_is_one_line_whatever_the_facts_say() {
    let report = hostile();
    let text = written(&report, write_github);
    assert_eq!(text.lines().count(), report.findings.len());
    for line in text.lines() {
        let (head, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
        assert!(["error ", "warning ", "notice "].iter().any(|level| head.starts_with(level)), "{line}");
        let keys: Vec<&str> = head.split([' ', ',']).filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
        assert!(keys.ends_with(&["line", "col", "title"]), "{keys:?}");
        assert!(!message.is_empty() && !line.contains(char::is_control), "{line}");
    }
}

#[test]
fn sarif_has_the_shape_that_its_standard_demands() {
    let report = hostile();
    assert_eq!(report.accepted.len(), 1);
    let value: Value = serde_json::from_str(&written(&report, write_sarif)).expect("JSON");
    assert_eq!(value["version"], "2.1.0");
    let runs = value["runs"].as_array().expect("runs");
    assert_eq!(runs.len(), 1);
    let rules = runs[0]["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(runs[0]["tool"]["driver"]["name"], "chancery");
    let ids: BTreeSet<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(ids.len(), ALL.len(), "rules have ids of their own");
    let results = runs[0]["results"].as_array().expect("results");
    assert_eq!(results.len(), report.findings.len() + 1);
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().expect("a rule")).expect("small");
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().expect("a file");
        assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)), "{uri}");
        assert!(place["region"]["startLine"].as_u64().is_some_and(|line| line >= 1));
        assert!(place["region"]["startColumn"].as_u64().is_some_and(|column| column >= 1));
    }
    let suppressed: Vec<&Value> =
        results.iter().filter(|result| result["suppressions"].as_array().is_some_and(|all| !all.is_empty())).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0]["suppressions"][0]["kind"], "inSource");
}

#[test]
fn json_holds_every_finding_and_what_was_accepted() {
    let report = hostile();
    let value: Value = serde_json::from_str(&written(&report, write_json)).expect("JSON");
    assert_eq!(value["findings"].as_array().map(Vec::len), Some(report.findings.len()));
    assert_eq!(value["accepted"][0]["accepted_by"], "e");
    assert_eq!(value["count"]["error"], report.count(Severity::Error));
}

#[test]
fn hostile_sizes_stay_cheap() {
    let many = |count: usize, record: &dyn Fn(usize) -> String| (0..count).map(record).collect::<Vec<_>>().join(",\n");
    let bare = format!(
        "[Source(id: \"s\", title: \"S\"), Visit(id: \"v\", source: [{}])]",
        many(20_000, &|n| format!("(source: \"s\", says: \"a{n}\")"))
    );
    assert!(check(&texts(&bare), &[Code::MissingLocator]).findings.len() == 1);
    let expects = many(20_000, &|n| format!("Expect(id: \"e{n}\", check: \"alias-collision\", of: \"p\", why: \"\")"));
    let expects = format!("[Person(id: \"p\", name: \"P\"), {expects}]");
    assert_eq!(check(&texts(&expects), &[]).count(Severity::Warning), 20_001);
    let alike = many(20_000, &|n| {
        format!("Call(id: \"c{n}\", when: \"2031-01-01\", participants: [\"p\", \"q\"], source: \"s{n}#1\")")
    });
    let alike = format!("[Person(id: \"p\", name: \"P\"), Person(id: \"q\", name: \"Q\"), {alike}]");
    assert!(check(&texts(&alike), &[Code::MirrorDuplicate]).findings.len() == 19_999);
}

/// A folder of this test's own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn check(&self, words: &[&str]) -> (Option<i32>, String) {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.arg("check").args(words).current_dir(&self.0).env_remove("CHANCERY_FACTS");
        let output = command.output().expect("the program starts");
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).expect("UTF-8"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn fix_writes_certain_mendings_and_reports_the_rest() {
    let folder = Folder::new("fix");
    let file = folder.0.join("a.ron");
    let one = "    Visit(id: \"v\", when: \"2031\", source: \"s#1\"),\n";
    let rest = "    Source(id: \"s\", title: \"S\"),\n    Visit(id: \"w\", when: \"2031\", source: \"s\"),\n";
    std::fs::write(&file, format!("\u{feff}[\n{rest}{one}{one}{one}]\n")).expect("a file can be written");
    let (code, said) = folder.check(&["--strict", "--facts", "."]);
    assert_eq!((code, said.matches("equal-duplicate").count()), (Some(1), 2), "{said}");
    let (code, said) = folder.check(&["--strict", "--fix", "--facts", "."]);
    assert_eq!(code, Some(1), "a citation still names no place: {said}");
    assert!(said.contains("mended 2 findings in a.ron") && said.contains("missing-locator"), "{said}");
    let now = std::fs::read_to_string(&file).expect("the file is there");
    assert_eq!(now, format!("\u{feff}[\n{rest}{one}]\n"));
    let left = std::fs::read_dir(&folder.0).expect("the folder is there").count();
    assert_eq!(left, 1, "nothing lies beside the file");
    // Once more: there is nothing to mend, and nothing is written.
    let (_, said) = folder.check(&["--fix", "a.ron"]);
    assert!(!said.contains("mended"), "{said}");
}

#[test]
fn a_file_is_checked_within_the_folder_around_it() {
    let folder = Folder::new("around");
    std::fs::create_dir_all(folder.0.join("sub")).expect("a folder can be made");
    std::fs::write(folder.0.join("chancery.ron"), "()").expect("a file can be written");
    std::fs::write(folder.0.join("states.ron"), "[\n    State(id: \"a\", name: \"A\"),\n]\n")
        .expect("a file can be written");
    let party = |id: &str, of: &str| format!("    Party(id: \"{id}\", name: \"P{id}\", of: \"{of}\"),\n");
    let party = format!("[\n{}{}]\n", party("p", "a"), party("q", "b"));
    std::fs::write(folder.0.join("sub/parties.ron"), party).expect("a file can be written");
    for path in ["sub/parties.ron", "sub", "."] {
        let (code, said) = folder.check(&[path]);
        assert_eq!((code, said.matches("error[unknown-id]").count()), (Some(1), 1), "{path}: {said}");
    }
    let (code, said) = folder.check(&["states.ron"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("1 finding in other files of the folder not shown"), "{said}");
    let (code, said) = folder.check(&["nowhere.ron"]);
    assert_eq!(code, Some(4), "{said}");
}
