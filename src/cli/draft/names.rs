//! Names in place of ids: what was typed for an id may be any name that the facts know.

use crate::cli::Failure;
use crate::cli::names::{ANY, Names, OFFICE};
use chancery::id::Id;
use chancery::model::Facts;
use chancery::record::{Field, Shape};

/// The value that stands for what was typed: an id where a name was typed, else the same.
pub(crate) fn resolved(field: &Field, typed: &str, facts: &Facts, names: &mut Names<'_>) -> Result<String, Failure> {
    let wanted = match innermost(field.shape) {
        // These name the record itself, which nobody needs to know yet.
        Some(_) if matches!(field.name, "id" | "was") => None,
        Some(Shape::Id) => Some(&ANY),
        Some(Shape::Capacity) if !typed.contains(':') && typed != "private" => Some(&OFFICE),
        _ => None,
    };
    let is_known = typed.parse::<Id>().is_ok_and(|id| facts.get(id.as_str()).is_some());
    let is_written = typed.starts_with(['"', '(', '[', '{']);
    match wanted {
        Some(wanted) if !is_known && !is_written => names.one(typed, wanted).map(|id| id.to_string()),
        _ => Ok(typed.to_owned()),
    }
}

/// What one value is, where text alone may stand for it.
pub(super) fn innermost(shape: Shape) -> Option<Shape> {
    match shape {
        Shape::Many(inner) | Shape::List(inner) | Shape::Loose(inner, _) => innermost(*inner),
        Shape::Table(_) | Shape::Struct(_) => None,
        shape => Some(shape),
    }
}
