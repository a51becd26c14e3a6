//! Drafts: a new record, field by field, from what somebody types.

use super::layout::Layout;
use super::literal::{is_plain, quoted};
use super::order::{arrange, fields_of};
use super::tree::tree;
use crate::diagnostic::Diagnostic;
use crate::names::nearest;
use crate::read::{SourceText, parse_item};
use crate::record::{Field, Kind, Record, Shape};

/// A record that is being written.
#[derive(Clone, Debug)]
pub struct Draft {
    kind: Kind,
    fields: &'static [Field],
    /// The values of each field.
    values: Vec<Values>,
}

/// The values of a field, as they were typed and as they are written together.
#[derive(Clone, Debug, Default)]
struct Values {
    typed: Vec<String>,
    written: String,
}

/// Why a text cannot stand in a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ValueError {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
}

impl ValueError {
    fn new(message: String, hint: impl Into<Option<String>>) -> Self {
        Self { message, hint: hint.into() }
    }
}

impl Draft {
    /// An empty record of a kind.
    pub fn new(kind: Kind) -> Self {
        let fields = fields_of(kind);
        let values = vec![Values::default(); fields.len()];
        Self { kind, fields, values }
    }

    /// What it is a record of.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its fields, in the order in which they are written.
    pub fn fields(&self) -> &[Field] {
        self.fields
    }

    /// Whether anything stands in a field.
    pub fn has(&self, name: &str) -> bool {
        let mut fields = self.fields.iter().zip(&self.values);
        fields.any(|(field, values)| field.name == name && !values.typed.is_empty())
    }

    /// The fields that have to be written and are not; those that cite a source among them, where the kind needs one.
    pub fn missing(&self) -> Vec<Field> {
        let needs_source = |field: &Field| field.name == "source" && self.kind.needs_evidence();
        let missing = self.fields.iter().filter(|field| (field.must || needs_source(field)) && !self.has(field.name));
        missing.copied().collect()
    }

    /// Adds a value to a field: plain text, or the value as a fact file has it.
    ///
    /// A field that takes several is given one after the other. A table takes `KEY=VALUE`.
    ///
    /// # Errors
    ///
    /// If the text cannot stand there; the draft stays as it was.
    pub fn add(&mut self, name: &str, value: &str) -> Result<(), ValueError> {
        let at = self.fields.iter().position(|field| field.name == name);
        let Some((field, values)) = at.and_then(|at| Some((self.fields.get(at)?, self.values.get_mut(at)?))) else {
            let near = nearest(name, self.fields.iter().map(|field| field.name));
            let hint = near.map(|near| format!("did you mean `{near}`?"));
            return Err(ValueError::new(format!("{} has no field `{name}`", self.kind.with_article()), hint));
        };
        values.typed.push(value.to_owned());
        match written(field.shape, &values.typed) {
            Ok(written) => values.written = written,
            Err(error) => {
                values.typed.pop();
                return Err(error);
            }
        }
        Ok(())
    }

    /// The record as a fact file has it, in its usual layout, without the comma after it.
    pub fn text(&self) -> String {
        let stated = self.fields.iter().zip(&self.values).filter(|(_, values)| !values.typed.is_empty());
        let fields: Vec<String> = stated.map(|(field, values)| format!("{}: {}", field.name, values.written)).collect();
        let plain = format!("{}({})", self.kind.tag(), fields.join(", "));
        tree(&plain).map_or(plain, |mut node| {
            arrange(&mut node);
            let mut layout = Layout::within(1);
            layout.record(&node);
            layout.text
        })
    }

    /// Whether the record can be read.
    ///
    /// # Errors
    ///
    /// A diagnostic at the first thing that cannot, in the text of the draft.
    pub fn check(&self) -> Result<Record, Diagnostic> {
        read(self.text()).map(|(record, _)| record)
    }
}

/// Reads a record that was just written, and gives its text back.
///
/// # Errors
///
/// As [`Draft::check`].
pub(super) fn read(text: String) -> Result<(Record, SourceText), Diagnostic> {
    let end = text.len();
    let text = SourceText::new("the new record", text.into_bytes());
    Ok((parse_item(&text, 0..end)?, text))
}

