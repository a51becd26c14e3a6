//! The degree of a row against a second reading, written on its own and as naively as can be: on small made-up facts every
//! set of accounts is tried, every day on which an event can have begun and ended, and every side of a dispute.
//!
//! A claim has aspects: that it took place, when, where, and who was there. An aspect is certain if all alternatives make
//! it so, disputed if one can make it so and another can not, or a source denies it, and possible if one can. A claim is
//! disputed if any of its aspects is, else as sure as the weakest.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "brute_force/naive.rs"]
mod naive;
#[path = "brute_force/told.rs"]
mod told;

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::{Attendance, Meetings, Query, Rows, Scope, Visits};
use chancery::read::read_texts;
use chancery::resolve::resolve;
use naive::{attended, met, visited};
use proptest::prelude::*;
use std::collections::BTreeMap;
use told::{Asked, Event, FIRST, Kind, PLACES, day, event, facts};

fn id(text: &str) -> Id {
    text.parse().expect("an id")
}

fn graph(events: &[Event], kind: Kind) -> KnowledgeGraph {
    let loading = resolve(read_texts([("facts.ron".to_owned(), facts(events, kind).into_bytes())]));
    assert_eq!(loading.problems, [], "{}", facts(events, kind));
    KnowledgeGraph::new(loading.facts)
}

fn scope(asked: &Asked) -> Scope {
    let at = |number: usize| day(number).parse::<Day>().expect("a day");
    let period = asked.days.map_or(Period::ALL, |(first, last)| Period { first: at(first), last: at(last) });
    let place = asked.at.map(|place| id(PLACES[place]));
    Scope { period, at: place, at_least: Certainty::Possible, ..Scope::default() }
}

/// The degree of each row, by what it is about.
fn degrees(graph: &KnowledgeGraph, query: &Query) -> BTreeMap<String, Certainty> {
    match query.answer(graph).rows {
        Rows::Events(rows) => rows.iter().map(|row| (row.event.to_string(), row.certainty)).collect(),
        Rows::Attendance(rows) => {
            rows.iter().map(|row| (format!("{} {} {}", row.event, row.who.id, row.attendance), row.certainty)).collect()
        }
        _ => BTreeMap::new(),
    }
}

/// Some days between two others, or all, and a place or none.
fn asked() -> impl Strategy<Value = Asked> {
    let days = prop::option::weighted(0.8, (FIRST..FIRST + 9, 0..4_usize).prop_map(|(from, more)| (from, from + more)));
    (days, prop::option::weighted(0.3, 0..PLACES.len())).prop_map(|(days, at)| Asked { days, at })
}

fn by_event(events: &[Event], degree: impl Fn(&Event) -> Option<Certainty>) -> BTreeMap<String, Certainty> {
    let numbered = events.iter().enumerate();
    numbered.filter_map(|(number, event)| Some((format!("m{number}"), degree(event)?))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn meetings(events in prop::collection::vec(event(), 1..4), asked in asked()) {
        let graph = graph(&events, Kind::Meeting);
        for with in [None, Some(1), Some(2)] {
            let other = with.map(|with: usize| id(told::PEOPLE[with]).into());
            let query = Query::Meetings(Meetings { who: id("person-a").into(), with: other, scope: scope(&asked) });
            let expected = by_event(&events, |event| met(event, with, &asked));
            prop_assert_eq!(degrees(&graph, &query), expected, "{}\nwith {:?}", facts(&events, Kind::Meeting), with);
        }
    }

    #[test]
    fn attendance(events in prop::collection::vec(event(), 1..4), asked in asked()) {
        let graph = graph(&events, Kind::Session);
        let query = Query::Attendance(Attendance {
            event: Some(id("forum")), scope: scope(&asked), ..Attendance::default() });
        let mut expected = BTreeMap::new();
        for (number, event) in events.iter().enumerate() {
            for (who, person) in told::PEOPLE.iter().enumerate() {
                if let Some((word, degree)) = attended(event, who, &asked) {
                    expected.insert(format!("m{number} {person} {word}"), degree);
                }
            }
        }
        prop_assert_eq!(degrees(&graph, &query), expected, "{}", facts(&events, Kind::Session));
    }

    #[test]
    fn visits(events in prop::collection::vec(event(), 1..4), asked in asked()) {
        let graph = graph(&events, Kind::Visit);
        let query = Query::Visits(Visits {
            by: Some(id("person-a").into()), scope: scope(&asked), ..Visits::default() });
        let expected = by_event(&events, |event| visited(event, &asked));
        prop_assert_eq!(degrees(&graph, &query), expected, "{}", facts(&events, Kind::Visit));
    }

    #[test]
    fn the_order_of_accounts_never_matters(
        events in prop::collection::vec(event(), 1..3), asked in asked(), turn in 1..4_usize,
    ) {
        let mut turned = events.clone();
        for event in &mut turned {
            let by = turn % event.accounts.len();
            event.accounts.rotate_left(by);
            event.denied.reverse();
            event.ruled.reverse();
        }
        for kind in [Kind::Meeting, Kind::Session, Kind::Visit] {
            let query = Query::Events(chancery::query::Events { who: Vec::new(), scope: scope(&asked) });
            let rows = |events: &[Event]| {
                let rows = query.answer(&graph(events, kind)).rows;
                serde_json::to_string(&rows).expect("rows are JSON")
            };
            prop_assert_eq!(rows(&events), rows(&turned));
        }
    }
}
