//! Coverage: what the loaded facts speak of at all, so that an empty answer is not taken for more than it is.

use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;
use serde::Serialize;

/// What the loaded facts cover.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Coverage {
    /// How many events are loaded.
    pub events: usize,
    /// The first day on which a loaded event can have taken place, as far as it is stated.
    pub first: Option<Day>,
    /// The last such day.
    pub last: Option<Day>,
    /// The same in a sentence.
    pub sentence: String,
}

impl Coverage {
    /// What a graph covers.
    pub(super) fn of(graph: &KnowledgeGraph) -> Self {
        let (events, first, last) = graph.extent();
        let mut coverage = Self { events, first, last, sentence: String::new() };
        coverage.sentence = coverage.words();
        coverage
    }

    fn words(&self) -> String {
        match (self.events, self.first, self.last) {
            (0, ..) => "no events are loaded".to_owned(),
            (1, Some(first), Some(last)) => {
                format!("the one loaded event lies in {first} to {last}; no claim of completeness is made")
            }
            (events, Some(first), Some(last)) => {
                format!("the {events} loaded events span {first} to {last}; no claim of completeness is made")
            }
            (events, ..) => format!("the {events} loaded events have no stated days"),
        }
    }

    /// What an empty answer says.
    pub(super) fn of_nothing(&self, period: Period) -> String {
        let when = if period == Period::ALL { String::new() } else { format!(" in {period}") };
        format!("No record{when}: {}. \"No record\" is not \"it did not happen\".", self.sentence)
    }
}
