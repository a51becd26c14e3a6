//! The schema of fact files: JSON Schema (draft 2020-12) of records, made from the types that read them.
//!
//! RON and JSON hold the same values: `Person(id: "a", name: "A")` is `{"Person": {"id": "a", "name": "A"}}`, a word such
//! as `Press` is a text, and `"a"` may stand for `["a"]` where one or several are allowed.

use super::{Capacity, Credibility, Kind, Latitude, Locus, Longitude, Many, Record, Table, TallyOf, TallySelection};
use crate::date::{Day, EventDate, PointDate};
use crate::id::Id;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A closed list of words.
pub trait Listed: Copy + 'static {
    /// Every word of the list.
    const LIST: &'static [Self];

    /// The word in options and output.
    fn word(self) -> &'static str;
}

/// A word of a list as output has it, for schemas; fact files write it otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Word<T>(PhantomData<T>);

impl<T: Listed> JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("Word of {}", std::any::type_name::<T>()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::LIST.iter().map(|word| word.word()).collect();
        json_schema!({"type": "string", "enum": words})
    }
}

/// The schema of a fact file: a list of records.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schema = settings.with_transform(RecursiveTransform(without_null_defaults)).into_generator();
    let mut schema = schema.root_schema_for::<Vec<Record>>();
    schema.insert("title".to_owned(), "Chancery facts".into());
    let description = "A fact file as JSON holds it. In RON, `Person(id: \"a\", name: \"A\")` stands for \
                       `{\"Person\": {\"id\": \"a\", \"name\": \"A\"}}`, and words of closed lists have no quotes.";
    schema.insert("description".to_owned(), description.into());
    schema
}

/// What a field is that is left out goes without saying.
fn without_null_defaults(schema: &mut Schema) {
    if schema.get("default").is_some_and(|value| value.is_null()) {
        schema.remove("default");
    }
}

/// The schema of a record of a kind: some kinds need evidence.
pub(super) fn of_record(kind: Kind, mut schema: Schema) -> Schema {
    if kind.needs_evidence()
        && let Some(required) = schema.ensure_object().get_mut("required").and_then(|list| list.as_array_mut())
    {
        required.push("source".into());
    }
    schema
}

/// A struct that may be written as the id, or the text, of its first field.
pub(super) fn or_text(schema: &mut Schema) {
    let own = std::mem::take(schema);
    let description = own.get("description").cloned().unwrap_or_default();
    *schema = json_schema!({"description": description, "anyOf": [{"type": "string"}, own]});
}

macro_rules! texts {
    ($($kind:ty, $name:literal, $description:literal, $pattern:expr;)*) => {$(
        impl JsonSchema for $kind {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let pattern: Option<&str> = $pattern;
                match pattern {
                    Some(pattern) => json_schema!({"description": $description, "type": "string", "pattern": pattern}),
                    None => json_schema!({"description": $description, "type": "string"}),
                }
            }
        }
    )*};
}

texts! {
    Id, "Id", "The id of a fact.", Some("^[a-z0-9]+(-[a-z0-9]+)*$");
    Day, "Day", "A day, such as `2024-12-31`.", None;
    PointDate, "PointDate", "One day somewhere within a day, a coarse date or a one-of set, in EDTF.", None;
    EventDate, "EventDate", "When something took place, in EDTF; `A/B` lasted.", None;
    Locus, "Locus", "A source and, after `#`, the place in it.", Some("^[a-z0-9]+(-[a-z0-9]+)*(#.*)?$");
    Capacity, "Capacity", "An office, `former:OFFICE`, `elect:OFFICE`, `envoy-of:ACTOR` or `private`.",
        Some("^((former|elect|envoy-of):)?[a-z0-9]+(-[a-z0-9]+)*$");
}

macro_rules! numbers {
    ($($kind:ty, $name:literal, $type:literal, $least:literal, $most:literal;)*) => {$(
        impl JsonSchema for $kind {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": $type, "minimum": $least, "maximum": $most})
            }
        }
    )*};
}

numbers! {
    Latitude, "Latitude", "number", -90, 90;
    Longitude, "Longitude", "number", -180, 180;
    Credibility, "Credibility", "integer", 1, 6;
}

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Many_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
    }
}

impl<V: JsonSchema> JsonSchema for Table<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Table_{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<V>();
        json_schema!({"type": "object", "additionalProperties": value})
    }
}

impl JsonSchema for TallyOf {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "TallyOf".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (event, selection) = (generator.subschema_for::<Id>(), generator.subschema_for::<TallySelection>());
        json_schema!({"anyOf": [event, selection]})
    }
}
