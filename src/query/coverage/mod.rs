//! Coverage: what the loaded sources claim to cover of what is asked, so that an empty answer is not taken for more than
//! it is.
//!
//! A question is taken apart into pairs, kinds and modes ([`question`]); for each of these the claims of the loaded
//! sources ([`claim`]) that speak for it ([`fit`]) give the days that are covered ([`extent`]). Where an answer is empty,
//! the facts are searched for what speaks of it all the same ([`recorded`]).

mod claim;
mod covered;
mod days;
mod extent;
mod fit;
mod listed;
mod question;
mod recorded;
mod words;

pub(super) use covered::Claims;
pub(super) use days::Days;
pub(super) use listed::listed;

use super::Query;
use super::answer::Answer;
use super::{LeftOut, Rows};
use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use claim::Claim;
use extent::Extent;
use fit::Fit;
use question::Question;
use recorded::Recorded;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use words::Ground;

/// What an answer rests on, or why it is empty. Orders from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum State {
    /// No loaded source claims to cover any of it.
    NotCovered,
    /// Some days, partners, kinds or modes are covered, and others not.
    InPart,
    /// All of it is covered, at least some by no more than a selection.
    Selection,
    /// All of it is covered by sources that claim to be complete.
    ClaimsComplete,
    /// Nothing was held as far as is recorded: it was announced, postponed or cancelled.
    AnnouncedOnly,
    /// It is recorded that somebody asked about was not there.
    Absent,
    /// A source says that it was not so.
    Denied,
}

impl State {
    /// The word for scripts.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotCovered => "not-covered",
            Self::InPart => "in-part",
            Self::Selection => "selection",
            Self::ClaimsComplete => "claims-complete",
            Self::AnnouncedOnly => "announced-only",
            Self::Absent => "absent",
            Self::Denied => "denied",
        }
    }

    /// The state in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotCovered => "not covered",
            Self::InPart => "covered in part",
            Self::Selection => "covered by a selection only",
            Self::ClaimsComplete => "covered by a source that claims to be complete",
            Self::AnnouncedOnly => "announced or cancelled only",
            Self::Absent => "recorded as absent",
            Self::Denied => "denied",
        }
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// Days that are covered alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct CoveredDays {
    /// The first and last day; an open side is `null`.
    #[serde(flatten, serialize_with = "open_ends")]
    #[schemars(with = "super::schema::Days")]
    pub days: Period,
    /// How they are covered.
    pub state: State,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn open_ends<S: Serializer>(days: &Period, to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(ends(*days))
}

fn all_open_ends<S: Serializer>(all: &[Period], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(all.iter().map(|days| BTreeMap::from(ends(*days))))
}

fn ends(days: Period) -> [(&'static str, Option<Day>); 2] {
    let day = |day: Day| (!day.is_open()).then_some(day);
    [("first", day(days.first)), ("last", day(days.last))]
}

/// What the loaded facts cover, of what is asked and at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Coverage {
    /// What the answer rests on or why it is empty; nothing where the question asks about no events or offices.
    pub state: Option<State>,
    /// How what is asked is covered, whatever is recorded of it: one of the first four states.
    pub covered: Option<State>,
    /// The days asked about that are covered, in order; stretches do not overlap.
    pub days: Vec<CoveredDays>,
    /// The days asked about that no claim covers, in order; an open side is `null`.
    #[serde(serialize_with = "all_open_ends")]
    #[schemars(with = "Vec<super::schema::Days>")]
    pub uncovered: Vec<Period>,
    /// The sources whose claims these are.
    pub sources: Vec<Id>,
    /// The events on account of which an empty answer is no mere lack of records.
    pub recorded: Vec<Id>,
    /// How many events are loaded.
    pub events: usize,
    /// The first day on which a loaded event can have taken place, as far as it is stated.
    pub first: Option<Day>,
    /// The last such day.
    pub last: Option<Day>,
    /// The same in a sentence: how what is asked is covered, and where nothing is found what is loaded at all.
    pub sentence: String,
}

