//! Word that passes in time, against a second reading that tries every chain and, of every date, every day on which a
//! meeting can have begun and ended.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it can not go on")]

#[path = "passing/naive.rs"]
mod naive;
#[path = "passing/table.rs"]
mod table;

use chancery::date::{Day, Length, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::row::PathRow;
use chancery::query::{Answer, Path, Query, Rows, Scope};
use chancery::read::read_texts;
use chancery::resolve::resolve;
use naive::{Asked, Meeting, PEOPLE, Proof, facts, meeting, name};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn graph(meetings: &[Meeting]) -> KnowledgeGraph {
    let loading = resolve(read_texts([("facts.ron".to_owned(), facts(meetings).into_bytes())]));
    assert_eq!(loading.problems, [], "{}", facts(meetings));
    KnowledgeGraph::new(loading.facts)
}

fn day(number: u32) -> Day {
    format!("2024-05-{number:02}").parse().expect("a day")
}

fn question(asked: &Asked, all: Option<usize>) -> Path {
    let id = |who: usize| name(who).parse::<Id>().expect("an id");
    let period = Period { first: day(asked.first), last: day(asked.last) };
    let at_least = match asked.proof {
        Proof::Certain => Certainty::Certain,
        Proof::Possible => Certainty::Possible,
    };
    let within = asked.within.map(|days| Length::parse(&format!("{days}d")).expect("a length"));
    let scope = Scope { at_least, ..Scope::during(period) };
    let most_steps = asked.most;
    Path { time_ordered: true, within, most_steps, all, ..Path::new(id(asked.from), id(asked.to), scope) }
}

fn rows(answer: &Answer) -> &[PathRow] {
    match &answer.rows {
        Rows::Path(rows) => rows,
        other => panic!("{other:?}"),
    }
}

/// The day of arrival, by the latest or at the earliest, and the number of steps.
fn arrival(rows: &[PathRow], proof: Proof) -> Option<(Day, usize)> {
    let last = rows.last()?;
    let arrives = last.arrives.as_ref().expect("a chain in time");
    let day = match proof {
        Proof::Certain => arrives.last,
        Proof::Possible => arrives.first,
    };
    Some((day.expect("a day"), last.step))
}

/// Whether rows are a chain from one to the other whose days do not go back.
fn is_chain(rows: &[PathRow], asked: &Asked) -> bool {
    let ends = rows.first().map(|row| row.from.id.to_string()) == Some(name(asked.from))
        && rows.last().map(|row| row.to.id.to_string()) == Some(name(asked.to));
    let days = |row: &PathRow| row.arrives.as_ref().and_then(|arrives| arrives.first);
    let joined = rows.windows(2).all(|two| two[0].to.id == two[1].from.id && days(&two[0]) < days(&two[1]));
    ends && joined && rows.iter().zip(1..).all(|(row, number)| row.step == number)
}

fn asked() -> impl Strategy<Value = Asked> {
    let proof = prop_oneof![Just(Proof::Certain), Just(Proof::Possible)];
    let within = prop::option::weighted(0.4, 1..8_u32);
    let most = prop::option::weighted(0.4, 1..4_usize);
    (proof, 0..PEOPLE, 1..PEOPLE, 1..6_u32, 0..12_u32, within, most).prop_map(
        |(proof, from, further, first, length, within, most)| Asked {
            proof,
            from,
            to: (from + further) % PEOPLE,
            first,
            last: first + length,
            within,
            most,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn word_arrives_as_early_as_in_any_chain(
        meetings in prop::collection::vec(meeting(), 1..9), asked in asked(),
    ) {
        let answer = Query::Path(question(&asked, None)).answer(&graph(&meetings));
        let rows = rows(&answer);
        let expected = naive::arrival(&meetings, &asked).map(|(number, steps)| (day(number), steps));
        prop_assert_eq!(arrival(rows, asked.proof), expected, "{}", facts(&meetings));
        prop_assert!(rows.is_empty() || is_chain(rows, &asked), "{:?}", rows);
        let degree = rows.iter().map(|row| row.certainty).min();
        let certain = naive::arrival(&meetings, &Asked { proof: Proof::Certain, ..asked });
        match asked.proof {
            Proof::Certain => prop_assert!(degree.is_none_or(|degree| degree == Certainty::Certain)),
            Proof::Possible => prop_assert!(degree != Some(Certainty::Certain) || certain.is_some()),
        }
    }

    #[test]
    fn all_chains_are_all(meetings in prop::collection::vec(meeting(), 1..9), asked in asked(), most in 0..4_usize) {
        let asked = Asked { within: None, ..asked };
        let graph = graph(&meetings);
        let expected = naive::sequences(&meetings, &asked);
        let answer = |most| Query::Path(question(&asked, Some(most))).answer(&graph);
        let whole = answer(100);
        let steps = rows(&whole).iter().map(|row| row.step).max().unwrap_or(1);
        let found: BTreeSet<Vec<String>> = rows(&whole)
            .chunks(steps)
            .map(|chain| {
                let first = chain.iter().take(1).map(|row| row.from.id.to_string());
                first.chain(chain.iter().map(|row| row.to.id.to_string())).collect()
            })
            .collect();
        prop_assert_eq!(&found, &expected, "{}", facts(&meetings));
        prop_assert!(rows(&whole).chunks(steps).all(|chain| is_chain(chain, &asked)));
        prop_assert_eq!((whole.total, whole.left_out.limit), (expected.len() * rows(&whole).len().min(steps), 0));
        let part = answer(most);
        prop_assert_eq!(rows(&part).len(), expected.len().min(most) * steps);
        prop_assert!(rows(&part).iter().zip(rows(&whole)).all(|(one, other)| one.event == other.event));
        prop_assert_eq!(part.left_out.limit, expected.len().saturating_sub(most) * steps);
        prop_assert_eq!(part.total, whole.total);
    }
}
