//! What the splitter makes of well-formed, broken and hostile lists.

use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn split_bytes(bytes: &[u8]) -> (SourceText, Split) {
    let text = SourceText::new("a.ron", bytes.to_vec());
    let split = split(&text);
    (text, split)
}

/// Checks the items of a text, and of each problem its place and a part of its message.
fn check(text: &str, items: &[&str], problems: &[&str]) {
    check_bytes(text.as_bytes(), items, problems);
}

fn check_bytes(bytes: &[u8], items: &[&str], problems: &[&str]) {
    let (text, split) = split_bytes(bytes);
    let shown = String::from_utf8_lossy(bytes);
    let found: Vec<String> =
        split.items.iter().map(|item| String::from_utf8_lossy(text.slice(item.range.clone())).into_owned()).collect();
    assert_eq!(found, items, "{shown}\n{:#?}", split.problems);
    let found: Vec<String> =
        split.problems.iter().map(|problem| format!("{} {}", problem.span, problem.message)).collect();
    assert_eq!(found.len(), problems.len(), "{shown}\n{found:#?}");
    for (found, expected) in found.iter().zip(problems) {
        let (place, words) = expected.split_once(' ').unwrap_or((expected, ""));
        let place = format!("a.ron{place} ");
        assert!(found.starts_with(&place) && found.contains(words), "{shown}\n{found}\n{expected}");
    }
}

#[test]
fn well_formed_lists() {
    let a = r#"Person(id: "a")"#;
    check("[]", &[], &[]);
    check(" [ ] ", &[], &[]);
    check("[ // nothing\n /* at /* all */ \" */ ]", &[], &[]);
    check(&format!("[{a}]"), &[a], &[]);
    check(&format!("\u{FEFF}[{a},]\n"), &[a], &[]);
    check(&format!("// \"\r\n[\r\n  {a},\r\n  {a} /* , */ , // ]\r\n]\r\n"), &[a, a], &[]);
    check(&format!("#![enable(implicit_some)]\n#! [ enable(unwrap_newtypes) ]\n[{a}]"), &[a], &[]);
    check(&format!("#![type = \"a]\"]\n[{a}]"), &[a], &[]);
    for nasty in [
        r#"Remark(text: "( [ { \" // /* ")"#,
        r#"Remark(text: "\\", note: ")")"#,
        r###"Remark(text: r#"a " ( \"#, note: r##"" "# ["##)"###,
        r#"Remark(c: '"', d: '\'', e: '(', f: '\\', g: '\u{5D}', h: b'"', i: b"\")")"#,
        "Remark(text: \"one\nPerson(id: two)\nPerson(id: \\\"three\\\"),\n\")",
        "Remark(text: r#\"one\nPerson(id: \"two\"),\n\"#)",
        "Remark( // it's \" (\n  id: /* ) \" /* ] */ */ \"a\")",
        "Remark(of: {\"a\": [(b: \"c\", d: Some([1, -2.5])), ()]})",
        "Remark(id: \"й漢\u{1F600}\u{FEFF}\")",
        "Remark(r#type: 1)",
        "Unknown(1)",
        "(1)",
        "Remark(a: 'b, c: 'd')",
    ] {
        check(&format!("[{a}, {nasty}, {a}]"), &[a, nasty, a], &[]);
        check(&format!("[\n{a},\n{nasty},\n{a}\n]"), &[a, nasty, a], &[]);
    }
}

