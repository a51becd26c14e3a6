//! How word passes: chains in which each meeting comes after the one before.

use super::Ways;
use crate::date::{Day, Length};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// A chance for word to pass on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pass<A, E> {
    /// The day on which it has passed.
    pub day: Day,
    /// At which event.
    pub event: E,
    /// To whom.
    pub to: A,
}

/// Who can hand word on to whom, and when, as searches in time ask for it. [`Relay`](super::Relay) tells it of facts; a
/// table of events can tell it as well.
pub trait Passing {
    /// Somebody.
    type Actor: Copy + Ord;
    /// An event.
    type Event: Copy + Ord;

    /// Every chance for word that somebody can hand on from a day on, in the order of days. It is read only as far as
    /// needed, so that a lazy one saves work.
    ///
    /// Waiting never helps: what can be handed on from a later day on can be from an earlier one too, and has passed on
    /// no later day.
    fn passes(&self, from: Self::Actor, ready: Day) -> impl Iterator<Item = Pass<Self::Actor, Self::Event>>;
}

/// Between whom word passes, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Errand<A> {
    /// Who has the word first.
    pub from: A,
    /// Whom it is for; somebody else.
    pub to: A,
    /// The first day on which it can be handed on.
    pub leaves: Day,
    /// The last day on which it can arrive.
    pub until: Day,
    /// Within how much time from the first hand to the last, both days included.
    pub within: Option<Length>,
    /// In how many steps at most.
    pub most_steps: Option<usize>,
}

/// The way by which word arrives: the steps, and from which day on the first hand has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route<A, E> {
    /// From which day on word was on its way.
    pub leaves: Day,
    /// The steps; there is at least one.
    pub steps: Vec<Pass<A, E>>,
}

impl<A, E> Route<A, E> {
    /// The day of arrival.
    pub fn arrives(&self) -> Day {
        self.steps.last().map_or(Day::MAX, |pass| pass.day)
    }
}

/// The day on which whoever got word on a day can hand it on: the next one. Days tell nothing of the order of meetings
/// within a day, so that word moves at most one hand a day.
pub fn ready_after(day: Day) -> Day {
    day.plus_days(1)
}

/// The way on which word arrives first, and of those the one with the fewest steps; of several that one on which each
/// hand has it as early as in so many steps it can, then by event. `None` where it does not arrive.
///
/// A search by days finds the arrival: it reads, of everybody who has the word, the meetings up to that day. Searches by
/// numbers of steps, up to the same day, then find the fewest.
pub fn route<P: Passing>(among: &P, errand: &Errand<P::Actor>) -> Option<Route<P::Actor, P::Event>> {
    let Some(within) = errand.within else {
        return plain(among, errand);
    };
    // The later word leaves, the later it arrives. So where it took too long, no departure is worth a try from whose day
    // the time does not reach the day of arrival, and the first one that arrives in time is the answer.
    let mut errand = *errand;
    loop {
        let found = plain(among, &errand)?;
        let arrives = found.arrives();
        if arrives <= within.last_from(errand.leaves) {
            return Some(found);
        }
        errand.leaves = within.first_to(arrives);
    }
}

/// The same, however long it takes.
fn plain<P: Passing>(among: &P, errand: &Errand<P::Actor>) -> Option<Route<P::Actor, P::Event>> {
    let earliest = arrival(among, errand)?;
    // With a limit to the steps it can arrive later than without, so that the day is no bound.
    let until = if errand.most_steps.is_none() { earliest } else { errand.until };
    let steps = fewest(among, &Errand { until, ..*errand }, earliest)?;
    Some(Route { leaves: errand.leaves, steps })
}

/// The first day on which word arrives, in however many steps.
///
/// Everybody who has it stands in a queue with the next meeting, so that meetings are looked at day by day, as far as the
/// day of arrival.
pub fn arrival<P: Passing>(among: &P, errand: &Errand<P::Actor>) -> Option<Day> {
    let mut informed = BTreeSet::from([errand.from]);
    let mut chances = vec![among.passes(errand.from, errand.leaves)];
    let mut queue = BinaryHeap::new();
    let mut waiting = vec![0];
    loop {
        for at in waiting.drain(..) {
            let next = chances.get_mut(at).and_then(Iterator::next).filter(|pass| pass.day <= errand.until);
            queue.extend(next.map(|pass| Reverse((pass.day, at, pass.to))));
        }
        let Reverse((day, at, to)) = queue.pop()?;
        if to == errand.to {
            return Some(day);
        }
        waiting.push(at);
        if informed.insert(to) {
            waiting.push(chances.len());
            chances.push(among.passes(to, ready_after(day)));
        }
    }
}

