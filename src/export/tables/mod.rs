//! Tables: facts as the rows of tables that refer to each other, for databases and statistics programs. One file a
//! table.
//!
//! These are the tables by which questions are defined (`docs/exporting.md`): whoever asks them again in another
//! language finds here what the answers are made of.

mod account;
mod actor;
mod codebook;
mod event;
mod judgement;
mod membership;
mod office;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
mod participation;
mod place;
mod relation;
mod source;
mod tenure;
mod topic;

pub(super) use package::{CSV, package};
#[cfg(feature = "parquet")]
pub(super) use parquet::PARQUET;

use super::closure::Closure;
use super::field::{Field, Fields, Value, code};
use super::selection::Selection;
use crate::date::{Bounds, PointDate};
use crate::model::Fact;
use crate::record::{Kind, Names};
use std::collections::{BTreeMap, BTreeSet};

/// A column whose values are keys of another table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Foreign {
    /// The column.
    pub(super) column: &'static str,
    /// The table whose column `id` it names.
    pub(super) table: &'static str,
}

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// What it holds, in a sentence.
    pub(super) about: &'static str,
    pub(super) fields: &'static [Field],
    /// The columns that together tell rows apart.
    pub(super) key: &'static [&'static str],
    pub(super) foreign: &'static [Foreign],
    /// Rows, in the order of their keys.
    pub(super) rows: Vec<Vec<Value>>,
}

impl Table {
    fn of<R: Fields>(name: &'static str, about: &'static str, key: &'static [&'static str], rows: Vec<R>) -> Self {
        let rows = rows.iter().map(|row| row.values().into_iter().cloned().collect()).collect();
        Self { name, about, fields: R::FIELDS, key, foreign: &[], rows }
    }

    fn referring(mut self, foreign: &'static [Foreign]) -> Self {
        self.foreign = foreign;
        self
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// What stands in a column.
    fn values(&self, name: &str) -> impl Iterator<Item = &Value> {
        let at = self.column(name).unwrap_or(usize::MAX);
        self.rows.iter().filter_map(move |row| row.get(at))
    }
}

/// The tables of a selection.
pub(super) struct Tables<'v> {
    pub(super) selection: &'v Selection<'v>,
    pub(super) tables: Vec<Table>,
}

impl<'v> Tables<'v> {
    /// Costs the facts of the selection and what they refer to.
    pub(super) fn new(selection: &'v Selection<'v>) -> Self {
        let closure = Closure::of(selection);
        let mut tables = vec![
            actor::table(&closure),
            office::table(&closure),
            tenure::table(&closure),
            membership::table(&closure),
            place::table(&closure),
            topic::table(&closure),
            event::table(&closure, selection.view),
            participation::table(&closure),
            relation::table(&closure),
            source::table(&closure),
            account::table(&closure),
            judgement::denials(&closure),
            judgement::retractions(&closure),
            judgement::identities(&closure),
            judgement::rulings(&closure),
            judgement::tallies(&closure),
            judgement::remarks(&closure),
        ];
        for (name, missing) in missing(&tables) {
            tables.iter_mut().filter(|table| table.name == name).for_each(|table| complete(table, &closure, &missing));
        }
        Self { selection, tables }
    }
}

/// The ids that tables refer to and that do not stand where they should: ids without a record, or of another kind.
fn missing(tables: &[Table]) -> BTreeMap<&'static str, BTreeSet<String>> {
    let known: BTreeMap<&str, BTreeSet<String>> =
        tables.iter().map(|table| (table.name, table.values("id").filter_map(Value::words).collect())).collect();
    let mut missing: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    for (table, foreign) in tables.iter().flat_map(|table| table.foreign.iter().map(move |one| (table, one))) {
        let used = table.values(foreign.column).filter_map(Value::words);
        let unknown = used.filter(|id| !known.get(foreign.table).is_some_and(|known| known.contains(id)));
        missing.entry(foreign.table).or_default().extend(unknown);
    }
    missing
}

/// Adds rows of which no more is known than what the id means.
fn complete(table: &mut Table, closure: &Closure<'_>, ids: &BTreeSet<String>) {
    for id in ids {
        let fact = closure.graph.facts().get(id);
        let kind = fact.and_then(Fact::kind).map_or("unknown", Kind::name);
        let value = |field: &Field| match field.name {
            "id" => Value::text(id),
            "kind" => Value::text(kind),
            "name" | "title" => Value::text(fact.map_or(id.as_str(), Fact::name)),
            "selected" => Value::Flag(false),
            _ => Value::Nothing,
        };
        table.rows.push(table.fields.iter().map(value).collect());
    }
    table.rows.sort_by_cached_key(|row| row.first().and_then(Value::words));
}

/// The facts of some kinds.
fn facts<'c, 'v>(closure: &'c Closure<'v>, kinds: &'c [Kind]) -> impl Iterator<Item = (&'v Fact, bool)> + use<'c, 'v> {
    closure.iter().filter(|(fact, _)| fact.kind().is_some_and(|kind| kinds.contains(&kind)))
}

fn date(date: Option<&PointDate>) -> Value {
    Value::maybe(date)
}

/// The four days that bound something.
fn bounds(days: Option<&Bounds>) -> [Value; 4] {
    days.map_or_else(Default::default, |days| {
        [days.start_first, days.start_last, days.end_first, days.end_last].map(Value::day)
    })
}

/// Names in other languages: `ru: …`.
fn other_names(names: &Names) -> Value {
    Value::list(names.names.iter().flat_map(|(lang, names)| names.iter().map(move |name| format!("{lang}: {name}"))))
}

fn former_names(names: &Names) -> Value {
    let until = |until: &Option<PointDate>| until.as_ref().map(|until| format!(" (until {until})")).unwrap_or_default();
    Value::list(names.former.iter().map(|former| format!("{}{}", former.name, until(&former.until))))
}

/// All ids of a fact in other collections: `wikidata: Q1`.
fn outside(fact: &Fact) -> Value {
    let pairs = fact.outside.iter();
    Value::list(pairs.flat_map(|(scheme, codes)| codes.iter().map(move |code| format!("{scheme}: {code}"))))
}

/// How many accounts support a fact.
fn supporting(fact: &Fact) -> Value {
    let status = fact.timing.as_ref().map(|timing| timing.status);
    let supports = fact.accounts.iter().filter(|one| status.map_or(!one.withdrawn, |status| one.supports(status)));
    Value::number(supports.count())
}
