//! Relays: how word passes at recorded meetings, of whose days only bounds may be known.

use super::passing::{Pass, Passing};
use super::{Contacts, Encounter, NodeId};
use crate::date::{Bounds, Day, Period};
use crate::model::{Certainty, Timing};

/// By which days word is taken to have passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By the latest: whatever the real days are, it has passed by then.
    Certain,
    /// At the earliest: some days that the accounts leave open let it pass then.
    Possible,
}

/// The day by which word that is ready on a day has certainly passed at an event of which these days are proven: the
/// event goes on that day or later, however early it ended, and the day is that by which it has begun.
pub fn certain_pass(proven: &Bounds, ready: Day) -> Option<Day> {
    let day = proven.start_last.max(ready);
    (proven.end_first >= ready && day != Day::MAX).then_some(day)
}

/// The first day on which word that is ready on a day can pass at an event.
pub fn possible_pass(days: &Bounds, ready: Day) -> Option<Day> {
    (days.end_last >= ready).then_some(days.start_first.max(ready))
}

/// Word that passes from hand to hand at contacts.
#[derive(Clone, Debug)]
pub struct Relay<'c, 'g> {
    contacts: &'c Contacts<'g>,
    arrival: Arrival,
    until: Day,
}

/// Days of the first stretch that is looked at; each further one is twice as long.
const STRETCH: i32 = 32;

impl<'c, 'g> Relay<'c, 'g> {
    /// Word that passes by the last day, at the contacts that count. What passes only possibly at a contact is no
    /// certain arrival, whatever the contacts count.
    pub fn new(contacts: &'c Contacts<'g>, arrival: Arrival, until: Day) -> Self {
        Self { contacts, arrival, until }
    }

    /// The first chance for word to pass to somebody at an event, with how surely it does.
    pub fn at(&self, from: NodeId, ready: Day, event: NodeId, to: NodeId) -> Option<(Day, Certainty)> {
        let days = Period { first: ready, last: self.until };
        let chances = self.chances(from, ready, days).into_iter();
        chances.filter(|(pass, _)| pass.event == event && pass.to == to).map(|(pass, degree)| (pass.day, degree)).next()
    }

    /// The chances whose day lies in a stretch, in the order of days.
    fn chances(&self, from: NodeId, ready: Day, days: Period) -> Vec<(Pass<NodeId, NodeId>, Certainty)> {
        let met = self.contacts.of_during(from, days);
        let mut found: Vec<_> = met.iter().flat_map(|met| self.at_event(met, ready)).collect();
        found.retain(|(pass, degree)| days.contains(pass.day) && self.counts(*degree));
        found.sort_by_key(|(pass, degree)| (*pass, std::cmp::Reverse(*degree)));
        found
    }

    /// Contacts are as sure as they have to be; what has to be proven is that word passes at them.
    fn counts(&self, degree: Certainty) -> bool {
        let weakest = Certainty::Disputed.max(self.contacts.rule.at_least);
        self.arrival == Arrival::Possible || degree >= weakest
    }

    /// The chance at a row of a table: what is only possible proves nothing.
    fn at_row(&self, met: &Encounter, days: &Bounds, ready: Day) -> Vec<(Pass<NodeId, NodeId>, Certainty)> {
        let day = possible_pass(days, ready).filter(|_| self.arrival == Arrival::Possible);
        day.map(|day| (Pass { day, event: met.event, to: met.partner }, Certainty::Possible)).into_iter().collect()
    }

    /// The chances at one meeting: one that all accounts of its date leave, and one for each date where they differ.
    fn at_event(&self, met: &Encounter, ready: Day) -> Vec<(Pass<NodeId, NodeId>, Certainty)> {
        let graph = self.contacts.graph;
        if let Some(days) = graph.row_days(met.event) {
            return self.at_row(met, &days, ready);
        }
        let fact = graph.fact(met.event);
        let Some(timing) = &fact.timing else {
            return Vec::new();
        };
        let denied = if fact.denies("when") { Certainty::Disputed } else { Certainty::Certain };
        let told = match self.arrival {
            Arrival::Certain => proven(timing, ready),
            Arrival::Possible => possible(timing, ready),
        };
        let degree = |order: Certainty| met.certainty.and(order).and(denied);
        let pass = |day: Day| Pass { day, event: met.event, to: met.partner };
        told.into_iter().map(|(day, order)| (pass(day), degree(order))).collect()
    }
}