/// The value of a field as a fact file has it.
fn written(shape: Shape, values: &[String]) -> Result<String, ValueError> {
    match (shape, values) {
        (Shape::Many(_) | Shape::List(_), [one]) if one.starts_with('[') && !is_date(shape) => as_it_is(one),
        (Shape::Table(_), [one]) if one.starts_with('{') => as_it_is(one),
        (Shape::Many(inner), [one]) => single(*inner, one),
        (Shape::Many(inner) | Shape::List(inner), values) => {
            let values: Result<Vec<String>, ValueError> = values.iter().map(|value| single(*inner, value)).collect();
            values.map(|values| format!("[{}]", values.join(", ")))
        }
        (Shape::Table(inner), values) => table(*inner, values),
        (shape, [one]) => single(shape, one),
        (_, _) => Err(ValueError::new("this field takes one value".to_owned(), None)),
    }
}

/// Whether the values are dates, of which sets begin with a bracket too.
fn is_date(shape: Shape) -> bool {
    matches!(shape, Shape::Many(Shape::Date) | Shape::List(Shape::Date))
}

fn single(shape: Shape, value: &str) -> Result<String, ValueError> {
    match shape {
        Shape::Struct(_) | Shape::Loose(..) if value.starts_with('(') => as_it_is(value),
        Shape::Struct(fields) => {
            let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
            let hint = format!("write it as a structure in brackets, of {}", names.join(", "));
            Err(ValueError::new(format!("`{value}` is no structure"), hint))
        }
        Shape::Loose(inner, _) => single(*inner, value),
        Shape::Word(words) => word(words, value),
        Shape::Number => number(value),
        Shape::Flag => flag(value),
        Shape::Locus => Ok(text(&value.replacen('@', "#", usize::from(!value.contains('#'))))),
        _ => Ok(text(value)),
    }
}

/// A text in quotes; one that has them already stays as it is.
fn text(value: &str) -> String {
    // Most are one or the other beyond doubt, and need not be taken apart.
    let is_written = || is_plain(value) && value.len() > 1 && value.ends_with('"') && value.matches('"').count() == 2;
    match value.starts_with('"') && (is_written() || as_it_is(value).is_ok()) {
        true => value.to_owned(),
        false => quoted(value),
    }
}

/// A value that is written as in a fact file, if it is one and no more.
fn as_it_is(value: &str) -> Result<String, ValueError> {
    let whole = tree(value).map(|_| value.to_owned());
    whole.ok_or_else(|| {
        let hint = "brackets and quotes have to be closed, and nothing may follow them".to_owned();
        ValueError::new(format!("`{value}` cannot be read as one value"), hint)
    })
}

fn word(words: &[&str], value: &str) -> Result<String, ValueError> {
    let bare = |text: &str| text.replace(['-', '_', ' '], "").to_lowercase();
    let found = words.iter().find(|word| bare(word) == bare(value));
    found.map(|word| (*word).to_owned()).ok_or_else(|| {
        let near = nearest(value, words.iter().copied()).map(|near| format!("did you mean `{near}`? "));
        let hint = format!("{}it is one of {}", near.unwrap_or_default(), words.join(", "));
        ValueError::new(format!("`{value}` is none of its words"), hint)
    })
}

fn number(value: &str) -> Result<String, ValueError> {
    match value.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(value.to_owned()),
        _ => Err(ValueError::new(format!("`{value}` is no number"), None)),
    }
}

fn flag(value: &str) -> Result<String, ValueError> {
    match value {
        "true" | "yes" => Ok("true".to_owned()),
        "false" | "no" => Ok("false".to_owned()),
        _ => Err(ValueError::new(format!("`{value}` is neither `true` nor `false`"), None)),
    }
}

