//! The network in words: the table of its answer, with the offices that stand below names.

use super::Network;
use crate::id::Id;
use crate::query::Rows;
use crate::query::row::{Cell, Person, Table};

/// The table of the answer with the offices of those in it: of pairs, whose rows have none of their own, those at the last
/// event drawn; as of a day those of that day. Nothing where the answer's own table says as much.
pub(super) fn table(network: &Network<'_>) -> Option<Table> {
    let table = network.answer.table(None).ok()?;
    let is_day = network.as_of.is_some();
    let (who, with) = if is_day { ("as_on_day", "with_as_on_day") } else { ("as_at_last", "with_as_at_last") };
    let one = |id: &Id| offices(network, std::iter::once(id));
    let all = |people: &[Person]| offices(network, people.iter().map(|person| &person.id));
    Some(match &network.answer.rows {
        Rows::Pairs(rows) => {
            let table = with_column(table, "who", who, rows.iter().map(|row| one(&row.who)));
            with_column(table, "with", with, rows.iter().map(|row| one(&row.with)))
        }
        Rows::Events(rows) if is_day => {
            let table = with_column(table, "as", who, rows.iter().map(|row| all(&row.who)));
            with_column(table, "with_as", with, rows.iter().map(|row| all(&row.with)))
        }
        Rows::Attendance(rows) if is_day => with_column(table, "as", who, rows.iter().map(|row| one(&row.who.id))),
        _ => return None,
    })
}

fn offices<'i>(network: &Network<'_>, ids: impl Iterator<Item = &'i Id>) -> Cell {
    let actors = ids.filter_map(|id| network.actors.iter().find(|actor| actor.id == *id));
    let texts: Vec<String> = actors.filter_map(|actor| actor.offices.as_ref()).map(|offices| offices.full()).collect();
    if texts.is_empty() { Cell::Empty } else { Cell::List(texts) }
}

/// The table with a column behind another, or as its last one.
fn with_column(mut table: Table, behind: &str, name: &'static str, cells: impl Iterator<Item = Cell>) -> Table {
    let place = table.columns.iter().position(|column| *column == behind).map_or(table.columns.len(), |at| at + 1);
    table.columns.insert(place, name);
    for (row, cell) in table.rows.iter_mut().zip(cells) {
        row.insert(place.min(row.len()), cell);
    }
    table
}
