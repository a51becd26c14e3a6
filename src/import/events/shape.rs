//! What rows with a relation are in a table of events.

use super::relation::{Relation, RelationId, relation};
use crate::record::{DocumentKind, Kind};
use crate::table::Shape;

/// What the rows with a label are in a table: the same as the records that [`EventsImport`](super::EventsImport) makes of
/// them. None for a label that is no relation, or one for which there is no kind of event here.
pub fn shape(label: &str) -> Option<Shape> {
    relation(label, None).and_then(RelationId::relation).and_then(shape_of)
}

/// What the rows of a relation are.
pub(super) fn shape_of(relation: &Relation) -> Option<Shape> {
    Some(match relation.kind? {
        Kind::Meeting => Shape::Meeting { format: relation.format, medium: None, roles: relation.roles },
        Kind::Call => Shape::Call { medium: None },
        Kind::Message => Shape::Message { kind: None },
        Kind::Document => Shape::Document { kind: Some(DocumentKind::Agreement) },
        Kind::Statement => Shape::Statement {
            text: relation.description.to_owned(),
            stance: relation.stance.unwrap_or_default().to_owned(),
        },
        _ => return None,
    })
}