#[test]
fn a_text_that_is_not_closed() {
    let b = r#"Person(id: "b", name: "c")"#;
    let opens = ["text that opens at 2:12 is not closed before the next record at 3:1"];
    let place = |words: &str| format!(":2:12 {words}");
    for broken in [
        r#"Person(id: "a, name: "b"),"#,
        r#"Person(id: "a),"#,
        r#"Person(id: "a, source: "b#c"),"#,
        r##"Person(id: r#"a", name: "b"),"##,
        r#"Person(id: "a, /* name: "b"),"#,
    ] {
        check(&format!("[\n{broken}\n{b},\n{b}]"), &[b, b], &[&place(opens[0])]);
    }
    check(
        &format!("[\nPerson(id: \"a, name: \"b\"),\n{b},\nPerson(id: \"c),\n{b},\n]"),
        &[b, b],
        &[":2:12 text that opens at 2:12", ":4:12 text that opens at 4:12"],
    );
    check(&format!("[{b},\nPerson(id: \"a),\n]\n"), &[b], &[":2:12 text that opens at 2:12 is never closed"]);
    check(&format!("[\nPerson(id: a\", name: \"b\"),\n{b}]"), &[b], &[":2:13 text that opens at 2:13"]);
    check(
        &format!("[\nPerson(url: \"https://a, name: \"b\", c: \"https://d\"),\n{b}]"),
        &[b],
        &[":2:13 text that opens at 2:13"],
    );
    // Three marks too few turn the texts of three lines inside out, and the brackets match again.
    check(
        &format!(
            "[\nPerson(id: \"a, name: \"b\"),\nPerson(id: \"b\", name: \"c\"),\nPerson(id: c\", name: \"c\"),\n{b}]"
        ),
        &["Person(id: \"b\", name: \"c\")", b],
        &[":2:12 text that opens", ":4:13 text that opens"],
    );
}

#[test]
fn a_text_of_several_lines_is_not_cut_when_something_else_is_broken() {
    let b = r#"Person(id: "b")"#;
    let multi = "Remark(text: \"one\nPerson(id: two) three\nState(id: \\\"x\\\"),\"";
    let whole = format!("{multi} note: \"y\")");
    check(&format!("[{whole},\n{b}]"), &[&whole, b], &[]);
    check(
        &format!("[{multi}, a: [1,\n{b}]"),
        &[b],
        &[":3:24 `[` that opens at 3:24 is not closed before the next record at 4:1"],
    );
    check(
        &format!("[{multi}, a: \"open)\n{b}]"),
        &[b],
        &[":3:24 text that opens at 3:24 is not closed before the next record at 4:1"],
    );
}

#[test]
fn brackets_that_do_not_match() {
    let b = r#"Person(id: "b")"#;
    check(
        &format!("[\nPerson(id: \"a\",\n  {b},\n]"),
        &[b],
        &[":2:7 `(` that opens at 2:7 is not closed before the next record at 3:3"],
    );
    check(
        &format!("[\nMeeting(participants: [(who: \"a\"), c: 1),\n{b},\n]"),
        &[b],
        &[":2:40 `[` that opens at 2:23 is closed by `)`"],
    );
    check(&format!("[{b}, Person(id: \"a\""), &[b], &[":1:25 `(` that opens at 1:25 is never closed"]);
    check(&format!("[{b}, Person(id: [1)]"), &[b], &[":1:32 `[` that opens at 1:30 is closed by `)`"]);
    check(&format!("[Person(id: \"a\")), {b}]"), &["Person(id: \"a\"))", b], &[]);
}

#[test]
fn a_comment_that_is_not_closed() {
    let a = r#"Person(id: "a")"#;
    check(&format!("[{a}, /* {a}, \n{a}]"), &[a], &[":1:19 comment that opens at 1:19 is never closed"]);
    check(&format!("[{a} /* {a}, \n{a}]"), &[a], &[":1:18 comment"]);
    check(&format!("[{a}, Person(id: /* {a}, \n{a}]"), &[a], &[":1:30 comment"]);
    check(&format!("[{a}] /* {a}"), &[a], &[":1:19 comment"]);
    check("/* [ ]", &[], &[":1:1 comment"]);
    check("Person() /* [ ]", &["Person()"], &[":1:1 `[` is missing", ":1:10 comment"]);
}

