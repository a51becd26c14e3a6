//! Keeping facts: `fmt` on files and folders, as a person or a script uses it.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;

use folder::{Folder, run, run_with};

const CROOKED: &str = "[\n  Topic(id:\"topic-a\",  name: \"Topic A\") ]";
const STRAIGHT: &str = "[\n    Topic(id: \"topic-a\", name: \"Topic A\"),\n]\n";
const BROKEN: &str = "[\n  Topic(id:\"topic-b\", nmae: \"Topic B\"),\n  Topic(id:\"topic-c\",name:\"Topic C\") ]";

#[test]
fn files_are_laid_out_and_named() {
    let folder = Folder::new("fmt");
    folder.file("a.ron", CROOKED);
    folder.file("b.ron", STRAIGHT);
    folder.file("chancery.ron", "( name : \"A\" )");
    folder.file("notes.txt", CROOKED);
    let done = run(&folder, &["fmt", "--check", "."]);
    assert_eq!(done.code, Some(1));
    assert!(done.out.starts_with("chancery.ron\n"), "{}", done.out);
    assert!(done.out.contains("\na.ron\n") && done.out.contains("+    Topic(id: \"topic-a\""), "{}", done.out);
    assert!(!done.out.contains("b.ron"), "{}", done.out);
    assert_eq!(folder.read("a.ron"), CROOKED, "a check changes nothing");

    let done = run(&folder, &["fmt"]);
    assert_eq!((done.code, &*done.out), (Some(0), "chancery.ron\na.ron\n"));
    assert!(done.err.contains("2 of 3 files laid out anew"), "{}", done.err);
    assert_eq!(folder.read("a.ron"), STRAIGHT);
    assert_eq!(folder.read("chancery.ron"), "(name: \"A\")\n");
    assert_eq!(folder.read("notes.txt"), CROOKED);
    let done = run(&folder, &["fmt", "--check", "a.ron", "chancery.ron", "b.ron"]);
    assert_eq!((done.code, &*done.out), (Some(0), ""));
}

#[test]
fn what_is_broken_hides_nothing() {
    let folder = Folder::new("fmt-broken");
    folder.file("a.ron", BROKEN);
    folder.file("b.ron", "[ Topic(id: \"topic-d\" ");
    folder.file("c.ron", CROOKED);
    let done = run(&folder, &["fmt", "."]);
    assert_eq!(done.code, Some(4), "{}", done.err);
    assert!(done.err.contains("`Topic` has no field `nmae`") && done.err.contains("never closed"), "{}", done.err);
    assert_eq!(done.out, "a.ron\nc.ron\n");
    let kept = "[\n    Topic(id:\"topic-b\", nmae: \"Topic B\"),\n    Topic(id: \"topic-c\", name: \"Topic C\"),\n]\n";
    assert_eq!(folder.read("a.ron"), kept);
    assert_eq!(folder.read("b.ron"), "[ Topic(id: \"topic-d\" ");
    assert_eq!(folder.read("c.ron"), STRAIGHT);
}

#[test]
fn a_stream_is_laid_out() {
    let folder = Folder::new("fmt-stream");
    let done = run_with(&folder, &["fmt", "-"], CROOKED);
    assert_eq!((done.code, &*done.out), (Some(0), STRAIGHT));
    let done = run_with(&folder, &["fmt", "--check", "-"], CROOKED);
    assert_eq!(done.code, Some(1));
    let done = run_with(&folder, &["fmt", "--check", "-"], STRAIGHT);
    assert_eq!((done.code, &*done.out), (Some(0), ""));
    let done = run_with(&folder, &["fmt", "-"], "[ Topic(");
    assert_eq!((done.code, &*done.out), (Some(4), "[ Topic("), "what can not be read goes through as it is");
    let done = run_with(&folder, &["fmt", "-", "a.ron"], CROOKED);
    assert_eq!(done.code, Some(2));
}

