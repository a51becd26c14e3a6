//! The second reading: matrices and scans.

use chancery::model::Certainty;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const PEOPLE: usize = 7;

/// One meeting as it is written: who, on which day of May or around it, and how it is dated.
#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    people: Vec<usize>,
    day: u8,
    when: When,
}

#[derive(Clone, Copy, Debug)]
enum When {
    Day,
    Unsure,
    Spring,
    Disputed,
}

pub(crate) fn meeting() -> impl Strategy<Value = Meeting> {
    let when =
        prop_oneof![4 => Just(When::Day), 1 => Just(When::Unsure), 1 => Just(When::Spring), 1 => Just(When::Disputed)];
    let people = prop::collection::btree_set(0..PEOPLE, 1..4);
    (people, 1..32_u8, when).prop_map(|(people, day, when)| Meeting { people: people.into_iter().collect(), day, when })
}

pub(crate) fn name(who: usize) -> String {
    format!("person-{who}")
}

pub(crate) fn facts(meetings: &[Meeting]) -> String {
    let mut records = vec![r#"Source(id: "s", title: "S"), Source(id: "t", title: "T")"#.to_owned()];
    records.extend((0..PEOPLE).map(|who| format!(r#"Person(id: "{0}", name: "{0}")"#, name(who))));
    for (number, Meeting { people, day, when }) in meetings.iter().enumerate() {
        let people: Vec<String> = people.iter().map(|who| format!("{:?}", name(*who))).collect();
        let record = |when: &str, source: &str| {
            let people = people.join(", ");
            format!(
                r#"Meeting(id: "m{number}", when: "{when}", participants: [{people}], source: "{source}#p{number}")"#
            )
        };
        match when {
            When::Day => records.push(record(&format!("2024-05-{day:02}"), "s")),
            When::Unsure => records.push(record(&format!("2024-05-{day:02}?"), "s")),
            When::Spring => records.push(record("[2024-03-01..2024-05-31]", "s")),
            When::Disputed => {
                records.push(record(&format!("2024-05-{day:02}"), "s"));
                records.push(record("2024-06-01", "t"));
            }
        }
    }
    format!("[{}]", records.join(",\n"))
}

/// Who met whom at which meeting, at least so surely, both ways round.
pub(crate) type Met = BTreeMap<(usize, usize), BTreeMap<usize, Certainty>>;

pub(crate) fn met(meetings: &[Meeting], at_least: Certainty) -> Met {
    let mut met = Met::new();
    for (number, meeting) in meetings.iter().enumerate() {
        let degree = match meeting.when {
            When::Day => Certainty::Certain,
            When::Disputed => Certainty::Disputed,
            When::Unsure | When::Spring => Certainty::Possible,
        };
        // Nobody's side is known: they met.
        for one in &meeting.people {
            for other in meeting.people.iter().filter(|other| *other != one && degree >= at_least) {
                met.entry((*one, *other)).or_default().insert(number, degree);
            }
        }
    }
    met
}

fn span<'d>(degrees: impl Iterator<Item = &'d Certainty> + Clone) -> [usize; 2] {
    [degrees.clone().filter(|degree| **degree == Certainty::Certain).count(), degrees.count()]
}

fn actors(met: &Met) -> BTreeSet<usize> {
    met.keys().map(|(one, _)| *one).collect()
}

pub(crate) fn counts(met: &Met) -> BTreeMap<String, [usize; 4]> {
    let count = |who: usize| {
        let own = met.iter().filter(|((one, _), _)| *one == who);
        let events: BTreeMap<usize, Certainty> = own.clone().flat_map(|(_, events)| events.clone()).collect();
        let partners: Vec<Certainty> = own.filter_map(|(_, events)| events.values().max().copied()).collect();
        let ([a, b], [c, d]) = (span(events.values()), span(partners.iter()));
        [a, b, c, d]
    };
    actors(met).into_iter().map(|who| (name(who), count(who))).collect()
}

pub(crate) fn pairs(met: &Met) -> BTreeMap<(String, String), [usize; 2]> {
    let once = met.iter().filter(|((one, other), _)| one < other);
    once.map(|((one, other), events)| ((name(*one), name(*other)), span(events.values()))).collect()
}

/// How often each met each, as a matrix over those who met anybody.
pub(crate) fn weights(met: &Met) -> (Vec<usize>, Vec<Vec<f64>>) {
    let actors: Vec<usize> = actors(met).into_iter().collect();
    let count = |one: usize, other: usize| u32::try_from(met.get(&(one, other)).map_or(0, BTreeMap::len)).unwrap_or(0);
    let row = |one: &usize| actors.iter().map(|other| f64::from(count(*one, *other))).collect();
    let matrix = actors.iter().map(row).collect();
    (actors, matrix)
}

/// Floyd and Warshall's matrix of distances, and of the numbers of shortest chains by distance.
pub(crate) fn betweenness((actors, weights): &(Vec<usize>, Vec<Vec<f64>>)) -> BTreeMap<String, f64> {
    let all = actors.len();
    const FAR: usize = 1_000;
    let mut far = vec![vec![FAR; all]; all];
    for (a, row) in far.iter_mut().enumerate() {
        for (b, steps) in row.iter_mut().enumerate() {
            *steps = if a == b {
                0
            } else if weights[a][b] > 0.0 {
                1
            } else {
                FAR
            };
        }
    }
    for middle in 0..all {
        for a in 0..all {
            for b in 0..all {
                far[a][b] = far[a][b].min(far[a][middle] + far[middle][b]);
            }
        }
    }
    let mut chains = vec![vec![0.0; all]; all];
    for steps in 0..all {
        for a in 0..all {
            for b in (0..all).filter(|b| far[a][*b] == steps) {
                let last = (0..all).filter(|c| steps > 0 && weights[*c][b] > 0.0 && far[a][*c] + 1 == steps);
                chains[a][b] = if steps == 0 { 1.0 } else { last.map(|c| chains[a][c]).sum() };
            }
        }
    }
    let through = |v: usize| -> f64 {
        let ends = (0..all).flat_map(|a| (0..all).map(move |b| (a, b)));
        let ends = ends.filter(|(a, b)| a != b && *a != v && *b != v && far[*a][*b] < FAR);
        let on = ends.filter(|(a, b)| far[*a][v] + far[v][*b] == far[*a][*b]);
        on.map(|(a, b)| chains[a][v] * chains[v][b] / chains[a][b]).sum()
    };
    let others = u32::try_from(all.saturating_sub(1) * all.saturating_sub(2)).map_or(0.0, f64::from);
    let score = |v: usize| if others > 0.0 { through(v) / others } else { 0.0 };
    actors.iter().enumerate().map(|(at, who)| (name(*who), score(at))).collect()
}

/// Power iteration with the whole matrix.
pub(crate) fn pagerank((actors, weights): &(Vec<usize>, Vec<Vec<f64>>)) -> BTreeMap<String, f64> {
    let all = u32::try_from(actors.len()).map_or(0.0, f64::from);
    let mut scores = vec![1.0 / all; actors.len()];
    for _ in 0..400 {
        let passed = |to: usize| -> f64 {
            let part = |from: usize| scores[from] * weights[from][to] / weights[from].iter().sum::<f64>();
            (0..actors.len()).map(part).sum()
        };
        scores = (0..actors.len()).map(|to| 0.15 / all + 0.85 * passed(to)).collect();
    }
    actors.iter().zip(scores).map(|(who, score)| (name(*who), score)).collect()
}

/// Everybody within so many steps: in how many, through how many of those a step nearer, and how surely.
pub(crate) fn reach(met: &Met, start: usize, steps: usize) -> BTreeMap<String, (usize, usize, Certainty)> {
    let mut known = BTreeMap::from([(start, (0, 0, Certainty::Certain))]);
    for step in 1..=steps {
        let nearer: Vec<(usize, Certainty)> =
            known.iter().filter(|(_, (at, ..))| *at + 1 == step).map(|(who, (.., degree))| (*who, *degree)).collect();
        for who in 0..PEOPLE {
            let ways = nearer
                .iter()
                .filter_map(|(from, so_far)| met.get(&(*from, who))?.values().map(|degree| so_far.and(*degree)).max());
            let ways: Vec<Certainty> = ways.collect();
            if let Some(best) = ways.iter().max().filter(|_| !known.contains_key(&who)) {
                known.insert(who, (step, ways.len(), *best));
            }
        }
    }
    known.remove(&start);
    known.into_iter().map(|(who, found)| (name(who), found)).collect()
}