fn possible(timing: &Timing, ready: Day) -> Vec<(Day, Certainty)> {
    let first = timing.alternatives.iter().filter_map(|one| possible_pass(&one.days, ready)).min();
    first.map(|day| (day, Certainty::Possible)).into_iter().collect()
}

/// What the dates prove: all of them together certainly, and one against the others disputed.
fn proven(timing: &Timing, ready: Day) -> Vec<(Day, Certainty)> {
    let each: Vec<Option<Day>> = timing.alternatives.iter().map(|one| certain_pass(&one.proven, ready)).collect();
    let all = each.iter().copied().collect::<Option<Vec<Day>>>();
    let latest = all.and_then(|days| days.into_iter().max()).map(|day| (day, Certainty::Certain));
    let single = each.iter().flatten().min().filter(|_| each.len() > 1).map(|day| (*day, Certainty::Disputed));
    latest.into_iter().chain(single).collect()
}

impl Passing for Relay<'_, '_> {
    type Actor = NodeId;
    type Event = NodeId;

    fn passes(&self, from: NodeId, ready: Day) -> impl Iterator<Item = Pass<NodeId, NodeId>> {
        let stretches = stretches(ready, self.until);
        stretches.flat_map(move |days| self.chances(from, ready, days)).map(|(pass, _)| pass)
    }
}

/// Stretches of days that follow each other, each twice as long as the one before. Word passes on a day of its event, so
/// that each chance is found in the stretch of its day.
fn stretches(first: Day, until: Day) -> impl Iterator<Item = Period> {
    let mut next = (first <= until).then_some((first, STRETCH));
    std::iter::from_fn(move || {
        let (first, length) = next?;
        let last = if first.is_open() { until } else { first.plus_days(length - 1).min(until) };
        // At the end of the calendar one stretch takes the rest, days that nobody knows with it.
        let last = if last == Day::LAST { until } else { last };
        next = (last < until).then(|| (last.plus_days(1), length.saturating_mul(2)));
        Some(Period { first, last })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::EventDate;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn word_passes_certainly_and_possibly() {
        let check = |date: &str, ready: &str, certain: Option<&str>, possible: Option<&str>| {
            let bounds = date.parse::<EventDate>().expect(date).bounds(None);
            let found = (certain_pass(&bounds.unqualified(), day(ready)), possible_pass(&bounds, day(ready)));
            assert_eq!(found, (certain.map(day), possible.map(day)), "{date} from {ready}");
        };
        check("2024-05-03", "2024-05-01", Some("2024-05-03"), Some("2024-05-03"));
        check("2024-05-03", "2024-05-03", Some("2024-05-03"), Some("2024-05-03"));
        check("2024-05-03", "2024-05-04", None, None);
        check("2024-05", "2024-05-01", Some("2024-05-31"), Some("2024-05-01"));
        check("2024-05", "2024-05-02", None, Some("2024-05-02"));
        check("2024-05-03/2024-05-06", "2024-05-05", Some("2024-05-05"), Some("2024-05-05"));
        check("2024-05-03?", "2024-05-01", None, Some("2024-05-03"));
        check("[2024-05-03..]", "2024-05-01", None, Some("2024-05-03"));
        check("[..2024-05-03]", "2024-05-01", None, Some("2024-05-01"));
    }

    #[test]
    fn stretches_follow_each_other() {
        let check = |first: Day, until: Day| {
            let found: Vec<Period> = stretches(first, until).collect();
            assert_eq!(found.first().map(|days| days.first), Some(first));
            assert_eq!(found.last().map(|days| days.last), Some(until));
            assert!(found.windows(2).all(|two| two[0].last.plus_days(1) == two[1].first));
            assert!(found.len() < 20, "{}", found.len());
        };
        check(day("2024-05-01"), day("2024-05-01"));
        check(day("2024-05-01"), day("2030-05-01"));
        check(day("0001-01-01"), Day::MAX);
        check(Day::LAST, Day::MAX);
        check(Day::MIN, Day::MAX);
        check(Day::MIN, day("2024-05-01"));
        assert_eq!(stretches(day("2024-05-02"), day("2024-05-01")).count(), 0);
    }
}