#[test]
fn without_a_folder_nothing_is_laid_out() {
    let folder = Folder::new("fmt-nowhere");
    let done = run(&folder, &["fmt"]);
    assert_eq!(done.code, Some(2));
    assert!(done.err.contains("built-in facts cannot be changed") && done.err.contains("hint: chancery fmt DIR"));
    let done = run(&folder, &["fmt", "missing.ron"]);
    assert_eq!(done.code, Some(4), "{}", done.err);
}

#[test]
fn a_file_that_may_not_be_written_is_named_and_left() {
    let folder = Folder::new("fmt-read-only");
    let path = folder.file("a.ron", CROOKED);
    folder.file("b.ron", CROOKED);
    let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("can be set");
    let done = run(&folder, &["fmt", "."]);
    assert_eq!((done.code, &*done.out), (Some(5), "b.ron\n"));
    assert!(done.err.contains("error: a.ron was not laid out: it is read-only"), "{}", done.err);
    assert_eq!(folder.read("a.ron"), CROOKED);
    assert_eq!(folder.read("b.ron"), STRAIGHT);
}

const TOPIC: [&str; 6] = ["add", "topic", "--id", "topic-b", "--name", "Topic \"B\""];

#[test]
fn a_new_folder_is_filled_step_by_step() {
    let folder = Folder::new("init");
    let done = run(&folder, &["init", "mine"]);
    assert_eq!((done.code, done.out.lines().count()), (Some(0), 7), "{done:?}");
    assert_eq!(run(&folder, &["fmt", "--check", "mine"]).code, Some(0));
    let again = run(&folder, &["init", "mine"]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("is not an empty folder"), "{}", again.err);
    // A repository that has just been made holds nothing of anybody's.
    let own = Folder::new("init-here");
    std::fs::create_dir_all(own.0.join(".git")).expect("a folder can be made");
    let done = run(&own, &["init", "."]);
    assert!(done.out.starts_with("actors.ron\nchancery.ron\n"), "{}", done.out);
    assert_eq!(done.err, "note: now: chancery add source --file sources.ron\n");
    assert_eq!(run(&folder, &["init", "--example", "mine/people.ron"]).code, Some(2));

    let steps: [&[&str]; 6] = [
        &["source", "--id", "paper-a", "--title", "Paper A", "--published", "2031-03-05", "--file", "mine/sources.ron"],
        &["state", "--id", "land-a", "--name", "Land A", "--names", "ru=Земля А", "--file", "mine/actors.ron"],
        &["state", "--id", "land-b", "--name", "Land B", "--file", "mine/actors.ron"],
        &["person", "--id", "person-a", "--name", "Person A", "--family", "A", "--file", "mine/people.ron"],
        &[
            "office",
            "--id",
            "office-a",
            "--title",
            "Head of A",
            "--of",
            "Земля А",
            "--level",
            "head-of-state",
            "--file",
            "mine/offices.ron",
        ],
        &[
            "meeting",
            "--id",
            "meeting-a",
            "--when",
            "2031-03-04",
            "--participants",
            "(who: \"person-a\", as: \"office-a\")",
            "--participants",
            "Land B",
            "--cite",
            "paper-a@p1",
            "--file",
            "mine/events/events.ron",
        ],
    ];
    for step in steps {
        let done = run(&folder, &[&["add"], step, &["--facts", "mine"]].concat());
        assert_eq!(done.code, Some(0), "{step:?}: {}", done.err);
    }
    assert_eq!(run(&folder, &["fmt", "--check", "mine"]).code, Some(0));
    let done = run(&folder, &["meetings", "A", "--facts", "mine", "-f", "csv", "--columns", "date,as,with"]);
    assert_eq!(done.out, "date,as,with\n2031-03-04,Head of A,Land B\n", "{}", done.err);
}

