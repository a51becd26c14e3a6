//! Whom X met, and when X and Y met; contacts in every mode.

use super::Rows;
use super::answer::Answer;
use super::besides;
use super::capacity;
use super::events::{bare, sort};
use super::filter::{self, Sieve};
use super::people::person;
use super::row::EventRow;
use super::select::{self, Chosen};
use super::{Meetings, Scope};
use crate::graph::{KnowledgeGraph, NodeId, Room, Seat};
use crate::model::Certainty;
use crate::record::{Kind, Mode};
use std::collections::BTreeMap;

/// Which contacts a question is about when it does not say.
pub(super) struct Silent {
    /// These kinds of events are looked at.
    pub(super) kinds: &'static [Kind],
    /// And contacts by these means count.
    pub(super) modes: &'static [Mode],
}

/// Meetings in person; calls are looked at only to count them.
#[expect(non_upper_case_globals, reason = "reads as the name of a choice")]
pub(super) const InPerson: Silent =
    Silent { kinds: &[Kind::Meeting, Kind::Call, Kind::Message], modes: &[Mode::InPerson] };

/// Meetings, calls and messages.
#[expect(non_upper_case_globals, reason = "reads as the name of a choice")]
pub(super) const InAnyMode: Silent = Silent {
    kinds: &[Kind::Meeting, Kind::Call, Kind::Message],
    modes: &[Mode::InPerson, Mode::Phone, Mode::Video, Mode::Written],
};

const SHOWN: &[&str] = &["date", "as", "with", "with_as", "mode", "place", "under", "held", "said_by", "src"];
const SHOWN_OF_MANY: &[&str] =
    &["date", "who", "as", "with", "with_as", "mode", "place", "under", "held", "said_by", "src"];

/// Answers who met whom.
pub(super) fn meetings(graph: &KnowledgeGraph, question: &Meetings, silent: Silent) -> Answer {
    let chosen = select::events_with(graph, &question.who, question.with.as_ref(), &question.scope);
    answer(graph, question, &silent, chosen, Sieve::default())
}

/// The same without rows of tables; the sieve knows what of these is left out.
pub(super) fn recorded(graph: &KnowledgeGraph, question: &Meetings, silent: &Silent, sieve: Sieve) -> Answer {
    answer(
        graph,
        question,
        silent,
        select::recorded_events(graph, &question.who, question.with.as_ref(), &question.scope),
        sieve,
    )
}

fn answer(
    graph: &KnowledgeGraph,
    question: &Meetings,
    silent: &Silent,
    events: BTreeMap<NodeId, Chosen>,
    mut sieve: Sieve,
) -> Answer {
    let (mut rows, mut alone) = (Vec::new(), Vec::new());
    for (event, chosen) in events {
        let verdict = filter::event(graph, event, &question.scope, silent.kinds);
        let Some(room) = Room::of(graph, event).filter(|_| verdict != filter::Verdict::Foreign) else {
            continue;
        };
        let pairs = Pairs::of(graph, &room, &chosen, question);
        if pairs.is_empty() {
            alone.extend((pairs.alone && matches!(verdict, filter::Verdict::Fits(_))).then_some(event));
            continue;
        }
        let Some(certainty) = sieve.event(verdict) else {
            continue;
        };
        let modes = if question.scope.modes.is_empty() { silent.modes } else { &question.scope.modes };
        rows.extend(row(graph, &room, pairs, certainty, modes, &question.scope, &mut sieve));
    }
    sort(&mut rows);
    let one = matches!(question.who.ids.as_slice(), [id] if is_person(graph, id.as_str()));
    let mut answer = Answer::new(graph, Rows::Events(rows), sieve.left_out, if one { SHOWN } else { SHOWN_OF_MANY });
    answer.notices.extend(besides::with_oneself(graph, question));
    answer.notices.extend(besides::in_other_modes(graph, &sieve.by_other_mode));
    answer.notices.extend(besides::with_nobody_named(graph, &alone));
    answer
}

pub(super) fn is_person(graph: &KnowledgeGraph, id: &str) -> bool {
    graph.facts().get(id).and_then(crate::model::Fact::kind) == Some(Kind::Person)
}

/// Who of those asked about met whom, in one room.
struct Pairs<'r, 'g> {
    pairs: Vec<(&'r Seat<'g>, &'r Seat<'g>, Certainty)>,
    whole: bool,
    /// Whether of the meeting nobody is named but somebody asked about: it gives no pair, though somebody was met.
    alone: bool,
}

impl<'r, 'g> Pairs<'r, 'g> {
    fn of(graph: &KnowledgeGraph, room: &'r Room<'g>, chosen: &Chosen, question: &Meetings) -> Self {
        let scope = &question.scope;
        let theirs = capacity::of_others(scope);
        let (mut pairs, mut alone) = (Vec::new(), false);
        for own in room.seats.iter().filter(|seat| takes(seat, scope)) {
            let capacity = || match chosen {
                Chosen::Parts(_) => Some(Certainty::Certain),
                Chosen::Whole => capacity::fits(graph, room.event, own.part, scope),
            };
            let Some(asked) = chosen.certainty(own.number).and_then(|asked| Some(asked.and(capacity()?))) else {
                continue;
            };
            alone = room.kind == Kind::Meeting && room.seats.len() == 1;
            for (other, met) in room.partners(own).filter(|(seat, _)| takes(seat, scope)) {
                let with = match &question.with {
                    Some(with) => select::stands_for(graph, with, room.event, other.part, scope),
                    None => Some(Certainty::Certain),
                };
                let ranked = || capacity::fits(graph, room.event, other.part, &theirs);
                let with = with.and_then(|with| Some(with.and(ranked()?)));
                pairs.extend(with.map(|with| (own, other, asked.and(met).and(with))));
            }
        }
        Self { pairs, whole: *chosen == Chosen::Whole, alone }
    }

    fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

fn takes(seat: &Seat<'_>, scope: &Scope) -> bool {
    if scope.principals { seat.is_principal() } else { seat.meets() }
}

/// The row about one event, if some of those asked about met somebody in it by the modes asked for.
fn row(
    graph: &KnowledgeGraph,
    room: &Room<'_>,
    pairs: Pairs<'_, '_>,
    certainty: Certainty,
    modes: &[Mode],
    scope: &Scope,
    sieve: &mut Sieve,
) -> Option<EventRow> {
    let by_mode = |pair: &&(&Seat<'_>, &Seat<'_>, Certainty)| modes.contains(&room.mode(pair.0, pair.1));
    let kept: Vec<_> = pairs.pairs.iter().filter(by_mode).collect();
    let Some(best) = kept.iter().map(|pair| pair.2).max() else {
        sieve.other_mode(room.event);
        return None;
    };
    if !sieve.degree(best.and(certainty), scope) {
        return None;
    }
    let mut row = bare(graph, room.event, best.and(certainty));
    row.mode = kept.iter().map(|pair| room.mode(pair.0, pair.1)).min();
    // Somebody who only possibly belongs in the row is named where possible rows are shown.
    let shown: Vec<_> = kept.into_iter().filter(|pair| pair.2 >= scope.at_least.min(best)).collect();
    let people = |seats: BTreeMap<u32, (&Seat<'_>, Certainty)>| {
        seats.into_values().map(|(seat, certainty)| person(graph, room.event, seat.part, certainty)).collect()
    };
    let own = best_of(shown.iter().map(|pair| (pair.0, pair.2)));
    let others = best_of(shown.iter().map(|pair| (pair.1, pair.2)));
    if pairs.whole {
        // Under a forum nobody was asked about in particular: all who met are named once.
        row.with = people(best_of(own.into_values().chain(others.into_values())));
    } else {
        row.who = people(own);
        row.with = people(others);
    }
    Some(row)
}

/// Each seat once, with the strongest of its degrees.
fn best_of<'s, 'g>(seats: impl Iterator<Item = (&'s Seat<'g>, Certainty)>) -> BTreeMap<u32, (&'s Seat<'g>, Certainty)> {
    let mut best: BTreeMap<u32, (&Seat<'_>, Certainty)> = BTreeMap::new();
    for (seat, certainty) in seats {
        let known = best.entry(seat.number).or_insert((seat, certainty));
        known.1 = known.1.max(certainty);
    }
    best
}

/// The encounters of those asked about, pair by pair, for questions that count pairs: principals, and events of two
/// sides, unless the scope says otherwise.
pub(super) fn encounters(
    graph: &KnowledgeGraph,
    who: &super::Who,
    scope: &Scope,
    sieve: &mut Sieve,
) -> Vec<(NodeId, NodeId, Certainty)> {
    // Calls and letters are looked at where another mode is asked for.
    let kinds: &[Kind] = if scope.modes.is_empty() { &[Kind::Meeting] } else { InPerson.kinds };
    let question = Meetings { who: who.clone(), with: None, scope: scope.clone() };
    let modes = if scope.modes.is_empty() { InPerson.modes } else { &scope.modes };
    let mut found = Vec::new();
    for (event, chosen) in select::events(graph, who, scope) {
        let Some(certainty) = sieve.event(filter::event(graph, event, scope, kinds)) else {
            continue;
        };
        let Some(room) = Room::of(graph, event) else {
            continue;
        };
        let pairs = Pairs::of(graph, &room, &chosen, &question);
        let counted = pairs.pairs.iter().filter(|pair| counts(pair.0, scope) && counts(pair.1, scope));
        let counted: Vec<_> = counted.filter(|pair| modes.contains(&room.mode(pair.0, pair.1))).collect();
        if counted.is_empty() || is_greeting(&room, scope) {
            continue;
        }
        if room.is_multilateral() && !scope.multilateral {
            sieve.left_out.multilateral += 1;
            continue;
        }
        found.extend(counted.into_iter().map(|pair| (event, pair.1.actor, pair.2.and(certainty))));
    }
    found
}

/// The pairs of one room that such questions count, each with its mode and how surely they met as asked.
pub(super) fn counted_pairs(
    graph: &KnowledgeGraph,
    room: &Room<'_>,
    chosen: &Chosen,
    question: &Meetings,
) -> Vec<(Mode, Certainty)> {
    let pairs = Pairs::of(graph, room, chosen, question).pairs.into_iter();
    let counted = pairs.filter(|pair| counts(pair.0, &question.scope) && counts(pair.1, &question.scope));
    counted.map(|pair| (room.mode(pair.0, pair.1), pair.2)).collect()
}

/// Whether somebody counts for questions that count pairs.
pub(super) fn counts(seat: &Seat<'_>, scope: &Scope) -> bool {
    if scope.delegations { seat.meets() } else { seat.is_principal() }
}

/// Whether a meeting was no more than a greeting, where nobody asked for those.
pub(super) fn is_greeting(room: &Room<'_>, scope: &Scope) -> bool {
    room.format == Some(crate::record::MeetingFormat::Greeting) && scope.kinds.is_empty()
}
