//! Things: what a cell names, and the record that it becomes.

use super::made::Cell;
use crate::record::{Kind, Shape};
use crate::write::{Draft, literal};

/// Something that becomes a record of its own.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    pub kind: Kind,
    pub id: String,
    /// Its name as it was first written.
    pub name: String,
    /// What else is known of it: fields and ids or texts.
    pub more: Vec<(&'static str, String)>,
    /// Whether its record was given away.
    pub declared: bool,
}

impl Thing {
    /// The record of what is named.
    pub(super) fn draft(&self, source: Option<&Cell>) -> Result<Draft, String> {
        let mut draft = Draft::new(self.kind);
        let name = if self.kind == Kind::Office { "title" } else { "name" };
        let mut add = |field: &str, value: String| draft.add(field, &value).map_err(|error| error.to_string());
        add("id", literal(Shape::Id, &self.id))?;
        add(name, literal(Shape::Text, &self.name))?;
        for (field, value) in &self.more {
            add(field, literal(Shape::Text, value))?;
        }
        if let Some(Cell::Written(source)) = source {
            add("source", source.clone())?;
        }
        draft.check().map_err(|problem| problem.message)?;
        Ok(draft)
    }
}
