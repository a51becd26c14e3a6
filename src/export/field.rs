//! Fields of exported rows: what may stand in them, and how it reads in a format that knows only text.

use crate::date::Day;
use crate::graph;
use crate::model::Fact;
use serde_json::{Value as Json, json};

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Any text.
    Text,
    /// The id of a fact.
    Id,
    /// A date as a source gives it, in the Extended Date/Time Format (EDTF).
    Date,
    /// A whole number.
    Number,
    /// Degrees of latitude or longitude.
    Real,
    /// Yes or no.
    Flag,
    /// A day of the calendar.
    Day,
    /// Several texts.
    List,
    /// The ids of several facts.
    Ids,
}

/// A field of every row of one kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// Its name, which is a column's or an attribute's.
    pub(super) name: &'static str,
    /// What may stand in it.
    pub(super) of: Type,
    /// What it means, in one sentence.
    pub(super) about: &'static str,
}

/// What stands in a field of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Value {
    /// Nothing is stated, or it does not apply.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Degrees.
    Real(f64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Day),
    /// Several texts, in an order that means something or that of bytes.
    List(Vec<String>),
}

impl Value {
    /// A list; nothing where it is empty.
    pub(super) fn list(texts: impl IntoIterator<Item = impl ToString>) -> Self {
        let texts: Vec<String> = texts.into_iter().map(|text| text.to_string()).collect();
        if texts.is_empty() { Self::Nothing } else { Self::List(texts) }
    }

    /// A text, where there is one.
    pub(super) fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    /// A text, where there is one.
    pub(super) fn maybe(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A day; nothing where it is open.
    pub(super) fn day(day: Day) -> Self {
        if day.is_open() { Self::Nothing } else { Self::Day(day) }
    }

    /// Yes or no, where it is stated.
    pub(super) fn flag(flag: Option<bool>) -> Self {
        flag.map_or(Self::Nothing, Self::Flag)
    }

    /// A number.
    pub(super) fn number(number: usize) -> Self {
        Self::Number(number as u64)
    }

    /// How it reads where only text can stand; lists are joined with `; ` as in the CSV of answers.
    pub(super) fn words(&self) -> Option<String> {
        Some(match self {
            Self::Nothing => return None,
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Day(day) => day.to_string(),
            Self::List(texts) => texts.join("; "),
        })
    }

    /// The same as JSON.
    pub(super) fn json(&self) -> Json {
        match self {
            Self::Nothing => Json::Null,
            Self::Text(text) => json!(text),
            Self::Number(number) => json!(number),
            Self::Real(number) => json!(number),
            Self::Flag(flag) => json!(flag),
            Self::Day(day) => json!(day.to_string()),
            Self::List(texts) => json!(texts),
        }
    }

    /// Whether a spreadsheet might take it for something else: a number or a day is no text of a fact.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::List(_))
    }
}

/// The code of a fact in another collection, on the last day where it changed.
pub(super) fn code(fact: &Fact, scheme: &str) -> Value {
    Value::maybe(graph::code(fact, scheme, None))
}

/// A row with fields.
pub(super) trait Fields {
    /// The fields, in the order in which they are written.
    const FIELDS: &'static [Field];

    /// What stands in them, in the same order.
    fn values(&self) -> Vec<&Value>;

    /// The fields in which something stands.
    fn stated(&self) -> impl Iterator<Item = (&'static Field, &Value)> {
        Self::FIELDS.iter().zip(self.values()).filter(|(_, value)| **value != Value::Nothing)
    }

    /// The row as a JSON object of all its fields.
    fn object(&self) -> Json {
        let fields = Self::FIELDS.iter().zip(self.values());
        Json::Object(fields.map(|(field, value)| (field.name.to_owned(), value.json())).collect())
    }
}

/// Declares a row with its fields: name, type and meaning of each.
macro_rules! fields {
    ($($(#[$doc:meta])* $row:ident { $($field:ident: $of:ident $about:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub(in crate::export) struct $row {
            $(pub(in crate::export) $field: $crate::export::field::Value,)*
        }

        impl $crate::export::field::Fields for $row {
            const FIELDS: &'static [$crate::export::field::Field] = &[$($crate::export::field::Field {
                name: stringify!($field),
                of: $crate::export::field::Type::$of,
                about: $about,
            },)*];

            fn values(&self) -> Vec<&$crate::export::field::Value> {
                vec![$(&self.$field,)*]
            }
        }
    )*};
}
pub(in crate::export) use fields;