#[test]
fn lists_without_their_brackets() {
    let a = r#"Person(id: "a")"#;
    check(&format!("[{a},\n{a},\n"), &[a, a], &[":2:16 `]` is missing"]);
    check(&format!("[{a}"), &[a], &[":1:16 `]` is missing"]);
    check("[", &[], &[":1:1 `]` is missing"]);
    check(&format!("{a},\n{a}]"), &[a, a], &[":1:1 `[` is missing"]);
    check(&format!("{a}\n{a}"), &[a, a], &[":1:1 `[` is missing"]);
    check(&format!("[{a}],\n{a},\n{a}]"), &[a, a, a], &[":1:18 something follows"]);
    check(&format!("[{a}]\n[{a}]"), &[a, a], &[":2:1 something follows"]);
    check(&format!("# facts\n[{a}]"), &[a], &[":1:1 `[` is missing"]);
    check("Some prose, \"and more\".", &[], &[":1:1 `[` is missing"]);
    // A quotation mark after the list is no text that hides what follows.
    check(&format!("[{a}]te\"),\n{a},\n{a}"), &[a, a, a], &[":1:18 something follows"]);
    check(&format!("[{a}]te\"),\nPerson(),\n"), &[a, "Person()"], &[":1:18 something follows"]);
    for empty in ["", "\u{FEFF}", " \r\n", "// a\n/* b */", "#![enable(implicit_some)]", "#![enable("] {
        check(empty, &[], &[" holds no list of records"]);
    }
}

#[test]
fn commas() {
    let a = r#"Person(id: "a")"#;
    let place = ":1:16 a comma is missing between this record and the next";
    check(&format!("[{a} {a}]"), &[a, a], &[place]);
    check(&format!("[{a}\n{a}]"), &[a, a], &[place]);
    check(&format!("[{a}\nUnknown(1),]"), &[a, "Unknown(1)"], &[place]);
    check(&format!("[{a},,{a}]"), &[a, a], &[":1:18 no record stands before"]);
    check(&format!("[,{a}]"), &[a], &[":1:2 no record stands before"]);
    check(&format!("[{a} trailing, {a}]"), &[&format!("{a} trailing"), a], &[]);
    check(&format!("[junk\n{a}]"), &["junk", a], &[":1:5 a comma is missing"]);
    check(&format!("[йб\n{a}]"), &["йб", a], &[":1:3 a comma is missing"]);
    check("[йб", &["йб"], &[":1:3 `]` is missing"]);
}

#[test]
fn encodings() {
    let a = r#"Person(id: "a")"#;
    check_bytes(b"[Person(id: \"\xFF\"),\nPerson(id: \"a\")]", &[a], &[":1:14 the byte 0xFF is not UTF-8"]);
    check_bytes(b"[Person(id: \"a\"),\n Person(id: \"\xD0\xB9\0\")]", &[a], &[":2:15 a NUL byte"]);
    check_bytes(b"[ // \xFF\0\nPerson(id: \"a\")]", &[a], &[]);
    let wide: Vec<u16> = format!("[{a}]").encode_utf16().collect();
    let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in [[b"\xFF\xFE", &little[..]].concat(), [b"\xFE\xFF", &big[..]].concat(), little, big, b"[\0".to_vec()] {
        check_bytes(&bytes, &[], &[" this file is UTF-16"]);
    }
}

/// Splits within a time that only linear work can keep, even unoptimized and on a busy machine.
fn check_fast(text: &str) -> Split {
    let begun = Instant::now();
    let (_, split) = split_bytes(text.as_bytes());
    let taken = begun.elapsed();
    assert!(taken < Duration::from_secs(30), "{taken:?} for {} bytes", text.len());
    split
}

