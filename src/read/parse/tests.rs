//! What a user is told about an item that cannot be read.

use super::*;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, Visitor};
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
        deserializer.deserialize_any(Texts).map_err(D::Error::custom)
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
    for (item, expected) in [
        ("Person(id: \"a\", nam: \"b\")", "3:19 «nam» `Person` has no field `nam` | did you mean `name`?"),
        (
            "Person(id: \"a\", colour: 1)",
            "3:19 «colour» `Person` has no field `colour` | the fields are `id`, `name`, `names`",
        ),
    ] {
        assert_eq!(drawn("[\n\nй ", item), expected);
    }
}

#[test]
fn show_all() {
    for item in [
        "Meating(id: \"a\")",
        "Colour(id: \"a\")",
        "Person(id: \"a\", id: \"b\")",
        "Person(name: \"a\")",
        "Meeting(\n  id: \"a\",\n  participants: [\n    (lead: true),\n  ])",
        "Meeting(id: \"a\", participants: [(who: \"b\"), (who: \"c\", led: 1)])",
        "Meeting(id: \"a\", participants: [(who: \"b c\")])",
        "Person(id: \"a b\", name: \"c\")",
        "Person(id: \"a \\\"b\", name: \"c\")",
        "Meeting(id: \"a\", when: 2024-12-12)",
        "Meeting(id: \"a\", when: 2024)",
        "Meeting(id: \"a\", when: 12)",
        "Meeting(id: \"a\", when: today)",
        "Meeting(id: \"a\", until: 2024-12-12)",
        "Meeting(id: \"a\", until: 2024)",
        "Meeting(id: \"a\", until: \"bad\")",
        "Meeting(id: \"a\", until: bad)",
        "Meeting(id: \"a\", seats: 300)",
        "Meeting(id: \"a\", seats: \"3\")",
        "Meeting(id: \"a\", seats: 2024-12-12)",
        "Meeting(id: \"a\", seats: 3-4)",
        "Meeting(id: \"a\", format: Talk)",
        "Meeting(id: \"a\", format: \"Talks\")",
        "Meeting(id: \"a\", format: talks)",
        "Meeting(id: \"a\", complete: yes)",
        "Meeting(id: \"a\", participants: \"b\")",
        "Meeting(id: \"a\", participants: [\"b\"])",
        "Meeting(id: \"a\", participants: (who: \"b\"))",
        "Meeting(id: \"a\" when: \"b\")",
        "Meeting(id: \"a\", when: \"b\" \"c\")",
        "Meeting(id: \"a, when: \"b\")",
        "Meeting(id = \"a\")",
        "Meeting(id: )",
        "Meeting(id: \"a\", when: \"b\\q\")",
        "Meeting(id: \"a\") x",
        "Meeting(id: \"a\"))",
        "Meeting",
        "Meeting { id: \"a\" }",
        "Person(id: \"a\", names: {\"ru\": \"b\"})",
        "Person(id: \"a\", names: {\"ru\" [\"b\"]})",
        "(id: \"a\")",
        "{\"id\": 1}",
        "\"a\"",
        "12",
        "Person(\"a\")",
        "Person(id: “a”)",
        "Person(id: 'a')",
        "Person(id: \"a\";)",
        "Person(id: \"a\",,)",
        "Person(Person(id: \"a\"))",
        "Person(id: (\"a\"))",
        "Person(first-name: \"a\")",
    ] {
        println!("{item}\n    {}", drawn("[\n\nй ", item));
    }
    let bomb = format!("Person(id: {}", "[".repeat(100_000));
    println!("{}", drawn("", &bomb));
    let bomb = format!("Meeting(id: \"a\", until: {}", "[".repeat(100_000));
    println!("{}", drawn("", &bomb));
    let bomb = format!("Meeting(id: \"a\", until: {}", "(".repeat(100_000));
    println!("{}", drawn("", &bomb));
}
