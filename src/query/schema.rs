//! The schema of answers: JSON Schema (draft 2020-12) of the envelope and of the rows of each question, made from the types
//! that write them.

use super::row::{
    AttendanceRow, CardRow, Cell, ChangeRow, CiteRow, CommonRow, ConflictRow, CountRow, CoverRow, DyadRow, EventRow,
    LongRow, MatrixRow, OfficeRow, PairRow, PathRow, RankRow, ReachRow, Row, SearchRow, SourceRow, StatRow, WhyRow,
};
use super::{Answer, Channel, Citations, KindFilter, StatusWanted, Voice, cite::Cited};
use crate::date::Day;
use crate::model::Certainty;
use crate::record::{Listed, Status, Word};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A list of rows of one type.
#[derive(Clone, Copy)]
struct RowsOf {
    schema: fn(&mut SchemaGenerator) -> Schema,
    columns: fn() -> Vec<&'static str>,
    /// With which words the question has such rows.
    words: &'static str,
}

impl RowsOf {
    const fn with(self, words: &'static str) -> Self {
        Self { words, ..self }
    }
}

const fn rows_of<R: JsonSchema + Row>() -> RowsOf {
    RowsOf { schema: rows::<R>, columns: columns_of::<R>, words: "" }
}

fn columns_of<R: Row>() -> Vec<&'static str> {
    R::COLUMNS.iter().map(|column| column.name).collect()
}

fn rows<R: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Vec<R>>()
}

/// What lists of events come as: as they are, a row for each participant, or a row for each pair of sides.
const EVENTS: &[RowsOf] =
    &[rows_of::<EventRow>(), rows_of::<LongRow>().with("--long"), rows_of::<DyadRow>().with("--dyads")];

/// Each question with the rows that answer it; `count` stands for `--count` of any of them.
const QUESTIONS: &[(&str, &[RowsOf])] = &[
    ("meetings", EVENTS),
    ("contacts", EVENTS),
    ("visits", EVENTS),
    ("offices", &[rows_of::<OfficeRow>()]),
    ("attendance", &[rows_of::<AttendanceRow>()]),
    ("common", &[rows_of::<CommonRow>()]),
    ("path", &[rows_of::<PathRow>()]),
    ("reach", &[rows_of::<ReachRow>()]),
    ("rank", &[rows_of::<RankRow>(), rows_of::<PairRow>().with("--pairs")]),
    ("timeline", EVENTS),
    ("events", EVENTS),
    ("statements", EVENTS),
    ("messages", EVENTS),
    ("documents", EVENTS),
    ("show", &[rows_of::<CardRow>()]),
    ("search", &[rows_of::<SearchRow>()]),
    ("why", &[rows_of::<WhyRow>()]),
    ("sources", &[rows_of::<SourceRow>(), rows_of::<CardRow>().with("ID")]),
    ("conflicts", &[rows_of::<ConflictRow>()]),
    ("changes", &[rows_of::<ChangeRow>()]),
    ("matrix", &[rows_of::<MatrixRow>()]),
    ("coverage", &[rows_of::<CoverRow>()]),
    ("cite", &[rows_of::<CiteRow>()]),
    ("stats", &[rows_of::<StatRow>()]),
    ("count", &[rows_of::<CountRow>()]),
];

/// The name of every question that has a schema, as the answer's `query` has it.
pub fn questions() -> impl Iterator<Item = &'static str> {
    QUESTIONS.iter().map(|(name, _)| *name)
}

/// The columns of the rows that answer a question, for each shape in which they may be wanted, with the words that ask for
/// it; none if there is no such question.
pub fn columns(question: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let found = QUESTIONS.iter().find(|(name, _)| *name == question);
    found.into_iter().flat_map(|(_, lists)| lists.iter().map(|list| (list.words, (list.columns)()))).collect()
}

/// The schema of answers: to one question, or to any, each with its own rows. `None` if there is no such question.
pub fn schema(question: Option<&str>) -> Option<Schema> {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = Answer::json_schema(&mut generator);
    match question {
        Some(question) => {
            let (name, lists) = QUESTIONS.iter().find(|(name, _)| *name == question)?;
            schema.insert("allOf".to_owned(), json!([of_question(name), with_rows(lists, &mut generator)]));
        }
        None => {
            let each = QUESTIONS.iter();
            let cases =
                each.map(|(name, lists)| json!({"if": of_question(name), "then": with_rows(lists, &mut generator)}));
            schema.insert("allOf".to_owned(), cases.collect());
        }
    }
    schema.insert("title".to_owned(), "Answer of Chancery".into());
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("$defs".to_owned(), Value::Object(generator.take_definitions(true)));
    Some(schema)
}

/// Holds for answers to a question.
fn of_question(name: &str) -> Value {
    let query = json!({"type": "object", "properties": {"question": {"const": name}}, "required": ["question"]});
    json!({"properties": {"query": query}})
}

/// Holds for answers with rows of one of these types.
fn with_rows(lists: &[RowsOf], generator: &mut SchemaGenerator) -> Value {
    let lists: Vec<Schema> = lists.iter().map(|list| (list.schema)(generator)).collect();
    json!({"properties": {"rows": {"anyOf": lists}}})
}

/// The days asked about; an end that is open is `null`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Days {
    /// The first day.
    #[expect(dead_code, reason = "only its schema is used")]
    first: Option<Day>,
    /// The last day.
    #[expect(dead_code, reason = "only its schema is used")]
    last: Option<Day>,
}

/// Rows of any type; which ones the question decides.
pub(super) type AnyRows = Vec<Value>;

impl Listed for Certainty {
    const LIST: &'static [Self] = &[Self::Certain, Self::Disputed, Self::Possible];

    fn word(self) -> &'static str {
        self.name()
    }
}

macro_rules! schemas {
    ($($kind:ty, $name:literal, $schema:expr;)*) => {$(
        impl JsonSchema for $kind {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    )*};
}

schemas! {
    Channel, "Channel", |generator| generator.subschema_for::<Word<Channel>>();
    Voice, "Voice", |generator| generator.subschema_for::<Word<Voice>>();
    KindFilter, "KindFilter", |_| json_schema!({"type": "string", "pattern": "^[a-z-]+(/.*)?$"});
    StatusWanted, "StatusWanted", |_| {
        let words = Status::ALL.iter().map(|status| status.name()).chain(["any"]);
        json_schema!({"type": "string", "enum": words.collect::<Vec<_>>()})
    };
    Cell, "Cell", |_| json_schema!({"type": ["null", "string", "integer", "array"], "items": {"type": "string"}});
    Citations, "Citations", |generator| {
        let cited = generator.subschema_for::<Cited<'static>>();
        json_schema!({"type": "object", "propertyNames": {"pattern": "^[0-9]+$"}, "additionalProperties": cited})
    };
}
