//! Order: fields follow each other as the data dictionary has them.

use super::tree::{Group, Node};
use crate::read::settings::Settings;
use crate::record::{Field, Kind, Shape};
use std::sync::LazyLock;

/// The fields of a kind, which are worked out once.
pub(super) fn fields_of(kind: Kind) -> &'static [Field] {
    static ALL: LazyLock<Vec<Vec<Field>>> = LazyLock::new(|| Kind::ALL.iter().map(|kind| kind.fields()).collect());
    let at = Kind::ALL.iter().position(|known| *known == kind);
    at.and_then(|at| ALL.get(at)).map(Vec::as_slice).unwrap_or_default()
}

/// Puts the fields of a record into their order, and those of the structures in it.
///
/// A structure with a comment anywhere in it stays as it is: a comment may speak of more than the field that it stands
/// at, and comments are read from top to bottom.
pub(super) fn arrange(node: &mut Node) {
    let Node::Group(group) = node else { return };
    match Kind::from_tag(&group.head) {
        Some(kind) => fields(group, fields_of(kind)),
        None if group.head.is_empty() => settings(group),
        None => {}
    }
}

fn settings(group: &mut Group) {
    sort(group, |name| Settings::FIELDS.iter().position(|field| *field == name));
}

fn fields(group: &mut Group, fields: &[Field]) {
    sort(group, |name| fields.iter().position(|field| field.name == name));
    for part in &mut group.parts {
        let field = fields.iter().find(|field| Some(field.name) == part.key.as_deref());
        if let (Some(field), Node::Group(inner)) = (field, &mut part.value) {
            value(inner, field.shape);
        }
    }
}

fn value(group: &mut Group, shape: Shape) {
    match shape {
        Shape::Struct(inner) | Shape::Loose(_, inner) if group.brackets.0 == '(' => fields(group, inner),
        Shape::Many(inner) if group.brackets.0 == '(' => value(group, *inner),
        Shape::Many(inner) | Shape::List(inner) => {
            for part in &mut group.parts {
                if let Node::Group(one) = &mut part.value {
                    value(one, *inner);
                }
            }
        }
        _ => {}
    }
}

/// Sorts by the place of each name; what has no place keeps everything as it is.
fn sort(group: &mut Group, place: impl Fn(&str) -> Option<usize>) {
    let places = group.parts.iter().map(|part| place(part.key.as_deref()?));
    if group.has_comments() || places.clone().any(|place| place.is_none()) || places.is_sorted() {
        return;
    }
    group.parts.sort_by_key(|part| part.key.as_deref().and_then(&place));
}
