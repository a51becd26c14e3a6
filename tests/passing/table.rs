//! A table of nothing but days and pairs is searched by the same algorithms, without facts.

use chancery::date::Day;
use chancery::graph::{Acquaintances, Encounter, Errand, Pass, Passing, arrival, reach, ready_after, route, routes};
use chancery::model::Certainty;
use proptest::prelude::*;
use std::collections::BTreeMap;

const ACTORS: u32 = 12;

/// Lines of a day and two actors, by day.
#[derive(Debug)]
struct Table(Vec<(Day, u32, u32)>);

impl Table {
    fn of(&self, actor: u32) -> impl Iterator<Item = (usize, Day, u32)> {
        let other = move |a: u32, b: u32| if a == actor { Some(b) } else { (b == actor).then_some(a) };
        self.0.iter().enumerate().filter_map(move |(line, (day, a, b))| Some((line, *day, other(*a, *b)?)))
    }
}

impl Passing for Table {
    type Actor = u32;
    type Event = usize;

    fn passes(&self, from: u32, ready: Day) -> impl Iterator<Item = Pass<u32, usize>> {
        let later = self.of(from).filter(move |(_, day, _)| *day >= ready);
        later.map(|(event, day, to)| Pass { day, event, to })
    }
}

impl Acquaintances for Table {
    type Actor = u32;
    type Event = usize;

    fn met(&self, actor: u32) -> impl Iterator<Item = Encounter<u32, usize>> {
        self.of(actor).map(|(event, _, partner)| Encounter { event, partner, certainty: Certainty::Certain })
    }
}

fn day(number: i32) -> Day {
    Day::from_number(19_000 + number).expect("a day")
}

fn table() -> impl Strategy<Value = Table> {
    let line = (0..40_i32, 0..ACTORS, 1..ACTORS).prop_map(|(at, a, more)| (day(at), a, (a + more) % ACTORS));
    prop::collection::vec(line, 0..50).prop_map(|mut lines| {
        lines.sort_unstable();
        Table(lines)
    })
}

/// When everybody has word that leaves on a day, by going through the days one by one: a hand a day.
fn spread(table: &Table, from: u32, leaves: Day) -> BTreeMap<u32, Day> {
    let mut got = BTreeMap::from([(from, leaves)]);
    for number in 0..40 {
        let today = day(number);
        let has = |who: u32, got: &BTreeMap<u32, Day>| {
            got.get(&who).is_some_and(|since| who == from && *since <= today || *since < today)
        };
        let lines = table.0.iter().filter(|(on, ..)| *on == today);
        let pairs = lines.flat_map(|(_, a, b)| [(*a, *b), (*b, *a)]);
        let new: Vec<u32> = pairs.filter(|(a, b)| has(*a, &got) && !got.contains_key(b)).map(|(_, b)| b).collect();
        got.extend(new.into_iter().map(|who| (who, today)));
    }
    got
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn word_arrives_on_the_day_of_a_run_through_all_days(
        table in table(), from in 0..ACTORS, more in 1..ACTORS, leaves in 0..40_i32,
    ) {
        let (to, leaves) = ((from + more) % ACTORS, day(leaves));
        let errand = Errand { from, to, leaves, until: Day::MAX, within: None, most_steps: None };
        let expected = spread(&table, from, leaves).get(&to).copied();
        prop_assert_eq!(arrival(&table, &errand), expected);
        let found = route(&table, &errand);
        prop_assert_eq!(found.as_ref().map(|route| route.arrives()), expected);
        let Some(found) = found else { return Ok(()) };
        let (mut at, mut ready) = (from, leaves);
        for pass in &found.steps {
            prop_assert!(table.passes(at, ready).any(|one| one == *pass), "{:?}", pass);
            (at, ready) = (pass.to, ready_after(pass.day));
        }
        prop_assert_eq!(at, to);
        let shorter = Errand { most_steps: Some(found.steps.len() - 1), ..errand };
        let arrives = route(&table, &shorter).map(|route| route.arrives());
        prop_assert!(found.steps.len() == 1 || arrives.is_none_or(|day| day > found.arrives()));
        prop_assert!(routes(&table, &errand, &found).count() > 0);
    }

    #[test]
    fn reach_grows_by_a_step(table in table(), from in 0..ACTORS) {
        let all = reach(&table, from, 20);
        for steps in 1..6 {
            let within: Vec<_> = all.iter().filter(|one| one.steps <= steps).cloned().collect();
            prop_assert_eq!(&reach(&table, from, steps), &within);
        }
        let of = |who: u32| all.iter().find(|one| one.actor == who).map_or(if who == from { 0 } else { 99 }, |one| one.steps);
        let near = table.0.iter().all(|(_, a, b)| of(*a).abs_diff(of(*b)) <= 1);
        prop_assert!(near);
    }
}
