//! The arrays of a graph, one by one: to be written to a file, and to be read from there.

use super::KnowledgeGraph;
use crate::column::{Column, Lent};
use crate::model::Facts;
use crate::names::NameKeys;
use bytemuck::Pod;
use std::ops::Range;
use std::sync::OnceLock;

/// Where the bytes of a column lie, by its name.
pub type Find<'f> = &'f dyn Fn(&str) -> Option<(Lent, Range<usize>)>;

macro_rules! columns {
    ($($name:literal $($field:ident).+;)*) => {
        impl KnowledgeGraph {
            /// Every array of the graph by its name, in the bytes of this machine, and the keys of all names. Reads every
            /// fact for the latter.
            pub fn each_column(&self, give: &mut dyn FnMut(&'static str, &[u8])) {
                $(give($name, self.$($field).+.bytes());)*
                let keys = self.name_keys();
                give(HASHES, keys.hashes.bytes());
                give(NUMBERS, keys.numbers.bytes());
            }

            /// A graph over facts whose arrays lie where `find` says; nothing is built and little is read. `None` where an
            /// array is missing or is no array of such items.
            ///
            /// Whatever the arrays hold, questions are answered without a panic; that they hold what
            /// [`each_column`](Self::each_column) gave for the same facts is for the caller to see to.
            pub fn from_columns(facts: Facts, find: Find<'_>) -> Option<Self> {
                let mut graph = Self::empty(facts);
                $(graph.$($field).+ = column(find, $name)?;)*
                graph.names = NameKeys { hashes: column(find, HASHES)?, numbers: column(find, NUMBERS)? }.into();
                Some(graph)
            }
        }
    };
}

const HASHES: &str = "names.hashes";
const NUMBERS: &str = "names.numbers";

columns! {
    "nodes" nodes;
    "kinds" kinds;
    "node_of" node_of;
    "edges" edges;
    "outgoing.offsets" outgoing.offsets;
    "outgoing.items" outgoing.items;
    "incoming.offsets" incoming.offsets;
    "incoming.items" incoming.items;
    "dated.offsets" dated.rows.offsets;
    "dated.items" dated.rows.items;
    "dated.reach" dated.reach;
    "acting.offsets" acting.rows.offsets;
    "acting.items" acting.rows.items;
    "acting.reach" acting.reach;
    "calendar.offsets" calendar.rows.offsets;
    "calendar.items" calendar.rows.items;
    "calendar.reach" calendar.reach;
    "days" days;
    "tenures" tenures.all;
    "tenures.person.offsets" tenures.by_person.offsets;
    "tenures.person.items" tenures.by_person.items;
    "tenures.office.offsets" tenures.by_office.offsets;
    "tenures.office.items" tenures.by_office.items;
    "stated.offices.offsets" stated.offices.offsets;
    "stated.offices.items" stated.offices.items;
    "stated.actors.offsets" stated.actors.offsets;
    "stated.actors.items" stated.actors.items;
    "extent" extent;
    "ruling_parties" ruling_parties;
    "claiming" claiming;
    "machines" machines;
}

fn column<T: Pod>(find: Find<'_>, name: &str) -> Option<Column<T>> {
    let (bytes, range) = find(name)?;
    Column::lent(bytes, range)
}

impl KnowledgeGraph {
    /// A graph of which nothing is known but its facts.
    fn empty(facts: Facts) -> Self {
        Self {
            facts,
            nodes: Column::default(),
            kinds: Column::default(),
            node_of: Column::default(),
            edges: Column::default(),
            outgoing: super::csr::Rows::default(),
            incoming: super::csr::Rows::default(),
            dated: super::dated::Dated::default(),
            acting: super::dated::Dated::default(),
            calendar: super::dated::Dated::default(),
            days: Column::default(),
            tenures: super::tenure::Tenures::default(),
            stated: super::stated::Stated::default(),
            extent: Column::default(),
            ruling_parties: Column::default(),
            claiming: Column::default(),
            machines: Column::default(),
            names: OnceLock::new(),
            rows: None,
        }
    }
}
