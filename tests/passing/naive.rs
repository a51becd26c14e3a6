//! The second reading.

use proptest::prelude::*;
use std::collections::BTreeSet;

pub(crate) const PEOPLE: usize = 5;

/// One meeting of two as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meeting {
    one: usize,
    other: usize,
    when: When,
}

#[derive(Clone, Copy, Debug)]
enum When {
    /// On a day.
    Day(u32),
    /// On a day, perhaps.
    Unsure(u32),
    /// On one of the days.
    Within(u32, u32),
    /// From a day to another.
    Lasted(u32, u32),
    /// From one of the days on, to a day.
    Began(u32, u32, u32),
}

/// By which days word has to have passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    Certain,
    Possible,
}

/// Who asks for what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) proof: Proof,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) within: Option<u32>,
    pub(crate) most: Option<usize>,
}

pub(crate) fn meeting() -> impl Strategy<Value = Meeting> {
    let when = (1..15_u32, 0..4_u32, 0..3_u32).prop_flat_map(|(a, more, rest)| {
        prop_oneof![
            4 => Just(When::Day(a)),
            1 => Just(When::Unsure(a)),
            2 => Just(When::Within(a, a + more)),
            2 => Just(When::Lasted(a, a + more)),
            1 => Just(When::Began(a, a + more, a + more + rest)),
        ]
    });
    (0..PEOPLE, 1..PEOPLE, when).prop_map(|(one, further, when)| Meeting { one, other: (one + further) % PEOPLE, when })
}

pub(crate) fn name(who: usize) -> String {
    format!("person-{who}")
}

pub(crate) fn facts(meetings: &[Meeting]) -> String {
    let mut records = vec![r#"Source(id: "s", title: "S")"#.to_owned()];
    records.extend((0..PEOPLE).map(|who| format!(r#"Person(id: "{0}", name: "{0}")"#, name(who))));
    let day = |number: u32| format!("2024-05-{number:02}");
    for (number, Meeting { one, other, when }) in meetings.iter().enumerate() {
        let when = match when {
            When::Day(a) => day(*a),
            When::Unsure(a) => format!("{}?", day(*a)),
            When::Within(a, b) => format!("[{}..{}]", day(*a), day(*b)),
            When::Lasted(a, b) => format!("{}/{}", day(*a), day(*b)),
            When::Began(a, b, c) => format!("[{}..{}]/{}", day(*a), day(*b), day(*c)),
        };
        records.push(format!(
            r#"Meeting(id: "m{number}", when: "{when}", participants: ["{}", "{}"], source: "s#p{number}")"#,
            name(*one),
            name(*other)
        ));
    }
    format!("[{}]", records.join(",\n"))
}

/// Every first and last day that a meeting can have had; nothing where a doubt proves none.
fn days(meeting: &Meeting, proof: Proof) -> Vec<(u32, u32)> {
    match meeting.when {
        When::Unsure(_) if proof == Proof::Certain => Vec::new(),
        When::Day(a) | When::Unsure(a) => vec![(a, a)],
        When::Within(a, b) => (a..=b).map(|day| (day, day)).collect(),
        When::Lasted(a, b) => vec![(a, b)],
        When::Began(a, b, c) => (a..=b).map(|day| (day, c)).collect(),
    }
}

/// A chain: whom it leads to, and by which meetings.
type Chain = Vec<(usize, usize)>;

/// Every chain of different people from one to another.
fn chains(meetings: &[Meeting], asked: &Asked) -> Vec<Chain> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, Chain)> = vec![(asked.from, Vec::new())];
    while let Some((at, chain)) = open.pop() {
        if at == asked.to {
            found.push(chain);
            continue;
        }
        for (number, meeting) in meetings.iter().enumerate() {
            let next = match at {
                at if at == meeting.one => meeting.other,
                at if at == meeting.other => meeting.one,
                _ => continue,
            };
            let is_new = next != asked.from && chain.iter().all(|(_, who)| *who != next);
            if is_new && asked.most.is_none_or(|most| chain.len() < most) {
                open.push((next, [chain.clone(), vec![(number, next)]].concat()));
            }
        }
    }
    found
}

/// The day on which word that leaves on a day has passed along meetings of these days.
fn passes(days: &[(u32, u32)], leaves: u32) -> Option<u32> {
    let mut ready = leaves;
    for (first, last) in days {
        if *last < ready {
            return None;
        }
        ready = ready.max(*first) + 1;
    }
    Some(ready - 1)
}

/// The days of arrival, one for each choice of the days of each meeting.
fn choices(meetings: &[Meeting], chain: &Chain, asked: &Asked, leaves: u32) -> Vec<Option<u32>> {
    let mut all: Vec<Vec<(u32, u32)>> = vec![Vec::new()];
    for (number, _) in chain {
        let days = days(&meetings[*number], asked.proof);
        all = all.iter().flat_map(|so_far| days.iter().map(|one| [so_far.clone(), vec![*one]].concat())).collect();
    }
    all.iter().map(|days| passes(days, leaves)).collect()
}

/// The day by which word has passed along a chain, in every case or in some.
fn along(meetings: &[Meeting], chain: &Chain, asked: &Asked, leaves: u32) -> Option<u32> {
    let arrivals = choices(meetings, chain, asked, leaves);
    let day = match asked.proof {
        Proof::Certain => arrivals.into_iter().collect::<Option<Vec<u32>>>()?.into_iter().max(),
        Proof::Possible => arrivals.into_iter().flatten().min(),
    };
    day.filter(|day| *day <= asked.last)
}

/// The first day of arrival, and the fewest steps to it.
pub(crate) fn arrival(meetings: &[Meeting], asked: &Asked) -> Option<(u32, usize)> {
    let chains = chains(meetings, asked);
    let leaves = asked.first..=if asked.within.is_some() { asked.last } else { asked.first };
    let arrivals = leaves.flat_map(|leaves| {
        chains.iter().filter_map(move |chain| {
            let day = along(meetings, chain, asked, leaves)?;
            asked.within.is_none_or(|within| day < leaves + within).then_some((day, chain.len()))
        })
    });
    arrivals.min()
}

/// The people on every chain that arrives first in the fewest steps.
pub(crate) fn sequences(meetings: &[Meeting], asked: &Asked) -> BTreeSet<Vec<String>> {
    let first = arrival(meetings, asked);
    let chains = chains(meetings, asked).into_iter();
    let best = chains.filter(|chain| {
        along(meetings, chain, asked, asked.first).map(|day| (day, chain.len())) == first && first.is_some()
    });
    best.map(|chain| std::iter::once(asked.from).chain(chain.into_iter().map(|(_, who)| who)).map(name).collect())
        .collect()
}
