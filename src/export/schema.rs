//! Schemas of what is read and written, as JSON.

use std::io::{self, Write};

/// Of what a schema is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaOf {
    /// A fact file.
    Facts,
    /// The JSON of any answer.
    Answer,
    /// The JSON of an answer to one question.
    AnswerTo(&'static str),
}

impl SchemaOf {
    /// The answers to the question of exactly this name.
    pub fn answer_to(question: &str) -> Option<Self> {
        crate::query::questions().find(|name| *name == question).map(Self::AnswerTo)
    }
}

/// Writes a schema (JSON Schema, draft 2020-12), indented, with a line break at the end. The same program writes the same
/// bytes.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_schema(of: SchemaOf, out: &mut dyn Write) -> io::Result<()> {
    let schema = match of {
        SchemaOf::Facts => Some(crate::record::schema()),
        SchemaOf::Answer => crate::query::schema(None),
        SchemaOf::AnswerTo(question) => crate::query::schema(Some(question)),
    };
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)
}