/// A table from `KEY=VALUE`; where a key takes a list, its values are given one after the other.
fn table(inner: Shape, values: &[String]) -> Result<String, ValueError> {
    let mut entries: Vec<(&str, Vec<String>)> = Vec::new();
    for value in values {
        let (key, value) = value
            .split_once('=')
            .ok_or_else(|| ValueError::new(format!("`{value}` has no key"), "write it as KEY=VALUE".to_owned()))?;
        match entries.iter_mut().find(|(known, _)| *known == key) {
            Some((_, values)) => values.push(value.to_owned()),
            None => entries.push((key, vec![value.to_owned()])),
        }
    }
    let entry = |(key, values): (&str, Vec<String>)| Ok(format!("{}: {}", quoted(key), written(inner, &values)?));
    let entries: Result<Vec<String>, ValueError> = entries.into_iter().map(entry).collect();
    entries.map(|entries| format!("{{{}}}", entries.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: Kind, values: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::new(kind);
        for (name, value) in values {
            draft.add(name, value).unwrap();
        }
        draft
    }

    #[test]
    fn a_record_is_made_of_what_is_typed() {
        let check = |kind, values: &[(&str, &str)], expected: &str| {
            let draft = draft(kind, values);
            assert_eq!(draft.text(), expected);
            assert!(draft.check().is_ok(), "{expected}: {:?}", draft.check());
        };
        check(
            Kind::Person,
            &[("name", "Person \"A\""), ("id", "person-a"), ("names", "ru=А"), ("names", "ru=Б"), ("ids", "x=1=2")],
            r#"Person(id: "person-a", name: "Person \"A\"", names: {"ru": ["А", "Б"]}, ids: {"x": "1=2"})"#,
        );
        check(
            Kind::Office,
            &[("id", "o"), ("title", "\"Head\""), ("of", "land-a"), ("level", "head-of-state"), ("seats", "1")],
            r#"Office(id: "o", title: "Head", of: "land-a", level: [HeadOfState], seats: 1)"#,
        );
        check(
            Kind::Tenure,
            &[
                ("id", "t"),
                ("person", "a"),
                ("office", "o"),
                ("held_on", "[2006,2009]"),
                ("acting", "yes"),
                ("source", "s@p1"),
            ],
            r#"Tenure(id: "t", person: "a", office: "o", held_on: "[2006,2009]", acting: true, source: "s#p1")"#,
        );
        check(
            Kind::Meeting,
            &[
                ("id", "m"),
                ("participants", "a"),
                ("participants", "(role: Host, who: \"b\")"),
                ("source", "s"),
                ("source", "(source: \"t\", says: \"a\")"),
            ],
            "Meeting(\n        id: \"m\",\n        participants: [\"a\", (who: \"b\", role: Host)],\n        \
             source: [\"s\", (source: \"t\", says: \"a\")],\n    )",
        );
    }

    #[test]
    fn what_cannot_stand_there_is_refused() {
        let check = |kind, name: &str, value: &str, message: &str| {
            let mut draft = Draft::new(kind);
            assert_eq!(draft.add(name, value).unwrap_err().message, message);
            assert!(!draft.has(name));
        };
        check(Kind::Person, "nmae", "A", "a Person has no field `nmae`");
        check(Kind::Visit, "rank", "Statly", "`Statly` is none of its words");
        check(Kind::Session, "number", "NaN", "`NaN` is no number");
        check(Kind::Tenure, "acting", "maybe", "`maybe` is neither `true` nor `false`");
        check(Kind::Party, "ruling", "land-a", "`land-a` is no structure");
        check(Kind::Person, "ids", "Q1", "`Q1` has no key");
        check(
            Kind::Meeting,
            "participants",
            "(who: \"a\"), id: \"b\"",
            "`(who: \"a\"), id: \"b\"` cannot be read as one value",
        );
        check(Kind::Meeting, "participants", "(who: \"a\"", "`(who: \"a\"` cannot be read as one value");
        let mut twice = draft(Kind::Person, &[("name", "A")]);
        assert_eq!(twice.add("name", "B").unwrap_err().message, "this field takes one value");
        assert_eq!(twice.missing().iter().map(|field| field.name).collect::<Vec<_>>(), ["id"]);
        assert!(draft(Kind::Person, &[("id", "A B"), ("name", "A")]).check().is_err());
    }

    #[test]
    fn every_field_of_every_kind_can_be_written() {
        for kind in Kind::ALL {
            let mut draft = Draft::new(*kind);
            for field in kind.fields() {
                draft.add(field.name, &sample(field.shape)).unwrap();
            }
            assert!(draft.check().is_ok(), "{}: {:?}", draft.text(), draft.check());
        }
    }

    /// A value of a shape, as a fact file has it; structures with all their fields.
    fn sample(shape: Shape) -> String {
        match shape {
            Shape::Text | Shape::Id => "\"person-a\"".to_owned(),
            Shape::Capacity => "\"former:office-a\"".to_owned(),
            Shape::Locus => "\"paper-a#p1\"".to_owned(),
            Shape::Date => "\"2031-03-04\"".to_owned(),
            Shape::Number => "1".to_owned(),
            Shape::Flag => "true".to_owned(),
            Shape::Word(words) => words.first().unwrap().to_string(),
            Shape::Struct(fields) | Shape::Loose(_, fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|field| format!("{}: {}", field.name, sample(field.shape))).collect();
                format!("({})", fields.join(", "))
            }
            Shape::Many(inner) if *inner == Shape::Date => sample(*inner),
            Shape::Many(inner) | Shape::List(inner) => format!("[{}]", sample(*inner)),
            Shape::Table(inner) => format!("{{\"when\": {}}}", sample(*inner)),
        }
    }
}
