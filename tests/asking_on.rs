//! `ask --interactive`: one question after the other, from a pipe.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::io::Write;
use std::process::{Command, Stdio};

struct Talk {
    out: String,
    err: String,
    code: Option<i32>,
}

impl Talk {
    /// The readings, line by line.
    fn readings(&self) -> Vec<&str> {
        self.out.lines().filter_map(|line| line.strip_prefix("Read as: ")).collect()
    }
}

fn talk(lines: &str, more: &[&str]) -> Talk {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["ask", "--interactive", "--facts", "tests/facts/asked"])
        .args(more);
    let piped =
        command.env_remove("CHANCERY_FACTS").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("it starts");
    child.stdin.take().expect("piped").write_all(lines.as_bytes()).expect("it reads");
    let done = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Talk { out: text(done.stdout), err: text(done.stderr), code: done.status.code() }
}

fn check(lines: &str, expected: &[&str]) {
    let talk = talk(lines, &["--width", "200"]);
    assert_eq!(talk.readings(), expected, "{}", talk.err);
    assert_eq!((talk.code, talk.err.as_str()), (Some(0), ""));
}

#[test]
fn a_follow_up_changes_one_thing() {
    check(
        "who did Person A meet?\n\nand in 2001?\nand with Person An?\nand at the 1st round?\nand in Town at Sea?\nand Person May?\nwhat about 2002?\n",
        &[
            "meetings of Person A (person-a)",
            "meetings of Person A (person-a), during 2001-01-01..2001-12-31",
            "meetings of Person A (person-a) with Person An (person-an), during 2001-01-01..2001-12-31",
            "meetings of Person A (person-a) with Person An (person-an), during 2001-01-01..2001-12-31, under 1st round (round-1)",
            "meetings of Person A (person-a) with Person An (person-an), during 2001-01-01..2001-12-31, at Town at Sea (town-at-sea)",
            "meetings of Person May (person-may) with Person An (person-an), during 2001-01-01..2001-12-31, at Town at Sea (town-at-sea)",
            "meetings of Person May (person-may) with Person An (person-an), during 2002-01-01..2002-12-31, at Town at Sea (town-at-sea)",
        ],
    );
}

#[test]
fn why_a_row_is_there() {
    check(
        "what did Person A do?\nwhy the second?\nand in 2001-05?\nwhy 1?\nquit\nwho did Person A meet?\n",
        &[
            "everything dated about Person A (person-a)",
            "what each account says of Meeting of old (a-an)",
            "everything dated about Person A (person-a), during 2001-05-01..2001-05-31",
            "what each account says of Person A as President of State B (a-tenure)",
        ],
    );
}

#[test]
fn a_whole_question_begins_anew() {
    let whole = "how often did Person A meet Person An?\nand when did Person A meet Person May?\n";
    check(
        whole,
        &[
            "count of meetings of Person A (person-a) with Person An (person-an)",
            "meetings of Person A (person-a) with Person May (person-may)",
        ],
    );
    let talk = talk("and in 2002?\n", &["who did Person A meet?", "-f", "jsonl"]);
    assert!(talk.err.contains("same as: chancery meetings person-a --during 2002-01-01..2002-12-31"), "{}", talk.err);
}

#[test]
fn what_is_refused_stops_nothing() {
    let talk = talk(
        "and in 2023?\nwho did Person A meet?\nand in 2023-13?\nand with Nobody?\nwhy the ninth?\nand with Person An?\n",
        &[],
    );
    assert_eq!(talk.readings().len(), 2, "{}", talk.out);
    assert_eq!(talk.code, Some(3));
    for part in
        ["the question was not understood", "there is no month 13", "`Nobody` names nothing known", "has no row 9"]
    {
        assert!(talk.err.contains(part), "{part}: {}", talk.err);
    }
}
