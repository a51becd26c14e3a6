//! Rows of tables as facts: each is resolved by itself, when it is asked for.

use super::identity::Identities;
use crate::model::{Fact, List, Origin, Shelf};
use crate::read::{SourceText, read_few};
use crate::span::Span;
use crate::table::{Row, Table, Tables};
use std::sync::Arc;

/// The rows of tables, as a shelf of facts.
#[derive(Debug)]
pub struct Rows(pub Arc<Tables>);

impl Shelf for Rows {
    fn number(&self) -> usize {
        self.0.len()
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.0.find(id).map(|row| row as usize)
    }

    fn listed(&self, _: List) -> &[u32] {
        &[]
    }

    fn accounts(&self) -> usize {
        self.0.accounts()
    }

    fn fetch(&self, position: usize) -> Option<Fact> {
        let (table, _, row) = self.0.row(u32::try_from(position).ok()?)?;
        fact(table, &row)
    }
}

/// The fact that the record of a row, or the two of it, become, with the line of the table as its origin. What the row
/// refers to lies in the table as well, so that nothing is looked for.
fn fact(table: &Table, row: &Row) -> Option<Fact> {
    let file: Arc<str> = format!("{}.events", table.settings().source).into();
    let records: Vec<String> = table.row_record(row).into_iter().chain(table.places_around(row)).collect();
    let text = format!("[{}]", records.join(", "));
    let loaded = read_few(SourceText::new(file.clone(), text.into_bytes()));
    let facts = super::unchecked(&loaded, &Identities::default(), &mut Vec::new());
    let mut fact = facts.into_iter().find(|fact| fact.event().is_some())?;
    let span = Span { file, line: row.line, column: 0 };
    fact.accounts.iter_mut().for_each(|account| account.origin = Origin::File(span.clone()));
    Some(fact)
}
