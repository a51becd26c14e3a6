//! Coverage in words.

use super::claim::{Claim, Side};
use super::extent::Extent;
use super::question::Question;
use super::{Coverage, CoveredDays, State};
use crate::date::Period;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::query::LeftOut;
use crate::query::Query;
use crate::query::people::event_name;
use crate::record::Claimant;

/// How many sources, stretches of days or events a sentence names before it only counts the others.
const NAMED: usize = 3;

/// What is loaded at all, for questions that ask about no events.
pub(super) fn loaded(coverage: &Coverage, claims: &[Claim<'_>]) -> String {
    let claim = match claims.iter().filter(|claim| claim.is_complete()).count() {
        0 => "no claim of completeness is made",
        _ => "`chancery coverage` tells for what completeness is claimed",
    };
    if coverage.first.is_some() { format!("{}; {claim}", span(coverage)) } else { span(coverage) }
}

fn span(coverage: &Coverage) -> String {
    match (coverage.events, coverage.first, coverage.last) {
        (0, ..) => "no events are loaded".to_owned(),
        (1, Some(first), Some(last)) => format!("the one loaded event lies in {first} to {last}"),
        (events, Some(first), Some(last)) => format!("the {events} loaded events span {first} to {last}"),
        (events, ..) => format!("the {events} loaded events have no stated days"),
    }
}

/// What speaks for what is asked: the question with the claims, and the days on which they do.
pub(super) struct Ground<'a, 'g> {
    /// The graph.
    pub(super) graph: &'g KnowledgeGraph,
    /// The question, as it was asked.
    pub(super) query: &'a Query,
    /// What it asks to be covered.
    pub(super) question: &'a Question,
    /// All claims.
    pub(super) claims: &'a [Claim<'g>],
    /// The days.
    pub(super) extent: &'a Extent,
}

/// What covers what is asked; `none` says that nothing is recorded where that is so.
pub(super) fn sentence(coverage: &Coverage, ground: &Ground<'_, '_>, none: &str) -> String {
    let covered = coverage.covered.unwrap_or(State::NotCovered);
    let details = match covered {
        State::NotCovered if ground.question.is_of_pairs() => {
            ": no loaded source claims to cover this pair then".to_owned()
        }
        State::NotCovered => ": no loaded source claims to cover this".to_owned(),
        State::InPart => format!(": {} ({})", stretches(coverage, ground), sources(ground, covered)),
        _ => format!("{none} ({})", sources(ground, covered)),
    };
    format!("{}{}{details}", recorded(coverage), covered.words())
}

/// What an answer without rows says beside that: what is loaded at all.
pub(super) fn with_span(sentence: &str, coverage: &Coverage) -> String {
    format!("{sentence}; {}", span(coverage))
}

/// What is said of an answer without rows beside how it is covered.
pub(super) fn none(left_out: &LeftOut) -> &'static str {
    if hides_something(left_out) { ", none recorded that fits all that was asked" } else { ", none recorded" }
}

/// Why an empty answer is no mere lack of records.
fn recorded(coverage: &Coverage) -> String {
    let Some(state) = coverage.state.filter(|state| Some(*state) != coverage.covered) else {
        return String::new();
    };
    let named = listed(coverage.recorded.iter().map(Id::to_string).collect(), ", ");
    let named = if named.is_empty() { named } else { format!(" ({named})") };
    format!("{}{named}; ", state.words())
}

/// The sources whose claims tell how something is covered.
fn sources(ground: &Ground<'_, '_>, covered: State) -> String {
    let used = super::used(ground.claims, ground.extent, covered).into_iter();
    let mut names: Vec<String> = used.map(|claim| source(ground.graph, claim)).collect();
    names.dedup();
    listed(names, ", ")
}

/// The source of a claim, and whether it is the keeper who claims it of the source.
fn source(graph: &KnowledgeGraph, claim: &Claim<'_>) -> String {
    let id = &claim.source.id;
    let facts = graph.facts();
    let keeper = facts.identity.keeper.as_ref().and_then(|keeper| facts.get(keeper.as_str()));
    let is_own = keeper.is_some_and(|keeper| keeper.id == *id);
    let is_said_of = claim.cover.claimed_by == Some(Claimant::Keeper) && !is_own;
    if is_said_of { format!("{id}, as the keeper says") } else { id.to_string() }
}

