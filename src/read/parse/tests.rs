//! What a user is told about an item that cannot be read.

use super::*;
use serde::Deserialize;
use serde::de::{Deserializer, Visitor};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
enum Record {
    Person(Person),
    Meeting(Meeting),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Person {
    id: Slug,
    name: Option<String>,
    names: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Meeting {
    id: Slug,
    when: Option<String>,
    until: Option<AnyText>,
    seats: Option<u8>,
    format: Option<Format>,
    complete: Option<bool>,
    participants: Option<Vec<Participation>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Participation {
    who: Slug,
    lead: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
enum Format {
    Talks,
    Restricted,
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
#[allow(dead_code)]
struct Slug(String);

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.contains(' ') {
            true => Err(format!("`{text}` is no id\nhint: {}", text.replace(' ', "-"))),
            false => Ok(Self(text)),
        }
    }
}

/// Takes a text from whatever stands there, as fields of several shapes do.
#[derive(Debug)]
#[allow(dead_code)]
struct AnyText(String);

impl<'de> Deserialize<'de> for AnyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl Visitor<'_> for Texts {
            type Value = AnyText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text in quotes")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<AnyText, E> {
                match text {
                    "bad" => Err(E::custom("this text is bad")),
                    good => Ok(AnyText(good.to_owned())),
                }
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

/// Parses an item and draws the problem: place, marked line, message and hint.
fn drawn(before: &str, item: &str) -> String {
    let whole = format!("{before}{item}, // after\n]");
    let text = SourceText::new("a.ron", whole.into_bytes());
    let range = before.len()..before.len() + item.len();
    let problem = parse_item::<Record>(&text, range).expect_err(item);
    let excerpt = problem.excerpt.expect("an excerpt");
    let marked = &excerpt.text[excerpt.start..excerpt.end];
    let hint = problem.hint.map(|hint| format!(" | {hint}"));
    format!("{}:{} «{marked}» {}{}", problem.span.line, problem.span.column, problem.message, hint.unwrap_or_default())
}

#[test]
fn problems_in_plain_words() {
    let before = "[\n\nй ";
    let check = |item: &str, expected: &str| assert_eq!(drawn(before, item), expected, "{item}");
    let text = "a text in quotes is expected here";
    let name = "a record begins with its kind and a bracket, such as `Person(`";
    for (item, expected) in [
        ("Person(id: \"a\", nam: \"b\")", "3:19 «nam» `Person` has no field `nam` | did you mean `name`?"),
        (
            "Person(id: \"a\", colour: 1)",
            "3:19 «colour» `Person` has no field `colour` | the fields are `id`, `name`, `names`",
        ),
        ("Meating(id: \"a\")", "3:3 «Meating» `Meating` is no kind of record | did you mean `Meeting`?"),
        ("Colour(1)", "3:3 «Colour» `Colour` is no kind of record | the kinds are `Person`, `Meeting`"),
        ("Person(id: \"a\", id: \"b\")", "3:19 «id» the field `id` is given twice in `Person` | keep one of the two"),
        ("Person(name: \"a\")", "3:3 «Person(» `Person` lacks the field `id` | add `id: …`"),
        (
            "Meeting(\n  id: \"a\",\n  participants: [\n    (lead: true),\n  ])",
            "6:5 «(» what stands in `participants` lacks the field `who` | add `who: …`",
        ),
        (
            "Meeting(id: \"a\", participants: [(who: \"c\", led: 1)])",
            "3:46 «led» what stands in `participants` has no field `led` | did you mean `lead`?",
        ),
        ("Meeting(id: \"a\", participants: [(who: \"b c\")])", "3:41 «\"b c\"» `b c` is no id | b-c"),
        ("Person(id: \"a \\\"b\", name: \"c\")", "3:14 «\"a \\\"b\"» `a \"b` is no id | a-\"b"),
        (
            "Meeting(id: \"a\", format: Talk)",
            "3:28 «Talk» `Talk` is none of the values that can stand here | did you mean `Talks`?",
        ),
        (
            "Meeting(id: \"a\", format: \"Talks\")",
            "3:28 «\"Talks\"» a name without quotes is expected here | write `Talks`",
        ),
        ("Meeting(id: \"a\", complete: yes)", "3:30 «yes» `true` or `false` is expected here"),
        (
            "Meeting(id: \"a\", participants: \"b\")",
            "3:34 «\"b\"» a list in `[` … `]` is expected here | write `[\"b\"]`",
        ),
        ("Meeting(id: \"a\", participants: [\"b\"])", "3:35 «\"b\"» `(` … `)` is expected here"),
        ("Meeting(id = \"a\")", "3:14 «=» `:` is expected here | a name and its value are joined by `:`"),
        (
            "Meeting(id: \"a\", when: \"b\\q\")",
            "3:28 «\\q» what follows this backslash has no meaning in a text | a backslash itself is written `\\\\`",
        ),
        (
            "Meeting(id: \"a\") x",
            "3:20 «x» something follows the record here | take it out, or write it inside the brackets",
        ),
        ("Meeting(id: \"a\"))", "3:19 «)» this `)` closes nothing | take it out"),
        ("Meeting", "3:3 «Meeting» `(` … `)` is expected here"),
        ("Person(\"a\")", "3:10 «\"a\"» the name of a field is expected here | write `a`"),
        (
            "Person(first-name: \"a\")",
            "3:10 «first-name» `first-name` is no name: names are made of letters, digits and `_` | write `first_name`",
        ),
        ("Meeting(id: \"a\", until: \"bad\")", "3:27 «\"bad\"» this text is bad"),
        ("Meeting(id: \"a\", until: [1])", "3:27 «[» a text in quotes is expected here, not a sequence"),
        ("Meeting(id: \"a\", seats: 300)", "3:27 «300» this number is too large"),
        ("Meeting(id: \"a\", seats: \"3\")", "3:27 «\"3\"» a whole number is expected here | write `3`"),
    ] {
        check(item, expected);
    }
    for start in ["(id: \"a\")", "{\"id\": 1}", "\"a\"", "12"] {
        assert!(drawn(before, start).ends_with(name), "{start}");
    }
    for value in ["12", "today", "to-day"] {
        let item = format!("Meeting(id: \"a\", when: {value})");
        check(&item, &format!("3:26 «{value}» {text} | write `\"{value}\"`"));
    }
    let text = "texts stand in the straight quotes `\"`";
    for value in ["“b c”", "'b c'", "«b c»"] {
        let item = format!("Meeting(id: \"a\", when: {value})");
        check(&item, &format!("3:26 «{value}» {text} | write `\"b c\"`"));
    }
}

#[test]
fn dates_need_quotes() {
    for field in ["when", "until"] {
        for date in ["2024", "2024-12-12", "2024-12", "2024-12-12~", "2024/2025", "2024-12-XX"] {
            let item = format!("Meeting({field}: {date}, id: \"a\")");
            let shown = drawn("", &item);
            let words = format!("dates are texts in quotes | write `\"{date}\"`");
            assert!(shown.ends_with(&words), "{item}: {shown}");
        }
    }
}

#[test]
fn a_missing_comma_may_be_a_quotation_mark_too_many() {
    let words = "a comma or a closing bracket is missing before this";
    let shown = drawn("", "Meeting(id: \"a\" when: \"b\")");
    assert!(shown.contains(&format!("1:17 «when» {words} | write `,` before it; a quotation mark")), "{shown}");
    let shown = drawn("", "Meeting(seats: 3 4)");
    assert_eq!(shown, format!("1:18 «4» {words} | write `,` before it"));
}

#[test]
fn bombs_are_refused() {
    let count = 2_000;
    for (open, close) in [("[", "]"), ("(", ")"), ("{1:", "}"), ("Some(", ")"), ("A(", ")")] {
        let bomb = format!("{}1{}", open.repeat(count), close.repeat(count));
        let text = SourceText::new("a.ron", bomb.into_bytes());
        let range = 0..text.bytes().len();
        let problem = parse_item::<ron::Value>(&text, range.clone()).expect_err(open);
        assert_eq!(problem.message, "this is nested too deeply", "{open}");
        assert!(parse_item::<Record>(&text, range).is_err());
    }
}

#[test]
fn extensions_need_no_mention() {
    let text = SourceText::new("a.ron", b"Meeting(id: \"a\", seats: 3, until: \"b\")".to_vec());
    assert!(parse_item::<Record>(&text, 0..text.bytes().len()).is_ok());
    let text = SourceText::new("a.ron", b"Person(id: \"\xFF\")".to_vec());
    let problem = parse_item::<Record>(&text, 0..text.bytes().len()).expect_err("no UTF-8");
    assert_eq!(problem.span.to_string(), "a.ron:1:13");
}

#[test]
fn a_list_keeps_its_readable_values_and_all_problems_in_order() {
    let text = "[\nPerson(id: \"a\"),\nPerson(nam: 1),\nPerson(id: \"b),\nPerson(id: \"c\") Person(id: \"d\"),\n";
    let text = SourceText::new("a.ron", text.as_bytes().to_vec());
    let list = crate::read::list::<Record>(&text);
    assert_eq!(list.values.len(), 3);
    assert_eq!(list.values[0].range, 2..17);
    let lines: Vec<u32> = list.problems.iter().map(|problem| problem.span.line).collect();
    assert_eq!(lines, [3, 4, 5, 5]);
}

proptest::proptest! {
    #[test]
    fn any_text_gives_a_value_or_a_problem_inside_it(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "(", ")", "[", "]", "{", "}", ",", ":", "\"", "\\", "'", "r#\"", "\"#", "/*", "*/", "//", "\n",
                " ", "Person", "Meeting", "id", "\"a\"", "when", "2024-1", "й", "#", "\r\n", "b'", "..", "-",
            ]),
            0..40,
        ),
    ) {
        for start in ["", "Person(id: \"a\", ", "Meeting(id: \"a\", until: "] {
            let item = format!("{start}{}", parts.concat());
            let text = SourceText::new("a.ron", format!("[\n{item}\n]").into_bytes());
            if let Err(problem) = parse_item::<Record>(&text, 2..2 + item.len()) {
                let excerpt = problem.excerpt.expect("an excerpt");
                proptest::prop_assert!(excerpt.text.get(excerpt.start..excerpt.end).is_some());
                proptest::prop_assert!(problem.span.line >= 1);
            }
        }
    }
}
