//! Answers: rows with what was understood, counted and left out, and the citations behind them.

use super::cite::{Citations, CitedAt};
use super::coverage::Coverage;
use super::row::{Names, Row, Table, UnknownColumn};
use super::rows::each_rows;
use super::{LeftOut, Query, Rows, row};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Certainty, Identity};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many rows there are of each degree, before a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Count {
    /// Stated and disputed by nothing that was loaded.
    pub certain: usize,
    /// Stated by one account and contradicted by another.
    pub disputed: usize,
    /// Left open by an account.
    pub possible: usize,
}

/// In which order rows come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The column.
    pub column: String,
    /// Whether the highest comes first.
    pub descending: bool,
}

/// One end of the rows by date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first.
    First,
    /// The last.
    Last,
}

/// Which of the rows are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The order; by date where nothing is said.
    pub sort: Option<SortBy>,
    /// How many rows at most.
    pub limit: Option<usize>,
}

/// The answer to a question.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Answer {
    /// The version of this envelope.
    pub chancery: u32,
    /// The question, with ids.
    pub query: Option<Query>,
    /// The question in words, with names and ids.
    pub understood: String,
    /// The days asked about.
    #[serde(serialize_with = "period")]
    #[schemars(with = "super::schema::Days")]
    pub period: Period,
    /// By which rules things were counted.
    pub rules: BTreeMap<&'static str, String>,
    /// Which facts were asked.
    pub data: Data,
    /// The command that asks this, filled in by a front end.
    pub command: Option<String>,
    /// For a question in English: the command that asks the same, filled in by a front end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// How many rows fit, before a limit.
    pub total: usize,
    /// How many of each degree, before a limit.
    pub count: Count,
    /// What fits and is not among the rows.
    pub left_out: LeftOut,
    /// The rows.
    #[schemars(with = "super::schema::AnyRows")]
    pub rows: Rows,
    /// What the ids in the rows are called.
    pub names: Names,
    /// The accounts behind the rows, by number.
    pub citations: Citations,
    /// What the loaded facts cover, of what is asked and at all.
    pub coverage: Coverage,
    /// What else there is to say.
    pub notices: Vec<String>,
    /// The columns that a table shows.
    #[serde(skip)]
    pub shown: &'static [&'static str],
}

/// Which facts were asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Data {
    /// What they are called.
    pub name: String,
    /// Their version.
    pub version: Option<String>,
    /// A digest of everything their records say.
    pub digest: String,
    /// How many facts there are.
    pub facts: usize,
    /// The licence under which they may be used.
    pub licence: Option<String>,
    /// Which accounts the answer rests on, in words; empty where it is all of them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub world: String,
}

