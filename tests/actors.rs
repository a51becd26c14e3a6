//! Chains and reach among people and organizations, on small random facts, against a naive reading of who may hand on.
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::query::row::{PathRow, ReachRow};
use chancery::query::{Path, Query, Reach, Rows, Scope, Through};
use chancery::read::read_texts;
use chancery::resolve::resolve;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Of so many actors the first are people, the others states, parties and organizations.
const ACTORS: usize = 8;
const PEOPLE: usize = 4;

/// A meeting of two or three, on a day of May.
type Meeting = (BTreeSet<usize>, u8);

fn name(actor: usize) -> String {
    let kind = if actor < PEOPLE { "person" } else { "actor" };
    format!("{kind}-{actor}")
}

fn id(actor: usize) -> Id {
    name(actor).parse().expect("an id")
}

fn graph(meetings: &[Meeting]) -> KnowledgeGraph {
    let mut records = vec![r#"Source(id: "s", title: "S")"#.to_owned()];
    let tags = ["State", "Party", "Organization", "Organization"];
    let kinds = std::iter::repeat_n(&"Person", PEOPLE).chain(&tags);
    records.extend((0..ACTORS).zip(kinds).map(|(actor, tag)| format!(r#"{tag}(id: "{0}", name: "{0}")"#, name(actor))));
    for (number, (who, day)) in meetings.iter().enumerate() {
        let who: Vec<String> = who.iter().map(|one| format!("{:?}", name(*one))).collect();
        let who = who.join(", ");
        records.push(format!(
            r#"Meeting(id: "m{number}", when: "2024-05-{day:02}", participants: [{who}], source: "s#p{number}")"#
        ));
    }
    let text = format!("[{}]", records.join(",\n"));
    KnowledgeGraph::new(resolve(read_texts([("facts.ron".to_owned(), text.into_bytes())])).facts)
}

/// Who met whom at which meetings. Everybody who is no person is a side of its own: a meeting of three sides gives no pairs.
fn met(meetings: &[Meeting]) -> Vec<(usize, usize, u8)> {
    let sides = |who: &BTreeSet<usize>| {
        let corporate = who.iter().filter(|one| **one >= PEOPLE).count();
        corporate + usize::from(who.iter().any(|one| *one < PEOPLE))
    };
    let mut met = Vec::new();
    for (who, day) in meetings.iter().filter(|(who, _)| sides(who) <= 2) {
        let all_on_one = sides(who) < 2;
        for one in who {
            for other in who.iter().filter(|other| *other != one) {
                // Two people of whom nobody tells a side have possibly come together, where others were there as well.
                let together = *one < PEOPLE && *other < PEOPLE && !all_on_one;
                if !together {
                    met.push((*one, *other, *day));
                }
            }
        }
    }
    met
}

/// Whether a chain from one end to another may lead through an actor.
fn leads(through: Option<Through>, ends: [usize; 2], actor: usize) -> bool {
    let silent = if ends.iter().all(|end| *end < PEOPLE) { Through::People } else { Through::Any };
    ends.contains(&actor) || actor < PEOPLE || through.unwrap_or(silent) == Through::Any
}

/// The steps to everybody from a start, going on from those who lead on; who is reached by nobody is missing.
fn steps(met: &[(usize, usize, u8)], start: usize, leads: impl Fn(usize) -> bool) -> BTreeMap<usize, usize> {
    let mut steps = BTreeMap::from([(start, 0)]);
    for round in 0..ACTORS {
        for (one, other, _) in met {
            if steps.get(one) == Some(&round) && (*one == start || leads(*one)) && !steps.contains_key(other) {
                steps.insert(*other, round + 1);
            }
        }
    }
    steps
}

/// The first day on which word can be with everybody, a hand a day.
fn arrivals(met: &[(usize, usize, u8)], start: usize, leads: impl Fn(usize) -> bool) -> BTreeMap<usize, u8> {
    let mut has = BTreeMap::from([(start, 0)]);
    for today in 1..=31 {
        let before = has.clone();
        let told = met.iter().filter(|(one, _, day)| *day == today && before.contains_key(one));
        for (_, other, _) in told.filter(|(one, ..)| *one == start || leads(*one)) {
            has.entry(*other).or_insert(today);
        }
    }
    has
}

fn may() -> Scope {
    Scope::during(Period::parse("2024-05", Day::MIN).expect("a period"))
}

fn path(graph: &KnowledgeGraph, question: Path) -> Vec<PathRow> {
    match Query::Path(question).answer(graph).rows {
        Rows::Path(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn reached(graph: &KnowledgeGraph, question: Reach) -> Vec<ReachRow> {
    match Query::Reach(question).answer(graph).rows {
        Rows::Reach(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn number(id: &Id) -> usize {
    id.as_str().rsplit('-').next().and_then(|number| number.parse().ok()).expect("a number")
}

fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    prop::collection::vec((prop::collection::btree_set(0..ACTORS, 2..4), 1..32_u8), 0..14)
}

fn through() -> impl Strategy<Value = Option<Through>> {
    prop_oneof![Just(None), Just(Some(Through::People)), Just(Some(Through::Any))]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chains_are_the_shortest_that_may_be(
        meetings in meetings(), from in 0..ACTORS, further in 1..ACTORS, through in through(),
    ) {
        let to = (from + further) % ACTORS;
        let (graph, met) = (graph(&meetings), met(&meetings));
        let may_lead = |actor| leads(through, [from, to], actor);
        let expected = steps(&met, from, may_lead).get(&to).copied();
        let rows = path(&graph, Path { through, ..Path::new(id(from), id(to), may()) });
        prop_assert_eq!((!rows.is_empty()).then_some(rows.len()), expected);
        let all = path(&graph, Path { through, all: Some(3), ..Path::new(id(from), id(to), may()) });
        prop_assert_eq!(all.iter().filter(|row| row.chain == Some(1)).count(), rows.len());
        for row in rows.iter().chain(&all) {
            let (one, other) = (number(&row.from.id), number(&row.to.id));
            prop_assert!(met.iter().any(|(a, b, _)| (*a, *b) == (one, other)));
            prop_assert!(may_lead(one) && may_lead(other));
        }
    }

    #[test]
    fn word_arrives_as_early_as_it_may(
        meetings in meetings(), from in 0..ACTORS, further in 1..ACTORS, through in through(),
    ) {
        let to = (from + further) % ACTORS;
        let (graph, met) = (graph(&meetings), met(&meetings));
        let may_lead = |actor| leads(through, [from, to], actor);
        let expected = arrivals(&met, from, may_lead).get(&to).copied();
        let rows = path(&graph, Path { through, time_ordered: true, ..Path::new(id(from), id(to), may()) });
        let arrives = rows.last().and_then(|row| row.arrives.as_ref()?.last).map(|day| day.ymd().2);
        prop_assert_eq!(arrives, expected);
        for row in &rows {
            prop_assert!(may_lead(number(&row.from.id)) && may_lead(number(&row.to.id)));
        }
    }

    #[test]
    fn reach_goes_on_through_those_who_lead_on(
        meetings in meetings(), who in 0..ACTORS, most in 1..5_usize, through in through(),
    ) {
        let (graph, met) = (graph(&meetings), met(&meetings));
        let silent = if who < PEOPLE { Through::People } else { Through::Any };
        let may_lead = |through: Option<Through>| move |actor| actor < PEOPLE || through.unwrap_or(silent) == Through::Any;
        let near = |through| {
            let mut all = steps(&met, who, may_lead(through));
            all.retain(|_, steps| (1..=most).contains(steps));
            all
        };
        let rows = reached(&graph, Reach { who: id(who), steps: most, through, scope: may() });
        let found: BTreeMap<usize, usize> = rows.iter().map(|row| (number(&row.who), row.steps)).collect();
        prop_assert_eq!(&found, &near(through));
        // What is not gone on to is counted.
        let answer = Query::Reach(Reach { who: id(who), steps: most, through, scope: may() }).answer(&graph);
        let more = near(Some(Through::Any)).len() - found.len();
        let told = answer.notices.iter().find_map(|notice| notice.split_once(" more are reached through"));
        let told = told.and_then(|(number, _)| number.parse::<usize>().ok());
        prop_assert_eq!(told, (through.is_none() && more > 0).then_some(more));
    }
}