impl Coverage {
    /// What a graph covers of what is asked, and what is recorded of it where the answer has nothing.
    pub(super) fn of_answer(graph: &KnowledgeGraph, query: &Query, rows: &Rows, left_out: &LeftOut) -> Self {
        let (events, first, last) = graph.extent();
        let mut coverage = Self { events, first, last, ..Self::default() };
        let claims = claim::all(graph);
        let Some(question) = Question::of(graph, query) else {
            coverage.sentence = words::loaded(&coverage, &claims);
            return coverage;
        };
        let extent = Extent::of(graph, &claims, &question);
        coverage.cover(&claims, &extent, &question);
        let finds_nothing = has_nothing(rows) && !query.says_of_nothing();
        if finds_nothing {
            coverage.take(recorded::recorded(graph, query, &question), query, left_out);
        }
        let is_empty = finds_nothing && coverage.state == coverage.covered;
        let none = if is_empty { words::none(left_out) } else { "" };
        let ground = Ground { graph, query, question: &question, claims: &claims, extent: &extent };
        coverage.sentence = words::sentence(&coverage, &ground, none);
        if finds_nothing {
            coverage.sentence = words::with_span(&coverage.sentence, &coverage);
        }
        coverage
    }

    fn cover(&mut self, claims: &[Claim<'_>], extent: &Extent, question: &Question) {
        let covered = extent.state(question.period);
        self.covered = Some(covered);
        self.state = Some(covered);
        self.days = extent.stretches();
        self.uncovered = Days::of(vec![question.period]).minus(&extent.part).stretches().to_vec();
        self.sources = used(claims, extent, covered).iter().map(|claim| claim.source.id.clone()).collect();
        self.sources.dedup();
    }

    /// Takes the strongest of what is recorded for the state of an empty answer.
    fn take(&mut self, mut recorded: Recorded, query: &Query, left_out: &LeftOut) {
        let asks_for_held = query.scope().is_some_and(|scope| scope.status == super::StatusWanted::Held);
        if recorded.is_empty() && left_out.announced > 0 && asks_for_held {
            recorded.entry(State::AnnouncedOnly).or_default();
        }
        if let Some((state, events)) = recorded.pop_last() {
            self.state = Some(state);
            self.recorded = events.into_iter().collect();
        }
    }

    /// What is said beside the rows of an answer: of one without any why, and of claims what they leave open.
    pub(super) fn notices(&self, query: &Query, answer: &Answer) -> Vec<String> {
        let is_empty = answer.rows.is_empty();
        match query {
            query if query.says_of_nothing() => Vec::new(),
            Query::Coverage(_) if is_empty => vec![words::of_no_claim(self)],
            Query::Coverage(_) => words::of_gaps(self).into_iter().collect(),
            _ if has_nothing(&answer.rows) => vec![words::of_nothing(self, answer.period)],
            _ => Vec::new(),
        }
    }
}

/// Whether there are no rows, or only zeros. A count without a number is of something that is recorded and counts as none.
fn has_nothing(rows: &Rows) -> bool {
    match rows {
        Rows::Counts(rows) => rows.iter().all(|row| row.at_most == Some(0)),
        Rows::Matrix(rows) => rows.iter().all(|row| row.at_most.unwrap_or_default() == 0),
        rows => rows.is_empty(),
    }
}

/// The days on which a count of nothing means that there was nothing, as far as sources claim.
pub(super) fn complete_days(graph: &KnowledgeGraph, query: &Query) -> Days {
    Claims::of(graph).complete_days(graph, query)
}

/// Whether a count of nothing means that there was nothing, as far as sources claim: everything that the question asks
/// is covered by sources that claim to be complete, on every day. A cell of a table of counts is `0` only then, and else
/// empty. Costs the events of the people whom the question and the covers name.
pub fn zero_is_known(graph: &KnowledgeGraph, query: &Query) -> bool {
    complete_days(graph, query).hold(query.period())
}

/// The claims on which a state rests, by source.
fn used<'c, 'g>(claims: &'c [Claim<'g>], extent: &Extent, covered: State) -> Vec<&'c Claim<'g>> {
    let counts = |claim: &Claim<'_>, fit: Fit| match covered {
        State::ClaimsComplete => claim.is_complete() && fit == Fit::Whole,
        State::Selection => fit == Fit::Whole,
        _ => true,
    };
    let speaking = extent.claims.iter().filter_map(|(number, fit)| Some((claims.get(*number)?, *fit)));
    speaking.filter(|(claim, fit)| counts(claim, *fit)).map(|(claim, _)| claim).collect()
}