#[test]
fn hostile_texts_are_split_in_linear_time() {
    let million = 1_000_000;
    assert_eq!(check_fast(&format!("[Remark(text: \"{}\")]", "x".repeat(10 * million))).items.len(), 1);
    assert_eq!(check_fast(&format!("[A{}]", "(".repeat(million))).problems.len(), 1);
    check_fast(&"[".repeat(million));
    check_fast(&"/*".repeat(million));
    check_fast(&"[Person(".repeat(100_000));
    for unit in [
        "Person(\n",
        "Person(\\\"\n",
        "Person(\"\n",
        "Person(\"\"\"\n",
        "Person(\"\\\n",
        "Person(r#\"\n",
        "Person(\"a\" b /*\n",
        "Person('\n",
        "Person]\n",
        "a \"b\" c\nPerson(\\\n",
    ] {
        check_fast(&format!("[{}", unit.repeat(100_000)));
        check_fast(&format!("[{}\"]", unit.repeat(100_000)));
    }
    let hashes: String = (1..1500).map(|count| format!("Person(r{}\"\n", "#".repeat(count))).collect();
    check_fast(&format!("[{hashes}"));
}

/// Texts, comments and raw texts with all that a lexer could stumble over.
fn value() -> impl Strategy<Value = String> {
    let nasty = r#"[a-z"\\(){}\[\]/*#',\n\r й]{0,12}"#;
    prop_oneof![
        nasty.prop_map(|text| format!("{text:?}")),
        nasty.prop_map(|text| format!("r###\"{}\"###", text.replace("\"###", ""))),
        "[a-z\\\\(\\[/*,\n\"#]{0,10}"
            .prop_map(|text| format!("/* {} */ 1", text.replace('*', " * ").replace('/', " / "))),
        "[a-z\\\\)\\]/*,\"']{0,10}".prop_map(|text| format!("// {text}\n true")),
        any::<char>().prop_map(|c| format!("{c:?}")),
        "[a-z]{1,5}".prop_map(|word| format!("[({word}: 1), \"\nPerson(id: {word})\"]")),
    ]
}

fn item() -> impl Strategy<Value = String> {
    let fields = prop::collection::vec(value(), 0..4);
    fields.prop_map(|values| {
        let fields: Vec<String> = values.iter().map(|value| format!("field: {value}")).collect();
        format!("Person({})", fields.join(",\n "))
    })
}

proptest! {
    #[test]
    fn a_well_formed_list_gives_exactly_its_items(
        items in prop::collection::vec(item(), 0..6),
        separator in prop_oneof![Just(","), Just(",\n"), Just(" , // \" (\r\n"), Just("/* ] */,")],
    ) {
        let text = format!("[{}]", items.join(separator));
        let (text, split) = split_bytes(text.as_bytes());
        prop_assert_eq!(&split.problems, &[]);
        let found: Vec<&[u8]> = split.items.iter().map(|item| text.slice(item.range.clone())).collect();
        let expected: Vec<&[u8]> = items.iter().map(|item| item.as_bytes()).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_bytes_give_ordered_items_or_problems(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_total(&bytes);
    }

    #[test]
    fn any_mixture_of_tokens_gives_ordered_items_or_problems(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "[", "]", "(", ")", "{", "}", ",", "\"", "\\", "'", "r#\"", "\"#", "b'", "/*", "*/", "//",
                "\n", "\r\n", " ", "Person(", "\nPerson(", "\nState (", "a", ":", "#![", "й", "\0",
            ]),
            0..60,
        ),
    ) {
        check_total(parts.concat().as_bytes());
        check_total(format!("[{}", parts.concat()).as_bytes());
    }
}

fn check_total(bytes: &[u8]) {
    let (text, split) = split_bytes(bytes);
    let mut end = 0;
    for item in &split.items {
        assert!(item.range.start >= end && item.range.start < item.range.end);
        end = item.range.end;
        assert!(str::from_utf8(text.slice(item.range.clone())).is_ok());
    }
    assert!(end <= bytes.len());
    assert!(!split.items.is_empty() || !split.problems.is_empty() || text.bytes().contains(&b'['));
}
