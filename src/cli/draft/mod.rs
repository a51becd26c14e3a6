//! New records on the command line: flags from the fields of a kind, questions on a terminal, and where a record goes.

mod ask;
mod flags;
mod names;
mod place;
mod verdict;

pub(crate) use ask::{ask, confirm};
pub(crate) use flags::AddArgs;
pub(crate) use names::resolved;
pub(crate) use place::Place;
pub(crate) use verdict::{Verdict, judge};

use chancery::record::{Field, Shape};

/// What a field is called on the command line: `--source` asks from accounts, so that a citation is `--cite`.
pub(crate) fn flag(field: &Field) -> String {
    match field.name {
        "source" => "cite".to_owned(),
        name => name.replace('_', "-"),
    }
}

/// What stands for the value in a usage line.
fn placeholder(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "TEXT",
        Shape::Id => "ID",
        Shape::Capacity => "OFFICE",
        Shape::Locus => "SOURCE@LOCATOR",
        Shape::Date => "DATE",
        Shape::Number => "N",
        Shape::Flag => "true|false",
        Shape::Word(_) => "WORD",
        Shape::Struct(_) => "(…)",
        Shape::Loose(inner, _) | Shape::Many(inner) | Shape::List(inner) => placeholder(*inner),
        Shape::Table(_) => "KEY=VALUE",
    }
}

/// The words that a field takes, where it takes words.
fn words(shape: Shape) -> &'static [&'static str] {
    match shape {
        Shape::Word(words) => words,
        Shape::Many(inner) | Shape::List(inner) => words(*inner),
        _ => &[],
    }
}

/// Whether a field takes several values.
fn takes_several(shape: Shape) -> bool {
    matches!(shape, Shape::Many(_) | Shape::List(_) | Shape::Table(_))
}

/// The fields of a structure that may stand here.
fn structure(shape: Shape) -> &'static [Field] {
    match shape {
        Shape::Struct(fields) | Shape::Loose(_, fields) => fields,
        Shape::Many(inner) | Shape::List(inner) => structure(*inner),
        _ => &[],
    }
}

/// What a field means and takes, in a sentence or two.
fn about(field: &Field) -> String {
    let mut text = field.about.trim_end_matches('.').to_owned();
    let words = words(field.shape);
    if !words.is_empty() {
        text += &format!(": {}", words.join(", "));
    }
    let inner: Vec<&str> = structure(field.shape).iter().map(|field| field.name).collect();
    if !inner.is_empty() {
        text += &format!("; or a structure `(…)` of {}", inner.join(", "));
    }
    text
}
