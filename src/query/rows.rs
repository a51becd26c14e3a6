//! The rows of an answer, whatever their type.

use super::row::{
    AttendanceRow, CardRow, ChangeRow, CiteRow, CommonRow, ConflictRow, CountRow, CoverRow, DyadRow, EventRow, LongRow,
    MatrixRow, OfficeRow, PairRow, PathRow, RankRow, ReachRow, SearchRow, SourceRow, StatRow, WhyRow,
};
use crate::id::Id;
use serde::Serialize;

/// Rows of one type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each variant is named after its rows")]
pub enum Rows {
    Events(Vec<EventRow>),
    Offices(Vec<OfficeRow>),
    Attendance(Vec<AttendanceRow>),
    Common(Vec<CommonRow>),
    Path(Vec<PathRow>),
    Reach(Vec<ReachRow>),
    Rank(Vec<RankRow>),
    Pairs(Vec<PairRow>),
    Card(Vec<CardRow>),
    Search(Vec<SearchRow>),
    Stats(Vec<StatRow>),
    Counts(Vec<CountRow>),
    Conflicts(Vec<ConflictRow>),
    Matrix(Vec<MatrixRow>),
    Cited(Vec<CiteRow>),
    Coverage(Vec<CoverRow>),
    Long(Vec<LongRow>),
    Dyads(Vec<DyadRow>),
    Why(Vec<WhyRow>),
    Sources(Vec<SourceRow>),
    Changes(Vec<ChangeRow>),
}

/// Runs the same code on the rows, whatever their type.
macro_rules! each_rows {
    ($rows:expr, $list:ident => $code:expr) => {
        match $rows {
            Rows::Events($list) => $code,
            Rows::Offices($list) => $code,
            Rows::Attendance($list) => $code,
            Rows::Common($list) => $code,
            Rows::Path($list) => $code,
            Rows::Reach($list) => $code,
            Rows::Rank($list) => $code,
            Rows::Pairs($list) => $code,
            Rows::Card($list) => $code,
            Rows::Search($list) => $code,
            Rows::Stats($list) => $code,
            Rows::Counts($list) => $code,
            Rows::Conflicts($list) => $code,
            Rows::Matrix($list) => $code,
            Rows::Cited($list) => $code,
            Rows::Coverage($list) => $code,
            Rows::Long($list) => $code,
            Rows::Dyads($list) => $code,
            Rows::Why($list) => $code,
            Rows::Sources($list) => $code,
            Rows::Changes($list) => $code,
        }
    };
}

impl Rows {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        each_rows!(self, list => list.len())
    }

    /// The fact that a row is about, by its place from 0, where it is about one.
    pub fn fact(&self, place: usize) -> Option<&Id> {
        match self {
            Self::Events(rows) => rows.get(place).map(|row| &row.event),
            Self::Offices(rows) => rows.get(place).map(|row| &row.tenure),
            Self::Attendance(rows) => rows.get(place).map(|row| &row.event),
            Self::Conflicts(rows) => rows.get(place).map(|row| &row.fact),
            Self::Changes(rows) => rows.get(place).map(|row| &row.fact),
            Self::Why(rows) => rows.get(place).map(|row| &row.fact),
            Self::Search(rows) => rows.get(place).map(|row| &row.id),
            _ => None,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

pub(super) use each_rows;
