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
        ["read 7 = kept 5 + merged 0 + skipped 2", "5 rows in facts/set.events", "rows.tsv:7: \"never\" is no day"]
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
    let mirrors = run(&folder, "import events rows.tsv --compiled --dataset other --to facts");
    assert!(mirrors.contains("--keep-mirrors"), "{mirrors}");
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
