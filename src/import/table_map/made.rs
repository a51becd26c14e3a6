//! What a row makes: records before they have their final ids, which several rows may add to.

use crate::record::{Field, Kind, Shape};
use crate::write::{Draft, list, literal, structure};
use std::collections::BTreeMap;

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Cell {
    /// A text, word or number.
    Text(String),
    /// The id of the record of this label.
    Record(String),
    /// A value that is written already.
    Written(String),
}

/// A participation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The field in which it stands.
    pub field: String,
    /// The id of who takes part.
    pub who: String,
    /// The capacities.
    pub capacities: Vec<String>,
    /// Everything else: fields and what stands in them.
    pub more: BTreeMap<&'static str, String>,
}

/// A record that a row makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    /// Which of the recipes of the map made it.
    pub recipe: usize,
    pub kind: Kind,
    /// The id that its row proposes.
    pub id: String,
    pub file: Option<String>,
    /// The values of its fields; behind a point stands the key of a table.
    pub fields: BTreeMap<String, Vec<Cell>>,
    pub parts: Vec<Part>,
    /// What is named in it, by number in the register.
    pub names: Vec<usize>,
}

impl Made {
    /// Adds what another row says of the same record.
    ///
    /// # Errors
    /// Why both can't be; then nothing is added.
    pub(super) fn join(&mut self, other: Self) -> Result<(), String> {
        let fields = self.kind.fields();
        let takes_one = |name: &str| {
            let field = fields.iter().find(|field| field.name == name);
            field.is_none_or(|field| !matches!(field.shape, Shape::Many(_) | Shape::List(_)))
        };
        for (name, values) in &other.fields {
            let mine = self.fields.get(name).filter(|mine| takes_one(name) && *mine != values);
            if let Some(mine) = mine {
                return Err(format!(
                    "`{name}` is {} here, and {} in an earlier row of the group",
                    said(values),
                    said(mine)
                ));
            }
        }
        let mut parts = self.parts.clone();
        for part in other.parts {
            join_part(&mut parts, part)?;
        }
        self.parts = parts;
        for (name, values) in other.fields {
            let mine = self.fields.entry(name).or_default();
            mine.extend(values);
            without_repeats(mine);
        }
        self.names.extend(other.names);
        Ok(())
    }

    /// The record, under its final id.
    ///
    /// # Errors
    /// Which value can't stand where.
    pub(super) fn draft(&self, id: &str, ids: &BTreeMap<String, String>) -> Result<Draft, String> {
        let mut draft = Draft::new(self.kind);
        let fields = draft.fields().to_vec();
        add(&mut draft, "id", &literal(Shape::Id, id))?;
        for (name, values) in &self.fields {
            let (name, key) = name.split_once('.').map_or((name.as_str(), None), |(name, key)| (name, Some(key)));
            let shape = shape(&fields, name);
            let written = values.iter().map(|value| value.written(shape, ids)).collect::<Result<Vec<_>, _>>()?;
            add_all(&mut draft, name, key, shape, &written)?;
        }
        for field in fields.iter().map(|field| field.name) {
            let parts: Vec<String> =
                self.parts.iter().filter(|part| part.field == field).map(|part| part.written()).collect();
            if !parts.is_empty() {
                add(&mut draft, field, &list(&parts))?;
            }
        }
        Ok(draft)
    }
}

impl Cell {
    /// The text, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Record(_) | Self::Written(_) => None,
        }
    }

    fn written(&self, shape: Shape, ids: &BTreeMap<String, String>) -> Result<String, String> {
        Ok(match self {
            Self::Text(text) => literal(shape, text),
            Self::Written(text) => text.clone(),
            Self::Record(label) => {
                literal(Shape::Id, ids.get(label).ok_or_else(|| format!("this row makes no `{label}`"))?)
            }
        })
    }
}

fn shape(fields: &[Field], name: &str) -> Shape {
    fields.iter().find(|field| field.name == name).map_or(Shape::Text, |field| field.shape)
}

fn add(draft: &mut Draft, name: &str, value: &str) -> Result<(), String> {
    draft.add(name, value).map_err(|error| format!("`{name}`: {error}"))
}

/// Adds the values of a field; lists as one text, so that the time taken grows with their length and not faster.
fn add_all(draft: &mut Draft, name: &str, key: Option<&str>, shape: Shape, values: &[String]) -> Result<(), String> {
    let words = |shape: &Shape| matches!(shape, Shape::Word(_));
    match (shape, key) {
        (_, Some(key)) => values.iter().try_for_each(|value| add(draft, name, &format!("{key}={value}"))),
        (Shape::Many(inner) | Shape::List(inner), None) if !words(inner) && values.len() > 1 => {
            add(draft, name, &list(values))
        }
        _ => values.iter().try_for_each(|value| add(draft, name, value)),
    }
}

impl Part {
    /// The participation as a fact file has it: an id where nothing else is known.
    fn written(&self) -> String {
        let who = literal(Shape::Id, &self.who);
        if self.capacities.is_empty() && self.more.is_empty() {
            return who;
        }
        let capacities: Vec<String> = self.capacities.iter().map(|one| literal(Shape::Capacity, one)).collect();
        let capacities = (!capacities.is_empty()).then(|| ("as", list(&capacities)));
        let more = self.more.iter().map(|(name, value)| (*name, value.clone()));
        structure(std::iter::once(("who", who)).chain(capacities).chain(more))
    }
}

/// Adds a participation to those of a record; capacities of one participant are united.
///
/// # Errors
/// If the participant can't be both.
pub(super) fn join_part(parts: &mut Vec<Part>, part: Part) -> Result<(), String> {
    let known = parts.iter_mut().find(|known| known.who == part.who && known.field == part.field);
    let Some(known) = known else {
        parts.push(part);
        return Ok(());
    };
    for (name, value) in &part.more {
        match known.more.get(name) {
            Some(mine) if mine != value => {
                return Err(format!("`{name}` of `{}` is {value} here, and {mine} before", part.who));
            }
            _ => {}
        }
    }
    known.more.extend(part.more);
    known.capacities.extend(part.capacities);
    without_repeats(&mut known.capacities);
    Ok(())
}

/// Takes out what stands in a list already.
fn without_repeats<T: Clone + Eq + std::hash::Hash>(values: &mut Vec<T>) {
    let mut seen = std::collections::HashSet::new();
    values.retain(|value| seen.insert(value.clone()));
}

fn said(values: &[Cell]) -> String {
    let texts: Vec<&str> = values
        .iter()
        .map(|value| match value {
            Cell::Text(text) | Cell::Record(text) | Cell::Written(text) => text.as_str(),
        })
        .collect();
    format!("`{}`", super::split::shortened(&texts.join(", ")))
}