#[test]
fn the_example_answers_a_question() {
    let folder = Folder::new("init-example");
    let done = run(&folder, &["init", "--example", "deep/mine"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.err.contains("chancery meetings Medvedev --facts deep/mine"), "{}", done.err);
    assert_eq!(run(&folder, &["fmt", "--check", "deep/mine"]).code, Some(0));
    let done = run(&folder, &["meetings", "Medvedev", "--facts", "deep/mine", "-f", "csv", "--columns", "date,with"]);
    assert_eq!(done.out, "date,with\n2024-12-12,Xi Jinping\n");
    assert!(!done.err.contains("problem"), "{}", done.err);
}

#[test]
fn a_record_is_shown_checked_and_added() {
    let folder = Folder::new("add");
    folder.file("chancery.ron", "()");
    folder.file("a.ron", "[\n  Topic(id:\"topic-a\",  name: \"Topic A\"), // crooked\n  // last\n]");
    let shown = "    Topic(id: \"topic-b\", name: \"Topic \\\"B\\\"\"),\n";
    let done = run(&folder, &[&TOPIC[..], &["--file", "a.ron", "--dry-run"]].concat());
    assert_eq!((done.code, &*done.out), (Some(0), shown));
    assert!(done.err.contains("nothing was written"), "{}", done.err);
    assert_eq!(folder.read("a.ron").lines().count(), 4);
    let done = run(&folder, &[&TOPIC[..], &["--file", "a.ron"]].concat());
    assert_eq!((done.code, &*done.out), (Some(0), shown));
    let kept = "[\n  Topic(id:\"topic-a\",  name: \"Topic A\"), // crooked\n";
    assert_eq!(folder.read("a.ron"), format!("{kept}{shown}  // last\n]"));
    let again = run(&folder, &["add", "topic", "--id", "topic-b", "--name", "B", "--file", "new/b.ron", "--dry-run"]);
    assert!(again.err.contains("one more account of it"), "{}", again.err);
    let done = run(&folder, &["add", "topic", "--id", "topic-c", "--name", "C", "--file", "new/deep/c.ron"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert_eq!(folder.read("new/deep/c.ron"), "[\n    Topic(id: \"topic-c\", name: \"C\"),\n]\n");
}

#[test]
fn every_check_looks_at_a_new_record() {
    let folder = Folder::new("add-checked");
    folder.file("chancery.ron", "()");
    let facts = "[\n    Source(id: \"paper-a\", title: \"A\", published: \"2031-03-05\"),\n    \
                 Person(id: \"person-a\", name: \"Person A\", born: \"2013\"),\n    \
                 Person(id: \"person-b\", name: \"Person B\"),\n]\n";
    folder.file("a.ron", facts);
    let add = |when: &str, cite: &str| {
        let people = ["--participants", "person-a", "--participants", "person-b", "--file", "a.ron"];
        run(&folder, &[&["add", "meeting", "--id", "m", "--when", when, "--cite", cite][..], &people].concat())
    };
    let done = add("2012-03-20", "paper-a@p1");
    assert_eq!(done.code, Some(1), "{}", done.err);
    assert!(done.err.contains("error[before-birth]") && done.err.contains("nothing was written"), "{}", done.err);
    assert_eq!(folder.read("a.ron"), facts);
    // A warning is said, and no more; a source that nothing cites yet is not even said.
    let done = add("2031-03-04", "paper-a");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.err.contains("warning[missing-locator]"), "{}", done.err);
    let done = run(&folder, &["add", "source", "--id", "paper-b", "--title", "B", "--file", "a.ron"]);
    assert_eq!((done.code, &*done.err), (Some(0), "note: added to a.ron\n"));
    let kept = folder.read("a.ron");
    let done = run(&folder, &["add", "source", "--id", "paper-b", "--title", "B", "--file", "a.ron"]);
    assert_eq!(done.code, Some(1), "the same once more says nothing");
    assert!(done.err.contains("is written twice") && folder.read("a.ron") == kept, "{}", done.err);
}

#[test]
fn what_does_not_fit_is_refused() {
    let folder = Folder::new("add-refused");
    folder.file("chancery.ron", "()");
    folder.file("a.ron", STRAIGHT);
    folder.file("broken.ron", "[ Topic(");
    let check = |words: &[&str], code: i32, message: &str| {
        let done = run(&folder, &[&["add"], words].concat());
        assert_eq!(done.code, Some(code), "{words:?}: {}", done.err);
        assert!(done.err.contains(message), "{words:?}: {}", done.err);
        assert_eq!(folder.read("a.ron"), STRAIGHT);
    };
    let to = ["--file", "a.ron"];
    let with = |words: &[&'static str]| [words, &to].concat();
    check(&["topic", "--name", "B"], 2, "not given: --id, --file; and there is no terminal to ask on");
    check(&with(&["meeting", "--id", "m"]), 2, "not given: --cite");
    check(&with(&["topic", "--id", "B B", "--name", "B"]), 1, "`B B` is no id");
    check(&with(&["person", "--id", "b", "--name", "B", "--born", "2031-02-30"]), 1, "is impossible");
    check(&with(&["office", "--id", "o", "--title", "O", "--of", "nobody"]), 3, "`nobody` names nothing known");
    check(&with(&["office", "--id", "o", "--title", "O", "--of", "topic-a"]), 1, "topic-a");
    check(&with(&["meeting", "--id", "m", "--cite", "paper-x"]), 1, "no record has the id `paper-x`");
    check(&with(&["person", "--id", "topic-a", "--name", "A"]), 1, "topic-a");
    check(&with(&["visit", "--id", "v", "--rank", "statly"]), 2, "--rank: `statly` is none of its words");
    check(&with(&["topic", "--id", "b", "--name", "B", "--name", "C"]), 2, "--name: this field takes one value");
    check(&["topic", "--id", "b", "--name", "B", "--file", "b.txt"], 2, "no file of facts");
    check(&["topic", "--id", "b", "--name", "B", "--file", "chancery.ron"], 2, "no file of facts");
    check(&["topic", "--id", "b", "--name", "B", "--file", "../b.ron"], 2, "hint: --file b.ron");
    check(&["topic", "--id", "b", "--name", "B", "--file", "broken.ron"], 1, "nothing can be added to it");
    check(&["topik"], 2, "a similar subcommand exists: 'topic'");
    let nowhere = Folder::new("add-nowhere");
    let done = run(&nowhere, &TOPIC);
    assert_eq!(done.code, Some(2));
    assert!(done.err.contains("nothing can be added to the built-in facts") && done.err.contains("chancery init DIR"));
}

#[test]
fn a_read_only_file_takes_no_record() {
    let folder = Folder::new("add-read-only");
    folder.file("chancery.ron", "()");
    let path = folder.file("a.ron", STRAIGHT);
    let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("can be set");
    let done = run(&folder, &[&TOPIC[..], &["--file", "a.ron"]].concat());
    assert_eq!(done.code, Some(5));
    assert!(done.err.contains("a.ron could not be written: it is read-only"), "{}", done.err);
    assert_eq!(done.out, "", "no record is shown that is not written");
    assert_eq!(folder.read("a.ron"), STRAIGHT);
}

/// Copies the files of a folder and those below it.
fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match from.is_dir() {
            true => copy(&from, &to),
            false => drop(std::fs::copy(from, to).expect("can be copied")),
        }
    }
}

#[test]
fn whole_collections_keep_their_digest() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let more = std::fs::read_dir(root.join("tests/facts")).expect("folders").map(|entry| entry.expect("one").path());
    for (number, collection) in more.chain([root.join("graph-data")]).enumerate() {
        let folder = Folder::new(&format!("collection-{number}"));
        copy(&collection, &folder.0);
        let footer = || run(&folder, &["stats", "--facts", "."]).out.lines().last().map(str::to_owned);
        let before = footer();
        assert!(before.as_ref().is_some_and(|line| line.contains("digest")), "{before:?}");
        // Where records cannot be read the others are laid out, and the exit code says so.
        let done = if collection.ends_with("fifty-mistakes") { 4 } else { 0 };
        assert_eq!(run(&folder, &["fmt", "."]).code, Some(done), "{}", collection.display());
        assert_eq!(run(&folder, &["fmt", "--check", "."]).code, Some(done), "{}", collection.display());
        assert_eq!(footer(), before, "{}", collection.display());
    }
}
