//! Tables of events from the command line: imported in columns, asked as records are.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROWS: &str = "Actor A\tMake_a_visit\tActor B\t2031-01-05\n\
                    Actor B\tConsult\tActor A\t2031-01-07\n\
                    Actor A\tDiscuss_by_telephone\tActor C\t2031-01-07\n\
                    Actor C\tMake_statement\tActor A\t2031-02-01\n\
                    Actor C\tUse_conventional_military_force\tActor A\t2031-02-01\n\
                    Actor B\tEngage_in_negotiation\tActor C\t2031-02-03\n\
                    Actor B\tConsult\tActor C\tnever\n";

const BESIDE: &str = r#"[
    Source(id: "paper", title: "A paper", kind: Press, published: "2031-03-01"),
    Person(id: "person-a", name: "Person A"),
    Meeting(id: "m-1", when: "2031-01-06", participants: ["person-a", "set-actor-a"], source: "paper#1"),
]"#;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import-table").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("the folder of the build takes folders");
    fs::write(folder.join("rows.tsv"), ROWS).expect("the folder takes files");
    folder
}

/// What a command prints, both ways, in a folder.
fn run(folder: &Path, words: &str) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(words.split(' '))
        .current_dir(folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env_remove("CHANCERY_FACTS")
        .output()
        .expect("the program starts");
    String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr)
}

fn imported(name: &str) -> PathBuf {
    let folder = folder(name);
    let told =
        run(&folder, "import events rows.tsv --compiled --keep-mirrors --reported-within 0 --dataset set --to facts");
    for part in
        ["read 7 = kept 5 + merged 0 + skipped 2", "5 rows in facts/set.events", "rows.tsv:7: `never` is no day"]
    {
        assert!(told.contains(part), "{told}");
    }
    fs::write(folder.join("facts/beside.ron"), BESIDE).expect("the folder takes files");
    folder
}

#[test]
fn the_same_input_twice_adds_nothing() {
    let folder = imported("twice");
    let again = "import events rows.tsv --compiled --keep-mirrors --reported-within 0 --dataset set --to facts";
    assert!(run(&folder, again).contains("no row is new in facts/set.events"));
    let dry = run(&folder, "import events rows.tsv --compiled --keep-mirrors --dataset other --dry-run");
    assert!(dry.contains("nothing was written; 5 rows would go into other.events"), "{dry}");
    assert!(!folder.join("facts/other.events").exists());
}

#[test]
fn mirrors_are_united_unless_they_are_to_be_kept() {
    let folder = folder("mirrors");
    let mirrored = "Actor A\tMake_a_visit\tActor B\t2031-01-05\nActor B\tHost_a_visit\tActor A\t2031-01-05\n";
    fs::write(folder.join("rows.tsv"), mirrored).expect("the folder takes files");
    let united = run(&folder, "import events rows.tsv --compiled --dataset set --to united");
    assert!(united.contains("read 2 = kept 1 + merged 1 + skipped 0\n1 rows in united/set.events"), "{united}");
    let kept = run(&folder, "import events rows.tsv --compiled --keep-mirrors --dataset set --to kept");
    assert!(kept.contains("read 2 = kept 2 + merged 0 + skipped 0\n2 rows in kept/set.events"), "{kept}");
    let why = run(&folder, "why set-e1 --facts united -f csv --columns source,locator");
    assert!(why.contains("set,1\nset,2"), "{why}");
    let second = run(&folder, "show set-e2 --facts united");
    assert!(second.contains("error") && !second.contains("2031-01-05"), "{second}");
}

#[test]
fn every_format_becomes_a_table_that_answers_as_its_records_do() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/events");
    for format in ["dyads", "icews", "gdelt1", "gdelt2", "polecat", "latin1", "dyads-unordered"] {
        let folder = folder(&format!("format-{format}"));
        fs::copy(cases.join(format).join("input.tsv"), folder.join("rows.tsv")).expect("the folder takes files");
        let records = run(&folder, "import events rows.tsv --dataset set --to records");
        let rows = run(&folder, "import events rows.tsv --dataset set --compiled --to rows");
        let counted = |told: &str| told.lines().find(|line| line.starts_with("read ")).map(str::to_owned);
        assert_eq!(counted(&records), counted(&rows));
        for question in [
            "events --possible -f csv --columns date,kind,place,who,with,certainty,src,event_id",
            "sources -f csv --columns source,title,accounts,facts,events",
            "show set -f csv",
            "search a -f csv",
        ] {
            let ask = |facts: &str| {
                let told = run(&folder, &format!("{question} --facts {facts}"));
                let mut lines: Vec<String> = told.lines().map(|line| line.replace("records", "rows")).collect();
                lines.retain(|line| !line.contains("written at"));
                // Rows of one day come in the order of lines, records in that of ids.
                lines.sort();
                lines
            };
            assert_eq!(ask("records"), ask("rows"), "{format}: {question}");
        }
    }
}

#[test]
fn files_of_one_dataset_are_tables_with_the_same_actors() {
    let folder = folder("several");
    fs::write(folder.join("more.tsv"), "Actor-A\tConsult\tActor A\t2031-03-05\n").expect("the folder takes files");
    let told = run(&folder, "import events rows.tsv more.tsv --compiled --dataset set --to facts");
    assert!(told.contains("in facts/set-rows.events") && told.contains("in facts/set-more.events"), "{told}");
    let asked = run(&folder, "meetings set-actor-a --facts facts --possible -f csv --columns date,with,event_id");
    assert!(asked.contains("set-rows-e1") && asked.contains("set-more-e1"), "{asked}");
    let again = run(&folder, "import events rows.tsv more.tsv --compiled --dataset set --to facts");
    assert_eq!(again.matches("no row is new").count(), 2, "{again}");
}