/// The days that are covered, each stretch with how.
fn stretches(coverage: &Coverage, ground: &Ground<'_, '_>) -> String {
    let how = |stretch: &CoveredDays| {
        let days = in_words(stretch.days);
        match stretch.state {
            State::ClaimsComplete => format!("{days} by a source that claims to be complete"),
            State::Selection => format!("{days} by a selection only"),
            // The rows name the topics.
            _ if matches!(ground.query, Query::Coverage(_)) => format!("{days} in part"),
            _ => format!("{days} only {}", topics(ground, stretch.days)),
        }
    };
    listed(coverage.days.iter().map(how).collect(), "; ")
}

/// Days in a sentence.
fn in_words(days: Period) -> String {
    match (days.first.is_open(), days.last.is_open()) {
        (true, true) => "on all days".to_owned(),
        (true, false) => format!("until {}", days.last),
        (false, true) => format!("from {} on", days.first),
        (false, false) => days.to_string(),
    }
}

/// What the claims are about that cover some of what is asked on some day of a period.
fn topics(ground: &Ground<'_, '_>, days: Period) -> String {
    let speaks = |number: &usize| ground.claims.get(*number).filter(|claim| claim.days.intersect(days).is_some());
    let claims = ground.extent.claims.keys().filter_map(speaks);
    let mut topics: Vec<String> = claims.map(|claim| topic(ground.graph, claim)).collect();
    topics.sort();
    topics.dedup();
    listed(topics, "; ")
}

/// What a claim is about, in words.
fn topic(graph: &KnowledgeGraph, claim: &Claim<'_>) -> String {
    let what = what(claim);
    let sides = [("of", &claim.who), ("with", &claim.with), ("by", &claim.by), ("to", &claim.to)];
    let sides = sides.into_iter().filter_map(|(word, side)| Some((word, side.as_ref()?)));
    sides.fold(what, |words, (word, side)| format!("{words} {word} {}", side_words(graph, side)))
}

fn side_words(graph: &KnowledgeGraph, side: &Side) -> String {
    let name = |node: &NodeId| event_name(graph, graph.fact(*node));
    listed(side.nodes.iter().map(name).collect(), ", ")
}

/// Of which kinds, modes and ranks the events are of which a claim speaks.
pub(super) fn what(claim: &Claim<'_>) -> String {
    let cover = claim.cover;
    let kinds = cover.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>();
    let modes = cover.modes.iter().map(|mode| mode.name()).collect::<Vec<_>>();
    let levels = cover.levels.iter().map(|level| level.name()).collect::<Vec<_>>();
    let mut words = if kinds.is_empty() { "events".to_owned() } else { kinds.join(" or ") };
    for (before, list) in [(" by mode ", modes), (" of rank ", levels)] {
        if !list.is_empty() {
            words += &format!("{before}{}", list.join(" or "));
        }
    }
    words
}

fn listed(mut words: Vec<String>, between: &str) -> String {
    let more = words.len().saturating_sub(NAMED);
    words.truncate(NAMED);
    if more > 0 {
        words.push(format!("and {more} more"));
    }
    words.join(between)
}

/// Whether something is recorded that the question only filters out.
fn hides_something(left_out: &LeftOut) -> bool {
    let LeftOut { possible, disputed, certain, mode, no_place, no_voice, multilateral, .. } = *left_out;
    let others = [left_out.announced, left_out.undated_source];
    [possible, disputed, certain, mode, no_place, no_voice, multilateral].into_iter().chain(others).any(|one| one > 0)
}

/// What an empty answer says.
pub(super) fn of_nothing(coverage: &Coverage, period: Period) -> String {
    let when = if period == Period::ALL { String::new() } else { format!(" in {period}") };
    let sentence = &coverage.sentence;
    if coverage.state != coverage.covered {
        return format!("Nothing that counts{when}: {sentence}.");
    }
    format!("No record{when}: {sentence}. \"No record\" is not \"it did not happen\".")
}

/// What is said where no source claims to cover anything of what is asked.
pub(super) fn of_no_claim(coverage: &Coverage) -> String {
    format!("No claim: {}.", coverage.sentence)
}

/// Which of the days asked about nothing covers.
pub(super) fn of_gaps(coverage: &Coverage) -> Option<String> {
    let days: Vec<String> = coverage.uncovered.iter().copied().map(in_words).collect();
    (!days.is_empty()).then(|| format!("Covered by no claim: {}.", days.join("; ")))
}