/// Ways on which word passes: who has it, and from which day on it can be handed on.
pub type Routes<A, E> = Ways<(A, Day), Pass<A, E>>;

/// Every way on which word arrives on the same day in the same number of steps, told apart by the people on it; each
/// hands it on at the first chance, and of chances on one day at the first event.
pub fn routes<P: Passing>(
    among: &P,
    errand: &Errand<P::Actor>,
    found: &Route<P::Actor, P::Event>,
) -> Routes<P::Actor, P::Event> {
    let until = found.arrives();
    let next = |(from, ready): (P::Actor, Day), left: usize| {
        let mut met = BTreeSet::new();
        let chances = among.passes(from, ready).take_while(|pass| pass.day <= until);
        let wanted = chances.filter(|pass| left > 0 || pass.to == errand.to);
        let firsts = wanted.filter(|pass| met.insert(pass.to));
        firsts.map(|pass| ((pass.to, ready_after(pass.day)), pass)).collect()
    };
    Ways::new((errand.from, found.leaves), found.steps.len(), next)
}

/// How word got to somebody: from whom, at which event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Got<A, E> {
    day: Day,
    event: E,
    from: A,
}

/// Who got word earlier than before by one more step.
type Round<A, E> = BTreeMap<A, Got<A, E>>;

/// The chain of fewest steps among those that arrive first; the search ends where one arrives on the day that no chain
/// can better.
fn fewest<P: Passing>(among: &P, errand: &Errand<P::Actor>, unbeaten: Day) -> Option<Vec<Pass<P::Actor, P::Event>>> {
    let mut best = BTreeMap::from([(errand.from, Day::MIN)]);
    let mut rim = vec![(errand.from, errand.leaves)];
    let mut rounds: Vec<Round<P::Actor, P::Event>> = Vec::new();
    let mut arrived = None;
    while !rim.is_empty() && errand.most_steps.is_none_or(|most| rounds.len() < most) {
        let until = best.get(&errand.to).map_or(errand.until, |day| day.plus_days(-1));
        let got = round(among, &rim, until, &best);
        best.extend(got.iter().map(|(actor, got)| (*actor, got.day)));
        rim = got.iter().map(|(actor, got)| (*actor, ready_after(got.day))).collect();
        let day = got.get(&errand.to).map(|got| got.day);
        rounds.push(got);
        if let Some(day) = day {
            arrived = Some(rounds.len());
            if day <= unbeaten {
                break;
            }
        }
    }
    back(&rounds, errand.to, arrived?)
}

/// To whom word gets earlier than before by one more step.
fn round<P: Passing>(
    among: &P,
    rim: &[(P::Actor, Day)],
    until: Day,
    best: &BTreeMap<P::Actor, Day>,
) -> Round<P::Actor, P::Event> {
    let mut found: Round<P::Actor, P::Event> = BTreeMap::new();
    for (from, ready) in rim {
        let chances = among.passes(*from, *ready).take_while(|pass| pass.day <= until);
        for pass in chances.filter(|pass| best.get(&pass.to).is_none_or(|day| pass.day < *day)) {
            let got = Got { day: pass.day, event: pass.event, from: *from };
            found.entry(pass.to).and_modify(|known| *known = got.min(*known)).or_insert(got);
        }
    }
    found
}

/// The chain that led to somebody in so many rounds.
fn back<A: Copy + Ord, E: Copy>(rounds: &[Round<A, E>], to: A, steps: usize) -> Option<Vec<Pass<A, E>>> {
    let mut at = to;
    let mut chain = Vec::with_capacity(steps);
    for round in rounds.get(..steps)?.iter().rev() {
        let got = round.get(&at)?;
        chain.push(Pass { day: got.day, event: got.event, to: at });
        at = got.from;
    }
    chain.reverse();
    Some(chain)
}
