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
    assert!(done.out.starts_with("./chancery.ron\n"), "{}", done.out);
    assert!(done.out.contains("./a.ron\n") && done.out.contains("+    Topic(id: \"topic-a\""), "{}", done.out);
    assert!(!done.out.contains("b.ron"), "{}", done.out);
    assert_eq!(folder.read("a.ron"), CROOKED, "a check changes nothing");

    let done = run(&folder, &["fmt"]);
    assert_eq!(
        (done.code, &*done.out),
        (Some(0), "./chancery.ron\n./a.ron\n".replace("./", &folder.prefix()).as_str())
    );
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
    assert_eq!(done.out, "./a.ron\n./c.ron\n");
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
    assert_eq!((done.code, &*done.out), (Some(5), "./b.ron\n"));
    assert!(done.err.contains("error: ./a.ron was not laid out: it is read-only"), "{}", done.err);
    assert_eq!(folder.read("a.ron"), CROOKED);
    assert_eq!(folder.read("b.ron"), STRAIGHT);
}