impl Data {
    fn of(graph: &KnowledgeGraph) -> Self {
        let Identity { name, version, licence, digest, world, .. } = graph.facts().identity.clone();
        Self { name, version, digest, facts: graph.facts().len(), licence, world }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn period<S: serde::Serializer>(period: &Period, to: S) -> Result<S::Ok, S::Error> {
    let day = |day: crate::date::Day| (!day.is_open()).then_some(day);
    BTreeMap::from([("first", day(period.first)), ("last", day(period.last))]).serialize(to)
}

/// How far something is known to have taken place, in words and with its mark.
pub(super) fn held(certainty: Certainty, status: &str) -> String {
    let mark = match certainty {
        Certainty::Certain => "●",
        Certainty::Disputed => "!",
        Certainty::Possible => "○",
    };
    if status == "held" { format!("{mark} {certainty}") } else { format!("{mark} {certainty}, {status}") }
}

impl Answer {
    /// An answer made of rows, before the question and the citations are described.
    pub(super) fn new(graph: &KnowledgeGraph, rows: Rows, left_out: LeftOut, shown: &'static [&'static str]) -> Self {
        let mut answer = Self {
            chancery: 1,
            query: None,
            understood: String::new(),
            period: Period::ALL,
            rules: BTreeMap::new(),
            data: Data::of(graph),
            command: None,
            same_as: None,
            total: rows.len(),
            count: Count::default(),
            left_out,
            rows,
            names: Names::new(),
            citations: Citations::default(),
            coverage: Coverage::default(),
            notices: Vec::new(),
            shown,
        };
        answer.count();
        answer
    }

    /// Counts the rows by degree.
    pub(super) fn count(&mut self) {
        let mut count = Count::default();
        each_rows!(&self.rows, list => {
            for row in list {
                match row.certainty() {
                    Certainty::Certain => count.certain += 1,
                    Certainty::Disputed => count.disputed += 1,
                    Certainty::Possible => count.possible += 1,
                }
            }
        });
        self.count = count;
        self.total = self.rows.len();
    }

    /// Fills in what follows from the question as a whole.
    pub(super) fn describe(&mut self, graph: &KnowledgeGraph, query: &Query) {
        self.understood = super::understood::words(graph, query);
        self.period = query.period();
        self.rules = super::rules::rules(query);
        self.query = Some(query.clone());
        self.left_out.undated_source += graph.facts().identity.undated;
        if let (Rows::Events(rows), Some(scope)) = (&mut self.rows, query.scope()) {
            for row in rows {
                super::events::mark_channel(row);
                super::events::mark_ruled(graph, row, scope);
            }
        }
        self.cite();
        self.citations.look_up(graph.facts());
        self.name(graph);
        self.coverage = Coverage::of_answer(graph, query, &self.rows, &self.left_out);
        let notices = self.coverage.notices(query, self);
        self.notices.extend(notices);
    }

    /// Puts the rows in order, keeps as many as wanted and counts the others.
    ///
    /// # Errors
    /// If the rows have no such column.
    pub fn arrange(&mut self, page: &Page) -> Result<(), UnknownColumn> {
        let names = &self.names;
        each_rows!(&mut self.rows, list => sort_rows(list, page.sort.as_ref(), names)?);
        if let Some(limit) = page.limit {
            self.left_out.limit = self.rows.len().saturating_sub(limit);
            each_rows!(&mut self.rows, list => list.truncate(limit));
        }
        self.cite();
        Ok(())
    }

    /// Keeps the first or the last row by date, and says where dates leave open which it is. To be called before
    /// [`arrange`](Self::arrange).
    pub fn keep_end(&mut self, end: End) {
        let open = match &self.rows {
            Rows::Events(rows) => super::events::rivals(rows, end),
            _ => 0,
        };
        let word = if end == End::First { "first" } else { "last" };
        self.understood = format!("the {word} of the {}", self.understood);
        each_rows!(&mut self.rows, list => {
            self.left_out.farther = list.len().saturating_sub(1);
            match end {
                End::First => list.truncate(1),
                End::Last => drop(list.drain(..list.len().saturating_sub(1))),
            }
        });
        if open > 0 {
            let rows = if open == 1 { "1 other row has".to_owned() } else { format!("{open} other rows have") };
            self.notices.push(format!("Which was the {word} is not certain: {rows} days in common with it."));
        }
    }

    /// Numbers the accounts in the order in which rows name them.
    pub(super) fn cite(&mut self) {
        let mut citations = std::mem::take(&mut self.citations).cleared();
        each_rows!(&mut self.rows, list => {
            for row in list {
                let numbers = citations.add(row.support());
                row.number(numbers);
            }
        });
        self.citations = citations;
    }

    /// Looks up what the ids of the answer are called.
    fn name(&mut self, graph: &KnowledgeGraph) {
        let Self { rows, names, citations, .. } = self;
        each_rows!(rows, list => {
            for id in list.iter().flat_map(Row::ids) {
                add_name(graph, names, id);
            }
        });
        for CitedAt { source, says, .. } in citations.iter() {
            for id in std::iter::once(source).chain(says) {
                add_name(graph, names, id);
            }
        }
    }

    /// The rows as a table of these columns, or of those that a table shows by itself.
    ///
    /// # Errors
    /// If the rows have no such column.
    pub fn table(&self, columns: Option<&[String]>) -> Result<Table, UnknownColumn> {
        let wanted: Vec<&str> = match columns {
            Some(columns) => columns.iter().map(String::as_str).collect(),
            None => self.shown.to_vec(),
        };
        each_rows!(&self.rows, list => table(list, &wanted, &self.names))
    }

    /// The name of every column of these rows.
    pub fn columns(&self) -> Vec<&'static str> {
        fn names<R: Row>(_: &[R]) -> Vec<&'static str> {
            R::COLUMNS.iter().map(|column| column.name).collect()
        }
        each_rows!(&self.rows, list => names(list))
    }
}

/// Notes what an id is called, if a fact has it.
fn add_name(graph: &KnowledgeGraph, names: &mut Names, id: &Id) {
    if names.contains_key(id) {
        return;
    }
    if let Some(name) = graph.node(id.as_str()).and_then(|node| super::people::row_name(graph, node)) {
        names.insert(id.clone(), name);
    } else if let Some(fact) = graph.facts().get(id.as_str()) {
        names.insert(id.clone(), super::people::event_name(graph, fact));
    }
}

fn sort_rows<R: Row>(list: &mut [R], by: Option<&SortBy>, names: &Names) -> Result<(), UnknownColumn> {
    let Some(by) = by else {
        return Ok(());
    };
    let column = row::find::<R>(&by.column)?;
    list.sort_by_cached_key(|row| (column.cell)(row, names).order());
    if by.descending {
        list.reverse();
    }
    Ok(())
}

fn table<R: Row>(list: &[R], wanted: &[&str], names: &Names) -> Result<Table, UnknownColumn> {
    let columns = wanted.iter().map(|name| row::find::<R>(name)).collect::<Result<Vec<_>, _>>()?;
    Ok(Table {
        columns: columns.iter().map(|column| column.name).collect(),
        rows: list.iter().map(|row| columns.iter().map(|column| (column.cell)(row, names)).collect()).collect(),
        certainty: list.iter().map(Row::certainty).collect(),
    })
}

/// An id, for messages that name it together with what it is called.
pub(super) fn named(graph: &KnowledgeGraph, id: &Id) -> String {
    let name = graph.facts().get(id.as_str()).map_or(id.to_string(), |fact| super::people::event_name(graph, fact));
    if name == id.as_str() { name } else { format!("{name} ({id})") }
}