#[test]
fn rows_answer_beside_records() {
    let folder = imported("answers");
    let ask = |words: &str| run(&folder, &format!("{words} --facts facts"));
    for facts in ["", " --no-cache"] {
        let told = ask(&format!("contacts set-actor-a --possible -f csv --columns date,with,mode{facts}"));
        let expected = ["2031-01-05,Actor B,in-person", "2031-01-06,Person A,in-person", "2031-01-07,Actor C,phone"];
        assert!(expected.iter().all(|row| told.contains(row)), "{told}");
    }
    let certain = ask("contacts set-actor-a -f csv --columns date,with");
    assert!(certain.contains("Person A") && !certain.contains("Actor B"), "{certain}");
    let counted = ask("contacts set-actor-a --possible --count --per who -f csv");
    assert!(counted.contains("Actor B,0–2") && counted.contains("Person A,1"), "{counted}");
    let common = ask("common set-actor-b set-actor-c --possible --mode any -f csv");
    assert!(common.contains("Actor A"), "{common}");
    for (words, part) in [
        ("show set-e1", "2031-01-05"),
        ("why set-e1", "set.events:1"),
        ("stats", "rows of tables"),
        ("timeline set-actor-c --possible", "2031-02-01"),
        ("statements --by set-actor-c --possible", "2031-02-01"),
        ("events --possible --during 2031-02", "2031-02-03"),
    ] {
        let told = ask(words);
        assert!(told.contains(part), "{words}: {told}");
    }
}

#[test]
fn worlds_and_days_leave_rows_out() {
    let folder = imported("worlds");
    let ask = |words: &str| run(&folder, &format!("{words} --facts facts -f csv --columns date,with --possible"));
    let without = ask("contacts set-actor-a --not-source set");
    assert!(without.contains("Person A") && !without.contains("Actor B"), "{without}");
    let only = ask("contacts set-actor-a --source set");
    assert!(only.contains("Actor B") && !only.contains("Person A"), "{only}");
    let early = ask("contacts set-actor-a --as-known-on 2031-01-06");
    assert!(early.contains("2031-01-05") && !early.contains("2031-01-07"), "{early}");
}

#[test]
fn what_is_said_of_a_row_counts() {
    let folder = imported("denied");
    let denial = r#"[Denial(id: "d-1", of: "set-e1", aspect: "occurrence", source: "paper#2")]"#;
    fs::write(folder.join("facts/denial.ron"), denial).expect("the folder takes files");
    let told = run(&folder, "contacts set-actor-a --facts facts -f csv --columns date,with,event_id,certainty");
    assert!(told.contains("2031-01-05") && told.contains("disputed"), "{told}");
    let possible = run(&folder, "contacts set-actor-a --facts facts -f csv --columns date,event_id --possible");
    assert_eq!(possible.matches("2031-01-05").count(), 1, "{possible}");
}

#[test]
fn a_damaged_table_is_a_problem_and_nothing_else() {
    let folder = imported("damaged");
    let path = folder.join("facts/set.events");
    let mut bytes = fs::read(&path).expect("it was just written");
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    fs::write(&path, bytes).expect("the folder takes files");
    let told = run(&folder, "contacts person-a --facts facts");
    assert!(told.contains("damaged or cut short") && told.contains("2031-01-06"), "{told}");
}

#[test]
fn a_compiled_folder_with_a_table_answers_as_its_files_do() {
    const QUESTIONS: [&str; 6] = [
        "contacts set-actor-a --possible",
        "meetings set-actor-a --count --per who --possible",
        "timeline set-actor-c --possible",
        "show set-e2",
        "sources set",
        "search Actor",
    ];
    let folder = imported("compiled");
    let check = |when: &str| {
        let compiled = run(&folder, "compile facts");
        assert!(compiled.contains("facts/.chancery/compiled"), "{when}: {compiled}");
        let verified = run(&folder, "compile facts --verify");
        assert!(verified.contains("what is compiled is what was read"), "{when}: {verified}");
        for question in QUESTIONS {
            let warm = run(&folder, &format!("{question} --facts facts"));
            let cold = run(&folder, &format!("{question} --facts facts --no-cache"));
            assert_eq!(warm.replace(" --facts facts", ""), cold.replace(" --facts facts --no-cache", ""), "{when}");
            assert!(warm.contains("Actor") || warm.contains("set"), "{when}: {warm}");
        }
    };
    check("as imported");
    // A record that speaks of a row lifts it out of the table.
    let denial = r#"Denial(id: "d-1", of: "set-e1", aspect: "occurrence", source: "paper#2"),]"#;
    fs::write(
        folder.join("facts/beside.ron"),
        BESIDE.replace("source: \"paper#1\"),\n]", &format!("source: \"paper#1\"),\n{denial}")),
    )
    .expect("the folder takes files");
    let disputed = run(&folder, "show set-e1 --facts facts");
    assert!(disputed.contains("d-1") || disputed.contains("disputed"), "{disputed}");
    check("with a row that is denied");
}
