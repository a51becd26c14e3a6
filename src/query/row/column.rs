//! Columns: the cells of a row by name, so that every format, sort order and selection reads them alike.

use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;
use std::collections::BTreeMap;

/// What ids are called, for everything that an answer mentions.
pub type Names = BTreeMap<Id, String>;

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
    /// A number.
    Number(u64),
    /// A date: how it reads, the day by which it sorts, and the last day that it can mean.
    Date(String, Day, Day),
}

impl Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => to.serialize_none(),
            Self::Text(text) | Self::Date(text, ..) => to.serialize_str(text),
            Self::List(texts) => to.collect_seq(texts),
            Self::Number(number) => to.serialize_u64(*number),
        }
    }
}

impl Cell {
    /// The cell as one text; lists are joined by `; `.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Date(text, ..) => text.clone(),
            Self::List(texts) => texts.join("; "),
            Self::Number(number) => number.to_string(),
        }
    }

    /// A text, or nothing.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A number, or nothing.
    pub(super) fn maybe_number(number: Option<usize>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number as u64))
    }

    /// What sorts it: numbers, spans of them and dates by value, before that empty cells, after that texts.
    pub fn order(&self) -> Order {
        match self {
            Self::Empty => (0, (0, 0), None, String::new()),
            Self::Number(number) => (1, (*number, *number), None, String::new()),
            Self::Date(text, first, last) => (2, (0, 0), Some((*first, *last)), text.clone()),
            Self::Text(text) => match numbers(text) {
                Some(numbers) => (1, numbers, None, String::new()),
                None => (3, (0, 0), None, text.clone()),
            },
            Self::List(_) => (3, (0, 0), None, self.text()),
        }
    }
}

/// The numbers of a count that is written as a number or as a span of two: `9` comes before `10–11`.
fn numbers(text: &str) -> Option<(u64, u64)> {
    let (least, most) = text.split_once('–').unwrap_or((text, text));
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    Some((number(least)?, number(most)?))
}

/// What sorts a cell: its sort of value, numbers, days and text, in this order.
pub type Order = (u8, (u64, u64), Option<(Day, Day)>, String);

/// A column of rows of one type.
pub struct Column<R> {
    /// Its name, in options and machine formats; in capitals it heads tables.
    pub name: &'static str,
    /// The row's value in it.
    pub cell: fn(&R, &Names) -> Cell,
}

/// A type of row.
pub trait Row: Serialize + Sized + 'static {
    /// Every column, in the order in which machine formats print them.
    const COLUMNS: &'static [Column<Self>];

    /// How sure the row is.
    fn certainty(&self) -> Certainty;

    /// The accounts behind the row.
    fn support(&self) -> &[CitedAt];

    /// Every id that the row names, for the names that go with an answer.
    fn ids(&self) -> Vec<&Id>;

    /// Takes over the numbers under which the accounts are listed.
    fn number(&mut self, cites: Vec<String>);
}

/// Rows as texts under the heads of their columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns' names.
    pub columns: Vec<&'static str>,
    /// The cells of each row.
    pub rows: Vec<Vec<Cell>>,
    /// How sure each row is.
    pub certainty: Vec<Certainty>,
}

/// A column that rows of this question do not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no column `{name}` here")]
pub struct UnknownColumn {
    /// What was asked for.
    pub name: String,
    /// The nearest columns: all that are as near.
    pub nearest: Vec<&'static str>,
    /// Every column.
    pub columns: Vec<&'static str>,
}

/// Finds a column by name.
pub(in crate::query) fn find<R: Row>(name: &str) -> Result<&'static Column<R>, UnknownColumn> {
    let found = R::COLUMNS.iter().find(|column| column.name == name);
    found.ok_or_else(|| {
        let columns: Vec<&'static str> = R::COLUMNS.iter().map(|column| column.name).collect();
        let nearest = crate::names::all_nearest(name, columns.iter().copied());
        UnknownColumn { name: name.to_owned(), nearest, columns }
    })
}

/// What an id is called in an answer.
pub(super) fn name(id: &Id, names: &Names) -> String {
    names.get(id).cloned().unwrap_or_else(|| id.to_string())
}

/// What ids are called in an answer.
pub(super) fn name_all(ids: &[Id], names: &Names) -> Cell {
    match ids {
        [] => Cell::Empty,
        [id] => Cell::Text(name(id, names)),
        ids => Cell::List(ids.iter().map(|id| name(id, names)).collect()),
    }
}

/// Ids as they are.
pub(super) fn ids(ids: &[Id]) -> Cell {
    match ids {
        [] => Cell::Empty,
        [id] => Cell::Text(id.to_string()),
        ids => Cell::List(ids.iter().map(Id::to_string).collect()),
    }
}
